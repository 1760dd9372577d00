#include <algorithm>
#include <array>
#include <cmath>

#include "stats/bootstrap_units.h"

namespace timbang::stats {
namespace {

/// Evenly from 0 (excluded) to 1 (excluded).
double fraction(base::Rng& rng) { return (static_cast<double>(rng.next() >> 12) + 0.5) * 0x1p-52; }

/// ln k! minus Stirling's approximation.
double stirling_rest(double k) {
    constexpr std::array<double, 10> kSmall = {0.08106146679532726, 0.04134069595540929, 0.02767792568499834,
                                               0.02079067210376509, 0.01664469118982119, 0.01387612882307075,
                                               0.01189670994589177, 0.01041126526197209, 0.009255462182712733,
                                               0.008330563433362871};
    if (k < 10) return kSmall[static_cast<std::size_t>(k)];
    const double square = (k + 1) * (k + 1);
    return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / square) / square) / (k + 1);
}

/// For n p below 10 and p up to 1/2: the distribution function is walked up.
double by_inversion(base::Rng& rng, double n, double p) {
    const double odds = p / (1 - p);
    while (true) {
        double chance = std::exp(n * std::log1p(-p));
        double u = fraction(rng);
        for (double k = 0; k <= std::min(n, 200.0); ++k) {
            if (u < chance) return k;
            u -= chance;
            chance *= odds * (n - k) / (k + 1);
        }
    }
}

/// For n p from 10 on and p up to 1/2.
double by_rejection(base::Rng& rng, double n, double p) {
    const double deviation = std::sqrt(n * p * (1 - p));
    const double b = 1.15 + 2.53 * deviation;
    const double a = -0.0873 + 0.0248 * b + 0.01 * p;
    const double c = n * p + 0.5;
    const double sure = 0.92 - 4.2 / b;
    const double alpha = (2.83 + 5.1 / b) * deviation;
    const double odds = p / (1 - p);
    const double mode = std::floor((n + 1) * p);
    while (true) {
        const double u = fraction(rng) - 0.5;
        const double v = fraction(rng);
        const double edge = 0.5 - std::abs(u);
        const double k = std::floor((2 * a / edge + b) * u + c);
        if (edge >= 0.07 && v <= sure) return k;
        if (k < 0 || k > n) continue;
        const double height = std::log(v * alpha / (a / (edge * edge) + b));
        const double bound = (mode + 0.5) * std::log((mode + 1) / (odds * (n - mode + 1))) +
                             (n + 1) * std::log((n - mode + 1) / (n - k + 1)) +
                             (k + 0.5) * std::log(odds * (n - k + 1) / (k + 1)) + stirling_rest(mode) +
                             stirling_rest(n - mode) - stirling_rest(k) - stirling_rest(n - k);
        if (height <= bound) return k;
    }
}

} // namespace

std::uint64_t binomial(base::Rng& rng, std::uint64_t trials, double probability) {
    if (trials == 0 || !(probability > 0)) return 0;
    if (probability >= 1) return trials;
    const auto n = static_cast<double>(trials);
    const double p = std::min(probability, 1 - probability);
    const double found = n * p < 10 ? by_inversion(rng, n, p) : by_rejection(rng, n, p);
    const auto successes = static_cast<std::uint64_t>(std::clamp(found, 0.0, n));
    return probability <= 0.5 ? successes : trials - successes;
}

} // namespace timbang::stats
