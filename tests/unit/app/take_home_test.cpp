#include <algorithm>
#include <chrono>
#include <thread>

#include "app/readiness.h"
#include "base/files.h"
#include "desk_steps.h"
#include "sheets/workbook.h"
#include "support/small_pool.h"

using namespace timbang;
using namespace timbang::test;

namespace {

std::string text_of(const std::string& path) {
    const auto read = base::read_file(path, std::size_t{64} << 20);
    return read.ok() ? *read : "";
}

/// The window, and what it writes.
struct Home : Desk {
    const Dialog& dialog() {
        REQUIRE(frame().dialog);
        return *frame().dialog;
    }
    std::string toasts() {
        std::string all;
        for (const Toast& toast : frame().toasts) all += toast.text + "\n";
        return all;
    }
    /// Answers the dialog of `asked` with a file of this ending; what stands in the file.
    std::string written(const Action& asked, const std::string& ending) {
        does(asked);
        CHECK(dialog().problem.empty());
        const std::string path = folder / ("taken" + ending);
        does(act::TypeDialog{0, path});
        does(act::ConfirmRecordWork{});
        if (frame().dialog) FAIL_CHECK(frame().dialog->problem);
        return text_of(path);
    }
    /// Each document: a real PDF, and a page whose words are looked at.
    std::string documents(const Action& asked) {
        CHECK(written(asked, ".pdf").substr(0, 5) == "%PDF-");
        return written(asked, ".html");
    }
    /// A wrong ending is refused, and what was typed stays.
    void refuses(const Action& asked, const std::string& ending) {
        does(asked);
        const std::string path = folder / ("refused" + ending);
        does(act::TypeDialog{0, path});
        does(act::ConfirmRecordWork{});
        CHECK(dialog().problem.find(".html") != std::string::npos);
        CHECK(dialog().fields[0].text == path);
        CHECK(base::file_kind(path) == base::FileKind::Missing);
        does(act::CloseDialog{});
        CHECK_FALSE(frame().dialog);
    }
    const RoomScreenView& screen() {
        REQUIRE(frame().room);
        return *frame().room;
    }
    /// A workshop of the bundled programme in its set-up.
    void plan() {
        open();
        does(act::Navigate{Screen::Workshop});
        REQUIRE(screen().list->programme_rows.size() == 1);
        does(Action(screen().list->programme_rows[0].open));
        REQUIRE(screen().setup);
    }
    Action offered(const std::string& label) {
        REQUIRE(screen().setup);
        for (const Choice& one : screen().setup->take_home.options)
            if (one.label.find(label) != std::string::npos) return one.action;
        FAIL(label);
        return {};
    }
    /// A room with one vote in it.
    void hold_room() {
        open();
        does(act::Navigate{Screen::Workshop});
        does(Action(screen().list->quick.action));
        does(Action(screen().prompt->primary.action));
        REQUIRE(until([&] { return screen().console.has_value(); }));
        does(Action(screen().console->choose_rows[1].open));
        does(act::AskPaperVote{"02"});
        for (std::size_t row = 0; row < screen().prompt->choices.size(); ++row)
            does(Action(screen().prompt->choices[row].options[1].action));
        does(Action(screen().prompt->primary.action));
        REQUIRE_FALSE(screen().prompt);
    }
    void end_room() {
        does(act::AskEndRoom{});
        does(Action(screen().prompt->primary.action));
        REQUIRE(until([&] { return screen().list.has_value(); }));
    }
};

} // namespace

TEST_CASE("the agenda is written from the set-up, with the titles of what its slots name") {
    Home home;
    home.plan();
    const Action agenda = home.offered("Agenda");
    const std::string page = home.documents(agenda);
    CHECK(page.find("Three days of weighing evidence") != std::string::npos);
    CHECK(page.find("Day 2: seeing what is weak") != std::string::npos);
    CHECK(page.find("How a round goes") != std::string::npos);
    CHECK(page.find("how-a-round-goes") == std::string::npos);
    CHECK(page.find("The total that does not add up") != std::string::npos);
    CHECK(home.toasts().find("taken.html") != std::string::npos);
    home.refuses(agenda, ".xlsx");
    home.refuses(agenda, ".doc");
    home.does(agenda);
    CHECK(home.dialog().fields[0].text == home.folder / "agenda-three-days-of-weighing-evidence.pdf");
}

