#include <doctest/doctest.h>

#include "domain/comparison.h"
#include "support/sitting.h"

using namespace timbang::tests;

namespace {

/// A sitting at the desk whose case can still be changed by the test before it begins.
struct Desk : Sitting {
    void begin() {
        start(Mode::Practise);
        to_desk();
    }
    IndicatorComparison after(Verdict verdict, int score, Confidence confidence = 2) {
        decide(made.births, verdict, score, confidence);
        return compare_indicator(*scenario, state, made.births);
    }
    Task& births() { return made.builder.at(made.births); }
};

const Feedback* feedback_on(const std::vector<Feedback>& feedback, AnswerPart part) {
    for (const Feedback& one : feedback)
        if (one.part == part) return &one;
    return nullptr;
}

} // namespace

TEST_CASE("steps are places in the indicator's own list") {
    Desk desk;
    desk.begin();
    auto result = desk.after(Verdict::Return, 6);
    CHECK(result.exact);
    CHECK(result.score->exact());
    result = desk.after(Verdict::Return, 10);
    CHECK(result.score->steps == 2);
    CHECK_FALSE(result.score->within_one());
    result = desk.after(Verdict::Return, 4);
    CHECK(result.score->steps == -1);
    CHECK(result.score->within_one());
    CHECK_FALSE(result.exact);
}

TEST_CASE("an undecided indicator is compared with nothing") {
    Desk desk;
    desk.begin();
    const auto result = compare_indicator(*desk.scenario, desk.state, desk.made.births);
    CHECK_FALSE(result.decided);
    CHECK_FALSE(result.score);
    CHECK(result.problems.empty());
    CHECK(result.feedback.empty());
}

TEST_CASE("near is a whole answer, verdict and score together") {
    Desk desk;
    desk.births().near.push_back({Verdict::Accept, 4, words("while unasked")});
    desk.begin();
    auto result = desk.after(Verdict::Accept, 4, 3);
    CHECK(result.near == 0);
    CHECK(result.verdict->match == VerdictMatch::Near);
    CHECK_FALSE(result.exact);
    CHECK_FALSE(result.sure_and_different);
    CHECK(result.certainty_mark == 3);
    const Feedback* shown = feedback_on(result.feedback, AnswerPart::Verdict);
    REQUIRE(shown != nullptr);
    CHECK(shown->near);
    CHECK(shown->why.en == "while unasked");
    CHECK(feedback_on(result.feedback, AnswerPart::Score) == nullptr); // one reason for the whole answer
    result = desk.after(Verdict::Accept, 6);
    CHECK(result.near == -1);
    CHECK(result.verdict->match == VerdictMatch::Different);
    CHECK(result.exact); // the score equals the reference's
    result = desk.after(Verdict::Return, 4);
    CHECK(result.near == -1);
    CHECK(result.verdict->match == VerdictMatch::Same);
}

TEST_CASE("a near answer with the reference's verdict explains the score") {
    Desk desk;
    desk.births().near.push_back({Verdict::Return, 0, words("unit unknown")});
    desk.begin();
    const auto result = desk.after(Verdict::Return, 0);
    const Feedback* shown = feedback_on(result.feedback, AnswerPart::Score);
    REQUIRE(shown != nullptr);
    CHECK(shown->why.en == "unit unknown");
    CHECK(result.score->steps == -3);
}

TEST_CASE("where no score is asked the verdict makes an answer exact") {
    Desk desk;
    desk.made.builder.framework->decide.score = false;
    desk.begin();
    CHECK(desk.after(Verdict::Return, 0).exact);
    const auto result = desk.after(Verdict::Reject, 0);
    CHECK_FALSE(result.exact);
    CHECK_FALSE(result.score);
}

TEST_CASE("certainty marks and sure and different") {
    Desk desk;
    desk.begin();
    auto result = desk.after(Verdict::Return, 6, 3);
    CHECK(result.certainty_mark == 3);
    CHECK(result.sure);
    CHECK_FALSE(result.sure_and_different);
    result = desk.after(Verdict::Return, 8, 3);
    CHECK(result.certainty_mark == -6);
    CHECK(result.sure_and_different);
    result = desk.after(Verdict::Return, 8, 1);
    CHECK(result.certainty_mark == 0);
    CHECK_FALSE(result.sure_and_different);
}

