#include <filesystem>

#include "desk_steps.h"

using namespace timbang;
using namespace timbang::test;

namespace {

std::string toasts_of(Desk& desk) {
    std::string all;
    for (const Toast& toast : desk.frame().toasts) all += toast.text + "\n";
    return all;
}

/// Somebody with a session in the record, at the records.
void with_session(Desk& desk, const std::string& name) {
    desk.introduce(name);
    desk.start(kExample);
    desk.does(act::Navigate{Screen::Records});
}

} // namespace

TEST_CASE("records are taken along into a file and joined on another computer, once and for all") {
    Desk here, there;
    with_session(here, "Rini");
    here.does(act::AskExportRecords{});
    REQUIRE(here.frame().dialog);
    const std::string file = here.folder / "along.tbr";
    here.does(act::TypeDialog{0, file});
    here.does(act::ConfirmRecordWork{});
    CHECK_FALSE(here.frame().dialog);
    REQUIRE(std::filesystem::exists(file));

    there.introduce("Budi");
    there.does(act::Navigate{Screen::Records});
    for (int again = 0; again < 2; ++again) {
        there.does(act::AskMergeRecords{});
        there.does(act::TypeDialog{0, file});
        there.does(act::ConfirmRecordWork{});
        CHECK_FALSE(there.frame().dialog);
        const auto sessions = there.record->sessions();
        REQUIRE(sessions.ok());
        CHECK(sessions->size() == 1);
        CHECK(sessions->front().person_code == "Rini");
        CHECK(sessions->front().imported);
    }
}

TEST_CASE("a file that is no export is refused in the dialog, and what was typed stays") {
    Desk desk;
    desk.introduce("Rini");
    desk.does(act::Navigate{Screen::Records});
    desk.does(act::AskMergeRecords{});
    desk.does(act::TypeDialog{0, std::string(TIMBANG_SOURCE_DIR "/README.md")});
    desk.does(act::ConfirmRecordWork{});
    REQUIRE(desk.frame().dialog);
    CHECK(desk.frame().dialog->problem != "");
    CHECK(desk.frame().dialog->fields[0].text == TIMBANG_SOURCE_DIR "/README.md");
}

TEST_CASE("nobody is forgotten before their code is typed; then their name is gone") {
    Desk desk;
    with_session(desk, "Rini");
    desk.does(act::AskForget{desk.kept.person});
    desk.does(act::TypeDialog{0, "Rina"});
    desk.does(act::ConfirmRecordWork{});
    REQUIRE(desk.frame().dialog);
    CHECK(desk.frame().dialog->problem != "");
    desk.does(act::TypeDialog{0, "Rini"});
    desk.does(act::ConfirmRecordWork{});
    CHECK_FALSE(desk.frame().dialog);
    const auto people = desk.record->people();
    REQUIRE(people.ok());
    for (const store::Person& person : *people) CHECK(person.code != "Rini");
}

TEST_CASE("the own record is written as the ending of its name says") {
    Desk desk;
    with_session(desk, "Rini");
    for (const char* const ending : {".pdf", ".html", ".csv", ".xlsx"}) {
        CAPTURE(ending);
        desk.does(act::AskTakeHome{act::TakeHome::Record, ""});
        REQUIRE(desk.frame().dialog);
        const std::string file = desk.folder / ("mine" + std::string(ending));
        desk.does(act::TypeDialog{0, file});
        desk.does(act::ConfirmRecordWork{});
        CAPTURE(toasts_of(desk));
        CHECK_FALSE(desk.frame().dialog);
        CHECK(std::filesystem::exists(file));
    }
    desk.does(act::AskTakeHome{act::TakeHome::Record, ""});
    desk.does(act::TypeDialog{0, desk.folder / "mine.doc"});
    desk.does(act::ConfirmRecordWork{});
    REQUIRE(desk.frame().dialog);
    CHECK(desk.frame().dialog->problem.find(".xlsx") != std::string::npos);
}

TEST_CASE("a reading opens over what the person was doing, answers at once, and goes back") {
    Desk desk;
    desk.introduce("Rini");
    desk.does(act::OpenLesson{"reading-a-table", ""});
    REQUIRE(desk.frame().lesson);
    const LessonView& lesson = *desk.frame().lesson;
    CHECK(lesson.claim != "");
    REQUIRE(lesson.items.size() >= 2);
    CHECK_FALSE(lesson.items[0].answered);
    desk.does(act::AnswerExercise{0, 0});
    REQUIRE(desk.frame().lesson);
    CHECK(desk.frame().lesson->items[0].answered);
    CHECK(desk.frame().lesson->items[0].reason != "");
    desk.does(act::SetLessonLanguage{base::Lang::Id});
    CHECK(desk.frame().lesson->items[0].answered);
    desk.does(act::Back{});
    CHECK_FALSE(desk.frame().lesson);
    CHECK(desk.frame().screen != Screen::Lesson);
}
