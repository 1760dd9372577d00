#include "domain/room_event.h"

#include <array>

namespace timbang::domain {
namespace {

// In the order of RoomEvent's alternatives.
constexpr std::array<const char*, std::variant_size_v<RoomEvent>> kTypes = {
    "seat_taken",       "seat_freed",         "seat_added",
    "seats_set",        "round_opened",       "voted",
    "vote_closed",      "vote_reopened",      "votes_shown",
    "discussion_begun", "second_vote_opened", "second_vote_passed_over",
    "reference_shown",  "round_closed",       "timer_set",
    "comment",          "room_ended"};

} // namespace

const char* room_event_type(const RoomEvent& event) {
    return kTypes[event.index()];
}

} // namespace timbang::domain
