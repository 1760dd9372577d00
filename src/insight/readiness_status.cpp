#include <algorithm>
#include <array>
#include <tuple>

#include "insight/readiness.h"

namespace timbang::insight {
namespace {

using base::Time;
using std::chrono::days;

constexpr std::array<const char*, 8> kStandings = {"open",  "running",     "cooling-off",    "no-tries-left",
                                                   "ready", "recheck-due", "recheck-missed", "expired"};

/// What the tries so far amount to: the newest pass, and what came behind it.
struct Fold {
    const ReadinessPolicy& policy;
    std::optional<Time> passed, valid_until;
    bool rechecked = false;
    int tries = 0, rechecks = 0;       ///< begun since the pass, and not passed
    std::optional<Time> cool_until;
    const ReadinessTry* running = nullptr;

    void take_in(const ReadinessTry& one) {
        const bool recheck = one.begun.recheck;
        if (!one.ended) {
            running = &one;
            ++(recheck ? rechecks : tries);
            return;
        }
        if (!one.result || !one.result->ready) {
            ++(recheck ? rechecks : tries);
            cool_until = *one.ended + days(policy.cooling_days);
            return;
        }
        cool_until.reset();
        rechecks = 0;
        rechecked = recheck;
        if (recheck) return;
        tries = 0;
        passed = one.ended;
        valid_until = one.result->valid_until.value_or(months_later(*one.ended, policy.valid_months));
    }

    [[nodiscard]] bool asks_recheck() const {
        return passed && !rechecked && policy.recheck_after_months > 0 && policy.recheck_draw > 0;
    }
    /// A pass ends with its time, and when no try of its re-check is left.
    [[nodiscard]] bool valid(Time now) const {
        const bool given_up = asks_recheck() && rechecks >= policy.tries && running == nullptr;
        return passed && now < *valid_until && !given_up;
    }
};

void next_try(ReadinessStatus& status, const Fold& fold, int used, Standing otherwise, Time now) {
    status.tries = used;
    status.tries_left = std::max(0, fold.policy.tries - used);
    if (status.tries_left == 0) {
        status.standing = Standing::NoTriesLeft;
    } else if (fold.cool_until && now < *fold.cool_until) {
        status.standing = Standing::CoolingOff;
        status.from = fold.cool_until;
    } else {
        status.standing = otherwise;
        status.may_start = true;
    }
}

ReadinessStatus judge_fold(const Fold& fold, Time now) {
    ReadinessStatus status;
    status.passed = fold.passed;
    status.valid_until = fold.valid_until;
    const bool valid = fold.valid(now), asks = fold.asks_recheck();
    if (asks && valid) {
        status.recheck_from = months_later(*fold.passed, fold.policy.recheck_after_months);
        status.recheck_until = *status.recheck_from + days(fold.policy.recheck_within_days);
    }
    status.ready = valid && (!asks || now < *status.recheck_until);
    if (fold.running != nullptr) {
        status.standing = Standing::Running;
        status.running = fold.running->session;
        status.recheck = fold.running->begun.recheck;
        status.tries = status.recheck ? fold.rechecks : fold.tries;
        status.tries_left = std::max(0, fold.policy.tries - status.tries);
        return status;
    }
    if (valid && (!asks || now < *status.recheck_from)) {
        status.standing = Standing::Ready;
        status.tries_left = fold.policy.tries;
        return status;
    }
    status.recheck = valid;
    if (valid)
        next_try(status, fold, fold.rechecks, status.ready ? Standing::RecheckDue : Standing::RecheckMissed, now);
    else
        next_try(status, fold, fold.tries, fold.passed && fold.tries == 0 ? Standing::Expired : Standing::Open, now);
    return status;
}

} // namespace

const char* standing_id(Standing standing) { return kStandings[static_cast<std::size_t>(standing)]; }

ReadinessStatus readiness_status(const ReadinessPolicy& policy, std::vector<ReadinessTry> tries, Time now) {
    std::erase_if(tries, [&](const ReadinessTry& one) { return one.begun.policy != policy.id; });
    std::sort(tries.begin(), tries.end(), [](const ReadinessTry& a, const ReadinessTry& b) {
        return std::tie(a.started, a.session) < std::tie(b.started, b.session);
    });
    Fold fold{policy, {}, {}, false, 0, 0, {}, nullptr};
    for (const ReadinessTry& one : tries) fold.take_in(one);
    return judge_fold(fold, now);
}

} // namespace timbang::insight
