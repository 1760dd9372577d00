#include <algorithm>
#include <fstream>

#include "base/files.h"
#include "desk_fixture.h"

using namespace timbang;
using namespace timbang::test;

namespace {

const std::string kScenarios = TIMBANG_SOURCE_DIR "/scenarios";

/// The workshop screen, with the bundled programmes and those that a test writes into a folder of its own.
struct Planner {
    TempFolder own;
    Desk desk{{kScenarios, own.path()}};

    void write(const std::string& name, const std::string& text) {
        std::filesystem::create_directories(own / "programmes");
        std::ofstream(own / ("programmes/" + name)) << text;
    }
    const RoomScreenView& enter() {
        desk.open();
        desk.does(act::Navigate{Screen::Workshop});
        return screen();
    }
    const RoomScreenView& screen() {
        REQUIRE(desk.frame().room);
        return *desk.frame().room;
    }
    const WorkshopSetup& setup() {
        REQUIRE(screen().setup);
        return *screen().setup;
    }
    /// Presses the programme with these words in its title.
    void press(const std::string& words) {
        for (const WorkshopRow& row : enter().list->programme_rows)
            if (row.title.find(words) != std::string::npos) return desk.does(Action(row.open));
        FAIL(words);
    }
    std::string toasts() {
        std::string all;
        for (const Toast& toast : desk.frame().toasts) all += toast.text + "\n";
        return all;
    }
};

std::string programme(const std::string& id, const std::string& scenario) {
    return "timbang: 1\nkind: programme\nid: " + id + "\nversion: 1\ntitle: {id: Sehari, en: A day}\n"
           "summary: {id: Singkat, en: Short}\ndays:\n  - title: {id: Hari, en: Day}\n    slots:\n"
           "      - {start: \"09:00\", minutes: 60, kind: case, ref: jumlah-yang-tidak-cocok}\n"
           "      - {start: \"10:00\", minutes: 60, kind: case, ref: " + scenario + "}\n";
}

} // namespace

TEST_CASE("pressing a programme makes a workshop with its days, slots and cases, and keeps it") {
    Planner planner;
    planner.press("Three days of weighing evidence");
    CHECK(planner.setup().title.text == "Three days of weighing evidence");
    CHECK(planner.setup().line.find("From the programme") == 0);
    REQUIRE(planner.setup().days.size() == 3);
    CHECK(planner.setup().days[0].title == "Day 1: one common measure");
    const SlotRow& lesson = planner.setup().days[0].slots[1];
    CHECK(lesson.time == "09:00");
    CHECK(lesson.name == "How a round goes");
    REQUIRE(planner.setup().case_rows.size() == 5);
    CHECK(planner.setup().case_rows[1].line == "AK-S1, AK-P1, AK-O1, PD-P1, PD-O1");
    for (const CaseRow& row : planner.setup().case_rows) CHECK(row.tint == Tint::Ok);
    CHECK(planner.toasts().empty());
    // Only people are missing.
    CHECK_FALSE(planner.setup().open.enabled);
    CHECK(planner.setup().open.why_not == "Nobody is listed yet.");

    planner.desk.close();
    REQUIRE(planner.enter().list->rows.size() == 1);
    planner.desk.does(Action(planner.screen().list->rows[0].open));
    CHECK(planner.setup().days.size() == 3);
    CHECK(planner.setup().case_rows.size() == 5);
}

TEST_CASE("a case of a programme is chosen in its row, and is not taken twice") {
    Planner planner;
    planner.press("Three days of weighing evidence");
    planner.desk.does(Action(planner.setup().case_rows[2].select));
    REQUIRE(planner.screen().prompt);
    const RoomPrompt& prompt = *planner.screen().prompt;
    const auto chosen = std::find_if(prompt.choices[0].options.begin(), prompt.choices[0].options.end(),
                                     [](const Choice& one) { return one.chosen; });
    REQUIRE(chosen != prompt.choices[0].options.end());
    CHECK(chosen->label == "The total that does not add up");
    CHECK(prompt.fields[1].text == "KS-S1, KS-P2, KS-O1, PA-P1, PA-O1, PA-O2");
    // The same once more.
    planner.desk.does(act::CancelRoomPrompt{});
    planner.desk.does(act::AskWorkshopCase{});
    planner.desk.does(act::EditRoomField{planner.screen().prompt->fields[0].id, "does not add up"});
    planner.desk.does(Action(planner.screen().prompt->primary.action));
    REQUIRE(planner.screen().prompt);
    planner.desk.does(act::CancelRoomPrompt{});
    CHECK(planner.setup().case_rows.size() == 5);
}

