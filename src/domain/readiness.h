#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/rational.h"
#include "base/text.h"
#include "domain/readiness_event.h"
#include "domain/session.h"

namespace timbang::domain {

// A readiness check: an assessed session on indicators drawn from a sealed pool. Only the counts that its policy asks for are
// kept; nothing tells how a single indicator went.

/// How many problems of a type have to be found, of those that the draw has.
enum class FoundNeed : std::uint8_t { All, AllButOne, Share };

struct CriticalProblem {
    std::string type;             ///< id of a problem type of the framework
    FoundNeed found = FoundNeed::All;
    int share = 100;              ///< percent, of Share
    int drawn = 1;                ///< every full draw has at least so many items with it
    std::string reading;          ///< id of a lesson, "" none

    /// Of so many: rounded up, at least one of one; 0 of none.
    [[nodiscard]] int needed(int of) const;
};

/// What a readiness check asks. A value: `content/policies.h` reads it of a file.
struct ReadinessPolicy {
    std::string id;
    std::string version;
    Text title;
    std::string framework;        ///< "practice-22-2021@1"
    std::string pool;             ///< path of the pool's package (or folder), as seen from the policy's folder
    int draw = 20;                ///< indicators of a full check
    int minutes = 0;              ///< about so long; nobody is hurried
    int exact_share = 80;         ///< percent of the drawn indicators; rounded up
    std::string exact_reading;
    Rational bias{3, 5};          ///< points: the mean of given − reference may lie so far from 0, either way
    std::string bias_reading;
    std::vector<CriticalProblem> critical;
    int sound = 0;                ///< every full draw has at least so many sound items
    int tries = 3;                ///< of the full check, from the first or from the end of the last pass
    int cooling_days = 14;        ///< between two tries
    int valid_months = 12;
    int recheck_after_months = 0; ///< 0: no re-check
    int recheck_within_days = 30; ///< later readiness rests until the re-check is passed
    int recheck_draw = 0;         ///< anchor items of a re-check

    [[nodiscard]] int exact_needed(int of) const; ///< of so many drawn, rounded up
    /// At least so many items of a full draw have a reference at an end of their scale: one more than may differ, so that
    /// nobody passes who keeps away from the ends.
    [[nodiscard]] int ends() const { return draw - exact_needed(draw) + 1; }
};

/// The name of a pool as the record keeps it.
[[nodiscard]] PoolName name_of(const Scenario& pool);

/// Compares the decisions of a try with its references, in memory, and keeps the counts alone.
[[nodiscard]] ReadinessCounts readiness_counts(const ReadinessPolicy& policy, const Scenario& drawn, const State& state);

/// A part of a pool that `step` takes as any case: these indicators, in this order, with their evidence and one step. Ids and
/// hashes stay those of the pool; codes it does not have are left out.
[[nodiscard]] Scenario only(const Scenario& pool, const std::vector<std::string>& codes);

} // namespace timbang::domain
