#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "stats/complete.h"
#include "stats/icc.h"

namespace timbang::stats {

namespace {

struct Means {
    std::vector<double> units, raters;
    double grand = 0;
    double magnitude = 0;  ///< largest distance from the shift
};

/// Means of the numbers less `shift`, which keeps the digits of numbers that are large and close together.
Means means_of(const Table& table, double shift) {
    Means means{std::vector<double>(table.units()), std::vector<double>(table.raters()), 0, 0};
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        const double* row = table.row(unit);
        double sum = 0;
        for (std::size_t rater = 0; rater < table.raters(); ++rater) {
            const double x = row[rater] - shift;
            sum += x;
            means.raters[rater] += x;
            means.magnitude = std::max(means.magnitude, std::abs(x));
        }
        means.units[unit] = sum / static_cast<double>(table.raters());
        means.grand += means.units[unit];
    }
    for (auto& mean : means.raters) mean /= static_cast<double>(table.units());
    means.grand /= static_cast<double>(table.units());
    return means;
}

double sum_of_squares(const std::vector<double>& means, double grand) {
    double sum = 0;
    for (const double mean : means) sum += (mean - grand) * (mean - grand);
    return sum;
}

double residual_sum(const Table& table, const Means& means, double shift) {
    double sum = 0;
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        const double* row = table.row(unit);
        const double level = means.units[unit] - means.grand + shift;
        for (std::size_t rater = 0; rater < table.raters(); ++rater) {
            const double rest = row[rater] - level - means.raters[rater];
            sum += rest * rest;
        }
    }
    return sum;
}

Anova of_complete(const Table& table) {
    const auto n = static_cast<double>(table.units()), k = static_cast<double>(table.raters());
    const double shift = table.at(0, 0);
    const auto means = means_of(table, shift);
    // Sums below what rounding alone can make are zero: numbers such as 0.1 are not exact.
    const double rounding = 2 * std::numeric_limits<double>::epsilon() * (means.magnitude + std::abs(shift)) +
                            1e-13 * means.magnitude;
    const double zero = n * k * rounding * rounding;
    const auto snapped = [zero](double sum) { return sum <= zero ? 0 : sum; };
    const double units = snapped(k * sum_of_squares(means.units, means.grand));
    const double raters = snapped(n * sum_of_squares(means.raters, means.grand));
    const double residual = snapped(residual_sum(table, means, shift));
    Anova result;
    result.units = table.units();
    result.raters = table.raters();
    result.grand_mean = means.grand + shift;
    result.ms_units = units / (n - 1);
    result.ms_raters = raters / (k - 1);
    result.ms_residual = residual / ((n - 1) * (k - 1));
    result.ms_within = (raters + residual) / (n * (k - 1));
    result.ms_total = (units + raters + residual) / (n * k - 1);
    return result;
}

} // namespace

Defined<Anova> anova(const Table& table) {
    const auto complete = complete_of(table);
    if (!complete) return complete.error();
    auto result = of_complete(complete->table());
    result.left_out = complete->left_out();
    return result;
}

} // namespace timbang::stats
