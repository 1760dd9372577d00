#pragma once

#include <span>
#include <string_view>

namespace timbang::room {

/// A file of assets/room as it was built into the program.
struct WebFile {
    std::string_view name; ///< "app.js"
    std::string_view tag;  ///< start of its SHA-256, for ETag
    std::string_view plain;
    std::string_view gzip;
};

/// Sorted by name. Made at build time (embed_page.cmake).
[[nodiscard]] std::span<const WebFile> web_files();

} // namespace timbang::room
