#include <doctest/doctest.h>

#include <algorithm>

#include "app/readiness.h"
#include "content/policies.h"
#include "desk_fixture.h"

using namespace timbang;
using namespace timbang::test;

namespace {

constexpr const char* kPassphrase = "timbang-latihan-2026"; // of practice, printed in the facilitator's guide
constexpr const char* kPolicy = "ready-to-verify";

/// The bundled pool as its facilitator has it.
const domain::Scenario& key_of_pool() {
    static const content::Pool pool = [] { // read once: opening it takes long on purpose
        content::CheckContext context;
        context.framework_folders = {TIMBANG_SOURCE_DIR "/scenarios/frameworks"};
        context.openers.passphrase = kPassphrase;
        const auto loaded = content::load_policy(TIMBANG_SOURCE_DIR "/scenarios/policies/ready-to-verify.yaml", context);
        auto opened = content::open_pool(loaded, context);
        REQUIRE(opened.ok());
        return std::move(*opened);
    }();
    return *pool.scenario;
}

const ReadinessView& screen(Desk& desk) {
    REQUIRE(desk.frame().readiness);
    return *desk.frame().readiness;
}

/// The button that starts something: the last one.
Action primary(Desk& desk) {
    REQUIRE_FALSE(screen(desk).buttons.empty());
    return screen(desk).buttons.back().action;
}

void open_pool(Desk& desk, const std::string& passphrase = kPassphrase) {
    desk.does(act::OpenPool{});
    REQUIRE(desk.frame().dialog);
    CHECK(desk.frame().dialog->fields.at(0).secret);
    desk.does(act::TypeDialog{0, passphrase});
    desk.does(Action(desk.frame().dialog->primary.action));
}

void begin(Desk& desk) {
    desk.introduce();
    desk.does(act::OpenReadiness{kPolicy});
    open_pool(desk);
    desk.does(primary(desk));
    REQUIRE(desk.frame().desk);
}

/// What the newest try drew, with its key.
domain::Scenario drawn(Desk& desk) {
    desk.record->flush();
    const auto sessions = desk.record->sessions();
    REQUIRE(sessions.ok());
    const auto tries = tries_of(*desk.record, *sessions);
    REQUIRE(tries.ok());
    REQUIRE_FALSE(tries->empty());
    const auto newest = std::max_element(tries->begin(), tries->end(), [](const auto& a, const auto& b) { return a.started < b.started; });
    return domain::only(key_of_pool(), newest->begun.drawn);
}

/// Decides the next so many indicators: as the reference says, or so many points from it and without its problems.
void decide(Desk& desk, const domain::Scenario& key, int count, int off = 0) {
    for (int i = 0; i < count; ++i) {
        const domain::Task& task = key.tasks.at(static_cast<std::size_t>(desk.form().task));
        for (const domain::Problem& one : task.problems) {
            if (off != 0) break;
            desk.does(act::OpenPage{Pane::Left, one.where.evidence, one.where.page});
            desk.does(act::Mark{Pane::Left, one.where.ranges.front(), one.where.area, one.type});
        }
        for (const CheckRow& row : std::vector<CheckRow>(desk.form().checklist)) desk.does(row.cells[0].action);
        desk.does(act::SetVerdict{task.reference.verdict});
        if (!desk.form().scores.empty()) {
            const int wanted = std::clamp(*task.reference.score + off, 0, 10);
            const ScoreCell* nearest = nullptr;
            for (const ScoreCell& cell : desk.form().scores)
                if (nearest == nullptr || std::abs(std::stoi(cell.score) - wanted) < std::abs(std::stoi(nearest->score) - wanted))
                    nearest = &cell;
            desk.does(Action(nearest->action));
        }
        desk.does(act::SetSureness{3});
        CHECK_FALSE(desk.form().feedback);
        desk.does(act::Submit{});
    }
}

void finish(Desk& desk) {
    desk.does(Action(desk.desk().bottom.primary.action));
    REQUIRE(desk.frame().dialog);
    desk.does(Action(desk.frame().dialog->primary.action));
}

const RecordsView& records(Desk& desk) {
    desk.does(act::Navigate{Screen::Records});
    REQUIRE(desk.frame().records);
    return *desk.frame().records;
}

} // namespace

