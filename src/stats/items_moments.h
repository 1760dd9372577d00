#pragma once

#include <cstddef>
#include <vector>

#include "stats/items.h"

namespace timbang::stats {

/// Variances (divisor n − 1) of items and their total, as alpha and the correlations need them.
struct ItemMoments {
    std::size_t persons = 0;
    std::vector<double> variance;   ///< by item; exactly 0 where an item is constant
    std::vector<double> with_total; ///< by item: covariance with the total, the item in it
    double total_variance = 0;
    Defined<double> mean_correlation = 0.0; ///< of all pairs of items; kNoVariance where one is constant
};

/// In memory linear in the table. Undefined: kNoData, kOneUnit, kNoPairs (pairwise).
[[nodiscard]] Defined<ItemMoments> item_moments(const Table& scores, MissingScores missing);

/// Correlation of an item with the total of the others. Undefined: kOneItem, kNoVariance.
[[nodiscard]] Defined<double> rest_correlation(const ItemMoments& moments, std::size_t item);

} // namespace timbang::stats
