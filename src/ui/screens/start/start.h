#pragma once

#include "app/actions.h"
#include "app/view/start.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct StartOptions {
    std::uint64_t asked_focus = 0; ///< how often the focus was asked for so far
    int frames = 0;                ///< drawn since it opened, counted to the first few
};

/// The dialog of the first start, over `area`. Scrolls where the window is lower than it.
void draw_start(Ui& ui, const Rect& area, const app::StartView& view, StartOptions& options, app::Actions& actions);

} // namespace timbang::ui
