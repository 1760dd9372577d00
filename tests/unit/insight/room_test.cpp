#include <doctest/doctest.h>

#include "base/catalogue.h"
#include "insight/room.h"
#include "support/scenario_builder.h"
#include "support/small_room.h"

using namespace timbang::tests;
using namespace timbang::insight;
namespace command = timbang::domain::room_command;

namespace {

RoomReference reference(int score, Verdict verdict = Verdict::Return) {
    RoomReference made;
    made.score = score;
    made.verdict = verdict;
    return made;
}

/// References of the small room's indicators.
std::vector<RoomReference> references() {
    RoomReference verdict_only;
    verdict_only.verdict = Verdict::Reject;
    return {reference(2), reference(8), verdict_only};
}

Vote answer(RoomTaskIx task, SeatIx seat, int score, VoteKind kind = VoteKind::First) {
    Vote vote = RunningRoom::vote(seat, score, kind);
    vote.task = task;
    return vote;
}

/// Votes first, and second where given, on one indicator; the round is closed.
void round_of(RunningRoom& room, RoomTaskIx task, const std::vector<int>& first, const std::vector<int>& second = {}) {
    room.open({task});
    for (std::size_t i = 0; i < first.size(); ++i)
        room.ok(answer(task, static_cast<SeatIx>(i), first[i]));
    if (!second.empty()) room.to_second();
    for (std::size_t i = 0; i < second.size(); ++i)
        room.ok(answer(task, static_cast<SeatIx>(i), second[i], VoteKind::Second));
    room.ok(command::CloseRound{});
}

std::string english(const timbang::base::Message& message) {
    const auto texts = timbang::base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    return texts->text(timbang::base::Lang::En, message);
}

std::string reason_of(const std::vector<int>& first) {
    RunningRoom room;
    round_of(room, 0, first);
    return english(debrief_agenda(room.rules, room.state, references()).at(0).reason);
}

} // namespace

TEST_CASE("an indicator is compared with the reference for the room and for each group") {
    RunningRoom room;
    room.ok(command::AddComment{0, CommentAbout::Rule, "before the round"});
    room.open();
    const std::vector<int> first{6, 6, 2, 10, 0, 6}, second{2, 2, 2, 6, 2, 10};
    for (int i = 0; i < 6; ++i)
        room.ok(answer(0, i, first[static_cast<std::size_t>(i)]));
    room.ok(command::AddComment{0, CommentAbout::Rule, "which year?"});
    room.to_second();
    for (int i = 0; i < 6; ++i)
        room.ok(answer(0, i, second[static_cast<std::size_t>(i)], VoteKind::Second));
    room.ok(RunningRoom::group_vote(1, 4, {0, 1}));
    room.ok(command::ShowReference{-1});

    const std::vector<RoomItem> items = compare_room(room.rules, room.state, references());
    REQUIRE(items.size() == 1);
    const RoomItem& item = items[0];
    CHECK(item.code == "KS-P2");
    CHECK(item.round == 1);
    CHECK(item.room.first_against.on == 1);
    CHECK(item.room.first_against.of == 6);
    CHECK(item.room.first_against.on_verdict == 6);
    CHECK(*item.room.first_against.steps ==
          doctest::Approx((2 + 2 + 0 + 3 - 1 + 2) / 6.0)); // 0 2 4 6 10 are one step each
    CHECK(*item.room.first_against.apart == doctest::Approx(10 / 6.0));
    CHECK(item.room.second_against.on == 4);
    CHECK(item.room.moves.moved == 5);
    CHECK(item.room.moves.closer == 4);
    CHECK(item.room.moves.further == 1);
    CHECK(item.room.moves.up == 2);
    REQUIRE(item.groups.size() == 2);
    CHECK(item.groups[0].first_against.on == 1);
    CHECK(item.groups[0].second_against.on == 3);
    CHECK(item.groups[0].decision->score == 4);
    CHECK_FALSE(item.groups[1].decision);
    REQUIRE(item.comments.size() == 1);
    CHECK(item.comments[0].text == "which year?");
    // Three of 15 pairs gave 6; then six of 15 gave 2.
    CHECK(item.pairs_first->estimate == doctest::Approx(3 / 15.0));
    CHECK(item.pairs_second->estimate == doctest::Approx(6 / 15.0));
}

TEST_CASE("where no score is asked the verdict is compared, and without a reference nothing is") {
    RunningRoom room;
    room.open({2});
    for (int i = 0; i < 4; ++i) {
        Vote vote = answer(2, i, 0);
        if (i == 0) vote.verdict = Verdict::Reject;
        room.ok(vote);
    }
    RoomItem item = compare_room(room.rules, room.state, references()).at(0);
    CHECK(item.room.first_against.on == 1);
    CHECK_FALSE(item.room.first_against.steps);
    CHECK(item.pairs_first->estimate == doctest::Approx(0.5));
    CHECK_FALSE(item.pairs_second.ok());
    item = compare_room(room.rules, room.state, {}).at(0);
    CHECK(item.room.first_against.on == 0);
    CHECK(item.room.first_against.of == 4);
}

TEST_CASE("indicators without votes are left out, and every round stands for itself") {
    RunningRoom room;
    room.open({1});
    room.ok(command::CloseRound{});
    round_of(room, 0, {2, 2});
    round_of(room, 0, {6});
    const auto items = compare_room(room.rules, room.state, references());
    REQUIRE(items.size() == 2);
    CHECK(items[0].round == 2);
    CHECK(items[1].round == 3);
    const auto agenda = debrief_agenda(room.rules, room.state, references());
    REQUIRE(agenda.size() == 1);
    CHECK(agenda[0].round == 3);
}

