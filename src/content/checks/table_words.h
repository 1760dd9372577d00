#pragma once

#include <string_view>

namespace timbang::content {

enum class RowKind { Plain, Total, Aside }; ///< aside: an average, a share, a part of the row above

/// What a row of a table is, by its label in lower case. "Jumlah" and "Total kabupaten" are totals; "Jumlah penduduk"
/// names what is counted and is a row like others.
[[nodiscard]] RowKind row_kind(std::string_view label);

/// Whether a column with this header (lower case) is added up: not shares, averages, rates, prices of one piece, nor
/// numbers that only name.
[[nodiscard]] bool is_added_up(std::string_view header);

/// How deep the number in front of a row is: "1.2" is 2; 0 for what is no such number.
[[nodiscard]] int number_depth(std::string_view number);

} // namespace timbang::content
