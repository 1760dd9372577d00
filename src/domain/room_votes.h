#pragma once

#include <cstdint>

#include "domain/room.h"

// Where votes stand in a round; inside this module only.

namespace timbang::domain {

inline constexpr std::size_t kNoPlace = SIZE_MAX;

/// The place in `Round::places` of a vote: by seat or group, then kind, then indicator of the round. kNoPlace for an
/// indicator that the round does not have.
[[nodiscard]] std::size_t vote_place(const Round& round, RoomTaskIx task, VoteKind kind, int seat_or_group);

/// What `SeenIds` keeps of a message: the seat (or group) that sent it and its id.
[[nodiscard]] SeenIds::Digest seen_digest(const Vote& vote);

/// Puts a vote in the place of the one before it, or behind the others.
void put_vote(Round& round, Vote vote);

/// The seat in the form in which a room keeps it: a group that cannot be is none.
[[nodiscard]] RoomSeat sound_seat(RoomSeat seat);

/// Whether `place` is one of a list of `size`.
[[nodiscard]] inline bool in_list(int place, std::size_t size) {
    return place >= 0 && static_cast<std::size_t>(place) < size;
}

} // namespace timbang::domain
