#include <algorithm>

#include "content/workbook/documents.h"
#include "content/workbook/sheet_reader.h"

namespace timbang::content {

namespace workbook {

namespace {

std::vector<std::string> choices_of(const Column& column, const Names& names, const Labels& labels, base::Lang lang) {
    if (column.type == CellType::Flag)
        return {labels.words().text(lang, "workbook.yes"), labels.words().text(lang, "workbook.no")};
    const bool one = column.type == CellType::Word || column.type == CellType::Whole;
    const auto known = names.find(column.names);
    std::vector<std::string> choices;
    if (one && known != names.end())
        for (const Name& name : known->second)
            choices.push_back(name.id);
    return choices;
}

std::string localized(const std::string& cell, const Column& column, const Labels& labels, base::Lang lang) {
    return column.type == CellType::Flag && cell == "true" ? labels.words().text(lang, "workbook.yes") : cell;
}

/// Fields stand one below the other.
sheets::OutSheet field_sheet(const SheetSpec& spec, const Row& row, const Labels& labels, base::Lang lang) {
    sheets::OutSheet sheet;
    sheet.name = labels.sheet(spec.key, lang);
    sheet.columns = {{labels.column("field", lang), "", 34, false, true, {}},
                     {labels.column("value", lang), "", 80, false, false, {}}};
    for (std::size_t i = 0; i < spec.columns.size(); ++i)
        sheet.rows.push_back(
            {labels.column(spec.columns[i].key, lang), localized(row.cell(i), spec.columns[i], labels, lang)});
    sheet.frozen_columns = 1;
    return sheet;
}

sheets::OutSheet item_sheet(const SheetSpec& spec, const Documents& documents, const Names& names, const Labels& labels,
                            base::Lang lang) {
    sheets::OutSheet sheet;
    sheet.name = labels.sheet(spec.key, lang);
    for (std::size_t i = 0; i < spec.columns.size(); ++i) {
        const Column& column = spec.columns[i];
        const bool number = column.type == CellType::Whole || column.type == CellType::Number;
        const bool key = i < spec.first() || static_cast<int>(i) == spec.key_column;
        sheet.columns.push_back({labels.column(column.key, lang), labels.hint(column.key, lang), column.width, number,
                                 key, choices_of(column, names, labels, lang)});
    }
    for (const auto& [owner, rows] : all_rows(spec, documents))
        for (const Row& row : rows) {
            std::vector<std::string> cells;
            for (std::size_t i = 0; i < spec.columns.size(); ++i)
                cells.push_back(localized(row.cell(i), spec.columns[i], labels, lang));
            sheet.rows.push_back(std::move(cells));
        }
    sheet.frozen_columns = 1;
    return sheet;
}

/// The first sheet: how to fill in the others, and what each is for.
sheets::OutSheet guide(const std::vector<SheetSpec>& specs, std::string_view kind, const Labels& labels,
                       base::Lang lang) {
    const base::Catalogue& words = labels.words();
    sheets::OutSheet sheet;
    sheet.name = labels.sheet("guide", lang);
    sheet.headings = false;
    sheet.columns = {{"", "", 30, false, false, {}}, {"", "", 100, false, false, {}}};
    const std::string prefix = "workbook.guide-" + std::string(kind);
    sheet.rows.push_back({words.text(lang, prefix + "-title"), ""});
    for (int line = 1; words.has(prefix + "-" + std::to_string(line)); ++line)
        sheet.rows.push_back({"", words.text(lang, prefix + "-" + std::to_string(line))});
    for (int line = 1; words.has("workbook.guide-all-" + std::to_string(line)); ++line)
        sheet.rows.push_back({"", words.text(lang, "workbook.guide-all-" + std::to_string(line))});
    sheet.rows.push_back({words.text(lang, "workbook.guide-sheets"), ""});
    for (const SheetSpec& spec : specs)
        sheet.rows.push_back(
            {labels.sheet(spec.key, lang), words.text(lang, "workbook.about-" + std::string(spec.key))});
    return sheet;
}

sheets::OutBook make_book(const std::vector<SheetSpec>& specs, std::string_view kind, const Documents& documents,
                          const Names& names, const base::Catalogue& words, base::Lang lang) {
    const Labels labels(words);
    sheets::OutBook book;
    book.lists_name = labels.sheet("lists", lang);
    book.refused_title = words.text(lang, "workbook.refused-title");
    book.refused_text = words.text(lang, "workbook.refused-text");
    book.sheets.push_back(guide(specs, kind, labels, lang));
    for (const SheetSpec& spec : specs) {
        if (spec.rows == Rows::Fields)
            book.sheets.push_back(
                field_sheet(spec, rows_of(spec, {"", documents.main, {}}, documents).front(), labels, lang));
        else
            book.sheets.push_back(item_sheet(spec, documents, names, labels, lang));
    }
    return book;
}

} // namespace
} // namespace workbook

base::Result<sheets::OutBook> export_case(const std::string& folder, const CheckContext& context,
                                          const base::Catalogue& words, base::Lang lang) {
    base::Result<workbook::Documents> documents = workbook::open_case(folder);
    if (!documents) return documents.error();
    const auto framework = workbook::framework_of(*documents, folder, context);
    if (framework == nullptr) return base::Error("workbook-no-framework", {{"path", folder}});
    return workbook::make_book(workbook::case_sheets(), "case", *documents,
                               workbook::case_names(*documents, *framework), words, lang);
}

base::Result<sheets::OutBook> export_framework(const std::string& path, const base::Catalogue& words, base::Lang lang) {
    base::Result<workbook::Documents> documents = workbook::open_framework(path);
    if (!documents) return documents.error();
    return workbook::make_book(workbook::framework_sheets(), "framework", *documents,
                               workbook::framework_names(*documents), words, lang);
}

} // namespace timbang::content
