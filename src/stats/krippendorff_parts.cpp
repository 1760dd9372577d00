#include "stats/krippendorff_parts.h"

#include <algorithm>
#include <cmath>

namespace timbang::stats {
namespace {

double square(double x) { return x * x; }

/// For each g: Σ_{k > g} slope_k + slope_g / 2 — what one more rating in g does through the midranks above it.
std::vector<double> through_midranks(std::span<const double> slopes) {
    std::vector<double> result(slopes.size());
    double above = 0;
    for (std::size_t g = slopes.size(); g-- > 0;) {
        result[g] = above + slopes[g] / 2;
        above += slopes[g];
    }
    return result;
}

} // namespace

Defined<AlphaMetric> AlphaMetric::make(Level level, const Scale& scale) {
    AlphaMetric made;
    made.level_ = level;
    if (level == Level::ordinal) made.places_.assign(scale.size(), 0.0);
    if (level == Level::nominal || level == Level::ordinal) return made;
    if (!scale.numeric()) return undefined(scale.size() == 0 ? kNoData : kNotNumeric);
    made.values_ = scale.values();
    const auto [low, high] = std::minmax_element(made.values_.begin(), made.values_.end());
    if (level == Level::ratio) {
        if (*low < 0) return undefined(kNegative);
        return made;
    }
    const double middle = *low / 2 + *high / 2;
    const double range = *high > *low ? *high - *low : 1;
    for (const double value : made.values_) made.places_.push_back((value - middle) / range);
    return made;
}

void AlphaMetric::settle(std::span<const double> pooled) {
    if (level_ != Level::ordinal) return;
    double all = 0;
    for (const double count : pooled) all += count;
    double below = 0;
    for (std::size_t k = 0; k < pooled.size(); ++k) {
        places_[k] = all > 0 ? (below + pooled[k] / 2) / all - 0.5 : 0;
        below += pooled[k];
    }
}

double AlphaMetric::distance(std::size_t c, std::size_t k) const {
    if (c == k) return 0;
    if (level_ == Level::nominal) return 1;
    if (level_ != Level::ratio) return square(places_[c] - places_[k]);
    const double sum = values_[c] + values_[k];
    return sum == 0 ? 0 : square((values_[c] - values_[k]) / sum);
}

double AlphaMetric::pairs(std::span<const CategoryCount> unit, double total) const {
    if (unit.size() < 2) return 0;
    if (level_ == Level::nominal) {
        double equal = 0;
        for (const auto& entry : unit) equal += square(entry.count);
        return total * total - equal;
    }
    if (level_ != Level::ratio) {
        double sum = 0;
        double squares = 0;
        for (const auto& entry : unit) {
            const double x = places_[entry.category];
            sum += entry.count * x;
            squares += entry.count * x * x;
        }
        return 2 * std::max(0.0, total * squares - sum * sum);
    }
    double sum = 0;
    for (std::size_t a = 0; a < unit.size(); ++a) {
        double part = 0;
        for (std::size_t b = 0; b < a; ++b) part += unit[b].count * distance(unit[a].category, unit[b].category);
        sum += part * unit[a].count;
    }
    return 2 * sum;
}

double AlphaMetric::pairs(std::span<const double> pooled) const {
    std::vector<CategoryCount> used;
    double total = 0;
    double sum = 0;
    double squares = 0;
    double equal = 0;
    std::size_t filled = 0;
    for (std::size_t k = 0; k < pooled.size(); ++k) {
        if (pooled[k] == 0) continue;
        ++filled;
        total += pooled[k];
        equal += square(pooled[k]);
        if (places_.empty()) continue;
        sum += pooled[k] * places_[k];
        squares += pooled[k] * square(places_[k]);
    }
    if (filled < 2) return 0;
    if (level_ == Level::nominal) return total * total - equal;
    if (level_ != Level::ratio) return 2 * std::max(0.0, total * squares - sum * sum);
    double twice = 0;
    for (std::size_t c = 0; c < pooled.size(); ++c) {
        if (pooled[c] == 0) continue;
        for (std::size_t k = 0; k < c; ++k) twice += pooled[c] * pooled[k] * distance(c, k);
    }
    return 2 * twice;
}

double AlphaMetric::largest() const {
    if (level_ == Level::nominal) return 1;
    const auto& x = level_ == Level::ratio ? values_ : places_;
    if (x.empty()) return 0;
    const auto [low, high] = std::minmax_element(x.begin(), x.end());
    return distance(static_cast<std::size_t>(low - x.begin()), static_cast<std::size_t>(high - x.begin()));
}

AlphaSums alpha_sums(const UnitCounts& units, AlphaMetric& metric, std::span<const double> times) {
    AlphaSums sums;
    sums.pooled.assign(units.categories, 0.0);
    for (std::size_t i = 0; i < units.size(); ++i) {
        sums.rated += times[i];
        if (!units.paired(i)) continue;
        sums.paired += times[i];
        sums.ratings += times[i] * units.total[i];
        for (const auto& entry : units.unit(i)) sums.pooled[entry.category] += times[i] * entry.count;
    }
    metric.settle(sums.pooled);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units.paired(i)) continue;
        const double total = units.total[i];
        sums.observed += times[i] * metric.pairs(units.unit(i), total) / (total - 1);
    }
    sums.expected = metric.pairs(sums.pooled);
    return sums;
}

