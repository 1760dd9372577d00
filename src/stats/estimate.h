#pragma once

#include <optional>
#include <string_view>

#include "base/result.h"

namespace timbang::stats {

/// A value, or the reason why there is none. Statistics never return NaN or infinity: what cannot be computed from the
/// data is `undefined(reason)`, whose code stands in the message catalogue.
template <class T> using Defined = base::Result<T>;

/// Reasons for an undefined statistic: codes of `undefined`. Each has a sentence in the catalogue ("stats.<code>").
inline constexpr std::string_view kNoData = "stats.undefined-no-data";                ///< no rating at all
inline constexpr std::string_view kOneUnit = "stats.undefined-one-unit";              ///< fewer units than the formula needs
inline constexpr std::string_view kOneRater = "stats.undefined-one-rater";            ///< fewer than two raters
inline constexpr std::string_view kNotTwoRaters = "stats.undefined-not-two-raters";   ///< defined for exactly two raters
inline constexpr std::string_view kNoPairs = "stats.undefined-no-pairs";              ///< no unit has two ratings
inline constexpr std::string_view kOneCategory = "stats.undefined-one-category";      ///< chance agreement is 1: nothing to correct
inline constexpr std::string_view kNoVariance = "stats.undefined-no-variance";        ///< every value is equal
inline constexpr std::string_view kNotNumeric = "stats.undefined-not-numeric";        ///< categories are words, the formula needs numbers
inline constexpr std::string_view kMissing = "stats.undefined-missing";               ///< the formula needs a complete table
inline constexpr std::string_view kSingular = "stats.undefined-singular";             ///< the equations have no single solution
inline constexpr std::string_view kNotConverged = "stats.undefined-not-converged";    ///< the search for a solution did not end
inline constexpr std::string_view kRatersUnknown = "stats.undefined-raters-unknown";  ///< counts do not say which rater gave what
inline constexpr std::string_view kNegative = "stats.undefined-negative";             ///< a ratio scale has no value below zero
inline constexpr std::string_view kNotTwoCategories = "stats.undefined-not-two-categories"; ///< defined for two categories
inline constexpr std::string_view kTooManyRaters = "stats.undefined-too-many-raters"; ///< every pair of raters would take too long
inline constexpr std::string_view kTooManyUnits = "stats.undefined-too-many-units";   ///< a table of counts stands for more units than fit

/// The reason `code` (one of the constants above, or one that the calling header documents) as an error.
[[nodiscard]] base::Error undefined(std::string_view code, base::Args args = {});

/// Limits between which the true value lies with probability `level`, if the method's assumptions hold.
struct Interval {
    double low = 0;
    double high = 0;
    double level = 0.95;
};

/// A coefficient with how sure it is. What the chosen convention does not give stays empty.
struct Estimate {
    double estimate = 0;
    std::optional<double> se;          ///< standard error by the named convention
    std::optional<Interval> interval;
    std::optional<double> p_observed;  ///< observed (weighted) agreement
    std::optional<double> p_expected;  ///< agreement expected by chance
};

} // namespace timbang::stats
