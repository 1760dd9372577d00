#include <algorithm>

#include "app/present/present.h"
#include "app/present/words.h"
#include "base/files.h"

namespace timbang::app {
namespace {

Button place(std::string name, IconName icon, const std::string& path) {
    return {std::move(name), "", icon, true, "", action::GoToFolder{path}};
}

std::vector<Button> places(const Model& model) {
    const Words words(model);
    std::vector<Button> all;
    const std::string& home = model.options.home_folder;
    if (!home.empty()) all.push_back(place(words("settings.folder-home"), "home", home));
    for (const std::string& media : model.options.media_folders)
        for (const std::string& name : base::list_folder(media))
            if (const std::string drive = base::join_path(media, name);
                base::file_kind(drive) == base::FileKind::Folder)
                all.push_back(place(name, "database", drive));
    return all;
}

std::string found(const Words& words, const FolderChooser& chooser) {
    if (chooser.is_case) return words("settings.folder-is-case");
    const auto cases =
        std::count_if(chooser.inside.begin(), chooser.inside.end(), [](const Subfolder& one) { return one.is_case; });
    return cases > 0 ? words("settings.folder-cases", {{"n", std::int64_t{cases}}}) : words("settings.folder-below");
}

} // namespace

std::optional<FolderView> present_folders(const Model& model) {
    if (!model.folder_chooser) return std::nullopt;
    const Words words(model);
    const FolderChooser& chooser = *model.folder_chooser;
    FolderView view;
    view.title = words("settings.folder-title");
    view.text = words("settings.folder-text");
    view.path_label = words("settings.folder-open");
    view.path = chooser.path;
    if (!chooser.problem.empty()) view.problem = words(chooser.problem);
    view.places = places(model);
    view.has_above = chooser.path != "/";
    if (view.has_above)
        view.rows.push_back({"arrow-up", words("settings.folder-above"), "",
                             action::GoToFolder{nearest_folder(base::parent_path(chooser.path))}});
    for (const Subfolder& one : chooser.inside)
        view.rows.push_back({one.is_case ? "library-books" : "folder", one.name,
                             one.is_case ? words("settings.folder-case") : "",
                             action::GoToFolder{base::join_path(chooser.path, one.name)}});
    if (chooser.inside.empty()) view.empty = words("settings.folder-empty");
    view.found = found(words, chooser);
    view.choose = {words("settings.folder-choose"), words("app.key-ctrl-enter"), "", true, "", action::ChooseFolder{}};
    view.cancel = {words("app.cancel"), "", "", true, "", action::CloseDialog{}};
    return view;
}

} // namespace timbang::app
