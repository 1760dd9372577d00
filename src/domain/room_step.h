#pragma once

#include "domain/room.h"

// What the rules say to a command, before anything changes; inside this module only.

namespace timbang::domain {

/// The events of a command, or why not; the state stays as it is.
[[nodiscard]] RoomOutcome room_events(const RoomRules& rules, const RoomState& state, const RoomCommand& command);
/// The same for a vote.
[[nodiscard]] RoomOutcome vote_events(const RoomRules& rules, const RoomState& state, const Vote& vote);

} // namespace timbang::domain
