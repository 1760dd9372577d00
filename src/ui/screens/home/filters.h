#pragma once

#include "app/actions.h"
#include "app/view/home.h"
#include "ui/screens/home/home.h"

namespace timbang::ui::home {

/// Height of the library's title with its filters and order at this width, and what stands between them and the table.
[[nodiscard]] float filters_height(Ui& ui, float width, const app::HomeView& view, const HomeOptions& options);
/// Title at the left, filters and order at the right; below it where there is no room; behind one button where even
/// that is too narrow. Cuts its height off `area`.
void draw_filters(Ui& ui, Rect& area, const app::HomeView& view, HomeOptions& options, app::Actions& actions);

} // namespace timbang::ui::home
