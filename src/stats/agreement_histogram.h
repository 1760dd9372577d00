#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace timbang::stats {

/// How often each byte below `categories` stands in `codes`; other bytes are passed over. `counts` has `categories`
/// entries (at most 255) that are overwritten. Few categories are compared sixteen codes at a time.
void count_bytes(std::span<const std::uint8_t> codes, std::size_t categories, std::uint32_t* counts);

/// A block of bytes: `rows` lines of `width` columns that stand `stride` bytes apart.
struct ByteBlock {
    const std::uint8_t* first = nullptr;
    std::size_t rows = 0;
    std::size_t width = 0;
    std::size_t stride = 0;
};

/// Adds, for each column of a block, how often each byte below `categories` stands in it:
/// counts[column × categories + code].
void count_columns(const ByteBlock& block, std::size_t categories, std::uint32_t* counts);

/// Turns numbers into bytes where each is a whole number from 0 to 254 (255 = NaN). Returns false, with `bytes`
/// unspecified, at the first block with another number.
[[nodiscard]] bool bytes_of(std::span<const double> values, std::uint8_t* bytes);

} // namespace timbang::stats
