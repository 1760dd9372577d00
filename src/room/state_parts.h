#pragma once

#include "room/json_text.h"
#include "room/protocol_out.h"

namespace timbang::room {

/// Which of what has been shown a state tells; the second screen is led from the console and may tell less.
struct Shown {
    bool tallies = true;
    bool references = true;
};

/// The fields of a state from `title` on, into an object that is open.
void write_state(JsonText& out, const Scene& scene, const RoundVotes& votes, Shown shown);
/// {"scores":[[score, how many], …]} into an object that is open.
void write_scores(JsonText& out, const domain::Tally& counts);
/// Whether counts of an indicator are told: with "spread only" not before its reference is shown.
[[nodiscard]] bool tells_counts(const RoomView& view, const domain::Round& round, domain::RoomTaskIx task);
void write_vote(JsonText& out, const RoomView& view, const domain::Round& round, const domain::Vote& vote);

} // namespace timbang::room
