#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "stats/detection_auc.h"
#include "stats/estimate.h"

namespace timbang::stats {

/// Certainty-based marking: a decision comes with one of three levels of certainty; right gives 1, 2 or 3 marks, wrong
/// 0, −2 or −6. Whoever says what they believe gets most on average: level 1 below ⅔ chance of being right, level 3
/// above ⅘. Gardner-Medwin (1995), ALT-J 3; Gardner-Medwin & Gahan (2003), Proc. 7th International CAA Conference.
enum class Certainty : std::uint8_t { Unsure = 1, Fairly = 2, Sure = 3 };
inline constexpr std::array kCertainties{Certainty::Unsure, Certainty::Fairly, Certainty::Sure};

[[nodiscard]] int certainty_mark(Certainty certainty, bool right);
/// Mean mark where `chance` (0 … 1) is that of being right.
[[nodiscard]] double expected_mark(Certainty certainty, double chance);
/// The level with the highest expected mark; the lower one at ⅔ and ⅘, where two are equal.
[[nodiscard]] Certainty best_certainty(double chance);
/// Lowest and highest chance at which the level is best: 0 … ⅔, ⅔ … ⅘, ⅘ … 1.
[[nodiscard]] std::pair<double, double> best_range(Certainty certainty);

struct CertainDecision {
    Certainty certainty = Certainty::Unsure;
    bool right = false;
};

/// What the decisions at one level tell. A reading other than Open needs the whole interval beyond the level's range.
enum class CertaintyReading : std::uint8_t {
    Open,         ///< nothing else can be said: the interval reaches into the range, or there are no decisions
    TooSure,      ///< right less often than the level is worth
    TooCautious   ///< right more often
};
struct CertaintyLevel {
    std::size_t n = 0, right = 0;
    Defined<Estimate> share = undefined(kNoData);  ///< right of n, Wilson's interval; kNoData without decisions
    CertaintyReading reading = CertaintyReading::Open;
    int marks = 0;
};
struct CertaintySummary {
    std::array<CertaintyLevel, 3> levels;  ///< in the order of kCertainties
    std::size_t n = 0;
    int marks = 0;
    Estimate mean_mark;        ///< −6 … 3, t interval
    double best_fixed = 0;     ///< mean mark if one level, the best for the whole, had been said every time
    std::size_t sure_and_different = 0;  ///< wrong at level 3: to be looked at first
    /// Whether certainty tells right from wrong: the chance that a right decision has the higher level than a wrong
    /// one, ties half. kNoSignal: none right; kNoNoise: none wrong.
    Defined<RocAuc> telling = undefined(kNoData);
};
/// Undefined: kNoData.
[[nodiscard]] Defined<CertaintySummary> certainty_summary(std::span<const CertainDecision> decisions,
                                                          double level = 0.95);

} // namespace timbang::stats
