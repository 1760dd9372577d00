#pragma once

#include "app/actions.h"
#include "app/view/home.h"
#include "ui/kit/layout.h"

namespace timbang::ui::home {

/// Height of title, filters, table and legend at this width.
[[nodiscard]] float library_height(Ui& ui, float width, const app::HomeView& view);
/// Draws them; only the rows that can be seen.
void draw_library(Ui& ui, Rect area, const app::HomeView& view, app::Actions& actions);

} // namespace timbang::ui::home
