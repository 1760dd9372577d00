#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/join.h"

// The bytes before and behind the packed lines of an export; inside this module only.

namespace timbang::store {

inline constexpr std::size_t kFrameHead = 8;   ///< magic and size
inline constexpr std::size_t kMaxHead = 65536; ///< of the head's JSON
/// SHA-256 and signature in JSON are always as long.
inline constexpr std::size_t kTailBytes = kFrameHead + 220;

/// A skippable frame of zstd around `content`.
[[nodiscard]] std::string skippable_frame(std::string_view content);
/// The size of the content when `bytes` begin with a skippable frame's head.
[[nodiscard]] std::optional<std::size_t> frame_size(std::string_view bytes);

[[nodiscard]] std::string head_text(const ExportHead& head);
/// Codes "export-foreign", "export-newer", "export-damaged".
[[nodiscard]] base::Result<ExportHead> read_head(std::string_view text, const std::string& path);

/// What is signed of a file with this hash.
[[nodiscard]] std::string signed_text(const std::string& sha256);
[[nodiscard]] std::string tail_text(const std::string& sha256, const std::string& signature);
struct Tail {
    std::string sha256;
    std::string signature;
};
[[nodiscard]] std::optional<Tail> read_tail(std::string_view text);

/// Whether a text has the form of an id in the record: a UUID in lower case.
[[nodiscard]] bool is_id(std::string_view text);

} // namespace timbang::store
