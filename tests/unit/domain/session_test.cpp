#include <doctest/doctest.h>

#include "support/sitting.h"

using namespace timbang::tests;

TEST_CASE("a page opens once, and only what is on the desk") {
    Sitting run;
    CHECK(types(run.ok(Open{run.made.report, 2})) == Types{"opened"});
    CHECK(run.ok(Open{run.made.report, 2}).empty());
    CHECK(run.refused(Open{run.made.report, 3}) == "unknown-page");
    CHECK(run.refused(Open{run.made.report, 0}) == "unknown-page");
    CHECK(run.refused(Open{9, 1}) == "unknown-evidence");
    CHECK(run.refused(Open{-1, 1}) == "unknown-evidence");
    CHECK(run.refused(Open{run.made.answer, 1}) == "hidden-evidence");
}

TEST_CASE("an action is taken once, where it is listed, within the time") {
    Sitting run;
    CHECK(run.refused(TakeAction{run.made.ask}) == "action-not-listed");
    run.to_desk();
    CHECK(types(run.ok(TakeAction{run.made.ask})) == Types{"action_taken", "script_fired", "script_fired"});
    CHECK(run.state.spent == 20);
    CHECK(visible(*run.scenario, run.state, run.made.answer));
    CHECK(run.refused(TakeAction{run.made.ask}) == "action-taken");
    CHECK(run.refused(TakeAction{run.made.visit}) == "not-enough-time"); // 20 + 45 > 60
    CHECK(run.refused(TakeAction{7}) == "unknown-action");
}

TEST_CASE("the whole budget may be spent") {
    SmallCase made;
    made.builder.scenario.budget = 65;
    const auto scenario = made.build();
    State state = initial_state(*scenario, Mode::Practise);
    state.step = made.desk;
    CHECK(std::holds_alternative<std::vector<Event>>(step(*scenario, state, TakeAction{made.ask})));
    CHECK(std::holds_alternative<std::vector<Event>>(step(*scenario, state, TakeAction{made.visit})));
    CHECK(state.spent == 65);
}

TEST_CASE("an event of a step fires once, and one event may bring about the next") {
    Sitting run;
    run.to_desk();
    run.ok(TakeAction{run.made.ask});
    REQUIRE(run.state.said.size() == 2);
    CHECK(run.state.said[0].en == "twenty");
    CHECK(run.state.said[1].en == "late");
    run.ok(Open{run.made.answer, 1});
    CHECK(run.state.said.size() == 2);
}

TEST_CASE("a step is left when its parts are answered and a way is open") {
    Sitting run;
    CHECK(run.refused(LeaveStep{}) == "incomplete-part");
    CHECK(open_part(*run.scenario, run.state) == run.made.lines);
    run.to_desk();
    CHECK(run.state.step == run.made.desk);
    run.ok(LeaveStep{});
    CHECK(run.refused(LeaveStep{}) == "no-way-on"); // not everything is decided
    CHECK_FALSE(legal_commands(*run.scenario, run.state).leave);
    run.decide_both();
    CHECK(legal_commands(*run.scenario, run.state).leave);
    CHECK(types(run.ok(LeaveStep{})) == Types{"left_step"});
    CHECK(run.state.step == run.made.sign_off);
}

TEST_CASE("the end finishes the session; the letter may stay empty") {
    Sitting run;
    run.to_sign_off();
    CHECK(run.refused(LeaveStep{}) == "incomplete-part");
    PartAnswer category;
    category.category = "beginning";
    run.ok(DecidePart{run.made.category, category});
    CHECK(types(run.ok(LeaveStep{})) == Types{"left_step", "finished"});
    CHECK(run.state.finished);
    CHECK(run.state.step == kEnd);
    CHECK(run.refused(Open{run.made.report, 1}) == "session-over");
    CHECK(run.refused(LeaveStep{}) == "session-over");
    CHECK(run.refused(Abandon{}) == "session-over");
}

TEST_CASE("abandoning ends a session without finishing it") {
    Sitting run;
    run.to_desk();
    run.ok(Abandon{});
    CHECK(run.state.over());
    CHECK_FALSE(run.state.finished);
    CHECK_FALSE(reference_open(*run.scenario, run.state, run.made.births));
    CHECK(run.refused(Open{run.made.report, 1}) == "session-over");
}

