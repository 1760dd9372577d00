#include "room_fixture.h"

using namespace timbang;
using namespace timbang::tests;
namespace command = timbang::domain::room_command;

TEST_CASE("a laptop that slept for a night wakes in the middle of the vote: time is over, the vote is open, seats are held") {
    RoomBench room;
    room.begin();
    REQUIRE(room.take({0}, "token-a") == "kept");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    REQUIRE(room.vote(room.vote_of(0, 8)) == "kept");
    room.steady += 9 * 3600 * 1000;
    room.now += std::chrono::hours(9);
    CHECK(room.session->view()->state->round()->voting);
    CHECK(room.vote(room.vote_of(0, 6)) == "kept");
    CHECK(room.vote(room.vote_of(1, 8)) == "kept");
    CHECK(room.take({0}, "token-x") == "seat-taken");
    CHECK(room.session->view()->state->round()->votes.size() == 2);
    CHECK(room.ask_with([&](app::OnRoomAnswer done) { room.session->extend_timer(60'000, std::move(done)); }) == "done");
    CHECK(room.session->view()->timer_left_ms > 0); // more time is more time from now
    CHECK(room.ask(command::ShowVotes{}) == "done");
}

TEST_CASE("a clock that is set back changes no order: the later vote counts, and the room goes on after a restart") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    REQUIRE(room.vote(room.vote_of(0, 8)) == "kept");
    const std::int64_t left = room.session->view()->timer_left_ms;
    room.now -= std::chrono::hours(48);
    REQUIRE(room.vote(room.vote_of(0, 6)) == "kept");
    REQUIRE(room.vote(room.vote_of(1, 10)) == "kept");
    CHECK(room.session->view()->timer_left_ms == left);
    REQUIRE(room.ask(command::ShowVotes{}) == "done");
    const auto score = [](const RoomBench& one) { return one.session->view()->state->rounds.back().votes[0].score; };
    CHECK(score(room) == 6);
    std::int64_t seq = 0;
    for (const store::StoredEvent& event : room.events()) CHECK(event.seq == ++seq);

    RoomBench again;
    again.record->sessions = room.record->sessions;
    again.now = room.now - std::chrono::hours(48);
    again.open(again.setup());
    REQUIRE(again.session->resume(room.kept()).ok());
    CHECK(*again.session->view()->state == *room.session->view()->state);
    CHECK(score(again) == 6);
    CHECK(again.ask(command::BeginDiscussion{}) == "done");
}
