#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "stats/estimate.h"
#include "stats/table.h"

namespace timbang::stats {

/// Classical effects of raters on their scores. Saal, Downey & Lahey (1980), Psychol. Bull. 88; Myford & Wolfe (2003),
/// J. Appl. Meas. 4. Descriptions of scores, never of people: a rater who happens to see weak units looks strict unless
/// compared with other raters of the same units or with a reference.

inline constexpr std::string_view kNoReference = "stats.undefined-no-reference";    ///< no reference for these scores
inline constexpr std::string_view kNoTime = "stats.undefined-no-time";              ///< it is not known when
inline constexpr std::string_view kOneCriterion = "stats.undefined-one-criterion";  ///< needs two or more criteria
inline constexpr std::string_view kFewRows = "stats.undefined-few-rows";            ///< fewer than three rows

/// Scores in rows: a row is what one rater said of one unit, its columns are the criteria.
struct Judgements {
    Table values;                    ///< rows × criteria
    std::vector<std::size_t> rater;  ///< of each row; raters are numbered from 0 without gaps
    std::vector<std::size_t> unit;   ///< of each row; likewise
    std::vector<double> time;        ///< of each row in any unit, not finite = unknown; empty = all unknown
    Table reference;                 ///< rows × criteria, or empty
    std::optional<double> lowest, highest;  ///< ends of the scale; absent: smallest and largest score
};

/// What a score is compared with.
enum class Baseline : std::uint8_t {
    GrandMean,    ///< mean of all scores of all raters
    OtherRaters,  ///< mean of the other raters' scores of the same unit and criterion
    Reference     ///< the reference of the same unit and criterion
};

struct RaterEffectOptions {
    /// The grand mean needs neither references nor shared units; with either, choose them: they allow for the units.
    Baseline baseline = Baseline::GrandMean;
    double level = 0.95;
    std::size_t time_blocks = 2;          ///< ≥ 1
    /// What is known of each unit, e.g. Rasch measures, for the residual halo; not finite = unknown. Empty: the mean
    /// reference of the unit (Baseline::Reference), else the mean of all other raters' scores of it.
    std::vector<double> person_measures;
};

/// Rows of one rater between two times.
struct TimeBlock {
    double from = 0, to = 0;
    std::size_t rows = 0;
    Estimate severity;  ///< mean over rows of the mean distance to the baseline; t interval
};

/// Standard errors treat units as the sample: scores of one unit stand together (linearised, divisor one less than the
/// units), and so do the baseline's. Intervals are t with the rater's units − 1 degrees of freedom; none with one unit.
struct RaterEffects {
    std::size_t rows = 0, scores = 0, units = 0;
    double mean = 0;
    /// Mean distance to the baseline in points: above 0 = lenient. kOneRater, kNoReference.
    Defined<Estimate> severity = undefined(kNoData);

    /// Share of scores at either end of the scale; Wilson's interval, which takes scores as independent.
    Defined<Estimate> extreme_share = undefined(kNoData);
    /// Baseline's share of extremes − own: above 0 = keeps to the middle. As severity.
    Defined<Estimate> central_tendency = undefined(kNoData);
    /// Slope of the scores on the baseline (GrandMean: on the other raters): below 1 = pulled towards the middle; t
    /// with units − 2. kNoVariance where the baseline does not vary.
    Defined<Estimate> slope = undefined(kNoData);

    /// Standard deviation of the scores, divisor n − 1. kOneUnit with one score.
    Defined<double> sd = undefined(kNoData);
    /// sd over that of the references of the same scores (Reference), else over the raters' pooled sd: below 1 =
    /// narrower range. Interval on the logarithm. kNoVariance, kOneRater, kNoReference.
    Defined<Estimate> range_ratio = undefined(kNoData);

    /// Mean correlation between criteria over the rater's rows: 1 = one impression of all. Interval by jackknife over
    /// rows on Fisher's z. kOneCriterion, kFewRows, kNoVariance.
    Defined<Estimate> halo = undefined(kNoData);
    /// The same after what is known of the units is taken out (partial correlations): 0 = criteria are told apart as
    /// far as the units are alike in them. Also kOneRater, kNoReference.
    Defined<Estimate> residual_halo = undefined(kNoData);

    /// Slope over time, in points a unit of time, of a row's mean distance to the baseline: above 0 = gets more
    /// lenient; least squares, t with rows − 2. kNoTime, kFewRows, kNoVariance (all at one time), and as severity.
    Defined<Estimate> drift = undefined(kNoData);
    /// Severity of the last block − that of the first, Welch's interval. As drift.
    Defined<Estimate> change = undefined(kNoData);
    std::vector<TimeBlock> blocks;  ///< equally many rows each, as far as equal times allow; empty without drift
};

struct RaterReport {
    double grand_mean = 0;
    std::size_t scores = 0, units = 0, criteria = 0;
    std::vector<RaterEffects> raters;  ///< by number
};

/// Undefined: kNoData (no score at all). Time linear in the scores but for sorting and, for halo, pairs of criteria;
/// memory linear.
[[nodiscard]] Defined<RaterReport> rater_effects(const Judgements& judgements, const RaterEffectOptions& options = {});

} // namespace timbang::stats
