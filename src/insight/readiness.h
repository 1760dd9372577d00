#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/readiness.h"

namespace timbang::insight {

using domain::ReadinessCounts;
using domain::ReadinessPolicy;

enum class PolicyLine : std::uint8_t { Exact, Direction, Found };

/// One line of the policy beside what the try had.
struct OutcomeLine {
    PolicyLine line = PolicyLine::Exact;
    std::string type;              ///< problem type, of Found
    int had = 0, of = 0;           ///< Exact: of the drawn; Found: of the problems of the type
    int needed = 0;
    domain::Rational points, limit; ///< Direction: the mean, + generous; and how far it may lie from 0
    bool met = false;              ///< else it is open
    std::string reading;           ///< id of the lesson that the policy names for it, "" none
};

/// What the policy says to a try. No single indicator, no panel's share and no near answer has a part in it: only the same
/// answer as the reference counts, so that keeping to the middle of the scale does not pay (Teachstone's CLASS candidates
/// pass by avoiding the extremes; panel-share credit can be gamed: Lineberry et al., See et al.).
struct ReadinessOutcome {
    bool ready = false;
    int open = 0;                  ///< lines
    std::vector<OutcomeLine> lines; ///< in the policy's order
};
[[nodiscard]] ReadinessOutcome judge(const ReadinessPolicy& policy, const ReadinessCounts& counts);

/// One try as the record tells it: folded from `readiness_started` and `readiness_ended`.
struct ReadinessTry {
    std::string session;
    base::Time started;
    std::optional<base::Time> ended;   ///< with an outcome, or put away
    domain::ReadinessStarted begun;
    std::optional<domain::ReadinessEnded> result; ///< none: open, or put away
    int decided = 0;                   ///< indicators decided so far
};

enum class Standing : std::uint8_t {
    Open,          ///< a check may be started
    Running,       ///< a try is open and goes on
    CoolingOff,    ///< the next try may start at `from`
    NoTriesLeft,
    Ready,
    RecheckDue,    ///< ready; the re-check may be taken, until `recheck_until`
    RecheckMissed, ///< readiness rests until the re-check is passed
    Expired        ///< the pass is over; a check may be started
};
/// "open", "running", "cooling-off", "no-tries-left", "ready", "recheck-due", "recheck-missed", "expired".
[[nodiscard]] const char* standing_id(Standing standing);

/// Where somebody stands with a policy now.
struct ReadinessStatus {
    Standing standing = Standing::Open;
    bool ready = false;                ///< Ready or RecheckDue, also while a re-check is running or cooling off
    bool may_start = false;
    bool recheck = false;              ///< what may be started, runs or cools off is a re-check
    int tries = 0;                     ///< begun, of the full check or of the re-check
    int tries_left = 0;
    std::optional<base::Time> from;    ///< the next try may start then
    std::optional<base::Time> passed, valid_until;
    std::optional<base::Time> recheck_from, recheck_until; ///< of a pass whose re-check is still to come
    std::string running;               ///< session of the open try
};
/// `tries`: of one person, in any order; those of other policies are left out. A try that was put away counts as one that
/// was not passed. A pass begins the count of tries anew once it is over.
[[nodiscard]] ReadinessStatus readiness_status(const ReadinessPolicy& policy, std::vector<ReadinessTry> tries, base::Time now);

/// The same day some months later, the last of the month where it has no such day; the time of day stays (UTC).
[[nodiscard]] base::Time months_later(base::Time from, int months);

/// Draws a try from the pool by seed: indicators that are in none of `tries` (of any policy on this pool); in a full check enough
/// critical problems, sound items and references at both ends of the scale, preferring two different indicators to two items
/// on one, and leaving as much for the tries that are left; in a re-check anchors, those of the last pass first, then unseen ones. Order is by chance.
/// Codes: "pool-used-up" {left, needed}; "pool-lacks-critical" {type}, "pool-lacks-sound", "pool-lacks-ends"; "pool-few-anchors" {left, needed}.
[[nodiscard]] base::Result<std::vector<std::string>> draw_try(const ReadinessPolicy& policy, const domain::Scenario& pool,
                                                              const std::vector<ReadinessTry>& tries, bool recheck,
                                                              std::uint64_t seed);

} // namespace timbang::insight
