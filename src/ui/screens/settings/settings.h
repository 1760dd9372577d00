#pragma once

#include <string>
#include <vector>

#include "app/actions.h"
#include "app/view/settings.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct SettingsOptions {
    int stop = -1;       ///< of the size slider while it is dragged; −1: as set
    std::string section; ///< the one that was brought into view last
    struct Draft {
        std::string given, typed; ///< of the folder before and while it is typed
        bool active = false;
    };
    std::vector<Draft> folders;
};

void draw_settings(Ui& ui, const Rect& area, const app::SettingsView& view, SettingsOptions& options,
                   app::Actions& actions);

} // namespace timbang::ui
