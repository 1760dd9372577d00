#include <nlohmann/json.hpp>

#include "base/json.h"
#include "domain/comparison.h"

namespace timbang::domain {

std::vector<Event> due_scores(const Scenario& scenario, const State& state) {
    std::vector<Event> due;
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
        const IndicatorIx task = static_cast<IndicatorIx>(i);
        if (!state.decisions[i] || state.scored[i]) continue;
        if (!state.finished && !reference_open(scenario, state, task)) continue;
        const nlohmann::json result = result_json(scenario, compare_indicator(scenario, state, task));
        due.push_back(Scored{task, scenario.hashes.key, base::canonical_json(result), ""});
    }
    return due;
}

} // namespace timbang::domain