TEST_CASE("each line of the checklist is compared where the reference names it") {
    Desk desk;
    desk.births().reference.holds.clear(); // endorsed: left open
    desk.begin();
    Decision given = decision(*desk.scenario, desk.made.births, Verdict::Return, 6);
    given.set_check("data-year", Check::Unsure);
    desk.ok(Decide{desk.made.births, given});
    auto result = compare_indicator(*desk.scenario, desk.state, desk.made.births);
    REQUIRE(result.checklist.size() == 1);
    CHECK(result.checklist[0].rule == "data-year");
    CHECK_FALSE(result.checklist[0].same()); // unsure is not "no"
    given.set_check("data-year", Check::No);
    desk.ok(Decide{desk.made.births, given});
    result = compare_indicator(*desk.scenario, desk.state, desk.made.births);
    CHECK(result.checklist[0].same());
}

TEST_CASE("replies are tried from the top for each differing part") {
    Desk desk;
    desk.births().replies = {ScenarioBuilder::reply(score_above(8), "far above"),
                             ScenarioBuilder::reply(score_above(6), "above"),
                             ScenarioBuilder::reply(score_is(4), "four"),
                             ScenarioBuilder::reply(verdict_given(Verdict::Accept), "accepted"),
                             ScenarioBuilder::reply(condition(ConditionKind::Check, "data-year"), "the year"),
                             ScenarioBuilder::reply(condition(ConditionKind::Check, "any"), "a line"),
                             ScenarioBuilder::reply(condition(ConditionKind::Alarm, "any"), "alarm")};
    desk.begin();
    auto result = desk.after(Verdict::Accept, 10);
    REQUIRE(result.feedback.size() == 5); // year, verdict, two missed problems, score: in the order of the form
    CHECK(result.feedback[0].why.en == "the year");
    CHECK(result.feedback[0].rule == "arithmetic");
    CHECK(result.feedback[1].why.en == "accepted");
    CHECK(result.feedback[2].why.en == "shown by 2023");
    CHECK(result.feedback[3].type == "sum-off");
    CHECK(result.feedback[4].why.en == "far above");
    result = desk.after(Verdict::Reject, 8);
    CHECK(feedback_on(result.feedback, AnswerPart::Score)->why.en == "above");
    const Feedback* verdict = feedback_on(result.feedback, AnswerPart::Verdict);
    REQUIRE(verdict != nullptr); // differs, but the case has no reply
    CHECK(verdict->why.empty());
    CHECK(feedback_on(desk.after(Verdict::Return, 4).feedback, AnswerPart::Score)->why.en == "four");
}

TEST_CASE("replies join conditions about the answer and about the session") {
    Desk desk;
    desk.births().replies = {
        ScenarioBuilder::reply(all({score_above(6), flag_set("asked")}), "you asked"),
        ScenarioBuilder::reply(all({score_above(6), verdict_given(Verdict::Accept)}), "kind in both"),
        ScenarioBuilder::reply(any({score_is(8), verdict_given(Verdict::Reject)}), "either"),
        ScenarioBuilder::reply(all({negate(score_is(10)), score_above(6)}), "not ten"),
        ScenarioBuilder::reply(flag_set("asked"), "whatever differs")};
    desk.begin();
    const auto why = [&](Verdict verdict, int score, AnswerPart part) {
        const auto result = desk.after(verdict, score);
        const Feedback* found = feedback_on(result.feedback, part);
        REQUIRE(found != nullptr);
        return found->why.en;
    };
    CHECK(why(Verdict::Accept, 10, AnswerPart::Score) == "kind in both");
    CHECK(why(Verdict::Accept, 10, AnswerPart::Verdict) == "kind in both");
    CHECK(why(Verdict::Return, 8, AnswerPart::Score) == "either");
    CHECK(why(Verdict::Reject, 10, AnswerPart::Verdict) == "either");
    CHECK(why(Verdict::Reject, 10, AnswerPart::Score) == ""); // "either" speaks of the verdict there, not of the score
    desk.ok(TakeAction{desk.made.ask});
    CHECK(why(Verdict::Return, 8, AnswerPart::Score) == "you asked");
    CHECK(why(Verdict::Reject, 6, AnswerPart::Checklist) == "whatever differs");
}

