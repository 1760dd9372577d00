#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace timbang::store {

/// A file that only this computer writes and reads: magic, kind, version, size and checksum before the content, written
/// atomically. Bytes from another machine never come this way.
struct LocalFile {
    std::uint32_t version = 0;
    std::string content;
};

/// Codes: "file-not-found", "local-file-foreign" (another kind, or none of ours), "local-file-newer" (version above
/// `newest`), "local-file-damaged". `kind` has four letters.
[[nodiscard]] base::Result<LocalFile> read_local_file(const std::string& path, std::string_view kind, std::uint32_t newest);
base::Status write_local_file(const std::string& path, std::string_view kind, std::uint32_t version, std::string_view content);

} // namespace timbang::store