TEST_CASE("answer sheets of a case have its indicators, for who votes on paper") {
    Home home;
    home.plan();
    home.does(act::AskRoster{});
    home.does(act::EditRoomField{home.screen().prompt->fields[0].id, "01,,,1\n02,,,1,paper\n03,,,1,paper\n"});
    home.does(Action(home.screen().prompt->primary.action));
    const Action sheets = home.offered("The total that does not add up");
    const std::string page = home.documents(sheets);
    CHECK(page.find("KS-O1") != std::string::npos);
    CHECK(page.find("KS-P3") == std::string::npos); // not among those of the programme
    CHECK(page.find("02") != std::string::npos);
    CHECK(page.find("model") == std::string::npos);
    home.refuses(sheets, ".csv");
    SUBCASE("the documents of the case go along where that is asked for") {
        home.does(sheets);
        REQUIRE(home.dialog().switches.size() == 2);
        home.does(Action(home.dialog().switches[1].action));
        CHECK(home.dialog().switches[1].on);
        home.does(act::TypeDialog{0, home.folder / "long.html"});
        home.does(act::ConfirmRecordWork{});
        CHECK(text_of(home.folder / "long.html").size() > 2 * page.size());
    }
}

TEST_CASE("the report of a workshop is written while its room is open, and after its end") {
    Home home;
    home.hold_room();
    const auto& options = home.screen().console->more.options;
    const auto offer = std::find_if(options.begin(), options.end(), [](const Choice& one) { return one.label == "Workshop report …"; });
    REQUIRE(offer != options.end());
    const Action during = offer->action;
    CHECK(home.documents(during).find("<html") != std::string::npos);
    home.end_room();
    REQUIRE(home.screen().list->rows.size() == 1);
    REQUIRE(home.screen().list->rows[0].report);
    const Action report = home.screen().list->rows[0].report->action;
    const std::string page = home.documents(report);
    CHECK(page.find("02") != std::string::npos);
    const std::string table = home.written(report, ".xlsx");
    CHECK(table.substr(0, 4) == "PK\x03\x04");
    const auto book = sheets::parse_workbook(table, "taken.xlsx");
    REQUIRE(book.ok());
    bool found = false;
    for (std::size_t row = 1; row <= book->sheets[0].rows(); ++row)
        for (std::size_t column = 1; column <= book->sheets[0].columns(row); ++column)
            found = found || book->sheets[0].cell({row, column}).text == "02";
    CHECK(found);
    CHECK(home.written(report, ".csv").find("02") != std::string::npos);
    home.refuses(report, ".doc");
}

TEST_CASE("the report of a workshop without a room says so in the dialog, and what was typed stays") {
    Home home;
    home.plan();
    const auto& options = home.screen().setup->take_home.options;
    CHECK(std::none_of(options.begin(), options.end(), [](const Choice& one) { return one.label == "Workshop report …"; }));
    const std::string id = home.offered("Agenda").as<act::AskTakeHome>()->about;
    home.does(act::AskTakeHome{act::TakeHome::Workshop, id});
    const std::string path = home.folder / "early.pdf";
    home.does(act::TypeDialog{0, path});
    home.does(act::ConfirmRecordWork{});
    CHECK(home.dialog().problem == "No room of this workshop has been held on this computer yet, so there is nothing to report.");
    CHECK(home.dialog().fields[0].text == path);
}

