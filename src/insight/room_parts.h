#pragma once

#include <optional>
#include <vector>

#include "insight/room.h"

// What the comparison of a room shares; inside this module only.

namespace timbang::insight {

/// The place of a score in the indicator's own list.
[[nodiscard]] std::optional<int> step_of(const domain::RoomTask& task, std::optional<int> score);
[[nodiscard]] bool has_votes(const domain::Round& round, domain::RoomTaskIx task);
/// The last round with votes on an indicator; null without one.
[[nodiscard]] const domain::Round* last_round_on(const domain::RoomState& state, domain::RoomTaskIx task);
/// An empty one where the list is too short.
[[nodiscard]] RoomReference reference_of(const std::vector<RoomReference>& references, domain::RoomTaskIx task);

} // namespace timbang::insight
