#include "stats/krippendorff.h"

#include <algorithm>
#include <cmath>

#include "stats/agreement_parts.h"
#include "stats/bootstrap_units.h"
#include "stats/krippendorff_parts.h"

namespace timbang::stats {
namespace {

/// As shares of the largest disagreement on the scale, as Gwet's weights have it.
void set_parts(Coefficient& made, const AlphaMetric& metric, const AlphaSums& sums) {
    const double most = metric.largest();
    if (!(most > 0)) return;
    made.p_observed = 1 - (1 - 1 / sums.ratings) * sums.observed / sums.ratings / most;
    made.p_expected = 1 - sums.expected / (sums.ratings * sums.ratings) / most;
}

double alpha_df(double rated, double paired, const Conventions& conventions) {
    return (conventions.freedom == Freedom::rated_units ? rated : paired) - 1;
}

} // namespace

Defined<Coefficient> krippendorff_alpha(const Ratings& ratings, Level level, const Conventions& conventions) {
    const auto basis = AlphaBasis::of(ratings, level);
    if (!basis.ok()) return basis.error();
    const AlphaSums& sums = basis->sums;
    Coefficient made;
    made.estimate = sums.alpha();
    set_parts(made, basis->metric, sums);
    if (conventions.se == StandardError::gwet) {
        const double lost = divides_by_units(ratings, conventions) ? 0 : 1;
        const double se =
            alpha_error(basis->units, basis->metric, sums) * std::sqrt(sums.paired / (sums.paired - lost));
        set_error(made, se, alpha_df(sums.rated, sums.paired, conventions), conventions);
    } else if (conventions.se == StandardError::bootstrap) {
        const auto drawn = bootstrap_alpha(ratings, level, conventions);
        if (drawn.ok()) set_bootstrap(made, drawn.value(), conventions);
    }
    return made;
}

Defined<double> krippendorff_value(const Ratings& ratings, Level level) {
    const auto basis = AlphaBasis::of(ratings, level);
    if (!basis.ok()) return basis.error();
    return basis->sums.alpha();
}

Defined<double> krippendorff_value(std::size_t units, std::size_t raters, std::span<const double> values, Level level) {
    auto ratings = Ratings::of_values(units, raters, values);
    if (!ratings.ok()) return ratings.error();
    return krippendorff_value(*ratings, level);
}

Defined<Coefficient> krippendorff_alpha_gwet(const Ratings& given, const Weights& weights,
                                             const Conventions& conventions) {
    const auto fewer = joined(given);
    const UnitTable table(fewer ? *fewer : given, weights, divides_by_units(given, conventions));
    const Totals sums = totals(table, table.units.times);
    if (auto reason = obstacle(table, sums)) return *reason;
    if (sums.paired < 2) return undefined(kOneUnit);
    const Parts parts = alpha_gwet_parts(table, sums);
    auto made = coefficient_of(parts);
    if (!made.ok()) return made;
    if (conventions.se == StandardError::gwet) {
        const double se = alpha_gwet_error(table, sums, parts, conventions.alpha_error);
        set_error(*made, se, alpha_df(sums.rated, sums.paired, conventions), conventions);
    } else if (conventions.se == StandardError::bootstrap) {
        set_bootstrap(*made, table.units.times, conventions,
                      [&](std::span<const double> times) -> std::optional<double> {
                          const Totals drawn = totals(table, times);
                          const Parts found = alpha_gwet_parts(table, drawn);
                          return drawn.paired > 0 && found.defined() ? std::optional(found.value()) : std::nullopt;
                      });
    }
    return made;
}

} // namespace timbang::stats