TEST_CASE("the letter to the district is written from the debrief, without the model of the case") {
    Home home;
    to_evidence(home);
    for (int i = 0; i < 9; ++i) decide(home, domain::Verdict::Accept, 10);
    home.does(act::LeaveStep{});
    home.does(act::LeaveStep{});
    home.does(Action(home.desk().category->categories[0].action));
    SUBCASE("a letter") {
        home.does(act::EditLetter{home.desk().letter->part, "Kepada Yth. Bupati, terima kasih atas berkasnya."});
        home.does(act::FinishLetter{home.desk().letter->part});
        home.does(act::LeaveStep{});
        REQUIRE(home.frame().debrief);
        REQUIRE(home.frame().debrief->take_home.size() == 1);
        const Action letter = home.frame().debrief->take_home[0].action;
        CHECK(home.documents(letter).find("terima kasih atas berkasnya") != std::string::npos);
        home.refuses(letter, ".xlsx");
        home.does(act::SetFeedbackLevel{domain::FeedbackLevel::None});
        CHECK(home.frame().debrief->take_home.size() == 1);
        home.does(letter);
        CHECK(home.dialog().fields[0].text == home.folder / "letter-the-total-that-does-not-add-up.pdf");
    }
    SUBCASE("no letter") {
        home.does(act::LeaveStep{});
        home.does(act::LeaveStep{});
        if (home.frame().debrief) CHECK(home.frame().debrief->take_home.empty());
    }
}

TEST_CASE("the statement is refused kindly before there is an outcome, and written afterwards") {
    Home home;
    home.introduce("Rini");
    home.does(act::Navigate{Screen::Records});
    const Action statement = act::AskTakeHome{act::TakeHome::Statement, "small-ready"};
    home.does(statement);
    CHECK_FALSE(home.frame().dialog);
    CHECK(home.toasts().find("Rini has no readiness check with an outcome yet") != std::string::npos);

    Ports ports;
    Tasks tasks{[] {}};
    ports.record = home.record;
    ports.now = [&] { return home.now += std::chrono::milliseconds(1); };
    ports.random = [n = std::uint64_t{0}]() mutable { return ++n * 0x9E3779B97F4A7C15U; };
    tests::SmallPool pool;
    const OpenedPool opened{std::make_shared<const domain::ReadinessPolicy>(tests::small_policy()), pool.build(), "pool", home.now};
    auto check = ReadinessCheck::start(ports, tasks, {opened, home.kept.person, {}, 5, "test"});
    REQUIRE(check.ok());
    const domain::Scenario& drawn = (*check)->session().scenario();
    for (std::size_t i = 0; i < drawn.tasks.size(); ++i) {
        const auto task = static_cast<domain::IndicatorIx>(i);
        const domain::Decision decided = tests::decision(drawn, task, drawn.tasks[i].reference.verdict, *drawn.tasks[i].reference.score, 3);
        CHECK_FALSE((*check)->session().carry_out(domain::Decide{task, decided}));
    }
    CHECK_FALSE((*check)->finish());
    home.record->flush();
    home.does(act::Navigate{Screen::Records}); // where it is asked for; the record is read again

    CHECK(home.documents(statement).find("Rini") != std::string::npos);
    CHECK(home.documents(act::AskTakeHome{act::TakeHome::Statement, ""}).find("Rini") != std::string::npos);
    home.refuses(statement, ".csv");
    home.does(act::AskTakeHome{act::TakeHome::Statement, "another-policy"});
    CHECK_FALSE(home.frame().dialog);
}

TEST_CASE("writing can be stopped, whether it has begun or not, and then nothing is left") {
    Home home;
    home.plan();
    const std::string path = home.folder / "stopped.pdf";
    const auto begin = [&] {
        home.does(home.offered("Agenda"));
        home.does(act::TypeDialog{0, path});
        home.open().apply(act::ConfirmRecordWork{});
        REQUIRE(home.frame().dialog); // it tells of the work on a screen that does not
        CHECK(home.frame().dialog->fields.empty());
    };
    SUBCASE("with its button") {
        begin();
        home.does(Action(home.frame().dialog->primary.action));
    }
    SUBCASE("with Esc") {
        begin();
        home.does(act::CloseDialog{});
    }
    SUBCASE("while it waits behind other work") {
        home.open().apply(act::Rescan{});
        begin();
        home.does(Action(home.frame().dialog->primary.action));
    }
    CHECK_FALSE(home.frame().dialog);
    const bool stopped = home.toasts().find("Nothing was written") != std::string::npos;
    CHECK(stopped == (base::file_kind(path) == base::FileKind::Missing)); // unless it was there already
    CHECK(home.documents(home.offered("Agenda")).size() > 100); // and the next one is written
}
