#pragma once

#include <vector>

namespace timbang::stats {

/// Ranks from 1 for the smallest; equal numbers share the mean of their ranks. Numbers are finite.
struct Ranks {
    std::vector<double> ranks;
    double ties = 0;  ///< Σ (t³ − t) over groups of t equal numbers
};
[[nodiscard]] Ranks ranks_of(const std::vector<double>& values);

} // namespace timbang::stats
