#include <doctest/doctest.h>

#include "domain/lesson.h"

using namespace timbang::domain;
using timbang::base::Lang;

namespace {

std::shared_ptr<const Lesson> lesson(const char* id, int order, LessonPurpose purpose) {
    Lesson made;
    made.id = id;
    made.order = order;
    made.purpose = std::move(purpose);
    return std::make_shared<const Lesson>(std::move(made));
}

std::string ids(const LessonList& list) {
    std::string all;
    for (const auto& one : list) all += (all.empty() ? "" : " ") + one->id;
    return all;
}

LessonList shelf() {
    return {lesson("round", 1, {{}, {"whole-file"}, {"round"}}),
            lesson("table", 2, {{"arithmetic", "wrong-year"}, {"recompute"}, {"arithmetic"}}),
            lesson("year", 3, {{"wrong-year"}, {"data-year"}, {"year"}}),
            lesson("trust", 4, {{"other-owner"}, {"data-year", "authority"}, {"source", "year"}})};
}

} // namespace

TEST_CASE("a reading about the problem comes before one about its rule, and that before one about its family") {
    CHECK(ids(lessons_for(shelf(), {"wrong-year", "data-year", "year"})) == "year table trust");
    CHECK(ids(lessons_for(shelf(), {"", "data-year", ""})) == "year trust");
    CHECK(ids(lessons_for(shelf(), {"unheard-of", "recompute", "arithmetic"})) == "table");
    CHECK(ids(lessons_for(shelf(), {"", "", "year"})) == "year trust");
}

TEST_CASE("nothing is found for a wish that no reading answers, nor for an empty one") {
    CHECK(lessons_for(shelf(), {"nihil", "figure-stated", "figure"}).empty());
    CHECK(lessons_for(shelf(), {}).empty());
    CHECK(lessons_for({}, {"wrong-year", "", ""}).empty());
}

TEST_CASE("readings that fit alike stand in their own order") {
    const LessonList two{lesson("b", 20, {{"nihil"}, {}, {}}), lesson("a", 10, {{"nihil"}, {}, {}})};
    CHECK(ids(lessons_for(two, {"nihil", "", ""})) == "a b");
}

TEST_CASE("a reading is found by its id") {
    CHECK(find_lesson(shelf(), "year")->order == 3);
    CHECK(find_lesson(shelf(), "Year") == nullptr);
}

TEST_CASE("words are counted in one language, with the reason of the right answer and without sources") {
    Lesson made;
    made.title = {"satu dua", "one"};
    made.claim = {"tiga  empat\nlima", "two three"};
    made.body = {{"enam", "four five six"}};
    LessonQuestion question;
    question.passage = "tahun 2024";
    question.answers = {{"yes", {"ya", "yes"}, {"a b c", "d"}}, {"no", {"tidak", "no"}, {"e f g h", "i j"}}};
    question.right = 1;
    made.exercise.questions = {question};
    made.sources.emplace_back().title = "A Long Title Of A Work";
    CHECK(word_count(made, Lang::Id) == 2 + 3 + 1 + 2 + 2 + 4);
    CHECK(word_count(made, Lang::En) == 1 + 2 + 3 + 2 + 2 + 2);
}
