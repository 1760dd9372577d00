#pragma once

#include "app/actions.h"
#include "app/view/home.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct HomeOptions {
    bool filters_open = false; ///< where there is room for one button only
};

/// What to do now, what is due, and the library of cases. Scrolls as a whole.
void draw_home(Ui& ui, const Rect& area, const app::HomeView& view, HomeOptions& options, app::Actions& actions);

} // namespace timbang::ui
