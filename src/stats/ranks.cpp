#include "stats/ranks.h"

#include <algorithm>
#include <cstddef>

namespace timbang::stats {

namespace {

/// The numbers that occur, in order, with how often.
struct Different {
    std::vector<double> numbers;
    std::vector<double> counts;

    [[nodiscard]] std::size_t place(double value) const {
        return static_cast<std::size_t>(std::lower_bound(numbers.begin(), numbers.end(), value) - numbers.begin());
    }
};

/// Counted without sorting; false where more than a few numbers occur.
bool count_few(const std::vector<double>& values, Different& found) {
    constexpr std::size_t few = 32;
    for (const double value : values) {
        const auto place = found.place(value);
        if (place == found.numbers.size() || found.numbers[place] != value) {
            if (found.numbers.size() == few) return false;
            found.numbers.insert(found.numbers.begin() + static_cast<std::ptrdiff_t>(place), value);
            found.counts.insert(found.counts.begin() + static_cast<std::ptrdiff_t>(place), 0);
        }
        found.counts[place] += 1;
    }
    return true;
}

Different count_sorted(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    Different found;
    for (const double value : values) {
        if (found.numbers.empty() || found.numbers.back() != value) {
            found.numbers.push_back(value);
            found.counts.push_back(0);
        }
        found.counts.back() += 1;
    }
    return found;
}

} // namespace

Ranks ranks_of(const std::vector<double>& values) {
    Different found;
    if (!count_few(values, found)) found = count_sorted(values);
    Ranks result{std::vector<double>(values.size()), 0};
    std::vector<double> ranks;
    double below = 0;
    for (const double t : found.counts) {
        ranks.push_back(below + (t + 1) / 2);
        below += t;
        result.ties += t * t * t - t;
    }
    for (std::size_t i = 0; i < values.size(); ++i) result.ranks[i] = ranks[found.place(values[i])];
    return result;
}

} // namespace timbang::stats
