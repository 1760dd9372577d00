#pragma once

#include <string>

#include "app/actions.h"
#include "app/view/debrief.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct DebriefOptions {
    std::string session; ///< the one that was drawn last; another one begins at its top
};

void draw_debrief(Ui& ui, const Rect& area, const app::DebriefView& view, DebriefOptions& options,
                  app::Actions& actions);

} // namespace timbang::ui
