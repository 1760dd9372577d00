#pragma once

#include <string>
#include <vector>

namespace timbang::app {

/// A folder that stands in another.
struct Subfolder {
    std::string name;
    bool is_case = false; ///< it holds `scenario.yaml`
};

/// The state of the dialog in which a folder is chosen.
struct FolderChooser {
    std::string path;     ///< absolute, without a slash at its end but for "/"
    std::string problem;  ///< message key; set when another folder was asked for that is not there
    bool is_case = false; ///< the folder is a case itself
    std::vector<Subfolder> inside;
};

/// What stands in a folder, by name without regard to case. Hidden ones are left out; nothing where it cannot be read.
[[nodiscard]] FolderChooser open_folder(const std::string& path);
/// The nearest folder at or above `path` that exists; "/" at the last.
[[nodiscard]] std::string nearest_folder(const std::string& path);

} // namespace timbang::app