TEST_CASE("a check is opened by its facilitator, decided without feedback, and tells the policy's counts alone") {
    Desk desk;
    desk.introduce();
    REQUIRE(records(desk).ready);
    CHECK(records(desk).ready->title == "Ready to verify");
    desk.does(Action(records(desk).ready->buttons.back().action));
    CHECK(screen(desk).lines.size() == 6);
    CHECK(screen(desk).lines[0].strong == "20 indicators you have not seen");
    open_pool(desk, "not the passphrase");
    REQUIRE(desk.frame().dialog);
    CHECK_FALSE(desk.frame().dialog->problem.empty());
    CHECK(desk.frame().dialog->fields.at(0).text.empty());
    desk.does(act::CloseDialog{});
    open_pool(desk);
    CHECK_FALSE(desk.frame().dialog);
    CHECK(screen(desk).state->label == "Sealed pool, opened 10:42");
    desk.does(primary(desk));

    REQUIRE(desk.desk().check);
    CHECK(desk.desk().check->line == "Indicator 1 of 20");
    CHECK(desk.desk().top.title == "Readiness check");
    const domain::Scenario key = drawn(desk);
    decide(desk, key, 19);
    CHECK(desk.desk().check->done == 19);
    CHECK_FALSE(desk.desk().bottom.step_on);
    desk.does(act::LeaveStep{}); // not a way out of a check
    CHECK(desk.desk().check->done == 19);
    decide(desk, key, 1);
    desk.does(act::SelectRow{0});
    CHECK(desk.desk().bottom.primary.label == "Finish the check");
    finish(desk);

    CHECK(screen(desk).state->label == "Ready");
    CHECK(screen(desk).number == "20");
    CHECK(std::all_of(screen(desk).rows.begin(), screen(desk).rows.end(), [](const OutcomeRow& row) { return row.met; }));
    CHECK(screen(desk).validity);
    CHECK_FALSE(desk.frame().debrief);
    desk.does(act::Navigate{Screen::Debrief});
    CHECK_FALSE(desk.frame().debrief);

    const RecordsView& after = records(desk);
    CHECK(after.ready->state->label == "Valid");
    CHECK(after.ready->number == "20");
    REQUIRE(after.sessions.size() == 1);
    CHECK(after.sessions[0].title == "Ready to verify, try 1");
    CHECK(after.sessions[0].exact == "–");
    desk.does(Action(after.sessions[0].open));
    CHECK(screen(desk).number == "20");
    const auto decisions = desk.record->decisions(desk.kept.person).value();
    CHECK(decisions.size() == 20);
    for (const store::DecisionRow& row : decisions) CHECK_FALSE(row.exact);
    desk.does(act::Navigate{Screen::Profile});
    REQUIRE(desk.frame().settings);
    REQUIRE(desk.frame().settings->people.size() == 1);
    CHECK(desk.frame().settings->people[0].line.find("20") == std::string::npos); // of cases alone
}

TEST_CASE("who is not ready yet is told what is open, what to read, and from when to try again") {
    Desk desk;
    begin(desk);
    const domain::Scenario key = drawn(desk);
    decide(desk, key, 20, 4);
    desk.does(act::SelectRow{0});
    finish(desk);
    CHECK(screen(desk).state->label == "Not yet");
    CHECK(screen(desk).number.empty());
    CHECK_FALSE(screen(desk).rows[0].met);
    REQUIRE(screen(desk).reading);
    CHECK(screen(desk).foot == "Try again from Thursday 4 December. Tries left: 2, with other indicators.");
    desk.does(Action(screen(desk).reading->start.action));
    REQUIRE(desk.frame().lesson);
    desk.does(act::Back{});
    CHECK(screen(desk).state->label == "Not yet");

    desk.does(act::StartReadiness{}); // not before that day
    CHECK_FALSE(desk.frame().desk);
    CHECK_FALSE(desk.frame().toasts.empty());
    desk.now += std::chrono::days(15);
    desk.does(act::OpenReadiness{kPolicy});
    CHECK(screen(desk).foot == "Try 2 of 3. Only these counts are kept.");
    desk.does(primary(desk));
    const domain::Scenario again = drawn(desk);
    for (const domain::Task& task : again.tasks)
        CHECK(std::none_of(key.tasks.begin(), key.tasks.end(), [&](const auto& old) { return old.code == task.code; }));
}

