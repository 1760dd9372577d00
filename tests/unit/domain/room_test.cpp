#include <doctest/doctest.h>

#include "support/small_room.h"

using namespace timbang::tests;
namespace command = timbang::domain::room_command;

TEST_CASE("a round goes from the first vote to the reference, each step the facilitator's") {
    RunningRoom room;
    CHECK(room.phase() == "briefing");
    CHECK_FALSE(next_room_command(room.rules, room.state));
    CHECK(room.ok(command::OpenRound{{0}}) == "round_opened timer_set");
    CHECK(room.phase() == "first-vote");
    std::vector<std::string> phases;
    while (const auto next = next_room_command(room.rules, room.state)) {
        room.ok(*next);
        phases.push_back(room.phase());
    }
    CHECK(phases ==
          std::vector<std::string>{"votes-shown", "discussion", "second-vote", "reference-shown", "briefing"});
    CHECK(room.state.rounds.size() == 1);
    CHECK(room.state.rounds[0].closed);
    CHECK(replay(room.rules, room.events) == room.state);
}

TEST_CASE("the big button shows the references of a round one after the other") {
    RunningRoom room;
    room.open({2, 0});
    room.to_second();
    std::vector<int> shown;
    while (const auto next = next_room_command(room.rules, room.state)) {
        if (const auto* show = std::get_if<command::ShowReference>(&*next)) shown.push_back(show->task);
        room.ok(*next);
    }
    CHECK(shown == std::vector<int>{2, 0});
}

TEST_CASE("only one round is open, and only of indicators that are still hidden") {
    RunningRoom room;
    CHECK(room.refused(command::OpenRound{{}}) == "unknown-indicator");
    CHECK(room.refused(command::OpenRound{{3}}) == "unknown-indicator");
    CHECK(room.refused(command::OpenRound{{-1}}) == "unknown-indicator");
    room.ok(command::OpenRound{{1, 1, 0}});
    CHECK(room.state.rounds.back().tasks == std::vector<RoomTaskIx>{1, 0});
    CHECK(room.refused(command::OpenRound{{0}}) == "round-open");
    room.to_second();
    CHECK(room.refused(command::ShowReference{2}) == "not-this-round");
    CHECK(room.refused(command::ShowReference{7}) == "unknown-indicator");
    CHECK(room.ok(command::ShowReference{1}) == "vote_closed reference_shown");
    CHECK(room.refused(command::ShowReference{1}) == "reference-already-shown");
    CHECK(room.refused(command::ReopenVote{}) == "reference-already-shown");
    CHECK(room.refused(command::OpenSecondVote{}) == "reference-already-shown");
    CHECK(room.ok(command::CloseRound{}) == "round_closed");
    CHECK(room.refused(command::OpenRound{{1}}) == "reference-already-shown");
    CHECK(room.ok(command::OpenRound{{0}}) == "round_opened timer_set"); // given up before its reference
    CHECK(room.state.rounds.back().number == 2);
}

TEST_CASE("without a round nothing of a round can be asked") {
    RunningRoom room;
    const std::vector<RoomCommand> commands{
        command::CloseVote{},      command::ReopenVote{},  command::ShowVotes{},      command::BeginDiscussion{},
        command::OpenSecondVote{}, command::Skip{},        command::ShowReference{},  command::CloseRound{},
        command::PauseTimer{},     command::ResumeTimer{}, command::ExtendTimer{0, 5}};
    for (const RoomCommand& one : commands)
        CHECK(room.refused(one) == "no-round");
    CHECK(room.refused(RunningRoom::vote(0, 2)) == "no-vote-open");
}

