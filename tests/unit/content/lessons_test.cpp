#include <doctest/doctest.h>

#include <algorithm>

#include "base/files.h"
#include "content/lessons.h"
#include "content/programmes.h"
#include "support/told.h"

using namespace timbang;
using test::told;
using base::Lang;

namespace {

const std::string kScenarios = TIMBANG_SOURCE_DIR "/scenarios";
const std::string kSound = std::string(TIMBANG_TEST_DATA) + "/content/base";

std::string ids(const domain::LessonList& list) {
    std::string all;
    for (const auto& one : list) all += (all.empty() ? "" : " ") + one->id;
    return all;
}

} // namespace

TEST_CASE("every bundled reading checks clean, in both languages") {
    int count = 0;
    for (const std::string& name : base::list_folder(kScenarios + "/lessons")) {
        CAPTURE(name);
        ++count;
        const auto loaded = content::load_lesson(kScenarios + "/lessons/" + name, {});
        for (const base::Finding& finding : loaded.findings) FAIL_CHECK(told(finding));
        REQUIRE(loaded.lesson != nullptr);
        CHECK(loaded.lesson->claim.id != loaded.lesson->claim.en);
        // Three to eight minutes: neither a note nor a chapter.
        for (const Lang lang : {Lang::Id, Lang::En}) {
            CHECK(domain::word_count(*loaded.lesson, lang) >= 400); // with the figure and the exercise
            CHECK(domain::word_count(*loaded.lesson, lang) <= 1100);
        }
    }
    CHECK(count >= 11);
}

TEST_CASE("a reading holds what its file says, quotes found on the figure's pages and rules with their sources") {
    const auto loaded = content::load_lesson(kSound + "/lessons/sums.yaml", {});
    REQUIRE(loaded.lesson != nullptr);
    const domain::Lesson& lesson = *loaded.lesson;
    CHECK(lesson.framework == "mini@2");
    CHECK(lesson.purpose.topics == std::vector<std::string>{"arithmetic", "table"});
    REQUIRE(lesson.figure);
    REQUIRE(lesson.figure->pages.size() == 2);
    REQUIRE(lesson.figure->callouts.size() == 3);
    const domain::LessonCallout& key = lesson.figure->callouts[0];
    CHECK(key.key);
    REQUIRE(key.ranges.size() == 1);
    CHECK(lesson.figure->pages[0].words(key.ranges[0]) == "Jumlah 210");
    CHECK(lesson.figure->callouts[1].page == 1);
    CHECK(lesson.figure->callouts[1].ranges.size() == 2);
    CHECK(lesson.figure->callouts[2].ranges.empty());
    REQUIRE(lesson.exercise.questions.size() == 2);
    CHECK(lesson.exercise.questions[0].right == 0);
    CHECK(lesson.exercise.questions[1].answers[lesson.exercise.questions[1].right].id == "not-so");
    CHECK(lesson.exercise.questions[1].answers[0].why.en == "The rows decide.");
    REQUIRE(lesson.sources.size() == 3);
    CHECK(lesson.sources[0].kind == domain::LessonSource::Kind::Rule);
    CHECK(lesson.sources[0].code == "H-1");
    CHECK(lesson.sources[1].year == 2020);
    CHECK(lesson.sources[2].report == "contoh 2020-01");
    CHECK(lesson.more == std::vector<std::string>{"names"});
}

TEST_CASE("every problem type of the practice pack finds a reading that is about it") {
    const content::LessonShelf shelf({kScenarios + "/lessons"}, {});
    const auto pack = content::load_framework(kScenarios + "/frameworks/practice-22-2021.yaml").framework;
    REQUIRE(pack != nullptr);
    for (const domain::ProblemType& type : pack->problem_types) {
        CAPTURE(type.id);
        const auto found = shelf.best_for({type.id, type.rule, type.family});
        REQUIRE(!found.empty());
        const auto& problems = found.front()->purpose.problems;
        CHECK(std::find(problems.begin(), problems.end(), type.id) != problems.end());
    }
    CHECK(shelf.best_for({"wrong-year", "data-year", "year"}).front()->id == "read-the-year-in-the-heading");
    CHECK(shelf.all().front()->id == "how-a-round-goes");
    CHECK(shelf.find("smart-city-and-rights") != nullptr);
    CHECK(shelf.find("smart") == nullptr);
}

TEST_CASE("a shelf leaves out what does not read, and an earlier folder hides the same id in a later one") {
    const content::LessonShelf shelf({kSound + "/lessons", kSound + "/programmes", kSound + "/lessons", "/nowhere"}, {});
    CHECK(ids(shelf.all()) == "sums names");
}

TEST_CASE("a broken file gives findings and no reading; nothing throws") {
    CHECK(content::load_lesson("/nowhere/none.yaml", {}).lesson == nullptr);
    CHECK(!content::load_lesson("/nowhere/none.yaml", {}).findings.empty());
    CHECK(content::load_programme("/nowhere/none.yaml", {}).programme == nullptr);
    const auto other = content::load_lesson(kSound + "/programmes/day.yaml", {});
    CHECK(other.lesson == nullptr);
    CHECK(base::has_errors(other.findings));
}
