#include "stats/fit.h"

#include <algorithm>
#include <cmath>

namespace timbang::stats {

namespace {

constexpr double kLeastSquaredVariance = 1e-5;
constexpr double kSqrt2 = 1.4142135623730951;

// Rounding alone leaves q² at about 1e-16 where it is exactly 0 (dichotomous ratings with probability 1/2).
constexpr double kNoSpread = 1e-12;

std::optional<double> zstd(double mean_square, double q_squared, ZstdRule rule) {
    if (!(q_squared > kNoSpread)) return std::nullopt;
    double q = std::sqrt(q_squared);
    if (rule == ZstdRule::winsteps) q = std::min(q, kSqrt2);
    return (std::cbrt(mean_square) - 1) * 3 / q + q / 3;
}

std::optional<double> degrees(double q_squared) {
    if (!(q_squared > kNoSpread)) return std::nullopt;
    return 2 / q_squared;
}

} // namespace

void FitSums::add(double residual, double variance, double fourth) {
    ++count_;
    const double square = variance * variance;
    if (!(square > 0)) return;
    squared_ += residual * residual;
    standardised_ += residual * residual / variance;
    variance_ += variance;
    excess_ += fourth - square;
    kurtosis_ += fourth / square;
    kurtosis_floored_ += fourth / std::max(square, kLeastSquaredVariance);
}

std::optional<Fit> FitSums::fit(ZstdRule rule) const {
    if (count_ == 0 || !(variance_ > 0)) return std::nullopt;
    const auto n = static_cast<double>(count_);
    const double infit_q = excess_ / (variance_ * variance_);
    const double outfit_q = kurtosis_ / (n * n) - 1 / n;
    const double outfit_q_floored = kurtosis_floored_ / (n * n) - 1 / n;
    Fit fit;
    fit.infit = squared_ / variance_;
    fit.outfit = standardised_ / n;
    fit.infit_z = zstd(fit.infit, infit_q, rule);
    fit.outfit_z = zstd(fit.outfit, rule == ZstdRule::winsteps ? outfit_q_floored : outfit_q, rule);
    fit.infit_df = degrees(infit_q);
    fit.outfit_df = degrees(outfit_q);
    return fit;
}

} // namespace timbang::stats
