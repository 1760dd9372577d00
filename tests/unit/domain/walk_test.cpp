#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "domain/comparison.h"
#include "support/scenario_builder.h"
#include "support/walker.h"

using namespace timbang::tests;

namespace {

SmallCase walked_case() {
    SmallCase made;
    const EvidenceIx photo = made.builder.evidence("photo", {"x"});
    made.builder.scenario.evidence.back().pages[0].page = picture_page("photo.png", "papan nama é");
    made.builder.at(made.budget).evidence.push_back(photo);
    made.builder.way(made.again, made.desk, flag_set("late")); // a way back, once everything is not decided
    made.builder.at(made.births).near.push_back({Verdict::Accept, 4, words("near")});
    made.builder.at(made.births).replies = {ScenarioBuilder::reply(score_above(6), "above")};
    return made;
}

struct Walk {
    std::vector<Event> events;
    State state;
    int accepted = 0;
    int refused = 0;
};

/// Walks until the session is over or 400 commands were tried; checks on the way that a refusal changes nothing.
Walk walk(const Scenario& scenario, Mode mode, std::uint64_t seed) {
    Walk result;
    SessionStarted started;
    started.scenario = scenario.id;
    started.mode = mode;
    started.seed = seed;
    result.events.emplace_back(started);
    result.state = initial_state(scenario, mode);
    Walker walker(scenario, seed);
    for (int i = 0; i < 400; ++i) {
        const State before = result.state;
        Outcome outcome = step(scenario, result.state, walker.next(before));
        if (std::holds_alternative<Rejection>(outcome)) {
            ++result.refused;
            REQUIRE(result.state == before);
            continue;
        }
        ++result.accepted;
        auto& events = std::get<std::vector<Event>>(outcome);
        REQUIRE((events.empty() ? result.state == before : true));
        for (Event& event : events) result.events.push_back(std::move(event));
    }
    return result;
}

constexpr Mode kModes[] = {Mode::Learn, Mode::Practise, Mode::Check};
constexpr std::uint64_t kSeeds = 24;

template <class Look> void for_walks(const Look& look) {
    const auto scenario = walked_case().build();
    for (const Mode mode : kModes)
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            CAPTURE(mode_id(mode));
            CAPTURE(seed);
            look(*scenario, walk(*scenario, mode, seed));
        }
}

} // namespace

TEST_CASE("the walkers get about: they finish, are refused, use every kind of event") {
    std::vector<int> seen(std::variant_size_v<Event>, 0);
    int finished = 0;
    int refused = 0;
    for_walks([&](const Scenario&, const Walk& one) {
        for (const Event& event : one.events) ++seen[event.index()];
        finished += one.state.finished ? 1 : 0;
        refused += one.refused;
    });
    CHECK(finished > 10);
    CHECK(refused > 1000);
    const std::size_t scored = Event(Scored{}).index(); // written when a result is shown, not by a command
    for (std::size_t i = 0; i < seen.size(); ++i) {
        CAPTURE(i);
        CHECK((seen[i] > 0) == (i != scored));
    }
}

TEST_CASE("replaying the events gives the stepped state") {
    for_walks([](const Scenario& scenario, const Walk& one) { REQUIRE(replay(scenario, one.events) == one.state); });
}

TEST_CASE("every event reads back from its payload and texts") {
    for_walks([](const Scenario& scenario, const Walk& one) {
        std::vector<Event> back;
        for (const Event& event : one.events) {
            const std::string payload = timbang::base::canonical_json(to_json(scenario, event));
            auto parsed =
                event_from_json(scenario, event_type(event), nlohmann::json::parse(payload), free_texts(event));
            REQUIRE(parsed.ok());
            REQUIRE(parsed->index() == event.index());
            REQUIRE(timbang::base::canonical_json(to_json(scenario, *parsed)) == payload);
            back.push_back(std::move(*parsed));
        }
        REQUIRE(replay(scenario, back) == one.state);
        REQUIRE(digest(scenario, back) == digest(scenario, one.events));
    });
}

TEST_CASE("the same seed gives the same digest, free texts left out") {
    const auto scenario = walked_case().build();
    const Walk first = walk(*scenario, Mode::Practise, 7);
    const Walk second = walk(*scenario, Mode::Practise, 7);
    CHECK(digest(*scenario, first.events) == digest(*scenario, second.events));
    CHECK(digest(*scenario, first.events).size() == 64);
    CHECK(digest(*scenario, first.events) != digest(*scenario, walk(*scenario, Mode::Practise, 8).events));
    Decided spoken{0, decision(*scenario, 0, Verdict::Accept, 6)};
    const std::string silent = digest(*scenario, {spoken});
    spoken.decision.reason = "Karena";
    CHECK(digest(*scenario, {spoken}) == silent);
    spoken.decision.score = 8;
    CHECK(digest(*scenario, {spoken}) != silent);
}

TEST_CASE("every state that can be reached can be compared") {
    for_walks([](const Scenario& scenario, const Walk& one) {
        const Comparison result = compare(scenario, one.state);
        REQUIRE(result.exact <= result.decided);
        REQUIRE(result.exact <= result.within_one);
        REQUIRE(result.sure_and_different <= result.sure);
        for (const IndicatorComparison& indicator : result.indicators) {
            REQUIRE(indicator.found() + indicator.missed() == static_cast<int>(indicator.problems.size()));
            REQUIRE(result_json(scenario, indicator)["decided"] == indicator.decided);
        }
    });
}

TEST_CASE("what is called legal is accepted") {
    const auto scenario = walked_case().build();
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        State state = initial_state(*scenario, Mode::Learn);
        Walker walker(*scenario, seed);
        for (int i = 0; i < 60; ++i) {
            const Legal legal = legal_commands(*scenario, state);
            const auto accepted = [&](const Command& command) {
                State copy = state;
                return std::holds_alternative<std::vector<Event>>(step(*scenario, copy, command));
            };
            for (const Open& open : legal.pages) REQUIRE(accepted(open));
            for (const ActionIx action : legal.actions) REQUIRE(accepted(TakeAction{action}));
            for (const IndicatorIx task : legal.tasks)
                REQUIRE(accepted(Decide{task, decision(*scenario, task, Verdict::Accept, 6)}));
            REQUIRE(accepted(LeaveStep{}) == legal.leave);
            (void)step(*scenario, state, walker.next(state));
        }
    }
}
