#include "stats/kappa_table.h"

#include <algorithm>
#include <cmath>

namespace timbang::stats {
namespace {

double square(double x) { return x * x; }

} // namespace

void PairTable::finish(const Weights& weights) {
    const std::size_t q = weights.size();
    units = 0;
    rows.assign(q, 0.0);
    columns.assign(q, 0.0);
    parts = {};
    for (const PairCell& cell : cells) {
        units += cell.times;
        rows[cell.row] += cell.times;
        columns[cell.column] += cell.times;
        parts.observed += cell.times * weights.distance(cell.row, cell.column);
    }
    if (units == 0) return;
    parts.observed /= units;
    for (std::size_t k = 0; k < q; ++k) {
        rows[k] /= units;
        columns[k] /= units;
    }
    row_far = weights.spread(columns);
    column_far = weights.spread_back(rows);
    for (std::size_t k = 0; k < q; ++k) parts.expected += rows[k] * row_far[k];
}

double PairTable::variance(const Weights& weights, Direction direction) const {
    const double rest = parts.observed / parts.expected; // 1 − kappa
    const double mean = 2 * rest * parts.expected - parts.observed;
    double sum = 0;
    if (direction == Direction::transposed && !weights.symmetric()) {
        // There the mean is not that of the terms, so that the variance is not written as a sum of squares.
        const std::vector<double> far = weights.spread_back(columns);
        for (const PairCell& cell : cells) {
            const double chance = 2 - far[cell.row] - column_far[cell.column];
            sum += cell.times / units * square(1 - weights.distance(cell.row, cell.column) - rest * chance);
        }
        return std::max(0.0, sum - square(1 - 2 * rest + mean)) / square(parts.expected);
    }
    for (const PairCell& cell : cells) {
        const double by_chance = row_far[cell.row] + column_far[cell.column];
        sum += cell.times * square(rest * by_chance - weights.distance(cell.row, cell.column) - mean);
    }
    return sum / (units * square(parts.expected));
}

double PairTable::variance_by_chance(const Weights& weights) const {
    double sum = 0;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        if (rows[k] == 0) continue;
        for (std::size_t l = 0; l < columns.size(); ++l) {
            const double by_chance = row_far[k] + column_far[l] - weights.distance(k, l) - parts.expected;
            sum += rows[k] * columns[l] * square(by_chance);
        }
    }
    return sum / square(parts.expected);
}

PairTable pair_table(const Ratings& ratings, const Weights& weights, std::span<const double> times) {
    const std::size_t q = weights.size();
    const auto often = [&](std::size_t row) {
        return times.empty() ? static_cast<double>(ratings.frequency(row)) : times[row];
    };
    PairTable made;
    if (q * q <= 4 * ratings.rows() + 64) {
        std::vector<double> all(q * q, 0.0);
        for (std::size_t row = 0; row < ratings.rows(); ++row) {
            const int a = ratings.code(row, 0);
            const int b = ratings.code(row, 1);
            if (a >= 0 && b >= 0) all[static_cast<std::size_t>(a) * q + static_cast<std::size_t>(b)] += often(row);
        }
        for (std::size_t cell = 0; cell < all.size(); ++cell) {
            if (all[cell] == 0) continue;
            made.cells.push_back(
                {static_cast<std::uint32_t>(cell / q), static_cast<std::uint32_t>(cell % q), all[cell]});
        }
    } else {
        for (std::size_t row = 0; row < ratings.rows(); ++row) {
            const int a = ratings.code(row, 0);
            const int b = ratings.code(row, 1);
            if (a < 0 || b < 0 || often(row) == 0) continue;
            made.cells.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), often(row)});
        }
    }
    made.finish(weights);
    return made;
}

bool any_rating(const Ratings& ratings) {
    return std::any_of(ratings.bytes().begin(), ratings.bytes().end(), [](auto code) { return code != kNoByte; }) ||
           std::any_of(ratings.words().begin(), ratings.words().end(), [](auto code) { return code != kNoWord; });
}

Defined<Coefficient> kappa_of(const PairTable& table, const Weights& weights, const Conventions& conventions) {
    if (table.units == 0) return undefined(kNoPairs);
    if (table.units < 2) return undefined(kOneUnit);
    auto made = coefficient_of(table.parts);
    if (!made.ok()) return made;
    if (conventions.se == StandardError::gwet) {
        const double df = table.units - 1;
        const double divisor = conventions.divisor == Divisor::units_minus_one ? df : table.units;
        set_error(*made, std::sqrt(table.variance(weights, conventions.direction) / divisor), df, conventions);
    } else if (conventions.se == StandardError::fce) {
        set_error(*made, std::sqrt(table.variance(weights) / table.units), std::nullopt, conventions);
    }
    return made;
}

} // namespace timbang::stats
