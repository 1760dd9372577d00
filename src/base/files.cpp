#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/entry.h"
#include "base/ids.h"
#include "base/utf8.h"

namespace timbang::base {
namespace {

/// Closes a file descriptor at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { if (number_ >= 0) ::close(number_); }
    [[nodiscard]] int get() const { return number_; }
    explicit operator bool() const { return number_ >= 0; }
    /// False when the system reports an error that writing had not shown yet.
    bool close() { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

Error read_error(const std::string& path) {
    return Error(errno == ENOENT || errno == ENOTDIR ? "file-not-found" : "file-unreadable", {{"path", path}});
}

Error write_error(const std::string& path) {
    return Error(errno == ENOSPC || errno == EDQUOT ? "disk-full" : "file-unwritable", {{"path", path}});
}

bool write_all(int file, std::string_view content) {
    while (!content.empty()) {
        const ssize_t count = ::write(file, content.data(), content.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        content.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// Writes and syncs a new file beside `target`, with the rights of the one it will replace.
bool write_beside(const std::string& beside, const std::string& target, std::string_view content) {
    Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file) return false;
    struct stat old {};
    if (::stat(target.c_str(), &old) == 0) (void)::fchmod(file.get(), old.st_mode & 0777);
    return write_all(file.get(), content) && ::fsync(file.get()) == 0 && file.close();
}

std::string real_path(const std::string& path) {
    char resolved[PATH_MAX];
    return ::realpath(path.c_str(), resolved) ? std::string(resolved) : std::string();
}

bool inside(const std::string& root, const std::string& path) {
    return path == root || root == "/" || (path.starts_with(root) && path[root.size()] == '/');
}

/// The names of a path without "." and with ".." carried out; nothing when it climbs above its start.
std::optional<std::vector<std::string>> normal_names(std::string_view path) {
    std::vector<std::string> names;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view name = path.substr(0, slash);
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
        if (name.empty() || name == ".") continue;
        if (name != "..") {
            names.emplace_back(name);
        } else if (names.empty()) {
            return std::nullopt;
        } else {
            names.pop_back();
        }
    }
    return names;
}

/// Whether no link on the way leads out of `root` (a real path). What does not exist yet cannot lead anywhere.
bool stays_inside(const std::string& root, const std::vector<std::string>& names) {
    std::string at = root;
    for (const std::string& name : names) {
        at = join_path(at, name);
        struct stat entry {};
        if (::lstat(at.c_str(), &entry) != 0) return errno == ENOENT || errno == ENOTDIR;
        if (!S_ISLNK(entry.st_mode)) continue;
        at = real_path(at);
        if (at.empty() || !inside(root, at)) return false;
    }
    return true;
}

} // namespace

Result<std::string> read_file(const std::string& path, std::size_t limit, Links links) {
    // Non-blocking, so that a named pipe in a case folder cannot hold the program up.
    const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (links == Links::Refuse ? O_NOFOLLOW : 0);
    const Descriptor file(::open(path.c_str(), flags));
    if (!file && errno == ELOOP && links == Links::Refuse) return Error("file-is-link", {{"path", path}});
    if (!file) return read_error(path);
    struct stat entry {};
    if (::fstat(file.get(), &entry) != 0 || !S_ISREG(entry.st_mode)) return Error("file-unreadable", {{"path", path}});
    const auto too_large = [&] {
        return Error("file-too-large", {{"path", path}, {"limit", static_cast<std::int64_t>(limit)}});
    };
    if (static_cast<unsigned long long>(entry.st_size) > limit) return too_large();
    std::string content(static_cast<std::size_t>(entry.st_size) + 1, '\0');
    std::size_t size = 0;
    for (;;) {
        if (size == content.size()) content.resize(content.size() * 2);
        const std::size_t asked = content.size() - size;
        const ssize_t count = ::read(file.get(), content.data() + size, asked);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return read_error(path);
        size += static_cast<std::size_t>(count);
        if (size > limit) return too_large(); // it grew while it was read
        // Less than asked for at the size that the file has: its end.
        if (count == 0 || (static_cast<std::size_t>(count) < asked && size == static_cast<std::size_t>(entry.st_size)))
            break;
    }
    content.resize(size);
    return content;
}

std::string name_beside(const std::string& path) {
    return join_path(parent_path(path), "." + file_name(path) + "." + std::to_string(secure_random() & 0xFFFFFFFFu));
}

Status write_file_atomically(const std::string& path, std::string_view content) {
    const std::string linked = real_path(path); // replace what a link points to, not the link
    const std::string target = linked.empty() ? path : linked;
    const std::string folder = parent_path(target);
    const std::string beside = name_beside(target);
    if (!write_beside(beside, target, content) || ::rename(beside.c_str(), target.c_str()) != 0) {
        const Error error = write_error(path);
        (void)::unlink(beside.c_str());
        return error;
    }
    const Descriptor opened(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some network folders cannot be synced (EINVAL); the rename itself has happened.
    if (opened && ::fsync(opened.get()) != 0 && errno != EINVAL) return write_error(path);
    return {};
}

Status make_folders(const std::string& path) {
    if (file_kind(path) == FileKind::Folder || path.empty()) return {};
    const std::string above = parent_path(path);
    if (!above.empty() && above != path)
        if (Status made = make_folders(above); !made) return made;
    if (::mkdir(path.c_str(), 0777) != 0 && file_kind(path) != FileKind::Folder)
        return Error("folder-unwritable", {{"path", path}});
    return {};
}

Result<std::string> safe_join(const std::string& folder, std::string_view path) {
    const Error leaves("path-leaves-folder", {{"path", std::string(path)}});
    if (path.starts_with('/') || path.find('\0') != std::string_view::npos) return leaves;
    const auto names = normal_names(path);
    if (!names) return leaves;
    const std::string root = real_path(folder.empty() ? "." : folder);
    if (!root.empty() && !stays_inside(root, *names)) return leaves;
    std::string joined = folder;
    for (const std::string& name : *names) joined = join_path(joined, name);
    return joined;
}

FileKind file_kind(const std::string& path) {
    struct stat entry {};
    if (::stat(path.c_str(), &entry) != 0) return FileKind::Missing;
    return S_ISDIR(entry.st_mode) ? FileKind::Folder : FileKind::File;
}

std::optional<FileKind> kind_unless_link(const std::string& path) {
    struct stat entry {};
    if (::lstat(path.c_str(), &entry) != 0) return FileKind::Missing;
    if (S_ISLNK(entry.st_mode)) return std::nullopt;
    return S_ISDIR(entry.st_mode) ? FileKind::Folder : FileKind::File;
}

FileStamp file_stamp(const std::string& path) {
    struct stat entry {};
    if (::stat(path.c_str(), &entry) != 0) return {};
    return {entry.st_mtim.tv_sec * 1'000'000'000LL + entry.st_mtim.tv_nsec, entry.st_size};
}

std::vector<std::string> list_folder(const std::string& path) {
    std::vector<std::string> names;
    DIR* const folder = ::opendir(path.c_str());
    if (!folder) return names;
    while (const dirent* const entry = ::readdir(folder)) {
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") names.emplace_back(name);
    }
    ::closedir(folder);
    std::sort(names.begin(), names.end());
    return names;
}

std::string same_but_case(const std::string& folder, std::string_view name) {
    const std::string wanted = fold_case(name);
    for (std::string& entry : list_folder(folder))
        if (entry != name && fold_case(entry) == wanted) return std::move(entry);
    return "";
}

bool on_network(const std::string& path) {
    std::string at = path.empty() ? "." : path;
    struct statfs info {};
    while (::statfs(at.c_str(), &info) != 0) {
        const std::string above = parent_path(at);
        if (above == at) return false;
        at = above.empty() ? "." : above;
    }
    // Magic numbers of statfs(2): NFS, SMB, CIFS, SMB2, AFS, CODA, NCP, 9P, FUSE (sshfs and others), CEPH, GFS2,
    // Lustre.
    constexpr unsigned long kKinds[] = {0x6969,     0x517B,     0xFF534D42, 0xFE534D42, 0x5346414F, 0x73757245,
                                        0x564C,     0x01021997, 0x65735546, 0x00C36400, 0x01161970, 0x0BD00BD0};
    return std::find(std::begin(kKinds), std::end(kKinds), static_cast<unsigned long>(info.f_type) & 0xFFFFFFFFu) !=
           std::end(kKinds);
}

std::string join_path(std::string_view folder, std::string_view name) {
    std::string joined(folder);
    if (!joined.empty() && joined.back() != '/' && !name.empty()) joined.push_back('/');
    return joined.append(name);
}

std::string parent_path(std::string_view path) {
    while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return "";
    return std::string(slash == 0 ? "/" : path.substr(0, slash));
}

std::string file_name(std::string_view path) {
    while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
    return std::string(path.substr(path.rfind('/') + 1)); // npos + 1 is 0
}

} // namespace timbang::base
