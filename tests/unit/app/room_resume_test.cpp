#include "room_fixture.h"

using namespace timbang;
using namespace timbang::tests;
namespace command = timbang::domain::room_command;

TEST_CASE("after a restart the room stands where its record ends: code, seats, votes, script") {
    RoomBench room;
    room.begin();
    REQUIRE(room.take({0}, "token-a") == "kept");
    REQUIRE(room.take({2, 3}, "token-c") == "kept");
    REQUIRE(room.ask(domain::TakeAction{room.small.ask}) == "done");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    REQUIRE(room.vote(room.vote_of(0, 10, "complete")) == "kept");
    const domain::Vote last = room.vote_of(2, 6);
    REQUIRE(room.vote(last) == "kept");
    room.hand_in(room.vote_of(3, 6)); // never written
    const domain::RoomState before = *room.session->view()->state;
    const std::string words = room.public_words();

    RoomBench again;
    again.record->sessions = room.record->sessions;
    app::RoomSetup setup = again.setup();
    setup.code = "000000";
    again.open(std::move(setup));
    REQUIRE(again.session->resume(room.kept()).ok());
    CHECK(again.session->code() == "482917");
    CHECK(*again.session->view()->state == before);
    CHECK(again.public_words() == words);
    CHECK(again.session->view()->state->rounds.back().votes[0].reason == "complete");
    // It goes on: the same message is known, another device cannot take the seat, numbers follow.
    CHECK(again.vote(last) == "kept");
    CHECK(again.take({0}, "token-x") == "seat-taken");
    CHECK(again.ask(command::ShowVotes{}) == "done");
    std::int64_t seq = 0;
    for (const store::StoredEvent& event : again.events()) CHECK(event.seq == ++seq);
}

TEST_CASE("a reference that was shown is shown again after a restart, and compared no second time") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    REQUIRE(room.vote(room.vote_of(1, 10)) == "kept");
    REQUIRE(room.ask(command::ShowVotes{}) == "done");
    REQUIRE(room.ask(command::BeginDiscussion{}) == "done");
    REQUIRE(room.ask(command::Skip{}) == "done");
    REQUIRE(room.ask(command::ShowReference{-1}) == "done");
    RoomBench again;
    again.record->sessions = room.record->sessions;
    again.open(again.setup());
    REQUIRE(again.session->resume(room.kept()).ok());
    REQUIRE(again.session->view()->references.size() == 1);
    CHECK(again.session->view()->references[0].seats[1].why.en == "too kind by far");
    CHECK(again.count("vote_scored") == 1);
    CHECK(again.session->snapshot()->script->decisions[0].has_value());
}

TEST_CASE("what cannot be read back is said, not guessed") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    const auto resumed = [&](std::vector<app::RoomSession::Kept> kept) {
        RoomBench again;
        again.open(again.setup());
        const base::Status status = again.session->resume(kept);
        return status ? std::string() : status.error().code;
    };
    auto kept = room.kept();
    CHECK(resumed(kept).empty());
    kept[0].events.back().payload += " ";
    CHECK(resumed(kept) == "event-damaged");
    kept = room.kept();
    kept[0].events.back().type = "from_the_future";
    kept[0].events.back().payload_hash = store::payload_hash("from_the_future", kept[0].events.back().payload);
    CHECK(resumed(kept) == "event-unknown");

    RoomBench other;
    other.small.builder.at(other.small.budget).code = "HB-S1";
    other.open(other.setup());
    CHECK(other.session->resume(room.kept()).error().code == "room-case-changed");
    other.small.builder.scenario.id = "another-case";
    other.open(other.setup());
    CHECK(other.session->resume(room.kept()).error().code == "room-case-missing");
}

TEST_CASE("seats and devices go along to the next case, and come back") {
    RoomBench room;
    app::RoomSetup setup = room.setup();
    room.small.builder.scenario.id = "second-case";
    setup.cases.push_back({room.small.build(), {}});
    room.begin(std::move(setup));
    const auto go = [&](int place) {
        return room.ask_with([&](app::OnRoomAnswer done) { room.session->go_to_case(place, std::move(done)); });
    };
    REQUIRE(room.take({0}, "token-a") == "kept");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    CHECK(go(1) == "refused:round-open");
    CHECK(go(2) == "refused:unknown-case");
    REQUIRE(room.ask(command::CloseRound{}) == "done");
    const auto version = room.session->view()->case_version;
    CHECK(go(1) == "done");
    CHECK(room.session->view()->scenario->id == "second-case");
    CHECK(room.session->view()->case_version > version);
    CHECK(room.session->view()->state->seats[0].token_hash == "token-a");
    CHECK(room.record->sessions.size() == 2);
    REQUIRE(room.take({1}, "token-b") == "kept");
    REQUIRE(room.ask(command::FreeSeat{0}) == "done");
    domain::Participant late;
    late.code = "31";
    CHECK(room.ask_with([&](app::OnRoomAnswer done) { room.session->add_person(late, std::move(done)); }) == "done");
    CHECK(go(0) == "done");
    const auto view = room.session->view();
    CHECK(view->scenario->id == "small-case");
    CHECK(view->case_version > version + 1);
    REQUIRE(view->state->seats.size() == 5);
    CHECK(view->state->seats[0].token_hash == "");
    CHECK(view->state->seats[1].token_hash == "token-b");
    CHECK(view->state->seats[4].code == "31");

    // The case that was worked on last is taken up; both end together.
    RoomBench again;
    again.record->sessions = room.record->sessions;
    app::RoomSetup anew = again.setup();
    again.small.builder.scenario.id = "second-case";
    anew.cases.push_back({again.small.build(), {}});
    again.open(std::move(anew));
    REQUIRE(again.session->resume(room.kept()).ok());
    CHECK(again.session->view()->scenario->id == "small-case");
    CHECK(again.ask(command::EndRoom{}) == "done");
    CHECK(again.session->over());
    for (const auto& [id, events] : again.record->sessions) CHECK(events.back().type == "room_ended");
}
