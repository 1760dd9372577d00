#include <algorithm>

#include "base/files.h"
#include "base/utf8.h"
#include "content/workbook/import.h"
#include "content/yaml/fields.h"

namespace timbang::content {

namespace workbook {

namespace {

using base::Severity;
using yaml::Way;

const ReadSheet* sheet_of(const std::vector<ReadSheet>& sheets, std::string_view key) {
    for (const ReadSheet& sheet : sheets)
        if (sheet.found.spec->key == key) return &sheet;
    return nullptr;
}

/// Names that the workbook itself brings: its sheet of them counts, not the files.
void take_names(const std::vector<FoundSheet>& found, Names& names) {
    for (const FoundSheet& sheet : found) {
        NameSet set = NameSet::None;
        if (sheet.spec->key == "evidence") set = NameSet::Evidence;
        if (sheet.spec->key == "panelists") set = NameSet::Panelists;
        if (sheet.spec->key == "indicators") set = NameSet::CaseIndicators;
        if (set == NameSet::None || sheet.columns[0] == 0) continue;
        names[set].clear();
        for (const std::string& text : column_texts(sheet, 0))
            names[set].push_back({text, {}});
    }
}

/// Scores that the indicator's own scale does not have.
void check_scores(const ReadSheet& sheet, const domain::Framework& framework, CellFindings& findings) {
    const auto& columns = sheet.found.spec->columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].names != NameSet::Scores) continue;
        for (const Row& row : sheet.rows) {
            const domain::Indicator* const indicator = framework.indicator(row.cell(0));
            if (indicator == nullptr || row.cell(i).empty() || is_raw(row.cell(i))) continue;
            if (indicator->scale.place(std::atoi(row.cell(i).c_str()))) continue;
            std::vector<std::string> scale;
            for (const domain::ScaleStep& step : indicator->scale.steps)
                scale.push_back(std::to_string(step.score));
            findings.add(Severity::Error, "cell-off-scale", sheet.found.at(row.at.row, sheet.found.columns[i]),
                         row.cell(i), {{"expected", base::join(scale)}, {"code", row.cell(0)}});
        }
    }
}

/// Reads a file that an indicator was left in, so that what the workbook does not show stays. False where there is such a
/// file and it is not this indicator's.
bool goes_on(Documents& documents, const std::string& folder, const std::string& file, const std::string& code) {
    if (documents.editors.contains(file) || !documents.add(folder, file)) return false;
    const yaml::Node* const told = documents.editors.at(file)->at({"code"});
    return told != nullptr && told->is_scalar() && told->text == code;
}

/// Files for indicators that the workbook adds, or brings back.
void begin_indicators(const ReadSheet& sheet, const std::string& folder, Documents& documents, CellFindings& findings,
                      Counts& counts) {
    for (const Row& row : sheet.rows) {
        const std::string code = row.cell(0);
        if (code.empty() || documents.indicator(code) != nullptr) continue;
        const std::string file = "indicators/" + code + ".yaml";
        if (base::file_kind(base::join_path(folder, file)) != base::FileKind::Missing) {
            if (!goes_on(documents, folder, file, code))
                findings.add(Severity::Error, "indicator-file-other", sheet.found.at(row.at.row, 0), code,
                             {{"file", file}});
            documents.indicators.push_back({code, file, {}});
            ++counts.added;
            continue;
        }
        if (row.cell(1).empty()) { // a new indicator needs its evidence
            if (!row.cells[1])
                findings.add(Severity::Error, "row-needs-column", sheet.found.at(row.at.row, 0), "",
                             {{"column", base::Key{"workbook.column-evidence"}}});
            continue;
        }
        documents.editors[file] = std::make_unique<yaml::Editor>(file, "code: " + code + "\n");
        documents.indicators.push_back({code, file, {}});
        ++counts.added;
    }
}

