#include "stats/kappa.h"

#include <doctest/doctest.h>

#include "base/rng.h"
#include "stats/fleiss.h"
#include "unit/stats/agreement_cases.h"

using namespace timbang::stats;
using timbang::tests::ratings_of;
using timbang::tests::stats_cases;
using timbang::tests::StatsCase;
using timbang::tests::table_of;
using timbang::tests::weights_of;

namespace {

/// Checks every key that a case about Cohen's kappa may have.
void check_kappa(const StatsCase& one, const CohenKappa& found) {
    for (const auto& [key, value] : one.expected().items()) {
        if (key == "kappa" || key == "kappa_w" || key == "coefficient") one.check(key, found.kappa);
        else if (key == "po") one.check(key, found.p_observed);
        else if (key == "pe") one.check(key, found.p_expected);
        else if (key == "ase") one.check(key, found.ase);
        else if (key == "ase0") one.check(key, *found.ase0);
        else if (key == "ci_low") one.check(key, found.interval.low);
        else if (key == "ci_high") one.check(key, found.interval.high);
        else if (key == "z") one.check(key, *found.z);
        else if (key == "p_one_sided") one.check(key, *found.p_upper);
        else if (key == "p_two_sided") one.check(key, *found.p_two_sided);
        else FAIL("no check for ", key);
    }
}

bool gwet_interval(const StatsCase& one) { return one.id().rfind("af_table", 0) == 0; }

void check_gwet(const StatsCase& one, const Ratings& ratings) {
    const auto found = cohen_kappa(ratings, weights_of(one, ratings.scale()), conventions("irrcac-python").value());
    REQUIRE(found.ok());
    one.check("coefficient", found->estimate);
    if (one.has("se")) one.check("se", *found->se);
    one.check("ci_low", found->interval->low);
    one.check("ci_high", found->interval->high);
}

/// Three weightings of one table, as vcd prints them.
void check_weightings(const StatsCase& one, const Ratings& ratings) {
    const std::vector<std::pair<std::string, WeightKind>> kinds = {
        {"", WeightKind::unweighted}, {"_linear", WeightKind::linear}, {"_quadratic", WeightKind::quadratic}};
    for (const auto& [ending, kind] : kinds) {
        if (!one.has("kappa" + ending)) continue;
        const auto found = cohen_kappa_fce(ratings, weights_of(kind, ratings));
        REQUIRE(found.ok());
        one.check("kappa" + ending, found->kappa);
        if (one.has("ase" + ending)) one.check("ase" + ending, found->ase);
    }
}

} // namespace

TEST_CASE("Cohen's kappa as published") {
    for (const auto& one : stats_cases({"cohen_kappa", "cohen_kappa_weighted", "cohen_kappa_with_ase"})) {
        INFO(one.id());
        const Ratings ratings = ratings_of(one);
        if (gwet_interval(one)) {
            check_gwet(one, ratings);
        } else if (one.has("kappa_quadratic")) {
            check_weightings(one, ratings);
        } else if (one.has("ic_kappa")) {
            const auto within = intraclass_kappa(ratings);
            const auto found = cohen_kappa_fce(ratings, weights_of(WeightKind::unweighted, ratings));
            REQUIRE(within.ok());
            one.check("ic_kappa", within->estimate);
            one.check("ic_se", *within->se);
            one.check("ic_ll", within->interval->low);
            one.check("ic_ul", within->interval->high);
            one.check("cohen_kappa", found->kappa);
            one.check("cohen_se", found->ase);
            one.check("cohen_ll", found->interval.low);
            one.check("cohen_ul", found->interval.high);
        } else {
            const auto found = cohen_kappa_fce(ratings, weights_of(one, ratings.scale()));
            REQUIRE(found.ok());
            check_kappa(one, *found);
        }
    }
}

