#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "base/files.h"
#include "content/workbook.h"
#include "support/temp_folder.h"

namespace timbang::test {

/// A workbook in memory, as people change it: cells by sheet, row and heading. What a file would hold after saving.
class EditedBook {
public:
    explicit EditedBook(const sheets::OutBook& book) {
        for (const sheets::OutSheet& sheet : book.sheets) {
            sheets::Sheet& made = book_.sheets.emplace_back();
            made.name = sheet.name;
            for (std::size_t column = 0; column < sheet.columns.size() && sheet.headings; ++column)
                set(made, 1, column + 1, sheet.columns[column].heading);
            for (std::size_t row = 0; row < sheet.rows.size(); ++row)
                for (std::size_t column = 0; column < sheet.rows[row].size(); ++column)
                    set(made, row + 2, column + 1, sheet.rows[row][column]);
        }
    }

    [[nodiscard]] const sheets::Workbook& book() const { return book_; }
    [[nodiscard]] sheets::Sheet& sheet(const std::string& name) {
        for (sheets::Sheet& sheet : book_.sheets)
            if (sheet.name == name) return sheet;
        FAIL("no sheet ", name);
        return book_.sheets.front();
    }
    [[nodiscard]] std::size_t column(const std::string& name, const std::string& heading) {
        for (std::size_t i = 1; i <= sheet(name).columns(1); ++i)
            if (sheet(name).cell({1, i}).text == heading) return i;
        FAIL("no column ", heading, " on ", name);
        return 0;
    }
    /// The row whose first cells say this.
    [[nodiscard]] std::size_t row(const std::string& name, const std::vector<std::string>& first) {
        for (std::size_t row = 1; row <= sheet(name).rows(); ++row) {
            bool same = true;
            for (std::size_t i = 0; i < first.size(); ++i)
                same &= first[i].empty() || sheet(name).cell({row, i + 1}).text == first[i];
            if (same) return row;
        }
        FAIL("no row ", first.front(), " on ", name);
        return 0;
    }
    [[nodiscard]] std::string text(const std::string& name, std::size_t row, const std::string& heading) {
        return sheet(name).cell({row, column(name, heading)}).text;
    }
    void set(const std::string& name, std::size_t row, const std::string& heading, const std::string& text) {
        set(sheet(name), row, column(name, heading), text);
    }
    void set(const std::string& name, std::size_t row, const std::string& heading, const sheets::Cell& cell) {
        sheet(name).set({row, column(name, heading)}, cell);
    }
    /// Rows of a sheet as they are now with another order, or with some left out; 1 is the row of headings.
    void keep_rows(const std::string& name, const std::vector<std::size_t>& rows) {
        sheets::Sheet& old = sheet(name);
        sheets::Sheet made;
        made.name = old.name;
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t column = 1; column <= old.columns(rows[i]); ++column)
                made.set({i + 1, column}, old.cell({rows[i], column}));
        old = std::move(made);
    }
    void drop_sheet(const std::string& name) {
        std::erase_if(book_.sheets, [&](const sheets::Sheet& sheet) { return sheet.name == name; });
    }

private:
    static void set(sheets::Sheet& sheet, std::size_t row, std::size_t column, const std::string& text) {
        sheet.set({row, column}, {text.empty() ? sheets::CellKind::Empty : sheets::CellKind::Text, false, false, text});
    }
    sheets::Workbook book_;
};

} // namespace timbang::test
