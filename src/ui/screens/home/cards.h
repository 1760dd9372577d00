#pragma once

#include "app/actions.h"
#include "app/view/home.h"
#include "ui/kit/ui.h"

namespace timbang::ui::home {

/// Heights of the cards at this width.
[[nodiscard]] float hero_height(Ui& ui, float width, const app::HeroCard& hero);
[[nodiscard]] float due_height(Ui& ui, float width, const app::DueCard& due);

void draw_hero(Ui& ui, const Rect& r, const app::HeroCard& hero, app::Actions& actions);
void draw_due(Ui& ui, const Rect& r, const app::DueCard& due, app::Actions& actions);

} // namespace timbang::ui::home
