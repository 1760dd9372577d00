#pragma once

#include "base/rng.h"
#include "content/players.h"

namespace timbang::content {

/// A session that is being played: commands go through `step`, events are gathered.
class Session {
public:
    Session(const domain::Scenario& scenario, domain::Mode mode, std::uint64_t seed);

    /// Whether the command was accepted.
    bool ask(const domain::Command& command);
    [[nodiscard]] const domain::State& state() const { return played_.state; }
    [[nodiscard]] std::size_t commands() const { return played_.commands; }
    [[nodiscard]] const domain::Scenario& scenario() const { return scenario_; }
    [[nodiscard]] std::optional<domain::Rejection> refusal() const { return refusal_; }
    [[nodiscard]] Played finish() { return std::move(played_); }

private:
    const domain::Scenario& scenario_;
    Played played_;
    std::optional<domain::Rejection> refusal_;
};

/// The answers of a player that does not look: lenient takes the best of everything, strict the worst.
[[nodiscard]] domain::Decision blind_decision(const domain::Task& task, bool lenient);
[[nodiscard]] domain::PartAnswer blind_answer(const domain::Scenario& scenario, const domain::StepPart& part,
                                              bool lenient);
/// The answers of the key.
[[nodiscard]] domain::Decision key_decision(const domain::Task& task);
[[nodiscard]] domain::PartAnswer key_answer(const domain::Scenario& scenario, const domain::State& state,
                                            const domain::StepPart& part);
/// Any answers.
[[nodiscard]] domain::Decision any_decision(const domain::Task& task, base::Rng& rng);
[[nodiscard]] domain::PartAnswer any_answer(const domain::Scenario& scenario, const domain::StepPart& part,
                                            base::Rng& rng);

/// The random player.
void wander(Session& session, base::Rng& rng);

} // namespace timbang::content
