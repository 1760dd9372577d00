#include <nlohmann/json.hpp>

#include "base/json.h"
#include "domain/comparison.h"

namespace timbang::domain {

namespace {

Scored scored(const Scenario& scenario, const State& state, IndicatorIx task, const std::string& reason) {
    nlohmann::json result = result_json(scenario, compare_indicator(scenario, state, task));
    result["item_hash"] = scenario.tasks[static_cast<std::size_t>(task)].item_hash;
    return {task, scenario.hashes.key, base::canonical_json(result), reason};
}

} // namespace

std::vector<Event> due_scores(const Scenario& scenario, const State& state) {
    std::vector<Event> due;
    if (scenario.purpose == Purpose::Pool) return due; // of a readiness check only the policy's counts are kept
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
        const IndicatorIx task = static_cast<IndicatorIx>(i);
        if (!state.decisions[i] || state.scored[i]) continue;
        if (!state.finished && !reference_open(scenario, state, task)) continue;
        due.push_back(scored(scenario, state, task, ""));
    }
    return due;
}

Rescored scores_again(const Scenario& scenario, const std::vector<Event>& events, const std::string& reason) {
    std::vector<const Scored*> newest(scenario.tasks.size(), nullptr);
    for (const Event& event : events)
        if (const auto* one = std::get_if<Scored>(&event)) newest[static_cast<std::size_t>(one->task)] = one;
    const State state = replay(scenario, events);
    Rescored again;
    for (const Scored* before : newest) {
        if (before == nullptr || before->key_hash == scenario.hashes.key) continue;
        const auto old = base::parse_json(before->result);
        const std::string& item = scenario.tasks[static_cast<std::size_t>(before->task)].item_hash;
        const bool same_item = old && old->is_object() && old->value("item_hash", nlohmann::json()) == item;
        if (!same_item) {
            ++again.other_tasks;
            continue;
        }
        Scored now = scored(scenario, state, before->task, reason);
        if (now.result != before->result) ++again.changed;
        again.events.push_back(std::move(now));
    }
    return again;
}

} // namespace timbang::domain
