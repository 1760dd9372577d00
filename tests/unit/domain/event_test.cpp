#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "domain/event.h"
#include "domain/session.h"
#include "support/scenario_builder.h"

using namespace timbang::tests;
using nlohmann::json;

namespace {

std::string payload(const Scenario& scenario, const Event& event) {
    return timbang::base::canonical_json(to_json(scenario, event));
}

std::string error_of(const Scenario& scenario, const char* type, const char* text) {
    const auto read = event_from_json(scenario, type, json::parse(text), {});
    return read.ok() ? "" : read.error().code;
}

} // namespace

TEST_CASE("payloads name things by the ids of the files, keys sorted, without free texts") {
    SmallCase made;
    const auto scenario = made.build();
    CHECK(payload(*scenario, Opened{made.report, 2}) == R"({"evidence":"report","page":2})");
    CHECK(payload(*scenario, ActionTaken{made.ask}) == R"({"action":"ask"})");
    CHECK(payload(*scenario, LeftStep{made.sign_off, kEnd}) == R"({"from":"sign-off","to":"end"})");
    CHECK(payload(*scenario, ScriptFired{made.desk, 1}) == R"({"event":1,"step":"desk"})");
    CHECK(payload(*scenario, Figured{made.births, "6 ÷ 4", Rational(6, 4)}) ==
          R"({"expression":"6 ÷ 4","indicator":"HA-O1","value":"3/2"})");
    CHECK(payload(*scenario, Disagreed{made.births, "Menurut saya"}) == R"({"indicator":"HA-O1","text":null})");
    Decision given = decision(*scenario, made.births, Verdict::Return, 6, 3);
    given.reason = "Karena jumlahnya";
    given.marks = {Mark{4, made.births, made.report, 1, {2, 9}, std::nullopt, "wrong-year"}};
    CHECK(payload(*scenario, Decided{made.births, given}) ==
          R"({"checklist":{"data-year":"yes","endorsed":"yes"},"confidence":3,"indicator":"HA-O1",)"
          R"("marks":[{"evidence":"report","indicator":"HA-O1","mark":4,"page":1,"range":[2,9],"type":"wrong-year"}],)"
          R"("reason":null,"score":6,"verdict":"return"})");
    CHECK(payload(*scenario, Drafted{made.births, {}}) ==
          R"({"checklist":{},"confidence":null,"indicator":"HA-O1","reason":null,"score":null,"verdict":null})");
    PartAnswer letter;
    letter.letter = "Kepada";
    letter.points = {"kind"};
    letter.locked = true;
    CHECK(payload(*scenario, PartDecided{made.letter, letter}) ==
          R"({"letter":null,"locked":true,"part":"sign-off/letter","points":["kind"]})");
}

TEST_CASE("free texts go beside the payload and come back") {
    SmallCase made;
    const auto scenario = made.build();
    Decided event{made.births, decision(*scenario, made.births, Verdict::Return, 6)};
    CHECK(free_texts(event).empty());
    event.decision.reason = "Karena";
    const auto texts = free_texts(event);
    REQUIRE(texts.size() == 1);
    CHECK(texts[0].field == "reason");
    const auto erased = event_from_json(*scenario, "decided", to_json(*scenario, event), {});
    REQUIRE(erased.ok());
    CHECK(std::get<Decided>(*erased).decision.reason.empty());
    const auto whole = event_from_json(*scenario, "decided", to_json(*scenario, event), texts);
    CHECK(std::get<Decided>(*whole).decision == event.decision);
}

TEST_CASE("the start of a session keeps its whole seed") {
    SmallCase made;
    const auto scenario = made.build();
    SessionStarted event;
    event.scenario = "small-case";
    event.mode = Mode::Check;
    event.seed = UINT64_MAX;
    event.continues = "01890000";
    const auto back = event_from_json(*scenario, "session_started", to_json(*scenario, event), {});
    REQUIRE(back.ok());
    CHECK(std::get<SessionStarted>(*back).seed == UINT64_MAX);
    CHECK(std::get<SessionStarted>(*back).mode == Mode::Check);
    CHECK(std::get<SessionStarted>(*back).continues == "01890000");
}

TEST_CASE("a result is kept with its key") {
    SmallCase made;
    const auto scenario = made.build();
    const Scored event{made.births, "key", R"({"exact":true})", "corrected"};
    const auto back = event_from_json(*scenario, "scored", to_json(*scenario, event), {});
    REQUIRE(back.ok());
    CHECK(std::get<Scored>(*back).result == event.result);
    CHECK(std::get<Scored>(*back).reason == "corrected");
}

TEST_CASE("events of a newer program and broken ones are told apart") {
    SmallCase made;
    const auto scenario = made.build();
    CHECK(error_of(*scenario, "seat_taken", "{}") == "event-unknown");
    CHECK(error_of(*scenario, "opened", "{}") == "event-broken");
    CHECK(error_of(*scenario, "opened", "[]") == "event-broken");
    CHECK(error_of(*scenario, "opened", R"({"evidence":"nowhere","page":1})") == "event-broken");
    CHECK(error_of(*scenario, "opened", R"({"evidence":"report","page":"1"})") == "event-broken");
    CHECK(error_of(*scenario, "opened", R"({"evidence":"report","page":4000000000})") == "event-broken");
    CHECK(error_of(*scenario, "opened", R"({"evidence":"report","page":1.5})") == "event-broken");
    CHECK(error_of(*scenario, "figured", R"({"indicator":"HA-O1","expression":"1/0","value":"1/0"})") ==
          "event-broken");
    CHECK(error_of(*scenario, "decided", R"({"indicator":"HA-O1","checklist":{"endorsed":"maybe"},"marks":[]})") ==
          "event-broken");
    CHECK(error_of(*scenario, "decided", R"({"indicator":"HA-O1","checklist":{"unheard":"yes"},"marks":[]})") ==
          "event-broken");
    CHECK(error_of(*scenario, "marked",
                   R"({"mark":1,"indicator":"HA-O1","evidence":"report","page":1,"type":"","range":[5,2]})") ==
          "event-broken");
    CHECK(error_of(*scenario, "finished", "{}").empty());
    CHECK(error_of(*scenario, "left_step", R"({"from":"desk","to":"end"})").empty());
}

TEST_CASE("events that do not fit the case are ignored") {
    SmallCase made;
    const auto scenario = made.build();
    const State before = initial_state(*scenario, Mode::Practise);
    State state = before;
    for (const Event& event : std::vector<Event>{
             Opened{9, 1}, Opened{0, 7}, Marked{Mark{1, 0, 0, 1, {0, 900}, std::nullopt, ""}}, Retyped{3, ""},
             Unmarked{3}, Drafted{-1, {}}, Decided{8, {}}, PartDecided{-1, {}}, PartDrafted{9, {}}, ActionTaken{5},
             ScriptFired{1, 9}, ScriptFired{-2, 0}, LeftStep{0, 99}, Disagreed{4, "x"}})
        apply(*scenario, state, event);
    CHECK(state == before);
}

TEST_CASE("ids read back") {
    for (const Mode mode : {Mode::Learn, Mode::Practise, Mode::Check}) CHECK(mode_from_id(mode_id(mode)) == mode);
    for (const FeedbackLevel level :
         {FeedbackLevel::None, FeedbackLevel::Count, FeedbackLevel::Where, FeedbackLevel::Full})
        CHECK(feedback_level_from_id(feedback_level_id(level)) == level);
    CHECK_FALSE(mode_from_id("exam"));
}
