#include "stats/ranks.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace timbang::stats {

Ranks ranks_of(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    Ranks result{std::vector<double>(values.size()), 0};
    for (std::size_t first = 0; first < order.size();) {
        std::size_t last = first + 1;
        while (last < order.size() && values[order[last]] == values[order[first]]) ++last;
        const double rank = static_cast<double>(first + last + 1) / 2, t = static_cast<double>(last - first);
        for (std::size_t i = first; i < last; ++i) result.ranks[order[i]] = rank;
        result.ties += t * t * t - t;
        first = last;
    }
    return result;
}

} // namespace timbang::stats
