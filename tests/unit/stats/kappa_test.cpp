#include "stats/kappa.h"

#include <doctest/doctest.h>

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
                    CHECK(std::abs((key == "z_j" ? category.z : category.kappa) - value[j].get<double>()) <= one.tolerance(key));
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
