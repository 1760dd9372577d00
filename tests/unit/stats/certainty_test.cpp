#include "stats/certainty.h"

#include <vector>

#include <doctest/doctest.h>

using namespace timbang::stats;

namespace {

std::vector<CertainDecision> decisions(Certainty certainty, int right, int wrong) {
    std::vector<CertainDecision> result(static_cast<std::size_t>(right), {certainty, true});
    result.insert(result.end(), static_cast<std::size_t>(wrong), {certainty, false});
    return result;
}

std::vector<CertainDecision> joined(std::vector<CertainDecision> first, const std::vector<CertainDecision>& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace

// Marks and limits as in Gardner-Medwin & Gahan (2003).
TEST_CASE("marks are 1, 2, 3 when right and 0, -2, -6 when wrong") {
    CHECK(certainty_mark(Certainty::Unsure, true) == 1);
    CHECK(certainty_mark(Certainty::Fairly, true) == 2);
    CHECK(certainty_mark(Certainty::Sure, true) == 3);
    CHECK(certainty_mark(Certainty::Unsure, false) == 0);
    CHECK(certainty_mark(Certainty::Fairly, false) == -2);
    CHECK(certainty_mark(Certainty::Sure, false) == -6);
}

TEST_CASE("honesty pays: the best level is the one whose range holds the chance") {
    for (int percent = 0; percent <= 100; ++percent) {
        const double chance = percent / 100.0;
        const auto best = best_certainty(chance);
        for (const auto other : kCertainties) {
            CHECK(expected_mark(best, chance) >= expected_mark(other, chance) - 1e-12);
        }
        const auto [low, high] = best_range(best);
        CHECK(low <= chance);
        CHECK(chance <= high);
    }
    CHECK(best_certainty(0.66) == Certainty::Unsure);
    CHECK(best_certainty(0.7) == Certainty::Fairly);
    CHECK(best_certainty(0.81) == Certainty::Sure);
    CHECK(expected_mark(Certainty::Fairly, 0.8) == doctest::Approx(expected_mark(Certainty::Sure, 0.8)));
}

TEST_CASE("the summary counts by level and finds the sure and different ones") {
    const auto lower = joined(decisions(Certainty::Unsure, 3, 2), decisions(Certainty::Fairly, 4, 1));
    const auto result = certainty_summary(joined(lower, decisions(Certainty::Sure, 8, 2)));
    REQUIRE(result);
    CHECK(result->n == 20);
    CHECK(result->marks == 3 + 8 - 2 + 24 - 12);
    CHECK(result->mean_mark.estimate == doctest::Approx(21.0 / 20));
    CHECK(result->mean_mark.interval);
    CHECK(result->sure_and_different == 2);
    CHECK(result->levels[1].n == 5);
    CHECK(result->levels[1].right == 4);
    CHECK(result->levels[2].marks == 12);
    CHECK(result->levels[2].share->estimate == 0.8);
    CHECK(result->best_fixed == doctest::Approx(expected_mark(Certainty::Fairly, 0.75)));
    // 15 right and 5 wrong make 75 pairs; those that the right one wins, ties half, are counted by hand.
    const double pairs = 3 * (0.5 * 2) + 4 * (2 + 0.5 * 1) + 8 * (3 + 0.5 * 2);
    CHECK(result->telling->area.estimate == doctest::Approx(pairs / 75));
}

TEST_CASE("a level is called too sure or too cautious only when the whole interval says so") {
    CHECK(certainty_summary(decisions(Certainty::Sure, 20, 20))->levels[2].reading == CertaintyReading::TooSure);
    CHECK(certainty_summary(decisions(Certainty::Sure, 1, 1))->levels[2].reading == CertaintyReading::Open);
    CHECK(certainty_summary(decisions(Certainty::Unsure, 39, 1))->levels[0].reading == CertaintyReading::TooCautious);
    CHECK(certainty_summary(decisions(Certainty::Unsure, 2, 0))->levels[0].reading == CertaintyReading::Open);
}

TEST_CASE("without decisions, or with only right ones, there is a reason") {
    CHECK(certainty_summary({}).error().code == kNoData);
    const auto right = certainty_summary(decisions(Certainty::Fairly, 5, 0));
    CHECK(right->telling.error().code == kNoNoise);
    CHECK(right->levels[0].share.error().code == kNoData);
    CHECK(right->mean_mark.estimate == 2);
    CHECK_FALSE(right->mean_mark.interval);
    CHECK(certainty_summary(decisions(Certainty::Sure, 0, 2))->telling.error().code == kNoSignal);
}
