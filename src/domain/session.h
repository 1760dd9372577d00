#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "domain/command.h"
#include "domain/event.h"

namespace timbang::domain {

/// Where a session stands. A value: equal states behave equally. Vectors run parallel to the scenario's lists.
struct State {
    Mode mode = Mode::Practise;
    StepIx step = 0;                    ///< kEnd after the last
    bool finished = false;
    bool abandoned = false;
    int spent = 0;                      ///< story minutes
    std::vector<std::uint8_t> flags;
    std::vector<std::uint8_t> revealed; ///< by evidence; not hidden counts as revealed
    std::vector<std::vector<std::uint8_t>> opened; ///< by evidence and page (from 0)
    std::vector<std::uint8_t> taken;    ///< by action
    std::vector<std::vector<std::uint8_t>> fired;  ///< by step and event
    std::vector<std::uint8_t> visited;  ///< by step
    std::vector<Mark> marks;            ///< in the order they were made
    int next_mark = 1;
    std::vector<Decision> drafts;       ///< by task: what stands in the form
    std::vector<std::optional<Decision>> decisions; ///< by task: the last one handed in
    std::vector<std::vector<Decision>> earlier;     ///< by task: what was handed in before it
    std::vector<StepIx> decided_at;     ///< by task: the step where the last decision was handed in; -1 none
    std::vector<std::uint8_t> read_all; ///< by task: every visible document of its own was opened before the last decision
    std::vector<std::uint8_t> scored;   ///< by task: the last decision has its `scored` event
    std::vector<PartAnswer> part_drafts;
    std::vector<std::optional<PartAnswer>> part_answers;
    std::vector<std::vector<PartAnswer>> earlier_parts; ///< by part: other answers handed in before, finished letters too
    std::vector<Text> said;             ///< by the script, in order
    std::vector<Figured> figures;
    std::vector<std::string> disagreements; ///< by task; "" none

    [[nodiscard]] bool over() const { return finished || abandoned; }
    friend bool operator==(const State&, const State&) = default;
};

/// The state before the first step's command: start step entered, nothing opened.
[[nodiscard]] State initial_state(const Scenario& scenario, Mode mode);

/// What `step` made of a command: events in order, or why not.
using Outcome = std::variant<std::vector<Event>, Rejection>;

/// Carries out one command. On success `state` has taken in the returned events; on a rejection it is unchanged.
/// Deterministic: depends on scenario, state and command alone.
[[nodiscard]] Outcome step(const Scenario& scenario, State& state, const Command& command);

/// Takes in one event that happened before. Never refuses: an event that does not fit is ignored.
void apply(const Scenario& scenario, State& state, const Event& event);

/// The state after these events; equals the state that `step` reached while it made them.
[[nodiscard]] State replay(const Scenario& scenario, const std::vector<Event>& events);

/// Whether a condition of the script holds now.
[[nodiscard]] bool holds(const Scenario& scenario, const State& state, const Condition& condition);

/// The first way of the present step whose condition holds; nothing when none does (`Step::wait` says why) and after the
/// end. `LeaveStep` goes there once the step's parts are answered.
[[nodiscard]] std::optional<StepIx> way_on(const Scenario& scenario, const State& state);

/// The first part of the present step that must be answered before it can be left; -1 when none is. A letter may stay
/// unfinished or empty: what was typed is kept as its draft.
[[nodiscard]] PartIx open_part(const Scenario& scenario, const State& state);

/// Whether the document is on the desk.
[[nodiscard]] bool visible(const Scenario& scenario, const State& state, EvidenceIx evidence);
/// Whether the indicator can be decided at the present step.
[[nodiscard]] bool listed(const Scenario& scenario, const State& state, IndicatorIx task);
/// Documents that stand with an indicator now: its own and the step's, those that are visible, in that order.
[[nodiscard]] std::vector<EvidenceIx> evidence_of(const Scenario& scenario, const State& state, IndicatorIx task);

/// Whether the reference of an indicator may be shown now by the mode: *learn*: decided, and the last step that can list it
/// is left or is where the decision was handed in (a decision brought along from an earlier step may still be changed
/// there first); *practise*: at the end; *check*: never (a policy decides). At the end of *learn* also for
/// what was not decided; after abandoning nothing more opens.
[[nodiscard]] bool reference_open(const Scenario& scenario, const State& state, IndicatorIx task);

/// What can be done now without free content: opening visible pages, actions not taken that fit the time left, leaving the
/// step, and for every listed indicator or part that it can be decided. Serves the UI, the terminal, the players and the fuzzer.
struct Legal {
    std::vector<Open> pages;                 ///< every visible page, opened or not
    std::vector<ActionIx> actions;
    std::vector<IndicatorIx> tasks;
    std::vector<PartIx> parts;
    bool leave = false;
};
[[nodiscard]] Legal legal_commands(const Scenario& scenario, const State& state);

} // namespace timbang::domain
