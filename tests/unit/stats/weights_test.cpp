#include "stats/weights.h"

#include <doctest/doctest.h>

#include "unit/stats/agreement_cases.h"

using namespace timbang::stats;
using timbang::tests::stats_cases;

TEST_CASE("weights as published") {
    for (const auto& one : stats_cases({"weight_matrix"})) {
        INFO(one.id(), " (", one.source(), ")");
        const auto categories = one.options().at("categories").get<std::vector<double>>();
        const auto kind = weight_kind(one.options().at("weights").get<std::string>());
        const auto found = Weights::make(kind.value(), Scale::of_values(categories));
        REQUIRE(found.ok());
        const auto& matrix = one.expected().at("matrix");
        REQUIRE(matrix.size() == found->size());
        for (std::size_t k = 0; k < matrix.size(); ++k) {
            for (std::size_t l = 0; l < matrix.size(); ++l) {
                CHECK(std::abs(found->at(k, l) - matrix[k][l].get<double>()) <= one.tolerance("matrix"));
            }
        }
    }
}

TEST_CASE("ratio weights take zero with zero as full agreement") {
    const auto found = Weights::make(WeightKind::ratio, Scale::of_values({0, 1, 2}));
    REQUIRE(found.ok());
    CHECK(found->at(0, 0) == 1);
    CHECK(found->at(0, 2) == 0);
    CHECK(found->at(0, 1) == 0);
    CHECK(found->at(1, 2) == doctest::Approx(1 - 1.0 / 9));
}

TEST_CASE("weights that need numbers say so") {
    const Scale words({"low", "high"});
    CHECK(Weights::make(WeightKind::ratio, words).error().code == kNotNumeric);
    CHECK(Weights::make(WeightKind::linear, words, Spacing::value).error().code == kNotNumeric);
    CHECK(Weights::make(WeightKind::quadratic, words).ok());
    CHECK(Weights::make(WeightKind::ratio, Scale::of_values({-1, 1})).error().code == kNegative);
}

TEST_CASE("weights go by position or by value") {
    const Scale scale = Scale::of_values({1, 2, 10});
    CHECK(Weights::make(WeightKind::linear, scale)->at(0, 1) == doctest::Approx(0.5));
    CHECK(Weights::make(WeightKind::linear, scale, Spacing::value)->at(0, 1) == doctest::Approx(1 - 1.0 / 9));
    CHECK(Weights::make(WeightKind::quadratic, scale, Spacing::value)->at(1, 2) == doctest::Approx(1 - 64.0 / 81));
    CHECK(Weights::make(WeightKind::ordinal, scale, Spacing::value)->at(0, 1) == doctest::Approx(1 - 1.0 / 3));
    CHECK(Weights::make(WeightKind::ratio, scale)->at(1, 2) == doctest::Approx(1 - (64.0 / 144) / (81.0 / 121)));
}

TEST_CASE("own weights may be asymmetric or say disagreement") {
    const auto found = Weights::own(2, std::vector<double>{1, 0.5, 0.25, 1});
    REQUIRE(found.ok());
    CHECK_FALSE(found->symmetric());
    CHECK(found->total() == 2.75);
    CHECK(found->spread(std::vector<double>{0, 1}) == std::vector<double>{0.5, 0});
    CHECK(found->spread_back(std::vector<double>{0, 1}) == std::vector<double>{0.75, 0});
    const auto against = Weights::own(2, std::vector<double>{0, 2, 4, 0});
    REQUIRE(against.ok());
    CHECK(against->at(0, 0) == 1);
    CHECK(against->at(0, 1) == 0.5);
    CHECK(against->at(1, 0) == 0);
    const auto steps = Weights::by_distance(std::vector<double>{0, 1, 4});
    REQUIRE(steps.ok());
    CHECK(steps->at(2, 0) == 0);
    CHECK(steps->at(1, 2) == 0.75);
}

TEST_CASE("broken own weights are told") {
    CHECK(Weights::own(2, std::vector<double>{1, 0, 0}).error().code == "stats.weights-shape");
    CHECK(Weights::own(0, {}).error().code == "stats.weights-shape");
    CHECK(Weights::own(2, std::vector<double>{1, 0, 0, 0.9}).error().code == "stats.weights-diagonal");
    CHECK(Weights::own(2, std::vector<double>{1, 0, std::nan(""), 1}).error().code == "stats.weights-number");
    CHECK(Weights::by_distance(std::vector<double>{1, 2}).error().code == "stats.weights-diagonal");
}

TEST_CASE("a long scale has the same weights without a matrix") {
    std::vector<double> values;
    for (int k = 0; k < 600; ++k) values.push_back(k + 1);
    for (const auto kind : {WeightKind::unweighted, WeightKind::linear, WeightKind::quadratic, WeightKind::ordinal,
                            WeightKind::radical, WeightKind::ratio, WeightKind::bipolar}) {
        const auto found = Weights::make(kind, Scale::of_values(values));
        REQUIRE(found.ok());
        CHECK(found->at(3, 3) == 1);
        CHECK(found->at(0, 599) == doctest::Approx(0));
        CHECK(found->at(7, 12) == found->at(12, 7));
        CHECK(found->distance(7, 12) == 1 - found->at(7, 12));
        std::vector<double> p(600, 0.0);
        p[3] = 0.5;
        p[500] = 0.25;
        const auto spread = found->spread(p);
        for (const std::size_t k : {0U, 3U, 250U, 500U, 599U}) {
            CHECK(spread[k] ==
                  doctest::Approx(0.5 * found->distance(k, 3) + 0.25 * found->distance(k, 500)).epsilon(1e-12));
        }
    }
    CHECK(Weights::make(WeightKind::linear, Scale::of_values(values))->at(100, 101) == doctest::Approx(1 - 1.0 / 599));
}

TEST_CASE("very large values do not overflow") {
    const auto found = Weights::make(WeightKind::quadratic, Scale::of_values({-1e200, 0, 1e200}), Spacing::value);
    CHECK(found->at(0, 1) == doctest::Approx(0.75));
    CHECK(Weights::make(WeightKind::ratio, Scale::of_values({1, 1e308}))->at(0, 1) == doctest::Approx(0));
}

TEST_CASE("a scale of one category has full agreement") {
    for (int kind = 0; kind < static_cast<int>(WeightKind::own); ++kind) {
        const auto found = Weights::make(static_cast<WeightKind>(kind), Scale::of_positions(1));
        REQUIRE(found.ok());
        CHECK(found->at(0, 0) == 1);
        CHECK(found->total() == 1);
    }
}

TEST_CASE("weights are known by name") {
    CHECK(weight_kind("bipolar") == WeightKind::bipolar);
    CHECK(weight_name(WeightKind::radical) == "radical");
    CHECK_FALSE(weight_kind("own"));
    CHECK_FALSE(weight_kind("Linear"));
}
