#include <algorithm>
#include <cassert>
#include <cmath>

#include "stats/basics.h"
#include "stats/distributions.h"
#include "stats/items.h"

namespace timbang::stats {

Defined<double> pearson(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size());
    if (x.size() < 2) return undefined(kOneUnit);
    if (all_equal(x) || all_equal(y)) return undefined(kNoVariance);
    const double mean_x = mean_of(x);
    const double mean_y = mean_of(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
        xy += (x[i] - mean_x) * (y[i] - mean_y);
    }
    if (!(xx > 0 && yy > 0)) return undefined(kNoVariance);
    return std::clamp(xy / (std::sqrt(xx) * std::sqrt(yy)), -1.0, 1.0);
}

std::vector<Defined<double>> item_criterion_correlations(const Table& scores, std::span<const double> criterion) {
    assert(criterion.size() == scores.units());
    std::vector<Defined<double>> correlations;
    std::vector<double> own;
    std::vector<double> other;
    for (std::size_t item = 0; item < scores.raters(); ++item) {
        own.clear();
        other.clear();
        for (std::size_t person = 0; person < scores.units(); ++person) {
            if (!scores.has(person, item)) continue;
            own.push_back(scores.at(person, item));
            other.push_back(criterion[person]);
        }
        correlations.push_back(pearson(own, other));
    }
    return correlations;
}

Defined<Estimate> point_biserial(const GroupSummary& first, const GroupSummary& second, PointBiserial form,
                                 double level) {
    if (first.n < 2 || second.n < 2) return undefined(kOneUnit);
    const auto n1 = static_cast<double>(first.n);
    const auto n2 = static_cast<double>(second.n);
    const double n = n1 + n2;
    const double v1 = first.sd * first.sd;
    const double v2 = second.sd * second.sd;
    const bool weighted = form == PointBiserial::weighted;
    const double variance = weighted ? ((n1 - 1) * v1 + (n2 - 1) * v2) / (n - 2) : (v1 + v2) / 2;
    if (!(variance > 0)) return undefined(kNoVariance);
    const double d = (first.mean - second.mean) / std::sqrt(variance);
    const double k = weighted ? (n - 2) * n / (n1 * n2) : 4;
    const double d_variance = weighted ? d * d * (1 / n1 + 1 / n2) / 8 + (v1 / n1 + v2 / n2) / variance
                                       : d * d * (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1)) / (8 * variance * variance) +
                                             (v1 / (n1 - 1) + v2 / (n2 - 1)) / variance;
    const auto correlation = [k](double difference) { return difference / std::sqrt(difference * difference + k); };
    const double reach = normal_quantile((1 + level) / 2) * std::sqrt(d_variance);
    Estimate result;
    result.estimate = correlation(d);
    result.se = k / std::pow(d * d + k, 1.5) * std::sqrt(d_variance);
    result.interval = Interval{correlation(d - reach), correlation(d + reach), level};
    return result;
}

} // namespace timbang::stats