TEST_CASE("an outcome that cannot be saved is not shown until saving again succeeds") {
    Desk desk;
    begin(desk);
    decide(desk, drawn(desk), 20);
    desk.does(act::SelectRow{0});
    desk.record->fail = true; // as on a full disk
    finish(desk);
    CHECK(screen(desk).number.empty());
    CHECK(screen(desk).rows.empty());
    CHECK(screen(desk).headline.find("Save again") != std::string::npos);
    desk.does(primary(desk)); // still full
    CHECK(screen(desk).rows.empty());
    desk.record->fail = false;
    desk.does(primary(desk));
    CHECK(screen(desk).number == "20");
    CHECK(records(desk).ready->state->label == "Valid");
}

TEST_CASE("a check is paused, survives the end of the program, and goes on once its pool is opened again") {
    Desk desk;
    begin(desk);
    const domain::Scenario key = drawn(desk);
    decide(desk, key, 3);
    desk.does(Action(desk.desk().check->pause.action));
    CHECK(screen(desk).foot == "3 of 20 decided. Decisions may be changed until the end.");
    desk.start("perkenalan-meja-kerja"); // something else meanwhile
    CHECK_FALSE(desk.desk().check);
    desk.does(act::OpenReadiness{kPolicy});
    desk.does(primary(desk));
    REQUIRE(desk.desk().check);
    CHECK(desk.desk().check->done == 3);
    decide(desk, key, 1);
    desk.kill();
    desk.open();
    CHECK(screen(desk).foot == "4 of 20 decided. Decisions may be changed until the end."); // where the person was
    const RecordsView& after = records(desk);
    const auto row = std::find_if(after.sessions.begin(), after.sessions.end(), [](const auto& one) { return one.mode == "Check"; });
    REQUIRE(row != after.sessions.end());
    CHECK(row->decided == "4 of 20");
    desk.does(Action(row->open));
    CHECK(screen(desk).state->label == "Sealed pool");
    open_pool(desk);
    desk.does(primary(desk));
    REQUIRE(desk.desk().check);
    CHECK(desk.desk().check->done == 4);
    CHECK(drawn(desk).tasks.size() == 20);
}

TEST_CASE("an open try that is put away counts, and another person's check is not touched") {
    Desk desk;
    begin(desk);
    desk.does(act::Back{});
    desk.does(act::PutAwayReadiness{});
    REQUIRE(desk.frame().dialog);
    desk.does(act::CloseDialog{});
    CHECK(screen(desk).buttons.size() == 3);
    desk.does(act::PutAwayReadiness{});
    desk.does(Action(desk.frame().dialog->primary.action));
    CHECK(records(desk).ready->state->label == "Not yet");
    CHECK(records(desk).sessions[0].state == "Put away");

    desk.does(act::OpenAddPerson{});
    desk.does(act::TypeName{"Verifier 08"});
    desk.does(act::SavePerson{});
    const auto people = desk.record->people().value();
    for (const store::Person& one : people)
        if (one.code == "Verifier 08") desk.does(act::SwitchPerson{one.id});
    desk.does(act::OpenReadiness{kPolicy});
    CHECK(screen(desk).foot == "Try 1 of 3. Only these counts are kept.");
    CHECK(screen(desk).state->label == "Sealed pool, opened 10:42"); // it stays open for the next
}

TEST_CASE("who has not said who they are cannot begin a check") {
    Desk desk;
    desk.open();
    desk.does(act::LookAround{});
    desk.does(act::OpenReadiness{kPolicy});
    CHECK_FALSE(screen(desk).buttons.back().enabled);
    CHECK_FALSE(screen(desk).buttons.back().why_not.empty());
    desk.does(act::StartReadiness{});
    CHECK_FALSE(desk.frame().desk);
}
