#include "app/readiness.h"

#include <nlohmann/json.hpp>

#include "desk_fixture.h"
#include "store/settings.h"
#include "support/small_pool.h"

using namespace timbang;
using namespace timbang::test;

namespace {

constexpr const char* kCanary = "kenari dalam acuan";

/// A pool whose key says the canary everywhere.
std::shared_ptr<const domain::Scenario> telling_pool() {
    tests::SmallPool made;
    for (domain::Task& task : made.builder.scenario.tasks) {
        task.reference.why = tests::words(kCanary);
        task.near = {{domain::Verdict::Return, 4, tests::words(kCanary)}};
        task.facilitator = tests::words(kCanary);
        for (domain::Problem& problem : task.problems) problem.why = tests::words(kCanary);
    }
    return made.build();
}

/// A room with a record, a clock and one person.
struct Check {
    TempFolder folder;
    base::Time now = *base::parse_iso_time("2026-11-22T09:00:00.000Z");
    std::uint64_t random = 1;
    Tasks tasks{[] {}}; // outlives the record, whose last answers it takes
    Ports ports;
    std::shared_ptr<TestRecord> record;
    std::string person;
    OpenedPool opened;
    std::unique_ptr<ReadinessCheck> check;

    Check() {
        record = std::make_shared<TestRecord>(folder.path(), [] {});
        ports.record = record;
        ports.now = [this] { return now += std::chrono::milliseconds(1); };
        ports.random = [this] { return ++random * 0x9E3779B97F4A7C15U; };
        person = record->add_person("P1").value().id;
        opened = {std::make_shared<const domain::ReadinessPolicy>(tests::small_policy()), telling_pool(), "pool.timbang", now};
    }
    base::Result<std::vector<insight::ReadinessTry>> tries() {
        record->flush();
        std::vector<store::SessionRow> own;
        const auto sessions = record->sessions();
        for (const store::SessionRow& one : *sessions)
            if (one.person == person) own.push_back(one);
        return tries_of(*record, own);
    }
    insight::ReadinessStatus status() { return insight::readiness_status(*opened.policy, tries().value(), now); }
    std::string start() {
        auto begun = ReadinessCheck::start(ports, tasks, {opened, person, tries().value(), 5, "test"});
        if (!begun) return begun.error().code;
        check = std::move(*begun);
        return "";
    }
    void decide(std::size_t from, std::size_t to, int off) {
        const domain::Scenario& drawn = check->session().scenario();
        for (std::size_t i = from; i < to; ++i) {
            const auto task = static_cast<domain::IndicatorIx>(i);
            const domain::Task& asked = drawn.tasks[i];
            for (const domain::Problem& one : asked.problems)
                CHECK_FALSE(check->session().carry_out(domain::MarkPassage{task, one.where.evidence, one.where.page,
                                                                           one.where.ranges.front(), std::nullopt, one.type}));
            const int score = std::clamp(*asked.reference.score + off, 0, 10);
            CHECK_FALSE(check->session().carry_out(
                domain::Decide{task, tests::decision(drawn, task, asked.reference.verdict, score, 3)}));
        }
    }
    std::vector<store::StoredEvent> events() {
        record->flush();
        return record->events(check->session().id()).value();
    }
};

int count(const std::vector<store::StoredEvent>& events, const std::string& type) {
    return static_cast<int>(std::count_if(events.begin(), events.end(), [&](const auto& one) { return one.type == type; }));
}

} // namespace

TEST_CASE("a check is drawn, decided and ends with the policy's counts alone") {
    Check room;
    REQUIRE(room.start() == "");
    CHECK(room.check->drawn() == 20);
    CHECK(room.status().standing == insight::Standing::Running);
    CHECK(room.start() == "readiness-not-now");
    CHECK(room.check->finish()); // nothing is decided yet
    room.decide(0, 20, 0);
    CHECK(room.check->may_finish());
    CHECK_FALSE(room.check->finish());
    REQUIRE(room.check->outcome());
    CHECK(room.check->outcome()->ready);
    const auto events = room.events();
    CHECK(events[0].type == "session_started");
    CHECK(events[1].type == "readiness_started");
    CHECK(events.back().type == "readiness_ended");
    CHECK(count(events, "scored") == 0);
    CHECK(count(events, "finished") == 1);
    const insight::ReadinessStatus status = room.status();
    CHECK(status.standing == insight::Standing::Ready);
    CHECK(*status.valid_until > room.now + std::chrono::days(364));
    CHECK(room.record->decisions(room.person).value().size() == 20);
}

