#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/utf8.h"
#include "content/workbook/cells.h"
#include "content/workbook/notation.h"
#include "content/yaml/fields.h"

namespace timbang::content::workbook {

using base::Severity;
using sheets::Cell;
using sheets::CellKind;

namespace {

constexpr std::string_view kYes[] = {"true", "yes", "ya", "y", "1", "benar", "x"};
constexpr std::string_view kNo[] = {"false", "no", "tidak", "t", "n", "0", "salah", "-"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "2025-03-08" as "8.3": what was typed, most likely.
std::string meant_by(std::string_view date) {
    if (date.size() < 10) return std::string(date);
    const auto number = [](std::string_view digits) {
        return std::string(digits.substr(digits.front() == '0' ? 1 : 0));
    };
    return number(date.substr(8, 2)) + "." + number(date.substr(5, 2));
}

std::vector<std::string> ids_of(const std::vector<Name>& names) {
    std::vector<std::string> ids;
    for (const Name& name : names)
        ids.push_back(name.id);
    return ids;
}

/// Everything about a cell that is wrong whatever the column.
bool usable(const Entered& at, const Cell& cell, const Column& column, CellFindings& findings) {
    const auto refuse = [&](std::string code, base::Args args = {}) {
        args.emplace_back("expected", expected_of(column));
        findings.add(Severity::Error, std::move(code), at, cell.text, std::move(args));
        return false;
    };
    const bool counts = !cell.empty() || column.required;
    if (const sheets::Merge* const merge = counts ? at.sheet->covering(at.place) : nullptr) {
        const std::string range = sheets::cell_name(merge->first) + ":" + sheets::cell_name(merge->last);
        return refuse("cell-merged", {{"range", range}, {"first", sheets::cell_name(merge->first)}});
    }
    if (cell.kind == CellKind::NoResult) return refuse("cell-no-result");
    if (cell.kind == CellKind::ErrorValue) return refuse("cell-error-value");
    if (cell.kind == CellKind::Date) return refuse("cell-date", {{"meant", meant_by(cell.text)}});
    const bool number = column.type == CellType::Number || column.type == CellType::Whole;
    if (number && cell.percent && cell.kind == CellKind::Number)
        return refuse("cell-percent",
                      {{"meant", fmt::format("{:.12g}", std::strtod(cell.text.c_str(), nullptr) * 100)}});
    const bool letters =
        column.type == CellType::Word || column.type == CellType::Words || column.type == CellType::Quote;
    if (letters && cell.kind == CellKind::Number && cell.text.find('.') != std::string::npos)
        return refuse("cell-number-for-text"); // 16.10 has become 16.1
    return true;
}

std::string read_flag(const std::string& text) {
    const std::string folded = base::fold_case(text);
    if (std::find(std::begin(kYes), std::end(kYes), folded) != std::end(kYes)) return "true";
    if (std::find(std::begin(kNo), std::end(kNo), folded) != std::end(kNo)) return "false";
    return {};
}

/// Whether every line is a passage; the documents and types that it names must be known.
bool good_lines(const Entered& at, const std::string& text, const Column& column, const Names& names,
                CellFindings& findings) {
    const bool typed = column.type == CellType::Remarks;
    bool good = true;
    for (const std::string& line : split_lines(text)) {
        const std::optional<yaml::Value> made = parse_passage(line, typed);
        if (!made) {
            findings.add(Severity::Error, "cell-bad-passage", at, line, {{"expected", expected_of(column)}});
            good = false;
            continue;
        }
        for (std::size_t i = 0; i < made->keys.size(); ++i) {
            const NameSet set = made->keys[i] == "in"     ? NameSet::Evidence
                                : made->keys[i] == "type" ? NameSet::Problems
                                                          : NameSet::None;
            const auto known = names.find(set);
            if (set == NameSet::None || known == names.end() || !find_name(known->second, made->items[i].text).empty())
                continue;
            const std::string near = yaml::nearest(made->items[i].text, ids_of(known->second));
            findings.add(Severity::Error, "cell-unknown-name", at, made->items[i].text,
                         {{"expected", expected_of(column)}, {"near", near.empty() ? "–" : near}});
            good = false;
        }
    }
    return good;
}

std::string named(const Entered& at, const std::string& word, const Column& column, const std::vector<Name>& known,
                  CellFindings& findings) {
    std::string id = find_name(known, word);
    if (!id.empty()) return id;
    const std::vector<std::string> ids = ids_of(known);
    const std::string near = yaml::nearest(word, ids);
    base::Arg expected = expected_of(column);
    if (ids.size() <= 12 && !ids.empty()) expected = base::join(ids);
    findings.add(Severity::Error, "cell-unknown-name", at, word,
                 {{"expected", expected}, {"near", near.empty() ? "–" : near}});
    return {};
}

std::string read_number(const Entered& at, const Cell& cell, const Column& column, CellFindings& findings) {
    bool grouped = false;
    const std::optional<std::string> number = plain_number(cell.text, cell.kind == CellKind::Text, grouped);
    const bool whole = column.type == CellType::Whole;
    if (grouped)
        findings.add(Severity::Error, "cell-grouped-number", at, cell.text, {{"expected", expected_of(column)}});
    else if (!number ||
             (whole && (number->find('.') != std::string::npos || number->front() == '-' || number->size() > 9)))
        findings.add(Severity::Error, whole ? "cell-not-whole" : "cell-not-number", at, cell.text,
                     {{"expected", expected_of(column)}});
    else
        return *number;
    return {};
}

} // namespace

std::vector<std::string> split_words(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(",;\n"), text.size());
        std::string word = sheets::tidy_cell(text.substr(0, end));
        if (!word.empty()) words.push_back(std::move(word));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string line = sheets::tidy_cell(text.substr(0, end));
        if (!line.empty()) lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string find_name(const std::vector<Name>& names, std::string_view text) {
    const std::string folded = base::fold_case(base::fold_spaces(text));
    for (const Name& name : names)
        if (name.id == text) return name.id;
    for (const Name& name : names) {
        if (base::fold_case(name.id) == folded) return name.id;
        for (const std::string& alias : name.aliases)
            if (!alias.empty() && base::fold_case(base::fold_spaces(alias)) == folded) return name.id;
    }
    return {};
}

std::optional<std::string> plain_number(std::string_view text, bool from_text, bool& grouped) {
    std::string number(text);
    const std::size_t mark = number.find_first_of(".,");
    if (mark != std::string::npos) {
        if (number.find_first_of(".,", mark + 1) != std::string::npos || mark == 0 || mark + 1 == number.size()) {
            grouped = number.find_first_not_of("0123456789.,-") == std::string::npos;
            return std::nullopt;
        }
        const std::size_t digits = number.size() - mark - 1;
        const std::size_t before = number.front() == '-' ? mark - 1 : mark;
        const bool led = before == 1 && number[mark - 1] == '0';
        if (from_text && digits == 3 && before <= 3 && !led) {
            grouped = true;
            return std::nullopt;
        }
        number[mark] = '.';
        number.erase(number.find_last_not_of('0') + 1);
        if (number.back() == '.') number.pop_back();
    }
    const std::size_t begin = number.starts_with('-') ? 1 : 0;
    if (number.size() == begin) return std::nullopt;
    if (!std::all_of(number.begin() + static_cast<std::ptrdiff_t>(begin), number.end(),
                     [](char c) { return is_digit(c) || c == '.'; }))
        return std::nullopt;
    while (number.size() > begin + 1 && number[begin] == '0' && is_digit(number[begin + 1]))
        number.erase(begin, 1);
    return number == "-0" ? "0" : number;
}

base::Arg expected_of(const Column& column) {
    switch (column.type) {
    case CellType::Words:
        return base::Key{"workbook.expected-words"};
    case CellType::Whole:
        return base::Key{"workbook.expected-whole"};
    case CellType::Number:
        return base::Key{"workbook.expected-number"};
    case CellType::Flag:
        return base::Key{"workbook.expected-flag"};
    case CellType::Passages:
        return base::Key{"workbook.expected-passages"};
    case CellType::Remarks:
        return base::Key{"workbook.expected-remarks"};
    case CellType::When:
        return base::Key{"workbook.expected-when"};
    case CellType::Word:
        return base::Key{column.names == NameSet::None ? "workbook.expected-word" : "workbook.expected-name"};
    default:
        return base::Key{"workbook.expected-text"};
    }
}

void CellFindings::add(Severity severity, std::string code, const Entered& at, std::string value, base::Args args) {
    errors_ |= severity == Severity::Error;
    if (findings_.size() >= kMost) return;
    CellFinding finding{severity,        std::move(code),  at.sheet_name,  at.place.row,
                        at.place.column, std::move(value), std::move(args)};
    finding.args.emplace_back("sheet", finding.sheet);
    finding.args.emplace_back("row", static_cast<std::int64_t>(finding.row));
    finding.args.emplace_back("letter", sheets::column_name(finding.column));
    finding.args.emplace_back("cell", finding.column > 0 ? sheets::cell_name(at.place) : std::to_string(finding.row));
    finding.args.emplace_back("value", finding.value);
    findings_.push_back(std::move(finding));
}

std::string read_cell(const Entered& at, const Column& column, const Names& names, CellFindings& findings) {
    const Cell& cell = at.sheet->cell(at.place);
    if (!usable(at, cell, column, findings)) return {};
    if (cell.empty()) {
        if (column.required) findings.add(Severity::Error, "cell-missing", at, "", {{"expected", expected_of(column)}});
        return {};
    }
    const auto known = names.find(column.names);
    if (is_raw(cell.text) && column.type != CellType::Passages && column.type != CellType::Remarks &&
        column.type != CellType::Quote) {
        if (parse_flow(cell.text)) return cell.text;
        if (column.type != CellType::TextId && column.type != CellType::TextEn) {
            findings.add(Severity::Error, "cell-bad-braces", at, cell.text, {{"expected", expected_of(column)}});
            return {};
        }
    }
    switch (column.type) {
    case CellType::Whole:
    case CellType::Number:
        return read_number(at, cell, column, findings);
    case CellType::Flag: {
        const std::string flag = read_flag(cell.text);
        if (flag.empty())
            findings.add(Severity::Error, "cell-not-flag", at, cell.text, {{"expected", expected_of(column)}});
        return flag == "false" ? "" : flag;
    }
    case CellType::When:
        if (parse_when(cell.text)) return cell.text;
        findings.add(Severity::Error, "cell-bad-when", at, cell.text, {{"expected", expected_of(column)}});
        return {};
    case CellType::Passages:
    case CellType::Remarks:
        return good_lines(at, cell.text, column, names, findings) ? cell.text : "";
    case CellType::Words: {
        std::vector<std::string> words = split_words(cell.text);
        if (known != names.end())
            for (std::string& word : words)
                word = named(at, word, column, known->second, findings);
        return base::join(words);
    }
    default:
        break;
    }
    if (column.type == CellType::Word && cell.text.find('\n') != std::string::npos) {
        findings.add(Severity::Error, "cell-several-lines", at, cell.text, {{"expected", expected_of(column)}});
        return {};
    }
    return known == names.end() || column.type != CellType::Word
               ? cell.text
               : named(at, cell.text, column, known->second, findings);
}

} // namespace timbang::content::workbook
