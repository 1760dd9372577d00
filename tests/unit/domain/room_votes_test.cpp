#include <doctest/doctest.h>

#include "support/small_room.h"

using namespace timbang::tests;
namespace command = timbang::domain::room_command;

TEST_CASE("a later vote of the same seat takes the place of the earlier one") {
    RunningRoom room;
    room.open();
    CHECK(room.ok(RunningRoom::vote(2, 6, VoteKind::First, "a")) == "voted");
    CHECK(room.ok(RunningRoom::vote(0, 2, VoteKind::First, "a")) == "voted"); // the ids of another seat do not matter
    CHECK(room.ok(RunningRoom::vote(2, 4, VoteKind::First, "b")) == "voted");
    const Round& round = *room.state.round();
    REQUIRE(round.votes.size() == 2);
    CHECK(round.votes[0].seat == 2);
    CHECK(room.state.vote_of(round, 0, VoteKind::First, 2)->score == 4);
    CHECK(room.state.vote_of(round, 0, VoteKind::First, 0)->score == 2);
    CHECK(room.state.vote_of(round, 0, VoteKind::Second, 2) == nullptr);
    CHECK(room.state.vote_of(round, 1, VoteKind::First, 2) == nullptr);
    CHECK(room.state.vote_of(round, 0, VoteKind::First, 900) == nullptr);
    CHECK(room.state.vote_of(round, 0, VoteKind::First, -1) == nullptr);
}

TEST_CASE("a message that comes again changes nothing, however late") {
    RunningRoom room;
    room.open();
    room.ok(RunningRoom::vote(0, 6, VoteKind::First, "a"));
    room.ok(RunningRoom::vote(0, 2, VoteKind::First, "b"));
    CHECK(room.ok(RunningRoom::vote(0, 6, VoteKind::First, "a")).empty());
    CHECK(room.state.vote_of(*room.state.round(), 0, VoteKind::First, 0)->score == 2);
    CHECK(room.state.was_taken(RunningRoom::vote(0, 6, VoteKind::First, "a")));
    CHECK_FALSE(room.state.was_taken(RunningRoom::vote(1, 6, VoteKind::First, "a")));
    CHECK_FALSE(room.state.was_taken(RunningRoom::vote(0, 6)));
    room.ok(command::CloseRound{});
    CHECK(room.ok(RunningRoom::vote(0, 2, VoteKind::First, "b")).empty());
    CHECK(room.refused(RunningRoom::vote(0, 2, VoteKind::First, "c")) == "no-vote-open");
    RoomState again = replay(room.rules, room.events);
    CHECK(again == room.state);
    CHECK(again.was_taken(RunningRoom::vote(0, 2, VoteKind::First, "b")));
}

TEST_CASE("the same answer again is no event; a reason that follows is") {
    RunningRoom room;
    room.open();
    Vote vote = RunningRoom::vote(0, 6, VoteKind::First, "a");
    room.ok(vote);
    vote.client_id = "b";
    CHECK(room.ok(vote).empty());
    vote.client_id = "c";
    vote.reason = " the year\n is  2023 ";
    CHECK(room.ok(vote) == "voted");
    CHECK(room.state.round()->votes[0].reason == "the year is 2023");
}

TEST_CASE("a vote is refused that is not as the indicator asks") {
    RunningRoom room;
    room.open({0, 1});
    Vote vote = RunningRoom::vote(0, 6);
    vote.verdict.reset();
    CHECK(room.refused(vote) == "incomplete-vote");
    vote = RunningRoom::vote(0, 3);
    CHECK(room.refused(vote) == "score-off-scale");
    vote = RunningRoom::vote(0, 6);
    vote.score.reset();
    CHECK(room.refused(vote) == "incomplete-vote");
    vote = RunningRoom::vote(0, 6);
    for (const int sureness : {0, 4, 255}) {
        vote.confidence = static_cast<Confidence>(sureness);
        CHECK(room.refused(vote) == "bad-confidence");
    }
    vote = RunningRoom::vote(0, 6);
    vote.reason = std::string(401, 'x');
    CHECK(room.refused(vote) == "reason-too-long");
    vote = RunningRoom::vote(6, 6);
    CHECK(room.refused(vote) == "unknown-seat");
    CHECK(room.refused(RunningRoom::vote(-1, 6)) == "unknown-seat");
    vote = RunningRoom::vote(0, 6);
    vote.task = 2;
    CHECK(room.refused(vote) == "not-this-round");
    vote.task = 3;
    CHECK(room.refused(vote) == "unknown-indicator");
    vote = RunningRoom::vote(0, 5);
    vote.task = 1; // asks for no verdict: what was sent is left out
    CHECK(room.ok(vote) == "voted");
    CHECK_FALSE(room.state.round()->votes[0].verdict);
}

