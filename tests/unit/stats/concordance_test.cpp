#include "stats/concordance.h"

#include <doctest/doctest.h>

#include "support/stats_tables.h"

using namespace timbang::stats;
using namespace timbang::tests;

TEST_CASE("Lin's coefficient and both intervals equal epiR's") {
    for (const auto& one : stats_cases({"lin_ccc"})) {
        const auto result = lin_ccc(table_of(one.data().at("matrix")));
        REQUIRE(result);
        one.check("ccc", result->coefficient.estimate);
        one.check("C_b", *result->bias_correction);
        check_interval(one, "ci_z", result->z_interval);
        check_interval(one, "ci_asymptotic", result->asymptotic_interval);
        CHECK(result->coefficient.interval->low == result->z_interval->low);
        // The shift that the formulas call u, and the inverse of the scale shift that epiR prints.
        CHECK(*result->location_shift == doctest::Approx(-0.01903).epsilon(1e-3));
        CHECK(1 / *result->scale_shift == doctest::Approx(0.9725).epsilon(1e-3));
        CHECK(*result->pearson * *result->bias_correction == doctest::Approx(result->coefficient.estimate));
    }
}

TEST_CASE("the limits of agreement equal Bland and Altman's") {
    for (const auto& one : stats_cases({"bland_altman"})) {
        const auto table = table_of(one.data().at("matrix"));
        for (const double multiplier : {1.96, 0.0}) {
            BlandAltmanOptions options;
            if (multiplier > 0) options.multiplier = multiplier;
            const auto result = bland_altman(table, options);
            REQUIRE(result);
            one.check("bias", result->bias.estimate);
            one.check("sd", result->sd);
            one.check("lower", result->lower.estimate);
            one.check("upper", result->upper.estimate);
            CHECK(*result->bias.se == doctest::Approx(38.7651298736 / std::sqrt(17)));
            CHECK(result->lower.interval->high < result->bias.estimate);
        }
    }
}

TEST_CASE("the coefficient is symmetric and does not know the unit of measurement") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto table = random_table(20, 2, seed);
        const auto result = lin_ccc(table), turned = lin_ccc(reversed(table)), wide = lin_ccc(scaled(table, 3, 1e9));
        CHECK(turned->coefficient.estimate == doctest::Approx(result->coefficient.estimate));
        CHECK(*turned->coefficient.se == doctest::Approx(*result->coefficient.se));
        CHECK(wide->coefficient.estimate == doctest::Approx(result->coefficient.estimate));
        CHECK(*wide->location_shift == doctest::Approx(*result->location_shift));
        CHECK(*turned->location_shift == doctest::Approx(-*result->location_shift));
        CHECK(bland_altman(reversed(table))->bias.estimate == doctest::Approx(-bland_altman(table)->bias.estimate));
    }
}

TEST_CASE("equal pairs agree perfectly, opposite ones not at all") {
    const auto equal = lin_ccc(Table::of({{0.1, 0.1}, {0.7, 0.7}, {0.4, 0.4}}));
    CHECK(equal->coefficient.estimate == 1);
    CHECK_FALSE(equal->coefficient.interval);
    const auto opposite = lin_ccc(Table::of({{1.0, 3.0}, {2.0, 2.0}, {3.0, 1.0}}));
    CHECK(opposite->coefficient.estimate == -1);
    CHECK_FALSE(opposite->coefficient.interval);
}

TEST_CASE("the divisor of the variances is a choice") {
    const auto table = Table::of({{1.0, 2.0}, {2.0, 3.0}, {3.0, 5.0}});
    CccOptions options;
    options.moments = CccMoments::PerDegree;
    // s_xy 1.5, s_x² 1, s_y² 7/3, difference of the means 4/3.
    CHECK(lin_ccc(table, options)->coefficient.estimate == doctest::Approx(3 / (1 + 7.0 / 3 + 16.0 / 9)));
    CHECK(lin_ccc(table)->coefficient.estimate == doctest::Approx(2 / (2.0 / 3 + 14.0 / 9 + 16.0 / 9)));
}

TEST_CASE("a rater who always gives the same number has coefficient 0 and no correlation") {
    const auto result = lin_ccc(Table::of({{2.0, 1.0}, {2.0, 2.0}, {2.0, 4.0}}));
    REQUIRE(result);
    CHECK(result->coefficient.estimate == 0);
    CHECK_FALSE(result->coefficient.se);
    CHECK_FALSE(result->pearson);
}

TEST_CASE("gaps are counted and reasons given") {
    const auto result = lin_ccc(Table::of({{1.0, 2.0}, {std::nullopt, 2.0}, {3.0, 3.0}, {4.0, 5.0}}));
    CHECK(result->units == 3);
    CHECK(result->left_out == 1);
    CHECK(lin_ccc(Table()).error().code == kNoData);
    CHECK(lin_ccc(random_table(5, 3, 1)).error().code == kNotTwoRaters);
    CHECK(bland_altman(Table::of({{1.0}, {2.0}})).error().code == kOneRater);
    CHECK(bland_altman(Table::of({{1.0, 2.0}})).error().code == kOneUnit);
    CHECK(lin_ccc(Table::of({{1.0, 2.0}, {1.0, std::nullopt}})).error().code == kMissing);
    CHECK(lin_ccc(Table::of({{0.3, 0.3}, {0.3, 0.3}})).error().code == kNoVariance);
    const auto constant = bland_altman(Table::of({{1.0, 2.0}, {3.0, 4.0}}));
    CHECK(constant->bias.estimate == -1);
    CHECK(constant->sd == 0);
    CHECK_FALSE(constant->bias.interval);
    CHECK_FALSE(lin_ccc(Table::of({{1.0, 2.0}, {3.0, 1.0}}))->coefficient.se);
}
