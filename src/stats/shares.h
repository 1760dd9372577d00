#pragma once

#include "stats/estimate.h"

namespace timbang::stats {

/// The share `count`/`n` (n > 0, counts may be fractions) with its standard error √(p(1 − p)/n) and Wilson's interval
/// (1927), which stays within 0 … 1 and has a width at 0 and 1 too.
[[nodiscard]] Estimate share(double count, double n, double level = 0.95);

/// The mean of n > 0 values with standard error sd/√n and Student's t interval, given their sum of squared distances
/// from the mean. One value has neither; values that are all equal have no interval.
[[nodiscard]] Estimate mean_with_t(double mean, double squares, double n, double level = 0.95);

/// `estimate` with `se` and the interval ± t(df)·se; without it where se or df is not above 0.
[[nodiscard]] Estimate with_t_interval(double estimate, double se, double df, double level = 0.95);

} // namespace timbang::stats
