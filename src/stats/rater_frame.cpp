#include "stats/rater_frame.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace timbang::stats {

namespace {

/// Calls `use` with each run of a rater's rows that have one unit: first and end positions in `rows`.
template <class Use> void each_unit(const Judgements& judgements, std::span<const std::size_t> rows, Use use) {
    for (std::size_t first = 0; first < rows.size();) {
        std::size_t end = first + 1;
        while (end < rows.size() && judgements.unit[rows[end]] == judgements.unit[rows[first]]) ++end;
        use(first, end);
        first = end;
    }
}

} // namespace

RaterFrame::RaterFrame(const Judgements& judgements) : judgements_(&judgements), order_(judgements.values.units()) {
    assert(judgements.rater.size() == order_.size() && judgements.unit.size() == order_.size());
    assert(judgements.time.empty() || judgements.time.size() == order_.size());
    assert(judgements.reference.units() == 0 || judgements.reference.units() == order_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(judgements.rater[a], judgements.unit[a]) < std::pair(judgements.rater[b], judgements.unit[b]);
    });
    starts_.push_back(0);
    for (std::size_t i = 0; i < order_.size(); ++i) {
        while (starts_.size() <= judgements.rater[order_[i]]) starts_.push_back(i);
        units_ = std::max(units_, judgements.unit[order_[i]] + 1);
    }
    starts_.push_back(order_.size());
}

std::span<const std::size_t> RaterFrame::rows(std::size_t rater) const {
    return std::span(order_).subspan(starts_[rater], starts_[rater + 1] - starts_[rater]);
}

UnitSums::UnitSums(const RaterFrame& frame, const Table& values)
    : criteria_(values.raters()), sums_(frame.units() * criteria_), counts_(sums_.size()) {
    for (std::size_t row = 0; row < values.units(); ++row) {
        const std::size_t at = frame.judgements().unit[row] * criteria_;
        for (std::size_t c = 0; c < criteria_; ++c) {
            if (!values.has(row, c)) continue;
            sums_[at + c] += values.at(row, c);
            counts_[at + c] += 1;
        }
    }
}

Table UnitSums::others(const RaterFrame& frame, const Table& values, std::size_t rater) const {
    const auto rows = frame.rows(rater);
    Table result(rows.size(), criteria_);
    each_unit(frame.judgements(), rows, [&](std::size_t first, std::size_t end) {
        const std::size_t at = frame.judgements().unit[rows[first]] * criteria_;
        for (std::size_t c = 0; c < criteria_; ++c) {
            double sum = sums_[at + c], count = counts_[at + c];
            for (std::size_t i = first; i < end; ++i) {
                if (!values.has(rows[i], c)) continue;
                sum -= values.at(rows[i], c);
                count -= 1;
            }
            for (std::size_t i = first; i < end && count > 0; ++i) result.set(i, c, sum / count);
        }
    });
    return result;
}

std::vector<std::optional<double>> UnitSums::other_means(const RaterFrame& frame, const Table& values,
                                                         std::size_t rater) const {
    const auto rows = frame.rows(rater);
    std::vector<std::optional<double>> result(rows.size());
    each_unit(frame.judgements(), rows, [&](std::size_t first, std::size_t end) {
        const std::size_t at = frame.judgements().unit[rows[first]] * criteria_;
        double sum = 0, count = 0;
        for (std::size_t c = 0; c < criteria_; ++c) {
            sum += sums_[at + c];
            count += counts_[at + c];
            for (std::size_t i = first; i < end; ++i) {
                if (!values.has(rows[i], c)) continue;
                sum -= values.at(rows[i], c);
                count -= 1;
            }
        }
        for (std::size_t i = first; i < end && count > 0; ++i) result[i] = sum / count;
    });
    return result;
}

Measure::Measure(const RaterFrame& frame, const Table& all, const Table& all_references)
    : values(all), reference(all_references), sums(frame, all), parts(frame, all) {
    for (std::size_t row = 0; row < all.units(); ++row) {
        for (std::size_t c = 0; c < all.raters(); ++c) {
            if (all.has(row, c)) scale = std::max(scale, std::abs(all.at(row, c)));
        }
    }
}

Table Measure::baseline(const RaterFrame& frame, Baseline kind, std::size_t rater) const {
    if (kind == Baseline::OtherRaters) return sums.others(frame, values, rater);
    const auto rows = frame.rows(rater);
    Table result(rows.size(), values.raters());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t c = 0; c < values.raters(); ++c) {
            if (kind == Baseline::GrandMean) result.set(i, c, parts.mean);
            else if (reference.units() > 0 && reference.has(rows[i], c)) result.set(i, c, reference.at(rows[i], c));
        }
    }
    return result;
}

void Spread::add(double value) {
    n += 1;
    const double step = value - mean;
    mean += step / n;
    squares += step * (value - mean);
}

double Spread::sd() const { return n > 1 && varies() ? std::sqrt(squares / (n - 1)) : 0; }

void UnitClusters::add(std::size_t unit, double value) {
    if (clusters_.empty() || clusters_.back().unit != unit) clusters_.push_back({unit, 0, 0});
    clusters_.back().sum += value;
    clusters_.back().count += 1;
    sum_ += value;
    count_ += 1;
}

double UnitClusters::variance() const {
    double squares = 0;
    for (const auto& cluster : clusters_) squares += part(cluster) * part(cluster);
    const auto n = static_cast<double>(clusters_.size());
    if (!(n > 1) || squares < 1e-28 * scale_ * scale_) return 0;
    return squares * n / (n - 1);
}

double UnitClusters::variance(const UnitParts& baseline) const {
    double squares = baseline.squares;
    for (const auto& cluster : clusters_) squares += part(cluster) * (part(cluster) - 2 * baseline.parts[cluster.unit]);
    // Parts that cancel leave rounding behind.
    if (!(baseline.units > 1) || squares < 1e-14 * baseline.squares + 1e-28 * scale_ * scale_) return 0;
    return squares * baseline.units / (baseline.units - 1);
}

UnitParts::UnitParts(const RaterFrame& frame, const Table& values) : parts(frame.units()) {
    std::vector<double> counts(frame.units());
    double total = 0, count = 0;
    for (std::size_t row = 0; row < values.units(); ++row) {
        const std::size_t unit = frame.judgements().unit[row];
        for (std::size_t c = 0; c < values.raters(); ++c) {
            if (!values.has(row, c)) continue;
            parts[unit] += values.at(row, c);
            counts[unit] += 1;
        }
    }
    for (std::size_t unit = 0; unit < parts.size(); ++unit) {
        total += parts[unit];
        count += counts[unit];
        units += counts[unit] > 0 ? 1 : 0;
    }
    if (!(count > 0)) return;
    mean = total / count;
    for (std::size_t unit = 0; unit < parts.size(); ++unit) {
        parts[unit] = (parts[unit] - mean * counts[unit]) / count;
        squares += parts[unit] * parts[unit];
    }
}

} // namespace timbang::stats
