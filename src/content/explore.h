#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/message.h"
#include "content/players.h"
#include "domain/scenario.h"

namespace timbang::content {

// Exploration of a case: what can be reached, where it cannot be finished any more, and what each automatic player
// makes of it. Every state comes from `domain::step`.

struct ExploreOptions {
    int runs = 1000;                       ///< of the random player, seeds `seed`, `seed` + 1, …; 0: none
    std::uint64_t seed = 1;
    std::size_t most_states = 200'000;     ///< up to here every state of the script is looked at
    std::size_t guided_commands = 1'000'000; ///< of the guided walks, when there are more states than that
};

/// Script: all states, the shortest way to each. Guided: random walks that prefer what was not tried yet, when there are too
/// many states. Players: reference, lenient, strict, random.
enum class ExplorePhase : std::uint8_t { Script, Guided, Players };

/// How far the work is. `total` is 0 where it is not known beforehand.
struct ExploreProgress {
    ExplorePhase phase = ExplorePhase::Script;
    std::size_t done = 0;      ///< states, commands or runs
    std::size_t total = 0;
};

/// What the exploration tells and asks while it works. Both may be empty.
struct ExploreWatch {
    std::function<void(const ExploreProgress&)> progress; ///< called at least every few milliseconds
    const std::atomic<bool>* stop = nullptr;              ///< true: end at once with what was found
};

/// Things of one kind that were reached, and those that were not (places in the scenario's list).
struct Covered {
    std::size_t all = 0;
    std::vector<int> missing;
    [[nodiscard]] std::size_t reached() const { return all - missing.size(); }
};

/// A reply of an indicator or of a part of a step.
struct ReplyPlace {
    domain::IndicatorIx task = -1;
    domain::PartIx part = -1;
    int reply = 0;             ///< place in the list, from 0
    bool hidden = false;       ///< its condition fits some answer, but an earlier reply is always taken
};

/// An event of a step that never happens.
struct EventPlace {
    domain::StepIx step = -1;
    int event = 0;             ///< from 0
};

/// Stuck: nothing leads out of the step any more. Loop: the case can go round and round, but no way leads to the end.
enum class DeadEndKind : std::uint8_t { Stuck, Loop };

struct DeadEnd {
    DeadEndKind kind = DeadEndKind::Stuck;
    domain::StepIx step = -1;              ///< where the path ends
    std::vector<domain::StepIx> round;     ///< of a loop: its steps, in the order of the case
    std::size_t commands = 0;              ///< of the path
    bool shortest = true;                  ///< false: found by a guided walk and shortened
    std::string play;                      ///< the path, one command a line; `play_script` reaches the state
    /// The command of the path that decides it, and the step where it is given: with another answer the end stays in reach; else
    /// the one after which it is out of reach. -1 and "": it never was in reach.
    domain::StepIx since_step = -1;
    std::string since;
};

/// What one player makes of the case: indicators that were exact.
struct PlayerRange {
    PlayerKind player = PlayerKind::Reference;
    int runs = 0;
    int finished = 0;                      ///< runs that came to the end
    int least = 0, most = 0;               ///< exact indicators in the worst and in the best run
    domain::Rational mean;
    std::uint64_t best_seed = 0;           ///< of the best run (the first of equal ones)
    std::size_t commands = 0;              ///< accepted, of all runs
};

/// Why the reference player is not exact.
enum class InexactWhy : std::uint8_t { NotDecided, ScoreDiffers, ProblemMissed, FalseAlarm, PartDiffers };
struct Inexact {
    domain::IndicatorIx task = -1;
    domain::PartIx part = -1;              ///< of PartDiffers
    InexactWhy why = InexactWhy::NotDecided;
};

struct Exploration {
    bool complete = false;                 ///< every state of the script was looked at: what is missing cannot be reached
    bool stopped = false;                  ///< ended early: everything is partial
    std::size_t states = 0;
    std::size_t commands = 0;              ///< accepted by `step`, players included
    std::size_t script_commands = 0;       ///< those of the exhaustive search
    std::size_t guided_commands = 0;
    Covered steps, actions, evidence, indicators;
    std::size_t events = 0;
    std::vector<EventPlace> events_missing;
    std::size_t replies = 0;
    std::vector<ReplyPlace> replies_missing;
    std::vector<DeadEnd> dead_ends;
    std::vector<PlayerRange> players;      ///< in the order of PlayerKind; those that ran
    std::vector<Inexact> inexact;          ///< of the reference player; empty: it is exact
};

/// Explores a case. The same scenario and options give the same result (unless stopped). States are told apart only by what
/// the script's conditions look at, so that a case of usual size is looked at whole.
[[nodiscard]] Exploration explore(const domain::Scenario& scenario, const ExploreOptions& options,
                                  const ExploreWatch& watch = {});

/// Something that the author should know. Its text is "explore.<code>" and says what to do. Errors: dead ends, what can
/// never be reached, a reference that its own player does not meet.
struct ExploreFinding {
    base::Severity severity = base::Severity::Error;
    std::string code;
    base::Args args;
    domain::StepIx step = -1;              ///< what it is about, where it is about one of these
    domain::ActionIx action = -1;
    domain::EvidenceIx evidence = -1;
    domain::IndicatorIx task = -1;
    domain::PartIx part = -1;
    int dead_end = -1;                     ///< place in `Exploration::dead_ends`

    [[nodiscard]] base::Message message() const { return {"explore." + code, args}; }
};
/// Everything found, the gravest first; nothing about what a stopped or limited exploration did not reach but cannot rule out
/// beyond a note.
[[nodiscard]] std::vector<ExploreFinding> explore_findings(const domain::Scenario& scenario,
                                                           const Exploration& exploration);

/// A row of the "Automatic players" table.
struct PlayerRow {
    PlayerKind player = PlayerKind::Reference;
    base::Message name;                    ///< "Reference"
    base::Message note;                    ///< "gives the key", "1,000 runs"
    base::Message exact;                   ///< "9 of 9", "1.6 of 9"
    int least = 0, most = 0, of = 0;       ///< the range to draw, 0 to `of`
    domain::Rational mean;                 ///< the dot
    bool good = false;                     ///< the finding is as it should be
    base::Message finding;                 ///< "Full marks, as it must", "Does not pay", "Best run 5 of 9"
};

/// The panel "Automatic players": rows, two bars and what was not reached.
struct ExploreSummary {
    std::vector<PlayerRow> rows;
    std::size_t runs = 0;                  ///< of all players
    base::Message title_range;             ///< "Range, 0 to 9 exact"
    std::size_t steps_reached = 0, steps = 0;
    std::size_t replies_used = 0, replies = 0;
    base::Message not_reached;             ///< one line: "Not reached: klarifikasi-2. Seven replies were never picked."
    bool all_reached = false;
    std::vector<ExploreFinding> findings;  ///< "List them"
};
[[nodiscard]] ExploreSummary explore_summary(const domain::Scenario& scenario, const Exploration& exploration);

} // namespace timbang::content
