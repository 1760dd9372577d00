#include <algorithm>

#include "content/checks/checks.h"

namespace timbang::content {

using domain::Scenario;
using domain::Step;
using domain::StepIx;

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Ways that can be taken: those behind one without a condition never are.
std::vector<StepIx> ways_of(const Step& step) {
    std::vector<StepIx> ways;
    for (const domain::Way& way : step.next) {
        ways.push_back(way.to);
        if (way.when.kind == domain::ConditionKind::Always) break;
    }
    return ways;
}

std::vector<bool> reachable_steps(const Scenario& scenario) {
    std::vector<bool> reached(scenario.steps.size(), false);
    std::vector<StepIx> open{scenario.start};
    while (!open.empty()) {
        const StepIx step = open.back();
        open.pop_back();
        if (step < 0 || reached[at(step)]) continue;
        reached[at(step)] = true;
        for (const StepIx to : ways_of(scenario.steps[at(step)])) open.push_back(to);
    }
    return reached;
}

std::vector<bool> steps_with_way_out(const Scenario& scenario) {
    std::vector<bool> out(scenario.steps.size(), false);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
            if (out[i]) continue;
            const auto ways = ways_of(scenario.steps[i]);
            out[i] = std::any_of(ways.begin(), ways.end(),
                                 [&](StepIx to) { return to == domain::kEnd || (to >= 0 && out[at(to)]); });
            changed = changed || out[i];
        }
    }
    return out;
}

void gather_revealed(const std::vector<domain::Effect>& effects, std::vector<bool>& revealed) {
    for (const domain::Effect& effect : effects)
        if (effect.kind == domain::EffectKind::Reveal && effect.evidence >= 0) revealed[at(effect.evidence)] = true;
}

} // namespace

void check_script(Reading& reading) {
    const Scenario& scenario = reading.scenario;
    const auto reached = reachable_steps(scenario);
    const auto out = steps_with_way_out(scenario);
    std::vector<bool> offered(scenario.actions.size(), false);
    std::vector<bool> revealed(scenario.evidence.size(), false);
    for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
        const Step& step = scenario.steps[i];
        if (!reached[i]) {
            yaml::add_error(reading.findings, reading.places.steps[i], "unreachable-step", {{"id", step.id}});
            continue;
        }
        if (!out[i]) yaml::add_error(reading.findings, reading.places.steps[i], "no-way-out", {{"id", step.id}});
        for (const domain::ActionIx action : step.actions) offered[at(action)] = true;
        for (const domain::ScriptEvent& event : step.events) gather_revealed(event.then, revealed);
    }
    for (std::size_t i = 0; i < scenario.actions.size(); ++i) {
        if (offered[i]) gather_revealed(scenario.actions[i].then, revealed);
        else
            yaml::add_error(reading.findings, reading.places.actions[i], "unreachable-action",
                            {{"id", scenario.actions[i].id}});
    }
    for (std::size_t i = 0; i < scenario.evidence.size(); ++i)
        if (scenario.evidence[i].hidden && !revealed[i])
            yaml::add_error(reading.findings, reading.places.evidence[i], "unreachable-evidence",
                            {{"id", scenario.evidence[i].id}});
}

void check_helps(Reading& reading) {
    const Scenario& scenario = reading.scenario;
    for (std::size_t i = 0; i < scenario.actions.size(); ++i) {
        const domain::Action& action = scenario.actions[i];
        std::vector<bool> revealed(scenario.evidence.size(), false);
        gather_revealed(action.then, revealed);
        for (std::size_t t = 0; t < scenario.tasks.size(); ++t) {
            const auto& passages = scenario.tasks[t].reference.rests_on;
            const bool needed = std::any_of(passages.begin(), passages.end(), [&](const domain::Passage& passage) {
                return scenario.evidence[at(passage.evidence)].hidden && revealed[at(passage.evidence)];
            });
            const bool named =
                std::find(action.helps.begin(), action.helps.end(), static_cast<int>(t)) != action.helps.end();
            if (needed == named) continue;
            yaml::add_warning(reading.findings, reading.places.helps[i], needed ? "helps-missing" : "helps-not-needed",
                              {{"id", action.id}, {"code", scenario.tasks[t].code}});
        }
    }
}

} // namespace timbang::content
