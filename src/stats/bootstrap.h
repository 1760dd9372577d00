#pragma once

#include <cstdint>

#include "stats/conventions.h"
#include "stats/estimate.h"
#include "stats/ratings.h"

namespace timbang::stats {

/// What resampling the units gave. Units are drawn with replacement, as many as there are; a resample in which the
/// statistic is undefined (all ratings equal) is left out and counted.
struct Bootstrap {
    double se = 0;               ///< standard deviation of the resamples, divisor B − 1
    Interval interval;           ///< percentiles of the resamples, linearly interpolated
    std::uint32_t used = 0;      ///< resamples with a value
    std::uint32_t undefined = 0; ///< resamples without
};

/// Krippendorff's alpha over `conventions.resamples` resamples, from per-unit counts made once. The same seed gives the
/// same numbers on every machine. Undefined: the reason of alpha itself, or kOneCategory where no two resamples had a
/// value.
[[nodiscard]] Defined<Bootstrap> bootstrap_alpha(const Ratings& ratings, Level level, const Conventions& conventions);

} // namespace timbang::stats
