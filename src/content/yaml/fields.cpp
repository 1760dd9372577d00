#include "content/yaml/fields.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstdlib>

#include "base/utf8.h"

namespace timbang::content::yaml {

void add_error(base::Diagnostics& findings, const base::Span& where, std::string code, base::Args args) {
    // However much else was told, one error at least is kept: it decides whether the case can be played.
    if (findings.size() >= kMostFindings && base::has_errors(findings)) return;
    findings.push_back({base::Severity::Error, std::move(code), where, std::move(args), std::nullopt});
}

void add_warning(base::Diagnostics& findings, const base::Span& where, std::string code, base::Args args) {
    if (findings.size() >= kMostFindings) return;
    findings.push_back({base::Severity::Warning, std::move(code), where, std::move(args), std::nullopt});
}

void add_bad_value(base::Diagnostics& findings, const Node& node, std::string_view expected) {
    std::string found(node.is_scalar() ? node.text.substr(0, 80) : node.is_mapping() ? "{…}" : "[…]");
    while (base::invalid_utf8(found)) found.pop_back();
    add_error(findings, node.span(), "bad-value",
              {{"found", std::move(found)}, {"expected", base::Key{"finding.expected-" + std::string(expected)}}});
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    constexpr std::size_t kLongest = 80; // longer words are no slip of the pen and slow to compare
    if (word.size() > kLongest) return "";
    const std::string folded = base::fold_case(word);
    const std::size_t length = base::length(word);
    constexpr std::size_t kShort = 3;
    std::size_t best = std::max<std::size_t>(length > kShort ? 2 : 1, length / 3) + 1; // two swapped letters are near
    std::string found;
    for (const std::string& candidate : candidates) {
        if (candidate.size() > kLongest || candidate.empty()) continue;
        const std::size_t distance = base::edit_distance(folded, base::fold_case(candidate));
        if (distance >= best) continue;
        best = distance;
        found = candidate;
    }
    return found;
}

base::Arg near_arg(const std::string& candidate) {
    if (candidate.empty()) return base::Key{"finding.nothing-near"};
    return candidate;
}

std::optional<std::string> as_word(const Node& node, base::Diagnostics& findings) {
    if (node.is_scalar() && !node.text.empty()) return std::string(node.text);
    add_bad_value(findings, node, "word");
    return std::nullopt;
}

bool is_id(std::string_view text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '.';
    };
    constexpr std::size_t kLongest = 100;
    return !text.empty() && text.size() <= kLongest && std::all_of(text.begin(), text.end(), fits);
}

std::optional<std::string> as_id(const Node& node, base::Diagnostics& findings) {
    if (node.is_scalar() && is_id(node.text)) return std::string(node.text);
    add_bad_value(findings, node, "id");
    return std::nullopt;
}

std::optional<int> as_whole(const Node& node, int lowest, int highest, base::Diagnostics& findings) {
    int value = 0;
    if (node.is_scalar()) {
        const char* end = node.text.data() + node.text.size();
        const auto read = std::from_chars(node.text.data(), end, value);
        if (read.ec == std::errc{} && read.ptr == end && value >= lowest && value <= highest) return value;
    }
    add_bad_value(findings, node, "whole");
    return std::nullopt;
}

std::optional<base::Rational> as_number(const Node& node, base::Diagnostics& findings) {
    if (node.is_scalar())
        if (auto value = base::Rational::parse(node.text)) return value;
    add_bad_value(findings, node, "number");
    return std::nullopt;
}

std::optional<bool> as_flag(const Node& node, base::Diagnostics& findings) {
    if (node.is_scalar() && node.text == "true") return true;
    if (node.is_scalar() && node.text == "false") return false;
    const std::size_t before = findings.size();
    add_bad_value(findings, node, "flag");
    if (findings.size() > before && node.is_scalar()) {
        const std::string word = base::fold_case(node.text);
        for (const char* yes : {"yes", "ya", "on", "true", "1"})
            if (word == yes) findings.back().fix = base::Fix{node.span(), "true"};
        for (const char* no : {"no", "tidak", "off", "false", "0"})
            if (word == no) findings.back().fix = base::Fix{node.span(), "false"};
    }
    return std::nullopt;
}

