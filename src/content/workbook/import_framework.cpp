#include <algorithm>

#include "base/files.h"
#include "content/workbook/bands.h"
#include "content/workbook/import.h"
#include "content/yaml/fields.h"

namespace timbang::content {

namespace workbook {

namespace {

using base::Severity;
using yaml::Way;

/// Names that the workbook itself brings.
void take_names(const std::vector<FoundSheet>& found, Names& names) {
    const auto replace = [&](NameSet set, const FoundSheet& sheet, std::size_t column) {
        if (sheet.columns[column] == 0) return;
        names[set].clear();
        for (const std::string& text : column_texts(sheet, column))
            names[set].push_back({text, {}});
    };
    for (const FoundSheet& sheet : found) {
        const std::string_view key = sheet.spec->key;
        if (key == "rules") replace(NameSet::Rules, sheet, 0);
        if (key == "checklists") replace(NameSet::Checklists, sheet, 0);
        if (key == "criteria") replace(NameSet::Criteria, sheet, 0);
        if (key == "bands") replace(NameSet::Scales, sheet, 0);
    }
}

/// Where an indicator stands now.
std::optional<std::size_t> indicator_at(const yaml::Editor& root, const std::string& code) {
    const yaml::Node* const list = root.at({"indicators"});
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i)
        if (const yaml::Node* const found = list->items[i].get("code"); found != nullptr && found->text == code)
            return i;
    return std::nullopt;
}

/// Whether an indicator names the scale.
bool scale_used(const yaml::Editor& root, const std::string& name) {
    const yaml::Node* const list = root.at({"indicators"});
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i)
        if (const yaml::Node* const found = list->items[i].get("scale"); found != nullptr && found->text == name)
            return true;
    const yaml::Node* const scales = root.at({"scales"});
    return scales != nullptr && scales->get(name) != nullptr;
}

void apply_bands(const ReadSheet& sheet, const Documents& documents, CellFindings& findings, Counts& counts) {
    yaml::Editor& root = documents.root();
    const auto before = by_scale(band_rows(*sheet.found.spec, documents));
    const auto after = by_scale(sheet.rows);
    static_cast<void>(root.readable());
    const auto owned = [](const auto& scales, const std::string& owner) {
        for (const auto& [name, rows] : scales)
            if (name == owner) return rows;
        return std::vector<Row>();
    };
    std::vector<std::string> owners;
    for (const auto& [owner, rows] : after)
        owners.push_back(owner);
    for (const auto& [owner, rows] : before)
        if (owned(after, owner).empty()) owners.push_back(owner);
    for (const std::string& owner : owners) {
        const std::vector<Row> old_rows = owned(before, owner), rows = owned(after, owner);
        const Entered at =
            sheet.found.at(rows.empty() ? 0 : rows.front().at.row, rows.empty() ? 0 : sheet.found.columns[0]);
        if (!rows.empty() && !good_scale(rows, at, findings)) continue;
        const std::optional<std::size_t> indicator = indicator_at(root, owner);
        if (!indicator && !rows.empty() && !scale_used(root, owner)) {
            findings.add(Severity::Error, "band-of-nothing", at, owner,
                         {{"expected", base::Key{"workbook.expected-scale-of"}}});
            continue;
        }
        if (!indicator && rows.empty() && !scale_used(root, owner)) continue; // went with its indicator
        const Way holder = indicator ? Way{"indicators", *indicator} : Way{"scales", owner};
        const std::string text = root.text();
        const yaml::Order order{"code",   "criterion", "type",  "title",     "short",   "asks",
                                "unit",   "figure",    "owner", "checklist", "scale",   "bands",
                                "ranges", "levels",    "sdg",   "reported",  "practice"};
        const base::Status done = apply_scale(*sheet.found.spec, root, holder, old_rows, rows,
                                              indicator ? order : sheet.found.spec->list_order);
        if (!done) findings.add(Severity::Error, "row-unsupported", at, "", {{"file", documents.main}});
        counts.changed += text != root.text() ? 1U : 0U;
    }
}

void apply_sheet(const ReadSheet& sheet, const Documents& documents, CellFindings& findings, Counts& counts) {
    const SheetSpec& spec = *sheet.found.spec;
    Apply apply(sheet.found, findings, counts);
    const ListPlace list{"", documents.main, spec.list};
    const std::vector<Row> before = rows_of(spec, list, documents);
    if (spec.rows == Rows::Fields)
        apply.item(documents.root(), {}, before.front(), sheet.rows.front());
    else if (spec.rows != Rows::Bands)
        apply.list(documents.root(), list.way, before, sheet.rows);
}

/// Lists of rules that an indicator names must be there: by name, or the rules themselves.
void check_checklists(const ReadSheet& sheet, const Names& names, CellFindings& findings) {
    const auto& columns = sheet.found.spec->columns;
    const auto lists = names.find(NameSet::Checklists);
    const auto rules = names.find(NameSet::Rules);
    if (lists == names.end() || rules == names.end()) return;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].key != "checklist") continue;
        for (const Row& row : sheet.rows) {
            const std::vector<std::string> words = split_words(row.cell(i));
            if (words.empty() || (words.size() == 1 && !find_name(lists->second, words[0]).empty())) continue;
            for (const std::string& word : words)
                if (find_name(rules->second, word).empty())
                    findings.add(Severity::Error, "cell-unknown-name",
                                 sheet.found.at(row.at.row, sheet.found.columns[i]), word,
                                 {{"expected", base::Key{"workbook.expected-checklist"}}, {"near", "–"}});
        }
    }
}

constexpr std::string_view kBeginning = "timbang: 1\nkind: framework\n";

} // namespace
} // namespace workbook

base::Result<WorkbookChanges> import_framework(const sheets::Workbook& book, const std::string& path,
                                               const base::Catalogue& words) {
    using namespace workbook;
    Documents documents{base::file_name(path)};
    if (base::file_kind(path) == base::FileKind::Missing)
        documents.editors[documents.main] = std::make_unique<yaml::Editor>(documents.main, std::string(kBeginning));
    else {
        base::Result<Documents> opened = open_framework(path);
        if (!opened) return opened.error();
        documents = std::move(opened).value();
    }
    CellFindings findings;
    Counts counts;
    const std::vector<SheetSpec> specs = framework_sheets();
    const std::vector<FoundSheet> found = find_sheets(book, specs, Labels(words), findings);
    note_workbook(book, found, findings);
    Names names = framework_names(documents);
    take_names(found, names);
    std::vector<ReadSheet> sheets;
    if (!findings.has_errors())
        for (const FoundSheet& sheet : found) {
            sheets.push_back({sheet, read_rows(sheet, names, findings)});
            check_rows(sheets.back(), findings);
            if (sheet.spec->key == "indicators") check_checklists(sheets.back(), names, findings);
        }
    for (const ReadSheet& sheet : sheets)
        if (!findings.has_errors()) apply_sheet(sheet, documents, findings, counts);
    for (const ReadSheet& sheet : sheets)
        if (sheet.found.spec->rows == Rows::Bands && !findings.has_errors())
            apply_bands(sheet, documents, findings, counts);
    return finish(documents, findings, counts);
}

} // namespace timbang::content
