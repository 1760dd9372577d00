#include "content/checks/reach.h"

#include <algorithm>

namespace timbang::content {

using domain::Condition;
using domain::ConditionKind;
using domain::Scenario;
using domain::Step;
using domain::StepIx;

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

/// Whether a condition may hold, and whether it may fail.
struct May {
    bool hold = true;
    bool fail = true;
};

bool listed(const Scenario& scenario, const Reach& reach, int task) {
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const auto& listed_here = scenario.steps[i].indicators;
        if (reach.steps[i] && std::find(listed_here.begin(), listed_here.end(), task) != listed_here.end()) return true;
    }
    return false;
}

bool may_be_scored(const Scenario& scenario, const Reach& reach, const Condition& condition) {
    if (condition.index < 0) return true;
    const auto& steps = scenario.tasks[at(condition.index)].indicator->scale.steps;
    const bool on_scale = std::any_of(steps.begin(), steps.end(), [&](const domain::ScaleStep& step) {
        switch (condition.relation) {
        case domain::Relation::Is:
            return step.score == condition.number;
        case domain::Relation::Above:
            return step.score > condition.number;
        case domain::Relation::Below:
            return step.score < condition.number;
        case domain::Relation::AtLeast:
            return step.score >= condition.number;
        }
        return true;
    });
    return on_scale && listed(scenario, reach, condition.index);
}

bool may_be_spent(const Reach& reach, const Condition& condition) {
    switch (condition.relation) {
    case domain::Relation::Above:
        return reach.minutes > condition.number;
    case domain::Relation::Below:
        return condition.number > 0;
    case domain::Relation::Is:
    case domain::Relation::AtLeast:
        return reach.minutes >= condition.number;
    }
    return true;
}

May judged(const Scenario& scenario, const Reach& reach, const Condition& condition);

May all_of(const Scenario& scenario, const Reach& reach, const std::vector<Condition>& parts) {
    May all{true, false};
    for (const Condition& part : parts) {
        const May one = judged(scenario, reach, part);
        all.hold = all.hold && one.hold;
        all.fail = all.fail || one.fail;
    }
    return all;
}

May any_of(const Scenario& scenario, const Reach& reach, const std::vector<Condition>& parts) {
    May any{false, true};
    for (const Condition& part : parts) {
        const May one = judged(scenario, reach, part);
        any.hold = any.hold || one.hold;
        any.fail = any.fail && one.fail;
    }
    return any;
}

May judged(const Scenario& scenario, const Reach& reach, const Condition& condition) {
    switch (condition.kind) {
    case ConditionKind::Always:
        return {true, false};
    case ConditionKind::All:
        return all_of(scenario, reach, condition.parts);
    case ConditionKind::Any:
        return any_of(scenario, reach, condition.parts);
    case ConditionKind::Not: {
        const May inner = condition.parts.empty() ? May{} : judged(scenario, reach, condition.parts.front());
        return {inner.fail, inner.hold};
    }
    case ConditionKind::Set:
        return {condition.index < 0 || reach.flags[at(condition.index)], true};
    case ConditionKind::Decided:
        return {condition.index < 0 || listed(scenario, reach, condition.index), true};
    case ConditionKind::Answer:
        return {condition.index < 0 || reach.steps[at(scenario.parts[at(condition.index)].step)], true};
    case ConditionKind::IndicatorScore:
        return {may_be_scored(scenario, reach, condition), true};
    case ConditionKind::Opened:
        return {condition.index < 0 || reach.evidence[at(condition.index)], true};
    case ConditionKind::Spent:
        return {may_be_spent(reach, condition), true};
    default:
        return {}; // of replies
    }
}

/// One round of what follows from what may happen already.
class Spread {
public:
    Spread(const Scenario& scenario, Reach& reach) : scenario_(scenario), reach_(reach) {}

    /// Whether anything was new.
    bool go() {
        changed_ = false;
        for (std::size_t i = 0; i < scenario_.steps.size(); ++i)
            if (reach_.steps[i]) step(scenario_.steps[i]);
        return changed_;
    }

private:
    void mark(std::vector<bool>& list, int index) {
        if (index < 0 || list[at(index)]) return;
        list[at(index)] = true;
        changed_ = true;
    }

    void effects(const std::vector<domain::Effect>& effects) {
        for (const domain::Effect& effect : effects) {
            if (effect.kind == domain::EffectKind::Reveal) mark(reach_.evidence, effect.evidence);
            if (effect.kind == domain::EffectKind::Set) mark(reach_.flags, effect.flag);
        }
    }

    void action(domain::ActionIx index) {
        if (reach_.actions[at(index)]) return;
        mark(reach_.actions, index);
        const domain::Action& action = scenario_.actions[at(index)];
        effects(action.then);
        reach_.minutes = std::min<long long>(reach_.minutes + action.cost, scenario_.budget);
    }

    void step(const Step& step) {
        for (const domain::ActionIx index : step.actions)
            action(index);
        for (const domain::ScriptEvent& event : step.events)
            if (judged(scenario_, reach_, event.when).hold) effects(event.then);
        for (const StepIx to : ways_that_may_be_taken(scenario_, reach_, step))
            mark(reach_.steps, to);
    }

    const Scenario& scenario_;
    Reach& reach_;
    bool changed_ = false;
};

} // namespace

std::vector<StepIx> ways_that_may_be_taken(const Scenario& scenario, const Reach& reach, const Step& step) {
    std::vector<StepIx> ways;
    for (const domain::Way& way : step.next) {
        const May may = judged(scenario, reach, way.when);
        if (may.hold) ways.push_back(way.to);
        if (!may.fail) break;
    }
    return ways;
}

Reach reach_of(const Scenario& scenario) {
    Reach reach;
    reach.steps.assign(scenario.steps.size(), false);
    reach.actions.assign(scenario.actions.size(), false);
    reach.flags.assign(scenario.flags.size(), false);
    for (const domain::Evidence& document : scenario.evidence)
        reach.evidence.push_back(!document.hidden);
    if (scenario.start >= 0 && at(scenario.start) < reach.steps.size()) reach.steps[at(scenario.start)] = true;
    Spread spread(scenario, reach);
    while (spread.go()) {
    }
    return reach;
}

} // namespace timbang::content