TEST_CASE(
    "learn opens a reference once the decision is handed in at the last step that can list it, and it then stands") {
    Sitting run(Mode::Learn);
    run.to_desk();
    run.decide(run.made.births, Verdict::Return, 8);
    run.decide(run.made.budget, Verdict::Accept, 8);
    CHECK_FALSE(reference_open(*run.scenario, run.state, run.made.births)); // listed again later
    run.ok(LeaveStep{});
    CHECK_FALSE(reference_open(*run.scenario, run.state, run.made.births)); // may still be changed here
    run.decide(run.made.births, Verdict::Return, 6);
    CHECK(reference_open(*run.scenario, run.state, run.made.births));
    CHECK_FALSE(reference_open(*run.scenario, run.state, run.made.budget));
    CHECK(run.refused(Decide{run.made.births, decision(*run.scenario, 0, Verdict::Accept, 8)}) == "reference-shown");
    CHECK(run.refused(run.mark(run.made.births, run.made.report, 1, "2023", "wrong-year")) == "reference-shown");
    CHECK(legal_commands(*run.scenario, run.state).tasks == std::vector<IndicatorIx>{run.made.budget});
    run.ok(Disagree{run.made.births, "Menurut saya 8"});
    CHECK(run.state.disagreements[0] == "Menurut saya 8");
    CHECK(run.refused(Disagree{run.made.budget, "x"}) == "not-over");
    run.ok(LeaveStep{});
    CHECK(reference_open(*run.scenario, run.state, run.made.budget)); // the last step that lists it is left
}

TEST_CASE("handing in the same decision at a later step confirms it there") {
    Sitting run(Mode::Learn);
    run.to_desk();
    run.decide_both();
    run.ok(LeaveStep{});
    const Decide again{run.made.births, decision(*run.scenario, run.made.births, Verdict::Return, 6)};
    CHECK(types(run.ok(again)) == Types{"decided"});
    CHECK(run.state.earlier[0].empty());
    CHECK(reference_open(*run.scenario, run.state, run.made.births));
}

TEST_CASE("practise opens references at the end, check never") {
    for (const Mode mode : {Mode::Practise, Mode::Check}) {
        Sitting run(mode);
        run.to_sign_off();
        CHECK_FALSE(reference_open(*run.scenario, run.state, run.made.births));
        CHECK(run.refused(Disagree{run.made.births, "x"}) == "not-over");
        PartAnswer category;
        category.category = "none";
        run.ok(DecidePart{run.made.category, category});
        run.ok(LeaveStep{});
        CHECK(reference_open(*run.scenario, run.state, run.made.births) == (mode == Mode::Practise));
        run.ok(Disagree{run.made.births, "x"});
    }
}

TEST_CASE("figures of the calculator are kept, unless the case has none") {
    Sitting run;
    run.to_desk();
    run.ok(Figure{run.made.births, "30 / 35", Rational(6, 7)});
    REQUIRE(run.state.figures.size() == 1);
    CHECK(run.state.figures[0].value == Rational(6, 7));
    run.made.builder.scenario.calculator = false;
    run.start(Mode::Practise);
    run.to_desk();
    CHECK(run.refused(Figure{run.made.births, "1", Rational(1)}) == "calculator-off");
}

TEST_CASE("what can be done now") {
    Sitting run;
    Legal legal = legal_commands(*run.scenario, run.state);
    CHECK(legal.pages.size() == 3);
    CHECK(legal.parts == std::vector<PartIx>{run.made.lines, run.made.begin});
    CHECK(legal.tasks.empty());
    CHECK_FALSE(legal.leave);
    run.to_desk();
    legal = legal_commands(*run.scenario, run.state);
    CHECK(legal.actions == std::vector<ActionIx>{run.made.ask, run.made.visit});
    run.ok(TakeAction{run.made.ask});
    legal = legal_commands(*run.scenario, run.state);
    CHECK(legal.actions.empty());
    CHECK(legal.pages.size() == 4);
    CHECK(legal.tasks.size() == 2);
    run.ok(Abandon{});
    CHECK(legal_commands(*run.scenario, run.state).pages.empty());
}
