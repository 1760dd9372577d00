#include "stats/agreement_parts.h"

#include <algorithm>
#include <cmath>

#include "stats/distributions.h"

namespace timbang::stats {
namespace {

double square(double x) { return x * x; }

double dot(std::span<const double> a, std::span<const double> b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum;
}

/// Σ_k r_ik f_k of one unit.
double over(std::span<const CategoryCount> unit, std::span<const double> f) {
    double sum = 0;
    for (const auto& entry : unit) sum += entry.count * f[entry.category];
    return sum;
}

/// (D + Dᵀ)/2 p.
std::vector<double> spread_both(const Weights& weights, std::span<const double> p) {
    std::vector<double> result = weights.spread(p);
    if (weights.symmetric()) return result;
    const std::vector<double> back = weights.spread_back(p);
    for (std::size_t k = 0; k < result.size(); ++k) result[k] = (result[k] + back[k]) / 2;
    return result;
}

/// T_w / (q (q − 1)).
double gwet_factor(const Weights& weights) {
    const auto q = static_cast<double>(weights.size());
    return weights.total() / (q * (q - 1));
}

} // namespace

UnitTable::UnitTable(const Ratings& given, const Weights& given_weights, bool by_units)
    : ratings(given), weights(given_weights), units(count_units(given)),
      disagreement(unit_disagreement(given, units, given_weights)), lost(by_units ? 0 : 1) {}

bool divides_by_units(const Ratings& given, const Conventions& conventions) {
    if (conventions.divisor == Divisor::by_form) return !given.frequencies().empty();
    return conventions.divisor == Divisor::units;
}

Totals totals(const UnitTable& table, std::span<const double> times) {
    const UnitCounts& units = table.units;
    Totals sums;
    sums.shares.assign(units.categories, 0.0);
    sums.pooled.assign(units.categories, 0.0);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (times[i] == 0) continue;
        const double total = units.total[i];
        const double share = times[i] / total;
        for (const auto& entry : units.unit(i)) sums.shares[entry.category] += share * entry.count;
        sums.rated += times[i];
        if (!units.paired(i)) continue;
        for (const auto& entry : units.unit(i)) sums.pooled[entry.category] += times[i] * entry.count;
        sums.paired += times[i];
        sums.paired_ratings += times[i] * total;
        sums.disagreement += times[i] * table.disagreement[i];
        sums.pooled_disagreement += times[i] * total * table.disagreement[i];
    }
    for (double& share : sums.shares) share /= std::max(sums.rated, 1.0);
    for (double& share : sums.pooled) share /= std::max(sums.paired_ratings, 1.0);
    sums.disagreement /= std::max(sums.paired, 1.0);
    sums.pooled_disagreement /= std::max(sums.paired_ratings, 1.0);
    return sums;
}

Parts fleiss_parts(const UnitTable& table, const Totals& sums) {
    return {sums.disagreement, dot(sums.shares, table.weights.spread(sums.shares))};
}

Parts brennan_prediger_parts(const UnitTable& table, const Totals& sums) {
    const auto q = static_cast<double>(table.weights.size());
    return {sums.disagreement, 1 - table.weights.total() / (q * q)};
}

Parts gwet_parts(const UnitTable& table, const Totals& sums) {
    if (table.weights.size() < 2) return {sums.disagreement, 0};
    double both = 0;
    for (const double share : sums.shares) both += share * (1 - share);
    return {sums.disagreement, 1 - gwet_factor(table.weights) * both};
}

Parts alpha_gwet_parts(const UnitTable& table, const Totals& sums) {
    const double small = 1 - 1 / std::max(sums.paired_ratings, 1.0);
    return {small * sums.pooled_disagreement, dot(sums.pooled, table.weights.spread(sums.pooled))};
}

double percent_error(const UnitTable& table, const Totals& sums) {
    const double agreement = 1 - sums.disagreement;
    double squares = 0;
    for (std::size_t i = 0; i < table.units.size(); ++i) {
        const double own = !table.units.paired(i) ? 0 : (1 - table.disagreement[i]) * sums.rated / sums.paired;
        squares += table.units.times[i] * square(own - agreement);
    }
    return std::sqrt(squares / (sums.rated * (sums.rated - table.lost)));
}

