#include "insight/mastery.h"

#include <algorithm>

#include "unit/insight/rows.h"

using namespace timbang;
using namespace timbang::insight;
using timbang::tests::check_text;
using timbang::tests::decision;

namespace {

/// Sittings of five new items each, so many of them exact.
std::vector<DecisionRow> sittings(std::initializer_list<int> exact) {
    std::vector<DecisionRow> rows;
    int sitting = 0;
    for (int right : exact) {
        const std::string session = "s" + std::to_string(sitting);
        for (int i = 0; i < 5; ++i)
            rows.push_back(decision(session, session + "-" + std::to_string(i), i < right ? 0 : 1, 3, sitting));
        ++sitting;
    }
    return rows;
}

Level level(const std::vector<DecisionRow>& rows) {
    const auto all = mastery_by_right(rows);
    REQUIRE(all.size() == 1);
    return all.front().level;
}

} // namespace

TEST_CASE("mastery rises with the interval and three good sittings, and falls again") {
    CHECK(level(sittings({3})) == Level::Learning);
    CHECK(level(sittings({2, 5, 5})) == Level::Steady);    // of the last 12 at least 10, but a sitting below four of five
    CHECK(level(sittings({5, 5, 5})) == Level::Mastered);
    CHECK(level(sittings({5, 5})) == Level::Steady);       // two sittings are not three
    CHECK(level(sittings({5, 4, 4})) == Level::Mastered); // 10 of the last 12, four of five each
    CHECK(level(sittings({5, 5, 5, 2})) == Level::Learning);
    CHECK(level(sittings({0, 0, 0, 5, 5, 5})) == Level::Mastered); // what is long ago does not hold anybody back
}

TEST_CASE("mastery counts unseen items, and mixed decisions only") {
    auto rows = sittings({5, 5});
    auto again = rows;
    for (DecisionRow& row : again)
        row.session += "-again";
    rows.insert(rows.end(), again.begin(), again.end());
    CHECK(mastery_by_right(rows).front().decisions == 10); // the same items again add nothing
    CHECK(level(rows) == Level::Steady);

    auto announced = sittings({5, 5, 5});
    for (DecisionRow& row : announced)
        row.announced = true;
    CHECK(mastery_by_right(announced).empty());
    announced[0].criterion = "KD"; // its session holds two rights: nobody could know which it is
    const auto mixed = mastery_by_right(announced);
    REQUIRE(mixed.size() == 2);
    CHECK(mixed[0].decisions + mixed[1].decisions == 5);
}

TEST_CASE("mastery by type and by problem, with what was not met") {
    auto rows = sittings({5, 5, 5});
    for (std::size_t i = 0; i < rows.size(); ++i)
        tests::add_problem(rows[i], "wrong-year", "year", i % 3 != 0);
    const auto types = mastery_by_type(rows);
    REQUIRE(types.size() == 3);
    CHECK(types[0].id == "structure");
    CHECK(types[0].level == Level::New);
    CHECK(types[2].level == Level::Mastered);
    const auto problems = mastery_by_problem(rows, {"wrong-year", "arithmetic"});
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].level == Level::Learning);
    CHECK(problems[0].recent.k == 8);
    CHECK(problems[0].recent.n == 12);
    CHECK(problems[1].level == Level::New);
    CHECK(problems[1].sentence.key == "mastery.problems-none");
    CHECK(mastery_by_problem(sittings({5})).empty());
}

TEST_CASE("small numbers say that they are small") {
    const auto few = mastery_by_right(sittings({5})).front();
    CHECK(few.few);
    CHECK(few.sentence.key == "mastery.decisions-few");
    CHECK_FALSE(mastery_by_right(sittings({5, 5})).front().few);
    for (const auto& list : {mastery_by_right(sittings({5}), {"pack@1/KD"}), mastery_by_right(sittings({5, 5})),
                             mastery_by_problem({}, {"arithmetic"})})
        for (const Mastery& one : list) {
            check_text(one.sentence);
            check_text(one.level_word);
        }
}
