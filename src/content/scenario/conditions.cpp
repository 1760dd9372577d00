#include <algorithm>

#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/scenario/reading.h"

namespace timbang::content {

using domain::Condition;
using domain::ConditionKind;
using domain::Relation;
using yaml::Fields;
using yaml::Node;

namespace {

std::optional<Relation> relation_of(std::string_view word) {
    if (word == "is") return Relation::Is;
    if (word == "above") return Relation::Above;
    if (word == "below") return Relation::Below;
    if (word == "at_least") return Relation::AtLeast;
    return std::nullopt;
}

class ConditionReader {
public:
    ConditionReader(Reading& reading, ConditionOf of) : reading_(reading), of_(of) {}

    Condition read(const Node& node) {
        if (!node.is_mapping() || node.keys.empty()) return bad(node, "condition");
        if (node.keys.size() > 1) return bad(node, "one-condition");
        const std::string_view word = node.keys[0].text;
        const Node& value = node.items[0];
        if (word == "all") return several(ConditionKind::All, value);
        if (word == "any") return several(ConditionKind::Any, value);
        if (word == "not") {
            Condition condition;
            condition.kind = ConditionKind::Not;
            condition.parts.push_back(read(value));
            return condition;
        }
        if (word == "set") return named(ConditionKind::Set, value, reading_.names.flags, "unknown-flag");
        if (word == "opened") return named(ConditionKind::Opened, value, reading_.names.evidence, "unknown-evidence");
        if (word == "decided") return decided(value);
        if (word == "answer") return answer(value);
        if (word == "spent") return numbers(ConditionKind::Spent, value);
        if (word == "score") return score(value);
        if (of_ == ConditionOf::Reply) {
            if (word == "category") return category(value);
            if (word == "verdict") return verdict(value);
            if (word == "check") return check(value);
            if (word == "alarm") return alarm(value);
            if (word == "choice") return choice(value);
        }
        const std::string near = yaml::nearest(word, words());
        yaml::add_error(reading_.findings, node.keys[0].span(), "unknown-condition",
                        {{"id", std::string(word)}, {"near", yaml::near_arg(near)}});
        return {};
    }

private:
    Condition bad(const Node& node, const char* expected) {
        yaml::add_bad_value(reading_.findings, node, expected);
        return {};
    }

    const yaml::Shape& shape() const {
        return of_ == ConditionOf::Reply ? format::kReplyCondition : format::kScriptCondition;
    }

    std::vector<std::string> words() const {
        return shape().keys();
    }

    Condition several(ConditionKind kind, const Node& node) {
        if (!node.is_sequence() || node.items.empty()) return bad(node, "conditions");
        Condition condition;
        condition.kind = kind;
        for (const Node& item : node.items) condition.parts.push_back(read(item));
        return condition;
    }

    Condition named(ConditionKind kind, const Node& node, const std::vector<std::string>& known, const char* code) {
        Condition condition;
        condition.kind = kind;
        condition.name = node.text;
        condition.index = place_of(reading_, node, known, code);
        return condition;
    }

    Condition decided(const Node& node) {
        if (!node.is_scalar() || node.text != "all")
            return named(ConditionKind::Decided, node, reading_.names.indicators, "unknown-indicator");
        Condition condition;
        condition.kind = ConditionKind::Decided;
        condition.name = "all";
        return condition;
    }

    /// `{choice: begin, is: send-back}`
    Condition answer(const Node& node) {
        Fields fields(node, reading_.findings, format::kAnswer);
        Condition condition;
        condition.kind = ConditionKind::Answer;
        const Node* choice = fields.find("choice");
        const Node* option = fields.find("is");
        fields.finish();
        if (choice == nullptr || option == nullptr) return condition;
        condition.name = choice->text;
        condition.value = option->text;
        std::vector<std::string> ids;
        for (const Names::Choice& known : reading_.names.choices) ids.push_back(known.id);
        const int at = place_of(reading_, *choice, ids, "unknown-choice");
        if (at >= 0)
            static_cast<void>(place_of(reading_, *option, reading_.names.choices[static_cast<std::size_t>(at)].options,
                                       "unknown-option"));
        return condition;
    }

