#include "content/draft/when.h"

#include <algorithm>
#include <charconv>

namespace timbang::content {

namespace {

using domain::Condition;
using domain::ConditionKind;
using domain::Relation;
using yaml::Node;

Condition never() {
    Condition condition;
    condition.kind = ConditionKind::Any; // of none
    return condition;
}

std::string written(const Node& node) {
    const std::string& text = node.source->text();
    return text.substr(node.begin.offset, std::min<std::size_t>(node.end.offset, text.size()) - node.begin.offset);
}

Condition question(const Node& node, std::vector<std::string>& asks) {
    const std::string what = written(node);
    const auto known = std::find(asks.begin(), asks.end(), what);
    Condition condition;
    condition.kind = ConditionKind::Set;
    condition.index = static_cast<int>(known - asks.begin());
    if (known == asks.end()) asks.push_back(what);
    return condition;
}

Condition several(ConditionKind kind, const Node& node, std::vector<std::string>& asks) {
    Condition condition;
    condition.kind = kind;
    if (!node.is_sequence() || node.items.empty()) return never();
    for (const Node& item : node.items) condition.parts.push_back(read_when(item, asks));
    return condition;
}

Condition score(const Node& node) {
    Condition all;
    all.kind = ConditionKind::All;
    if (!node.is_mapping() || node.keys.empty()) return never();
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        Condition one;
        one.kind = ConditionKind::Score;
        const std::string_view word = node.keys[i].text;
        if (word == "is") one.relation = Relation::Is;
        else if (word == "above") one.relation = Relation::Above;
        else if (word == "below") one.relation = Relation::Below;
        else if (word == "at_least") one.relation = Relation::AtLeast;
        else return never();
        const std::string_view number = node.items[i].text;
        if (std::from_chars(number.data(), number.data() + number.size(), one.number).ec != std::errc()) return never();
        all.parts.push_back(std::move(one));
    }
    return all.parts.size() == 1 ? all.parts.front() : all;
}

Condition named(ConditionKind kind, const Node& node) {
    Condition condition;
    condition.kind = kind;
    condition.name = node.text;
    return condition;
}

} // namespace

Condition read_when(const Node& node, std::vector<std::string>& asks) {
    if (!node.is_mapping() || node.keys.size() != 1) return never();
    const std::string_view word = node.keys[0].text;
    const Node& value = node.items[0];
    if (word == "all") return several(ConditionKind::All, value, asks);
    if (word == "any") return several(ConditionKind::Any, value, asks);
    if (word == "not") {
        Condition condition;
        condition.kind = ConditionKind::Not;
        condition.parts.push_back(read_when(value, asks));
        return condition;
    }
    if (word == "score" && value.get("indicator") == nullptr) return score(value);
    if (word == "verdict") {
        const auto verdict = domain::verdict_from_id(value.text);
        if (!verdict) return never();
        Condition condition;
        condition.kind = ConditionKind::VerdictIs;
        condition.verdict = *verdict;
        return condition;
    }
    if (word == "check") return named(ConditionKind::Check, value);
    if (word == "alarm") return named(ConditionKind::Alarm, value);
    if (word == "choice") return named(ConditionKind::Choice, value);
    if (word == "category") return named(ConditionKind::Category, value);
    return question(node, asks);
}

} // namespace timbang::content
