#include "content/workbook/notation.h"

#include <algorithm>

#include "base/utf8.h"
#include "sheets/workbook.h"

namespace timbang::content::workbook {

using yaml::Node;
using yaml::Value;

namespace {

constexpr std::string_view kOpenQuotes[] = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "\xC2\xAB"};
constexpr std::string_view kCloseQuotes[] = {"\"", "\xE2\x80\x9D", "\xE2\x80\x9C", "\xC2\xBB"};

bool is_digits(std::string_view text) {
    return !text.empty() && text.size() < 9 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void skip_spaces(std::string_view& text) {
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
}

std::string_view take_word(std::string_view& text) {
    skip_spaces(text);
    const std::string_view word = text.substr(0, std::min(text.find(' '), text.size()));
    text.remove_prefix(word.size());
    skip_spaces(text);
    return word;
}

std::size_t opening(std::string_view text) {
    for (const std::string_view quote : kOpenQuotes)
        if (text.starts_with(quote)) return quote.size();
    return 0;
}

/// Takes the quote at the beginning, up to the last closing one.
std::optional<std::string> take_quote(std::string_view& text) {
    const std::size_t begin = opening(text);
    std::size_t end = std::string_view::npos, behind = 0;
    for (const std::string_view quote : kCloseQuotes) {
        const std::size_t found = text.rfind(quote);
        if (found == std::string_view::npos || found < begin) continue;
        if (end == std::string_view::npos || found > end) {
            end = found;
            behind = found + quote.size();
        }
    }
    if (end == std::string_view::npos) return std::nullopt;
    std::string quote(text.substr(begin, end - begin));
    text.remove_prefix(behind);
    skip_spaces(text);
    return quote;
}

std::optional<Value> parse_area(std::string_view text) {
    std::vector<std::string> numbers;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        if (!is_digits(text.substr(begin, end - begin))) return std::nullopt;
        numbers.emplace_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    if (numbers.size() != 4) return std::nullopt;
    return yaml::words(numbers);
}

bool same(const std::optional<Value>& made, const Node& node) {
    return made && yaml::flow(*made) == yaml::flow(to_value(node));
}

} // namespace

Value to_value(const Node& node) {
    Value value;
    value.kind = node.kind;
    value.text = std::string(node.text);
    value.write = node.plain ? yaml::Write::Word : yaml::Write::Text;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (node.is_mapping()) value.keys.emplace_back(node.keys[i].text);
        Value item = to_value(node.items[i]);
        if (node.is_mapping() && node.keys[i].text == "quote") item.write = yaml::Write::Quoted;
        value.items.push_back(std::move(item));
    }
    return value;
}

std::optional<Value> parse_flow(std::string_view text) {
    base::Diagnostics findings;
    yaml::Source source("cell", std::string(text));
    const std::optional<Node> node = yaml::parse(source, findings);
    if (!node || base::has_errors(findings) || node->is_scalar()) return std::nullopt;
    return to_value(*node);
}

std::optional<Value> parse_passage(std::string_view line, bool typed) {
    skip_spaces(line);
    if (line.starts_with('{')) return parse_flow(line);
    std::vector<std::pair<std::string, Value>> entries;
    if (typed) entries.emplace_back("type", yaml::word(std::string(take_word(line))));
    const std::string_view document = take_word(line);
    if (document.empty() || opening(document) > 0) return std::nullopt;
    entries.emplace_back("in", yaml::word(std::string(document)));
    if (!line.empty() && opening(line) == 0) {
        const std::string_view page = take_word(line);
        if (!is_digits(page)) return std::nullopt;
        entries.emplace_back("page", yaml::word(std::string(page)));
    }
    if (line.starts_with("area ")) {
        line.remove_prefix(5);
        const std::optional<Value> area = parse_area(take_word(line));
        if (!area) return std::nullopt;
        entries.emplace_back("area", *area);
    } else if (opening(line) > 0) {
        const std::optional<std::string> quote = take_quote(line);
        if (!quote || quote->empty()) return std::nullopt;
        entries.emplace_back("quote", yaml::quotation(*quote));
    }
    const std::string_view each = take_word(line);
    if (each == "each" || each == "semua")
        entries.emplace_back("each", yaml::word("true"));
    else if (!each.empty())
        return std::nullopt;
    if (!line.empty()) return std::nullopt;
    return yaml::map(std::move(entries));
}

std::string show_passage(const Node& node, bool typed) {
    const auto part = [&](std::string_view key) {
        const Node* const found = node.get(key);
        return found != nullptr && found->is_scalar() ? std::string(found->text) : std::string();
    };
    std::string line;
    if (typed) line += part("type") + " ";
    line += part("in");
    if (node.get("page") != nullptr) line += " " + part("page");
    if (const Node* const area = node.get("area")) {
        line += " area ";
        for (const Node& number : area->items)
            line += (line.back() == ' ' ? "" : ",") + std::string(number.text);
    }
    if (node.get("quote") != nullptr) line += " \"" + part("quote") + "\"";
    if (node.get("each") != nullptr) line += " each";
    // A cell loses blanks at its ends and breaks lines where the quote does.
    const bool one_line = line.find('\n') == std::string::npos && sheets::tidy_cell(line) == line;
    return one_line && same(parse_passage(line, typed), node) ? line : yaml::flow(to_value(node));
}

} // namespace timbang::content::workbook
