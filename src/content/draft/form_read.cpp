#include <charconv>

#include "base/files.h"
#include "base/utf8.h"
#include "content/draft/when.h"

namespace timbang::content {

namespace {

using yaml::Node;

constexpr const char* kCaseFile = "scenario.yaml";

std::string word(const Node& node, std::string_view key) {
    const Node* value = node.get(key);
    return value != nullptr && value->is_scalar() ? std::string(value->text) : "";
}

std::optional<int> number(const Node* node) {
    int value = 0;
    if (node == nullptr || !node->is_scalar()) return std::nullopt;
    const char* const end = node->text.data() + node->text.size();
    const auto read = std::from_chars(node->text.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

std::string language(const Node& node) {
    if (!node.is_scalar()) return "";
    return std::string(node.text.substr(0, node.text.find_last_not_of('\n') + 1)); // npos + 1 is 0
}

base::Text text(const Node* node) {
    if (node == nullptr) return {};
    if (!node->is_mapping()) return {language(*node), language(*node)};
    base::Text both;
    if (const Node* id = node->get("id")) both.id = language(*id);
    if (const Node* en = node->get("en")) both.en = language(*en);
    return both;
}

/// One value alone is a list of one; a mapping is none.
std::span<const Node> list(const Node* node) {
    if (node == nullptr || node->is_mapping() || node->is_empty()) return {};
    return node->is_sequence() ? node->items : std::span(node, 1);
}

std::vector<std::string> words(const Node* node) {
    std::vector<std::string> all;
    for (const Node& item : list(node))
        if (item.is_scalar()) all.emplace_back(item.text);
    return all;
}

FormPassage passage(const Node& node) {
    FormPassage made;
    made.at = node.begin.offset;
    made.in = word(node, "in");
    made.page = number(node.get("page")).value_or(0);
    made.quote = base::fold_spaces(word(node, "quote"));
    made.each = word(node, "each") == "true";
    const auto area = list(node.get("area"));
    if (area.size() != 4) return made;
    int values[4] = {};
    for (std::size_t i = 0; i < 4; ++i) values[i] = number(&area[i]).value_or(0);
    made.area = domain::Area{values[0], values[1], values[2], values[3]};
    return made;
}

std::vector<FormPassage> passages(const Node* node) {
    std::vector<FormPassage> all;
    for (const Node& item : list(node)) all.push_back(passage(item));
    return all;
}

FormReference reference(const Node& node) {
    FormReference made;
    made.at = node.begin.offset;
    made.verdict = domain::verdict_from_id(word(node, "verdict"));
    made.score = number(node.get("score"));
    if (const Node* figure = node.get("figure")) {
        made.figure = word(*figure, "value");
        made.figure_unit = word(*figure, "unit");
    }
    if (const Node* checks = node.get("checklist")) {
        made.holds = words(checks->get("holds"));
        made.fails = words(checks->get("fails"));
    }
    made.rules = words(node.get("rules"));
    made.why = text(node.get("why"));
    made.rests_on = passages(node.get("rests_on"));
    return made;
}

std::vector<FormAnswer> answers(const Node* node) {
    std::vector<FormAnswer> all;
    for (const Node& item : list(node))
        all.push_back({word(item, "by"), domain::verdict_from_id(word(item, "verdict")), number(item.get("score")),
                       text(item.get("why")), item.begin.offset});
    return all;
}

void read(const Node& node, FormIndicator& into) {
    into.at = node.begin.offset;
    into.code = word(node, "code");
    into.evidence = words(node.get("evidence"));
    if (const Node* found = node.get("reference")) into.reference = reference(*found);
    into.near = answers(node.get("near"));
    into.panel = answers(node.get("panel"));
    for (const Node& item : list(node.get("problems")))
        into.problems.push_back({word(item, "type"), word(item, "rule"), passage(item), passages(item.get("also")),
                                 words(item.get("or")), text(item.get("why")), item.begin.offset});
    for (const Node& item : list(node.get("replies"))) {
        FormReply reply;
        reply.at = item.begin.offset;
        if (const Node* when = item.get("when")) reply.when = read_when(*when, reply.asks);
        reply.type = word(item, "type");
        reply.rule = word(item, "rule");
        reply.why = text(item.get("why"));
        into.replies.push_back(std::move(reply));
    }
}

/// The value of the first line that says "code:" at the left edge: for lists, where reading the file takes too long.
std::string code_in(const std::string& text) {
    constexpr std::string_view kKey = "code:";
    std::size_t line = text.starts_with(kKey) ? 0 : text.find("\ncode:");
    if (line == std::string::npos) return "";
    line = text.find(':', line) + 1;
    const std::size_t begin = text.find_first_not_of(" \"'", line);
    if (begin == std::string::npos) return "";
    return text.substr(begin, text.find_first_of(" \"'#\r\n", begin) - begin);
}

std::string name_of_file(const std::string& path) {
    const std::string name = base::file_name(path);
    return name.substr(0, name.rfind('.'));
}

} // namespace

FormIndicator read_form_indicator(std::string path, std::shared_ptr<const std::string> text, yaml::Way way) {
    FormIndicator made;
    made.path = std::move(path);
    made.way = std::move(way);
    made.text = std::move(text);
    if (made.way.empty()) made.code = name_of_file(made.path);
    if (made.text == nullptr) return made;
    const yaml::Editor file(made.path, *made.text);
    const Node* node = file.at(made.way);
    if (node == nullptr || !node->is_mapping()) return made;
    made.readable = true;
    read(*node, made);
    return made;
}

std::vector<FormIndicator> list_form(const DraftTexts& texts) {
    std::vector<FormIndicator> all;
    const auto scenario = texts.texts.find(kCaseFile);
    if (scenario == texts.texts.end()) return all;
    const yaml::Editor file(kCaseFile, *scenario->second);
    const Node* indicators = file.at({"indicators"});
    if (indicators == nullptr || !indicators->is_sequence()) return all;
    for (std::size_t i = 0; i < indicators->items.size(); ++i) {
        const Node& item = indicators->items[i];
        FormIndicator made;
        if (item.is_mapping()) {
            made.path = kCaseFile;
            made.way = {"indicators", i};
            made.text = scenario->second;
            made.code = word(item, "code");
        } else {
            made.path = item.text;
            const auto found = texts.texts.find(made.path);
            if (found != texts.texts.end()) made.text = found->second;
            made.code = made.text == nullptr ? "" : code_in(*made.text);
            if (made.code.empty()) made.code = name_of_file(made.path);
        }
        all.push_back(std::move(made));
    }
    return all;
}

std::vector<FormIndicator> read_form(const DraftTexts& texts) {
    std::vector<FormIndicator> all = list_form(texts);
    for (FormIndicator& one : all) one = read_form_indicator(one.path, one.text, one.way);
    return all;
}

} // namespace timbang::content
