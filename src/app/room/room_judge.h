#pragma once

#include <string>
#include <vector>

#include "domain/room.h"
#include "domain/session.h"
#include "room/desk.h"

namespace timbang::app {

/// A first vote beside the reference.
struct JudgedVote {
    domain::SeatIx seat = -1;
    std::string result;                 ///< canonical JSON by part, as in `scored`, without checklist and problems
    room::ShownReference::OfSeat told;
};

/// Compares the first votes of a round on one indicator with its reference, by seat. What a vote does not hold (checklist,
/// marks) is not compared. `script` is where the case stands.
[[nodiscard]] std::vector<JudgedVote> judge_first_votes(const domain::Scenario& scenario, const domain::State& script,
                                                        const domain::Round& round, domain::RoomTaskIx task);

/// What everybody is told of an indicator once its reference is shown: the reference, the panel's scores, rules and passages,
/// and for each seat the reply that fits its first vote.
[[nodiscard]] room::ShownReference shown_reference(const domain::Scenario& scenario, const domain::State& script,
                                                   const domain::RoomState& room, const domain::Round& round,
                                                   domain::RoomTaskIx task);

/// The room's answer as the script takes it: sureness is middling where nothing tells it, and the room has no opinion on the
/// checklist.
[[nodiscard]] domain::Decision answer_for_script(const domain::Scenario& scenario, domain::RoomTaskIx task,
                                                 domain::Decision answer);

} // namespace timbang::app
