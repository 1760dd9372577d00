#include "stats/detection.h"

#include <cmath>
#include <numbers>

#include "stats/distributions.h"
#include "stats/shares.h"

namespace timbang::stats {

namespace {

/// A rate of `count` in `n` trials as corrected.
struct Rate {
    double count, n;

    [[nodiscard]] double value() const { return count / n; }
    [[nodiscard]] bool extreme() const { return count <= 0 || count >= n; }
};

Rate log_linear(const Rate& rate) { return {rate.count + 0.5, rate.n + 1}; }

Rate half_trial(const Rate& rate) {
    if (rate.count <= 0) return {0.5, rate.n};
    return rate.count >= rate.n ? Rate{rate.n - 0.5, rate.n} : rate;
}

void correct(Rate& hits, Rate& alarms, RateCorrection correction) {
    const bool ends = hits.extreme() || alarms.extreme();
    if (correction == RateCorrection::LogLinear || (correction == RateCorrection::LogLinearAtEnds && ends)) {
        hits = log_linear(hits);
        alarms = log_linear(alarms);
    } else if (correction == RateCorrection::HalfTrial) {
        hits = half_trial(hits);
        alarms = half_trial(alarms);
    }
}

Defined<Estimate> rate_of(const Rate& corrected, const Rate& raw, std::string_view reason, double level) {
    if (!(raw.n > 0)) return undefined(reason);
    auto result = share(raw.count, raw.n, level);
    result.estimate = corrected.value();
    return result;
}

/// Variance of z(rate): p(1 − p)/n over the squared height of the normal curve.
double z_variance(const Rate& rate, double z) {
    const double p = rate.value(), height = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    return p * (1 - p) / (rate.n * height * height);
}

Estimate with_z(double estimate, double se, double level) {
    Estimate result;
    result.estimate = estimate;
    result.se = se;
    const double half = normal_quantile(1 - (1 - level) / 2) * se;
    result.interval = Interval{estimate - half, estimate + half, level};
    return result;
}

double a_prime(double h, double f) {
    if (h == f) return 0.5;
    const double high = std::fmax(h, f), low = std::fmin(h, f);
    const double apart = (high - low) * (1 + high - low) / (4 * high * (1 - low));
    return h > f ? 0.5 + apart : 0.5 - apart;
}

} // namespace

Detection detection(const DetectionCounts& counts, const DetectionOptions& options) {
    const auto number = [](std::uint64_t count) { return static_cast<double>(count); };
    const Rate raw_hits{number(counts.hits), number(counts.hits) + number(counts.misses)};
    const Rate raw_alarms{number(counts.false_alarms), number(counts.false_alarms) + number(counts.correct_rejections)};
    Rate hits = raw_hits, alarms = raw_alarms;
    correct(hits, alarms, options.correction);
    const auto nothing = undefined(raw_hits.n > 0 ? (raw_alarms.n > 0 ? kExtremeRate : kNoNoise) : kNoSignal);
    Detection result{counts,
                     rate_of(hits, raw_hits, kNoSignal, options.level),
                     rate_of(alarms, raw_alarms, kNoNoise, options.level),
                     nothing, nothing, nothing, nothing, nothing, nothing};
    if (!(raw_hits.n > 0) || !(raw_alarms.n > 0)) return result;
    result.a_prime = a_prime(hits.value(), alarms.value());
    if (!alarms.extreme()) result.threshold = -normal_quantile(alarms.value());
    if (hits.extreme() || alarms.extreme()) return result;
    const double z_hits = normal_quantile(hits.value()), z_alarms = normal_quantile(alarms.value());
    const double se = std::sqrt(z_variance(hits, z_hits) + z_variance(alarms, z_alarms));
    result.d_prime = with_z(z_hits - z_alarms, se, options.level);
    result.criterion = with_z(-(z_hits + z_alarms) / 2, se / 2, options.level);
    result.ln_beta = (z_alarms * z_alarms - z_hits * z_hits) / 2;
    result.beta = std::exp(*result.ln_beta);
    return result;
}

Findings findings(std::uint64_t found, std::uint64_t missed, std::uint64_t false_alarms, double level) {
    const auto hits = static_cast<double>(found), misses = static_cast<double>(missed);
    const auto alarms = static_cast<double>(false_alarms);
    Findings result{undefined(kNoSignal), undefined(kNothingSaid), undefined(kNoData)};
    if (hits + misses > 0) result.recall = share(hits, hits + misses, level);
    if (hits + alarms > 0) result.precision = share(hits, hits + alarms, level);
    if (hits + misses + alarms > 0) result.f1 = 2 * hits / (2 * hits + misses + alarms);
    return result;
}

} // namespace timbang::stats
