#pragma once

#include <string>
#include <vector>

#include "app/model.h"
#include "app/room/room_snapshot.h"
#include "domain/session.h"

namespace timbang::app {

// What the rows of a prompt stand for: the controller that reads the answer and the presenter that draws the question agree
// here.

/// Cases that a room can be opened with, by what was typed to find them; at most `kCasesShown`.
inline constexpr std::size_t kCasesShown = 12;
[[nodiscard]] std::vector<const LibraryEntry*> room_case_choices(const Model& model, const RoomPromptState& prompt);

/// Rows of a vote that is typed in; −1: not asked.
struct VoteRows {
    std::vector<domain::RoomTaskIx> tasks;  ///< that can be voted on; the row is there for more than one
    domain::RoomTaskIx task = -1;           ///< the chosen one
    bool by_group = false;                  ///< the group's decision: the field names the group
    domain::VoteKind kind = domain::VoteKind::First;
    int task_row = -1, score_row = -1, verdict_row = -1, sureness_row = -1;
};
[[nodiscard]] VoteRows vote_rows(const RoomSnapshot& snapshot, const RoomPromptState& prompt);

/// A row of the script: a part of the step that is not answered yet, or one line of its checklist.
struct ScriptRow {
    domain::PartIx part = -1;
    std::string rule;                       ///< of a checklist
};
[[nodiscard]] std::vector<ScriptRow> script_rows(const domain::Scenario& scenario, const domain::State& state);
/// Actions that can be taken now.
[[nodiscard]] std::vector<domain::ActionIx> script_actions(const domain::Scenario& scenario, const domain::State& state);

/// The command that the big button stands for closes a vote that people have not all given.
[[nodiscard]] bool closes_early(const RoomSnapshot& snapshot);

} // namespace timbang::app
