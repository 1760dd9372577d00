#pragma once

#include <cstdint>
#include <string_view>

#include "stats/estimate.h"

namespace timbang::stats {

/// Signal detection: how well somebody tells units that have something (signal) from units that have not (noise), apart
/// from how readily they say that it is there. Green & Swets (1966), Signal Detection Theory and Psychophysics.

inline constexpr std::string_view kNoSignal = "stats.undefined-no-signal";        ///< no unit has what was looked for
inline constexpr std::string_view kNoNoise = "stats.undefined-no-noise";          ///< every unit has it
inline constexpr std::string_view kNothingSaid = "stats.undefined-nothing-said";  ///< it was never said to be there
inline constexpr std::string_view kExtremeRate = "stats.undefined-extreme-rate";  ///< an uncorrected rate is 0 or 1

struct DetectionCounts {
    std::uint64_t hits = 0;                ///< there and said
    std::uint64_t misses = 0;              ///< there and not said
    std::uint64_t false_alarms = 0;        ///< not there and said
    std::uint64_t correct_rejections = 0;  ///< not there and not said
};

enum class RateCorrection : std::uint8_t {
    LogLinear,      ///< (count + ½)/(n + 1) for every rate: Hautus (1995), Behav. Res. Methods 27
    LogLinearAtEnds,///< the same for both rates, but only where one of them is 0 or 1
    HalfTrial,      ///< 0 becomes 1/(2n), 1 becomes 1 − 1/(2n): Macmillan & Kaplan (1985), Psychol. Bull. 98
    None
};

struct DetectionOptions {
    RateCorrection correction = RateCorrection::LogLinear;  ///< always, so that people with and without a 0 compare
    double level = 0.95;
};

/// H is the hit rate and F the false-alarm rate, both after the correction; z the normal quantile.
struct Detection {
    DetectionCounts counts;
    Defined<Estimate> hit_rate;          ///< H; Wilson's interval from the counts as they are. kNoSignal
    Defined<Estimate> false_alarm_rate;  ///< F; likewise. kNoNoise
    Defined<Estimate> d_prime;           ///< z(H) − z(F), 0 = guessing; se: Gourevitch & Galanter (1967). kExtremeRate
    Defined<Estimate> criterion;         ///< c = −(z(H) + z(F))/2: above 0 = says so reluctantly
    Defined<double> threshold;           ///< −z(F)
    Defined<double> ln_beta;             ///< (z(F)² − z(H)²)/2
    Defined<double> beta;                ///< e^ln_beta: the likelihood ratio from which on it is said
    Defined<double> a_prime;             ///< ½ = guessing; Pollack & Norman (1964), H < F: Aaronson & Watts (1987)
};
[[nodiscard]] Detection detection(const DetectionCounts& counts, const DetectionOptions& options = {});

/// What can be said where correct rejections cannot be counted: places without a problem have no number. Shares carry
/// Wilson's interval.
struct Findings {
    Defined<Estimate> recall;     ///< found of those there. kNoSignal
    Defined<Estimate> precision;  ///< there of those said. kNothingSaid
    Defined<double> f1;           ///< harmonic mean: 2·found/(2·found + missed + false alarms). kNoData
};
[[nodiscard]] Findings findings(std::uint64_t found, std::uint64_t missed, std::uint64_t false_alarms,
                                double level = 0.95);

} // namespace timbang::stats
