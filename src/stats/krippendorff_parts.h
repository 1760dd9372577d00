#pragma once

#include <span>
#include <vector>

#include "stats/agreement_units.h"
#include "stats/conventions.h"
#include "stats/estimate.h"

namespace timbang::stats {

/// The metric of alpha over categories. Nominal, ordinal and interval need a place x for each category only, so that a
/// unit's disagreement is a matter of sums: Σ r_c r_k (x_c − x_k)² = 2 (r Σ r x² − (Σ r x)²). Ordinal places are
/// midranks: Σ_{g=c..k} n_g − (n_c + n_k)/2 is the difference of two of them. Places are centred and scaled, which
/// alpha ignores.
class AlphaMetric {
public:
    /// Undefined: kNotNumeric, kNegative.
    [[nodiscard]] static Defined<AlphaMetric> make(Level level, const Scale& scale);

    [[nodiscard]] Level level() const { return level_; }
    /// Ordinal: places for these category totals of paired units.
    void settle(std::span<const double> pooled);
    [[nodiscard]] std::span<const double> places() const { return places_; }
    [[nodiscard]] double distance(std::size_t c, std::size_t k) const;
    /// Σ_ck r_c r_k d_ck of one unit with `total` ratings.
    [[nodiscard]] double pairs(std::span<const CategoryCount> unit, double total) const;
    /// The same over all ratings.
    [[nodiscard]] double pairs(std::span<const double> pooled) const;
    /// The largest distance on the scale.
    [[nodiscard]] double largest() const;

private:
    Level level_ = Level::nominal;
    std::vector<double> values_; ///< of the scale, for ratio and interval
    std::vector<double> places_; ///< x, for ordinal and interval
};

/// Sums over paired units, each counted `times[i]` times.
struct AlphaSums {
    double rated = 0;           ///< units with a rating
    double paired = 0;          ///< units with two or more
    double ratings = 0;         ///< n: their ratings
    std::vector<double> pooled; ///< n_c
    double observed = 0;        ///< Σ o_ck d_ck
    double expected = 0;        ///< Σ n_c n_k d_ck

    [[nodiscard]] bool defined() const { return expected > 1e-14 * ratings * ratings; }
    [[nodiscard]] double alpha() const { return 1 - (ratings - 1) * observed / expected; }
};

/// Settles the metric on the way.
[[nodiscard]] AlphaSums alpha_sums(const UnitCounts& units, AlphaMetric& metric, std::span<const double> times);

/// All that alpha rests on, made from the ratings once.
struct AlphaBasis {
    UnitCounts units;
    AlphaMetric metric;
    AlphaSums sums;

    /// Undefined: as AlphaMetric::make, kNoData, kOneRater, kNoPairs, kOneUnit, kOneCategory.
    [[nodiscard]] static Defined<AlphaBasis> of(const Ratings& ratings, Level level);
};

/// Linearised over units, also through the midranks of the ordinal metric; without the small-sample term. Divisor n.
[[nodiscard]] double alpha_error(const UnitCounts& units, const AlphaMetric& metric, const AlphaSums& sums);

} // namespace timbang::stats
