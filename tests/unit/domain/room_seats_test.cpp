#include <doctest/doctest.h>

#include "support/small_room.h"

using namespace timbang::tests;
namespace command = timbang::domain::room_command;

TEST_CASE("a seat is held by one device until it is freed") {
    RunningRoom room;
    CHECK(room.ok(command::TakeSeat{0, WayIn::Phone, "t1"}) == "seat_taken");
    CHECK(room.ok(command::TakeSeat{0, WayIn::Phone, "t1"}).empty());
    CHECK(room.refused(command::TakeSeat{0, WayIn::Phone, "t2"}) == "seat-taken");
    CHECK(room.refused(command::TakeSeat{0, WayIn::Paper, ""}) == "seat-taken");
    CHECK(room.refused(command::TakeSeat{6, WayIn::Phone, "t2"}) == "unknown-seat");
    CHECK(room.refused(command::TakeSeat{-1, WayIn::Phone, "t2"}) == "unknown-seat");
    CHECK(room.ok(command::FreeSeat{0}) == "seat_freed");
    CHECK(room.ok(command::FreeSeat{0}).empty());
    CHECK(room.refused(command::FreeSeat{6}) == "unknown-seat");
    CHECK(room.ok(command::TakeSeat{0, WayIn::Shared, "t2"}) == "seat_taken");
    CHECK(room.state.seats[0].token_hash == "t2");
    CHECK(room.state.seats[0].way == WayIn::Shared);
}

TEST_CASE("who was absent or late takes the seat and is there; their vote counts") {
    RoomRules rules = small_rules();
    rules.seats[1].presence = Presence::Absent;
    rules.seats[2].presence = Presence::Late;
    RunningRoom room(rules);
    room.open();
    CHECK(room.ok(command::TakeSeat{1, WayIn::Phone, "t"}) == "seat_taken");
    CHECK(room.state.seats[1].presence == Presence::Expected);
    CHECK(room.ok(RunningRoom::vote(1, 2)) == "voted");
    CHECK(room.ok(RunningRoom::vote(2, 2)) == "voted"); // from paper, without a device
    CHECK(room.state.seats[2].presence == Presence::Late);
}

TEST_CASE("somebody who was not on the list gets a seat") {
    RunningRoom room;
    room.open();
    CHECK(room.ok(command::AddSeat{"07", 2, WayIn::Paper}) == "seat_added");
    CHECK(room.refused(command::AddSeat{"07", 2, WayIn::Paper}) == "seat-code-twice");
    CHECK(room.refused(command::AddSeat{"", 2, WayIn::Paper}) == "unknown-seat");
    CHECK(room.state.find_seat("07") == 6);
    CHECK(room.ok(RunningRoom::vote(6, 2)) == "voted");
    CHECK(room.ok(command::AddSeat{"08", 1'000'000, WayIn::Phone}) == "seat_added");
    CHECK(room.state.seats[7].group == 0);
    while (room.state.seats.size() < kMostSeats)
        room.ok(command::AddSeat{"x" + std::to_string(room.state.seats.size()), 0, WayIn::Phone});
    CHECK(room.refused(command::AddSeat{"y", 0, WayIn::Phone}) == "too-many-seats");
}

TEST_CASE("groups made anew keep codes and tokens") {
    RunningRoom room;
    room.ok(command::TakeSeat{0, WayIn::Phone, "t1"});
    std::vector<RoomSeat> seats = room.state.seats;
    CHECK(room.ok(command::SetSeats{seats}).empty());
    seats[0].group = 2;
    seats[0].code = "99";
    seats[0].token_hash = "stolen";
    seats[5].speaks = true;
    seats[5].presence = Presence::Absent;
    CHECK(room.ok(command::SetSeats{seats}) == "seats_set");
    CHECK(room.state.seats[0].code == "01");
    CHECK(room.state.seats[0].token_hash == "t1");
    CHECK(room.state.seats[0].group == 2);
    CHECK(room.state.seats[5].speaks);
    seats.pop_back();
    CHECK(room.refused(command::SetSeats{seats}) == "unknown-seat");
    for (const RoomEvent& event : room.events)
        if (const auto* set = std::get_if<room_event::SeatsSet>(&event))
            for (const RoomSeat& seat : set->seats)
                CHECK(seat.token_hash.empty());
    CHECK(replay(room.rules, room.events) == room.state);
}
