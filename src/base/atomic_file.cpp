#include "base/atomic_file.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "base/files.h"

namespace timbang::base {

struct AtomicFile::Inner {
    std::string path;
    std::string beside;
    int file = -1;

    Inner() = default;
    Inner(const Inner&) = delete;
    Inner& operator=(const Inner&) = delete;
    ~Inner() {
        if (file >= 0) ::close(file);
        if (!beside.empty()) (void)::unlink(beside.c_str());
    }
    [[nodiscard]] Error error() const {
        return Error(errno == ENOSPC || errno == EDQUOT ? "disk-full" : "file-unwritable", {{"path", path}});
    }
};

AtomicFile::AtomicFile(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
AtomicFile::AtomicFile(AtomicFile&&) noexcept = default;
AtomicFile& AtomicFile::operator=(AtomicFile&&) noexcept = default;
AtomicFile::~AtomicFile() = default;

Result<AtomicFile> AtomicFile::open(const std::string& path) {
    auto inner = std::make_unique<Inner>();
    inner->path = path;
    if (file_kind(path) == FileKind::Folder) return Error("file-unwritable", {{"path", path}});
    const std::string beside = name_beside(path);
    inner->file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (inner->file < 0) return inner->error();
    inner->beside = beside;
    return AtomicFile(std::move(inner));
}

Status AtomicFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(inner_->file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return inner_->error();
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

Status AtomicFile::commit() {
    if (::fsync(inner_->file) != 0) return inner_->error();
    if (::close(std::exchange(inner_->file, -1)) != 0) return inner_->error();
    if (::rename(inner_->beside.c_str(), inner_->path.c_str()) != 0) return inner_->error();
    inner_->beside.clear();
    const std::string folder = parent_path(inner_->path);
    const int opened = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return {};
    // Some network folders cannot be synced (EINVAL); the rename itself has happened.
    const bool synced = ::fsync(opened) == 0 || errno == EINVAL;
    const Status status = synced ? Status() : Status(inner_->error());
    ::close(opened);
    return status;
}

} // namespace timbang::base
