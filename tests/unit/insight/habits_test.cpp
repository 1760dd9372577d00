#include "insight/habits.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace timbang;
using namespace timbang::insight;

namespace {

DecisionRow row(int steps, int reference_place = 3) {
    DecisionRow made;
    made.scenario = "case";
    made.framework = "pack@1";
    made.code = "KS-O1";
    made.criterion = "KS";
    made.places = 6;
    made.reference_place = reference_place;
    made.place = reference_place + steps;
    made.reference = reference_place * 2;
    made.score = made.place * 2;
    made.steps = steps;
    made.exact = steps == 0;
    return made;
}

const Habit* find(const std::vector<Habit>& all, HabitKind kind) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Habit& habit) { return habit.kind == kind; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a mean has the interval of Student's t") {
    // n = 5, mean 1, s = 1, t(.95; 4) = 2.132: half width 2.132 / sqrt(5) = 0.9534
    const MeanInterval mean = mean_interval({0, 0.5, 1, 1.5, 2});
    CHECK(mean.mean == doctest::Approx(1));
    CHECK(*mean.low == doctest::Approx(1 - 2.132 * std::sqrt(0.625 / 5)));
    CHECK_FALSE(mean_interval({3}).low);
    CHECK(mean_interval({}).n == 0);
    const MeanInterval many = mean_interval(std::vector<double>(100, 2.0));
    CHECK(*many.high == doctest::Approx(2));
}

TEST_CASE("a share has Wilson's interval") {
    // 8 of 10 at 90 %: 0.5408 to 0.9315 (Wilson 1927, z = 1.6449)
    const ShareInterval share = share_interval(8, 10);
    CHECK(share.low == doctest::Approx(0.5408).epsilon(0.002));
    CHECK(share.high == doctest::Approx(0.9315).epsilon(0.002));
    CHECK(share_interval(0, 0).high == 1);
    CHECK(share_interval(0, 5).low == 0);
    CHECK(share_interval(5, 5).high == doctest::Approx(1));
}

TEST_CASE("direction: clear only when the interval leaves the middle") {
    std::vector<DecisionRow> rows(12, row(1));
    rows.push_back(row(0));
    const auto all = habits(rows);
    const Habit* generous = find(all, HabitKind::Direction);
    REQUIRE(generous);
    CHECK(generous->title.key == "habit.leans-generous");
    CHECK(generous->n == 13);
    CHECK(generous->evidence.key == "habit.from-decisions");
    REQUIRE(generous->axis);
    CHECK(generous->axis->low > 0);
    const auto few = habits({row(1), row(-1), row(1)});
    const Habit* chance = find(few, HabitKind::Direction);
    REQUIRE(chance);
    CHECK(chance->title.key == "habit.slightly-generous");
    CHECK(chance->evidence.key == "habit.from-decisions-few");
    CHECK(find(habits({row(-1), row(-2), row(-1), row(-1)}), HabitKind::Direction)->title.key == "habit.leans-strict");
    CHECK(habits({}).empty());
}

TEST_CASE("problem families that slip past, and one strength") {
    DecisionRow with = row(0);
    with.problems = {{"year", false}, {"arithmetic", true}};
    DecisionRow again = row(0);
    again.problems = {{"year", true}, {"arithmetic", true}, {"source", false}};
    const auto all = habits({with, again});
    std::vector<std::string> missed;
    for (const Habit& habit : all)
        if (habit.kind == HabitKind::Missed) missed.push_back(habit.family);
    CHECK(missed == std::vector<std::string>{"year", "source"}); // most met first
    const Habit* strength = find(all, HabitKind::Strength);
    REQUIRE(strength);
    CHECK(strength->family == "arithmetic");
    CHECK(strength->tone == Tone::Good);
    CHECK(strength->title.key == "habit.strength-some"); // twice is no habit yet
    std::vector<DecisionRow> often(4, with);
    CHECK(find(habits(often), HabitKind::Missed)->title.key == "habit.missed");
    CHECK(find(habits(often), HabitKind::Strength)->title.key == "habit.strength");
}

TEST_CASE("staying in the middle is seen against the reference's own ends") {
    std::vector<DecisionRow> rows;
    for (int i = 0; i < 4; ++i)
        rows.push_back(row(-1, 5));
    CHECK(find(habits(rows), HabitKind::Centre));
    for (DecisionRow& one : rows) {
        one.place = one.reference_place;
        one.steps = 0;
    }
    CHECK_FALSE(find(habits(rows), HabitKind::Centre));
}

TEST_CASE("barcodes, sure and different, decided without opening") {
    DecisionRow sure = row(2);
    sure.sure = true;
    sure.opened_all = false;
    sure.alarms = {{"endorsement", true}, {"content", false}, {"content", false}};
    DecisionRow near = row(1);
    near.sure = true;
    near.near = true;
    const auto all = habits({sure, near});
    CHECK(find(all, HabitKind::Barcodes));
    CHECK(find(all, HabitKind::Alarms));
    CHECK(find(all, HabitKind::Unopened)->sentence.args[0].second == base::Arg(std::int64_t{1}));
    const Habit* different = find(all, HabitKind::SureAndDifferent);
    REQUIRE(different);
    CHECK(different->n == 2);
    CHECK(different->sentence.args[0].second == base::Arg(std::int64_t{1})); // near does not count as different
}
