#include "room_fixture.h"

using namespace timbang;
using namespace timbang::tests;
namespace command = timbang::domain::room_command;

TEST_CASE("a vote is acknowledged and counted only when it is durable") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    const auto answer = room.hand_in(room.vote_of(0, 8, "because"));
    room.run();
    CHECK(*answer == "");
    CHECK(room.session->view()->state->rounds.back().votes.empty());
    CHECK(room.session->snapshot()->writing);
    room.settle();
    CHECK(*answer == "kept");
    CHECK(room.session->view()->state->rounds.back().votes.size() == 1);
    CHECK_FALSE(room.session->snapshot()->writing);
    REQUIRE(room.count("voted") == 1);
    CHECK(room.events().back().payload.find("because") == std::string::npos); // a row of its own
    CHECK(room.events().back().payload.find("id-01") != std::string::npos);   // the person of the record
    REQUIRE(room.events().back().texts.size() == 1);
    CHECK(room.events().back().texts[0].text == "because");
}

TEST_CASE("a view taken before the room has begun is another case than the one with its indicators") {
    RoomBench room;
    room.open(room.setup());
    const auto early = room.session->view();
    REQUIRE(room.session->begin().ok());
    const auto begun = room.session->view();
    CHECK(begun->rules->tasks.size() == 2);
    CHECK(begun->case_version > early->case_version);
    room.settle();
    RoomBench again;
    again.open(again.setup());
    const auto before = again.session->view();
    REQUIRE(again.session->resume(room.kept()).ok());
    CHECK(again.session->view()->case_version > before->case_version);
}

TEST_CASE("the same vote sent again is kept once, and answered when the first is durable") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    const domain::Vote vote = room.vote_of(0, 8);
    const auto first = room.hand_in(vote);
    const auto again = room.hand_in(vote);
    room.run();
    CHECK(*again == "");
    room.settle();
    CHECK(*first == "kept");
    CHECK(*again == "kept");
    CHECK(room.count("voted") == 1);
    // Also when the round is over: whoever sends it again learns that it stands.
    REQUIRE(room.ask(command::CloseRound{}) == "done");
    CHECK(room.vote(vote) == "kept");
    CHECK(room.vote(room.vote_of(0, 6)) == "no-vote-open");
}

TEST_CASE("a vote of another round than the one seen is refused") {
    RoomBench room;
    room.begin();
    CHECK(room.vote(room.vote_of(0, 8)) == "no-vote-open");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    CHECK(room.vote(room.vote_of(0, 8), 2) == "no-vote-open");
    CHECK(room.vote(room.vote_of(0, 7)) == "score-off-scale");
    CHECK(room.vote(room.vote_of(0, 8), 1) == "kept");
}

TEST_CASE("all seats of a shared computer are taken, or none") {
    RoomBench room;
    room.begin();
    CHECK(room.take({1}, "token-b") == "kept");
    CHECK(room.take({0, 1}, "token-a") == "seat-taken");
    CHECK(room.session->view()->state->seats[0].token_hash == "");
    CHECK(room.take({2, 3}, "token-c") == "kept");
    CHECK(room.session->view()->state->seats[3].token_hash == "token-c");
    CHECK(room.ask(command::FreeSeat{1}) == "done");
    CHECK(room.freed == std::vector<domain::SeatIx>{1});
    CHECK(room.take({0, 1}, "token-a") == "kept");
}

TEST_CASE("the reference comes to everybody with each one's reply, and every first vote is compared") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    CHECK(room.vote(room.vote_of(0, 6)) == "kept");
    CHECK(room.vote(room.vote_of(1, 10, "looks complete")) == "kept");
    REQUIRE(room.ask(command::ShowVotes{}) == "done");
    REQUIRE(room.ask(command::BeginDiscussion{}) == "done");
    REQUIRE(room.ask(command::OpenSecondVote{}) == "done");
    CHECK(room.vote(room.vote_of(1, 6, "", domain::VoteKind::Second)) == "kept");
    CHECK(room.public_words().find("why HA-O1") == std::string::npos);
    CHECK(room.session->view()->references.empty());
    REQUIRE(room.ask(command::ShowReference{0}) == "done");

    const auto view = room.session->view();
    REQUIRE(view->references.size() == 1);
    const room::ShownReference& shown = view->references[0];
    CHECK(shown.score == 6);
    CHECK(shown.why.en == "why HA-O1");
    CHECK(shown.panel == std::vector<std::pair<int, int>>{{4, 1}, {6, 1}});
    REQUIRE(shown.rests_on.size() == 1); // the other passage stands in a document that is still hidden
    CHECK(shown.rests_on[0].quote == "2023");
    REQUIRE(shown.seats.size() == 4);
    CHECK(shown.seats[0].why.empty()); // the same as the reference
    CHECK(shown.seats[1].why.en == "too kind by far");
    CHECK(shown.seats[1].type == "too-kind");
    CHECK(view->screen == room::Screen::Reference);

    REQUIRE(room.count("vote_scored") == 2);
    for (const store::StoredEvent& event : room.events()) {
        if (event.type != "vote_scored") continue;
        const auto payload = nlohmann::json::parse(event.payload);
        CHECK(payload["indicator"] == "HA-O1");
        CHECK(payload["vote"] == "first");
        CHECK(payload["key_hash"] == "key");
        CHECK(payload["result"]["item_hash"] == "item HA-O1");
        CHECK(payload["result"]["exact"] == (payload["person"] == "id-01"));
        if (payload["person"] == "id-02") CHECK(payload["result"]["score"]["steps"] == 2);
    }
    // The script goes on with what the room says now.
    CHECK(room.count("decided") == 1);
    REQUIRE(room.session->snapshot()->script->decisions[0]);
    CHECK(room.session->snapshot()->script->decisions[0]->score == 6);
}

