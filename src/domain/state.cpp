#include <algorithm>

#include "domain/session.h"

namespace timbang::domain {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool has(const std::vector<int>& list, int item) { return std::find(list.begin(), list.end(), item) != list.end(); }

/// Whether a decision has had its last chance to change: at the last step that lists it, once it was handed in there.
bool no_more_changes(const Scenario& scenario, const State& state, IndicatorIx task) {
    if (listed(scenario, state, task) && state.decided_at[at(task)] != state.step) return false;
    return !scenario.listed_after(state.step, task);
}

} // namespace

State initial_state(const Scenario& scenario, Mode mode) {
    State state;
    state.mode = mode;
    state.step = scenario.start;
    state.flags.assign(scenario.flags.size(), 0);
    state.taken.assign(scenario.actions.size(), 0);
    for (const Evidence& evidence : scenario.evidence) {
        state.revealed.push_back(evidence.hidden ? 0 : 1);
        state.opened.emplace_back(evidence.pages.size(), std::uint8_t{0});
    }
    for (const Step& step : scenario.steps) state.fired.emplace_back(step.events.size(), std::uint8_t{0});
    state.visited.assign(scenario.steps.size(), 0);
    if (state.step >= 0 && at(state.step) < state.visited.size()) state.visited[at(state.step)] = 1;
    const std::size_t tasks = scenario.tasks.size();
    state.drafts.resize(tasks);
    state.decisions.resize(tasks);
    state.earlier.resize(tasks);
    state.decided_at.assign(tasks, -1);
    state.read_all.assign(tasks, 0);
    state.scored.assign(tasks, 0);
    state.disagreements.resize(tasks);
    const std::size_t parts = scenario.parts.size();
    state.part_drafts.resize(parts);
    state.part_answers.resize(parts);
    state.earlier_parts.resize(parts);
    return state;
}

std::optional<StepIx> way_on(const Scenario& scenario, const State& state) {
    if (state.over() || state.step < 0) return std::nullopt;
    for (const Way& way : scenario.steps[at(state.step)].next)
        if (holds(scenario, state, way.when)) return way.to;
    return std::nullopt;
}

PartIx open_part(const Scenario& scenario, const State& state) {
    if (state.over() || state.step < 0) return -1;
    for (const PartIx part : scenario.steps[at(state.step)].parts)
        if (scenario.parts[at(part)].kind != PartKind::Letter && !state.part_answers[at(part)]) return part;
    return -1;
}

bool visible(const Scenario& scenario, const State& state, EvidenceIx evidence) {
    return evidence >= 0 && at(evidence) < scenario.evidence.size() && state.revealed[at(evidence)] != 0;
}

bool listed(const Scenario& scenario, const State& state, IndicatorIx task) {
    return !state.over() && state.step >= 0 && has(scenario.steps[at(state.step)].indicators, task);
}

std::vector<EvidenceIx> evidence_of(const Scenario& scenario, const State& state, IndicatorIx task) {
    std::vector<EvidenceIx> documents;
    for (const EvidenceIx evidence : scenario.tasks[at(task)].evidence)
        if (visible(scenario, state, evidence)) documents.push_back(evidence);
    if (state.step < 0) return documents;
    for (const EvidenceIx evidence : scenario.steps[at(state.step)].evidence)
        if (visible(scenario, state, evidence) && !has(documents, evidence)) documents.push_back(evidence);
    return documents;
}

bool reference_open(const Scenario& scenario, const State& state, IndicatorIx task) {
    if (state.mode == Mode::Check) return false;
    if (state.finished) return true;
    return state.mode == Mode::Learn && state.decisions[at(task)] && no_more_changes(scenario, state, task);
}

Legal legal_commands(const Scenario& scenario, const State& state) {
    Legal legal;
    if (state.over() || state.step < 0) return legal;
    const Step& step = scenario.steps[at(state.step)];
    for (std::size_t i = 0; i < scenario.evidence.size(); ++i) {
        if (!state.revealed[i]) continue;
        for (std::size_t page = 1; page <= scenario.evidence[i].pages.size(); ++page)
            legal.pages.push_back({static_cast<EvidenceIx>(i), static_cast<int>(page)});
    }
    for (const ActionIx action : step.actions)
        if (!state.taken[at(action)] && scenario.actions[at(action)].cost <= scenario.budget - state.spent)
            legal.actions.push_back(action);
    for (const IndicatorIx task : step.indicators)
        if (!reference_open(scenario, state, task)) legal.tasks.push_back(task);
    for (const PartIx part : step.parts) {
        const auto& answer = state.part_answers[at(part)];
        if (!(state.mode == Mode::Check && answer && answer->locked)) legal.parts.push_back(part);
    }
    legal.leave = open_part(scenario, state) < 0 && way_on(scenario, state).has_value();
    return legal;
}

} // namespace timbang::domain
