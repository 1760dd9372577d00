#include "content/workbook/import.h"

#include <set>

namespace timbang::content {

bool WorkbookChanges::has_errors() const {
    for (const CellFinding& finding : findings)
        if (finding.severity == base::Severity::Error) return true;
    return false;
}

namespace workbook {

using base::Severity;

std::vector<Row> rows_of_owner(const ReadSheet& sheet, const std::string& owner) {
    if (!sheet.found.spec->of_indicator) return sheet.rows;
    std::vector<Row> rows;
    for (const Row& row : sheet.rows)
        if (row.cell(0) == owner) rows.push_back(row);
    return rows;
}

void check_rows(const ReadSheet& sheet, CellFindings& findings) {
    const SheetSpec& spec = *sheet.found.spec;
    const auto at = [&](const Row& row, std::size_t column) {
        return spec.rows == Rows::Fields ? sheet.found.at(sheet.found.columns[column], 2)
                                         : sheet.found.at(row.at.row, sheet.found.columns[column]);
    };
    std::set<std::pair<std::string, std::string>> seen;
    for (const Row& row : sheet.rows) {
        for (std::size_t i = 0; i + 1 < spec.columns.size() && spec.rows != Rows::Bands; ++i) {
            const bool pair = spec.columns[i].type == CellType::TextId && row.cells[i] && row.cells[i + 1];
            if (!pair || row.cell(i).empty() == row.cell(i + 1).empty() || is_raw(row.cell(i))) continue;
            if (spec.columns[i].required) continue; // told already
            const std::size_t empty = row.cell(i).empty() ? i : i + 1;
            findings.add(Severity::Error, "row-missing-language", at(row, empty), "",
                         {{"expected", base::Key{"workbook.expected-text"}}});
        }
        if (spec.key_column < 0) continue;
        const std::string key = row.cell(static_cast<std::size_t>(spec.key_column));
        if (key.empty() || spec.rows == Rows::Bands) continue;
        if (!seen.emplace(spec.of_indicator ? row.cell(0) : "", key).second)
            findings.add(Severity::Error, "row-twice", at(row, static_cast<std::size_t>(spec.key_column)), key);
    }
}

WorkbookChanges finish(const Documents& documents, CellFindings& findings, const Counts& counts) {
    WorkbookChanges changes;
    const bool errors = findings.has_errors();
    changes.findings = findings.take();
    if (errors) return changes;
    for (const auto& [path, editor] : documents.editors) {
        const auto before = documents.before.find(path);
        if (before != documents.before.end() && before->second == editor->text()) continue;
        changes.files[path] = editor->text();
        if (before == documents.before.end()) continue;
        changes.edits.insert(changes.edits.end(), editor->edits().begin(), editor->edits().end());
    }
    changes.added = counts.added;
    changes.changed = counts.changed;
    changes.removed = counts.removed;
    return changes;
}

void note_workbook(const sheets::Workbook& book, const std::vector<FoundSheet>& found, CellFindings& findings) {
    const Entered whole{nullptr, {0, 0}, {}};
    if (book.macros) findings.add(Severity::Note, "macros-left", whole, "");
    if (found.empty()) findings.add(Severity::Error, "nothing-known", whole, "");
}

} // namespace workbook
} // namespace timbang::content