TEST_CASE("evidence that an action reveals reaches the public case with a new version, and only then") {
    RoomBench room;
    room.begin();
    const auto before = room.session->view()->case_version;
    CHECK(room.public_words().find("Dukcapil 35") == std::string::npos);
    REQUIRE(room.ask(domain::TakeAction{room.small.ask}) == "done");
    CHECK(room.public_words().find("Dukcapil 35") != std::string::npos);
    CHECK(room.session->view()->case_version > before);
    CHECK(room.ask(domain::TakeAction{room.small.ask}) == "refused:action-taken");
}

TEST_CASE("pictures of hidden documents are not there") {
    RoomBench room;
    app::RoomSetup setup = room.setup();
    setup.cases[0].pictures = {{{"answer", 1}, {"hidden", "image/png"}}, {{"report", 1}, {"open", "image/png"}}};
    room.begin(std::move(setup));
    CHECK(room.session->picture("report", 1)->bytes == "open");
    CHECK(room.session->picture("report", 2).error().code == "no-picture");
    CHECK(room.session->picture("answer", 1).error().code == "no-picture");
    CHECK(room.session->picture("nothing", 1).error().code == "no-picture");
    REQUIRE(room.ask(domain::TakeAction{room.small.ask}) == "done");
    CHECK(room.session->picture("answer", 1)->bytes == "hidden");
}

TEST_CASE("when writing fails everything is refused until it works again; nothing is lost") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    room.record->failing = true;
    const domain::Vote vote = room.vote_of(0, 8);
    CHECK(room.vote(vote) == "failed");
    CHECK(room.session->view()->state->rounds.back().votes.empty());
    CHECK(room.vote(room.vote_of(1, 8)) == "failed");
    CHECK(room.take({2}, "token") == "");
    CHECK(room.ask(command::ShowVotes{}) == "failed:session-not-saved");
    const auto snapshot = room.session->snapshot();
    REQUIRE(snapshot->failure);
    CHECK(snapshot->recovery_file == "/recovery/file");
    const auto retry = [&](app::OnRoomAnswer done) { room.session->retry_saving(std::move(done)); };
    CHECK(room.ask_with(retry) == "failed:session-not-saved");

    room.record->failing = false;
    CHECK(room.ask_with(retry) == "done");
    CHECK_FALSE(room.session->snapshot()->failure);
    CHECK(room.vote(vote) == "kept"); // the client sent it again
    CHECK(room.count("voted") == 1);
    CHECK(room.session->view()->state->rounds.back().votes.size() == 1);
    CHECK(room.vote(room.vote_of(1, 8)) == "kept");
}

TEST_CASE("a reason is shown after the votes, with a name only when the person's device says yes") {
    RoomBench room;
    room.begin();
    REQUIRE(room.take({1}, "token") == "kept");
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    REQUIRE(room.vote(room.vote_of(1, 8, "because")) == "kept");
    const auto show = [&](app::OnRoomAnswer done) {
        room.session->show_reason(1, 0, domain::VoteKind::First, std::move(done));
    };
    const auto ask_name = [&](app::OnRoomAnswer done) { room.session->ask_name(std::move(done)); };
    CHECK(room.ask_with(show) == "refused:not-now");
    REQUIRE(room.ask(command::ShowVotes{}) == "done");
    CHECK(room.ask_with(ask_name) == "refused:no-reason-shown");
    CHECK(room.ask_with(show) == "done");
    CHECK(room.session->view()->screen_reason->text == "because");
    CHECK(room.session->view()->screen_reason->name == "");
    CHECK(room.ask_with(ask_name) == "done");
    REQUIRE(room.session->view()->asks.size() == 1);
    const room::NameAsk ask = room.session->view()->asks[0];
    room.session->answer_name(ask.id, 0, true); // somebody else
    CHECK(room.session->view()->screen_reason->name == "");
    room.session->answer_name(ask.id, 1, true);
    CHECK(room.session->view()->screen_reason->name == "Rini");
    CHECK(room.session->view()->asks.empty());
}

TEST_CASE("the facilitator's snapshot knows who is there and whose vote is missing") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0, 1}}) == "done");
    room.session->connected(0, 2);
    room.session->connected(1, 1);
    room.session->connected(1, 0);
    REQUIRE(room.vote(room.vote_of(0, 8)) == "kept");
    domain::Vote other = room.vote_of(0, 8);
    other.task = 1;
    REQUIRE(room.vote(other) == "kept");
    REQUIRE(room.vote(room.vote_of(1, 8)) == "kept"); // one of two
    const auto snapshot = room.session->snapshot();
    CHECK(app::people_here(*snapshot) == 1);
    CHECK(snapshot->voted == std::vector<bool>{true, false, false, false});
    CHECK(app::missing_votes(*snapshot) == std::vector<domain::SeatIx>{1, 2, 3});
}

TEST_CASE("the timer's rest is measured when it is paused or made longer") {
    RoomBench room;
    room.begin();
    REQUIRE(room.ask(command::OpenRound{{0}}) == "done");
    const std::int64_t whole = room.session->view()->timer_left_ms;
    room.steady += 5000;
    CHECK(room.ask_with([&](app::OnRoomAnswer done) { room.session->pause_timer(std::move(done)); }) == "done");
    CHECK(room.session->view()->timer_left_ms == whole - 5000);
    room.steady += 7000;
    CHECK(room.ask_with([&](app::OnRoomAnswer done) { room.session->extend_timer(60'000, std::move(done)); }) == "done");
    CHECK(room.session->view()->timer_left_ms == whole + 55'000);
}
