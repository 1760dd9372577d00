#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "base/rng.h"
#include "stats/agreement.h"
#include "stats/bootstrap.h"

namespace timbang::stats {

/// Draws units with replacement.
class UnitSampler {
public:
    /// `times[i]`: for how many equal units entry i stands (whole numbers).
    UnitSampler(std::span<const double> times, std::uint64_t seed);

    /// As many units as there are: how often each entry was drawn.
    void draw(std::span<double> drawn);
    /// The entries themselves, one after the other; only where every entry stands for one unit.
    void draw_entries(std::span<std::uint32_t> entries);
    [[nodiscard]] bool single() const { return ends_.empty(); }
    [[nodiscard]] std::uint64_t units() const { return units_; }

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);
    void draw_by_binomials(std::span<double> drawn);

    std::size_t entries_ = 0;
    std::uint64_t units_ = 0;
    std::vector<std::uint64_t> ends_;  ///< running sums of times; empty: all are 1
    std::vector<std::uint32_t> guide_; ///< where to begin the search in `ends_`
    bool heavy_ = false;               ///< entries stand for so many units that drawing these one by one is slow
    base::Rng rng_;
};

/// How many of `trials` succeed, each with `probability` (0 to 1): by inversion where few do, else by transformed
/// rejection (BTRS, Hörmann 1993).
[[nodiscard]] std::uint64_t binomial(base::Rng& rng, std::uint64_t trials, double probability);

/// Standard deviation and percentiles; nothing where fewer than two values are left.
[[nodiscard]] std::optional<Bootstrap> summary(std::vector<double> values, std::uint32_t undefined, double confidence);

/// Sets error and interval of a coefficient from resamples: `value` gets how often each entry was drawn. Resampling
/// gives no test and no degrees of freedom. Without two values the coefficient stays as it is.
void set_bootstrap(Coefficient& made, std::span<const double> times, const Conventions& conventions,
                   const std::function<std::optional<double>(std::span<const double>)>& value);
void set_bootstrap(Coefficient& made, const Bootstrap& drawn, const Conventions& conventions);

/// How often each row of the ratings counts.
[[nodiscard]] std::vector<double> row_times(const Ratings& ratings);

} // namespace timbang::stats
