#include "stats/rater_effects.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/distributions.h"
#include "stats/rater_frame.h"
#include "stats/shares.h"

namespace timbang::stats {

namespace {

/// Lowest and highest score of the scale.
struct Ends {
    double low = std::numeric_limits<double>::max(), high = std::numeric_limits<double>::lowest();
};

Ends ends_of(const Judgements& judgements) {
    Ends ends;
    const auto& values = judgements.values;
    for (std::size_t row = 0; row < values.units(); ++row) {
        for (std::size_t c = 0; c < values.raters(); ++c) {
            if (!values.has(row, c)) continue;
            ends.low = std::min(ends.low, values.at(row, c));
            ends.high = std::max(ends.high, values.at(row, c));
        }
    }
    return {judgements.lowest.value_or(ends.low), judgements.highest.value_or(ends.high)};
}

/// 1 where the number is at an end of the scale, else 0.
Table extremes_of(const Table& values, const Ends& ends) {
    Table result(values.units(), values.raters());
    for (std::size_t row = 0; row < values.units(); ++row) {
        for (std::size_t c = 0; c < values.raters(); ++c) {
            if (!values.has(row, c)) continue;
            result.set(row, c, values.at(row, c) <= ends.low || values.at(row, c) >= ends.high ? 1 : 0);
        }
    }
    return result;
}

/// The scores of every rater about their own mean.
struct Ranges {
    explicit Ranges(const RaterFrame& frame) : parts_of(frame.judgements().values.units(), frame.criteria()) {
        const auto& values = frame.judgements().values;
        double squares = 0, df = 0;
        for (std::size_t rater = 0; rater < frame.raters(); ++rater) {
            Spread spread;
            each_score(frame, rater,
                       [&](std::size_t, std::size_t row, std::size_t c) { spread.add(values.at(row, c)); });
            spreads.push_back(spread);
            squares += spread.squares;
            df += std::max(0.0, spread.n - 1);
        }
        if (!(squares > 0)) return;
        pooled_sd = std::sqrt(squares / df);
        for (std::size_t rater = 0; rater < frame.raters(); ++rater) {
            each_score(frame, rater, [&](std::size_t, std::size_t row, std::size_t c) {
                const double apart = (values.at(row, c) - spreads[rater].mean) / pooled_sd;
                parts_of.set(row, c, apart * apart / 2);
            });
        }
    }

    std::vector<Spread> spreads;  ///< by rater
    double pooled_sd = 0;         ///< 0 where no rater's scores vary
    Table parts_of;               ///< what each score adds to the logarithm of the pooled sd, times the scores
};

/// Everything that is known of all raters together.
struct Whole {
    explicit Whole(const Judgements& judgements)
        : frame(judgements), ends(ends_of(judgements)), extreme_values(extremes_of(judgements.values, ends)),
          extreme_references(extremes_of(judgements.reference, ends)),
          scores(frame, judgements.values, judgements.reference),
          extremes(frame, extreme_values, extreme_references), ranges(frame), range_parts(frame, ranges.parts_of) {}
    Whole(const Whole&) = delete;
    Whole& operator=(const Whole&) = delete;

    RaterFrame frame;
    Ends ends;
    Table extreme_values, extreme_references;
    Measure scores, extremes;
    Ranges ranges;
    UnitParts range_parts;
};

/// One rater of the whole.
class Rater {
public:
    Rater(const Whole& whole, const RaterEffectOptions& options, std::size_t rater)
        : whole_(whole), options_(options), rater_(rater),
          baseline_(whole.scores.baseline(whole.frame, options.baseline, rater)) {
        each_score(whole.frame, rater, [&](std::size_t i, std::size_t, std::size_t c) { any_ |= baseline_.has(i, c); });
    }

    [[nodiscard]] RaterEffects effects() const {
        RaterEffects result;
        fill_counts(result);
        if (result.scores == 0) return result;
        result.severity = contrast(whole_.scores, baseline_);
        const auto extremes = whole_.extremes.baseline(whole_.frame, options_.baseline, rater_);
        result.central_tendency = turned(contrast(whole_.extremes, extremes));
        fill_extremes(result);
        result.slope = slope();
        result.range_ratio = range_ratio();
        fill_halo(whole_.frame, whole_.scores.sums, options_, rater_, result);
        fill_drift(whole_.frame, distances(), options_, rater_, result);
        return result;
    }

private:
    [[nodiscard]] std::size_t unit(std::size_t row) const { return whole_.frame.judgements().unit[row]; }
    [[nodiscard]] double score(std::size_t row, std::size_t c) const { return whole_.scores.values.at(row, c); }

    /// Why there is nothing to compare with.
    [[nodiscard]] std::optional<base::Error> alone() const {
        if (options_.baseline == Baseline::Reference) {
            return any_ ? std::nullopt : std::optional(undefined(kNoReference));
        }
        return any_ && whole_.frame.raters() > 1 ? std::nullopt : std::optional(undefined(kOneRater));
    }

    void fill_counts(RaterEffects& result) const {
        const auto rows = whole_.frame.rows(rater_);
        const auto& spread = whole_.ranges.spreads[rater_];
        result.rows = rows.size();
        result.scores = static_cast<std::size_t>(spread.n);
        result.mean = spread.mean;
        if (spread.n > 1) result.sd = spread.sd();
        else if (spread.n > 0) result.sd = undefined(kOneUnit);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            result.units += i == 0 || unit(rows[i]) != unit(rows[i - 1]) ? 1 : 0;
        }
    }

    void fill_extremes(RaterEffects& result) const {
        double count = 0;
        each_score(whole_.frame, rater_, [&](std::size_t, std::size_t row, std::size_t c) {
            count += whole_.extreme_values.at(row, c);
        });
        result.extreme_share = share(count, static_cast<double>(result.scores), options_.level);
    }

