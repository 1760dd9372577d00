#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "domain/public_scenario.h"
#include "support/scenario_builder.h"

using namespace timbang::tests;

namespace {

/// The small case with a secret in every text that must not leave, each saying which.
std::shared_ptr<const Scenario> case_with_secrets(SmallCase& made) {
    auto& scenario = made.builder.scenario;
    scenario.facilitator = words("SECRET facilitator");
    scenario.hashes.key = "SECRET key hash";
    scenario.panelists = {{"SECRET-P1", words("SECRET role")}};
    Task& births = made.builder.at(made.births);
    births.reference.why = words("SECRET reference");
    births.reference.rules = {"SECRET-rule"};
    births.near.push_back({Verdict::Accept, 2, words("SECRET near")});
    births.problems[0].why = words("SECRET problem");
    births.allowed.push_back({"SECRET-allowed", {}});
    births.panel.push_back({"SECRET-P1", Verdict::Accept, 2, words("SECRET vote")});
    births.replies.push_back(ScenarioBuilder::reply(score_above(1), "SECRET reply", "SECRET-type"));
    births.facilitator = words("SECRET task facilitator");
    births.item_hash = "SECRET item hash";
    scenario.actions[0].why = words("SECRET action");
    made.builder.at_part(made.lines).replies.push_back(ScenarioBuilder::reply({}, "SECRET part reply"));
    made.builder.at_part(made.begin).reference.why = words("SECRET choice");
    made.builder.at_part(made.letter).model = words("SECRET model");
    made.builder.at_part(made.letter).points = {{"SECRET-point", words("SECRET point")}};
    scenario.steps[0].events.push_back({flag_set("x"), {say("SECRET said later")}});
    scenario.evidence[static_cast<std::size_t>(made.answer)].title = words("HIDDEN title");
    scenario.evidence[static_cast<std::size_t>(made.answer)].pages[0].page = text_page("HIDDEN page");
    return made.build();
}

bool tells(const nlohmann::json& json, const char* text) { return json.dump().find(text) != std::string::npos; }

} // namespace

TEST_CASE("the key, notes and what is to come never leave") {
    SmallCase made;
    const auto scenario = case_with_secrets(made);
    State state = initial_state(*scenario, Mode::Practise);
    for (std::uint8_t& visited : state.visited) visited = 1;
    const auto json = to_json(public_scenario(*scenario, state));
    CAPTURE(json.dump());
    CHECK_FALSE(tells(json, "SECRET"));
    CHECK_FALSE(tells(json, "\"reference"));
    CHECK_FALSE(tells(json, "helps"));
    CHECK(json["steps"].size() == scenario->steps.size());
    CHECK(json["framework"] == "small@1");
}

TEST_CASE("hidden evidence leaves, with its title, once it is revealed") {
    SmallCase made;
    const auto scenario = case_with_secrets(made);
    State state = initial_state(*scenario, Mode::Practise);
    auto json = to_json(public_scenario(*scenario, state));
    CHECK_FALSE(tells(json, "HIDDEN"));
    CHECK_FALSE(tells(json, "\"answer\""));
    CHECK(json["evidence"].size() == 2);
    CHECK(json["indicators"][0]["evidence"] == nlohmann::json({"report"}));
    apply(*scenario, state, ActionTaken{made.ask});
    json = to_json(public_scenario(*scenario, state));
    CHECK(tells(json, "HIDDEN page"));
    CHECK(json["indicators"][0]["evidence"] == nlohmann::json({"report", "answer"}));
}

TEST_CASE("steps show once they are entered") {
    SmallCase made;
    const auto scenario = made.build();
    State state = initial_state(*scenario, Mode::Practise);
    CHECK(public_scenario(*scenario, state).steps.size() == 1);
    apply(*scenario, state, LeftStep{made.arrival, made.desk});
    const PublicScenario shown = public_scenario(*scenario, state);
    REQUIRE(shown.steps.size() == 2);
    CHECK(shown.steps[1].indicators == std::vector<std::string>{"HA-O1", "HB-P1"});
    CHECK(shown.steps[0].parts[1].options.size() == 2);
}

TEST_CASE("a page as JSON keeps words, places and looks") {
    SmallCase made;
    const auto scenario = made.build();
    const auto json = to_json(public_scenario(*scenario, initial_state(*scenario, Mode::Practise)));
    const auto& page = json["evidence"][0]["pages"][0];
    CHECK(page["text"] == "Laporan persalinan 2023\nDisahkan kepala dinas\n");
    CHECK(page["units"][1] == nlohmann::json({24, 45}));
    CHECK(page["blocks"][0]["kind"] == "paragraph");
    CHECK(page["blocks"][0]["lines"][0][0]["range"] == nlohmann::json({0, 23}));
}
