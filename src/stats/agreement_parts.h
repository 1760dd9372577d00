#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "stats/agreement.h"
#include "stats/agreement_units.h"

namespace timbang::stats {

/// Disagreement seen and disagreement expected by chance; the coefficient is 1 − observed / expected. Working with
/// disagreement keeps a coefficient near 1, and one category alone, exact.
struct Parts {
    double observed = 0;
    double expected = 0;
    [[nodiscard]] bool defined() const { return expected > kLeast; }
    [[nodiscard]] double value() const { return 1 - observed / expected; }
    /// Expected disagreement of rounding size is none.
    static constexpr double kLeast = 1e-14;
};

/// The ratings as counts with everything that does not change when units are resampled.
struct UnitTable {
    /// `by_units`: variances are divided by n, not n − 1.
    UnitTable(const Ratings& given, const Weights& given_weights, bool by_units);
    const Ratings& ratings;
    const Weights& weights;
    UnitCounts units;
    std::vector<double> disagreement; ///< of each unit, see `unit_disagreement`
    double lost;                      ///< units that variances lose: 1, or 0
};

/// Sums over units, each counted `times[i]` times.
struct Totals {
    double rated = 0;               ///< units with a rating
    double paired = 0;              ///< units with two or more
    double paired_ratings = 0;      ///< their ratings
    double disagreement = 0;        ///< mean over paired units
    double pooled_disagreement = 0; ///< the same, each unit weighted by its number of ratings
    std::vector<double> shares;     ///< π_k: mean over rated units of r_ik / r_i
    std::vector<double> pooled;     ///< share of category k in the ratings of paired units
};
[[nodiscard]] Totals totals(const UnitTable& table, std::span<const double> times);

[[nodiscard]] Parts fleiss_parts(const UnitTable& table, const Totals& sums);
[[nodiscard]] Parts brennan_prediger_parts(const UnitTable& table, const Totals& sums);
[[nodiscard]] Parts gwet_parts(const UnitTable& table, const Totals& sums);
[[nodiscard]] Parts alpha_gwet_parts(const UnitTable& table, const Totals& sums);

/// Whether variances of these ratings are divided by n.
[[nodiscard]] bool divides_by_units(const Ratings& given, const Conventions& conventions);

/// Gwet's standard errors.
[[nodiscard]] double percent_error(const UnitTable& table, const Totals& sums);
[[nodiscard]] double fleiss_error(const UnitTable& table, const Totals& sums, const Parts& parts);
[[nodiscard]] double brennan_prediger_error(const UnitTable& table, const Totals& sums, const Parts& parts);
[[nodiscard]] double gwet_error(const UnitTable& table, const Totals& sums, const Parts& parts);
[[nodiscard]] double alpha_gwet_error(const UnitTable& table, const Totals& sums, const Parts& parts, AlphaError kind);
/// From each unit's p_e|i − p_e (with one entry a unit), the general form.
[[nodiscard]] double linearised_error(const UnitTable& table, const Totals& sums, const Parts& parts,
                                      const std::function<double(std::size_t)>& expected_shift);

/// Why nothing chance-corrected can be said, if so.
[[nodiscard]] std::optional<base::Error> obstacle(const UnitTable& table, const Totals& sums);

/// Sets error, interval and test of a coefficient; without `df` the distribution is normal.
void set_error(Coefficient& made, double se, std::optional<double> df, const Conventions& conventions);

/// The coefficient with both kinds of agreement; undefined where nothing is expected to disagree.
[[nodiscard]] Defined<Coefficient> coefficient_of(const Parts& parts);

} // namespace timbang::stats
