#include "stats/detection_auc.h"

#include <cassert>
#include <cmath>
#include <vector>

#include "stats/distributions.h"
#include "stats/ranks.h"

namespace timbang::stats {

namespace {

/// Scores of the units with and without the outcome.
struct Groups {
    std::vector<double> positives, negatives;
};

/// For each unit the share of units of the other kind that it stands right to: DeLong's structural components.
struct Components {
    std::vector<double> positives, negatives;
    double area = 0;
};

Components components_of(const Groups& groups) {
    const auto m = groups.positives.size(), n = groups.negatives.size();
    auto all = groups.positives;
    all.insert(all.end(), groups.negatives.begin(), groups.negatives.end());
    const auto ranks = ranks_of(all).ranks;
    const auto within_positives = ranks_of(groups.positives).ranks, within_negatives = ranks_of(groups.negatives).ranks;
    Components result{std::vector<double>(m), std::vector<double>(n), 0};
    double sum = 0;
    for (std::size_t i = 0; i < m; ++i) {
        const double below = ranks[i] - within_positives[i];
        result.positives[i] = below / static_cast<double>(n);
        sum += below;
    }
    for (std::size_t j = 0; j < n; ++j) {
        result.negatives[j] = 1 - (ranks[m + j] - within_negatives[j]) / static_cast<double>(m);
    }
    result.area = sum / (static_cast<double>(m) * static_cast<double>(n));
    return result;
}

/// Covariance about the common mean, divisor n − 1.
double covariance(const std::vector<double>& a, double mean_a, const std::vector<double>& b, double mean_b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
    return sum / static_cast<double>(a.size() - 1);
}

/// DeLong's covariance of two areas; both kinds have two or more units.
double area_covariance(const Components& a, const Components& b) {
    return covariance(a.positives, a.area, b.positives, b.area) / static_cast<double>(a.positives.size()) +
           covariance(a.negatives, a.area, b.negatives, b.area) / static_cast<double>(a.negatives.size());
}

double hanley_mcneil(double area, double m, double n) {
    const double q1 = area / (2 - area), q2 = 2 * area * area / (1 + area);
    const double variance = area * (1 - area) + (m - 1) * (q1 - area * area) + (n - 1) * (q2 - area * area);
    return std::sqrt(std::fmax(0, variance) / (m * n));
}

std::optional<Interval> interval_of(double area, double se, const AucOptions& options) {
    if (!(se > 0) || !(area > 0) || !(area < 1)) return std::nullopt;
    const double z = normal_quantile(1 - (1 - options.level) / 2);
    if (options.interval == AucInterval::DeLongLogit) {
        const double logit = std::log(area / (1 - area)), half = z * se / (area * (1 - area));
        const auto back = [](double x) { return 1 / (1 + std::exp(-x)); };
        return Interval{back(logit - half), back(logit + half), options.level};
    }
    return Interval{std::fmax(0, area - z * se), std::fmin(1, area + z * se), options.level};
}

std::optional<base::Error> missing_kind(const Groups& groups) {
    if (groups.positives.empty() && groups.negatives.empty()) return undefined(kNoData);
    if (groups.positives.empty()) return undefined(kNoSignal);
    if (groups.negatives.empty()) return undefined(kNoNoise);
    return std::nullopt;
}

void add(Groups& groups, std::uint8_t outcome, double score) {
    (outcome != 0 ? groups.positives : groups.negatives).push_back(score);
}

} // namespace

Defined<RocAuc> roc_auc(std::span<const std::uint8_t> outcomes, std::span<const double> scores,
                        const AucOptions& options) {
    assert(outcomes.size() == scores.size());
    Groups groups;
    RocAuc result;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (std::isfinite(scores[i])) add(groups, outcomes[i], scores[i]);
        else ++result.left_out;
    }
    if (auto missing = missing_kind(groups)) return *std::move(missing);
    const auto components = components_of(groups);
    result.positives = groups.positives.size();
    result.negatives = groups.negatives.size();
    result.area.estimate = components.area;
    result.hanley_mcneil_se = hanley_mcneil(components.area, static_cast<double>(result.positives),
                                            static_cast<double>(result.negatives));
    if (result.positives > 1 && result.negatives > 1) {
        result.delong_se = std::sqrt(std::fmax(0, area_covariance(components, components)));
    }
    const bool hanley = options.interval == AucInterval::HanleyMcNeil;
    result.area.se = hanley ? std::optional(result.hanley_mcneil_se) : result.delong_se;
    if (result.area.se) result.area.interval = interval_of(components.area, *result.area.se, options);
    return result;
}

Defined<AucComparison> compare_auc(std::span<const std::uint8_t> outcomes, std::span<const double> first,
                                   std::span<const double> second, double level) {
    assert(outcomes.size() == first.size() && outcomes.size() == second.size());
    Groups one, other;
    AucComparison result;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!std::isfinite(first[i]) || !std::isfinite(second[i])) {
            ++result.left_out;
            continue;
        }
        add(one, outcomes[i], first[i]);
        add(other, outcomes[i], second[i]);
    }
    if (auto missing = missing_kind(one)) return *std::move(missing);
    result.positives = one.positives.size();
    result.negatives = one.negatives.size();
    if (result.positives < 2 || result.negatives < 2) return undefined(kOneUnit);
    const auto a = components_of(one), b = components_of(other);
    const double variance = area_covariance(a, a) + area_covariance(b, b) - 2 * area_covariance(a, b);
    if (!(variance > 1e-15)) return undefined(kNoVariance);
    const double se = std::sqrt(variance), half = normal_quantile(1 - (1 - level) / 2) * se;
    result.first = a.area;
    result.second = b.area;
    result.difference.estimate = a.area - b.area;
    result.difference.se = se;
    result.difference.interval = Interval{result.difference.estimate - half, result.difference.estimate + half, level};
    result.z = result.difference.estimate / se;
    result.p = 2 * normal_cdf(-std::abs(result.z));
    return result;
}

} // namespace timbang::stats
