#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace timbang::content {

/// How figures are written: Indonesian 6.729 and 1.234,5; English 6,729 and 1,234.5.
enum class Notation { Indonesian, English };

/// What stands in a cell of a table.
struct CellFigure {
    enum class Kind { Blank, Figure, Other } kind = Kind::Other;
    std::int64_t value = 0; ///< in units of 1/kFigureUnit
    int decimals = 0;       ///< digits behind the decimal sign, as written
};
inline constexpr std::int64_t kFigureUnit = 10000;

/// Reads a count or an amount: "6.729", "Rp 1.234,50", "(120)" and "-120" for less than nothing, "1.232 orang" with its
/// unit. Blank: nothing, a dash, "nihil". Other: words, shares ("95,0 %"), dates, more than four decimals, too many
/// digits.
[[nodiscard]] CellFigure cell_figure(std::string_view cell, Notation notation);

} // namespace timbang::content
