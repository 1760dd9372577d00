#include "app/folder_chooser.h"

#include <algorithm>

#include "base/files.h"
#include "base/utf8.h"

namespace timbang::app {
namespace {

bool holds_case(const std::string& folder) {
    return base::file_kind(base::join_path(folder, "scenario.yaml")) == base::FileKind::File;
}

std::string without_slash(std::string path) {
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    return path;
}

} // namespace

FolderChooser open_folder(const std::string& path) {
    FolderChooser chooser;
    chooser.path = without_slash(path);
    chooser.is_case = holds_case(chooser.path);
    for (const std::string& name : base::list_folder(chooser.path)) {
        const std::string folder = base::join_path(chooser.path, name);
        if (name.empty() || name[0] == '.' || base::file_kind(folder) != base::FileKind::Folder) continue;
        chooser.inside.push_back({name, holds_case(folder)});
    }
    std::stable_sort(chooser.inside.begin(), chooser.inside.end(), [](const Subfolder& a, const Subfolder& b) {
        return base::fold_case(a.name) < base::fold_case(b.name);
    });
    return chooser;
}

std::string nearest_folder(const std::string& path) {
    std::string at = without_slash(path);
    while (at.size() > 1 && base::file_kind(at) != base::FileKind::Folder)
        at = base::parent_path(at);
    return at.empty() || at[0] != '/' ? "/" : at;
}

} // namespace timbang::app
