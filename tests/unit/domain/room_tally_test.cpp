#include <doctest/doctest.h>

#include "domain/room_tally.h"
#include "support/small_room.h"

using namespace timbang::tests;

namespace {

/// A room after first votes of these scores, seat by seat, on the first indicator.
RunningRoom after_first(const std::vector<int>& scores, RoomRules rules = small_rules()) {
    RunningRoom room(std::move(rules));
    room.open();
    for (std::size_t seat = 0; seat < scores.size(); ++seat)
        room.ok(RunningRoom::vote(static_cast<SeatIx>(seat), scores[seat]));
    return room;
}

Tally first_of(const RunningRoom& room, std::optional<int> group = std::nullopt) {
    return tally(room.rules, room.state, room.state.rounds.back(), 0, VoteKind::First, group);
}

} // namespace

TEST_CASE("votes are counted by score, verdict and sureness") {
    RunningRoom room = after_first({2, 6, 6, 6, 10});
    Vote accepts = RunningRoom::vote(5, 6);
    accepts.verdict = Verdict::Accept;
    accepts.confidence = 3;
    room.ok(accepts);
    const Tally all = first_of(room);
    CHECK(all.votes == 6);
    CHECK(all.scores == std::vector<std::pair<int, int>>{{0, 0}, {2, 1}, {4, 0}, {6, 4}, {10, 1}});
    CHECK(all.verdicts[static_cast<std::size_t>(Verdict::Return)] == 5);
    CHECK(all.verdicts[static_cast<std::size_t>(Verdict::Accept)] == 1);
    CHECK(all.confidence[1] == 5);
    CHECK(all.confidence[2] == 1);
    CHECK(all.lowest == 2);
    CHECK(all.highest == 10);
    CHECK(all.on_one_score == 4);
    CHECK(all.consensus(66)); // 4 of 6 are 66.7 %
    CHECK_FALSE(all.consensus(67));
    const Tally second_group = first_of(room, 2);
    CHECK(second_group.votes == 3);
    CHECK(second_group.lowest == 6);
    CHECK(first_of(room, 9).votes == 0);
}

TEST_CASE("without votes there is no spread and no consensus") {
    const Tally none = first_of(after_first({}));
    CHECK(none.votes == 0);
    CHECK_FALSE(none.lowest);
    CHECK_FALSE(none.low);
    CHECK_FALSE(none.consensus(0));
    CHECK(none.scores.size() == 5);
    RunningRoom room = after_first({2});
    CHECK(tally(room.rules, room.state, *room.state.round(), 7, VoteKind::First) == Tally{});
    CHECK(tally(room.rules, room.state, *room.state.round(), 1, VoteKind::First).votes == 0);
}

TEST_CASE("the middle 80 percent leaves out the ends, by nearest rank") {
    RoomRules rules;
    rules.tasks = {{"T", false, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}}};
    for (int i = 0; i < 20; ++i)
        rules.seats.push_back({std::to_string(i), 0, WayIn::Phone, false, {}, ""});
    // One vote on 0, seventeen on 5, one on 8, one on 10: ranks 2 and 18 of 20.
    std::vector<int> scores(20, 5);
    scores[0] = 0;
    scores[18] = 8;
    scores[19] = 10;
    Tally made = first_of(after_first(scores, rules));
    CHECK(made.low == 5);
    CHECK(made.high == 5);
    CHECK(made.lowest == 0);
    CHECK(made.highest == 10);
    scores[1] = 3;
    scores[17] = 9;
    made = first_of(after_first(scores, rules));
    CHECK(made.low == 3);
    CHECK(made.high == 8); // of 8, 9 and 10 the two highest are left out
    made = first_of(after_first({4}, rules));
    CHECK((made.low == 4 && made.high == 4));
}

TEST_CASE("where no score is asked, verdicts make the consensus") {
    RunningRoom room;
    room.open({2});
    for (SeatIx seat = 0; seat < 4; ++seat) {
        Vote vote = RunningRoom::vote(seat, 0);
        vote.task = 2;
        if (seat == 0) vote.verdict = Verdict::Reject;
        room.ok(vote);
    }
    const Tally made = tally(room.rules, room.state, *room.state.round(), 2, VoteKind::First);
    CHECK(made.scores.empty());
    CHECK(made.on_one_score == 3);
    CHECK_FALSE(made.low);
}

