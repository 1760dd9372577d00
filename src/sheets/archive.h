#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace timbang::sheets {

/// Largest spreadsheet file, in bytes.
inline constexpr std::size_t kLargestWorkbook = std::size_t{32} << 20;
/// What the parts of one spreadsheet may unpack to, together.
inline constexpr std::size_t kMostUnpacked = std::size_t{192} << 20;
inline constexpr std::size_t kMostParts = 4096;

/// The parts of a spreadsheet file, which is a zip archive. Everything its directory says is checked before a byte is
/// unpacked, so that a small file cannot ask for much memory.
class Archive {
public:
    /// `bytes` must outlive this. Codes, with `path`: "sheet-broken" (no archive, cut off, parts that lie outside the
    /// file or stand twice), "sheet-encrypted", "sheet-unpacks-too-large" (`limit` in megabytes),
    /// "sheet-too-many-parts" (`limit`).
    [[nodiscard]] static base::Result<Archive> open(std::string_view bytes, const std::string& path);

    [[nodiscard]] bool has(std::string_view name) const { return parts_.find(name) != parts_.end(); }
    /// Whether a part's name begins like this.
    [[nodiscard]] bool has_below(std::string_view prefix) const;
    /// A part unpacked; nothing where there is none, or where it is damaged.
    [[nodiscard]] std::optional<std::string> read(std::string_view name) const;

private:
    struct Part {
        std::uint32_t packed = 0;
        std::uint32_t unpacked = 0;
        std::uint32_t offset = 0;
        std::uint32_t checksum = 0;
        std::uint16_t method = 0;
    };

    /// Reads the directory; gives the code of what is wrong, or nothing.
    std::string_view read_directory(std::size_t offset, std::size_t count);

    std::string_view bytes_;
    std::map<std::string, Part, std::less<>> parts_;
    std::size_t unpacked_ = 0;
};

} // namespace timbang::sheets
