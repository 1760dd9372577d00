#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/catalogue.h"
#include "base/diagnostics.h"
#include "content/draft.h"
#include "content/library.h"
#include "sheets/workbook.h"
#include "sheets/write.h"

namespace timbang::content {

// A case or a framework as a workbook that people fill in with Excel or LibreOffice, and the way back. The sheets of a
// case: case, evidence, indicators, references, near, problems, replies, panelists, panel; of a framework: framework,
// criteria, indicators, bands, checklists, rules, problem types, categories, verdicts. Names of sheets and columns come
// from the catalogue ("workbook.sheet-…", "workbook.column-…"); both languages and the key itself are understood.

/// What is said of a cell. Its text is the catalogue's "workbook.<code>", whose arguments `sheet`, `row`, `letter` (of
/// the column), `cell` ("B7"), `value` and, for errors, `expected` are always there.
struct CellFinding {
    base::Severity severity = base::Severity::Error;
    std::string code;
    std::string sheet;
    std::size_t row = 0;    ///< from 1, as the spreadsheet shows it; 0: the sheet as a whole
    std::size_t column = 0; ///< from 1; 0: the row as a whole
    std::string value;
    base::Args args;

    [[nodiscard]] base::Message message() const { return {"workbook." + code, args}; }
};

/// What reading a workbook into a case or a framework comes to. With an error among the findings there are no changes.
struct WorkbookChanges {
    std::vector<CellFinding> findings;
    /// Whole new texts of the files that differ, by path from the folder of the case (of the framework: its own name).
    std::map<std::string, std::string> files;
    /// The same as edits, one after the other, for files that were there; a file that was not stands in `files` only.
    std::vector<TextEdit> edits;
    std::size_t added = 0;   ///< rows that are new
    std::size_t changed = 0; ///< rows with another value
    std::size_t removed = 0; ///< rows that are gone

    [[nodiscard]] bool has_errors() const;
};

/// The case of a folder as a workbook. Codes: those of reading its files, "workbook-unreadable" {path} where a file is
/// no YAML, "workbook-no-framework" {path} where its framework is not found.
[[nodiscard]] base::Result<sheets::OutBook> export_case(const std::string& folder, const CheckContext& context,
                                                        const base::Catalogue& words, base::Lang lang);
/// A framework file as a workbook. Codes as above.
[[nodiscard]] base::Result<sheets::OutBook> export_framework(const std::string& path, const base::Catalogue& words,
                                                             base::Lang lang);

/// What a workbook changes in the case of a folder. Only values that differ from the files are touched, so that
/// comments, order and everything that the workbook does not hold stay as they are; sheets and columns that are not
/// there change nothing. A row that is missing on a sheet that is there takes its item away. Codes as above.
[[nodiscard]] base::Result<WorkbookChanges> import_case(const sheets::Workbook& book, const std::string& folder,
                                                        const CheckContext& context, const base::Catalogue& words);
/// The same for a framework; a file that is not there is begun anew. `path` names it.
[[nodiscard]] base::Result<WorkbookChanges> import_framework(const sheets::Workbook& book, const std::string& path,
                                                             const base::Catalogue& words);

} // namespace timbang::content