TEST_CASE("the reference stays hidden until the second vote is taken or passed over") {
    RunningRoom room;
    room.open();
    CHECK(room.refused(command::ShowReference{0}) == "not-now");
    room.ok(command::ShowVotes{});
    CHECK(room.refused(command::ShowReference{0}) == "not-now");
    room.ok(command::BeginDiscussion{});
    CHECK(room.refused(command::ShowReference{-1}) == "not-now");
    CHECK(room.ok(command::Skip{}) == "second_vote_passed_over");
    CHECK(room.phase() == "discussion");
    CHECK(room.refused(command::Skip{}) == "not-now");
    CHECK(std::holds_alternative<command::ShowReference>(*next_room_command(room.rules, room.state)));
    SUBCASE("shown") {
        CHECK(room.ok(command::ShowReference{-1}) == "reference_shown");
    }
    SUBCASE("taken after all") {
        room.ok(command::OpenSecondVote{});
        CHECK(room.phase() == "second-vote");
        CHECK(room.ok(command::ShowReference{-1}) == "vote_closed reference_shown");
    }
    CHECK(room.phase() == "reference-shown");
}

TEST_CASE("skipping passes over the next part") {
    RunningRoom room;
    room.open();
    CHECK(room.ok(command::Skip{}) == "vote_closed discussion_begun");
    CHECK(room.phase() == "discussion");
    CHECK_FALSE(room.state.round()->votes_shown);
    CHECK(room.refused(command::ReopenVote{}) == "not-now");
    CHECK(room.ok(command::ShowVotes{}) == "votes_shown"); // later after all
    CHECK(room.phase() == "discussion");
    room.ok(command::CloseRound{});
    room.open();
    room.ok(command::ShowVotes{});
    CHECK(room.ok(command::Skip{}) == "second_vote_opened timer_set");
    CHECK(room.refused(command::Skip{}) == "not-now");
}

TEST_CASE("a vote is closed without everyone and opened again until it is shown") {
    RunningRoom room;
    room.open();
    CHECK(room.refused(command::ReopenVote{}) == "not-now");
    CHECK(room.ok(command::CloseVote{}) == "vote_closed");
    CHECK(room.phase() == "first-vote");
    CHECK(room.refused(command::CloseVote{}) == "no-vote-open");
    CHECK(room.refused(RunningRoom::vote(0, 2)) == "no-vote-open");
    CHECK(room.ok(command::ReopenVote{}) == "vote_reopened");
    CHECK(room.ok(RunningRoom::vote(0, 2)) == "voted");
    CHECK(room.ok(command::ShowVotes{}) == "vote_closed votes_shown");
    CHECK(room.refused(command::ReopenVote{}) == "votes-already-shown");
    CHECK(room.refused(command::ShowVotes{}) == "votes-already-shown");
    room.ok(command::OpenSecondVote{});
    room.ok(command::CloseVote{});
    CHECK(room.state.round()->second_over);
    room.ok(command::ReopenVote{});
    CHECK_FALSE(room.state.round()->second_over);
    CHECK(room.ok(RunningRoom::vote(0, 4, VoteKind::Second)) == "voted");
}

TEST_CASE("a round can be given up at any time") {
    RunningRoom room;
    room.open();
    CHECK(room.ok(command::CloseRound{}) == "vote_closed round_closed");
    CHECK(room.phase() == "briefing");
    CHECK(room.refused(command::CloseRound{}) == "no-round");
    CHECK(room.state.rounds[0].shown.empty());
}

