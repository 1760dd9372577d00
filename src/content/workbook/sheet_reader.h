#pragma once

#include "content/workbook/documents.h"

namespace timbang::content::workbook {

/// Names of sheets and columns as people see them, in both languages.
class Labels {
public:
    explicit Labels(const base::Catalogue& words) : words_(words) {}

    [[nodiscard]] std::string sheet(std::string_view key, base::Lang lang) const;
    [[nodiscard]] std::string column(std::string_view key, base::Lang lang) const;
    /// The hint of a column; "" where it has none.
    [[nodiscard]] std::string hint(std::string_view key, base::Lang lang) const;
    /// Whether the text is the name, in one of the languages or as the key itself.
    [[nodiscard]] bool is_sheet(std::string_view key, std::string_view text) const { return is("sheet-", key, text); }
    [[nodiscard]] bool is_column(std::string_view key, std::string_view text) const { return is("column-", key, text); }
    [[nodiscard]] const base::Catalogue& words() const { return words_; }

private:
    [[nodiscard]] bool is(std::string_view kind, std::string_view key, std::string_view text) const;
    const base::Catalogue& words_;
};

/// A sheet of a workbook that was recognised, with the columns that it has.
struct FoundSheet {
    const SheetSpec* spec = nullptr;
    const sheets::Sheet* sheet = nullptr;
    std::size_t heading_row = 0;
    std::vector<std::size_t> columns; ///< column of the sheet for each column of the specification; 0: not there

    [[nodiscard]] Entered at(std::size_t row, std::size_t column) const { return {sheet, {row, column}, sheet->name}; }
};

/// Recognises sheets and headings. What is not known, stands twice or lacks a column by which rows are told apart is a
/// finding.
[[nodiscard]] std::vector<FoundSheet> find_sheets(const sheets::Workbook& book, const std::vector<SheetSpec>& specs,
                                                  const Labels& labels, CellFindings& findings);

/// What stands in a column, each once, in the order of the rows.
[[nodiscard]] std::vector<std::string> column_texts(const FoundSheet& found, std::size_t column);

/// Every row with a value in a known column. What cannot stand in a cell is a finding.
[[nodiscard]] std::vector<Row> read_rows(const FoundSheet& found, const Names& names, CellFindings& findings);

} // namespace timbang::content::workbook