TEST_CASE("nothing in the record of a check tells of the key or of a single indicator's result") {
    Check room;
    REQUIRE(room.start() == "");
    room.decide(0, 10, 0);
    room.decide(10, 20, 2);
    CHECK_FALSE(room.check->finish());
    CHECK_FALSE(room.check->outcome()->ready);
    for (const store::StoredEvent& event : room.events()) {
        CAPTURE(event.type);
        CHECK(event.payload.find(kCanary) == std::string::npos);
        CHECK(event.payload.find("reference") == std::string::npos);
        for (const domain::FreeText& text : event.texts) CHECK(text.text.find(kCanary) == std::string::npos);
        if (event.type != "readiness_ended") {
            CHECK(event.payload.find("exact") == std::string::npos);
            continue;
        }
        const auto payload = nlohmann::json::parse(event.payload);
        for (const auto& [key, value] : payload.items()) {
            CAPTURE(key);
            const bool known = key == "policy" || key == "version" || key == "pool" || key == "recheck" || key == "try" ||
                               key == "drawn" || key == "counts" || key == "outcome" || key == "valid_until";
            CHECK(known);
        }
        for (const auto& code : payload["drawn"]) CHECK(code.is_string());
        for (const auto& [key, value] : payload["counts"].items()) CHECK((value.is_number() || key == "critical"));
    }
    const auto decisions = room.record->decisions(room.person);
    REQUIRE(decisions.ok());
    for (const store::DecisionRow& row : *decisions) {
        CHECK(row.result.empty()); // so that progress leaves it out
        CHECK_FALSE(row.exact.has_value());
    }
}

TEST_CASE("after a crash the check goes on where it was; decisions may be changed until the end") {
    Check room;
    REQUIRE(room.start() == "");
    room.decide(0, 8, 4);
    room.check->session().hand_over();
    const std::string session = room.check->session().id();
    const std::vector<std::string> drawn = room.check->begun().drawn;
    const auto events = room.events();
    room.check.reset();
    auto resumed = ReadinessCheck::resume(room.ports, room.tasks, room.opened, session, events);
    REQUIRE(resumed.ok());
    room.check = std::move(*resumed);
    CHECK(room.check->begun().drawn == drawn);
    CHECK(room.check->decided() == 8);
    CHECK_FALSE(room.check->may_finish());
    room.decide(0, 20, 0);
    CHECK_FALSE(room.check->finish());
    CHECK(room.check->outcome()->ready);
    OpenedPool other = room.opened;
    tests::SmallPool changed;
    changed.builder.scenario.hashes.content = "another";
    other.pool = changed.build();
    CHECK(ReadinessCheck::resume(room.ports, room.tasks, other, session, events).error().code == "pool-changed");
}

TEST_CASE("a try that is put away counts, and the next one waits and asks other indicators") {
    Check room;
    REQUIRE(room.start() == "");
    const std::vector<std::string> first = room.check->begun().drawn;
    room.record->flush();
    CHECK(put_away_try(room.ports, room.check->session().id()).ok());
    CHECK(room.status().standing == insight::Standing::CoolingOff);
    CHECK(room.start() == "readiness-not-now");
    room.now += std::chrono::days(15);
    REQUIRE(room.start() == "");
    CHECK(room.check->begun().number == 2);
    for (const std::string& code : room.check->begun().drawn) CHECK(std::count(first.begin(), first.end(), code) == 0);
}

TEST_CASE("the bundled pool gives three balanced tries in a row and a re-check, and a cautious middle does not pass") {
    const std::string share = TIMBANG_SOURCE_DIR "/scenarios";
    content::CheckContext context;
    context.framework_folders = {share + "/frameworks"};
    const content::LoadedPolicy loaded = content::load_policy(share + "/policies/ready-to-verify.yaml", context);
    REQUIRE(loaded.policy);
    CHECK(content::open_pool(loaded, context).error().code == "pool-sealed");
    context.openers.passphrase = "timbang-latihan-2026"; // of practice, printed in the facilitator's guide
    const auto opened = content::open_pool(loaded, context);
    REQUIRE(opened.ok());
    const domain::Scenario& pool = *opened->scenario;
    const domain::ReadinessPolicy& policy = *loaded.policy;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        CAPTURE(seed);
        std::vector<insight::ReadinessTry> tries;
        for (std::uint64_t i = 0; i < 3; ++i) {
            const auto drawn = insight::draw_try(policy, pool, tries, false, seed * 3 + i);
            REQUIRE(drawn.ok());
            const domain::Scenario part = domain::only(pool, *drawn);
            const auto judged = [&](auto answer) {
                return insight::judge(policy, domain::readiness_counts(policy, part, tests::decided_try(part, answer)));
            };
            CHECK(judged([](const domain::Task& task) { return *task.reference.score; }).ready);
            CHECK_FALSE(judged([](const domain::Task& task) {
                            const auto& steps = task.indicator->scale.steps;
                            return std::clamp(*task.reference.score, steps[1].score, steps[steps.size() - 2].score);
                        }).ready);
            insight::ReadinessTry one;
            one.begun.pool = domain::name_of(pool);
            one.begun.drawn = *drawn;
            tries.push_back(std::move(one));
        }
        CHECK(insight::draw_try(policy, pool, tries, true, seed).ok());
    }
}
