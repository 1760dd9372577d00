#include <string>

#include "content/yaml/fields.h"

namespace timbang::content::yaml {

namespace {

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

void add_cut(base::Diagnostics& findings, const base::Span& where, std::string what) {
    add_error(findings, where, "text-cut", {{"what", base::Key{"finding.text-cut-" + std::move(what)}}});
}

/// One language, or a text without languages.
std::string scalar_text(const Node& node, base::Diagnostics& findings) {
    if (!node.is_scalar()) {
        add_bad_value(findings, node, "text");
        return "";
    }
    if (node.is_empty()) {
        add_cut(findings, node.span(), cut_by_comment(node) ? "comment" : "empty");
    } else if (cut_by_comment(node)) {
        add_cut(findings, node.span(), "comment");
    }
    const std::size_t end = node.text.find_last_not_of('\n') + 1; // `|` and `>` end with one; npos + 1 is 0
    return std::string(node.text.substr(0, end));
}

/// `{id: Sah, basah, en: …}`: what stands behind the comma has become a key without a value.
void report_cut_at_comma(const Node& node, std::size_t at, base::Diagnostics& findings) {
    const Source& source = *node.source;
    const Key& key = node.keys[at];
    std::size_t first = at;
    while (first > 0 && node.items[first].is_empty() && node.keys[first].text != "id" && node.keys[first].text != "en")
        --first;
    add_cut(findings, key.span(), "comma");
    const Node& value = node.items[first];
    if (findings.size() >= kMostFindings || first == at || !value.is_scalar() || !value.plain || value.text.empty()) return;
    const base::Span where = Stretch{source.name(), value.begin, key.end};
    findings.back().fix = base::Fix{where, quoted(std::string_view(source.text()).substr(where.begin, where.end - where.begin))};
}

} // namespace

bool cut_by_comment(const Node& scalar) {
    if (!scalar.is_scalar() || !scalar.plain) return false;
    const std::string& text = scalar.source->text();
    std::size_t at = scalar.end.offset;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at < text.size() && text[at] == '#';
}

base::Text as_text(const Node& node, base::Diagnostics& findings) {
    if (!node.is_mapping()) {
        const std::string text = scalar_text(node, findings);
        return {text, text};
    }
    base::Text text;
    bool has_id = false;
    bool has_en = false;
    bool cut = false;
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const std::string_view key = node.keys[i].text;
        if (key == "id") {
            has_id = true;
            text.id = scalar_text(node.items[i], findings);
        } else if (key == "en") {
            has_en = true;
            text.en = scalar_text(node.items[i], findings);
        } else if (node.items[i].is_empty()) {
            cut = true;
            report_cut_at_comma(node, i, findings);
        } else {
            cut = true;
            add_cut(findings, node.keys[i].span(), "key");
        }
    }
    if ((!has_id || !has_en) && !cut) {
        const base::Key missing{has_id ? "finding.language-en" : "finding.language-id"};
        base::Span where = node.span();
        where.end = where.begin;
        add_error(findings, where, "text-missing-language", {{"language", missing}});
    }
    if (!has_id) text.id = text.en;
    if (!has_en) text.en = text.id;
    return text;
}

base::Text as_both_languages(const Node& node, base::Diagnostics& findings) {
    base::Text text = as_text(node, findings);
    if (node.is_scalar() && !text.empty() && !cut_by_comment(node))
        add_error(findings, node.span(), "text-missing-language", {{"language", base::Key{"finding.language-second"}}});
    return text;
}

base::Text Fields::both_languages(std::string_view key) {
    const Node* node = find(key);
    return node == nullptr ? base::Text{} : as_both_languages(*node, findings_);
}

std::vector<base::Text> Fields::texts(std::string_view key) {
    std::vector<base::Text> all;
    for (const Node* item : list(key)) all.push_back(as_both_languages(*item, findings_));
    return all;
}

} // namespace timbang::content::yaml
