#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "stats/ratings.h"
#include "stats/weights.h"

namespace timbang::stats {

/// How many ratings of one unit fell into one category.
struct CategoryCount {
    std::uint32_t category = 0;
    double count = 0; ///< whole but for given counts
};

/// The units that have ratings, as counts by category: all that coefficients without rater margins need. Memory is at
/// most one entry a rating.
struct UnitCounts {
    std::size_t categories = 0;
    std::vector<std::size_t> begin{0};  ///< of each unit in `counts`, and the end
    std::vector<CategoryCount> counts;  ///< by unit, in order of category, none is zero
    std::vector<double> total;          ///< r_i: ratings of each unit, above 0
    std::vector<double> times;          ///< how often each unit counts
    std::vector<std::size_t> row;       ///< the row of the ratings it stands in

    [[nodiscard]] std::size_t size() const { return total.size(); }
    /// Unit i has two ratings or more, so that pairs of them can agree.
    [[nodiscard]] bool paired(std::size_t i) const { return total[i] > 2 - 1e-9; }
    [[nodiscard]] std::span<const CategoryCount> unit(std::size_t i) const {
        return {counts.data() + begin[i], begin[i + 1] - begin[i]};
    }
};

[[nodiscard]] UnitCounts count_units(const Ratings& ratings);

/// The ratings of two raters with equal rows joined into one with a frequency, if that makes them far fewer; else
/// nothing.
[[nodiscard]] std::optional<Ratings> joined(const Ratings& ratings);

/// The codes of raters first … first + width − 1 in the named rows, rater by rater: made[rater − first][row], missing =
/// number of categories. Blocks of kRaterBlock raters read each line of memory once. Not with counts.
inline constexpr std::size_t kRaterBlock = 64;
void columns_of(const Ratings& ratings, std::span<const std::size_t> rows, std::size_t first, std::size_t width,
                std::uint16_t* made);

/// The share of a unit's ordered pairs of ratings that disagree, weighted: Σ r_k (D r)_k / (r (r − 1)); 0 with one
/// rating. For two identified raters it is D of their two codes, so that asymmetric weights keep their direction.
[[nodiscard]] std::vector<double> unit_disagreement(const Ratings& ratings, const UnitCounts& units,
                                                    const Weights& weights);

} // namespace timbang::stats
