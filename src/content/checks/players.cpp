#include <algorithm>

#include "content/checks/checks.h"
#include "content/play/automatic.h"
#include "domain/asked.h"
#include "domain/comparison.h"

namespace timbang::content {

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

/// An action that the key needs for this document and that the story minutes left cannot pay.
const domain::Action* too_dear(const domain::Scenario& scenario, const domain::State& state,
                               domain::EvidenceIx evidence) {
    for (std::size_t i = 0; i < scenario.actions.size(); ++i) {
        const domain::Action& action = scenario.actions[i];
        if (state.taken[i] || action.helps.empty() || action.cost <= scenario.budget - state.spent) continue;
        for (const domain::Effect& effect : action.then)
            if (effect.kind == domain::EffectKind::Reveal && effect.evidence == evidence) return &action;
    }
    return nullptr;
}

/// What the actions cost together that the key needs.
long long needed_minutes(const domain::Scenario& scenario) {
    long long minutes = 0;
    for (const domain::Action& action : scenario.actions)
        if (!action.helps.empty()) minutes += action.cost;
    return minutes;
}

/// Whether what the references rest on is on the desk when the case was played by its key.
bool check_reach(Reading& reading, const domain::State& state) {
    const domain::Scenario& scenario = reading.scenario;
    bool reached = true, short_of_time = false;
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
        const domain::Task& task = scenario.tasks[i];
        const auto look = [&](const domain::Passage& passage, const yaml::Stretch& where) {
            if (domain::visible(scenario, state, passage.evidence)) return;
            reached = false;
            if (too_dear(scenario, state, passage.evidence) != nullptr) {
                short_of_time = true;
                return;
            }
            yaml::add_error(reading.findings, where, "reference-out-of-reach",
                            {{"code", task.code}, {"id", scenario.evidence[at(passage.evidence)].id}});
        };
        for (std::size_t k = 0; k < task.reference.rests_on.size(); ++k)
            look(task.reference.rests_on[k], reading.places.rests_on[i][k]);
        for (std::size_t k = 0; k < task.problems.size(); ++k)
            look(task.problems[k].where, reading.places.problems[i][k]);
    }
    if (short_of_time)
        yaml::add_error(
            reading.findings, reading.places.budget, "budget-too-small",
            {{"budget", std::int64_t{scenario.budget}}, {"needed", std::int64_t{needed_minutes(scenario)}}});
    return reached;
}

void check_key(Reading& reading) {
    const domain::Scenario& scenario = reading.scenario;
    const Played played = play(scenario, PlayerKind::Reference, domain::Mode::Practise, 0);
    const bool reached = check_reach(reading, played.state);
    const domain::Comparison result = domain::compare(scenario, played.state);
    const auto all = static_cast<int>(scenario.tasks.size());
    const bool exact = result.exact == all && result.missed == 0 && result.false_alarms == 0;
    if (reached && (!exact || !played.state.finished))
        yaml::add_error(reading.findings, reading.places.root, "reference-not-exact",
                        {{"exact", std::int64_t{result.exact}},
                         {"of", std::int64_t{all}},
                         {"missed", std::int64_t{result.missed}},
                         {"alarms", std::int64_t{result.false_alarms}}});
}

/// One answer for everything, without a look at the evidence: whether it is the reference (as domain::compare has it).
bool is_exact(const domain::Scenario& scenario, const domain::Task& task, bool lenient) {
    const domain::Decision blind = blind_decision(task, lenient);
    if (domain::asks_score(scenario, task) && task.reference.score) return blind.score == task.reference.score;
    return blind.verdict == task.reference.verdict;
}

void check_blind(Reading& reading, bool lenient, const char* code) {
    const auto& tasks = reading.scenario.tasks;
    const auto exact = std::count_if(tasks.begin(), tasks.end(), [&](const domain::Task& task) {
        return is_exact(reading.scenario, task, lenient);
    });
    const auto all = static_cast<std::ptrdiff_t>(tasks.size());
    if (2 * exact > all)
        yaml::add_warning(reading.findings, reading.places.root, code,
                          {{"exact", std::int64_t{exact}}, {"of", std::int64_t{all}}});
}

} // namespace

void check_reference_path(Reading& reading) {
    if (!reading.scenario.tasks.empty() && !reading.scenario.steps.empty()) check_key(reading);
}

void check_blind_answers(Reading& reading) {
    if (reading.scenario.purpose == domain::Purpose::Repractice) return; // one indicator: its variants take turns
    check_blind(reading, true, "leniency-pays");
    check_blind(reading, false, "strictness-pays");
}

} // namespace timbang::content
