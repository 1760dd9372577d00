#include <algorithm>
#include <cmath>

#include "stats/facets_design.h"

namespace timbang::stats {

namespace {

constexpr double kClosest = 1e-12; // logits
constexpr int kMostSteps = 200;
constexpr double kLeastInformation = 1e-100; // beyond 200 logits: the error stays a number

struct Totals {
    double expected = 0;
    double variance = 0;
};

Totals totals(const std::vector<OwnRating>& ratings, double own) {
    Totals sum;
    for (const auto& rating : ratings) {
        const auto moments = rating_moments(*rating.scale, *rating.kappa, rating.others + own);
        sum.expected += moments.expected;
        sum.variance += moments.variance;
    }
    return sum;
}

} // namespace

// Newton's method within a bracket that closes around the solution: the expected score rises with `own` = sign·measure.
OwnMeasure measure_alone(const std::vector<OwnRating>& ratings, double sign, double target) {
    double low = -1;
    double high = 1;
    while (totals(ratings, low).expected > target)
        low *= 2;
    while (totals(ratings, high).expected < target)
        high *= 2;
    double own = (low + high) / 2;
    for (int i = 0; i < kMostSteps; ++i) {
        const auto sum = totals(ratings, own);
        (sum.expected < target ? low : high) = own;
        double next = own + (target - sum.expected) / sum.variance;
        if (!(next > low && next < high)) next = (low + high) / 2;
        const double change = std::abs(next - own);
        own = next;
        if (change < kClosest * (1 + std::abs(own))) break;
    }
    return {sign * own, 1 / std::sqrt(std::max(totals(ratings, own).variance, kLeastInformation))};
}

} // namespace timbang::stats
