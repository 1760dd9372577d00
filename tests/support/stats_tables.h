#pragma once

#include <cstddef>
#include <cstdint>

#include "stats/table.h"
#include "support/stats_cases.h"

namespace timbang::tests {

/// A matrix of the conformance cases as a table; null is missing.
inline stats::Table table_of(const nlohmann::json& matrix) {
    stats::Table table(matrix.size(), matrix.empty() ? 0 : matrix.front().size());
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        for (std::size_t rater = 0; rater < table.raters(); ++rater) {
            const auto& cell = matrix[unit][rater];
            if (!cell.is_null()) table.set(unit, rater, cell.get<double>());
        }
    }
    return table;
}

/// Asserts that `wanted` of a case, a number or a list, is `value` (of its item `index`) within the case's tolerance.
inline void check_item(const StatsCase& one, const std::string& key, std::size_t index, double value) {
    INFO(one.id(), " (", one.source(), "): ", key, "[", index, "]");
    REQUIRE(one.has(key));
    CHECK(std::isfinite(value));
    const double wanted = one.expected().at(key).at(index);
    CHECK_MESSAGE(std::abs(value - wanted) <= one.tolerance(key), value, " is not ", wanted);
}

/// Asserts both limits of an interval.
template <class I> void check_interval(const StatsCase& one, const std::string& key, const I& interval) {
    INFO(one.id(), ": ", key);
    REQUIRE(interval);
    check_item(one, key, 0, interval->low);
    check_item(one, key, 1, interval->high);
}

/// Numbers between 0 and 1 that are the same in every run (a linear congruence, Knuth's MMIX constants).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}
    double next() {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<double>(state_ >> 11) * 0x1p-53;
    }
    /// Roughly normal: mean 0, variance 1.
    double normal() {
        double sum = 0;
        for (int i = 0; i < 12; ++i) sum += next();
        return sum - 6;
    }

private:
    std::uint64_t state_;
};

/// Ratings of a unit's level, a rater's level and noise, as whole numbers when `whole`.
inline stats::Table random_table(std::size_t units, std::size_t raters, std::uint64_t seed, bool whole = true) {
    Numbers numbers(seed);
    stats::Table table(units, raters);
    for (std::size_t unit = 0; unit < units; ++unit) {
        const double level = 3 + 1.5 * numbers.normal();
        for (std::size_t rater = 0; rater < raters; ++rater) {
            const double x = level + 0.3 * static_cast<double>(rater) + numbers.normal();
            table.set(unit, rater, whole ? std::round(x) : x);
        }
    }
    return table;
}

/// The same numbers with units and raters in the opposite order.
inline stats::Table reversed(const stats::Table& table) {
    stats::Table result(table.units(), table.raters());
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        for (std::size_t rater = 0; rater < table.raters(); ++rater) {
            if (table.has(unit, rater)) {
                result.set(table.units() - 1 - unit, table.raters() - 1 - rater, table.at(unit, rater));
            }
        }
    }
    return result;
}

/// Every number times `factor` plus `shift`.
inline stats::Table scaled(const stats::Table& table, double factor, double shift) {
    stats::Table result = table;
    for (std::size_t unit = 0; unit < table.units(); ++unit) {
        for (std::size_t rater = 0; rater < table.raters(); ++rater) {
            if (table.has(unit, rater)) result.set(unit, rater, factor * table.at(unit, rater) + shift);
        }
    }
    return result;
}

} // namespace timbang::tests