/// The list of indicators in `scenario.yaml`: what is new, gone or in another place.
void arrange_indicators(const ReadSheet& sheet, Documents& documents, const std::vector<std::string>& old,
                        CellFindings& findings, Counts& counts) {
    yaml::Editor& root = documents.root();
    const Way list{"indicators"};
    const auto at = [](std::size_t i) { return Way{"indicators", i}; };
    std::vector<std::string> now = old, wanted;
    for (const Row& row : sheet.rows)
        wanted.push_back(row.cell(0));
    const auto told = [&](const base::Status& done, const sheets::Place place) {
        if (!done)
            findings.add(Severity::Error, "row-unsupported", sheet.found.at(place.row, 0), "",
                         {{"file", documents.main}});
    };
    for (std::size_t i = now.size(); i-- > 0;) {
        if (std::find(wanted.begin(), wanted.end(), now[i]) != wanted.end()) continue;
        findings.add(Severity::Note, "indicator-left-out", sheet.found.at(0, 0), now[i],
                     {{"file", documents.indicator(now[i])->file}});
        told(root.remove(at(i)), {0, 0});
        now.erase(now.begin() + static_cast<std::ptrdiff_t>(i));
        ++counts.removed;
    }
    for (std::size_t k = 0; k < wanted.size(); ++k) {
        const auto found = std::find(now.begin(), now.end(), wanted[k]);
        if (found == now.end()) {
            told(root.add_item(list, yaml::word("indicators/" + wanted[k] + ".yaml"), k, sheet.found.spec->list_order),
                 sheet.rows[k].at);
        } else if (const auto from = static_cast<std::size_t>(found - now.begin()); from != k) {
            told(root.move_item(list, from, k), sheet.rows[k].at);
            ++counts.changed;
            now.erase(found);
        } else {
            continue;
        }
        now.insert(now.begin() + static_cast<std::ptrdiff_t>(k), wanted[k]);
    }
}

/// The rows of a sheet where there is one for each indicator.
void apply_whole(const ReadSheet& sheet, const Documents& documents, Apply& apply) {
    for (const Row& row : sheet.rows) {
        const IndicatorPlace* const place = documents.indicator(row.cell(0));
        if (place == nullptr) continue;
        SheetSpec spec = *sheet.found.spec;
        const Row before = rows_of(spec, {place->code, place->file, place->way}, documents).front();
        apply.item(*documents.editors.at(place->file), place->way, before, row);
    }
}

void apply_sheet(const ReadSheet& sheet, const Documents& documents, CellFindings& findings, Counts& counts) {
    Apply apply(sheet.found, findings, counts);
    const SheetSpec& spec = *sheet.found.spec;
    if (spec.rows == Rows::Whole) return apply_whole(sheet, documents, apply);
    for (const ListPlace& list : lists_of(spec, documents)) {
        const std::vector<Row> before = rows_of(spec, list, documents);
        yaml::Editor& editor = *documents.editors.at(list.file);
        if (spec.rows == Rows::Fields)
            apply.item(editor, {}, before.front(), sheet.rows.front());
        else
            apply.list(editor, list.way, before, rows_of_owner(sheet, list.owner));
    }
}

} // namespace
} // namespace workbook

base::Result<WorkbookChanges> import_case(const sheets::Workbook& book, const std::string& folder,
                                          const CheckContext& context, const base::Catalogue& words) {
    using namespace workbook;
    base::Result<Documents> documents = open_case(folder);
    if (!documents) return documents.error();
    const std::shared_ptr<const domain::Framework> framework = framework_of(*documents, folder, context);
    if (framework == nullptr) return base::Error("workbook-no-framework", {{"path", folder}});

    CellFindings findings;
    Counts counts;
    const std::vector<SheetSpec> specs = case_sheets();
    const std::vector<FoundSheet> found = find_sheets(book, specs, Labels(words), findings);
    note_workbook(book, found, findings);
    Names names = case_names(*documents, *framework);
    take_names(found, names);
    std::vector<ReadSheet> sheets;
    if (!findings.has_errors())
        for (const FoundSheet& sheet : found) {
            sheets.push_back({sheet, read_rows(sheet, names, findings)});
            check_rows(sheets.back(), findings);
            check_scores(sheets.back(), *framework, findings);
        }
    std::vector<std::string> old;
    for (const IndicatorPlace& place : documents->indicators)
        old.push_back(place.code);
    const ReadSheet* const indicators = sheet_of(sheets, "indicators");
    if (indicators != nullptr && !findings.has_errors())
        begin_indicators(*indicators, folder, *documents, findings, counts);
    for (const ReadSheet& sheet : sheets)
        if (!findings.has_errors()) apply_sheet(sheet, *documents, findings, counts);
    if (indicators != nullptr && !findings.has_errors())
        arrange_indicators(*indicators, *documents, old, findings, counts);
    return finish(*documents, findings, counts);
}

} // namespace timbang::content
