#include <filesystem>
#include <utility>

#include "base/files.h"
#include "base/hash.h"
#include "base/utf8.h"
#include "content/draft.h"
#include "content/scenario/source.h"
#include "content/yaml/node.h"

namespace timbang::content {

namespace {

constexpr std::size_t kMostFiles = 5000;
constexpr std::size_t kMostBytes = std::size_t{24} << 20;

class OnDisk : public DraftFolder {
public:
    explicit OnDisk(std::string folder) : folder_(std::move(folder)) {}

    base::Result<std::vector<std::string>> list() const override {
        FolderSource source(folder_);
        std::vector<std::string> found = all_files(source, kMostFiles + 1);
        if (found.size() > kMostFiles)
            return base::Error("draft-too-many-files",
                               {{"path", folder_}, {"limit", static_cast<std::int64_t>(kMostFiles)}});
        return found;
    }

    base::Result<std::string> read(const std::string& path) const override {
        return FolderSource(folder_).read(path, kMostBytes);
    }

    std::optional<base::FileStamp> stamp(const std::string& path) const override {
        const auto full = base::safe_join(folder_, path);
        const base::FileStamp found = full ? base::file_stamp(*full) : base::FileStamp{};
        return found == base::FileStamp{} ? std::nullopt : std::optional(found);
    }

    base::Status write(const std::string& path, std::string_view bytes) override {
        const auto full = base::safe_join(folder_, path);
        if (!full) return full.error();
        if (base::Status made = base::make_folders(base::parent_path(*full)); !made) return made;
        return base::write_file_atomically(*full, bytes);
    }

    base::Status remove(const std::string& path) override {
        const auto full = base::safe_join(folder_, path);
        if (!full) return full.error();
        std::error_code failed;
        std::filesystem::remove(*full, failed);
        if (failed) return base::Error("file-unwritable", {{"path", *full}});
        return {};
    }

private:
    std::string folder_;
};

} // namespace

std::unique_ptr<DraftFolder> folder_on_disk(std::string folder) {
    return std::make_unique<OnDisk>(std::move(folder));
}

base::Result<DiskState> read_disk(const DraftFolder& folder, const DiskState& before) {
    auto paths = folder.list();
    if (!paths) return paths.error();
    DiskState disk;
    for (std::string& path : *paths) {
        const auto stamp = folder.stamp(path);
        const auto known = std::lower_bound(before.begin(), before.end(), path,
                                            [](const DiskFile& file, const std::string& at) { return file.path < at; });
        if (stamp && known != before.end() && known->path == path && known->stamp == stamp) {
            disk.push_back(*known);
            continue;
        }
        auto bytes = folder.read(path);
        if (!bytes && bytes.error().code == "file-not-found") continue; // gone in between
        if (!bytes) return bytes.error();
        DiskFile file{std::move(path), base::sha256(*bytes), nullptr, stamp};
        const bool text = bytes->size() <= yaml::kMaxBytes && bytes->find('\0') == std::string::npos &&
                          !base::invalid_utf8(*bytes);
        if (text) file.text = std::make_shared<const std::string>(std::move(bytes).value());
        disk.push_back(std::move(file));
    }
    return disk;
}

} // namespace timbang::content
