#include <algorithm>
#include <array>
#include <cmath>

#include "insight/habits.h"

namespace timbang::insight {
namespace {

constexpr double kZ = 1.6448536269514722; // 95 % quantile of the normal distribution: 90 % two-sided

// 95 % quantiles of Student's t for 1 to 30 degrees of freedom (any table of the distribution).
constexpr std::array<double, 30> kT{6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812,
                                    1.796, 1.782, 1.771, 1.761, 1.753, 1.746, 1.740, 1.734, 1.729, 1.725,
                                    1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697};

} // namespace

double t_quantile(int df) {
    if (df <= static_cast<int>(kT.size())) return kT[static_cast<std::size_t>(df - 1)];
    return kZ + (kZ * kZ * kZ + kZ) / (4.0 * df); // first term of the Cornish-Fisher expansion
}

MeanInterval mean_interval(const std::vector<double>& values) {
    MeanInterval result;
    result.n = static_cast<int>(values.size());
    if (values.empty()) return result;
    double sum = 0;
    for (double value : values)
        sum += value;
    result.mean = sum / result.n;
    if (result.n < 2) return result;
    double squares = 0;
    for (double value : values)
        squares += (value - result.mean) * (value - result.mean);
    const double half = t_quantile(result.n - 1) * std::sqrt(squares / (result.n - 1) / result.n);
    result.low = result.mean - half;
    result.high = result.mean + half;
    return result;
}

ShareInterval share_interval(int k, int n) {
    ShareInterval result{k, n};
    if (n <= 0) return result;
    const double p = static_cast<double>(k) / n;
    const double z2 = kZ * kZ;
    const double centre = (p + z2 / (2 * n)) / (1 + z2 / n);
    const double half = kZ * std::sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / (1 + z2 / n);
    result.low = std::max(0.0, centre - half);
    result.high = std::min(1.0, centre + half);
    return result;
}

} // namespace timbang::insight
