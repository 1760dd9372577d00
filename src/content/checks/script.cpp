#include <algorithm>

#include "content/checks/checks.h"
#include "content/checks/reach.h"

namespace timbang::content {

using domain::Scenario;
using domain::StepIx;

namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

using Ways = std::vector<std::vector<StepIx>>; ///< by step

/// Steps from which one of `goals` can be reached along the ways, these themselves included.
std::vector<bool> leads_to(const Ways& ways, std::vector<bool> goals) {
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            if (goals[i]) continue;
            goals[i] = std::any_of(ways[i].begin(), ways[i].end(), [&](StepIx to) { return to >= 0 && goals[at(to)]; });
            changed = changed || goals[i];
        }
    }
    return goals;
}

/// The round that begins and ends at `start`, "desk → call → desk"; "" where no way comes back.
std::string round_from(const Scenario& scenario, const Ways& ways, std::size_t start) {
    std::vector<bool> goal(ways.size(), false);
    goal[start] = true;
    const std::vector<bool> back = leads_to(ways, std::move(goal));
    std::string round = scenario.steps[start].id;
    std::vector<bool> seen(ways.size(), false);
    for (std::size_t step = start; !seen[step];) {
        seen[step] = true;
        const auto next = std::find_if(ways[step].begin(), ways[step].end(), [&](StepIx to) {
            return to >= 0 && back[at(to)] && (at(to) == start || !seen[at(to)]);
        });
        if (next == ways[step].end()) return "";
        step = at(*next);
        round += " → " + scenario.steps[step].id;
        if (step == start) return round;
    }
    return "";
}

/// Steps from which the end cannot be reached: each that no way leaves, and each round that goes on for ever once.
void check_way_out(Reading& reading, const Reach& reach) {
    const Scenario& scenario = reading.scenario;
    Ways ways;
    std::vector<bool> ends;
    for (const domain::Step& step : scenario.steps) {
        ways.push_back(ways_that_may_be_taken(scenario, reach, step));
        ends.push_back(std::find(ways.back().begin(), ways.back().end(), domain::kEnd) != ways.back().end());
    }
    const std::vector<bool> out = leads_to(ways, std::move(ends));
    std::vector<bool> told(ways.size(), false);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        if (!reach.steps[i] || out[i] || told[i]) continue;
        const std::string round = round_from(scenario, ways, i);
        if (ways[i].empty()) {
            yaml::add_error(reading.findings, reading.places.steps[i], "no-way-out", {{"id", scenario.steps[i].id}});
        } else if (!round.empty()) {
            yaml::add_error(reading.findings, reading.places.steps[i], "endless-loop",
                            {{"id", scenario.steps[i].id}, {"round", round}});
            std::vector<bool> goal(ways.size(), false);
            goal[i] = true;
            const std::vector<bool> same = leads_to(ways, std::move(goal)); // with the rounds that this one is part of
            for (std::size_t k = 0; k < told.size(); ++k)
                told[k] = told[k] || same[k];
        }
    }
}

} // namespace

void check_script(Reading& reading) {
    const Scenario& scenario = reading.scenario;
    const Reach reach = reach_of(scenario);
    for (std::size_t i = 0; i < scenario.steps.size(); ++i)
        if (!reach.steps[i])
            yaml::add_error(reading.findings, reading.places.steps[i], "unreachable-step",
                            {{"id", scenario.steps[i].id}});
    for (std::size_t i = 0; i < scenario.actions.size(); ++i)
        if (!reach.actions[i])
            yaml::add_error(reading.findings, reading.places.actions[i], "unreachable-action",
                            {{"id", scenario.actions[i].id}});
        else if (scenario.actions[i].cost > scenario.budget)
            yaml::add_warning(reading.findings, reading.places.actions[i], "action-over-budget",
                              {{"id", scenario.actions[i].id},
                               {"cost", std::int64_t{scenario.actions[i].cost}},
                               {"budget", std::int64_t{scenario.budget}}});
    for (std::size_t i = 0; i < scenario.evidence.size(); ++i)
        if (!reach.evidence[i])
            yaml::add_error(reading.findings, reading.places.evidence[i], "unreachable-evidence",
                            {{"id", scenario.evidence[i].id}});
    check_way_out(reading, reach);
}

} // namespace timbang::content
