#include "stats/concordance.h"

#include <cmath>
#include <vector>

#include "stats/basics.h"
#include "stats/complete.h"
#include "stats/distributions.h"
#include "stats/shares.h"

namespace timbang::stats {

namespace {

struct Pairs {
    std::vector<double> first, second;  ///< less the first number, which keeps the digits of close large numbers
    std::size_t left_out = 0;

    [[nodiscard]] double n() const { return static_cast<double>(first.size()); }
};

Defined<Pairs> pairs_of(const Table& table) {
    if (table.raters() > 2) return undefined(kNotTwoRaters);
    const auto complete = complete_of(table);
    if (!complete) return complete.error();
    const auto& rows = complete->table();
    Pairs pairs{{}, {}, complete->left_out()};
    const double shift = rows.at(0, 0);
    for (std::size_t unit = 0; unit < rows.units(); ++unit) {
        pairs.first.push_back(rows.at(unit, 0) - shift);
        pairs.second.push_back(rows.at(unit, 1) - shift);
    }
    return pairs;
}

/// Sum of products of the distances from the means; exactly 0 where one side does not vary.
double product_sum(const std::vector<double>& a, double mean_a, const std::vector<double>& b, double mean_b) {
    if (all_equal(a) || all_equal(b)) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - mean_a) * (b[i] - mean_b);
    return sum;
}

/// The variance of the coefficient; products with C_b stand for the quotients by r, which may be 0.
double ccc_variance(double c, double r, double c_b, double u, double n) {
    const double square = u * u;
    return ((1 - r * r) * c_b * c_b * (1 - c * c) + 2 * c * c * c_b * (1 - c) * square -
            c * c * c_b * c_b * square * square / 2) / (n - 2);
}

void add_intervals(LinCcc& result, double variance, const CccOptions& options) {
    const double c = result.coefficient.estimate;
    if (!(variance > 0) || !(std::abs(c) < 1)) return;
    const double se = std::sqrt(variance), z = normal_quantile(1 - (1 - options.level) / 2);
    const double half = z * se / (1 - c * c);
    result.coefficient.se = se;
    result.z_interval = Interval{std::tanh(std::atanh(c) - half), std::tanh(std::atanh(c) + half), options.level};
    result.asymptotic_interval = Interval{c - z * se, c + z * se, options.level};
    result.coefficient.interval =
        options.interval == CccInterval::FisherZ ? result.z_interval : result.asymptotic_interval;
}

} // namespace

Defined<LinCcc> lin_ccc(const Table& table, const CccOptions& options) {
    const auto pairs = pairs_of(table);
    if (!pairs) return pairs.error();
    const double n = pairs->n(), divisor = options.moments == CccMoments::PerUnit ? n : n - 1;
    const double mx = mean_of(pairs->first), my = mean_of(pairs->second);
    const double sxx = product_sum(pairs->first, mx, pairs->first, mx) / divisor;
    const double syy = product_sum(pairs->second, my, pairs->second, my) / divisor;
    const double sxy = product_sum(pairs->first, mx, pairs->second, my) / divisor;
    const double whole = sxx + syy + (mx - my) * (mx - my);
    if (!(whole > 0)) return undefined(kNoVariance);
    LinCcc result;
    result.units = pairs->first.size();
    result.left_out = pairs->left_out;
    result.coefficient.estimate = 2 * sxy / whole;
    if (pairs->first == pairs->second) result.coefficient.estimate = 1;
    if (!(sxx > 0) || !(syy > 0)) return result;
    const double root = std::sqrt(sxx) * std::sqrt(syy);
    result.pearson = std::fmax(-1, std::fmin(1, sxy / root));
    result.bias_correction = 2 * root / whole;
    result.scale_shift = std::sqrt(sxx / syy);
    result.location_shift = (mx - my) / std::sqrt(root);
    if (n > 2) {
        add_intervals(result, ccc_variance(result.coefficient.estimate, *result.pearson, *result.bias_correction,
                                           *result.location_shift, n), options);
    }
    return result;
}

Defined<BlandAltman> bland_altman(const Table& table, const BlandAltmanOptions& options) {
    const auto pairs = pairs_of(table);
    if (!pairs) return pairs.error();
    std::vector<double> differences(pairs->first.size());
    for (std::size_t i = 0; i < differences.size(); ++i) differences[i] = pairs->first[i] - pairs->second[i];
    const double n = pairs->n(), bias = mean_of(differences);
    const double sd = std::sqrt(product_sum(differences, bias, differences, bias) / (n - 1));
    const double multiplier = options.multiplier.value_or(normal_quantile(1 - (1 - options.level) / 2));
    const double limit_se = sd * std::sqrt(1 / n + multiplier * multiplier / (2 * (n - 1)));
    BlandAltman result;
    result.bias = with_t_interval(bias, sd / std::sqrt(n), n - 1, options.level);
    result.sd = sd;
    result.lower = with_t_interval(bias - multiplier * sd, limit_se, n - 1, options.level);
    result.upper = with_t_interval(bias + multiplier * sd, limit_se, n - 1, options.level);
    result.units = differences.size();
    result.left_out = pairs->left_out;
    return result;
}

} // namespace timbang::stats
