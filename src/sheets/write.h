#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"

namespace timbang::sheets {

/// A column of a sheet that people fill in.
struct OutColumn {
    std::string heading;
    std::string hint;                 ///< shown beside a cell while it is chosen; at most 255 characters are kept
    double width = 20;                ///< in characters of the standard font
    bool number = false;              ///< what reads as a number becomes one; else every cell is text
    bool key = false;                 ///< names the row; its heading is drawn more strongly
    std::vector<std::string> choices; ///< offered in a drop-down list; empty: none
};

/// A sheet: the headings, then the rows. Rows may be shorter than the headings.
struct OutSheet {
    std::string name; ///< at most 31 characters, none of []:*?/\ (Excel's rule)
    std::vector<OutColumn> columns;
    std::vector<std::vector<std::string>> rows;
    bool headings = true;           ///< false: text to read, the first column in bold where the second is empty
    std::size_t frozen_columns = 0; ///< these stay in sight while one scrolls
};

struct OutBook {
    std::vector<OutSheet> sheets;
    std::string lists_name;    ///< name of the last sheet, which holds what the drop-down lists offer
    std::string refused_title; ///< of the box that tells that a value is not in the list
    std::string refused_text;
};

/// Writes XLSX: the headings stay in sight and carry a filter, texts wrap, lists drop down for a thousand rows beyond
/// the last. Nothing is written as a formula. Codes: "file-unwritable", "disk-full"; "sheet-text-too-long" (`path`,
/// `sheet`, `cell`, `limit`: Excel's 32,767 characters).
base::Status write_xlsx(const OutBook& book, const std::string& path);

/// Writes one CSV file for each sheet into a folder, which is made: UTF-8 with a byte-order mark, as Excel expects it.
/// With `delimiter` ';' numbers get a decimal comma. Text that a spreadsheet would take for a formula gets an
/// apostrophe before it, which reading takes away again. Codes: "folder-unwritable", "file-unwritable", "disk-full".
base::Status write_csv_folder(const OutBook& book, const std::string& folder, char delimiter);

/// The text of one CSV file, as above.
[[nodiscard]] std::string csv_text(const OutSheet& sheet, char delimiter);

} // namespace timbang::sheets
