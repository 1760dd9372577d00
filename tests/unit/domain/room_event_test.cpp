#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "base/json.h"
#include "support/small_room.h"

using namespace timbang::tests;
using timbang::base::canonical_json;
using Json = nlohmann::json;

namespace {

const std::vector<std::string> kPeople = {"person-1", "person-2"};

/// The event as it is read back from the text of its payload.
RoomEvent there_and_back(const RunningRoom& room, const RoomEvent& event) {
    const std::string payload = canonical_json(to_json(room.rules, room.state, event, kPeople));
    const auto read =
        room_event_from_json(room.rules, room.state, room_event_type(event), Json::parse(payload), free_texts(event));
    if (!read) FAIL("not read: " << payload);
    CHECK(canonical_json(to_json(room.rules, room.state, *read, kPeople)) == payload);
    return *read;
}

std::vector<RoomEvent> one_of_each() {
    RoomSeat added{"07", 2, WayIn::Shared, true, Presence::Late, ""};
    std::vector<RoomSeat> seats = small_rules().seats;
    seats[1].presence = Presence::Absent;
    Vote vote = RunningRoom::vote(1, 6, VoteKind::First, "id-1");
    vote.reason = "tahun data";
    vote.way = WayIn::Paper;
    vote.typed = true;
    return {room_event::SeatTaken{1, WayIn::Phone, "abc"},
            room_event::SeatFreed{1},
            room_event::SeatAdded{added},
            room_event::SeatsSet{seats},
            room_event::RoundOpened{1, {0, 2}, 80},
            room_event::Voted{1, vote},
            room_event::VoteClosed{1, VoteKind::Second},
            room_event::VoteReopened{1, VoteKind::First},
            room_event::VotesShown{1},
            room_event::DiscussionBegun{1},
            room_event::SecondVoteOpened{1},
            room_event::SecondVotePassedOver{1},
            room_event::ReferenceShown{1, 2},
            room_event::RoundClosed{1},
            room_event::TimerSet{{true, false, -1500}},
            room_event::Commented{{1, -1, CommentAbout::Rule, "which year?"}},
            room_event::RoomEnded{}};
}

/// Events that were read back lead to the same state as those that were written.
template <class Event> void check_same_effect(const RunningRoom& room, const Event& a, const RoomEvent& b) {
    RoomState one = room.state, two = room.state;
    apply(room.rules, one, a);
    apply(room.rules, two, b);
    CHECK(one == two);
}

} // namespace

TEST_CASE("every event of a room is written and read back") {
    RunningRoom room;
    room.open({0, 2});
    std::set<std::size_t> kinds;
    std::set<std::string> types;
    for (const RoomEvent& event : one_of_each()) {
        CAPTURE(room_event_type(event));
        const RoomEvent read = there_and_back(room, event);
        CHECK(read.index() == event.index());
        check_same_effect(room, event, read);
        kinds.insert(event.index());
        types.insert(room_event_type(event));
    }
    CHECK(kinds.size() == std::variant_size_v<RoomEvent>);
    CHECK(types.size() == kinds.size());
}

TEST_CASE("a vote says who it is from, and its reason stands apart") {
    RunningRoom room;
    room.open();
    Vote vote = RunningRoom::vote(1, 6, VoteKind::First, "id-1");
    vote.reason = "secret words";
    const RoomEvent event = room_event::Voted{1, vote};
    const Json json = to_json(room.rules, room.state, event, kPeople);
    CHECK(
        canonical_json(json) ==
        R"({"client_id":"id-1","confidence":2,"indicator":"KS-P2","person":"person-2","reason":null,"round":1,"score":6,)"
        R"("seat":"02","typed_by":"","verdict":"return","vote":"first","way":"phone"})");
    REQUIRE(free_texts(event).size() == 1);
    CHECK(free_texts(event)[0].field == "reason");
    CHECK(std::get<room_event::Voted>(there_and_back(room, event)).vote == vote);

    const RoomEvent decided = room_event::Voted{1, RunningRoom::group_vote(1, 2, {0, 2})};
    const Json group = to_json(room.rules, room.state, decided, kPeople);
    CHECK(group["members"] == Json({"01", "03"}));
    CHECK(group["people"] == Json({"person-1", ""}));
    CHECK_FALSE(group.contains("person"));
    CHECK(std::get<room_event::Voted>(there_and_back(room, decided)).vote == RunningRoom::group_vote(1, 2, {0, 2}));
}