std::vector<const Node*> as_list(const Node& node, base::Diagnostics& findings) {
    std::vector<const Node*> items;
    if (node.is_sequence()) {
        items.reserve(std::min(node.items.size(), kMostItems));
        if (node.items.size() > kMostItems)
            add_error(findings, node.span(), "too-many",
                      {{"count", static_cast<std::int64_t>(node.items.size())},
                       {"limit", static_cast<std::int64_t>(kMostItems)}});
        for (const Node& item : node.items)
            if (items.size() < kMostItems) items.push_back(&item);
    } else if (node.is_scalar() && !node.text.empty()) {
        items.push_back(&node);
    } else if (!node.is_empty()) {
        add_bad_value(findings, node, "list");
    }
    return items;
}

std::vector<std::string> as_words(const Node& node, base::Diagnostics& findings) {
    std::vector<std::string> words;
    for (const Node* item : as_list(node, findings))
        if (auto word = as_word(*item, findings)) words.push_back(std::move(*word));
    return words;
}

bool is_one_of(const Node& node, const ValueShape& value, base::Diagnostics& findings) {
    if (node.is_scalar() && std::find(value.words.begin(), value.words.end(), node.text) != value.words.end()) return true;
    add_bad_value(findings, node, value.expected);
    return false;
}

Fields::Fields(const Node& node, base::Diagnostics& findings, const Shape& shape)
    : node_(node), findings_(findings), shape_(shape) {
    if (!node.is_mapping()) add_bad_value(findings, node, "mapping");
}

const Field* Fields::look_up(std::string_view key) {
    const std::size_t count = shape_.count();
    for (std::size_t tried = 0; tried < count; ++tried) {
        if (next_ >= count) next_ = 0;
        const Field& one = shape_.at(next_++);
        if (one.key == key) return &one;
    }
    return nullptr;
}

const Field& Fields::field(std::string_view key) {
    const Field* const known = look_up(key);
    assert(known != nullptr && "the shape has no such key");
    if (known == nullptr) std::abort();
    return *known;
}

const Node* Fields::find(std::string_view key) {
    return field(key).need == Need::Always ? need(key) : node_.get(key);
}

const Node* Fields::need(std::string_view key) {
    const Node* found = node_.get(key);
    if (found == nullptr && valid()) {
        base::Span where = node_.span();
        where.end = where.begin;
        add_error(findings_, where, "missing-key", {{"key", std::string(key)}});
    }
    return found;
}

std::string Fields::word(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? std::string() : as_word(*node, findings_).value_or("");
}

std::string Fields::id(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? std::string() : as_id(*node, findings_).value_or("");
}

const Node* Fields::choice(std::string_view key) {
    const Node* node = find(key);
    return node != nullptr && is_one_of(*node, field(key).value, findings_) ? node : nullptr;
}

int Fields::whole(std::string_view key, int otherwise) {
    const Node* node = find(key);
    return node == nullptr ? otherwise : whole_in(*node, key).value_or(otherwise);
}

std::optional<int> Fields::whole_in(const Node& node, std::string_view key) {
    const ValueShape& value = field(key).value;
    return as_whole(node, value.lowest, value.highest, findings_);
}

bool Fields::flag(std::string_view key, bool otherwise) {
    const Node* node = find(key);
    return node == nullptr ? otherwise : as_flag(*node, findings_).value_or(otherwise);
}

base::Text Fields::text(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? base::Text{} : as_text(*node, findings_);
}

std::vector<std::string> Fields::words(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? std::vector<std::string>{} : as_words(*node, findings_);
}

std::vector<const Node*> Fields::list(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? std::vector<const Node*>{} : as_list(*node, findings_);
}

void Fields::finish() {
    for (const Key& key : node_.keys) {
        if (look_up(key.text) != nullptr) continue;
        if (findings_.size() >= kMostFindings) return;
        const std::string near = nearest(key.text, shape_.keys());
        add_error(findings_, key.span(), "unknown-key", {{"key", std::string(key.text)}, {"near", near_arg(near)}});
        if (!near.empty() && node_.get(near) == nullptr)
            findings_.back().fix = base::Fix{key.span(), near};
    }
}

} // namespace timbang::content::yaml
