#pragma once

#include <vector>

#include "app/room/room_snapshot.h"
#include "insight/room.h"

namespace timbang::app {

/// What the votes say beside the reference, made once for each snapshot. For the facilitator only.
struct RoomInsight {
    std::vector<insight::RoomReference> references; ///< by indicator
    std::vector<insight::RoomItem> items;           ///< round by round
    std::vector<insight::AgendaItem> agenda;
};
[[nodiscard]] RoomInsight room_insight(const RoomSnapshot& snapshot);

/// The last round that an indicator was voted on in; null: none.
[[nodiscard]] const domain::Round* last_round_of(const domain::RoomState& state, domain::RoomTaskIx task);
/// Whether its reference has been shown in any round.
[[nodiscard]] bool reference_was_shown(const domain::RoomState& state, domain::RoomTaskIx task);
/// The indicator that the console looks at: the one chosen, else the first of the present or last round whose reference is not
/// shown yet; −1 before the first round.
[[nodiscard]] domain::RoomTaskIx task_looked_at(const RoomSnapshot& snapshot, const std::string& item);
/// Milliseconds that the timer has left; below 0 over time.
[[nodiscard]] std::int64_t timer_left(const RoomSnapshot& snapshot, std::int64_t steady);

} // namespace timbang::app