TEST_CASE("Fleiss' kappa as published") {
    for (const auto& one : stats_cases({"fleiss_kappa", "fleiss_kappa_by_category"})) {
        const Ratings ratings = ratings_of(one);
        const auto found = fleiss_classic(ratings);
        REQUIRE(found.ok());
        for (const auto& [key, value] : one.expected().items()) {
            INFO(one.id(), " (", one.source(), ") ", key);
            if (key == "kappa") one.check(key, found->kappa);
            else if (key == "z") one.check(key, found->z);
            else if (key == "P_i") {
                const auto each = unit_agreement(ratings);
                for (std::size_t i = 0; i < value.size(); ++i) {
                    CHECK(std::abs(each.at(i).value() - value[i].get<double>()) <= one.tolerance(key));
                }
            } else {
                REQUIRE((key == "kappa_j" || key == "z_j"));
                for (std::size_t j = 0; j < value.size(); ++j) {
                    const auto& category = found->categories.at(j).value();
                    CHECK(std::abs((key == "z_j" ? category.z : category.kappa) - value[j].get<double>()) <=
                          one.tolerance(key));
                }
            }
        }
    }
}

TEST_CASE("fixed and free marginal kappa as published") {
    for (const auto& one : stats_cases({"fleiss_and_randolph_kappa", "randolph_kappa"})) {
        const Ratings ratings = ratings_of(one);
        const Weights weights = weights_of(WeightKind::unweighted, ratings);
        one.check("free_marginal", brennan_prediger(ratings, weights)->estimate);
        const auto fixed = fleiss_classic(ratings);
        if (one.has("fixed_marginal")) {
            REQUIRE(fixed.ok());
            one.check("fixed_marginal", fixed->kappa);
            one.check("fixed_marginal", fleiss_kappa(ratings, weights)->estimate);
        } else {
            REQUIRE_FALSE(fixed.ok());
            CHECK(fixed.error().code == kOneCategory);
            CHECK(fleiss_kappa(ratings, weights).error().code == kOneCategory);
        }
    }
}

namespace {

/// Codes of a truth that raters follow three times in five.
Ratings noisy(std::size_t units, std::size_t raters, std::size_t categories, std::vector<int>& truth) {
    timbang::base::Rng rng(units + raters + categories);
    std::vector<int> codes;
    truth.clear();
    for (std::size_t i = 0; i < units; ++i) {
        truth.push_back(rng.below(20) == 0 ? kNoRating : static_cast<int>(rng.below(categories)));
        for (std::size_t g = 0; g < raters; ++g) {
            const auto other = static_cast<int>(rng.below(categories));
            const bool right = rng.below(5) < 3 && truth[i] >= 0;
            codes.push_back(rng.below(6) == 0 ? kNoRating : right ? truth[i] : other);
        }
    }
    return Ratings::of_codes(Scale::of_positions(categories), units, raters, codes).value();
}

/// The truth as first rater, one rater as second.
Ratings beside(const std::vector<int>& truth, const Ratings& ratings, std::size_t rater) {
    std::vector<int> codes;
    for (std::size_t i = 0; i < truth.size(); ++i) codes.insert(codes.end(), {truth[i], ratings.code(i, rater)});
    return Ratings::of_codes(ratings.scale(), truth.size(), 2, codes).value();
}

} // namespace

TEST_CASE("many raters against the truth are as each alone") {
    for (const std::size_t categories : {2U, 5U, 16U, 40U, 90U}) {
        std::vector<int> truth;
        const Ratings ratings = noisy(300, 83, categories, truth);
        const Weights weights = weights_of(WeightKind::quadratic, ratings);
        const auto all = kappas_against(truth, ratings, weights);
        REQUIRE(all.size() == 83);
        for (const std::size_t rater : {0U, 15U, 16U, 63U, 64U, 82U}) {
            const auto alone = cohen_kappa(beside(truth, ratings, rater), weights);
            REQUIRE(all[rater].ok());
            CHECK(all[rater]->estimate == doctest::Approx(alone->estimate).epsilon(1e-12));
            CHECK(*all[rater]->se == doctest::Approx(*alone->se).epsilon(1e-9));
        }
    }
}

