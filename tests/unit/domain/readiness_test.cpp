#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "domain/comparison.h"
#include "support/small_pool.h"

using namespace timbang::tests;

namespace {

int reference_of(const Task& task) { return *task.reference.score; }

ReadinessEnded ended() {
    ReadinessEnded event;
    event.policy = "ready";
    event.version = "1";
    event.pool = {"pool", "2.0", "abc"};
    event.number = 2;
    event.drawn = {"HA-O1.1", "HA-O1.2"};
    event.counts = {2, 2, 1, 2, -4, {{"wrong-year", 1, 2}}};
    event.valid_until = timbang::base::parse_iso_time("2027-11-22T10:00:00.000Z");
    return event;
}

} // namespace

TEST_CASE("a part of a pool is a case of its own: these indicators with their evidence, in one step") {
    const auto pool = SmallPool().build();
    const Scenario part = only(*pool, {"HB-O1.3", "HA-S1.2", "unknown", "HB-O1.3"});
    REQUIRE(part.tasks.size() == 2);
    CHECK(part.tasks[0].code == "HB-O1.3");
    CHECK(part.tasks[0].indicator->code == "HB-O1");
    CHECK(part.evidence.size() == 2);
    CHECK(part.evidence[0].id == "page-HB-O1.3");
    CHECK(part.tasks[1].evidence == std::vector<EvidenceIx>{1});
    CHECK(part.hashes.content == pool->hashes.content);
    CHECK(part.hashes.key == pool->hashes.key);
    CHECK(part.steps.size() == 1);
    State state = decided_try(part, reference_of);
    const Outcome left = step(part, state, LeaveStep{});
    CHECK(std::holds_alternative<std::vector<Event>>(left));
    CHECK(state.finished);
    CHECK(compare(part, state).exact == 2);
}

TEST_CASE("a part of a pool cannot be left before every indicator is decided, and decisions change until then") {
    const Scenario part = only(*SmallPool().build(), {"HA-S1.1", "HA-S1.2"});
    State state = initial_state(part, Mode::Check);
    (void)step(part, state, Decide{0, decision(part, 0, Verdict::Accept, 2)});
    CHECK(std::holds_alternative<Rejection>(step(part, state, LeaveStep{})));
    (void)step(part, state, Decide{0, decision(part, 0, Verdict::Accept, 4)});
    CHECK(state.decisions[0]->score == 4);
}

TEST_CASE("of a part of a pool nothing is scored by indicator") {
    const Scenario part = only(*SmallPool().build(), {"HA-S1.1", "HA-S1.2"});
    State state = decided_try(part, reference_of);
    (void)step(part, state, LeaveStep{});
    REQUIRE(state.finished);
    CHECK(due_scores(part, state).empty());
}

TEST_CASE("the counts: exact, points, and the critical problems of the draw") {
    ReadinessPolicy policy = small_policy();
    // 0 wrong-year (reference 0), 1 sound (2), 5 not-endorsed (10), 4 wrong-year (8).
    const Scenario part = only(*SmallPool().build(), {"HA-S1.1", "HA-S1.2", "HA-S1.6", "HA-S1.5"});
    const ReadinessCounts all = readiness_counts(policy, part, decided_try(part, reference_of));
    CHECK(all == ReadinessCounts{4, 4, 4, 4, 0, {{"wrong-year", 2, 2}, {"not-endorsed", 1, 1}}});
    const ReadinessCounts generous =
        readiness_counts(policy, part, decided_try(part, [](const Task& task) { return task.reference.score == 10 ? 10 : *task.reference.score + 2; }, false));
    CHECK(generous == ReadinessCounts{4, 4, 1, 4, 6, {{"wrong-year", 0, 2}, {"not-endorsed", 0, 1}}});
    const ReadinessCounts none = readiness_counts(policy, part, initial_state(part, Mode::Check));
    CHECK(none == ReadinessCounts{4, 0, 0, 0, 0, {{"wrong-year", 0, 2}, {"not-endorsed", 0, 1}}});
}

TEST_CASE("neither a near answer nor the panel counts") {
    SmallPool made;
    Task& task = made.builder.at(1); // sound, reference 2
    task.near = {{Verdict::Accept, 4, words("near")}};
    task.panel = {{"P1", Verdict::Accept, 4, {}}, {"P2", Verdict::Accept, 4, {}}};
    const Scenario part = only(*made.build(), {"HA-S1.2"});
    const State state = decided_try(part, [](const Task&) { return 4; });
    CHECK(readiness_counts(small_policy(), part, state).exact == 0);
}

TEST_CASE("how many of the critical problems are needed") {
    CriticalProblem one{"wrong-year", FoundNeed::AllButOne, 100, 1, ""};
    CHECK(one.needed(0) == 0);
    CHECK(one.needed(1) == 1);
    CHECK(one.needed(4) == 3);
    one.found = FoundNeed::All;
    CHECK(one.needed(4) == 4);
    one.found = FoundNeed::Share;
    one.share = 75;
    CHECK(one.needed(5) == 4);
    CHECK(one.needed(1) == 1);
    ReadinessPolicy policy;
    CHECK(policy.exact_needed(20) == 16);
    CHECK(policy.exact_needed(6) == 5);
    CHECK(policy.ends() == 5);
}

TEST_CASE("the events of a try come back from their payload, and broken ones are told") {
    const ReadinessEnded event = ended();
    const auto json = to_json(event);
    CHECK(json["outcome"] == "not-yet");
    const auto back = readiness_ended_from_json(json);
    REQUIRE(back.ok());
    CHECK(*back == event);
    ReadinessStarted begun{"ready", "1", {"pool", "2.0", "abc"}, true, 3, {"HA-O1.1"}};
    const auto again = readiness_started_from_json(to_json(begun));
    REQUIRE(again.ok());
    CHECK(*again == begun);
    for (const char* key : {"policy", "pool", "try", "drawn", "counts", "outcome", "valid_until"}) {
        auto broken = json;
        broken.erase(key);
        const auto read = readiness_ended_from_json(broken);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == "event-broken");
        broken[key] = -7.5;
        CHECK_FALSE(readiness_ended_from_json(broken).ok());
    }
    CHECK_FALSE(readiness_started_from_json(nlohmann::json::array()).ok());
}
