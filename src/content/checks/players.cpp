#include "content/checks/checks.h"
#include "content/players.h"
#include "domain/comparison.h"

namespace timbang::content {

namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Whether what the references rest on is on the desk when the case was played by its key.
bool check_reach(Reading& reading, const domain::State& state) {
    const domain::Scenario& scenario = reading.scenario;
    bool reached = true;
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
        const domain::Task& task = scenario.tasks[i];
        const auto look = [&](const domain::Passage& passage, const yaml::Stretch& where) {
            if (domain::visible(scenario, state, passage.evidence)) return;
            reached = false;
            yaml::add_error(reading.findings, where, "reference-out-of-reach",
                            {{"code", task.code},
                             {"id", scenario.evidence[at(passage.evidence)].id},
                             {"budget", std::int64_t{scenario.budget}}});
        };
        for (std::size_t k = 0; k < task.reference.rests_on.size(); ++k)
            look(task.reference.rests_on[k], reading.places.rests_on[i][k]);
        for (std::size_t k = 0; k < task.problems.size(); ++k)
            look(task.problems[k].where, reading.places.problems[i][k]);
    }
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

void check_blind(Reading& reading, PlayerKind player, const char* code) {
    const domain::Scenario& scenario = reading.scenario;
    const Played played = play(scenario, player, domain::Mode::Practise, 0);
    const domain::Comparison result = domain::compare(scenario, played.state);
    const auto all = static_cast<int>(scenario.tasks.size());
    if (2 * result.exact > all)
        yaml::add_warning(reading.findings, reading.places.root, code,
                          {{"exact", std::int64_t{result.exact}}, {"of", std::int64_t{all}}});
}

} // namespace

void check_players(Reading& reading) {
    if (reading.scenario.tasks.empty() || reading.scenario.steps.empty()) return;
    check_key(reading);
    check_blind(reading, PlayerKind::Lenient, "leniency-pays");
    check_blind(reading, PlayerKind::Strict, "strictness-pays");
}

} // namespace timbang::content
