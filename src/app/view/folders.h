#pragma once

#include <string>
#include <vector>

#include "app/view/common.h"

namespace timbang::app {

struct FolderEntry {
    IconName icon = "";
    std::string name;
    std::string note; ///< "case" beside a folder that is one
    Action open;
};

/// The dialog in which the folder of own cases is chosen. Enter goes into a folder, Backspace to the one above, Ctrl
/// Enter takes the one that is open, Esc closes.
struct FolderView {
    std::string title;
    std::string text;
    std::string path_label;
    std::string path;           ///< the folder that is open; another one may be typed and sent as `action::GoToFolder`
    std::string problem;        ///< below the field when there is no such folder
    std::vector<Button> places; ///< where most people look first: the own folder, drives
    std::vector<FolderEntry> rows; ///< the folder above, then those inside
    bool has_above = false;        ///< the first row is the folder above
    std::string empty;             ///< when there is none inside
    std::string found;             ///< "3 cases in this folder."
    Button choose;
    Button cancel; ///< also Esc
};

} // namespace timbang::app
