#include <cmath>

#include <doctest/doctest.h>

#include "stats/facets.h"
#include "stats/rasch.h"
#include "support/stats_cases.h"

using namespace timbang;
using namespace timbang::stats;

namespace {

std::uint64_t mix(std::uint64_t z) {
    z += 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

FacetRatings persons_and_items(std::size_t persons, std::size_t items) {
    FacetRatings ratings;
    ratings.facets = {{persons, true, true}, {items, false, false}};
    return ratings;
}

// Scores 0 … `highest`, higher for later persons and earlier items, with some noise.
FacetRatings noisy(std::uint32_t persons, std::uint32_t items, int highest, std::uint64_t seed) {
    auto ratings = persons_and_items(persons, items);
    for (std::uint32_t p = 0; p < persons; ++p) {
        for (std::uint32_t i = 0; i < items; ++i) {
            const double u = double(mix(seed + p * items + i) >> 11) * 0x1p-53;
            const double level = (double(p) / persons - double(i) / items) * 0.6 + u;
            ratings.add({p, i}, std::clamp(int(std::floor(level * (highest + 1))), 0, highest));
        }
    }
    return ratings;
}

double measure(const FacetsResult& result, std::size_t facet, std::size_t element) {
    return *result.elements.at(facet).at(element).measure;
}

void check_same(const FacetsResult& a, const FacetsResult& b) {
    for (std::size_t f = 0; f < a.elements.size(); ++f) {
        for (std::size_t i = 0; i < a.elements[f].size(); ++i) {
            INFO(f, " ", i);
            CHECK(measure(a, f, i) == doctest::Approx(measure(b, f, i)).epsilon(1e-7));
        }
    }
}

Table science() {
    const auto one = tests::stats_cases({"partial_credit_jmle"}).front();
    std::vector<std::vector<std::optional<double>>> rows;
    for (const auto& row : one.data().at("matrix"))
        rows.emplace_back(row.begin(), row.end());
    return Table::of(rows);
}

} // namespace

TEST_CASE("facets: data that cannot say") {
    CHECK(facets({}).error().code == kNoData);
    CHECK(facets(persons_and_items(3, 3)).error().code == kNoData);
    SUBCASE("all ratings equal") {
        auto ratings = persons_and_items(2, 2);
        for (std::uint32_t p = 0; p < 2; ++p) {
            for (std::uint32_t i = 0; i < 2; ++i)
                ratings.add({p, i}, 3);
        }
        CHECK(facets(ratings).error().code == kAllExtreme);
    }
    SUBCASE("one item") {
        auto ratings = persons_and_items(5, 1);
        for (std::uint32_t p = 0; p < 5; ++p)
            ratings.add({p, 0}, int(p));
        CHECK(facets(ratings).error().code == kAllExtreme);
        FacetOptions own;
        own.thresholds_of = 1;
        CHECK(facets(ratings, own).error().code == kAllExtreme);
    }
    SUBCASE("one person") {
        auto ratings = persons_and_items(1, 4);
        for (std::uint32_t i = 0; i < 4; ++i)
            ratings.add({0, i}, int(i % 2));
        CHECK(facets(ratings).error().code == kAllExtreme);
    }
    SUBCASE("two facets that float") {
        auto ratings = noisy(5, 5, 2, 1);
        ratings.facets[1].floating = true;
        CHECK(facets(ratings).error().code == kSingular);
    }
    SUBCASE("a score that is no whole number") {
        const auto failed = rasch(Table::of({{0, 1}, {0.5, 1}}), RaschModel::rating_scale);
        CHECK(failed.error().code == kNotWhole);
        CHECK(failed.error().args.size() == 2);
    }
}

TEST_CASE("facets: the order of rows, the orientation and a shift of the scores do not matter") {
    const auto ratings = noisy(12, 8, 3, 7);
    const auto result = facets(ratings);
    REQUIRE(result.ok());
    REQUIRE(result->converged());
    CHECK(result->largest_residual < 1e-8);
    FacetRatings backwards = persons_and_items(12, 8);
    auto lowering = ratings;
    lowering.facets[0].raises = false;
    for (std::size_t r = ratings.rows(); r-- > 0;) {
        backwards.add({ratings.element[2 * r], ratings.element[2 * r + 1]}, ratings.score[r] + 5);
    }
    check_same(*result, *facets(backwards));
    const auto turned = facets(lowering);
    for (std::size_t p = 0; p < 12; ++p)
        CHECK(measure(*turned, 0, p) == doctest::Approx(-measure(*result, 0, p)).epsilon(1e-7));
    CHECK(turned->log_likelihood == doctest::Approx(result->log_likelihood).epsilon(1e-12));
}

TEST_CASE("facets: where no facet floats the constant stands apart") {
    auto ratings = noisy(12, 8, 3, 7);
    const auto floating = facets(ratings);
    ratings.facets[0].floating = false;
    const auto fixed = facets(ratings);
    REQUIRE(fixed.ok());
    double sum = 0;
    for (std::size_t p = 0; p < 12; ++p) {
        sum += measure(*fixed, 0, p);
        CHECK(measure(*fixed, 0, p) + fixed->origin == doctest::Approx(measure(*floating, 0, p)).epsilon(1e-7));
    }
    CHECK(std::abs(sum) < 1e-9);
    CHECK(floating->origin == 0);
}

TEST_CASE("facets: extreme elements leave the estimation and get a finite measure") {
    auto ratings = noisy(10, 6, 2, 3);
    const auto without = facets(ratings);
    ratings.facets[0].elements = 12;
    for (std::uint32_t i = 0; i < 6; ++i) {
        ratings.add({10, i}, 2);
        ratings.add({11, i}, 0);
    }
    const auto with = facets(ratings);
    REQUIRE(with.ok());
    CHECK(with->ratings == without->ratings);
    CHECK(with->elements[0][10].state == ElementState::highest);
    CHECK(with->elements[0][11].state == ElementState::lowest);
    CHECK(with->elements[0][10].ratings == 6);
    CHECK(with->elements[0][10].score == 12);
    CHECK_FALSE(with->elements[0][10].fit.has_value());
    for (std::size_t p = 0; p < 10; ++p) {
        CHECK(measure(*with, 0, p) == doctest::Approx(measure(*without, 0, p)).epsilon(1e-9));
        CHECK(measure(*with, 0, 10) > measure(*with, 0, p));
        CHECK(measure(*with, 0, 11) < measure(*with, 0, p));
    }
    FacetOptions nearer;
    nearer.extreme_adjustment = 0.5;
    CHECK(measure(*facets(ratings, nearer), 0, 10) < measure(*with, 0, 10));
    FacetSummaryOptions all;
    all.extremes = true;
    CHECK(facet_separation(*with, 0, all)->elements == 12);
    CHECK(facet_separation(*with, 0)->elements == 10);
}

TEST_CASE("facets: an element without ratings, and one with a single category of its own scale") {
    auto ratings = noisy(10, 6, 2, 3);
    ratings.facets[1].elements = 8;
    for (std::uint32_t p = 0; p < 10; ++p)
        ratings.add({p, 6}, 1);
    FacetOptions own;
    own.thresholds_of = 1;
    const auto result = facets(ratings, own);
    REQUIRE(result.ok());
    CHECK(result->elements[1][6].state == ElementState::one_category);
    CHECK_FALSE(result->elements[1][6].measure.has_value());
    CHECK(result->elements[1][7].state == ElementState::no_ratings);
    CHECK_FALSE(result->elements[1][7].measure.has_value());
    CHECK(result->scales.size() == 8);
    CHECK(result->scales[6].threshold.empty());
}

TEST_CASE("facets: subsets that cannot be compared are told") {
    SUBCASE("two facets") {
        auto ratings = persons_and_items(4, 4);
        for (std::uint32_t half = 0; half < 2; ++half) {
            for (std::uint32_t p = 0; p < 2; ++p) {
                for (std::uint32_t i = 0; i < 2; ++i)
                    ratings.add({2 * half + p, 2 * half + i}, int((p + i) % 2));
            }
        }
        const auto result = facets(ratings);
        REQUIRE(result.ok());
        CHECK_FALSE(result->connected);
        CHECK(result->converged());
        CHECK(result->elements[0][0].subset == result->elements[0][1].subset);
        CHECK(result->elements[0][0].subset != result->elements[0][2].subset);
        CHECK(result->elements[1][0].subset != result->elements[1][3].subset);
    }
    FacetRatings three;
    three.facets = {{8, true, true}, {3, false, false}, {2, false, false}};
    SUBCASE("persons nested in raters, criteria common") {
        for (std::uint32_t p = 0; p < 8; ++p) {
            for (std::uint32_t c = 0; c < 3; ++c)
                three.add({p, c, p / 4}, int(mix(p * 3 + c) % 3));
        }
        const auto result = facets(three);
        REQUIRE(result.ok());
        CHECK_FALSE(result->connected);
        CHECK(result->converged());
        CHECK(result->largest_residual < 1e-5);
        for (std::size_t p = 0; p < 8; ++p) {
            if (result->elements[0][p].state == ElementState::measured) CHECK(result->elements[0][p].subset == p / 4);
        }
        CHECK(result->elements[1][0].subset == result->elements[1][2].subset);
        CHECK(result->elements[2][0].subset != result->elements[2][1].subset);
    }
    SUBCASE("linked although every two ratings differ in two facets") {
        three.facets = {{2, true, true}, {2, false, false}, {2, false, false}};
        for (int score = 0; score < 2; ++score) {
            three.add({0, 0, 0}, score);
            three.add({0, 1, 1}, score);
            three.add({1, 0, 1}, score);
            three.add({1, 1, 0}, score);
        }
        const auto result = facets(three);
        REQUIRE(result.ok());
        CHECK(result->connected);
        CHECK(result->converged());
        CHECK(std::abs(measure(*result, 0, 0)) < 1e-7);
    }
}

TEST_CASE("facets: no finite solution and too few sweeps are said") {
    // Persons 2 and 3 are beyond items 0 and 1, items 2 and 3 beyond persons 0 and 1: the two halves drift apart.
    const int scores[4][4] = {{1, 0, 0, 0}, {0, 1, 0, 0}, {1, 1, 1, 0}, {1, 1, 0, 1}};
    auto ratings = persons_and_items(4, 4);
    for (std::uint32_t p = 0; p < 4; ++p) {
        for (std::uint32_t i = 0; i < 4; ++i)
            ratings.add({p, i}, scores[p][i]);
    }
    const auto result = facets(ratings);
    REQUIRE(result.ok());
    CHECK(result->end == FacetsEnd::diverging);
    for (const auto& facet : result->elements) {
        for (const auto& element : facet) {
            CHECK(std::isfinite(*element.measure));
            if (element.se) CHECK(std::isfinite(*element.se));
        }
    }
    FacetOptions few;
    few.most_sweeps = 1;
    CHECK(facets(noisy(12, 8, 3, 7), few)->end == FacetsEnd::too_many_sweeps);
}

TEST_CASE("facets: a category that nobody used") {
    auto ratings = noisy(15, 8, 2, 11);
    auto gap = ratings;
    for (int& score : gap.score)
        score = score == 2 ? 3 : score;
    FacetOptions renumber;
    renumber.unused = UnusedCategories::renumber;
    check_same(*facets(ratings), *facets(gap, renumber));
    const auto kept = facets(gap);
    REQUIRE(kept.ok());
    CHECK(kept->converged());
    CHECK(kept->scales[0].category == std::vector<int>{0, 1, 3});
    CHECK(std::abs(kept->scales[0].threshold[0] + 2 * kept->scales[0].threshold[1]) < 1e-9);
    CHECK(measure(*kept, 0, 14) != doctest::Approx(measure(*facets(ratings), 0, 14)).epsilon(1e-3));
}

TEST_CASE("facets: correction of bias") {
    // Compared with an independent calculation by Newton steps in turn (numpy), after the formulas of immer_jml.
    FacetOptions options;
    SUBCASE("(I - 1)/I") {
        options.bias = BiasCorrection::i_minus_1_over_i;
        const auto result = rasch(science(), RaschModel::partial_credit, options);
        REQUIRE(result.ok());
        CHECK(std::abs(measure(*result, kItems, 0) - -0.857648017) < 1e-7);
        CHECK(std::abs(measure(*result, kItems, 4) - 2.106813598) < 1e-7);
        CHECK(std::abs(measure(*result, kItems, 11) - -1.094865929) < 1e-7);
        CHECK(std::abs(measure(*result, kPersons, 0) - 0.48196704) < 1e-7);
        CHECK(std::abs(measure(*result, kPersons, 2) - 0.96944445) < 1e-7);
        CHECK(result->log_likelihood == doctest::Approx(-2613.60511976644 / 2).epsilon(1e-9));
    }
    SUBCASE("eps adjusted: nothing is dropped, unused categories are there") {
        options.bias = BiasCorrection::eps_adjusted;
        const auto result = rasch(science(), RaschModel::partial_credit, options);
        REQUIRE(result.ok());
        CHECK(std::abs(measure(*result, kItems, 0) - -0.792662547) < 1e-7);
        CHECK(std::abs(measure(*result, kItems, 4) - 2.151666176) < 1e-7);
        CHECK(std::abs(measure(*result, kItems, 11) - -2.579128846) < 1e-7);
        CHECK(std::abs(result->scales[0].threshold[0] - -1.572522196835101) < 1e-7);
        CHECK(std::abs(measure(*result, kPersons, 0) - 0.53429044) < 1e-7);
        CHECK(std::abs(measure(*result, kPersons, 1) - 5.94680203) < 1e-7);
        CHECK(result->elements[kPersons][1].state == ElementState::highest);
        CHECK(result->ratings == 75 * 25);
    }
}

TEST_CASE("facets: a scale of 101 categories") {
    auto ratings = persons_and_items(30, 10);
    for (std::uint32_t p = 0; p < 30; ++p) {
        for (std::uint32_t i = 0; i < 10; ++i)
            ratings.add({p, i}, int((p * 2 + i * 3 + mix(p * 10 + i) % 40) % 101));
    }
    const auto result = facets(ratings);
    REQUIRE(result.ok());
    CHECK(std::isfinite(result->log_likelihood));
    CHECK(std::isfinite(measure(*result, 0, 0)));
    CHECK(result->converged());
    CHECK(result->largest_residual < 1e-6);
}

TEST_CASE("facets: many elements on every side, each with few ratings") {
    auto ratings = persons_and_items(400, 380);
    for (std::uint32_t p = 0; p < 400; ++p) {
        for (std::uint32_t k = 0; k < 12; ++k) {
            const auto i = std::uint32_t((p + k * k * 3) % 380);
            ratings.add({p, i}, int(mix(p * 380 + i) % 4));
        }
    }
    const auto result = facets(ratings);
    REQUIRE(result.ok());
    CHECK(result->connected);
    CHECK(result->converged());
    CHECK(result->largest_residual < 1e-6);
}

TEST_CASE("facets: at the solution, given measures give the same fit and likelihood") {
    const auto ratings = noisy(12, 8, 3, 7);
    const auto result = facets(ratings);
    GivenMeasures given;
    for (const auto& facet : result->elements) {
        auto& list = given.measures.emplace_back();
        for (const auto& element : facet)
            list.push_back(*element.measure);
    }
    given.thresholds = {result->scales[0].threshold};
    // Thresholds that do not sum to 0 belong to the same model with the persons moved.
    for (double& threshold : given.thresholds[0])
        threshold += 0.7;
    for (double& person : given.measures[0])
        person += 0.7;
    const auto again = facets_at(ratings, given);
    REQUIRE(again.ok());
    CHECK(again->log_likelihood == doctest::Approx(result->log_likelihood).epsilon(1e-12));
    CHECK(again->largest_residual < 1e-7);
    CHECK(*again->elements[1][3].se == doctest::Approx(*result->elements[1][3].se).epsilon(1e-9));
    CHECK(again->elements[1][3].fit->outfit == doctest::Approx(result->elements[1][3].fit->outfit).epsilon(1e-9));
    CHECK(measure(*again, 0, 0) == given.measures[0][0]);
}

TEST_CASE("fit: the cap of q and what has no spread") {
    FitSums sums;
    CHECK_FALSE(sums.fit(ZstdRule::winsteps).has_value());
    for (int i = 0; i < 4; ++i)
        sums.add(i % 2 == 0 ? 0.5 : -0.5, 0.25, 1.0 / 16); // dichotomous, P = 1/2
    const auto even = sums.fit(ZstdRule::winsteps);
    REQUIRE(even.has_value());
    CHECK(even->infit == 1);
    CHECK_FALSE(even->infit_z.has_value());
    FitSums rare;
    rare.add(0.99, 0.0099, 0.0099 * 0.9703); // P = 0.01 and it happened
    const auto capped = rare.fit(ZstdRule::winsteps);
    const auto plain = rare.fit(ZstdRule::plain);
    CHECK(capped->outfit == doctest::Approx(99));
    CHECK(*capped->outfit_z == doctest::Approx((std::cbrt(99.0) - 1) * 3 / std::sqrt(2.0) + std::sqrt(2.0) / 3));
    CHECK(*plain->outfit_z < *capped->outfit_z);
}