double linearised_error(const UnitTable& table, const Totals& sums, const Parts& parts,
                        const std::function<double(std::size_t)>& expected_shift) {
    const double kappa = parts.value();
    double squares = 0;
    for (std::size_t i = 0; i < table.units.size(); ++i) {
        double own = 0;
        if (table.units.paired(i)) own = (parts.expected - table.disagreement[i]) * sums.rated / sums.paired;
        own = (own - 2 * (1 - kappa) * expected_shift(i)) / parts.expected;
        squares += table.units.times[i] * square(own - kappa);
    }
    return std::sqrt(squares / (sums.rated * (sums.rated - table.lost)));
}

double fleiss_error(const UnitTable& table, const Totals& sums, const Parts& parts) {
    const std::vector<double> spread = spread_both(table.weights, sums.shares);
    return linearised_error(table, sums, parts, [&](std::size_t i) {
        return parts.expected - over(table.units.unit(i), spread) / table.units.total[i];
    });
}

double brennan_prediger_error(const UnitTable& table, const Totals& sums, const Parts& parts) {
    return linearised_error(table, sums, parts, [](std::size_t) { return 0.0; });
}

double gwet_error(const UnitTable& table, const Totals& sums, const Parts& parts) {
    const double factor = gwet_factor(table.weights);
    return linearised_error(table, sums, parts, [&](std::size_t i) {
        const double mean = over(table.units.unit(i), sums.shares) / table.units.total[i];
        return factor * (1 - mean) - (1 - parts.expected);
    });
}

double alpha_gwet_error(const UnitTable& table, const Totals& sums, const Parts& parts, AlphaError kind) {
    const std::vector<double> spread = spread_both(table.weights, sums.pooled);
    const double mean = sums.paired_ratings / sums.paired;
    const double plain = sums.pooled_disagreement; // 1 − p_a'
    const double small = kind == AlphaError::irrcac_dist ? 1 - 1 / sums.paired_ratings : 1.0;
    const double centre = kind == AlphaError::irrcac_python ? parts.observed : plain;
    const double alpha = kind == AlphaError::irrcac_dist ? parts.value() : 1 - plain / parts.expected;
    const double chance = 1 - parts.expected;
    double squares = 0;
    for (std::size_t i = 0; i < table.units.size(); ++i) {
        if (!table.units.paired(i)) continue;
        const double size = table.units.total[i] / mean;
        const double agree = size * (1 - table.disagreement[i]) - (1 - centre) * (size - 1);
        const double observed = small * agree + (1 - small);
        const double by_chance = size - over(table.units.unit(i), spread) / mean;
        double own = (observed - chance) / parts.expected;
        if (kind == AlphaError::irrcac_dist) {
            own -= (1 - alpha) * (by_chance - (size - 1) - chance) / parts.expected;
        } else {
            own -= 2 * (1 - alpha) * (by_chance - chance * (size - 1) - chance) / parts.expected;
        }
        squares += table.units.times[i] * square(own - alpha);
    }
    return std::sqrt(squares / (sums.paired * (sums.paired - table.lost)));
}

std::optional<base::Error> obstacle(const UnitTable& table, const Totals& sums) {
    if (sums.rated == 0) return undefined(kNoData);
    if (table.ratings.raters() < 2) return undefined(kOneRater);
    if (sums.paired == 0) return undefined(kNoPairs);
    if (sums.rated < 2) return undefined(kOneUnit);
    return std::nullopt;
}

void set_error(Coefficient& made, double se, std::optional<double> df, const Conventions& conventions) {
    made.se = se;
    made.df = df;
    const double beyond = 1 - (1 - conventions.confidence) / 2;
    const double reach = se * (df ? t_quantile(beyond, *df) : normal_quantile(beyond));
    const double high = made.estimate + reach;
    made.interval =
        Interval{made.estimate - reach, conventions.cut_at_one ? std::min(1.0, high) : high, conventions.confidence};
    if (!(se > 0)) return;
    const double t = made.estimate / se;
    const auto above = [&](double at) { return df ? t_upper(at, *df) : normal_cdf(-at); };
    made.p_value = conventions.tail == Tail::upper ? above(t) : 2 * above(std::abs(t));
}

Defined<Coefficient> coefficient_of(const Parts& parts) {
    if (!parts.defined()) return undefined(kOneCategory);
    Coefficient made;
    made.estimate = parts.value();
    made.p_observed = 1 - parts.observed;
    made.p_expected = 1 - parts.expected;
    return made;
}

} // namespace timbang::stats
