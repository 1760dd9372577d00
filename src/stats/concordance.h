#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "stats/estimate.h"
#include "stats/table.h"

namespace timbang::stats {

/// How near two raters' numbers for the same units are. Units with a missing cell are left out and counted. Undefined:
/// kNotTwoRaters for more than two raters, else as `complete_of`.

enum class CccMoments : std::uint8_t {
    PerUnit,        ///< variances divide by n (Lin 1989; epiR)
    PerDegree       ///< variances divide by n − 1
};
enum class CccInterval : std::uint8_t {
    FisherZ,        ///< atanh of the coefficient ± z·se/(1 − ccc²): stays within −1 … 1
    Asymptotic      ///< the coefficient ± z·se
};
struct CccOptions {
    double level = 0.95;
    CccMoments moments = CccMoments::PerUnit;
    CccInterval interval = CccInterval::FisherZ;  ///< FisherZ: Lin's own advice, nearer to the normal
};

/// Lin's concordance correlation: 1 when every pair lies on the line of equal numbers.
struct LinCcc {
    Estimate coefficient;                   ///< se with three or more units that do not agree perfectly
    std::optional<Interval> z_interval;     ///< both intervals, whichever `coefficient` carries
    std::optional<Interval> asymptotic_interval;
    std::optional<double> pearson;          ///< r: how near the points are to some line
    std::optional<double> bias_correction;  ///< C_b = ccc/r: how near that line is to the one of equal numbers
    std::optional<double> scale_shift;      ///< s_first/s_second (epiR prints the inverse)
    std::optional<double> location_shift;   ///< u = (m_first − m_second)/√(s_first·s_second)
    std::size_t units = 0, left_out = 0;
};

/// Lin (1989), Biometrics 45, variance as corrected in Lin (2000), Biometrics 56. Where one rater gave the same number
/// to every unit the coefficient is 0 and r, C_b and the shifts are absent; kNoVariance when all numbers are equal.
[[nodiscard]] Defined<LinCcc> lin_ccc(const Table& table, const CccOptions& options = {});

struct BlandAltmanOptions {
    double level = 0.95;                     ///< of the intervals, and the share of units the limits should hold
    std::optional<double> multiplier;        ///< of the SD for the limits; empty: normal quantile of `level` (1.95996)
};

/// Limits of agreement: differences first − second.
struct BlandAltman {
    Estimate bias;              ///< mean difference, se = sd/√n, t interval
    double sd = 0;              ///< of the differences, divisor n − 1
    Estimate lower, upper;      ///< bias ∓ multiplier·sd; se = sd·√(1/n + m²/(2(n − 1))), t interval
    std::size_t units = 0, left_out = 0;
};

/// Bland & Altman (1986), Lancet i; standard errors of the limits as in Bland & Altman (1999), Stat. Methods Med.
/// Res. 8. Differences that are all equal have no intervals.
[[nodiscard]] Defined<BlandAltman> bland_altman(const Table& table, const BlandAltmanOptions& options = {});

} // namespace timbang::stats
