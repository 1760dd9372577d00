#include <algorithm>
#include <set>

#include "app/present/author_parts.h"
#include "app/present/words.h"
#include "base/files.h"

namespace timbang::app {
namespace {

bool below(const std::string& path, const std::string& folder) {
    return !folder.empty() && (path == folder || path.starts_with(folder + "/"));
}

bool package(const std::string& path) {
    return path.ends_with(".timbang");
}

AuthorCase row_of(const Model& model, const LibraryEntry& entry) {
    const Words words(model);
    AuthorCase row;
    row.title = words.of(entry.card.title);
    if (row.title.empty()) row.title = base::file_name(entry.card.folder);
    row.folder = entry.card.folder;
    row.line = words("editor.case-line", {{"version", entry.card.version}, {"name", base::file_name(entry.card.folder)}});
    if (package(entry.card.folder)) row.counts.push_back({words("open.package"), "file-multiple", Tint::Neutral});
    if (entry.trouble || !entry.card.broken.empty())
        row.counts.push_back({words("editor.cannot-be-read"), "alert-circle", Tint::Reject});
    return row;
}

void say_kept_aside(const Words& words, AuthorCase& row) {
    row.unsaved = true;
    row.counts.push_back({words("author.kept-aside"), "content-save", Tint::Return});
}

/// A case that the library does not know, with a recovery copy.
AuthorCase row_kept_aside(const Words& words, const std::string& folder) {
    AuthorCase row;
    row.title = base::file_name(folder);
    row.line = row.folder = folder;
    say_kept_aside(words, row);
    row.action = action::OpenOwnCase{folder};
    return row;
}

} // namespace

AuthorHome present_author_home(const Model& model) {
    const Words words(model);
    AuthorHome home;
    std::set<std::string> seen;
    for (const LibraryEntry& entry : model.library.entries()) {
        const bool bundled = std::any_of(model.options.case_folders.begin(), model.options.case_folders.end(),
                                         [&](const std::string& folder) { return below(entry.card.folder, folder); });
        const bool own = below(entry.card.folder, model.settings.case_folder) || !bundled;
        if (package(entry.card.folder) && !own) continue; // no folder to copy
        AuthorCase row = row_of(model, entry);
        if (own) {
            if (model.author.kept_aside.contains(entry.card.folder)) say_kept_aside(words, row);
            row.action = action::OpenOwnCase{entry.card.folder};
            seen.insert(entry.card.folder);
            home.own.push_back(std::move(row));
            continue;
        }
        row.copy = {words("author.copy-case"), "", "file-multiple", true, "", action::AskCopyCase{entry.card.folder}};
        row.action = row.copy.action;
        home.bundled.push_back(std::move(row));
    }
    for (const std::string& folder : model.author.kept_aside)
        if (!seen.contains(folder)) home.own.push_back(row_kept_aside(words, folder));
    if (home.own.empty()) home.empty = words("author.empty");
    home.create = {words("author.new-case"), "", "plus", !model.options.template_folder.empty(), words("editor.no-templates"),
                   action::AskNewCase{}};
    home.folder = {words("author.open-folder"), "", "folder", true, "", action::AskOpenCase{}};
    return home;
}

} // namespace timbang::app
