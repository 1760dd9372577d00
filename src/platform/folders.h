#pragma once

#include <string>
#include <vector>

namespace timbang::platform {

/// Where this person's files go: XDG base directories. Nothing is created here.
struct Folders {
    std::string data;   ///< $XDG_DATA_HOME/timbang, else ~/.local/share/timbang
    std::string config; ///< $XDG_CONFIG_HOME/timbang, else ~/.config/timbang
    std::string cache;  ///< $XDG_CACHE_HOME/timbang, else ~/.cache/timbang
    std::string cases;  ///< ~/Timbang/cases: where imported and own cases stand
};
[[nodiscard]] Folders user_folders();
/// The folder of whoever is logged in.
[[nodiscard]] std::string home_folder();
/// Folders in which the desktop shows drives of this person; only those that exist.
[[nodiscard]] std::vector<std::string> media_folders();

/// Where the program's own files can be, best first: $TIMBANG_SHARE, beside the binary, ../share/timbang, then
/// `source_tree` (for a build that was not installed). Only folders that exist.
[[nodiscard]] std::vector<std::string> share_folders(const std::string& source_tree);
/// The same with "fonts" behind each.
[[nodiscard]] std::vector<std::string> font_folders(const std::vector<std::string>& shares);

/// Opens the desktop's file manager there; nothing happens where there is none.
void show_folder(const std::string& folder);

} // namespace timbang::platform
