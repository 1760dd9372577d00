#include <algorithm>

#include "content/format/shapes.h"
#include "content/framework/reader.h"

namespace timbang::content {

using domain::Framework;
using yaml::Fields;
using yaml::Node;

namespace {

std::vector<std::string> rule_ids(const Framework& framework) {
    std::vector<std::string> ids;
    for (const domain::Rule& rule : framework.rules) ids.push_back(rule.id);
    return ids;
}

template <class Enum>
std::optional<Enum> read_choice(Fields& fields, std::string_view key,
                                std::initializer_list<std::pair<const char*, Enum>> choices) {
    const Node* node = fields.choice(key);
    if (node == nullptr) return std::nullopt;
    for (const auto& [word, value] : choices)
        if (node->text == word) return value;
    return std::nullopt;
}

} // namespace

bool is_new_id(std::vector<std::string>& seen, const std::string& id, const Node& at, base::Diagnostics& findings) {
    if (id.empty()) return false;
    if (std::find(seen.begin(), seen.end(), id) != seen.end()) {
        yaml::add_error(findings, at.span(), "duplicate-id", {{"id", id}});
        return false;
    }
    seen.push_back(id);
    return true;
}

bool told_enough(const base::Diagnostics& findings) {
    return findings.size() >= yaml::kMostFindings && base::has_errors(findings);
}

void add_unknown(base::Diagnostics& findings, const base::Span& where, const char* code, std::string_view id,
                 const std::vector<std::string>& known) {
    if (told_enough(findings)) return;
    const std::string near = yaml::nearest(id, known);
    yaml::add_error(findings, where, code, {{"id", std::string(id)}, {"near", yaml::near_arg(near)}});
    if (!near.empty()) findings.back().fix = base::Fix{where, near};
}

std::vector<std::string> read_rule_ids(const Node& node, const Framework& framework, base::Diagnostics& findings) {
    std::vector<std::string> ids;
    for (const Node* item : yaml::as_list(node, findings)) {
        if (told_enough(findings)) break; // the names that are known are not gathered for nothing
        const auto id = yaml::as_word(*item, findings);
        if (!id) continue;
        if (framework.rule(*id) != nullptr) ids.push_back(*id);
        else add_unknown(findings, item->span(), "unknown-rule", *id, rule_ids(framework));
    }
    return ids;
}

std::string read_rule_id(Fields& fields, const Framework& framework, base::Diagnostics& findings) {
    const Node* node = fields.find("rule");
    if (node == nullptr) return "";
    const auto id = yaml::as_word(*node, findings);
    if (!id) return "";
    if (!told_enough(findings) && framework.rule(*id) == nullptr) add_unknown(findings, node->span(), "unknown-rule", *id, rule_ids(framework));
    return *id;
}

std::optional<domain::Reported> read_reported(Fields& fields, base::Diagnostics& findings) {
    const Node* node = fields.find("reported");
    if (node == nullptr) return std::nullopt;
    Fields inner(*node, findings, format::kReported);
    domain::Reported reported{inner.word("source"), inner.word("round")};
    inner.finish();
    return reported;
}

void read_rules(Fields& fields, Framework& framework, base::Diagnostics& findings) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("rules")) {
        Fields one(*item, findings, format::kRule);
        domain::Rule rule;
        rule.id = one.id("id");
        rule.code = one.word("code");
        using domain::RuleLevel;
        const auto level = read_choice<RuleLevel>(one, "level",
                                                  {{"document", RuleLevel::Document},
                                                   {"file", RuleLevel::File},
                                                   {"scoring", RuleLevel::Scoring}});
        rule.level = level.value_or(RuleLevel::Document);
        rule.name = one.text("short");
        rule.text = one.text("text");
        rule.reported = read_reported(one, findings);
        rule.practice = one.flag("practice");
        one.finish();
        if (is_new_id(seen, rule.id, *item, findings)) framework.rules.push_back(std::move(rule));
    }
}

void read_checklists(Fields& fields, Framework& framework, base::Diagnostics& findings) {
    const Node* node = fields.find("checklists");
    if (node == nullptr) return;
    if (!node->is_mapping()) return yaml::add_bad_value(findings, *node, "mapping");
    for (std::size_t i = 0; i < node->keys.size(); ++i)
        framework.checklists.emplace_back(node->keys[i].text, read_rule_ids(node->items[i], framework, findings));
}

void read_problem_types(Fields& fields, Framework& framework, base::Diagnostics& findings) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("problem_types")) {
        Fields one(*item, findings, format::kProblemType);
        domain::ProblemType type;
        type.id = one.id("id");
        using domain::ProblemKind;
        const auto kind = read_choice<ProblemKind>(
            one, "kind", {{"evidence", ProblemKind::Evidence}, {"judgement", ProblemKind::Judgement}});
        type.kind = kind.value_or(ProblemKind::Evidence);
        type.family = one.word("family");
        type.rule = read_rule_id(one, framework, findings);
        type.name = one.text("name");
        type.short_name = one.text("short");
        if (type.short_name.empty()) type.short_name = type.name;
        type.text = one.text("text");
        type.practice = one.flag("practice");
        one.finish();
        if (!is_new_id(seen, type.id, *item, findings)) continue;
        note_long_name(type.short_name, type.id, *item, findings);
        framework.problem_types.push_back(std::move(type));
    }
}

void read_criteria(Fields& fields, Framework& framework, base::Diagnostics& findings) {
    std::vector<std::string> seen;
    for (const Node* item : fields.list("criteria")) {
        Fields one(*item, findings, format::kCriterion);
        domain::Criterion criterion;
        criterion.id = one.id("id");
        criterion.group = one.word("group");
        criterion.name = one.text("name");
        criterion.short_name = one.text("short");
        if (criterion.short_name.empty()) criterion.short_name = criterion.name;
        criterion.sdg = one.words("sdg");
        one.finish();
        if (is_new_id(seen, criterion.id, *item, findings)) framework.criteria.push_back(std::move(criterion));
    }
}

} // namespace timbang::content
