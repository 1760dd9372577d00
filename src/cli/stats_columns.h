#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheets/table.h"

namespace timbang::cli {

/// The column with this name in the first row, whatever the case of letters, or a failure "stats-column-missing" {name,
/// path, columns}.
[[nodiscard]] base::Result<std::size_t> find_column(const sheets::Table& table, const std::string& path,
                                                    std::string_view name);
[[nodiscard]] bool has_column(const sheets::Table& table, std::string_view name);

/// The elements of a column numbered in the order in which they first occur.
struct Elements {
    std::vector<std::string> names;
    std::vector<std::size_t> of_row; ///< by data row; rows without a text get the number of names
};
[[nodiscard]] Elements elements_of(const sheets::Table& table, std::size_t column);

/// A yes or no: 1 0, yes no, true false, right wrong, ya tidak, benar salah; "stats-outcome" for anything else.
[[nodiscard]] base::Result<bool> yes_or_no(const sheets::Table& table, const std::string& path, std::size_t row,
                                           std::size_t column);

} // namespace timbang::cli
