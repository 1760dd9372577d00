#include <filesystem>

#include "base/files.h"
#include "content/package.h"
#include "content/yaml/fields.h"

namespace timbang::content {

namespace {

namespace fs = std::filesystem;

/// A folder that is gone at the end, unless it was moved elsewhere or is to be kept.
class Passing {
public:
    explicit Passing(std::string path) : path_(std::move(path)) {}
    Passing(const Passing&) = delete;
    Passing& operator=(const Passing&) = delete;
    ~Passing() {
        std::error_code ignored;
        if (!kept_) fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::string& path() const { return path_; }

    /// The folder stays, wherever it is.
    void keep() { kept_ = true; }

private:
    std::string path_;
    bool kept_ = false;
};

base::Error unwritable(const std::string& folder) { return base::Error("folder-unwritable", {{"path", folder}}); }

/// What may give way: a case, or nothing at all. Anything else was named by mistake.
bool may_be_replaced(const std::string& folder) {
    return base::list_folder(folder).empty() ||
           base::file_kind(base::join_path(folder, "scenario.yaml")) == base::FileKind::File;
}

/// Hidden names are no part of a case and in no package of `make_package`: what keeps the author's versions, for one.
bool move_hidden(const std::string& from, const std::string& to) {
    for (const std::string& name : base::list_folder(from)) {
        if (name.front() != '.') continue;
        std::error_code failed;
        fs::remove_all(base::join_path(to, name), failed);
        fs::rename(base::join_path(from, name), base::join_path(to, name), failed);
        if (failed) return false;
    }
    return true;
}

base::Status write_files(const FileTexts& files, const std::string& folder, const std::string& asked) {
    if (base::Status made = base::make_folders(folder); !made) return unwritable(asked);
    for (const auto& [name, content] : files) {
        const std::string path = base::join_path(folder, name);
        if (base::Status made = base::make_folders(base::parent_path(path)); !made) return unwritable(asked);
        if (base::Status written = base::write_file_atomically(path, content); !written) return written;
    }
    return {};
}

/// Puts the new folder in the place of the old one. What cannot be put back is left where it is, and named.
base::Status change_places(const Passing& fresh, const std::string& folder) {
    Passing old(base::name_beside(folder));
    std::error_code failed;
    fs::rename(folder, old.path(), failed);
    if (failed) return unwritable(folder);
    const auto kept = [&] {
        old.keep();
        return base::Error("package-old-kept", {{"path", folder}, {"kept", old.path()}});
    };
    fs::rename(fresh.path(), folder, failed);
    if (failed) {
        fs::rename(old.path(), folder, failed);
        return failed ? kept() : unwritable(folder);
    }
    if (!move_hidden(old.path(), folder)) return kept();
    return {};
}

} // namespace

std::string folder_name(const Manifest& manifest) {
    return yaml::is_id(manifest.id) && manifest.id.front() != '.' ? manifest.id : "";
}

base::Status unpack(const Package& package, const std::string& asked, Existing existing) {
    std::string folder = asked;
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    std::error_code failed;
    const bool there = fs::exists(fs::symlink_status(folder, failed));
    if (there && existing == Existing::Refuse) return base::Error("package-folder-exists", {{"path", folder}});
    if (there && !fs::is_directory(fs::symlink_status(folder, failed))) return unwritable(folder);
    if (there && !may_be_replaced(folder)) return base::Error("package-no-case", {{"path", folder}});
    const Passing fresh(base::name_beside(folder));
    if (base::Status written = write_files(*package.files, fresh.path(), folder); !written) return written;
    if (there) return change_places(fresh, folder);
    fs::rename(fresh.path(), folder, failed);
    return failed ? base::Status(unwritable(folder)) : base::Status();
}

} // namespace timbang::content
