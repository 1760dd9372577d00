#include <algorithm>

#include "base/files.h"
#include "sheets/collect.h"
#include "sheets/write.h"

namespace timbang::sheets {

namespace {

/// What makes a spreadsheet take a cell for a formula; a tab or line end before it is skipped there.
constexpr std::string_view kFormula = "=+-@\t\r\n";

void append_cell(std::string& out, std::string_view text, bool number, char delimiter) {
    std::string cell(text);
    const bool is_number = stored_number(text).has_value();
    if (number && is_number && delimiter == ';') std::replace(cell.begin(), cell.end(), '.', ',');
    const bool formula = !cell.empty() && kFormula.find(cell.front()) != std::string_view::npos;
    const bool guarded =
        cell.size() > 1 && cell.front() == '\'' && (cell[1] == '\'' || kFormula.find(cell[1]) != std::string_view::npos);
    if ((formula && !is_number && cell.size() > 1) || guarded) cell.insert(cell.begin(), '\'');
    const bool quoted = !(number && is_number) && cell.find_first_of("\"\n\r\t,;") != std::string::npos;
    if (!quoted) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

} // namespace

std::string csv_text(const OutSheet& sheet, char delimiter) {
    std::string out = "\xEF\xBB\xBF";
    std::size_t width = sheet.columns.size();
    for (const auto& row : sheet.rows)
        width = std::max(width, row.size());
    const auto end_cell = [&](std::size_t column) { out += column + 1 < width ? std::string(1, delimiter) : "\r\n"; };
    for (std::size_t column = 0; column < width && sheet.headings; ++column) {
        if (column < sheet.columns.size()) append_cell(out, sheet.columns[column].heading, false, delimiter);
        end_cell(column);
    }
    for (const auto& row : sheet.rows)
        for (std::size_t column = 0; column < width; ++column) {
            const bool number = column < sheet.columns.size() && sheet.columns[column].number;
            if (column < row.size()) append_cell(out, row[column], number, delimiter);
            end_cell(column);
        }
    return out;
}

base::Status write_csv_folder(const OutBook& book, const std::string& folder, char delimiter) {
    if (base::Status made = base::make_folders(folder); !made) return made;
    for (const OutSheet& sheet : book.sheets) {
        const std::string path = base::join_path(folder, sheet.name + ".csv");
        if (base::Status written = base::write_file_atomically(path, csv_text(sheet, delimiter)); !written)
            return written;
    }
    return {};
}

} // namespace timbang::sheets
