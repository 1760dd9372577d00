#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "app/present/present.h"
#include "domain/comparison.h"

namespace timbang::app {

domain::FeedbackLevel level_now(const Model& model) {
    // In a check the policy decides what is shown; working alone without one, nothing is.
    if (model.session && model.session->state().mode == domain::Mode::Check) return domain::FeedbackLevel::None;
    return model.settings.level;
}

std::vector<int> debrief_order(const Model& model) {
    const domain::Scenario& scenario = model.session->scenario();
    const domain::Comparison comparison = domain::compare(scenario, model.session->state());
    std::vector<int> order(scenario.tasks.size());
    std::iota(order.begin(), order.end(), 0);
    const auto gap = [&](int task) {
        const domain::IndicatorComparison& one = comparison.indicators[static_cast<std::size_t>(task)];
        if (!one.decided) return -1;
        const int steps = one.score ? std::abs(one.score->steps) : 0;
        return steps * 4 + (one.verdict && one.verdict->match == domain::VerdictMatch::Different) * 2 +
               (one.missed() > 0);
    };
    const auto key = [&](int task) {
        const bool sure = comparison.indicators[static_cast<std::size_t>(task)].sure_and_different;
        return std::pair(model.debrief.sort == 0 && sure ? 1 : 0, model.debrief.sort <= 1 ? gap(task) : 0);
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return key(a) > key(b); });
    for (std::size_t i = 0; i < scenario.parts.size(); ++i)
        order.push_back(static_cast<int>(scenario.tasks.size() + i));
    return order;
}

} // namespace timbang::app
