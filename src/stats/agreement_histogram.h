#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace timbang::stats {

/// How often each byte below `categories` stands in `codes`; other bytes are passed over. `counts` has `categories`
/// entries (at most 255) that are overwritten. Few categories are compared sixteen codes at a time.
void count_bytes(std::span<const std::uint8_t> codes, std::size_t categories, std::uint32_t* counts);

/// Adds, for each of `width` columns of a block of rows, how often each byte below `categories` stands in it:
/// counts[column × categories + code]. `rows` point to the first column of the block in each row.
void count_columns(std::span<const std::uint8_t* const> rows, std::size_t width, std::size_t categories,
                   std::uint32_t* counts);

/// Turns numbers into bytes where each is a whole number from 0 to 254 (255 = NaN). Returns false, with `bytes`
/// unspecified, at the first block with another number.
[[nodiscard]] bool bytes_of(std::span<const double> values, std::uint8_t* bytes);

} // namespace timbang::stats