    /// `{above: 6}`, or several of them together.
    Condition numbers(ConditionKind kind, const Node& node) {
        if (!node.is_mapping() || node.keys.empty()) return bad(node, "comparison");
        Condition all;
        all.kind = ConditionKind::All;
        for (std::size_t i = 0; i < node.keys.size(); ++i) {
            if (kind == ConditionKind::IndicatorScore && node.keys[i].text == "indicator") continue;
            const yaml::Field* field = format::kComparison.field(node.keys[i].text);
            const auto relation = relation_of(node.keys[i].text);
            if (field == nullptr || !relation) {
                yaml::add_error(reading_.findings, node.keys[i].span(), "unknown-key",
                                {{"key", std::string(node.keys[i].text)},
                                 {"near", yaml::near_arg(yaml::nearest(node.keys[i].text, format::kComparison.keys()))}});
                continue;
            }
            Condition one;
            one.kind = kind;
            one.relation = *relation;
            if (kind == ConditionKind::Category) {
                one.name = node.items[i].text;
                std::vector<std::string> ids;
                for (const auto& known : reading_.framework->categories) ids.push_back(known.id);
                one.index = place_of(reading_, node.items[i], ids, "unknown-category");
            } else {
                one.number = yaml::as_whole(node.items[i], field->value.lowest, field->value.highest, reading_.findings).value_or(0);
            }
            all.parts.push_back(std::move(one));
        }
        return all.parts.size() == 1 ? all.parts.front() : all;
    }

    /// In replies `{above: 8}` is about the answer itself; `{indicator: KS-O1, above: 8}` is about a decision.
    Condition score(const Node& node) {
        const Node* code = node.get("indicator");
        if (code == nullptr) {
            if (of_ == ConditionOf::Reply) return numbers(ConditionKind::Score, node);
            return bad(node, "score-of-indicator");
        }
        const int at = place_of(reading_, *code, reading_.names.indicators, "unknown-indicator");
        if (node.keys.size() < 2) return bad(node, "score-of-indicator");
        Condition condition = numbers(ConditionKind::IndicatorScore, node);
        const auto name = [&](Condition& one) {
            one.name = code->text;
            one.index = at;
        };
        if (condition.kind == ConditionKind::IndicatorScore) name(condition);
        else std::for_each(condition.parts.begin(), condition.parts.end(), name);
        return condition;
    }

    Condition category(const Node& node) {
        if (node.is_mapping()) return numbers(ConditionKind::Category, node);
        std::vector<std::string> ids;
        for (const auto& known : reading_.framework->categories) ids.push_back(known.id);
        return named(ConditionKind::Category, node, ids, "unknown-category");
    }

    Condition verdict(const Node& node) {
        Condition condition;
        condition.kind = ConditionKind::VerdictIs;
        const auto value = domain::verdict_from_id(node.text);
        if (!value) return bad(node, "verdict");
        condition.verdict = *value;
        return condition;
    }

    Condition any_or(ConditionKind kind, const Node& node) {
        Condition condition;
        condition.kind = kind;
        condition.name = node.text;
        return condition;
    }

    Condition check(const Node& node) {
        if (!node.is_scalar() || node.text != "any")
            static_cast<void>(read_rule_ids(node, *reading_.framework, reading_.findings));
        return any_or(ConditionKind::Check, node);
    }

    Condition alarm(const Node& node) {
        if (!node.is_scalar() || node.text != "any")
            static_cast<void>(
                place_of(reading_, node, reading_.names.problem_types, "unknown-problem-type"));
        return any_or(ConditionKind::Alarm, node);
    }

    Condition choice(const Node& node) {
        std::vector<std::string> options;
        for (const Names::Choice& known : reading_.names.choices)
            options.insert(options.end(), known.options.begin(), known.options.end());
        static_cast<void>(place_of(reading_, node, options, "unknown-option"));
        return any_or(ConditionKind::Choice, node);
    }

    Reading& reading_;
    ConditionOf of_;
};

} // namespace

Condition read_condition(Reading& reading, const Node& node, ConditionOf of) {
    return ConditionReader(reading, of).read(node);
}

} // namespace timbang::content
