#include "store/recovery.h"

#include <filesystem>

#include "base/files.h"
#include "store/local_file.h"
#include "store/pack.h"

namespace timbang::domain {

template <class Archive> void serialize(Archive& archive, FreeText& text) { archive(text.field, text.text); }

} // namespace timbang::domain

namespace timbang::store {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kKind = "RCVR";
constexpr std::uint32_t kVersion = 1;
constexpr std::string_view kEnding = ".recovery";
constexpr std::size_t kReserveBytes = 256 * 1024; ///< a long session is some tens of kilobytes

std::string reserve_path(const std::string& folder) { return folder + ".reserve"; }

} // namespace

template <class Archive> void save(Archive& archive, const StoredEvent& event) {
    const std::int64_t time = event.time.time_since_epoch().count();
    archive(event.id, event.seq, event.type, time, event.payload, event.payload_hash, event.texts);
}

template <class Archive> void load(Archive& archive, StoredEvent& event) {
    std::int64_t time = 0;
    archive(event.id, event.seq, event.type, time, event.payload, event.payload_hash, event.texts);
    event.time = base::Time(std::chrono::milliseconds(time));
}

template <class Archive> void serialize(Archive& archive, RecoveryFile& file) { archive(file.session, file.events); }

std::string new_recovery_path(const std::string& folder, const std::string& session) {
    for (int n = 1;; ++n) {
        const std::string name = session + (n == 1 ? "" : "-" + std::to_string(n));
        std::string path = base::join_path(folder, name).append(kEnding);
        if (base::file_kind(path) == base::FileKind::Missing) return path;
    }
}

base::Status write_recovery(const std::string& path, const RecoveryFile& file) {
    base::Status written = write_local_file(path, kKind, kVersion, pack(file));
    // What somebody wrote is nobody else's business, as in the record. A file system without such rights is left as it
    // is.
    std::error_code ignored;
    if (written) fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
    return written;
}

base::Result<RecoveryFile> read_recovery(const std::string& path) {
    const base::Result<LocalFile> file = read_local_file(path, kKind, kVersion);
    if (!file) return file.error();
    std::optional<RecoveryFile> recovered = unpack<RecoveryFile>(file->content);
    if (!recovered) return base::Error("local-file-damaged", {{"path", path}});
    return *recovered;
}

void keep_reserve(const std::string& folder) {
    const std::string path = reserve_path(folder);
    if (base::file_stamp(path).size >= static_cast<long long>(kReserveBytes)) return;
    (void)base::write_file_atomically(path, std::string(kReserveBytes, 'x'));
}

void give_up_reserve(const std::string& folder) {
    std::error_code ignored;
    fs::remove(reserve_path(folder), ignored);
}

std::vector<std::string> recovery_files(const std::string& folder) {
    std::vector<std::string> paths;
    for (const std::string& name : base::list_folder(folder))
        if (!name.starts_with('.') && name.ends_with(kEnding)) paths.push_back(base::join_path(folder, name));
    return paths;
}

} // namespace timbang::store
