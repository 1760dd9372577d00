#include "domain/condition.h"

#include <algorithm>

#include "domain/relation.h"
#include "domain/session.h"

namespace timbang::domain {
namespace {

bool all_decided(const Scenario& scenario, const State& state) {
    const auto decided = [&](IndicatorIx task) {
        return state.decisions[static_cast<std::size_t>(task)].has_value();
    };
    if (state.step >= 0) {
        const auto& listed_here = scenario.steps[static_cast<std::size_t>(state.step)].indicators;
        return std::all_of(listed_here.begin(), listed_here.end(), decided);
    }
    return std::all_of(state.decisions.begin(), state.decisions.end(), [](const auto& d) { return d.has_value(); });
}

template <class T> const T* at(const std::vector<T>& list, int index) {
    return index >= 0 && static_cast<std::size_t>(index) < list.size() ? &list[static_cast<std::size_t>(index)]
                                                                      : nullptr;
}

bool decided(const Scenario& scenario, const State& state, const Condition& condition) {
    if (condition.index < 0) return condition.name == "all" && all_decided(scenario, state);
    const auto* decision = at(state.decisions, condition.index);
    return decision != nullptr && decision->has_value();
}

bool scored(const State& state, const Condition& condition) {
    const auto* decision = at(state.decisions, condition.index);
    return decision != nullptr && *decision && (*decision)->score &&
           relates(condition.relation, *(*decision)->score, condition.number);
}

bool answered(const State& state, const Condition& condition) {
    const auto* answer = at(state.part_answers, condition.index);
    return answer != nullptr && *answer && (*answer)->option == condition.value;
}

bool opened(const State& state, const Condition& condition) {
    const auto* pages = at(state.opened, condition.index);
    return pages != nullptr && std::find(pages->begin(), pages->end(), 1) != pages->end();
}

} // namespace

bool holds(const Scenario& scenario, const State& state, const Condition& condition) {
    const auto part_holds = [&](const Condition& part) { return holds(scenario, state, part); };
    switch (condition.kind) {
    case ConditionKind::Always: return true;
    case ConditionKind::All: return std::all_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case ConditionKind::Any: return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case ConditionKind::Not: return !condition.parts.empty() && !part_holds(condition.parts.front());
    case ConditionKind::Set: {
        const auto* flag = at(state.flags, condition.index);
        return flag != nullptr && *flag != 0;
    }
    case ConditionKind::Decided: return decided(scenario, state, condition);
    case ConditionKind::Answer: return answered(state, condition);
    case ConditionKind::IndicatorScore: return scored(state, condition);
    case ConditionKind::Opened: return opened(state, condition);
    case ConditionKind::Spent: return relates(condition.relation, state.spent, condition.number);
    case ConditionKind::Score:
    case ConditionKind::Category:
    case ConditionKind::VerdictIs:
    case ConditionKind::Check:
    case ConditionKind::Alarm:
    case ConditionKind::Choice: return false; // of replies: they speak of an answer, not of the session
    }
    return false;
}

} // namespace timbang::domain