TEST_CASE("the parts of a step: checklist and choice") {
    Sitting sitting;
    auto& lines = sitting.made.builder.at_part(sitting.made.lines);
    lines.replies = {ScenarioBuilder::reply(condition(ConditionKind::Check, "data-year"), "see the year")};
    auto& begin = sitting.made.builder.at_part(sitting.made.begin);
    begin.replies = {ScenarioBuilder::reply(condition(ConditionKind::Choice, "send-back"), "not the whole file")};
    sitting.start(Mode::Practise);
    CHECK_FALSE(compare_part(*sitting.scenario, sitting.state, sitting.made.lines).answered);
    sitting.ok(DecidePart{sitting.made.lines, sitting.answer_lines(Check::Yes, Check::Yes)});
    PartComparison result = compare_part(*sitting.scenario, sitting.state, sitting.made.lines);
    CHECK(result.answered);
    CHECK_FALSE(result.same);
    REQUIRE(result.feedback.size() == 1);
    CHECK(result.feedback[0].why.en == "see the year");
    sitting.ok(DecidePart{sitting.made.lines, sitting.answer_lines(Check::Yes, Check::No)});
    CHECK(compare_part(*sitting.scenario, sitting.state, sitting.made.lines).same);
    PartAnswer choice;
    choice.option = "send-back";
    sitting.ok(DecidePart{sitting.made.begin, choice});
    result = compare_part(*sitting.scenario, sitting.state, sitting.made.begin);
    CHECK_FALSE(result.same);
    CHECK(result.reference == "start");
    CHECK(result.feedback.at(0).why.en == "not the whole file");
}

TEST_CASE("a category is compared with the reference and with the rule on the trainee's own scores") {
    Sitting sitting;
    Condition above = condition(ConditionKind::Category, "beginning");
    above.relation = Relation::Above;
    Condition below = above;
    below.relation = Relation::Below;
    sitting.made.builder.at_part(sitting.made.category).replies = {ScenarioBuilder::reply(above, "too high"),
                                                                   ScenarioBuilder::reply(below, "too low")};
    sitting.start(Mode::Practise);
    sitting.to_desk();
    sitting.decide(sitting.made.births, Verdict::Accept, 10);
    sitting.decide(sitting.made.budget, Verdict::Accept, 10); // 100 points by the rule
    sitting.ok(LeaveStep{});
    sitting.ok(LeaveStep{});
    const auto given = [&](const char* id) {
        PartAnswer answer;
        answer.category = id;
        sitting.ok(DecidePart{sitting.made.category, answer});
        return compare_part(*sitting.scenario, sitting.state, sitting.made.category);
    };
    PartComparison result = given("caring");
    CHECK(result.same_as_rule);
    CHECK(result.by_rule == "caring");
    CHECK_FALSE(result.same);
    CHECK(result.feedback.at(0).why.en == "too high");
    result = given("none");
    CHECK(result.feedback.at(0).why.en == "too low");
    CHECK_FALSE(result.same_as_rule);
    result = given("beginning");
    CHECK(result.same);
    CHECK(result.feedback.empty());
}

TEST_CASE("the comparison of a session adds up") {
    Sitting sitting;
    sitting.to_desk();
    sitting.ok(Open{sitting.made.table, 1});
    sitting.ok(sitting.mark(sitting.made.births, sitting.made.report, 1, "2023", "wrong-year"));
    sitting.ok(sitting.mark(sitting.made.births, sitting.made.table, 1, "2024", "not-endorsed"));
    sitting.ok(TakeAction{sitting.made.visit});
    sitting.decide(sitting.made.births, Verdict::Accept, 10, 3);
    sitting.decide(sitting.made.budget, Verdict::Accept, 6);
    const Comparison result = compare(*sitting.scenario, sitting.state);
    CHECK(result.decided == 2);
    CHECK(result.exact == 0);
    CHECK(result.within_one == 1);
    CHECK(result.found == 1);
    CHECK(result.missed == 1);
    CHECK(result.false_alarms == 1);
    CHECK(result.sure == 1);
    CHECK(result.sure_and_different == 1);
    CHECK(result.scored == 2);
    CHECK(result.direction == Rational(1)); // +4 and −2 points
    CHECK(result.work.spent == 45);
    CHECK(result.work.decided_unread == 1); // the report was not opened
    REQUIRE(result.work.actions.size() == 2);
    CHECK_FALSE(result.work.actions[0].taken);
    CHECK(result.work.actions[0].helps);
    CHECK(result.work.actions[1].taken);
    CHECK_FALSE(result.work.actions[1].helps);
    CHECK(result.given.total == Rational(80));     // 100 and 60
    CHECK(result.reference.total == Rational(70)); // 60 and 80
    CHECK(result.given.category == "caring");
    CHECK(result.given.indicators == 2);
    CHECK(result.given.of_indicators == 8);
}
