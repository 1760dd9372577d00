#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace timbang::base {

/// Offset of the first byte that is no valid UTF-8 (overlong forms, surrogates and code points above 10FFFF included);
/// nothing when all is well.
[[nodiscard]] std::optional<std::size_t> invalid_utf8(std::string_view text);

/// The code point at `offset` and the offset behind it; U+FFFD and one byte further on a bad one. `offset` must be inside.
struct CodePoint { char32_t value; std::size_t next; };
[[nodiscard]] CodePoint code_point_at(std::string_view text, std::size_t offset);
/// Offset of the first byte at or behind `from` that is no ASCII; the size of the text when there is none.
[[nodiscard]] std::size_t ascii_end(std::string_view text, std::size_t from = 0);

void append_utf8(std::string& text, char32_t value);
/// Count of code points.
[[nodiscard]] std::size_t length(std::string_view text);
/// Runs of white space (no-break space included) as one space, none at the ends.
[[nodiscard]] std::string fold_spaces(std::string_view text);
/// Without the spaces, tabs and '\r' at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::string join(const std::vector<std::string>& words, std::string_view between = ", ");
/// Lower case of Latin letters with and without accents, for searching.
[[nodiscard]] std::string fold_case(std::string_view text);
/// Levenshtein distance in code points, for suggesting a near id.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

} // namespace timbang::base
