#include "stats/kappa.h"

#include <cmath>

#include "stats/bootstrap_units.h"
#include "stats/distributions.h"
#include "stats/kappa_table.h"

namespace timbang::stats {
namespace {

std::optional<base::Error> not_a_pair(const Ratings& ratings) {
    if (ratings.units() == 0) return undefined(kNoData);
    if (ratings.has_counts()) return undefined(kRatersUnknown);
    if (ratings.raters() < 2) return undefined(kOneRater);
    if (ratings.raters() != 2) return undefined(kNotTwoRaters);
    return std::nullopt;
}

std::optional<base::Error> too_few(const Ratings& ratings, const PairTable& table) {
    if (table.units == 0) return undefined(any_rating(ratings) ? kNoPairs : kNoData);
    if (table.units < 2) return undefined(kOneUnit);
    return std::nullopt;
}

} // namespace

Defined<CohenKappa> cohen_kappa_fce(const Ratings& ratings, const Weights& weights, double confidence,
                                    bool cut_at_one) {
    if (auto reason = not_a_pair(ratings)) return *reason;
    const PairTable table = pair_table(ratings, weights);
    if (auto reason = too_few(ratings, table)) return *reason;
    Conventions conventions;
    conventions.se = StandardError::fce;
    conventions.confidence = confidence;
    conventions.cut_at_one = cut_at_one;
    const auto kappa = kappa_of(table, weights, conventions);
    if (!kappa.ok()) return kappa.error();
    CohenKappa made;
    made.kappa = kappa->estimate;
    made.p_observed = *kappa->p_observed;
    made.p_expected = *kappa->p_expected;
    made.ase = *kappa->se;
    made.interval = *kappa->interval;
    const double chance = std::sqrt(table.variance_by_chance(weights) / table.units);
    if (chance > 0) {
        made.ase0 = chance;
        made.z = made.kappa / chance;
        made.p_upper = normal_cdf(-*made.z);
        made.p_two_sided = 2 * normal_cdf(-std::abs(*made.z));
    }
    return made;
}

Defined<Coefficient> cohen_kappa(const Ratings& ratings, const Weights& weights, const Conventions& conventions) {
    if (auto reason = not_a_pair(ratings)) return *reason;
    const PairTable table = pair_table(ratings, weights);
    if (auto reason = too_few(ratings, table)) return *reason;
    auto made = kappa_of(table, weights, conventions);
    if (made.ok() && conventions.se == StandardError::bootstrap) {
        set_bootstrap(*made, row_times(ratings), conventions,
                      [&](std::span<const double> times) -> std::optional<double> {
                          const PairTable drawn = pair_table(ratings, weights, times);
                          if (drawn.units == 0 || !drawn.parts.defined()) return std::nullopt;
                          return drawn.parts.value();
                      });
    }
    return made;
}

Defined<Coefficient> intraclass_kappa(const Ratings& ratings, double confidence) {
    if (auto reason = not_a_pair(ratings)) return *reason;
    if (ratings.scale().size() != 2) return undefined(ratings.scale().size() < 2 ? kOneCategory : kNotTwoCategories);
    const auto weights = Weights::make(WeightKind::unweighted, ratings.scale());
    PairTable table = pair_table(ratings, *weights);
    if (auto reason = too_few(ratings, table)) return *reason;
    const double p = (table.rows[0] + table.columns[0]) / 2;
    table.parts.expected = 2 * p * (1 - p);
    auto made = coefficient_of(table.parts);
    if (!made.ok()) return made;
    const double kappa = made->estimate;
    const double spread = (1 - kappa) * (1 - 2 * kappa) + kappa * (2 - kappa) / (2 * p * (1 - p));
    Conventions conventions;
    conventions.confidence = confidence;
    conventions.cut_at_one = false;
    set_error(*made, std::sqrt(std::max(0.0, (1 - kappa) * spread / table.units)), std::nullopt, conventions);
    return made;
}

} // namespace timbang::stats
