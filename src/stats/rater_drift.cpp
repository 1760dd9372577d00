#include <algorithm>
#include <cassert>
#include <cmath>

#include "stats/rater_frame.h"
#include "stats/shares.h"

namespace timbang::stats {

namespace {

/// A row at its time with its mean distance to the baseline.
struct Point {
    double time, distance;
};

std::vector<Point> points_of(const RaterFrame& frame, const Table& distances, std::size_t rater) {
    const auto rows = frame.rows(rater);
    const auto& times = frame.judgements().time;
    std::vector<Point> points;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (times.empty() || !std::isfinite(times[rows[i]])) continue;
        double sum = 0, count = 0;
        for (std::size_t c = 0; c < distances.raters(); ++c) {
            if (!distances.has(i, c)) continue;
            sum += distances.at(i, c);
            count += 1;
        }
        if (count > 0) points.push_back({times[rows[i]], sum / count});
    }
    std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.time < b.time; });
    return points;
}

Estimate slope_of(const std::vector<Point>& points, double level) {
    Spread times, distances;
    double products = 0;
    for (const auto& point : points) {
        const double before = point.time - times.mean;
        times.add(point.time);
        distances.add(point.distance);
        products += before * (point.distance - distances.mean);
    }
    const double b = products / times.squares, n = times.n;
    double rest = 0;
    for (const auto& point : points) {
        const double apart = point.distance - distances.mean - b * (point.time - times.mean);
        rest += apart * apart;
    }
    // Points on a line leave rounding behind.
    if (rest < 1e-24 * distances.squares) rest = 0;
    return with_t_interval(b, std::sqrt(rest / (n - 2) / times.squares), n - 2, level);
}

/// Positions where the blocks end: the first place after k/blocks of the points where the time changes.
std::vector<std::size_t> ends_of(const std::vector<Point>& points, std::size_t blocks) {
    std::vector<std::size_t> ends;
    for (std::size_t end = 1; end <= points.size(); ++end) {
        const bool divisible = end == points.size() || points[end].time != points[end - 1].time;
        const std::size_t before = ends.empty() ? 0 : ends.back();
        const std::size_t due = before * blocks / points.size() + 1;
        if (divisible && (end * blocks >= due * points.size() || end == points.size())) ends.push_back(end);
    }
    return ends;
}

Defined<Estimate> welch(const Spread& last, const Spread& first, double level) {
    Estimate result;
    result.estimate = last.mean - first.mean;
    if (last.n < 2 || first.n < 2) return result;
    const double a = last.squares / (last.n - 1) / last.n, b = first.squares / (first.n - 1) / first.n;
    if (!(a + b > 0)) return result;
    const double df = (a + b) * (a + b) / (a * a / (last.n - 1) + b * b / (first.n - 1));
    return with_t_interval(result.estimate, std::sqrt(a + b), df, level);
}

base::Error no_drift(const RaterFrame& frame, const RaterEffects& effects) {
    if (!effects.severity) return effects.severity.error();
    return undefined(frame.judgements().time.empty() ? kNoTime : kFewRows);
}

} // namespace

void fill_drift(const RaterFrame& frame, const Table& distances, const RaterEffectOptions& options, std::size_t rater,
                RaterEffects& effects) {
    assert(options.time_blocks >= 1);
    const auto points = points_of(frame, distances, rater);
    if (points.size() < 3) {
        const auto reason = points.empty() && effects.severity ? undefined(kNoTime) : no_drift(frame, effects);
        effects.drift = effects.change = reason;
        return;
    }
    if (points.front().time == points.back().time) {
        effects.drift = effects.change = undefined(kNoVariance);
        return;
    }
    effects.drift = slope_of(points, options.level);
    std::vector<Spread> spreads;
    std::size_t first = 0;
    for (const auto end : ends_of(points, options.time_blocks)) {
        Spread spread;
        for (std::size_t i = first; i < end; ++i) spread.add(points[i].distance);
        effects.blocks.push_back({points[first].time, points[end - 1].time, end - first,
                                  mean_with_t(spread.mean, spread.squares, spread.n, options.level)});
        spreads.push_back(spread);
        first = end;
    }
    if (spreads.size() > 1) effects.change = welch(spreads.back(), spreads.front(), options.level);
    else effects.change = undefined(kNoVariance);
}

} // namespace timbang::stats
