#include "stats/fleiss.h"

#include <algorithm>
#include <cmath>

#include "stats/agreement_units.h"
#include "stats/distributions.h"

namespace timbang::stats {
namespace {

/// Sums of the classic form: n units with m ratings each.
struct ClassicSums {
    double units = 0;
    double ratings = 0;              ///< m
    double observed = 0;             ///< share of disagreeing pairs
    std::vector<double> shares;      ///< p_j
    std::vector<double> split;       ///< Σ r_ij (m − r_ij)
};

Defined<ClassicSums> classic_sums(const Ratings& ratings) {
    const UnitCounts units = count_units(ratings);
    if (units.size() == 0) return undefined(kNoData);
    ClassicSums sums;
    sums.ratings = units.total[0];
    sums.shares.assign(units.categories, 0.0);
    sums.split.assign(units.categories, 0.0);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (std::abs(units.total[i] - units.total[0]) > 1e-9) return undefined(kMissing);
        sums.units += units.times[i];
        for (const auto& entry : units.unit(i)) {
            sums.shares[entry.category] += units.times[i] * entry.count;
            sums.split[entry.category] += units.times[i] * entry.count * (sums.ratings - entry.count);
        }
    }
    if (sums.ratings < 2 - 1e-9) return undefined(kOneRater);
    if (sums.units < 2) return undefined(kOneUnit);
    for (double& share : sums.shares) share /= sums.units * sums.ratings;
    for (const double part : sums.split) sums.observed += part;
    sums.observed /= sums.units * sums.ratings * (sums.ratings - 1);
    return sums;
}

} // namespace

Defined<FleissKappa> fleiss_classic(const Ratings& ratings) {
    const auto sums = classic_sums(ratings);
    if (!sums.ok()) return sums.error();
    double expected = 0; // Σ p q
    double skew = 0;     // Σ p q (q − p)
    for (const double p : sums->shares) {
        expected += p * (1 - p);
        skew += p * (1 - p) * (1 - 2 * p);
    }
    if (!(expected > 1e-14)) return undefined(kOneCategory);
    const double unit_variance = 2 / (sums->units * sums->ratings * (sums->ratings - 1));
    FleissKappa made;
    made.kappa = 1 - sums->observed / expected;
    made.p_observed = 1 - sums->observed;
    made.p_expected = 1 - expected;
    made.se0 = std::sqrt(std::max(0.0, unit_variance * (expected * expected - skew))) / expected;
    if (!(made.se0 > 0)) return undefined(kOneCategory);
    made.z = made.kappa / made.se0;
    made.p_two_sided = 2 * normal_cdf(-std::abs(made.z));
    for (std::size_t j = 0; j < sums->shares.size(); ++j) {
        const double both = sums->shares[j] * (1 - sums->shares[j]);
        if (!(both > 1e-14)) {
            made.categories.emplace_back(undefined(kOneCategory));
            continue;
        }
        FleissKappa::Category one;
        one.kappa = 1 - sums->split[j] / (sums->units * sums->ratings * (sums->ratings - 1) * both);
        one.se0 = std::sqrt(unit_variance);
        one.z = one.kappa / one.se0;
        one.p_two_sided = 2 * normal_cdf(-std::abs(one.z));
        made.categories.emplace_back(one);
    }
    return made;
}

std::vector<Defined<double>> unit_agreement(const Ratings& ratings) {
    std::vector<Defined<double>> made(ratings.rows(), undefined(kNoPairs));
    const UnitCounts units = count_units(ratings);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units.paired(i)) continue;
        const double total = units.total[i];
        double equal = 0;
        for (const auto& entry : units.unit(i)) equal += entry.count * (entry.count - 1);
        made[units.row[i]] = equal / (total * (total - 1));
    }
    return made;
}

} // namespace timbang::stats
