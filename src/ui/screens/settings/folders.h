#pragma once

#include <string>

#include "app/actions.h"
#include "app/view/folders.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this dialog.
struct FolderOptions {
    std::string shown;        ///< the folder that was drawn last; another one takes the focus to its rows
    std::string given, typed; ///< the path before and while it is typed
};

/// The dialog in which a folder is chosen, over the window.
void draw_folders(Ui& ui, const app::FolderView& view, FolderOptions& options, app::Actions& actions);

} // namespace timbang::ui
