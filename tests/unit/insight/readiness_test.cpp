#include "insight/readiness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "support/small_pool.h"

using namespace timbang;
using namespace timbang::insight;
using namespace timbang::tests;

namespace {

base::Time at(const char* day) { return *base::parse_iso_time(std::string(day) + "T09:00:00.000Z"); }

ReadinessTry tried(const char* day, bool ready, bool recheck = false, std::vector<std::string> drawn = {}) {
    ReadinessTry one;
    one.session = std::string("session ") + day;
    one.started = at(day);
    one.ended = one.started + std::chrono::hours(1);
    one.begun = {"small-ready", "1", {"small-pool", "1.0.0", "content"}, recheck, 1, std::move(drawn)};
    one.result.emplace();
    one.result->policy = "small-ready";
    one.result->ready = ready;
    one.result->recheck = recheck;
    return one;
}

std::vector<std::string> drawn_by(const Scenario& pool, std::uint64_t seed, const std::vector<ReadinessTry>& tries = {},
                                  bool recheck = false) {
    const auto drawn = draw_try(small_policy(), pool, tries, recheck, seed);
    REQUIRE(drawn.ok());
    return *drawn;
}

template <class Has> int count(const Scenario& pool, const std::vector<std::string>& codes, const Has& has) {
    return static_cast<int>(std::count_if(codes.begin(), codes.end(), [&](const std::string& code) {
        return has(pool.tasks[static_cast<std::size_t>(pool.find_task(code))]);
    }));
}

bool at_an_end(const Task& task) { return task.reference.score == 0 || task.reference.score == 10; }

ReadinessOutcome outcome_of(const Scenario& pool, const std::vector<std::string>& codes, int (*answer)(const Task&), bool mark = true) {
    const Scenario part = domain::only(pool, codes);
    return judge(small_policy(), domain::readiness_counts(small_policy(), part, decided_try(part, answer, mark)));
}

} // namespace

TEST_CASE("the policy's lines: what is asked, what was had, what is open") {
    ReadinessPolicy policy = small_policy();
    ReadinessCounts counts{20, 20, 15, 20, 12, {{"wrong-year", 3, 4}, {"not-endorsed", 2, 3}}};
    ReadinessOutcome outcome = judge(policy, counts);
    REQUIRE(outcome.lines.size() == 4);
    CHECK_FALSE(outcome.ready);
    CHECK(outcome.open == 2);
    CHECK(outcome.lines[0].needed == 16);
    CHECK_FALSE(outcome.lines[0].met);
    CHECK(outcome.lines[1].points == domain::Rational(3, 5)); // 0.6 is within 0.6
    CHECK(outcome.lines[1].met);
    CHECK(outcome.lines[2].met); // one of four may be missed
    CHECK(outcome.lines[2].reading == "years");
    CHECK(outcome.lines[3].needed == 3);
    CHECK_FALSE(outcome.lines[3].met);
    counts.exact = 16;
    counts.critical[1].found = 3;
    CHECK(judge(policy, counts).ready);
    counts.points = -13;
    CHECK_FALSE(judge(policy, counts).ready);
    counts.points = 0;
    counts.decided = 19;
    CHECK_FALSE(judge(policy, counts).ready); // something was left undecided
}

TEST_CASE("every draw is balanced, and by the seed alone") {
    const auto pool = SmallPool().build();
    std::set<std::vector<std::string>> all;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto codes = drawn_by(*pool, seed);
        CAPTURE(seed);
        CHECK(codes == drawn_by(*pool, seed));
        all.insert(codes);
        CHECK(std::set<std::string>(codes.begin(), codes.end()).size() == 20);
        const auto carries = [](const char* type) {
            return [type](const Task& task) { return !task.problems.empty() && task.problems[0].type == type; };
        };
        CHECK(count(*pool, codes, carries("wrong-year")) >= 3);
        CHECK(count(*pool, codes, carries("not-endorsed")) >= 2);
        CHECK(count(*pool, codes, [](const Task& task) { return task.problems.empty(); }) >= 5);
        CHECK(count(*pool, codes, at_an_end) >= 5);
        CHECK(count(*pool, codes, [](const Task& task) { return task.reference.score == 0; }) >= 2);
        CHECK(count(*pool, codes, [](const Task& task) { return task.reference.score == 10; }) >= 2);
    }
    CHECK(all.size() == 200);
}