    /// Mean of the measure less its baseline.
    [[nodiscard]] Defined<Estimate> contrast(const Measure& measure, const Table& baseline) const {
        if (auto reason = alone()) return *std::move(reason);
        const bool grand = options_.baseline == Baseline::GrandMean;
        UnitClusters clusters(measure.scale);
        each_score(whole_.frame, rater_, [&](std::size_t i, std::size_t row, std::size_t c) {
            if (!baseline.has(i, c)) return;
            clusters.add(unit(row), measure.values.at(row, c) - (grand ? 0 : baseline.at(i, c)));
        });
        const double variance = grand ? clusters.variance(measure.parts) : clusters.variance();
        const double estimate = clusters.mean() - (grand ? measure.parts.mean : 0);
        return with_interval(estimate, variance, clusters.units());
    }

    [[nodiscard]] Estimate with_interval(double estimate, double variance, std::size_t units) const {
        if (units < 2) return {estimate, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
        return with_t_interval(estimate, std::sqrt(variance), static_cast<double>(units) - 1, options_.level);
    }

    [[nodiscard]] static Defined<Estimate> turned(Defined<Estimate> found) {
        if (!found) return found;
        found->estimate = -found->estimate;
        if (auto& limits = found->interval) limits = Interval{-limits->high, -limits->low, limits->level};
        return found;
    }

    /// Score less baseline, by the rater's rows.
    [[nodiscard]] Table distances() const {
        Table result(baseline_.units(), baseline_.raters());
        if (alone()) return result;
        each_score(whole_.frame, rater_, [&](std::size_t i, std::size_t row, std::size_t c) {
            if (baseline_.has(i, c)) result.set(i, c, score(row, c) - baseline_.at(i, c));
        });
        return result;
    }

    [[nodiscard]] Defined<Estimate> slope() const {
        if (auto reason = alone()) return *std::move(reason);
        const auto against = options_.baseline == Baseline::GrandMean
                                 ? whole_.scores.baseline(whole_.frame, Baseline::OtherRaters, rater_)
                                 : baseline_;
        Spread x, y;
        double products = 0;
        each_score(whole_.frame, rater_, [&](std::size_t i, std::size_t row, std::size_t c) {
            if (!against.has(i, c)) return;
            const double before = against.at(i, c) - x.mean;
            x.add(against.at(i, c));
            y.add(score(row, c));
            products += before * (score(row, c) - y.mean);
        });
        if (!(x.n > 0)) return undefined(kOneRater);
        if (!x.varies()) return undefined(kNoVariance);
        const double b = products / x.squares;
        // Of each score's pull on the slope; their mean is zero.
        UnitClusters clusters(whole_.scores.scale * whole_.scores.scale);
        each_score(whole_.frame, rater_, [&](std::size_t i, std::size_t row, std::size_t c) {
            if (!against.has(i, c)) return;
            const double at = against.at(i, c) - x.mean;
            clusters.add(unit(row), at * (score(row, c) - y.mean - b * at));
        });
        if (clusters.units() < 3) return Estimate{b, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
        const double se = std::sqrt(clusters.variance()) * clusters.count() / x.squares;
        return with_t_interval(b, se, static_cast<double>(clusters.units()) - 2, options_.level);
    }

    [[nodiscard]] Defined<Estimate> range_ratio() const {
        if (auto reason = alone()) return *std::move(reason);
        const bool paired = options_.baseline == Baseline::Reference;
        Spread own, other;
        each_score(whole_.frame, rater_, [&](std::size_t i, std::size_t row, std::size_t c) {
            if (paired && !baseline_.has(i, c)) return;
            own.add(score(row, c));
            if (paired) other.add(baseline_.at(i, c));
        });
        const double against = paired ? other.sd() : whole_.ranges.pooled_sd;
        if (!own.varies() || !(against > 0)) return undefined(kNoVariance);
        UnitClusters clusters(1);  // of each score's pull on the logarithm of the ratio
        each_score(whole_.frame, rater_, [&](std::size_t i, std::size_t row, std::size_t c) {
            if (paired && !baseline_.has(i, c)) return;
            const double apart = (score(row, c) - own.mean) / own.sd();
            const double beside = paired ? (baseline_.at(i, c) - other.mean) / other.sd() : 0;
            clusters.add(unit(row), (apart * apart - beside * beside) / 2);
        });
        const double variance = paired ? clusters.variance() : clusters.variance(whole_.range_parts);
        auto result = with_interval(std::log(own.sd() / against), variance, clusters.units());
        result.estimate = own.sd() / against;
        if (result.se) *result.se *= result.estimate;
        if (const auto log = result.interval) result.interval = {std::exp(log->low), std::exp(log->high), log->level};
        return result;
    }

    const Whole& whole_;
    const RaterEffectOptions& options_;
    std::size_t rater_;
    Table baseline_;
    bool any_ = false;  ///< some score has a baseline
};

} // namespace

Defined<RaterReport> rater_effects(const Judgements& judgements, const RaterEffectOptions& options) {
    if (judgements.values.count() == 0) return undefined(kNoData);
    const Whole whole(judgements);
    RaterReport report;
    report.grand_mean = whole.scores.parts.mean;
    report.scores = judgements.values.count();
    report.units = static_cast<std::size_t>(whole.scores.parts.units);
    report.criteria = whole.frame.criteria();
    for (std::size_t rater = 0; rater < whole.frame.raters(); ++rater) {
        report.raters.push_back(Rater(whole, options, rater).effects());
    }
    return report;
}

} // namespace timbang::stats
