#include "store/local_file.h"

#include <cassert>

#include "base/files.h"
#include "base/hash.h"

namespace timbang::store {
namespace {

// "TMBG", kind, version, size of the content, SHA-256 of all that is before it and the content; numbers little-endian.
constexpr std::string_view kMagic = "TMBG";
constexpr std::size_t kHead = 4 + 4 + 4 + 8;
constexpr std::size_t kHash = 64;

void put(std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>((value >> (8 * i)) & 0xFFu));
}

std::uint64_t get(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[i]);
    return value;
}

std::string checksum(std::string_view head, std::string_view content) {
    base::Sha256 sum;
    sum.add(head);
    sum.add(content);
    return sum.finish();
}

} // namespace

base::Result<LocalFile> read_local_file(const std::string& path, std::string_view kind, std::uint32_t newest) {
    base::Result<std::string> read = base::read_file(path);
    if (!read) return read.error();
    const std::string_view bytes = *read;
    const base::Args args{{"path", path}};
    if (bytes.size() < 8 || bytes.substr(0, 4) != kMagic || bytes.substr(4, 4) != kind)
        return base::Error(kMagic.starts_with(bytes.substr(0, 4)) && bytes.size() < 8 ? "local-file-damaged"
                                                                                      : "local-file-foreign",
                           args);
    if (bytes.size() < kHead + kHash) return base::Error("local-file-damaged", args);
    LocalFile file;
    file.version = static_cast<std::uint32_t>(get(bytes.substr(8, 4)));
    const std::string_view content = bytes.substr(kHead + kHash);
    if (get(bytes.substr(12, 8)) != content.size() ||
        checksum(bytes.substr(0, kHead), content) != bytes.substr(kHead, kHash))
        return base::Error("local-file-damaged", args);
    if (file.version > newest) return base::Error("local-file-newer", args);
    file.content = content;
    return file;
}

base::Status write_local_file(const std::string& path, std::string_view kind, std::uint32_t version,
                              std::string_view content) {
    assert(kind.size() == 4);
    std::string bytes(kMagic);
    bytes.append(kind);
    put(bytes, version, 4);
    put(bytes, content.size(), 8);
    bytes.append(checksum(bytes, content)).append(content);
    if (base::Status made = base::make_folders(base::parent_path(path)); !made) return made;
    return base::write_file_atomically(path, bytes);
}

} // namespace timbang::store
