#include <filesystem>

#include "base/ids.h"
#include "content/package.h"

namespace timbang::content {

namespace {

namespace fs = std::filesystem;

/// A folder that is gone at the end, unless it was moved elsewhere.
class Passing {
public:
    explicit Passing(std::string path) : path_(std::move(path)) {}
    Passing(const Passing&) = delete;
    Passing& operator=(const Passing&) = delete;
    ~Passing() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// A name of its own in the same folder, so that moving it is one step.
std::string beside(const std::string& folder) {
    const std::string name = "." + base::file_name(folder) + "." + std::to_string(base::secure_random() & 0xFFFFFFFFU);
    return base::join_path(base::parent_path(folder), name);
}

base::Error unwritable(const std::string& folder) { return base::Error("folder-unwritable", {{"path", folder}}); }

} // namespace

base::Status unpack(const Package& package, const std::string& asked, Existing existing) {
    std::string folder = asked;
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    std::error_code failed;
    const bool there = fs::exists(fs::symlink_status(folder, failed));
    if (there && existing == Existing::Refuse) return base::Error("package-folder-exists", {{"path", folder}});
    if (there && !fs::is_directory(fs::symlink_status(folder, failed))) return unwritable(folder);
    const Passing fresh(beside(folder));
    if (base::Status made = base::make_folders(fresh.path()); !made) return unwritable(folder);
    for (const auto& [name, content] : *package.files) {
        const std::string path = base::join_path(fresh.path(), name);
        if (base::Status made = base::make_folders(base::parent_path(path)); !made) return unwritable(folder);
        if (base::Status written = base::write_file_atomically(path, content); !written) return written;
    }
    const Passing old(beside(folder));
    if (there) {
        fs::rename(folder, old.path(), failed);
        if (failed) return unwritable(folder);
    }
    fs::rename(fresh.path(), folder, failed);
    if (!failed) return {};
    std::error_code lost;
    if (there) fs::rename(old.path(), folder, lost);
    return unwritable(folder);
}

} // namespace timbang::content