TEST_CASE("three tries in a row see other indicators each time, all of them balanced; then the pool is used up") {
    const auto pool = SmallPool().build();
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        std::vector<ReadinessTry> tries;
        std::set<std::string> seen;
        for (int i = 0; i < 3; ++i) {
            const auto codes = drawn_by(*pool, seed * 3 + static_cast<std::uint64_t>(i), tries);
            for (const std::string& code : codes) CHECK(seen.insert(code).second);
            tries.push_back(tried("2026-01-01", false, false, codes));
        }
        const auto fourth = draw_try(small_policy(), *pool, tries, false, seed);
        REQUIRE_FALSE(fourth.ok());
        CHECK(fourth.error().code == "pool-used-up");
    }
}

TEST_CASE("what another person or another pool asked is unseen; a try that was put away was seen") {
    const auto pool = SmallPool().build();
    ReadinessTry other = tried("2026-01-01", false, false, drawn_by(*pool, 1));
    other.begun.pool.id = "another";
    CHECK(drawn_by(*pool, 7, {other}) == drawn_by(*pool, 7));
    ReadinessTry away = tried("2026-01-01", false, false, drawn_by(*pool, 7));
    away.result.reset();
    const auto next = drawn_by(*pool, 7, {away});
    for (const std::string& code : away.begun.drawn) CHECK(std::find(next.begin(), next.end(), code) == next.end());
}

TEST_CASE("a pool that cannot give a balanced draw says what it lacks") {
    SmallPool made;
    for (Task& task : made.builder.scenario.tasks)
        if (!task.problems.empty() && task.problems[0].type == "not-endorsed") task.problems.clear();
    auto drawn = draw_try(small_policy(), *made.build(), {}, false, 1);
    REQUIRE_FALSE(drawn.ok());
    CHECK(drawn.error().code == "pool-lacks-critical");
    SmallPool middling;
    for (Task& task : middling.builder.scenario.tasks) task.reference.score = 6;
    CHECK(draw_try(small_policy(), *middling.build(), {}, false, 1).error().code == "pool-lacks-ends");
    SmallPool few;
    for (Task& task : few.builder.scenario.tasks) task.anchor = false;
    CHECK(draw_try(small_policy(), *few.build(), {}, true, 1).error().code == "pool-few-anchors");
}

TEST_CASE("who keeps away from the ends of the scale cannot pass, nor who keeps to one answer") {
    const auto pool = SmallPool().build();
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const auto codes = drawn_by(*pool, seed);
        CAPTURE(seed);
        CHECK(outcome_of(*pool, codes, [](const Task& task) { return *task.reference.score; }).ready);
        const ReadinessOutcome inside =
            outcome_of(*pool, codes, [](const Task& task) { return std::clamp(*task.reference.score, 2, 8); });
        CHECK_FALSE(inside.ready);
        CHECK_FALSE(inside.lines[0].met); // exact
        for (int (*answer)(const Task&) : {+[](const Task&) { return 0; }, +[](const Task&) { return 6; }, +[](const Task&) { return 10; }})
            CHECK_FALSE(outcome_of(*pool, codes, answer).ready);
        CHECK_FALSE(outcome_of(*pool, codes, [](const Task& task) { return *task.reference.score; }, false).ready); // nothing marked
    }
}

TEST_CASE("a re-check asks anchors, those of the pass first, and again others") {
    const auto pool = SmallPool().build();
    const ReadinessTry pass = tried("2026-01-01", true, false, drawn_by(*pool, 3));
    const auto anchor = [](const Task& task) { return task.anchor; };
    const int of_pass = count(*pool, pass.begun.drawn, anchor);
    CHECK(of_pass >= 6);
    const auto first = drawn_by(*pool, 4, {pass}, true);
    CHECK(first.size() == 6);
    CHECK(count(*pool, first, anchor) == 6);
    for (const std::string& code : first)
        CHECK(std::find(pass.begun.drawn.begin(), pass.begun.drawn.end(), code) != pass.begun.drawn.end());
    const auto second = drawn_by(*pool, 5, {pass, tried("2026-07-02", false, true, first)}, true);
    for (const std::string& code : second) CHECK(std::find(first.begin(), first.end(), code) == first.end());
}

