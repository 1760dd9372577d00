#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"

namespace timbang::sheets {

/// A cell as a spreadsheet counts it: rows and columns from 1, blank rows included.
struct Place {
    std::size_t row = 1;
    std::size_t column = 1;
    friend bool operator==(Place, Place) = default;
};

/// "A", "Z", "AA": the name of a column in a spreadsheet; `column` counts from 1.
[[nodiscard]] std::string column_name(std::size_t column);

/// The arguments `row`, `column` and `letter` that every message about a cell has, behind `path`.
[[nodiscard]] base::Args place_args(const std::string& path, Place place);

/// How the decimals of a table are written: 3.5 or 3,5. One form holds for the whole table.
enum class DecimalMark { Point, Comma };

/// Reads a number that fills the whole text, in one form for every place of the program and whatever the locale: an
/// optional sign, digits, the mark and decimals, an exponent, a percent sign (then a hundredth). Nothing for anything
/// else: grouped thousands, the other mark, "inf", "nan", numbers too large for a double.
[[nodiscard]] std::optional<double> parse_number(std::string_view text, DecimalMark mark);

/// A rectangle of text cells in one block of memory, as it was read from a file. Every reader (CSV, spreadsheets) makes
/// the same value. White space at the ends of cells is left out; blank rows are left out but counted in `place`.
class Table {
public:
    /// Where a cell's text stands in `text`.
    struct Span {
        std::uint32_t begin = 0;
        std::uint32_t length = 0;
    };

    Table() = default;
    /// `cells` row by row, `columns` for each row; `row_numbers` is the row of each in the file, counted from 1.
    Table(std::string text, std::vector<Span> cells, std::size_t columns, std::vector<std::uint32_t> row_numbers);

    [[nodiscard]] std::size_t rows() const { return row_numbers_.size(); }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    /// The text of a cell, "" when it is empty. Indices from 0; valid as long as the table.
    [[nodiscard]] std::string_view text(std::size_t row, std::size_t column) const {
        const Span span = cells_[row * columns_ + column];
        return {text_.data() + span.begin, span.length};
    }
    [[nodiscard]] bool empty(std::size_t row, std::size_t column) const {
        return cells_[row * columns_ + column].length == 0;
    }
    [[nodiscard]] std::optional<double> number(std::size_t row, std::size_t column) const {
        return parse_number(text(row, column), mark_);
    }
    [[nodiscard]] Place place(std::size_t row, std::size_t column) const { return {row_numbers_[row], column + 1}; }
    /// Comma when at least one cell is a number written with a decimal comma, else point.
    [[nodiscard]] DecimalMark decimal_mark() const { return mark_; }

private:
    std::string text_;
    std::vector<Span> cells_;
    std::size_t columns_ = 0;
    std::vector<std::uint32_t> row_numbers_;
    DecimalMark mark_ = DecimalMark::Point;
};

} // namespace timbang::sheets