TEST_CASE("a case that is not in the library is named by its id, and can be replaced") {
    Planner planner;
    planner.write("own.yaml", programme("own", "sungai-yang-hilang"));
    planner.press("A day");
    CHECK(planner.toasts().find("sungai-yang-hilang") != std::string::npos);
    CHECK(planner.toasts().find("jumlah-yang-tidak-cocok") == std::string::npos);
    REQUIRE(planner.setup().case_rows.size() == 2);
    CHECK(planner.setup().case_rows[0].tint == Tint::Ok);
    CHECK(planner.setup().case_rows[1].tint != Tint::Ok);
    CHECK(planner.setup().case_rows[1].line.find("sungai-yang-hilang") != std::string::npos);
    planner.desk.does(Action(planner.setup().case_rows[1].select));
    REQUIRE(planner.screen().prompt);
    CHECK(planner.screen().prompt->choices[0].problem.find("sungai-yang-hilang") != std::string::npos);
    planner.desk.does(Action(planner.screen().prompt->primary.action)); // nothing is chosen for the facilitator
    REQUIRE(planner.screen().prompt);
    planner.desk.does(act::EditRoomField{planner.screen().prompt->fields[0].id, "Bay"});
    planner.desk.does(Action(planner.screen().prompt->primary.action));
    CHECK_FALSE(planner.screen().prompt);
    CHECK(planner.setup().case_rows[1].tint == Tint::Ok);
}

TEST_CASE("a broken programme is one clear sentence in both languages, and the list goes on") {
    Planner planner;
    planner.write("own.yaml", programme("own", "kota-di-tepi-teluk"));
    std::string broken = programme("torn", "kota-di-tepi-teluk");
    broken.replace(broken.find("10:00"), 5, "25:00");
    planner.write("torn.yaml", broken);
    for (const base::Lang lang : {base::Lang::En, base::Lang::Id}) {
        planner.desk.open();
        planner.desk.does(act::SetLanguage{lang});
        const WorkshopList& list = *planner.enter().list;
        REQUIRE(list.programme_problems.size() == 1);
        const std::string& said = list.programme_problems[0];
        CAPTURE(said);
        CHECK(said.find("torn.yaml") != std::string::npos);
        CHECK(said.find(lang == base::Lang::En ? "The programme" : "Program") == 0);
        CHECK(said.find("finding.") == std::string::npos);
        CHECK(list.programme_rows.size() == 2);
    }
    // Mended, it is there as soon as the list is entered again.
    planner.write("torn.yaml", programme("torn", "kota-di-tepi-teluk"));
    CHECK(planner.enter().list->programme_rows.size() == 3);
    CHECK(planner.screen().list->programme_problems.empty());
}

TEST_CASE("a programme of the own folder stands in for the bundled one with the same id") {
    Planner planner;
    planner.write("three-days.yaml", programme("three-days", "kota-di-tepi-teluk"));
    const WorkshopList& list = *planner.enter().list;
    REQUIRE(list.programme_rows.size() == 1);
    CHECK(list.programme_rows[0].title == "From a programme: A day");
}

TEST_CASE("the reading that a slot names opens from the agenda, and the way back leads to it") {
    Planner planner;
    planner.press("Three days of weighing evidence");
    REQUIRE(planner.setup().days[0].slots[1].read);
    CHECK_FALSE(planner.setup().days[0].slots[0].read);
    SUBCASE("from its row") { planner.desk.does(Action(planner.setup().days[0].slots[1].read->action)); }
    SUBCASE("from its question") {
        planner.desk.does(act::AskSlot{0, 1});
        REQUIRE(planner.screen().prompt);
        REQUIRE(planner.screen().prompt->others.size() == 2);
        planner.desk.does(Action(planner.screen().prompt->others[1].action));
    }
    REQUIRE(planner.desk.frame().lesson);
    CHECK(planner.desk.frame().lesson->title == "How a round goes");
    planner.desk.does(act::Back{});
    CHECK_FALSE(planner.screen().prompt);
    CHECK(planner.setup().days.size() == 3);
}
