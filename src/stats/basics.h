#pragma once

#include <algorithm>
#include <numeric>
#include <span>

namespace timbang::stats {

/// The mean of at least one value.
[[nodiscard]] inline double mean_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Whether no value differs from the first; so too where there is none.
[[nodiscard]] inline bool all_equal(std::span<const double> values) {
    return std::all_of(values.begin(), values.end(), [&](double value) { return value == values.front(); });
}

} // namespace timbang::stats