TEST_CASE("moves are counted in steps, towards the reference and away from it") {
    RunningRoom room = after_first({6, 6, 2, 10, 0});
    room.to_second();
    const std::vector<int> seconds{2, 6, 6, 6}; // the fifth does not vote again; the sixth only now
    for (std::size_t seat = 0; seat < seconds.size(); ++seat)
        room.ok(RunningRoom::vote(static_cast<SeatIx>(seat), seconds[seat], VoteKind::Second));
    room.ok(RunningRoom::vote(5, 6, VoteKind::Second));
    const Round& round = *room.state.round();
    const Moves all = moves(room.rules, room.state, round, 0, 2);
    CHECK(all.both == 4);
    CHECK(all.moved == 3);
    CHECK(all.up == 1);
    CHECK(all.down == 2);
    CHECK(all.closer == 2);
    CHECK(all.further == 1);
    const Moves blind = moves(room.rules, room.state, round, 0, std::nullopt);
    CHECK(blind.moved == 3);
    CHECK(blind.closer + blind.further == 0);
    CHECK(moves(room.rules, room.state, round, 0, 2, 2).both == 1);
}

TEST_CASE("from one side of the reference to the other is neither closer nor further") {
    RunningRoom room = after_first({2});
    room.to_second();
    room.ok(RunningRoom::vote(0, 6, VoteKind::Second));
    const Moves made = moves(room.rules, room.state, *room.state.round(), 0, 4);
    CHECK(made.moved == 1);
    CHECK(made.closer + made.further == 0);
}

TEST_CASE("a group's decision counts for each member that agrees where the second vote is the group's") {
    RoomRules rules = small_rules();
    rules.group_second = true;
    RunningRoom room = after_first({6, 6, 2, 6, 6, 6}, rules);
    room.to_second();
    room.ok(RunningRoom::group_vote(1, 2, {0, 2}));
    room.ok(RunningRoom::group_vote(2, 6, {3, 4, 5}));
    const Round& round = *room.state.round();
    const Tally seconds = tally(room.rules, room.state, round, 0, VoteKind::Second);
    CHECK(seconds.votes == 5);
    CHECK(seconds.on_one_score == 3);
    CHECK(tally(room.rules, room.state, round, 0, VoteKind::Group).votes == 2);
    CHECK(tally(room.rules, room.state, round, 0, VoteKind::Second, 1).votes == 2);
    const Moves made = moves(room.rules, room.state, round, 0, 2);
    CHECK(made.both == 5);
    CHECK(made.moved == 1); // the first; the third said 2 before
    CHECK(made.closer == 1);
}

TEST_CASE("a group's decision beside single second votes stands apart") {
    RunningRoom room = after_first({6, 6});
    room.to_second();
    room.ok(RunningRoom::vote(0, 2, VoteKind::Second));
    room.ok(RunningRoom::group_vote(1, 10, {0, 1}));
    CHECK(tally(room.rules, room.state, *room.state.round(), 0, VoteKind::Second).votes == 1);
    CHECK(moves(room.rules, room.state, *room.state.round(), 0, std::nullopt).both == 1);
    CHECK(room_answer(room.rules, room.state, *room.state.round(), 0)->score == 2); // one 2, one 6: the lower
}

TEST_CASE("the room's answer is the most frequent of the last votes") {
    RunningRoom room;
    room.open();
    CHECK_FALSE(room_answer(room.rules, room.state, *room.state.round(), 0));
    for (SeatIx seat = 0; seat < 6; ++seat) {
        Vote vote = RunningRoom::vote(seat, seat < 3 ? 6 : 10);
        vote.verdict = seat % 2 == 0 ? Verdict::Accept : Verdict::Return;
        vote.confidence = seat == 0 ? 3 : 1;
        room.ok(vote);
    }
    Decision answer = *room_answer(room.rules, room.state, *room.state.round(), 0);
    CHECK(answer.score == 6); // three each: the lower
    CHECK(answer.verdict == Verdict::Accept);
    CHECK(answer.confidence == 1);
    room.to_second();
    Vote changed = RunningRoom::vote(0, 10, VoteKind::Second);
    changed.verdict = Verdict::Accept;
    room.ok(changed);
    answer = *room_answer(room.rules, room.state, *room.state.round(), 0);
    CHECK(answer.score == 10);
    CHECK(answer.verdict == Verdict::Return); // two each: the stricter
    CHECK_FALSE(room_answer(room.rules, room.state, *room.state.round(), 9));
}
