#include <algorithm>

#include "content/scenario/source.h"

namespace timbang::content {

namespace {

/// The path without "." and with ".." carried out, behind `prefix`; nothing when it leads out.
std::optional<std::string> normal(const std::string& prefix, std::string_view path) {
    if (path.starts_with('/') || path.find('\0') != std::string_view::npos) return std::nullopt;
    std::vector<std::string_view> names;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (name.empty() || name == ".") continue;
        if (name != "..") {
            names.push_back(name);
        } else if (names.empty()) {
            return std::nullopt;
        } else {
            names.pop_back();
        }
    }
    std::string joined = prefix;
    for (std::size_t i = 0; i < names.size(); ++i) (joined += i == 0 ? "" : "/") += names[i];
    return joined;
}

/// `folder` of the whole with '/' at its end; "" is the whole.
std::string as_prefix(std::string folder) {
    if (!folder.empty() && folder.back() != '/') folder += '/';
    return folder;
}

template <class Map> bool has_folder(const Map& files, const std::string& path) {
    const std::string prefix = as_prefix(path);
    if (prefix.empty()) return true;
    const auto first = files.lower_bound(prefix);
    return first != files.end() && first->first.starts_with(prefix);
}

/// Names right below a folder, of the entries that `counts` accepts.
template <class Map, class Counts>
std::vector<std::string> names_below(const Map& files, const std::string& folder, const Counts& counts) {
    const std::string prefix = as_prefix(folder);
    std::vector<std::string> names;
    for (auto at = files.lower_bound(prefix); at != files.end() && at->first.starts_with(prefix); ++at) {
        if (!counts(at->second)) continue;
        const std::string_view rest = std::string_view(at->first).substr(prefix.size());
        const std::string_view name = rest.substr(0, rest.find('/'));
        if (names.empty() || names.back() != name) names.emplace_back(name);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

base::Error missing(const std::string& path) { return base::Error("file-not-found", {{"path", path}}); }
base::Error leaves(const std::string& path) { return base::Error("path-leaves-folder", {{"path", path}}); }
base::Error too_large(const std::string& path, std::size_t limit) {
    return base::Error("file-too-large", {{"path", path}, {"limit", static_cast<std::int64_t>(limit)}});
}

base::FileKind kind_in(const FileTexts& files, const std::string& path) {
    if (files.contains(path)) return base::FileKind::File;
    return has_folder(files, path) ? base::FileKind::Folder : base::FileKind::Missing;
}

} // namespace

base::Result<std::string> MemorySource::read(const std::string& path, std::size_t limit) {
    const auto full = normal(prefix_, path);
    if (!full) return leaves(path);
    const auto file = files_->find(*full);
    if (file == files_->end())
        return has_folder(*files_, *full) ? base::Error("file-unreadable", {{"path", path}}) : missing(path);
    if (file->second.size() > limit) return too_large(path, limit);
    return file->second;
}

base::FileKind MemorySource::kind(const std::string& path) {
    const auto full = normal(prefix_, path);
    return full ? kind_in(*files_, *full) : base::FileKind::Missing;
}

bool MemorySource::inside(const std::string& path) { return normal(prefix_, path).has_value(); }

std::vector<std::string> MemorySource::list(const std::string& folder) {
    const auto full = normal(prefix_, folder);
    return full ? names_below(*files_, *full, [](const std::string&) { return true; }) : std::vector<std::string>();
}

std::shared_ptr<FileSource> MemorySource::below(const std::string& folder) {
    return std::make_shared<MemorySource>(files_, as_prefix(prefix_ + folder));
}

base::Result<std::string> OverlaySource::read(const std::string& path, std::size_t limit) {
    const auto full = normal(prefix_, path);
    if (!full) return leaves(path);
    const auto text = texts_->find(*full);
    if (text == texts_->end()) return under_->read(path, limit);
    if (!text->second) return missing(path);
    if (text->second->size() > limit) return too_large(path, limit);
    return *text->second;
}

base::FileKind OverlaySource::kind(const std::string& path) {
    const auto full = normal(prefix_, path);
    if (!full) return base::FileKind::Missing;
    const auto text = texts_->find(*full);
    if (text != texts_->end()) return text->second ? base::FileKind::File : base::FileKind::Missing;
    const base::FileKind kind = under_->kind(path);
    const std::string prefix = as_prefix(*full);
    for (auto at = texts_->lower_bound(prefix); at != texts_->end() && at->first.starts_with(prefix); ++at)
        if (at->second && kind == base::FileKind::Missing) return base::FileKind::Folder;
    return kind;
}

bool OverlaySource::inside(const std::string& path) { return under_->inside(path); }

std::vector<std::string> OverlaySource::list(const std::string& folder) {
    const auto full = normal(prefix_, folder);
    if (!full) return {};
    std::vector<std::string> names =
        names_below(*texts_, *full, [](const std::optional<std::string>& text) { return text.has_value(); });
    for (std::string& name : under_->list(folder)) {
        const auto text = texts_->find(as_prefix(*full) + name);
        if (text == texts_->end() || text->second) names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

std::shared_ptr<FileSource> OverlaySource::below(const std::string& folder) {
    return std::make_shared<OverlaySource>(texts_, under_->below(folder), as_prefix(prefix_ + folder));
}

} // namespace timbang::content
