#include <doctest/doctest.h>

#include "domain/session.h"
#include "support/scenario_builder.h"

using namespace timbang::tests;

namespace {

/// Asks whether a condition, linked as a way of the desk, holds after these preparations.
template <class Prepare> bool holds_after(Condition asked, const Prepare& prepare) {
    SmallCase made;
    made.builder.way(made.desk, kEnd, std::move(asked));
    const auto scenario = made.build();
    State state = initial_state(*scenario, Mode::Practise);
    state.step = made.desk;
    prepare(*scenario, state);
    return holds(*scenario, state, scenario->steps[static_cast<std::size_t>(made.desk)].next.back().when);
}
bool holds_at_first(Condition asked) {
    return holds_after(std::move(asked), [](const Scenario&, State&) {});
}
auto deciding(std::vector<std::pair<IndicatorIx, int>> scores) {
    return [scores = std::move(scores)](const Scenario& scenario, State& state) {
        for (const auto& [task, score] : scores)
            apply(scenario, state, Decided{task, decision(scenario, task, Verdict::Accept, score)});
    };
}

} // namespace

TEST_CASE("conditions join") {
    CHECK(holds_at_first({}));
    CHECK(holds_at_first(all({})));
    CHECK_FALSE(holds_at_first(any({})));
    CHECK(holds_at_first(negate(flag_set("x"))));
    CHECK_FALSE(holds_at_first(all({{}, flag_set("x")})));
    CHECK(holds_at_first(any({flag_set("x"), {}})));
}

TEST_CASE("conditions about flags, time and opened evidence") {
    const auto act = [](const Scenario& scenario, State& state) {
        apply(scenario, state, ActionTaken{0});
        apply(scenario, state, Opened{2, 1});
    };
    CHECK(holds_after(flag_set("asked"), act));
    CHECK(holds_after(spent_at_least(20), act));
    CHECK_FALSE(holds_after(spent_at_least(21), act));
    CHECK(holds_after(numbered(ConditionKind::Spent, Relation::Below, 21), act));
    CHECK(holds_after(condition(ConditionKind::Opened, "answer"), act));
    CHECK_FALSE(holds_after(condition(ConditionKind::Opened, "report"), act));
}

TEST_CASE("conditions about decisions") {
    CHECK_FALSE(holds_at_first(decided("all")));
    CHECK_FALSE(holds_after(decided("all"), deciding({{0, 6}})));
    CHECK(holds_after(decided("all"), deciding({{0, 6}, {1, 8}})));
    CHECK(holds_after(decided("HA-O1"), deciding({{0, 6}})));
    CHECK_FALSE(holds_after(decided("HB-P1"), deciding({{0, 6}})));
    CHECK(holds_after(numbered(ConditionKind::IndicatorScore, Relation::Above, 4, "HA-O1"), deciding({{0, 6}})));
    CHECK_FALSE(holds_after(numbered(ConditionKind::IndicatorScore, Relation::Above, 6, "HA-O1"), deciding({{0, 6}})));
    CHECK_FALSE(holds_at_first(numbered(ConditionKind::IndicatorScore, Relation::Below, 6, "HA-O1")));
}

TEST_CASE("a condition about a choice") {
    Condition answered = condition(ConditionKind::Answer, "arrival/begin");
    answered.value = "start";
    CHECK_FALSE(holds_at_first(answered));
    const auto choose = [](const char* option) {
        return [option](const Scenario& scenario, State& state) {
            PartAnswer answer;
            answer.option = option;
            apply(scenario, state, PartDecided{scenario.find_part("arrival/begin"), answer});
        };
    };
    CHECK(holds_after(answered, choose("start")));
    CHECK_FALSE(holds_after(answered, choose("send-back")));
}

TEST_CASE("decided all means the indicators of the present step") {
    ScenarioBuilder builder;
    const EvidenceIx page = builder.evidence("page", {"x"});
    const IndicatorIx first = builder.task("HA-O1", {page}, Verdict::Accept, 6);
    const IndicatorIx second = builder.task("HB-O1", {page}, Verdict::Accept, 6);
    const StepIx one = builder.step("one", {first});
    const StepIx two = builder.step("two", {second});
    builder.way(one, two, decided("all"));
    builder.way(two, kEnd, decided("all"));
    const auto scenario = builder.build();
    State state = initial_state(*scenario, Mode::Practise);
    CHECK_FALSE(way_on(*scenario, state));
    apply(*scenario, state, Decided{first, decision(*scenario, first, Verdict::Accept, 6)});
    CHECK(way_on(*scenario, state) == two);
    apply(*scenario, state, LeftStep{one, two});
    CHECK_FALSE(way_on(*scenario, state));
}

TEST_CASE("the first way that holds is taken") {
    ScenarioBuilder builder;
    const StepIx start = builder.step("start");
    const StepIx left = builder.step("left");
    const StepIx right = builder.step("right");
    builder.way(start, left, flag_set("never"));
    builder.way(start, right);
    builder.way(start, left);
    const auto scenario = builder.build();
    State state = initial_state(*scenario, Mode::Practise);
    CHECK(way_on(*scenario, state) == right);
    apply(*scenario, state, LeftStep{start, right});
    CHECK_FALSE(way_on(*scenario, state)); // a step without ways
}

TEST_CASE("steps that can list an indicator are followed along the ways") {
    ScenarioBuilder builder;
    const EvidenceIx page = builder.evidence("page", {"x"});
    const IndicatorIx task = builder.task("HA-O1", {page}, Verdict::Accept, 6);
    const StepIx a = builder.step("a", {task});
    const StepIx b = builder.step("b");
    const StepIx other = builder.step("other", {task});
    const StepIx c = builder.step("c", {task});
    builder.way(a, b);
    builder.way(b, a, flag_set("back"));
    builder.way(b, c);
    builder.way(other, kEnd);
    builder.way(c, kEnd);
    const auto scenario = builder.build();
    CHECK(scenario->listed_after(a, task));
    CHECK(scenario->listed_after(b, task));
    CHECK_FALSE(scenario->listed_after(c, task)); // another step lists it, but c does not lead there
    CHECK(scenario->listed_from(c, task));
    CHECK_FALSE(scenario->listed_from(kEnd, task));
}
