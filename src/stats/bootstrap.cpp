#include "stats/bootstrap.h"

#include <algorithm>

#include "stats/bootstrap_units.h"
#include "stats/krippendorff_parts.h"

namespace timbang::stats {
namespace {

/// Up to so many occurring categories an ordinal resample adds coincidences; above, it goes through the units again.
constexpr std::size_t kFewCategories = 10;

/// Rows of numbers, one a unit, whose sums over the drawn units give alpha: category totals, then disagreement (one
/// number, or coincidences o_ck for c < k where the metric changes with the totals).
class Features {
public:
    Features(const UnitCounts& units, const AlphaMetric& metric, const std::vector<std::size_t>& used)
        : used_(used), by_coincidence_(metric.level() == Level::ordinal) {
        const std::size_t q = used.size();
        width_ = q + (by_coincidence_ ? q * (q - 1) / 2 : 1);
        width_ += width_ % 2; // pairs of numbers are added at once
        rows_.assign(units.size() * width_, 0.0);
        std::vector<std::size_t> place(units.categories, 0);
        for (std::size_t k = 0; k < q; ++k) place[used[k]] = k;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const double total = units.total[i];
            if (!units.paired(i)) continue;
            double* row = rows_.data() + i * width_;
            const auto unit = units.unit(i);
            for (const auto& entry : unit) row[place[entry.category]] = entry.count;
            if (!by_coincidence_) {
                row[q] = metric.pairs(unit, total) / (total - 1);
                continue;
            }
            for (std::size_t b = 0; b < unit.size(); ++b) {
                for (std::size_t a = 0; a < b; ++a) {
                    row[cell(place[unit[a].category], place[unit[b].category])] =
                        2.0 * unit[a].count * unit[b].count / (total - 1);
                }
            }
        }
    }

    std::size_t width() const { return width_; }
    const double* row(std::size_t i) const { return rows_.data() + i * width_; }

    std::optional<double> alpha(const std::vector<double>& sum, AlphaMetric& metric,
                                std::vector<double>& pooled) const {
        const std::size_t q = used_.size();
        double ratings = 0;
        for (std::size_t k = 0; k < q; ++k) {
            pooled[used_[k]] = sum[k];
            ratings += sum[k];
        }
        metric.settle(pooled);
        double observed = by_coincidence_ ? 0 : sum[q];
        for (std::size_t b = 1; by_coincidence_ && b < q; ++b) {
            for (std::size_t a = 0; a < b; ++a) observed += sum[cell(a, b)] * metric.distance(used_[a], used_[b]);
        }
        const double expected = metric.pairs(pooled);
        if (!(expected > 1e-14 * ratings * ratings)) return std::nullopt;
        return 1 - (ratings - 1) * observed / expected;
    }

private:
    std::size_t cell(std::size_t a, std::size_t b) const { return used_.size() + b * (b - 1) / 2 + a; }

    const std::vector<std::size_t>& used_;
    bool by_coincidence_;
    std::size_t width_ = 0;
    std::vector<double> rows_;
};

/// Two numbers at a time in two sums, so that additions do not wait for each other.
void add_rows(const Features& features, std::span<const std::uint32_t> entries, std::vector<double>& sum) {
    const std::size_t width = features.width();
    double* into = sum.data();
    std::fill(sum.begin(), sum.end(), 0.0);
    for (const std::uint32_t entry : entries) {
        const double* row = features.row(entry);
        for (std::size_t j = 0; j < width; j += 2) {
            into[j] += row[j];
            into[j + 1] += row[j + 1];
        }
    }
}

void add_rows(const Features& features, std::span<const double> times, std::vector<double>& sum) {
    std::fill(sum.begin(), sum.end(), 0.0);
    for (std::size_t i = 0; i < times.size(); ++i) {
        for (std::size_t j = 0; times[i] > 0 && j < sum.size(); ++j) sum[j] += times[i] * features.row(i)[j];
    }
}

std::vector<double> by_features(const UnitCounts& units, AlphaMetric& metric, const std::vector<std::size_t>& used,
                                const Conventions& conventions) {
    const Features features(units, metric, used);
    UnitSampler sampler(units.times, conventions.seed);
    std::vector<double> values;
    std::vector<double> sum(features.width());
    std::vector<double> pooled(units.categories, 0.0);
    std::vector<std::uint32_t> entries(sampler.single() ? units.size() : 0);
    std::vector<double> times(sampler.single() ? 0 : units.size());
    values.reserve(conventions.resamples);
    for (std::uint32_t b = 0; b < conventions.resamples; ++b) {
        if (sampler.single()) {
            sampler.draw_entries(entries);
            add_rows(features, entries, sum);
        } else {
            sampler.draw(times);
            add_rows(features, times, sum);
        }
        if (const auto value = features.alpha(sum, metric, pooled)) values.push_back(*value);
    }
    return values;
}

std::vector<double> by_units(const UnitCounts& units, AlphaMetric& metric, const Conventions& conventions) {
    UnitSampler sampler(units.times, conventions.seed);
    std::vector<double> times(units.size());
    std::vector<double> values;
    for (std::uint32_t b = 0; b < conventions.resamples; ++b) {
        sampler.draw(times);
        const AlphaSums sums = alpha_sums(units, metric, times);
        if (sums.defined()) values.push_back(sums.alpha());
    }
    return values;
}

} // namespace

Defined<Bootstrap> bootstrap_alpha(const Ratings& ratings, Level level, const Conventions& conventions) {
    auto basis = AlphaBasis::of(ratings, level);
    if (!basis.ok()) return basis.error();
    const AlphaSums& sums = basis->sums;
    std::vector<std::size_t> used;
    for (std::size_t k = 0; k < sums.pooled.size(); ++k) {
        if (sums.pooled[k] > 0) used.push_back(k);
    }
    const bool few = used.size() <= kFewCategories;
    auto values = few ? by_features(basis->units, basis->metric, used, conventions)
                      : by_units(basis->units, basis->metric, conventions);
    const auto without = static_cast<std::uint32_t>(conventions.resamples - values.size());
    const auto made = summary(std::move(values), without, conventions.confidence);
    if (!made) return undefined(kOneCategory);
    return *made;
}

} // namespace timbang::stats
