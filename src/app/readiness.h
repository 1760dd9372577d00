#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/solo_session.h"
#include "content/policies.h"
#include "insight/readiness.h"

namespace timbang::app {

// The readiness check. A facilitator opens the sealed pool, in memory only; a person decides on the indicators that are drawn,
// may change decisions until the end, may pause, and goes on after a crash. At the end the decisions are compared in memory,
// and the record gets the policy's counts alone: nothing tells, then or later, how a single indicator went.

/// A policy with its pool opened.
struct OpenedPool {
    std::shared_ptr<const domain::ReadinessPolicy> policy;
    std::shared_ptr<const domain::Scenario> pool; ///< whole; only drawn parts of it are shown
    std::string folder;                           ///< of the pool: its package
    base::Time opened;
};

/// The try of a session as its events tell it; nothing where it is no readiness check, or was played by a machine.
[[nodiscard]] std::optional<insight::ReadinessTry> try_of(const store::SessionRow& session,
                                                          const std::vector<store::StoredEvent>& events);
/// The tries among these sessions, of any policy. Codes of reading the record.
[[nodiscard]] base::Result<std::vector<insight::ReadinessTry>> tries_of(Record& record, const std::vector<store::SessionRow>& sessions);

/// What stands in the record behind the start of a session: which try it is, and what was drawn. Codes of
/// `insight::draw_try`, and "readiness-not-now" {standing} where the policy lets no try begin.
[[nodiscard]] base::Result<domain::ReadinessStarted> begin_try(const OpenedPool& opened,
                                                               const std::vector<insight::ReadinessTry>& tries, base::Time now,
                                                               std::uint64_t seed);
/// As the record keeps it; id, place and time are given by whoever writes the session.
[[nodiscard]] store::StoredEvent stored(const domain::ReadinessStarted& event);
[[nodiscard]] store::StoredEvent stored(const domain::ReadinessEnded& event);
/// The counts of a try that is decided, and what the policy says to them.
[[nodiscard]] domain::ReadinessEnded end_try(const domain::ReadinessPolicy& policy, const domain::ReadinessStarted& begun,
                                             const domain::Scenario& drawn, const domain::State& state, base::Time now);

/// Puts an open try away for good: it counts, and was not passed. Nothing of its pool is needed, which may have changed since.
/// Codes of reading and writing the record.
[[nodiscard]] base::Status put_away_try(const Ports& ports, const std::string& session);

/// A readiness check of one person that is under way, or has just ended. What a screen shows of it: the session (its scenario
/// is the drawn part, its mode *check*), how much is decided, and at the end the outcome.
class ReadinessCheck {
public:
    struct Begin {
        OpenedPool opened;
        std::string person;             ///< id; a check is always recorded
        std::vector<insight::ReadinessTry> tries; ///< of this person
        std::uint64_t seed = 0;
        std::string program_version;
    };
    /// Draws, and writes the start. Codes of `begin_try`. `ports` and `tasks` outlive the check.
    [[nodiscard]] static base::Result<std::unique_ptr<ReadinessCheck>> start(const Ports& ports, Tasks& tasks, Begin begin);
    /// Goes on with an open try. Codes of `SoloSession::resume`, "not-a-readiness-check", and "pool-changed" where another
    /// edition of the pool was opened.
    [[nodiscard]] static base::Result<std::unique_ptr<ReadinessCheck>> resume(const Ports& ports, Tasks& tasks,
                                                                              const OpenedPool& opened, const std::string& session,
                                                                              const std::vector<store::StoredEvent>& events);

    [[nodiscard]] SoloSession& session() { return *session_; }
    [[nodiscard]] const SoloSession& session() const { return *session_; }
    /// For the desk, which shows it as it shows any session.
    [[nodiscard]] const std::shared_ptr<SoloSession>& shared_session() const { return session_; }
    [[nodiscard]] const domain::ReadinessPolicy& policy() const { return *policy_; }
    [[nodiscard]] const domain::ReadinessStarted& begun() const { return begun_; }
    [[nodiscard]] int drawn() const { return static_cast<int>(begun_.drawn.size()); }
    [[nodiscard]] int decided() const;
    [[nodiscard]] bool may_finish() const { return decided() == drawn() && !session_->state().over(); }

    /// Ends the check: compares, and writes `left_step`, `finished` and `readiness_ended` at once. Refused while something is
    /// undecided.
    std::optional<domain::Rejection> finish();
    /// After `finish`.
    [[nodiscard]] const std::optional<insight::ReadinessOutcome>& outcome() const { return outcome_; }
    [[nodiscard]] const std::optional<domain::ReadinessEnded>& result() const { return result_; }

private:
    ReadinessCheck() = default;

    const Ports* ports_ = nullptr;
    std::shared_ptr<const domain::ReadinessPolicy> policy_;
    domain::ReadinessStarted begun_;
    std::shared_ptr<SoloSession> session_;
    std::optional<domain::ReadinessEnded> result_;
    std::optional<insight::ReadinessOutcome> outcome_;
};

} // namespace timbang::app
