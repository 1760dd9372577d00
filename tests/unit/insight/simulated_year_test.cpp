#include <algorithm>
#include <map>
#include <set>

#include "insight/mastery.h"
#include "insight/progress.h"
#include "insight/repractice.h"
#include "unit/insight/rows.h"

using namespace timbang;
using namespace timbang::insight;
using timbang::tests::check_text;
using timbang::tests::decision;

namespace {

enum class Who { Lenient, Strict, Improving };

int clamped(int place) {
    return std::clamp(place, 0, 5);
}

/// How far from the reference this trainee is on this day of the year.
int steps_of(Who who, int on_day, base::Rng& rng) {
    const int chance = static_cast<int>(rng.below(100));
    switch (who) {
    case Who::Lenient: return chance < 60 ? 1 : chance < 70 ? 2 : 0;
    case Who::Strict: return chance < 60 ? -1 : chance < 70 ? -2 : 0;
    case Who::Improving: {
        const int off = 90 - on_day * 3 / 10; // in January nine of ten differ, from November none
        return chance >= off ? 0 : chance % 3 == 0 ? -1 : 1;
    }
    }
    return 0;
}

/// Two sittings a month of five new items each; each has a problem, found as often as the person is exact.
std::vector<DecisionRow> year_of(Who who, std::uint64_t seed) {
    base::Rng rng(seed);
    std::vector<DecisionRow> rows;
    for (int sitting = 0; sitting < 24; ++sitting) {
        const int on_day = sitting * 15;
        const std::string session = "s" + std::to_string(sitting);
        for (int i = 0; i < 5; ++i) {
            const int reference = static_cast<int>(rng.below(6));
            const int steps = clamped(reference + steps_of(who, on_day, rng)) - reference;
            DecisionRow row = decision(session, session + std::to_string(i), steps, reference, on_day);
            row.criterion = i % 2 == 0 ? "KS" : "KD";
            row.sure = rng.below(3) == 0;
            tests::add_problem(row, i % 2 == 0 ? "wrong-year" : "arithmetic", i % 2 == 0 ? "year" : "arithmetic",
                               row.exact);
            rows.push_back(std::move(row));
        }
    }
    return rows;
}

const Habit* find(const std::vector<Habit>& all, HabitKind kind) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Habit& one) { return one.kind == kind; });
    return found == all.end() ? nullptr : &*found;
}

std::int64_t number(const base::Message& message, const std::string& name) {
    for (const auto& [key, value] : message.args)
        if (key == name) return std::get<std::int64_t>(value);
    FAIL("no " << name);
    return 0;
}

/// What a habit says, counted again from the rows that it names.
void check_evidence(const Habit& habit, const std::vector<DecisionRow>& rows) {
    CAPTURE(habit.sentence.key);
    REQUIRE_FALSE(habit.rests_on.empty());
    CHECK(habit.n > 0);
    for (std::size_t i : habit.rests_on)
        REQUIRE(i < rows.size());
    CHECK(number(habit.evidence, "n") == habit.n);
    CHECK(habit.evidence.key.ends_with("-few") == (habit.n < kFew));
    int met = 0, found = 0, different = 0, unopened = 0;
    for (std::size_t i : habit.rests_on) {
        for (const auto& [family, was_found] : rows[i].problems)
            if (family == habit.family) {
                ++met;
                found += was_found;
            }
        different += rows[i].sure_and_different();
        unopened += !rows[i].opened_all;
    }
    const int places = static_cast<int>(habit.rests_on.size());
    switch (habit.kind) {
    case HabitKind::Missed:
    case HabitKind::Strength:
        CHECK(met == habit.n);
        CHECK(number(habit.sentence, "found") == found);
        CHECK(number(habit.sentence, "met") == met);
        break;
    case HabitKind::SureAndDifferent:
        CHECK(habit.n == places);
        CHECK(number(habit.sentence, "n") == different);
        break;
    case HabitKind::Unopened:
        CHECK(number(habit.sentence, "n") == unopened);
        CHECK(number(habit.sentence, "of") == places);
        break;
    case HabitKind::Drift:
        CHECK(habit.n * 2 == places);
        for (std::size_t i = 0; i + 1 < habit.rests_on.size(); i += 2) {
            const DecisionRow &before = rows[habit.rests_on[i]], &now = rows[habit.rests_on[i + 1]];
            CHECK(before.item == now.item);
            CHECK(before.session != now.session);
        }
        break;
    default:
        CHECK(habit.n == places);
    }
}

} // namespace

TEST_CASE("a year of a lenient, a strict and an improving trainee is told as it was") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        const auto lenient = year_of(Who::Lenient, seed), strict = year_of(Who::Strict, seed + 100),
                   improving = year_of(Who::Improving, seed + 200);
        const auto of_lenient = habits(lenient), of_strict = habits(strict), of_improving = habits(improving);
        CHECK(find(of_lenient, HabitKind::Direction)->sentence.key == "habit.leans-generous-text");
        CHECK(find(of_strict, HabitKind::Direction)->sentence.key == "habit.leans-strict-text");
        CHECK(find(of_improving, HabitKind::Direction)->title.key != "habit.leans-strict");
        CHECK(find(of_lenient, HabitKind::SureAndDifferent));
        CHECK(course_of_exact(improving).trend == Trend::Rising);
        CHECK(course_of_direction(lenient).sentence.key.find("generous") != std::string::npos);
        CHECK(course_of_direction(strict).sentence.key.find("strict") != std::string::npos);
        for (const Mastery& one : mastery_by_right(improving))
            CHECK(one.level == Level::Mastered);
        for (const auto& rows : {lenient, strict})
            for (const Mastery& one : mastery_by_right(rows))
                CHECK(one.level == Level::Learning);
        const auto months = by_month(improving, 0);
        REQUIRE(months.size() == 12);
        CHECK(months.back().exact.k * months.front().exact.n > months.front().exact.k * months.back().exact.n);
    }
}

