#include "content/yaml/write.h"

#include <algorithm>

#include "base/utf8.h"

namespace timbang::content::yaml {

namespace {

constexpr std::size_t kWidth = 110;
constexpr std::size_t kLongestName = 60;

std::string spaces(int count) { return std::string(static_cast<std::size_t>(count), ' '); }

bool is_name(const std::string& text) {
    return base::length(text) <= kLongestName && text.find('\n') == std::string::npos && !text.ends_with('.');
}

bool one_line(const Value& value) {
    if (value.kind == Kind::Scalar) return value.text.find('\n') == std::string::npos;
    return value.style != Value::Style::Block && std::all_of(value.items.begin(), value.items.end(), one_line);
}

std::string entries(const Value& value, int indent, const Layout& layout) {
    std::string made;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) made += "\n" + spaces(indent);
        if (value.kind == Kind::Mapping) made += entry(value.keys[i], value.items[i], indent, layout);
        else made += "-" + behind_hyphen(value.items[i], indent, layout);
    }
    return made;
}

std::string scalar_behind(const Value& value, int indent, const Layout& layout) {
    if (value.text.find('\n') != std::string::npos && fits_literal(value.text))
        return " " + literal(value.text, indent + layout.step);
    return " " + scalar(value.text, value.write, false);
}

void survey(const Node& node, int owner, std::vector<int>& steps, int& flush, int& inset) {
    if (node.flow || node.items.empty()) return;
    if (node.is_mapping()) {
        const int indent = node.keys.front().begin.column - 1;
        if (owner >= 0 && indent > owner) steps.push_back(indent - owner);
        for (std::size_t i = 0; i < node.items.size(); ++i) {
            const Node& item = node.items[i];
            if (item.is_sequence() && !item.flow && !item.items.empty() && item.begin.line > node.keys[i].begin.line)
                ++(item.begin.column - 1 == indent ? flush : inset);
            survey(item, indent, steps, flush, inset);
        }
    } else {
        // What stands behind a hyphen goes in by its two columns, whatever the step.
        for (const Node& item : node.items) survey(item, -1, steps, flush, inset);
    }
}

} // namespace

Value word(std::string text) {
    Value value;
    value.text = std::move(text);
    return value;
}

Value words(const std::vector<std::string>& list_of) {
    Value value;
    value.kind = Kind::Sequence;
    for (const std::string& text : list_of) value.items.push_back(word(text));
    return value;
}

Value sentence(std::string text) {
    Value value = word(std::move(text));
    value.write = Write::Text;
    return value;
}

Value quotation(std::string text) {
    Value value = word(std::move(text));
    value.write = Write::Quoted;
    return value;
}

Value both(const base::Text& text) {
    if (text.id == text.en) return sentence(text.id);
    Value value = map({});
    for (const auto& [language, words_of] : {std::pair("id", &text.id), std::pair("en", &text.en)}) {
        if (words_of->empty()) continue; // the language is missing, and a check says so
        value.keys.emplace_back(language);
        value.items.push_back(sentence(*words_of));
    }
    if (!is_name(text.id) || !is_name(text.en)) value.style = Value::Style::Block;
    return value;
}

Value list(std::vector<Value> items) {
    Value value;
    value.kind = Kind::Sequence;
    value.items = std::move(items);
    return value;
}

Value map(std::vector<std::pair<std::string, Value>> entries_of) {
    Value value;
    value.kind = Kind::Mapping;
    for (auto& [key, item] : entries_of) {
        value.keys.push_back(std::move(key));
        value.items.push_back(std::move(item));
    }
    return value;
}

Value in_block(Value value) {
    value.style = Value::Style::Block;
    return value;
}

Layout layout_of(const Node& root) {
    std::vector<int> steps;
    int flush = 0;
    int inset = 0;
    survey(root, -1, steps, flush, inset);
    Layout layout;
    layout.flush_lists = flush > inset;
    if (steps.empty()) return layout;
    std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2), steps.end());
    layout.step = std::clamp(steps[steps.size() / 2], 1, 8);
    return layout;
}

std::string flow(const Value& value) {
    if (value.kind == Kind::Scalar) return scalar(value.text, value.write, true);
    std::string made = value.kind == Kind::Mapping ? "{" : "[";
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (i > 0) made += ", ";
        if (value.kind == Kind::Mapping) made += scalar(value.keys[i], Write::Word, true) + ": ";
        made += flow(value.items[i]);
    }
    return made + (value.kind == Kind::Mapping ? "}" : "]");
}

bool fits_flow(const Value& value, int indent) {
    if (value.items.empty() || value.style == Value::Style::Flow) return true;
    if (!one_line(value)) return false;
    const bool list_of_lists = value.kind == Kind::Sequence && std::any_of(value.items.begin(), value.items.end(),
                                                                          [](const Value& item) { return item.kind != Kind::Scalar; });
    return !list_of_lists && flow(value).size() + static_cast<std::size_t>(indent) <= kWidth;
}

std::string entry(const std::string& key, const Value& value, int indent, const Layout& layout) {
    return scalar(key, Write::Word, true) + ":" + behind_key(value, indent, layout);
}

std::string behind_key(const Value& value, int indent, const Layout& layout) {
    if (value.kind == Kind::Scalar) return scalar_behind(value, indent, layout);
    if (fits_flow(value, indent)) return " " + flow(value);
    const int inner = value.kind == Kind::Sequence && layout.flush_lists ? indent : indent + layout.step;
    return "\n" + spaces(inner) + entries(value, inner, layout);
}

std::string behind_hyphen(const Value& value, int indent, const Layout& layout) {
    if (value.kind == Kind::Scalar) return scalar_behind(value, indent, layout);
    if (fits_flow(value, indent)) return " " + flow(value);
    constexpr int kHyphen = 2; // and the space behind it
    return " " + entries(value, indent + kHyphen, layout);
}

} // namespace timbang::content::yaml