TEST_CASE("a rater whom nothing can be said about does not disturb the others") {
    const auto ratings = Ratings::of_codes(Scale::of_positions(2), 3, 2, std::vector<int>{0, -1, 1, -1, 1, -1}).value();
    const auto all = kappas_against(std::vector<int>{0, 1, 1}, ratings, weights_of(WeightKind::unweighted, ratings));
    REQUIRE(all.size() == 2);
    CHECK(all[0]->estimate == 1);
    CHECK(all[1].error().code == kNoPairs);
}

TEST_CASE("kappas of pairs are Cohen's, and Light's is their mean") {
    for (const std::size_t categories : {3U, 80U}) {
        std::vector<int> truth;
        const Ratings ratings = noisy(60, 5, categories, truth);
        const Weights weights = weights_of(WeightKind::linear, ratings);
        const auto pairs = pairwise_kappas(ratings, weights);
        REQUIRE(pairs.size() == 10);
        std::size_t at = 0;
        double sum = 0;
        for (std::size_t a = 0; a < 5; ++a) {
            for (std::size_t b = a + 1; b < 5; ++b, ++at) {
                CHECK(pairs[at].value() ==
                      doctest::Approx(cohen_kappa(ratings.pair(a, b), weights)->estimate).epsilon(1e-12));
                sum += pairs[at].value();
            }
        }
        CHECK(light_kappa(ratings, weights)->estimate == doctest::Approx(sum / 10));
    }
}

TEST_CASE("so many pairs of raters that it would take minutes are not begun") {
    const std::vector<std::uint8_t> codes(20000 * 20, 1);
    const auto ratings = Ratings::of_bytes(Scale::of_positions(3), 20, 20000, codes).value();
    CHECK(light_kappa(ratings, weights_of(WeightKind::unweighted, ratings)).error().code == kTooManyRaters);
}

TEST_CASE("Cohen's kappa needs two raters who are known") {
    const auto three = Ratings::of_codes(Scale::of_positions(2), 1, 3, std::vector<int>{0, 1, 1}).value();
    CHECK(cohen_kappa(three, weights_of(WeightKind::unweighted, three)).error().code == kNotTwoRaters);
    CHECK(intraclass_kappa(table_of({{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})).error().code == kNotTwoCategories);
    CHECK(cohen_kappa_fce(table_of({{0, 0}, {0, 9}}),
                          Weights::make(WeightKind::unweighted, Scale::of_positions(2)).value())
              .error()
              .code == kOneCategory);
}

TEST_CASE("perfect agreement has no error and no test against its own spread") {
    const Ratings ratings = table_of({{5, 0}, {0, 5}});
    const auto found = cohen_kappa_fce(ratings, weights_of(WeightKind::unweighted, ratings));
    REQUIRE(found.ok());
    CHECK(found->kappa == 1);
    CHECK(found->ase == 0);
    CHECK(found->interval.low == 1);
    CHECK(*found->ase0 == doctest::Approx(1 / std::sqrt(10)));
    CHECK_FALSE(cohen_kappa(ratings, weights_of(WeightKind::unweighted, ratings))->p_value);
}

TEST_CASE("an unequal number of ratings is no case for the classic Fleiss kappa") {
    const Ratings ratings = ratings_of({{1, 2, 1}, {2, 2, std::nullopt}, {1, 1, 1}});
    CHECK(fleiss_classic(ratings).error().code == kMissing);
    CHECK(fleiss_kappa(ratings, weights_of(WeightKind::unweighted, ratings)).ok());
}

TEST_CASE("a category that nobody used has no kappa of its own") {
    const Ratings ratings = ratings_of({{1, 2, 1}, {2, 2, 1}, {1, 1, 1}}, Scale::of_positions(3));
    const auto found = fleiss_classic(ratings);
    REQUIRE(found.ok());
    CHECK(found->categories[0].ok());
    CHECK(found->categories[2].error().code == kOneCategory);
}
