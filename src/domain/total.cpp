#include <array>

#include "domain/comparison.h"

namespace timbang::domain {
namespace {

/// Scores of one criterion by type of indicator.
struct TypeScores {
    std::array<std::int64_t, 3> sum = {};
    std::array<std::int64_t, 3> count = {};
};

constexpr std::int64_t kFullScore = 10;
constexpr std::int64_t kAllWeights = 100;

/// Points of a criterion, 0 to 100: mean by type ÷ 10 × weight, the weights of missing types scaled up
/// (Permenkumham 34/2016 as reported; `aggregation` of the rule pack). Nothing where the fraction has no room.
std::optional<Rational> points_of(const TypeScores& scores, const int (&weights)[3], std::int64_t weight_sum) {
    std::optional<Rational> points = Rational();
    for (std::size_t type = 0; type < 3 && points; ++type)
        if (scores.count[type] > 0)
            points =
                base::checked_add(*points, Rational(scores.sum[type] * weights[type], scores.count[type] * kFullScore));
    return points ? base::checked_multiply(*points, Rational(kAllWeights, weight_sum)) : std::nullopt;
}

/// The weights of the types that have a score, together.
std::int64_t weights_of(const TypeScores& scores, const int (&weights)[3]) {
    std::int64_t sum = 0;
    for (std::size_t type = 0; type < 3; ++type)
        if (scores.count[type] > 0) sum += weights[type];
    return sum;
}

std::vector<TypeScores> scores_by_criterion(const Scenario& scenario, const std::vector<std::optional<int>>& scores,
                                            Total& total) {
    const Framework& framework = *scenario.framework;
    std::vector<TypeScores> by_criterion(framework.criteria.size());
    for (std::size_t task = 0; task < scenario.tasks.size() && task < scores.size(); ++task) {
        if (!scores[task]) continue;
        ++total.indicators;
        const Indicator& indicator = *scenario.tasks[task].indicator;
        const Criterion* criterion = framework.criterion(indicator.criterion);
        if (criterion == nullptr) continue;
        TypeScores& sums = by_criterion[static_cast<std::size_t>(criterion - framework.criteria.data())];
        const auto type = static_cast<std::size_t>(indicator.type);
        sums.sum[type] += *scores[task];
        ++sums.count[type];
    }
    return by_criterion;
}

/// Without a figure: every part of it would be a guess.
Total undefined(Total total) {
    total.overflow = true;
    total.by_criterion.clear();
    return total;
}

} // namespace

Total total_of(const Scenario& scenario, const std::vector<std::optional<int>>& scores) {
    const Framework& framework = *scenario.framework;
    Total total;
    total.of_indicators = static_cast<int>(framework.indicators.size());
    const std::vector<TypeScores> by_criterion = scores_by_criterion(scenario, scores, total);
    if (framework.aggregation.method == AggregationMethod::None) return total;
    std::optional<Rational> sum = Rational();
    for (std::size_t i = 0; i < by_criterion.size(); ++i) {
        const std::int64_t weights = weights_of(by_criterion[i], framework.aggregation.weights);
        if (weights == 0) continue;
        const std::optional<Rational> points = points_of(by_criterion[i], framework.aggregation.weights, weights);
        if (points) sum = base::checked_add(*sum, *points);
        if (!points || !sum) return undefined(std::move(total));
        total.by_criterion.emplace_back(framework.criteria[i].id, *points);
    }
    if (total.by_criterion.empty()) return total;
    total.total = base::checked_divide(*sum, Rational(static_cast<std::int64_t>(total.by_criterion.size())));
    if (!total.total) return undefined(std::move(total));
    if (const Category* category = framework.category_of(*total.total)) total.category = category->id;
    return total;
}

} // namespace timbang::domain