TEST_CASE("first votes come first, second votes second") {
    RunningRoom room;
    room.open();
    CHECK(room.refused(RunningRoom::vote(0, 6, VoteKind::Second)) == "wrong-kind");
    CHECK(room.refused(RunningRoom::group_vote(1, 6, {0})) == "wrong-kind");
    room.ok(RunningRoom::vote(0, 6));
    room.to_second();
    CHECK(room.refused(RunningRoom::vote(0, 2)) == "wrong-kind");
    CHECK(room.ok(RunningRoom::vote(0, 2, VoteKind::Second)) == "voted");
    CHECK(room.ok(RunningRoom::group_vote(1, 2, {0, 2})) == "voted");
    const Round& round = *room.state.round();
    CHECK(room.state.vote_of(round, 0, VoteKind::First, 0)->score == 6);
    CHECK(room.state.vote_of(round, 0, VoteKind::Second, 0)->score == 2);
    CHECK(room.state.vote_of(round, 0, VoteKind::Group, 1)->members == std::vector<SeatIx>{0, 2});
}

TEST_CASE("a group decides with the assent of its own members") {
    RoomRules rules = small_rules();
    rules.group_second = true;
    RunningRoom room(rules);
    room.open();
    room.to_second();
    CHECK(room.refused(RunningRoom::vote(0, 2, VoteKind::Second)) == "wrong-kind");
    CHECK(room.refused(RunningRoom::group_vote(1, 2, {})) == "incomplete-vote");
    CHECK(room.refused(RunningRoom::group_vote(1, 2, {0, 3})) == "unknown-seat");
    CHECK(room.refused(RunningRoom::group_vote(3, 2, {0})) == "unknown-seat");
    CHECK(room.refused(RunningRoom::group_vote(0, 2, {0})) == "unknown-seat");
    CHECK(room.refused(RunningRoom::group_vote(1, 2, {99})) == "unknown-seat");
    CHECK(room.ok(RunningRoom::group_vote(2, 2, {5, 4, 5})) == "voted");
    CHECK(room.state.round()->votes[0].members == std::vector<SeatIx>{4, 5});
    CHECK(room.ok(RunningRoom::group_vote(2, 2, {4, 5})).empty());
    CHECK(replay(room.rules, room.events) == room.state);
}

TEST_CASE("a thousand seats vote on nine indicators") {
    RoomRules rules;
    for (int i = 0; i < 9; ++i)
        rules.tasks.push_back({"T" + std::to_string(i), true, {0, 1, 2}});
    for (int i = 0; i < 1000; ++i)
        rules.seats.push_back({std::to_string(i), i / 6 + 1, WayIn::Phone, false, {}, ""});
    RunningRoom room(rules);
    room.open({0, 1, 2, 3, 4, 5, 6, 7, 8});
    for (int again = 0; again < 2; ++again)
        for (SeatIx seat = 0; seat < 1000; ++seat)
            for (RoomTaskIx task = 0; task < 9; ++task) {
                Vote vote = RunningRoom::vote(seat, (seat + again) % 3, VoteKind::First,
                                              std::to_string(again) + "-" + std::to_string(task));
                vote.task = task;
                const RoomOutcome outcome = step(room.rules, room.state, command::CastVote{vote});
                REQUIRE(std::holds_alternative<std::vector<RoomEvent>>(outcome));
            }
    const Round& round = *room.state.round();
    CHECK(round.votes.size() == 9000);
    CHECK(room.state.vote_of(round, 8, VoteKind::First, 999)->score == 1);
}
