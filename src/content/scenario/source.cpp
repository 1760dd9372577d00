#include "content/scenario/source.h"

#include <algorithm>

#include "base/entry.h"
#include "base/utf8.h"

namespace timbang::content {

namespace {

constexpr const char* kLeaves = "path-leaves-folder";
constexpr int kDeepest = 32;

base::Error leaves(const std::string& path) { return base::Error(kLeaves, {{"path", path}}); }

/// The last name of the path is that of an entry: neither the folder itself nor the one above.
bool is_plain(const std::string& path, const std::string& name) {
    return !name.empty() && name != "." && name != ".." && path.front() != '/';
}

/// Gathers the files below `folder`; false when there are too many.
void gather(FileSource& source, const std::string& folder, int depth, std::size_t most, std::vector<std::string>& found) {
    for (const std::string& name : source.list(folder)) {
        if (name.empty() || name.front() == '.' || found.size() >= most) continue;
        const std::string path = base::join_path(folder, name);
        const base::FileKind kind = source.kind(path);
        if (kind == base::FileKind::File) found.push_back(path);
        if (kind == base::FileKind::Folder && depth < kDeepest) gather(source, path, depth + 1, most, found);
    }
}

} // namespace

std::string other_case(FileSource& source, std::string_view path) {
    std::string found;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        std::string name(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (name.empty() || name == ".") continue;
        if (source.kind(base::join_path(found, name)) == base::FileKind::Missing) {
            const std::string wanted = base::fold_case(name);
            const auto names = source.list(found);
            const auto same = std::find_if(names.begin(), names.end(), [&](const std::string& entry) {
                return entry != name && base::fold_case(entry) == wanted;
            });
            if (same == names.end()) return "";
            name = *same;
        }
        found = base::join_path(found, name);
    }
    return found;
}

std::vector<std::string> all_files(FileSource& source, std::size_t most) {
    std::vector<std::string> found;
    gather(source, "", 0, most, found);
    std::sort(found.begin(), found.end());
    return found;
}

base::Result<std::string> FolderSource::read(const std::string& path, std::size_t limit) {
    const std::string name = base::file_name(path);
    if (is_plain(path, name)) {
        const std::optional<std::string>& folder = real_folder(base::parent_path(path));
        if (!folder) return leaves(path);
        auto content = base::read_file(base::join_path(*folder, name), limit, base::Links::Refuse);
        if (content || content.error().code != "file-is-link") return content;
    }
    const auto full = base::safe_join(folder_, path);
    return full ? base::read_file(*full, limit) : leaves(path);
}

base::FileKind FolderSource::kind(const std::string& path) {
    const std::optional<std::string>& folder = real_folder(base::parent_path(path));
    if (!folder) return base::FileKind::Missing;
    const std::string name = base::file_name(path);
    const auto kind = base::kind_unless_link(base::join_path(*folder, name));
    if (kind && (*kind == base::FileKind::Missing || is_plain(path, name))) return *kind;
    const auto full = base::safe_join(folder_, path);
    return full ? base::file_kind(*full) : base::FileKind::Missing;
}

bool FolderSource::inside(const std::string& path) { return base::safe_join(folder_, path).ok(); }

std::vector<std::string> FolderSource::list(const std::string& folder) {
    const std::optional<std::string>& full = real_folder(folder);
    return full ? base::list_folder(*full) : std::vector<std::string>();
}

std::shared_ptr<FileSource> FolderSource::below(const std::string& folder) {
    return std::make_shared<FolderSource>(base::join_path(folder_, folder));
}

const std::optional<std::string>& FolderSource::real_folder(const std::string& inner) {
    auto known = folders_.find(inner);
    if (known == folders_.end()) {
        const auto folder = base::safe_join(folder_, inner.empty() ? "." : inner);
        known = folders_.emplace(inner, folder ? std::optional(*folder) : std::nullopt).first;
    }
    return known->second;
}

} // namespace timbang::content
