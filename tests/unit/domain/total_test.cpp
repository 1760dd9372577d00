#include <doctest/doctest.h>

#include "domain/comparison.h"
#include "support/scenario_builder.h"

using namespace timbang::tests;

namespace {

/// A case with these indicators of the small pack, and their scores.
Total total_for(const std::vector<std::pair<const char*, std::optional<int>>>& scores,
                AggregationMethod method = AggregationMethod::TypesThenCriteria) {
    ScenarioBuilder builder;
    builder.framework->aggregation.method = method;
    const EvidenceIx page = builder.evidence("page", {"x"});
    std::vector<std::optional<int>> given;
    for (const auto& [code, score] : scores) {
        builder.task(code, {page}, Verdict::Accept, 0);
        given.push_back(score);
    }
    return total_of(*builder.build(), given);
}

} // namespace

TEST_CASE("the weights are by type, for a criterion, and its criteria have equal parts") {
    // As in the first case: 10 + 12 + 48 for HA, 4 + 24 + 12 for HB; the mean of 70 and 40.
    const Total total = total_for({{"HA-S1", 10}, {"HA-P1", 6}, {"HA-P2", 2}, {"HA-O1", 8},
                                   {"HB-S1", 4}, {"HB-P1", 8}, {"HB-O1", 2}});
    REQUIRE(total.by_criterion.size() == 2);
    CHECK(total.by_criterion[0] == std::pair<std::string, Rational>{"HA", Rational(70)});
    CHECK(total.by_criterion[1] == std::pair<std::string, Rational>{"HB", Rational(40)});
    CHECK(total.total == Rational(55));
    CHECK(total.category == "beginning");
    CHECK(total.indicators == 7);
    CHECK(total.of_indicators == 8);
}

TEST_CASE("missing types are rescaled, exactly") {
    // Process and outcome only: (30 × 0.5 + 60 × 0.8) × 100 ÷ 90 = 70.
    CHECK(total_for({{"HA-P1", 4}, {"HA-P2", 6}, {"HA-O1", 8}}).total == Rational(70));
    // Structure and process: (10 × 1 + 30 × 0.4) × 100 ÷ 40 = 55; outcome of HB alone 60; mean 57.5.
    CHECK(total_for({{"HA-S1", 10}, {"HA-P1", 4}, {"HB-O1", 6}}).total == Rational(115, 2));
    // A third that no decimal holds: (10 × 0.2 + 60 × 0.4) × 100 ÷ 70.
    CHECK(total_for({{"HA-S1", 2}, {"HA-O1", 4}}).total == Rational(260, 7));
}

TEST_CASE("a criterion without a score is left out") {
    const Total total = total_for({{"HA-O1", 8}, {"HB-O1", std::nullopt}});
    CHECK(total.total == Rational(80));
    CHECK(total.by_criterion.size() == 1);
    CHECK(total.indicators == 1);
}

TEST_CASE("no score or no rule gives no total") {
    CHECK_FALSE(total_for({{"HA-O1", std::nullopt}}).total);
    const Total total = total_for({{"HA-O1", 8}}, AggregationMethod::None);
    CHECK_FALSE(total.total);
    CHECK(total.category.empty());
    CHECK(total.indicators == 1);
}

TEST_CASE("the category is taken from the unrounded total") {
    // 74.97…: shown as 75.0 it is still below 75.
    ScenarioBuilder builder;
    const EvidenceIx page = builder.evidence("page", {"x"});
    builder.framework->categories[0].from = Rational(260, 7) + Rational(1, 1000000);
    builder.task("HA-S1", {page}, Verdict::Accept, 0);
    builder.task("HA-O1", {page}, Verdict::Accept, 0);
    builder.framework->categories[1].from = Rational(30);
    CHECK(total_of(*builder.build(), {2, 4}).category == "beginning");
}

TEST_CASE("a total whose fraction has no room is undefined and says so, never another number") {
    // Scores of 1 among so many indicators that the common denominator is a product of sixteen primes.
    constexpr int kPrimes[] = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53};
    ScenarioBuilder builder;
    builder.framework->criteria.clear();
    builder.framework->indicators.clear();
    builder.framework->indicators.reserve(1000);
    std::vector<std::pair<std::string, int>> wanted;
    for (const int prime : kPrimes) {
        const std::string criterion = "C" + std::to_string(prime);
        Criterion one;
        one.id = criterion;
        builder.framework->criteria.push_back(one);
        for (int i = 0; i < prime; ++i) {
            Indicator indicator;
            indicator.code = criterion + "-" + std::to_string(i);
            indicator.criterion = criterion;
            indicator.type = IndicatorType::Outcome;
            builder.framework->indicators.push_back(indicator);
            wanted.emplace_back(indicator.code, i == 0 ? 1 : 0);
        }
    }
    const EvidenceIx page = builder.evidence("page", {"x"});
    std::vector<std::optional<int>> scores;
    for (const auto& [code, score] : wanted) {
        builder.task(code, {page}, Verdict::Accept, 0);
        scores.push_back(score);
    }
    const Total total = total_of(*builder.build(), scores);
    CHECK(total.overflow);
    CHECK_FALSE(total.total);
    CHECK(total.category.empty());
    CHECK(total.by_criterion.empty());
    CHECK(total.indicators == static_cast<int>(wanted.size()));
    CHECK_FALSE(total_for({{"HA-O1", 8}}).overflow);
}
