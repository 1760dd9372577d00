#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "stats/estimate.h"

namespace timbang::stats {

/// How far stated probabilities come true. `p` holds probabilities from 0 to 1 and `y` (equally long) whether it came
/// true, 0 or 1. For the confidence in a decision y is "the decision equals the reference".

/// A probability below 0, above 1 or not a number; arg `row` counts from 1.
inline constexpr std::string_view kNotProbability = "stats.undefined-not-probability";

using Probabilities = std::span<const double>;
using Outcomes = std::span<const std::uint8_t>;

/// Mean of (p − y)²: 0 best, 0.25 for always ½. Standard error sd/√n, t interval. Brier (1950), Mon. Weather Rev. 78.
/// Undefined: kNoData, kNotProbability.
[[nodiscard]] Defined<Estimate> brier_score(Probabilities p, Outcomes y, double level = 0.95);

/// Units with one probability, or one mean probability.
struct ProbabilityClass {
    double p = 0;
    std::uint64_t n = 0;
    std::uint64_t events = 0;  ///< of the n that came true
};
/// One class for each probability that occurs, in rising order. Undefined as `brier_score`.
[[nodiscard]] Defined<std::vector<ProbabilityClass>> probability_classes(Probabilities p, Outcomes y);

/// Brier score = reliability − resolution + uncertainty.
struct Murphy {
    double brier = 0;
    double reliability = 0;   ///< Σ n(p − rate)²/N: 0 = what is stated comes true
    double resolution = 0;    ///< Σ n(rate − base rate)²/N: how far the classes differ
    double uncertainty = 0;   ///< base rate·(1 − base rate)
    double base_rate = 0;     ///< share that came true
    double ece_by_class = 0;  ///< Σ n|p − rate|/N
    double mce_by_class = 0;  ///< largest |p − rate|
    Defined<double> skill = undefined(kNoVariance);  ///< 1 − brier/uncertainty; kNoVariance where all or none came true
};
/// Murphy (1973), J. Appl. Meteorol. 12. Exact only for classes of equal probabilities. Undefined: kNoData,
/// kNotProbability.
[[nodiscard]] Defined<Murphy> murphy(std::span<const ProbabilityClass> classes);

/// How bins are made. Widths are the default: bins then mean the same in every table.
enum class Binning : std::uint8_t {
    EqualWidth,   ///< (low, high], the first with 0 as well: a limit belongs to the lower bin
    EqualCount    ///< as many units in each as ties of p allow
};
struct CalibrationOptions {
    int bins = 10;                           ///< ≥ 1
    Binning binning = Binning::EqualWidth;
    double level = 0.95;
};
struct CalibrationBin {
    double low = 0, high = 0;   ///< limits; for EqualCount the smallest and largest probability in it
    std::size_t n = 0;
    double mean_p = 0;          ///< 0 without units
    Defined<Estimate> rate = undefined(kNoData);  ///< share that came true, Wilson's interval; kNoData without units
};
/// Distances between mean probability and share that came true.
struct Calibration {
    std::vector<CalibrationBin> bins;  ///< empty ones too
    double ece = 0;    ///< expected calibration error: mean distance over units (l1)
    double rmsce = 0;  ///< root of the mean squared distance (l2)
    double mce = 0;    ///< largest distance
    std::size_t n = 0;
};
/// Naeini, Cooper & Hauskrecht (2015), AAAI 29. Undefined as `brier_score`.
[[nodiscard]] Defined<Calibration> calibration(Probabilities p, Outcomes y, const CalibrationOptions& options = {});

/// Where probabilities of 0 and 1 are cut for the logarithm.
enum class LogClip : std::uint8_t {
    Epsilon,   ///< 2⁻⁵² from 0 and 1 (scikit-learn from 1.2 on)
    Fixed      ///< 10⁻¹⁵ (scikit-learn before)
};
/// Mean of −ln of the probability given to what came. Standard error sd/√n, t interval. Undefined as `brier_score`.
[[nodiscard]] Defined<Estimate> log_loss(Probabilities p, Outcomes y, LogClip clip = LogClip::Epsilon,
                                         double level = 0.95);

/// The confidence in decisions against their being right.
struct Confidence {
    std::size_t n = 0;
    double mean_confidence = 0;
    Estimate accuracy;                 ///< share of right decisions, Wilson's interval
    Estimate over_confidence;          ///< mean confidence − accuracy: above 0 = surer than right; t interval of p − y
    double brier = 0;
    Defined<Estimate> resolution_gap;  ///< mean confidence when right − when wrong, Welch's interval; kNoVariance where
                                       ///< all are right or all are wrong
};
/// Lichtenstein, Fischhoff & Phillips (1982), Judgment under Uncertainty, ch. 22. Undefined as `brier_score`.
[[nodiscard]] Defined<Confidence> confidence_summary(Probabilities p, Outcomes y, double level = 0.95);

} // namespace timbang::stats
