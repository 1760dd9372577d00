#pragma once

#include <string>
#include <vector>

#include "insight/habits.h"

namespace timbang::insight {

/// How far something is learned. It can fall again: only the newest decisions count.
enum class Level : std::uint8_t {
    New,      ///< not decided yet
    Learning,
    Steady,   ///< the lower end of the interval is at least kSteadyFrom
    Mastered  ///< Steady, and at least kMasteredShare exact in each of the kSittings newest sittings
};

inline constexpr std::size_t kWindow = 12;      ///< newest mixed decisions that count
inline constexpr double kSteadyFrom = 0.6;      ///< lower end of their 90 % interval (Wilson)
inline constexpr double kMasteredShare = 0.8;
inline constexpr int kSittings = 3;

/// Places of the decisions that mastery counts: unseen items (`unseen_places`), and *mixed*. A decision is mixed when its
/// session holds decisions on more than one right, or when its case was not announced as training one thing (re-practice):
/// who knows what is asked finds it more easily.
[[nodiscard]] std::vector<std::size_t> mixed_places(const std::vector<DecisionRow>& rows);

struct Mastery {
    std::string id;              ///< "framework/criterion", indicator type ("structure"), or problem type
    Level level = Level::New;
    ShareInterval recent;        ///< of the newest kWindow mixed decisions: exact; of problems: found of met
    int decisions = 0;           ///< all mixed ones
    int sittings = 0;            ///< sessions of the mixed ones
    bool few = true;             ///< fewer than kFew mixed decisions: the number may be chance
    base::Message level_word;    ///< "mastery.new" …
    base::Message sentence;      ///< what it rests on; says so where the numbers are small
};

/// By right: those decided first the most decided, then those of `known` ("framework/criterion") that are New.
[[nodiscard]] std::vector<Mastery> mastery_by_right(const std::vector<DecisionRow>& rows,
                                                    const std::vector<std::string>& known = {});
/// Structure, process, outcome, in this order.
[[nodiscard]] std::vector<Mastery> mastery_by_type(const std::vector<DecisionRow>& rows);
/// By problem type: found of met. `known`: ids of types that are listed as New when they were not met.
[[nodiscard]] std::vector<Mastery> mastery_by_problem(const std::vector<DecisionRow>& rows,
                                                      const std::vector<std::string>& known = {});

} // namespace timbang::insight
