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
void write_vote(JsonText& out, const RoomView& view, const domain::Round& round, const domain::Vote& vote);

} // namespace timbang::room
