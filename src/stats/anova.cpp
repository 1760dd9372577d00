#include <algorithm>
#include <cmath>
#include <limits>

#include <Eigen/Core>

#include "stats/complete.h"
#include "stats/icc.h"

namespace timbang::stats {

namespace {

using Cells = Eigen::Map<const Eigen::ArrayXd>;

Cells cells_of(const Table& table, std::size_t unit) {
    return {table.row(unit), static_cast<Eigen::Index>(table.raters())};
}

struct Means {
    Eigen::ArrayXd units, raters;
    double grand = 0;
    double magnitude = 0;  ///< largest distance from the shift
};

/// Means of the numbers less `shift`, which keeps the digits of numbers that are large and close together.
Means means_of(const Table& table, double shift) {
    const auto n = static_cast<Eigen::Index>(table.units()), k = static_cast<Eigen::Index>(table.raters());
    Means means{Eigen::ArrayXd::Zero(n), Eigen::ArrayXd::Zero(k), 0, 0};
    for (Eigen::Index unit = 0; unit < n; ++unit) {
        const auto cells = cells_of(table, static_cast<std::size_t>(unit)) - shift;
        means.raters += cells;
        means.units(unit) = cells.sum() / static_cast<double>(k);
        means.magnitude = std::max(means.magnitude, cells.abs().maxCoeff());
    }
    means.raters /= static_cast<double>(n);
    means.grand = means.units.sum() / static_cast<double>(n);
    return means;
}

double residual_sum(const Table& table, const Means& means, double shift) {
    double sum = 0;
    for (Eigen::Index unit = 0; unit < means.units.size(); ++unit) {
        const auto cells = cells_of(table, static_cast<std::size_t>(unit));
        sum += (cells - (means.units(unit) - means.grand + shift) - means.raters).square().sum();
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
    const double units = snapped(k * (means.units - means.grand).square().sum());
    const double raters = snapped(n * (means.raters - means.grand).square().sum());
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