TEST_CASE("the timer is paused, goes on and is extended, and never closes a vote") {
    RunningRoom room;
    room.open();
    CHECK(room.state.timer == Timer{true, true, 360'000});
    CHECK(room.refused(command::ResumeTimer{}) == "not-now");
    CHECK(room.ok(command::PauseTimer{120'000}) == "timer_set");
    CHECK(room.state.timer == Timer{true, false, 120'000});
    CHECK(room.refused(command::PauseTimer{1}) == "not-now");
    room.ok(command::ExtendTimer{120'000, 60'000});
    CHECK(room.state.timer == Timer{true, false, 180'000});
    room.ok(command::ResumeTimer{});
    CHECK(room.state.timer == Timer{true, true, 180'000});
    room.ok(command::PauseTimer{-5'000});
    CHECK(room.state.round()->voting);
    CHECK(room.ok(RunningRoom::vote(0, 2)) == "voted"); // over time
    room.ok(command::ExtendTimer{-8 * 3600 * 1000, 60'000}); // the laptop slept
    CHECK(room.state.timer.left_ms == 60'000);
    room.ok(command::ExtendTimer{INT64_MAX, INT64_MAX});
    CHECK(room.state.timer.left_ms == 24 * 60 * 60 * 1000);
    room.ok(command::CloseVote{});
    CHECK(room.state.timer == Timer{});
    room.ok(command::ReopenVote{});
    CHECK(room.refused(command::PauseTimer{1}) == "not-now");
    room.ok(command::ExtendTimer{99, 60'000}); // none was set: it starts with what is added
    CHECK(room.state.timer == Timer{true, true, 60'000});
    CHECK(replay(room.rules, room.events) == room.state);
}

TEST_CASE("a room without a timer sets none") {
    RoomRules rules = small_rules();
    rules.vote_seconds = 0;
    RunningRoom room(rules);
    CHECK(room.ok(command::OpenRound{{0}}) == "round_opened");
    CHECK_FALSE(room.state.timer.set);
}

TEST_CASE("comments stay with the round, and say whether the rule was unclear") {
    RunningRoom room;
    CHECK(room.ok(command::AddComment{-1, CommentAbout::Reading, "before"}) == "comment");
    room.open();
    CHECK(room.ok(command::AddComment{0, CommentAbout::Rule, "T-2 or T-3?"}) == "comment");
    CHECK(room.ok(command::AddComment{0, CommentAbout::Rule, ""}).empty());
    CHECK(room.refused(command::AddComment{9, CommentAbout::Rule, "x"}) == "unknown-indicator");
    CHECK(room.refused(command::AddComment{0, CommentAbout::Rule, std::string(4001, 'x')}) == "reason-too-long");
    CHECK(room.state.comments ==
          std::vector<Comment>{{0, -1, CommentAbout::Reading, "before"}, {1, 0, CommentAbout::Rule, "T-2 or T-3?"}});
}

TEST_CASE("after the end nothing more") {
    RunningRoom room;
    room.open();
    room.ok(RunningRoom::vote(0, 2, VoteKind::First, "a"));
    CHECK(room.ok(command::EndRoom{}) == "vote_closed round_closed room_ended");
    CHECK(room.refused(command::OpenRound{{0}}) == "room-over");
    CHECK(room.refused(command::EndRoom{}) == "room-over");
    CHECK(room.refused(RunningRoom::vote(0, 4)) == "room-over");
    CHECK(room.ok(RunningRoom::vote(0, 2, VoteKind::First, "a")).empty()); // sent again: it is kept
    const RoomState before = room.state;
    apply(room.rules, room.state, room_event::SeatTaken{0, WayIn::Phone, "t"});
    CHECK(room.state == before);
    for (const bool legal : legal_room_commands(room.rules, room.state))
        CHECK_FALSE(legal);
    CHECK_FALSE(next_room_command(room.rules, room.state));
}

TEST_CASE("what is legal follows the phase") {
    RunningRoom room;
    const auto legal = [&](std::size_t place) -> bool { return legal_room_commands(room.rules, room.state)[place]; };
    const std::size_t take = 0, free = 1, add = 2, open = 4, vote = 5, close = 6, reopen = 7, reference = 12,
                      pause = 14;
    CHECK(legal_room_commands(room.rules, room.state).size() == std::variant_size_v<RoomCommand>);
    CHECK((legal(take) && legal(add) && legal(open)));
    CHECK_FALSE((legal(free) || legal(vote) || legal(close) || legal(pause)));
    room.open();
    room.ok(command::TakeSeat{0, WayIn::Phone, "t"});
    CHECK((legal(free) && legal(vote) && legal(close) && legal(pause)));
    CHECK_FALSE((legal(open) || legal(reopen) || legal(reference)));
    room.ok(command::CloseVote{});
    CHECK((legal(reopen) && !legal(vote)));
    for (SeatIx seat = 1; seat < 6; ++seat)
        room.ok(command::TakeSeat{seat, WayIn::Phone, "t"});
    CHECK_FALSE(legal(take));
}