TEST_CASE("the agenda begins with what split the room and lay far from the reference") {
    RunningRoom room;
    round_of(room, 1, {8, 8, 8, 8, 8, 10}); // nearly all on the reference
    round_of(room, 0, {0, 10, 6, 6, 6, 2}); // split, and most are elsewhere
    room.open({2});
    for (int i = 0; i < 6; ++i)
        room.ok(answer(2, i, 0)); // all say return, the reference rejects
    const auto agenda = debrief_agenda(room.rules, room.state, references());
    REQUIRE(agenda.size() == 3);
    CHECK(agenda[0].code == "KS-P2");
    CHECK(agenda[0].low == 0);
    CHECK(agenda[0].high == 10);
    CHECK(agenda[0].points == 10);
    CHECK(agenda[1].code == "KS-S1"); // agreed, but on another answer: worth talking about
    CHECK(agenda[2].code == "KS-O1");
    CHECK(agenda[0].need > agenda[1].need);
    CHECK(agenda[1].need > agenda[2].need);
    CHECK(agenda[1].need == doctest::Approx(1.0));
}

TEST_CASE("equals stay in the order of the case") {
    RunningRoom room;
    round_of(room, 1, {8, 8});
    round_of(room, 0, {2, 2});
    const auto agenda = debrief_agenda(room.rules, room.state, references());
    CHECK(agenda[0].task == 0);
    CHECK(agenda[1].task == 1);
}

TEST_CASE("each place on the agenda has its reason in words") {
    CHECK(reason_of({2, 2, 2, 2, 2, 6}) == "Clear: 5 of 6 gave the reference");
    CHECK(reason_of({6, 6, 6, 6, 2, 10}) == "Most gave 6; 1 of 6 gave the reference");
    CHECK(reason_of({6, 6, 6, 10, 10, 10}) == "Half gave 6, half gave 10; 0 of 6 gave the reference");
    CHECK(reason_of({2, 2, 2, 2, 6, 10}) == "4 of 6 gave the reference; 1 gave 6");
    CHECK(reason_of({0, 2, 4, 6, 6, 10}) == "From 0 to 10; 1 of 6 gave the reference");
    RunningRoom room;
    room.open();
    for (int i = 0; i < 4; ++i) {
        Vote vote = answer(0, i, 2);
        if (i < 2) vote.verdict = Verdict::Accept;
        room.ok(vote);
    }
    CHECK(english(debrief_agenda(room.rules, room.state, references())[0].reason) ==
          "The score agrees; 2 of 4 chose another verdict");
    CHECK(english(debrief_agenda(room.rules, room.state, {})[0].reason) == "4 of 4 gave 2");
    room.ok(command::CloseRound{});
    room.open({2});
    for (int i = 0; i < 4; ++i)
        room.ok(answer(2, i, 0));
    CHECK(english(debrief_agenda(room.rules, room.state, references())[0].reason) ==
          "Most gave Return for correction; 0 of 4 gave the reference");
}

TEST_CASE("agreement before and after is of the same people and indicators, with its interval") {
    RunningRoom room;
    round_of(room, 0, {0, 10, 6, 2, 6}, {2, 2, 2, 2}); // the fifth voted once
    round_of(room, 1, {0, 5, 8, 10}, {8, 8, 8, 8});
    const RoomAgreements made = room_agreement(room.rules, room.state);
    CHECK(made.first.items == 2);
    CHECK(made.first.voters == 4);
    CHECK(made.second.score_pairs->estimate == doctest::Approx(1));
    CHECK(made.second.scores->estimate == doctest::Approx(1));
    REQUIRE(made.first.scores.ok());
    CHECK(made.first.scores->estimate < 0.5);
    CHECK(made.first.scores->interval);
    // Weighted pairs of 0, 10, 6, 2 on a scale of ten points: 1 − mean distance / 10.
    const double a = 1 - (10 + 6 + 2 + 4 + 8 + 4) / 60.0, b = 1 - (5 + 8 + 10 + 3 + 5 + 2) / 60.0;
    CHECK(made.first.score_pairs->estimate == doctest::Approx((a + b) / 2));
    CHECK_FALSE(made.by_group);
}

TEST_CASE("chance cannot be told from one indicator, and nothing from none") {
    RunningRoom room;
    CHECK(room_agreement(room.rules, room.state).first.items == 0);
    round_of(room, 0, {0, 2}, {2, 2});
    RoomAgreements made = room_agreement(room.rules, room.state);
    CHECK(made.first.items == 1);
    CHECK_FALSE(made.first.scores.ok());
    CHECK(made.first.score_pairs->estimate == doctest::Approx(0.8));
    CHECK(made.second.verdict_pairs->estimate == doctest::Approx(1));
}

TEST_CASE("what the room needs of the key comes from the case") {
    SmallCase made;
    const auto scenario = made.build();
    RoomRules rules;
    rules.tasks = {
        {"nowhere", true, {0, 1}}, {scenario->tasks[0].code, true, {0, 1}}, {scenario->tasks[0].code, false, {}}};
    const auto references = room_references(rules, *scenario);
    REQUIRE(references.size() == 3);
    CHECK_FALSE(references[0].verdict);
    CHECK(references[1].verdict == scenario->tasks[0].reference.verdict);
    CHECK(references[1].score == scenario->tasks[0].reference.score);
    CHECK_FALSE(references[2].verdict);
    CHECK_FALSE(references[2].score);
}
