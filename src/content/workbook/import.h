#pragma once

#include "content/workbook/apply.h"

namespace timbang::content::workbook {

/// The rows of a recognised sheet, as read.
struct ReadSheet {
    FoundSheet found;
    std::vector<Row> rows;
};

/// Rows of one owner, or all where rows have none.
[[nodiscard]] std::vector<Row> rows_of_owner(const ReadSheet& sheet, const std::string& owner);
/// What must hold among the cells of rows: both languages or none, no row twice.
void check_rows(const ReadSheet& sheet, CellFindings& findings);
/// What changed, or nothing where there are errors.
[[nodiscard]] WorkbookChanges finish(const Documents& documents, CellFindings& findings, const Counts& counts);
/// Notes on the workbook as a whole.
void note_workbook(const sheets::Workbook& book, const std::vector<FoundSheet>& found, CellFindings& findings);

} // namespace timbang::content::workbook
