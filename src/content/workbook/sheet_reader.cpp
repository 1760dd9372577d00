#include "content/workbook/sheet_reader.h"

#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "content/yaml/fields.h"

namespace timbang::content::workbook {

using base::Severity;

namespace {

constexpr std::size_t kHeadingWithin = 10; // rows above the headings may hold a title

std::string folded(std::string_view text) {
    return base::fold_case(base::fold_spaces(text));
}

/// Finds the row of headings: the first in which at least half of what stands there is known, two at the least.
std::size_t heading_row(const sheets::Sheet& sheet, const SheetSpec& spec, const Labels& labels) {
    for (std::size_t row = 1; row <= std::min(sheet.rows(), kHeadingWithin); ++row) {
        std::size_t known = 0, filled = 0;
        for (std::size_t column = 1; column <= sheet.columns(row); ++column) {
            const std::string& text = sheet.cell({row, column}).text;
            filled += !text.empty();
            known += std::any_of(spec.columns.begin(), spec.columns.end(),
                                 [&](const Column& told) { return labels.is_column(told.key, text); });
        }
        if (known >= 1 && known * 2 >= filled && (known >= 2 || filled == 1)) return row;
    }
    return 0;
}

/// The rows of a sheet of fields stand for columns: the label in the first column, the value in the second.
FoundSheet find_fields(const SheetSpec& spec, const sheets::Sheet& sheet, const Labels& labels,
                       CellFindings& findings) {
    FoundSheet found{&spec, &sheet, 0, std::vector<std::size_t>(spec.columns.size(), 0)};
    for (std::size_t row = 1; row <= sheet.rows(); ++row) {
        const std::string& text = sheet.cell({row, 1}).text;
        if (text.empty() || labels.is_column("field", text)) continue;
        bool known = false;
        for (std::size_t i = 0; i < spec.columns.size(); ++i) {
            if (!labels.is_column(spec.columns[i].key, text)) continue;
            known = true;
            if (found.columns[i] != 0) findings.add(Severity::Error, "row-twice", found.at(row, 1), text);
            found.columns[i] = row;
        }
        if (!known) findings.add(Severity::Warning, "field-unknown", found.at(row, 1), text);
    }
    return found;
}

void find_columns(FoundSheet& found, const Labels& labels, CellFindings& findings) {
    const auto& columns = found.spec->columns;
    for (std::size_t column = 1; column <= found.sheet->columns(found.heading_row); ++column) {
        const std::string& text = found.sheet->cell({found.heading_row, column}).text;
        if (text.empty()) continue;
        bool known = false;
        for (std::size_t i = 0; i < columns.size() && !known; ++i) {
            known = labels.is_column(columns[i].key, text);
            if (!known) continue;
            if (found.columns[i] != 0)
                findings.add(Severity::Error, "column-twice", found.at(found.heading_row, column), text);
            found.columns[i] = column;
        }
        if (!known) findings.add(Severity::Warning, "column-unknown", found.at(found.heading_row, column), text);
    }
}

/// Without these columns rows cannot be told apart.
bool needed(const SheetSpec& spec, std::size_t column) {
    if (column < spec.first() || static_cast<int>(column) == spec.key_column) return true;
    if (spec.rows == Rows::Bands) return column <= 1;
    return spec.rows == Rows::Places && spec.columns[column].required;
}

void tell_missing(const FoundSheet& found, const Labels& labels, CellFindings& findings) {
    for (std::size_t i = 0; i < found.columns.size(); ++i) {
        if (found.columns[i] != 0 || !needed(*found.spec, i)) continue;
        const std::string_view key = found.spec->columns[i].key;
        const std::string name = labels.column(key, base::Lang::Id) + " / " + labels.column(key, base::Lang::En);
        findings.add(Severity::Error, "column-missing", found.at(found.heading_row, 0), "", {{"column", name}});
    }
}

const SheetSpec* spec_named(const std::vector<SheetSpec>& specs, const std::string& name, const Labels& labels) {
    for (const SheetSpec& spec : specs)
        if (labels.is_sheet(spec.key, name)) return &spec;
    return nullptr;
}

/// A single CSV may have any name: its headings tell which sheet it is.
const SheetSpec* spec_by_headings(const std::vector<SheetSpec>& specs, const sheets::Sheet& sheet,
                                  const Labels& labels) {
    const SheetSpec* best = nullptr;
    std::size_t most = 0;
    for (const SheetSpec& spec : specs) {
        const std::size_t row = spec.rows == Rows::Fields ? 0 : heading_row(sheet, spec, labels);
        if (row == 0) continue;
        FoundSheet found{&spec, &sheet, row, std::vector<std::size_t>(spec.columns.size(), 0)};
        CellFindings ignored;
        find_columns(found, labels, ignored);
        bool whole = true;
        for (std::size_t i = 0; i < found.columns.size(); ++i)
            whole &= found.columns[i] != 0 || !needed(spec, i);
        const auto known = static_cast<std::size_t>(
            std::count_if(found.columns.begin(), found.columns.end(), [](std::size_t c) { return c != 0; }));
        if (whole && known > most) {
            most = known;
            best = &spec;
        }
    }
    return best;
}

} // namespace

std::string Labels::sheet(std::string_view key, base::Lang lang) const {
    return words_.text(lang, "workbook.sheet-" + std::string(key));
}
std::string Labels::column(std::string_view key, base::Lang lang) const {
    return words_.text(lang, "workbook.column-" + std::string(key));
}
std::string Labels::hint(std::string_view key, base::Lang lang) const {
    const std::string name = "workbook.hint-" + std::string(key);
    return words_.has(name) ? words_.text(lang, name) : std::string();
}

bool Labels::is(std::string_view kind, std::string_view key, std::string_view text) const {
    if (text.empty()) return false;
    const std::string name = "workbook." + std::string(kind) + std::string(key);
    const std::string told = folded(text);
    return told == key || told == folded(words_.text(base::Lang::Id, name)) ||
           told == folded(words_.text(base::Lang::En, name));
}

std::vector<FoundSheet> find_sheets(const sheets::Workbook& book, const std::vector<SheetSpec>& specs,
                                    const Labels& labels, CellFindings& findings) {
    std::vector<FoundSheet> all;
    for (const sheets::Sheet& sheet : book.sheets) {
        const Entered whole{&sheet, {0, 0}, sheet.name};
        const SheetSpec* spec = spec_named(specs, sheet.name, labels);
        if (spec == nullptr && book.delimiter != 0 && book.sheets.size() == 1)
            spec = spec_by_headings(specs, sheet, labels);
        if (spec == nullptr) {
            const bool ours = labels.is_sheet("guide", sheet.name) || labels.is_sheet("lists", sheet.name);
            if (!ours && sheet.rows() > 0) findings.add(Severity::Note, "sheet-unknown", whole, sheet.name);
            continue;
        }
        const bool twice =
            std::any_of(all.begin(), all.end(), [&](const FoundSheet& other) { return other.spec == spec; });
        if (twice) findings.add(Severity::Error, "sheet-twice", whole, sheet.name);
        if (twice) continue;
        if (spec->rows == Rows::Fields) {
            all.push_back(find_fields(*spec, sheet, labels, findings));
            continue;
        }
        FoundSheet found{spec, &sheet, heading_row(sheet, *spec, labels),
                         std::vector<std::size_t>(spec->columns.size(), 0)};
        if (found.heading_row == 0) {
            findings.add(Severity::Error, "headings-missing", whole, sheet.name);
            continue;
        }
        find_columns(found, labels, findings);
        tell_missing(found, labels, findings);
        all.push_back(std::move(found));
    }
    return all;
}

std::vector<std::string> column_texts(const FoundSheet& found, std::size_t column) {
    std::vector<std::string> texts;
    std::set<std::string> seen;
    const std::size_t at = found.columns[column];
    for (std::size_t row = found.heading_row + 1; at != 0 && row <= found.sheet->rows(); ++row) {
        const std::string& text = found.sheet->cell({row, at}).text;
        if (!text.empty() && seen.insert(text).second) texts.push_back(text);
    }
    return texts;
}

std::vector<Row> read_rows(const FoundSheet& found, const Names& names, CellFindings& findings) {
    std::vector<Row> rows;
    const auto& columns = found.spec->columns;
    const bool fields = found.spec->rows == Rows::Fields;
    const std::size_t first = fields ? 1 : found.heading_row + 1;
    const std::size_t last = fields ? 1 : found.sheet->rows();
    std::size_t formulas = 0;
    Entered first_formula;
    for (std::size_t at = first; at <= last; ++at) {
        const auto place = [&](std::size_t i) {
            return fields ? found.at(found.columns[i], 2) : found.at(at, found.columns[i]);
        };
        bool filled = fields;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (found.columns[i] == 0) continue;
            const sheets::Cell& cell = found.sheet->cell(place(i).place);
            filled |= !cell.empty();
            const bool result = cell.kind != sheets::CellKind::NoResult && cell.kind != sheets::CellKind::ErrorValue;
            if (cell.formula && result && formulas++ == 0) first_formula = place(i);
        }
        if (!filled) continue;
        Row row{{}, {at, found.columns[0]}};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (found.columns[i] == 0)
                row.cells.emplace_back(std::nullopt);
            else
                row.cells.emplace_back(read_cell(place(i), columns[i], names, findings));
        }
        rows.push_back(std::move(row));
    }
    if (formulas > 0)
        findings.add(Severity::Note, "formulas-read", first_formula, found.sheet->cell(first_formula.place).text,
                     {{"count", static_cast<std::int64_t>(formulas)}});
    return rows;
}

} // namespace timbang::content::workbook