TEST_CASE("who stays the same is seldom told of a change: as often as a 90 % interval misses") {
    int told = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        const Trend trend = course_of_exact(year_of(Who::Lenient, seed)).trend;
        told += trend == Trend::Rising || trend == Trend::Falling;
    }
    CHECK(told > 15);
    CHECK(told < 60);
}

TEST_CASE("no sentence without evidence: each is counted again from the rows it names") {
    base::Rng rng(42);
    for (int round = 0; round < 200; ++round) {
        std::vector<DecisionRow> rows;
        const int n = static_cast<int>(rng.below(40));
        for (int i = 0; i < n; ++i) {
            const int reference = static_cast<int>(rng.below(6)), own = static_cast<int>(rng.below(6));
            DecisionRow row = decision("s" + std::to_string(rng.below(6)), std::to_string(rng.below(25)),
                                       own - reference, reference, i);
            row.sure = rng.below(2) == 0;
            row.opened_all = rng.below(4) > 0;
            row.reading_kept = rng.below(4) > 0;
            if (!row.reading_kept) row.opened_all = true;
            if (rng.below(4) == 0) row.score.reset();
            for (const char* family : {"year", "legal", "form"})
                if (rng.below(2) == 0) tests::add_problem(row, family, family, rng.below(2) == 0);
            if (rng.below(5) == 0) row.alarms.push_back({"year", rng.below(2) == 0});
            rows.push_back(std::move(row));
        }
        const auto all = habits(rows);
        CHECK(all.empty() == rows.empty());
        for (const Habit& habit : all)
            check_evidence(habit, rows);
    }
}

TEST_CASE("every sentence of the habits is in both languages") {
    std::set<std::string> told;
    for (const Who who : {Who::Lenient, Who::Strict, Who::Improving}) {
        auto rows = year_of(who, 3);
        rows[0].opened_all = false;
        rows[0].alarms = {{"year", true}, {"year", false}, {"year", false}};
        for (const Habit& habit : habits(rows))
            if (told.insert(habit.sentence.key).second) {
                check_text(habit.title);
                check_text(habit.sentence);
                check_text(habit.evidence);
            }
    }
    CHECK(told.size() >= 7);
}

TEST_CASE("decided again: steady, drifting, and never from two or three items") {
    std::vector<DecisionRow> rows;
    const auto again = [&](int n, int moved) {
        rows.clear();
        for (int i = 0; i < n; ++i)
            rows.push_back(decision("august", "anchor" + std::to_string(i), i % 2, 2));
        for (int i = 0; i < n; ++i)
            rows.push_back(decision("november", "anchor" + std::to_string(i), i % 2 + moved, 2, 90));
        return habits(rows);
    };
    auto all = again(12, 0);
    REQUIRE(find(all, HabitKind::Drift));
    CHECK(find(all, HabitKind::Drift)->title.key == "habit.drift-steady");
    CHECK(find(all, HabitKind::Drift)->tone == Tone::Good);
    CHECK(number(find(all, HabitKind::Drift)->sentence, "same") == 12);
    CHECK(find(again(12, 1), HabitKind::Drift)->title.key == "habit.drift-generous");
    CHECK(find(again(12, -1), HabitKind::Drift)->title.key == "habit.drift-strict");
    CHECK_FALSE(find(again(3, 1), HabitKind::Drift));
    all = again(5, 1);
    CHECK(find(all, HabitKind::Drift)->evidence.key == "habit.from-anchors-few");
    check_text(find(all, HabitKind::Drift)->sentence);
    CHECK(find(all, HabitKind::Direction)->n == 5); // what was decided before tells nothing new of severity
}

TEST_CASE("the spread of the scores against that of the reference") {
    std::vector<DecisionRow> narrow, wide;
    for (int i = 0; i < 24; ++i) {
        const int reference = 1 + i % 4; // not at the ends, so that this is not "stays in the middle"
        const std::string item = std::to_string(i);
        narrow.push_back(decision("s", item, (i % 2 == 0 ? 2 : 3) - reference, reference));
        wide.push_back(decision("s", item, reference < 3 ? (i % 3 == 0 ? 0 : -1) : (i % 3 == 0 ? 0 : 1), reference));
    }
    REQUIRE(find(habits(narrow), HabitKind::Range));
    CHECK(find(habits(narrow), HabitKind::Range)->title.key == "habit.narrow");
    REQUIRE(find(habits(wide), HabitKind::Range));
    CHECK(find(habits(wide), HabitKind::Range)->title.key == "habit.wide");
    for (const auto& rows : {narrow, wide}) {
        check_text(find(habits(rows), HabitKind::Range)->title);
        check_text(find(habits(rows), HabitKind::Range)->sentence);
    }
    narrow.resize(9);
    CHECK_FALSE(find(habits(narrow), HabitKind::Range));
}