TEST_CASE("a room is read back from its record") {
    RunningRoom room;
    namespace command = timbang::domain::room_command;
    room.ok(command::AddSeat{"07", 2, WayIn::Phone});
    room.ok(command::TakeSeat{6, WayIn::Phone, "hash"});
    room.open({1, 0});
    room.ok(RunningRoom::vote(6, 4, VoteKind::First, "x"));
    room.to_second();
    room.ok(RunningRoom::group_vote(2, 2, {4, 6}));
    room.ok(command::AddComment{1, CommentAbout::Reading, "page 2"});
    room.ok(command::ShowReference{-1});
    room.ok(command::EndRoom{});
    RoomState again = initial_room(room.rules);
    for (const RoomEvent& event : room.events) {
        // Written before the event is taken in or after it, the payload is the same.
        const Json payload = to_json(room.rules, again, event, kPeople);
        CHECK(payload == to_json(room.rules, room.state, event, kPeople));
        const auto read = room_event_from_json(room.rules, again, room_event_type(event), payload, free_texts(event));
        REQUIRE(read);
        apply(room.rules, again, *read);
    }
    CHECK(again == room.state);
}

TEST_CASE("how a room began is written and read back") {
    RoomStarted started{"a-case", "3", "c", "k", "practice-22-2021", "0.1", "w", "Day 2", "482917", small_rules()};
    started.rules.consensus = 66;
    started.rules.show = ShowVotes::Spread;
    started.rules.vote_seconds = 0;
    started.rules.group_second = true;
    started.rules.seats[3].presence = Presence::Late;
    const Json json = to_json(started);
    CHECK(json["mode"] == "room");
    CHECK(json["person"] == "");
    const auto read = room_started_from_json(json);
    REQUIRE(read);
    CHECK(to_json(*read) == json);
    CHECK(read->rules.seats == started.rules.seats);
    CHECK(read->rules.tasks[1].scores == started.rules.tasks[1].scores);
    for (const auto& [name, value] : json.items()) {
        if (name == "person" || name == "player" || name == "continues") continue;
        Json broken = json;
        broken[name] = Json::array({Json::object()});
        CAPTURE(name);
        CHECK_FALSE(room_started_from_json(broken));
    }
    CHECK(room_started_from_json(Json(7)).error().code == "event-broken");
}

TEST_CASE("what is broken or newer is said") {
    RunningRoom room;
    room.open();
    for (const RoomEvent& event : one_of_each()) {
        const std::string type = room_event_type(event);
        const Json json = to_json(room.rules, room.state, event, kPeople);
        for (const auto& [name, value] : json.items()) {
            if (value.is_null() || name == "person" || name == "people") continue;
            Json broken = json;
            broken[name] = Json::object();
            CAPTURE(type + " " + name);
            const auto read = room_event_from_json(room.rules, room.state, type, broken, {});
            REQUIRE_FALSE(read);
            CHECK(read.error().code == "event-broken");
        }
    }
    CHECK(room_event_from_json(room.rules, room.state, "vote_scored", Json::object(), {}).error().code ==
          "event-unknown");
    Json vote = to_json(room.rules, room.state, room_event::Voted{1, RunningRoom::vote(1, 6)}, {});
    vote["seat"] = "77";
    CHECK_FALSE(room_event_from_json(room.rules, room.state, "voted", vote, {}));
    vote["seat"] = "02";
    vote["confidence"] = 900;
    CHECK_FALSE(room_event_from_json(room.rules, room.state, "voted", vote, {}));
    vote["confidence"] = 1;
    CHECK(room_event_from_json(room.rules, room.state, "voted", vote, {}));
}
