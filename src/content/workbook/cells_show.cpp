#include <algorithm>

#include "base/utf8.h"
#include "content/workbook/cells.h"
#include "content/workbook/notation.h"

namespace timbang::content::workbook {

using yaml::Node;
using yaml::Value;

namespace {

std::string raw(const Node& node) {
    return yaml::flow(to_value(node));
}

std::string show_words(const Node& node) {
    if (node.is_scalar()) return sheets::tidy_cell(node.text);
    std::vector<std::string> words;
    for (const Node& item : node.items) {
        const std::string word(item.text);
        if (!item.is_scalar() || split_words(word) != std::vector{word}) return raw(node);
        words.push_back(word);
    }
    return base::join(words);
}

std::string show_lines(const Node& node, bool typed) {
    if (node.is_scalar()) return std::string(node.text);
    const auto line = [&](const Node& item) { return item.is_mapping() ? show_passage(item, typed) : raw(item); };
    if (node.is_mapping()) return line(node);
    std::string text;
    for (const Node& item : node.items)
        text += (text.empty() ? "" : "\n") + line(item);
    return text;
}

std::string show_text(const Node& node, bool english) {
    if (node.is_scalar()) return sheets::tidy_cell(node.text);
    const bool texts = node.is_mapping() && !node.keys.empty() &&
                       std::all_of(node.keys.begin(), node.keys.end(),
                                   [](const yaml::Key& key) { return key.text == "id" || key.text == "en"; });
    if (!texts) return english ? "" : raw(node);
    const Node* const part = node.get(english ? "en" : "id");
    return part == nullptr ? "" : part->is_scalar() ? sheets::tidy_cell(part->text) : raw(*part);
}

std::string show_number(const Node& node) {
    bool grouped = false;
    return plain_number(node.text, false, grouped).value_or(std::string(node.text));
}

/// Words that stay words for readers of YAML that guess types.
Value text_value(std::string text) {
    Value value = yaml::word(std::move(text));
    value.write = yaml::Write::Text;
    return value;
}

} // namespace

bool is_raw(std::string_view cell) {
    return cell.size() > 1 &&
           ((cell.front() == '{' && cell.back() == '}') || (cell.front() == '[' && cell.back() == ']'));
}

std::string show(const Node* node, const Column& column) {
    if (node == nullptr || node->is_empty()) return {};
    switch (column.type) {
    case CellType::Words:
        return show_words(*node);
    case CellType::TextId:
        return show_text(*node, false);
    case CellType::TextEn:
        return show_text(*node, true);
    case CellType::Passages:
        return show_lines(*node, false);
    case CellType::Remarks:
        return show_lines(*node, true);
    case CellType::When:
        return show_when(*node);
    default:
        break;
    }
    if (!node->is_scalar()) return raw(*node);
    if (column.type == CellType::Whole || column.type == CellType::Number) return show_number(*node);
    if (column.type == CellType::Flag) return node->text == "false" ? "" : std::string(node->text);
    return sheets::tidy_cell(node->text);
}

Value value_of(const std::string& cell, const Column& column) {
    if (is_raw(cell) && column.type != CellType::Passages && column.type != CellType::Remarks &&
        column.type != CellType::Quote)
        if (std::optional<Value> made = parse_flow(cell)) return *made;
    std::vector<Value> items;
    switch (column.type) {
    case CellType::Quote:
        return yaml::quotation(cell);
    case CellType::Whole:
    case CellType::Number:
    case CellType::Flag:
        return yaml::word(cell);
    case CellType::When:
        return parse_when(cell).value_or(yaml::word(cell));
    case CellType::Words:
        if (column.key == "checklist" && split_words(cell).size() == 1) return text_value(cell);
        for (std::string& word : split_words(cell)) {
            const bool number = column.key == "area" || column.key.starts_with("marks-");
            items.push_back(number ? yaml::word(std::move(word)) : text_value(std::move(word)));
        }
        return yaml::list(std::move(items));
    case CellType::Passages:
    case CellType::Remarks:
        for (const std::string& line : split_lines(cell))
            items.push_back(parse_passage(line, column.type == CellType::Remarks).value_or(yaml::word(line)));
        return yaml::list(std::move(items));
    default:
        return column.key == "version" ? yaml::word(cell) : text_value(cell); // "1.0.1" is no number
    }
}

} // namespace timbang::content::workbook