namespace {

/// What one more rating in each category does to the observed (through the places) and to the expected disagreement.
struct ByCategory {
    std::vector<double> observed;
    std::vector<double> expected;
};

/// Places held.
std::vector<double> expected_change(const AlphaMetric& metric, const AlphaSums& sums) {
    const std::size_t q = sums.pooled.size();
    std::vector<double> change(q, 0.0);
    double sum = 0;
    double squares = 0;
    for (std::size_t k = 0; k < metric.places().size(); ++k) {
        sum += sums.pooled[k] * metric.places()[k];
        squares += sums.pooled[k] * square(metric.places()[k]);
    }
    for (std::size_t g = 0; g < q; ++g) {
        if (sums.pooled[g] == 0) continue; // no unit asks for it
        if (metric.level() == Level::nominal) {
            change[g] = 2 * (sums.ratings - sums.pooled[g]);
        } else if (metric.level() == Level::ratio) {
            for (std::size_t k = 0; k < q; ++k) change[g] += 2 * sums.pooled[k] * metric.distance(g, k);
        } else {
            const double x = metric.places()[g];
            change[g] = 2 * (squares + sums.ratings * x * x - 2 * x * sum);
        }
    }
    return change;
}

/// Adds what goes through the midranks. Places are midranks divided by n; dividing both sums by n² again cancels in
/// alpha.
void add_midranks(const UnitCounts& units, const AlphaMetric& metric, const AlphaSums& sums, ByCategory& by) {
    const std::span<const double> x = metric.places();
    std::vector<double> observed(x.size(), 0.0);
    std::vector<double> expected(x.size(), 0.0);
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units.paired(i)) continue;
        const double total = units.total[i];
        double mean = 0;
        for (const auto& entry : units.unit(i)) mean += entry.count * x[entry.category];
        for (const auto& entry : units.unit(i)) {
            const double slope = 4 * entry.count * (total * x[entry.category] - mean) / (total - 1);
            observed[entry.category] += units.times[i] * slope;
        }
    }
    double sum = 0;
    for (std::size_t k = 0; k < x.size(); ++k) sum += sums.pooled[k] * x[k];
    for (std::size_t k = 0; k < x.size(); ++k) expected[k] = 4 * sums.pooled[k] * (sums.ratings * x[k] - sum);
    observed = through_midranks(observed);
    expected = through_midranks(expected);
    for (std::size_t k = 0; k < x.size(); ++k) {
        by.observed[k] += observed[k] / sums.ratings;
        by.expected[k] += expected[k] / sums.ratings;
    }
}

} // namespace

Defined<AlphaBasis> AlphaBasis::of(const Ratings& ratings, Level level) {
    const auto fewer = joined(ratings);
    UnitCounts units = count_units(fewer ? *fewer : ratings);
    auto metric = AlphaMetric::make(units.size() == 0 ? Level::nominal : level, ratings.scale());
    if (!metric.ok()) return metric.error();
    AlphaSums sums = alpha_sums(units, *metric, units.times);
    if (sums.rated == 0) return undefined(kNoData);
    if (ratings.raters() < 2) return undefined(kOneRater);
    if (sums.paired == 0) return undefined(kNoPairs);
    if (sums.paired < 2) return undefined(kOneUnit);
    if (!sums.defined()) return undefined(kOneCategory);
    return AlphaBasis{std::move(units), std::move(metric).value(), std::move(sums)};
}

double alpha_error(const UnitCounts& units, const AlphaMetric& metric, const AlphaSums& sums) {
    ByCategory by{std::vector<double>(units.categories, 0.0), expected_change(metric, sums)};
    if (metric.level() == Level::ordinal) add_midranks(units, metric, sums, by);
    const double n = sums.ratings;
    const double rest = n * sums.observed / sums.expected; // 1 − alpha without its small-sample term
    double variance = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!units.paired(i)) continue;
        const double total = units.total[i];
        double observed = metric.pairs(units.unit(i), total) / (total - 1);
        double expected = 0;
        for (const auto& entry : units.unit(i)) {
            observed += entry.count * by.observed[entry.category];
            expected += entry.count * by.expected[entry.category];
        }
        const double change = (total * sums.observed + n * observed - rest * expected) / sums.expected;
        variance += units.times[i] * square(change);
    }
    return std::sqrt(variance);
}

} // namespace timbang::stats
