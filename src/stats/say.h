#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "stats/agreement.h"
#include "stats/concordance_many.h"
#include "stats/icc.h"

namespace timbang::stats {

/// What results mean, in plain words: keys of the catalogue ("stats.…") with arguments. A sentence tells what the
/// number says and how sure it is (interval, units); a warning tells when it cannot say much. Numbers in sentences are
/// rounded, those in results are not.

/// A number as an argument of a message, rounded; words for what does not fit an exact fraction (above 10¹²).
[[nodiscard]] base::Arg rounded(double value, int decimals);
/// A share between 0 and 1 as an argument in percent: with one decimal where that is not zero.
[[nodiscard]] base::Arg in_percent(double share);

/// What is worth knowing about ratings before believing a coefficient.
struct RatingFacts {
    std::uint64_t units = 0;          ///< rated at least once
    std::uint64_t paired_units = 0;   ///< rated at least twice
    std::uint64_t ratings = 0;
    std::uint64_t cells = 0;          ///< places for a rating; 0 where that is not known (counts)
    std::size_t raters = 0;
    std::size_t most_used = 0;        ///< position of the category that occurs most
    double most_used_share = 0;       ///< its share of all ratings
};
[[nodiscard]] RatingFacts facts(const Ratings& ratings);

/// Fewer paired units than this give a warning: the interval of a middling kappa is then wider than ±0.3.
inline constexpr std::uint64_t kFewUnits = 20;
/// A category with this share of the ratings or more gives a warning (the kappa paradox: Feinstein & Cicchetti 1990).
inline constexpr double kDominant = 0.8;
/// An interval wider than this gives a warning.
inline constexpr double kWideInterval = 0.4;

/// What an estimate rests on.
enum class Counted : std::uint8_t { units, decisions, persons, ratings };

/// How sure an estimate is from `n` of what is counted. `chance` is the value that chance alone gives; an interval that
/// holds it says so.
[[nodiscard]] base::Message how_sure(const Estimate& estimate, std::uint64_t n, double chance = 0,
                                     Counted counted = Counted::units);

/// The sentences about one coefficient of agreement, which is called as in JSON ("fleiss_kappa"), or why there is none.
[[nodiscard]] std::vector<base::Message> say_coefficient(std::string_view name, const Defined<Coefficient>& coefficient,
                                                         const RatingFacts& facts, bool weighted);

/// The sentences about one form of the intraclass correlation.
[[nodiscard]] std::vector<base::Message> say_icc(IccForm form, const Icc& icc, const Anova& anova);

/// The sentences about Kendall's W.
[[nodiscard]] std::vector<base::Message> say_kendall(const KendallW& w);

/// What to keep in mind for all coefficients of the report.
[[nodiscard]] std::vector<base::Message> warn_agreement(const AgreementReport& report, const RatingFacts& facts,
                                                        Level level);

} // namespace timbang::stats
