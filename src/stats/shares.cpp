#include "stats/shares.h"

#include <cmath>

#include "stats/distributions.h"

namespace timbang::stats {

Estimate share(double count, double n, double level) {
    const double p = count / n, z = normal_quantile(1 - (1 - level) / 2), weight = 1 + z * z / n;
    const double middle = (p + z * z / (2 * n)) / weight;
    const double half = z / weight * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    Estimate result;
    result.estimate = p;
    result.se = std::sqrt(p * (1 - p) / n);
    result.interval = Interval{std::fmax(0, middle - half), std::fmin(1, middle + half), level};
    return result;
}

Estimate mean_with_t(double mean, double squares, double n, double level) {
    if (!(n > 1)) return {mean, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
    return with_t_interval(mean, std::sqrt(squares / (n - 1) / n), n - 1, level);
}

Estimate with_t_interval(double estimate, double se, double df, double level) {
    Estimate result;
    result.estimate = estimate;
    result.se = se;
    if (se > 0 && df > 0) {
        const double half = t_quantile(1 - (1 - level) / 2, df) * se;
        if (std::isfinite(half)) result.interval = Interval{estimate - half, estimate + half, level};
    }
    return result;
}

} // namespace timbang::stats
