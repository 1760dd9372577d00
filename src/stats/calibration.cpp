#include "stats/calibration.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "stats/shares.h"

namespace timbang::stats {

namespace {

std::optional<base::Error> unusable(Probabilities p, Outcomes y) {
    assert(p.size() == y.size());
    if (p.empty()) return undefined(kNoData);
    for (std::size_t i = 0; i < p.size(); ++i) {
        if (!(p[i] >= 0 && p[i] <= 1)) return undefined(kNotProbability, {{"row", static_cast<std::int64_t>(i + 1)}});
    }
    return std::nullopt;
}

double happened(Outcomes y, std::size_t i) { return y[i] != 0 ? 1.0 : 0.0; }

/// The mean of value(i) for i < n with its t interval.
template <class Value> Estimate mean_over(std::size_t n, double level, Value value) {
    const auto count = static_cast<double>(n);
    double mean = 0, squares = 0;
    for (std::size_t i = 0; i < n; ++i) mean += value(i);
    mean /= count;
    for (std::size_t i = 0; i < n; ++i) squares += (value(i) - mean) * (value(i) - mean);
    return mean_with_t(mean, squares, count, level);
}

/// Means of the confidence in right (1) and wrong (0) decisions.
Defined<Estimate> gap(Probabilities p, Outcomes y, double level) {
    double n[2] = {}, mean[2] = {}, squares[2] = {};
    for (std::size_t i = 0; i < p.size(); ++i) {
        const int kind = y[i] != 0;
        n[kind] += 1;
        mean[kind] += p[i];
    }
    if (!(n[0] > 0) || !(n[1] > 0)) return undefined(kNoVariance);
    for (int kind = 0; kind < 2; ++kind) mean[kind] /= n[kind];
    for (std::size_t i = 0; i < p.size(); ++i) {
        const int kind = y[i] != 0;
        squares[kind] += (p[i] - mean[kind]) * (p[i] - mean[kind]);
    }
    Estimate result;
    result.estimate = mean[1] - mean[0];
    if (n[0] < 2 || n[1] < 2) return result;
    const double a = squares[0] / (n[0] - 1) / n[0], b = squares[1] / (n[1] - 1) / n[1];
    if (!(a + b > 0)) return result;
    const double df = (a + b) * (a + b) / (a * a / (n[0] - 1) + b * b / (n[1] - 1));
    return with_t_interval(result.estimate, std::sqrt(a + b), df, level);
}

} // namespace

Defined<Estimate> brier_score(Probabilities p, Outcomes y, double level) {
    if (auto reason = unusable(p, y)) return *std::move(reason);
    return mean_over(p.size(), level, [&](std::size_t i) {
        const double apart = p[i] - happened(y, i);
        return apart * apart;
    });
}

Defined<std::vector<ProbabilityClass>> probability_classes(Probabilities p, Outcomes y) {
    if (auto reason = unusable(p, y)) return *std::move(reason);
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<ProbabilityClass> classes;
    for (const auto i : order) {
        if (classes.empty() || classes.back().p != p[i]) classes.push_back({p[i], 0, 0});
        ++classes.back().n;
        classes.back().events += y[i] != 0 ? 1 : 0;
    }
    return classes;
}

Defined<Murphy> murphy(std::span<const ProbabilityClass> classes) {
    double total = 0, events = 0;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto& one = classes[i];
        assert(one.events <= one.n);
        if (!(one.p >= 0 && one.p <= 1)) return undefined(kNotProbability, {{"row", static_cast<std::int64_t>(i + 1)}});
        total += static_cast<double>(one.n);
        events += static_cast<double>(one.events);
    }
    if (!(total > 0)) return undefined(kNoData);
    Murphy result;
    result.base_rate = events / total;
    result.uncertainty = result.base_rate * (1 - result.base_rate);
    for (const auto& one : classes) {
        if (one.n == 0) continue;
        const double rate = static_cast<double>(one.events) / static_cast<double>(one.n);
        const double weight = static_cast<double>(one.n) / total, apart = one.p - rate;
        result.reliability += weight * apart * apart;
        result.resolution += weight * (rate - result.base_rate) * (rate - result.base_rate);
        result.brier += weight * (rate * (1 - one.p) * (1 - one.p) + (1 - rate) * one.p * one.p);
        result.ece_by_class += weight * std::abs(apart);
        result.mce_by_class = std::max(result.mce_by_class, std::abs(apart));
    }
    if (events > 0 && events < total) result.skill = 1 - result.brier / result.uncertainty;
    return result;
}

Defined<Estimate> log_loss(Probabilities p, Outcomes y, LogClip clip, double level) {
    if (auto reason = unusable(p, y)) return *std::move(reason);
    const double edge = clip == LogClip::Epsilon ? std::numeric_limits<double>::epsilon() : 1e-15;
    return mean_over(p.size(), level, [&](std::size_t i) {
        const double cut = std::clamp(p[i], edge, 1 - edge);
        return y[i] != 0 ? -std::log(cut) : -std::log1p(-cut);
    });
}

Defined<Confidence> confidence_summary(Probabilities p, Outcomes y, double level) {
    const auto brier = brier_score(p, y, level);
    if (!brier) return brier.error();
    Confidence result{p.size(), 0, {}, {}, brier->estimate, gap(p, y, level)};
    double right = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
        result.mean_confidence += p[i];
        right += happened(y, i);
    }
    const auto n = static_cast<double>(p.size());
    result.mean_confidence /= n;
    result.accuracy = share(right, n, level);
    result.over_confidence = mean_over(p.size(), level, [&](std::size_t i) { return p[i] - happened(y, i); });
    return result;
}

} // namespace timbang::stats
