#include "room_fixture.h"

using namespace timbang;
using namespace timbang::tests;
namespace command = domain::room_command;

namespace {

/// A room of two cases with the same indicators.
struct TwoCases : RoomBench {
    [[nodiscard]] app::RoomSetup both() {
        app::RoomSetup made = setup();
        SmallCase other;
        other.builder.scenario.start = other.desk;
        other.builder.scenario.id = "second-case";
        made.cases.push_back({other.build(), {}});
        return made;
    }
    std::string go(int place) {
        return ask_with([&](app::OnRoomAnswer done) { session->go_to_case(place, std::move(done)); });
    }
    /// The number of the open round as clients are told it.
    [[nodiscard]] int told() const {
        return session->view()->state->round()->number;
    }
};

} // namespace

TEST_CASE("numbers of rounds go on from case to case, also after coming back and after a restart") {
    TwoCases room;
    room.begin(room.both());
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    CHECK(room.told() == 1);
    REQUIRE(room.ask(command::CloseRound{}) == "done");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    CHECK(room.told() == 2);
    REQUIRE(room.ask(command::CloseRound{}) == "done");
    REQUIRE(room.go(1) == "done");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    CHECK(room.told() == 3);
    REQUIRE(room.ask(command::CloseRound{}) == "done");
    REQUIRE(room.go(0) == "done");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    CHECK(room.told() == 4);

    TwoCases again;
    again.record = room.record;
    again.open(again.both());
    REQUIRE(again.session->resume(again.kept()).ok());
    CHECK(again.told() == 4);
    CHECK(again.vote(again.vote_of(0, 8), 4) == "kept");
}

TEST_CASE("a vote that a phone kept through its sleep does not count for another case, and one that was taken in stays kept") {
    TwoCases room;
    room.begin(room.both());
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    const domain::Vote heard = room.vote_of(0, 8), unheard = room.vote_of(1, 8);
    REQUIRE(room.vote(heard, 1) == "kept");
    REQUIRE(room.ask(command::CloseRound{}) == "done");
    REQUIRE(room.go(1) == "done");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");

    CHECK(room.vote(heard, 1) == "kept"); // its answer was lost
    CHECK(room.vote(unheard, 1) == "no-vote-open");
    CHECK(room.session->view()->state->round()->votes.empty());
    CHECK(room.vote(room.vote_of(1, 6), 2) == "kept");
    CHECK(room.session->view()->state->round()->votes.size() == 1);
}

TEST_CASE("a seat that is taken while the next case is written goes along") {
    TwoCases room;
    room.begin(room.both());
    std::string gone;
    room.session->go_to_case(1, [&](const app::RoomAnswer& answer) { gone = answer.code.empty() ? "done" : answer.code; });
    CHECK(gone.empty());
    REQUIRE(room.take({2}, "token-c") == "kept"); // settles both
    CHECK(gone == "done");
    CHECK(room.session->view()->scenario->id == "second-case");
    CHECK(room.session->view()->state->seats[2].token_hash == "token-c");
}