TEST_CASE("tries, cooling off, and no try left") {
    const ReadinessPolicy policy = small_policy();
    ReadinessStatus status = readiness_status(policy, {}, at("2026-01-01"));
    CHECK(status.standing == Standing::Open);
    CHECK(status.may_start);
    CHECK(status.tries_left == 3);
    std::vector<ReadinessTry> tries{tried("2026-01-01", false)};
    status = readiness_status(policy, tries, at("2026-01-14"));
    CHECK(status.standing == Standing::CoolingOff);
    CHECK_FALSE(status.may_start);
    CHECK(status.tries_left == 2);
    CHECK(*status.from == at("2026-01-15") + std::chrono::hours(1));
    CHECK(readiness_status(policy, tries, *status.from).may_start);
    ReadinessTry away = tried("2026-02-01", false); // put away: begun and left
    away.result.reset();
    tries.push_back(away);
    tries.push_back(tried("2026-03-01", false));
    status = readiness_status(policy, tries, at("2026-09-01"));
    CHECK(status.standing == Standing::NoTriesLeft);
    CHECK(status.tries == 3);
    CHECK_FALSE(status.ready);
    for (ReadinessTry& one : tries) one.begun.policy = "another";
    CHECK(readiness_status(policy, tries, at("2026-09-01")).standing == Standing::Open);
}

TEST_CASE("an open try goes on, and counts") {
    ReadinessTry open = tried("2026-01-01", false);
    open.ended.reset();
    open.result.reset();
    const ReadinessStatus status = readiness_status(small_policy(), {open}, at("2026-01-03"));
    CHECK(status.standing == Standing::Running);
    CHECK(status.running == open.session);
    CHECK(status.tries == 1);
    CHECK_FALSE(status.may_start);
}

TEST_CASE("a pass is valid for its months, with a re-check on the way") {
    const ReadinessPolicy policy = small_policy();
    std::vector<ReadinessTry> tries{tried("2026-01-15", true), tried("2026-01-01", false)};
    ReadinessStatus status = readiness_status(policy, tries, at("2026-03-01"));
    CHECK(status.standing == Standing::Ready);
    CHECK(status.ready);
    CHECK(*status.valid_until == at("2027-01-15") + std::chrono::hours(1));
    CHECK(*status.recheck_from == at("2026-07-15") + std::chrono::hours(1));
    status = readiness_status(policy, tries, at("2026-07-20"));
    CHECK(status.standing == Standing::RecheckDue);
    CHECK(status.ready);
    CHECK(status.may_start);
    CHECK(status.recheck);
    status = readiness_status(policy, tries, at("2026-09-01"));
    CHECK(status.standing == Standing::RecheckMissed);
    CHECK_FALSE(status.ready);
    CHECK(status.may_start);
    tries.push_back(tried("2026-09-01", false, true));
    status = readiness_status(policy, tries, at("2026-09-03"));
    CHECK(status.standing == Standing::CoolingOff);
    CHECK(status.recheck);
    tries.push_back(tried("2026-09-20", true, true));
    status = readiness_status(policy, tries, at("2026-09-21"));
    CHECK(status.standing == Standing::Ready);
    CHECK_FALSE(status.recheck_from);
    status = readiness_status(policy, tries, at("2027-02-01"));
    CHECK(status.standing == Standing::Expired);
    CHECK_FALSE(status.ready);
    CHECK(status.may_start);
    CHECK_FALSE(status.recheck);
    CHECK(status.tries_left == 3);
}

TEST_CASE("when no try of a re-check is left, the pass is over") {
    std::vector<ReadinessTry> tries{tried("2026-01-15", true)};
    for (const char* day : {"2026-07-20", "2026-08-10", "2026-09-01"}) tries.push_back(tried(day, false, true));
    const ReadinessStatus status = readiness_status(small_policy(), tries, at("2026-10-01"));
    CHECK_FALSE(status.ready);
    CHECK(status.standing == Standing::Expired);
    CHECK(status.may_start);
    CHECK_FALSE(status.recheck);
}

TEST_CASE("months later: the same day, or the last of a shorter month") {
    CHECK(months_later(at("2026-08-31"), 6) == at("2027-02-28"));
    CHECK(months_later(at("2027-08-31"), 6) == at("2028-02-29"));
    CHECK(months_later(at("2026-11-22"), 12) == at("2027-11-22"));
}
