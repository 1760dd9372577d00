#pragma once

#include "app/actions.h"
#include "app/view/home.h"
#include "ui/kit/layout.h"
#include "ui/screens/home/home.h"

namespace timbang::ui::home {

/// Height of title, filters, table and legend at this width.
[[nodiscard]] float library_height(Ui& ui, float width, const app::HomeView& view, const HomeOptions& options);
/// Draws them; only the rows that can be seen.
void draw_library(Ui& ui, Rect area, const app::HomeView& view, HomeOptions& options, app::Actions& actions);

} // namespace timbang::ui::home
