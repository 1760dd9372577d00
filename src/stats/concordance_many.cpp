#include "stats/concordance_many.h"

#include <algorithm>
#include <cassert>
#include <map>

#include "stats/distributions.h"
#include "stats/icc.h"

namespace timbang::stats {

namespace {

/// Sums over units, pairs of raters and variables.
struct Disagreement {
    double observed = 0;   ///< Σ over units and pairs
    double expected = 0;   ///< the same if every rater's numbers were dealt to the units by chance
};

/// The units that are complete in every variable.
std::vector<std::size_t> shared_units(const std::vector<Table>& variables) {
    std::vector<std::size_t> units;
    for (std::size_t unit = 0; unit < variables.front().units(); ++unit) {
        const auto whole = [unit](const Table& table) { return table.complete(unit); };
        if (std::all_of(variables.begin(), variables.end(), whole)) units.push_back(unit);
    }
    return units;
}

Table rows_of(const Table& table, const std::vector<std::size_t>& units) {
    Table result(units.size(), table.raters());
    for (std::size_t i = 0; i < units.size(); ++i) {
        for (std::size_t rater = 0; rater < table.raters(); ++rater) result.set(i, rater, table.at(units[i], rater));
    }
    return result;
}

/// Σ over pairs of (x − y)² is k times the sum of squares about the mean; expected, each pair adds both variances and
/// the squared difference of the means.
Disagreement squared(const Table& table, bool standardise) {
    const auto a = *anova(table);
    const auto n = static_cast<double>(a.units), k = static_cast<double>(a.raters);
    const double raters = a.ms_raters * (k - 1), within = a.ms_within * n * (k - 1), total = a.ms_total * (n * k - 1);
    const double unit = standardise && a.ms_total > 0 ? a.ms_total : 1;
    return {k * within / unit, (k * raters + (k - 1) * (total - raters)) / unit};
}

/// Σ over pairs of raters of Σ_c x_c·y_c, from the counts of one category by rater.
double pair_products(const std::vector<double>& counts) {
    double sum = 0, squares = 0;
    for (const double count : counts) {
        sum += count;
        squares += count * count;
    }
    return (sum * sum - squares) / 2;
}

Disagreement differing(const Table& table) {
    const auto n = static_cast<double>(table.units()), k = static_cast<double>(table.raters());
    double agreeing = 0;
    std::vector<std::pair<double, std::size_t>> all;  // category and rater: sorting gives the counts in linear memory
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        std::map<double, double> counts;
        for (std::size_t rater = 0; rater < table.raters(); ++rater) {
            ++counts[table.at(unit, rater)];
            all.emplace_back(table.at(unit, rater), rater);
        }
        for (const auto& [category, count] : counts) agreeing += count * (count - 1) / 2;
    }
    std::sort(all.begin(), all.end());
    double by_chance = 0;
    for (std::size_t first = 0; first < all.size();) {
        std::vector<double> counts;
        std::size_t i = first;
        for (; i < all.size() && all[i].first == all[first].first; ++i) {
            if (i == first || all[i].second != all[i - 1].second) counts.push_back(0);
            ++counts.back();
        }
        by_chance += pair_products(counts) / n;
        first = i;
    }
    const double pairs = n * k * (k - 1) / 2;
    return {pairs - agreeing, pairs - by_chance};
}

} // namespace

Defined<Finn> finn(const Table& table, int levels, FinnModel model) {
    assert(levels >= 2);
    const auto squares = anova(table);
    if (!squares) return squares.error();
    const auto n = static_cast<double>(squares->units), k = static_cast<double>(squares->raters);
    const bool one_way = model == FinnModel::OneWay;
    const double error = one_way ? squares->ms_within : squares->ms_residual;
    const double even = (static_cast<double>(levels) * levels - 1) / 12;
    const double df = one_way ? n * (k - 1) : (n - 1) * (k - 1);
    const auto nothing = undefined(kNoVariance);
    Finn result{{}, df, nothing, nothing, squares->units, squares->left_out};
    result.coefficient.estimate = 1 - error / even;
    if (!(error > 0)) return result;
    result.f = even / error;
    // F(∞, df) is large exactly where df·error/even, a chi-square, is small.
    result.p = chi_square_lower(result.df * error / even, result.df);
    return result;
}

Defined<Estimate> robinson_a(const Table& table, RobinsonBase base) {
    const auto squares = anova(table);
    if (!squares) return squares.error();
    const auto n = static_cast<double>(squares->units), k = static_cast<double>(squares->raters);
    const double units = squares->ms_units * (n - 1);
    const double rest = base == RobinsonBase::Total ? squares->ms_within * n * (k - 1)
                                                    : squares->ms_residual * (n - 1) * (k - 1);
    if (!(units + rest > 0)) return undefined(kNoVariance);
    Estimate result;
    result.estimate = units / (units + rest);
    return result;
}

Defined<Estimate> iota(const std::vector<Table>& variables, IotaScale scale) {
    if (variables.empty() || variables.front().units() == 0) return undefined(kNoData);
    const auto& first = variables.front();
    if (first.raters() < 2) return undefined(kOneRater);
    if (first.units() < 2) return undefined(kOneUnit);
    const auto units = shared_units(variables);
    if (units.size() < 2) {
        return undefined(kMissing, {{"left_out", static_cast<std::int64_t>(first.units() - units.size())}});
    }
    Disagreement sum;
    for (const auto& variable : variables) {
        assert(variable.units() == first.units() && variable.raters() == first.raters());
        const auto rows = rows_of(variable, units);
        const bool standardise = scale == IotaScale::Standardised;
        const auto part = scale == IotaScale::Nominal ? differing(rows) : squared(rows, standardise);
        sum.observed += part.observed;
        sum.expected += part.expected;
    }
    if (!(sum.expected > 0)) return undefined(scale == IotaScale::Nominal ? kOneCategory : kNoVariance);
    Estimate result;
    result.estimate = 1 - sum.observed / sum.expected;
    return result;
}

} // namespace timbang::stats
