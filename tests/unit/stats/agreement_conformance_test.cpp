#include "stats/agreement.h"

#include <functional>

#include <doctest/doctest.h>

#include "stats/distributions.h"
#include "stats/kappa.h"
#include "stats/krippendorff.h"
#include "unit/stats/agreement_cases.h"

using namespace timbang::stats;
using timbang::tests::ratings_of;
using timbang::tests::stats_cases;
using timbang::tests::StatsCase;
using timbang::tests::weights_of;

namespace {

using Coefficients = std::function<Defined<Coefficient>(const Ratings&, const Weights&, const Conventions&)>;

/// Checks every key of a case that describes one coefficient.
void check_coefficient(const StatsCase& one, const Coefficients& compute, const Conventions& conventions) {
    INFO(one.id());
    const Ratings ratings = ratings_of(one);
    const auto found = compute(ratings, weights_of(one, ratings.scale()), conventions);
    REQUIRE(found.ok());
    for (const auto& [key, value] : one.expected().items()) {
        if (key == "coefficient" || key == "kappa" || key == "iota") one.check(key, found->estimate);
        else if (key == "pa") one.check(key, *found->p_observed);
        else if (key == "pe") one.check(key, *found->p_expected);
        else if (key == "se") one.check(key, *found->se);
        else if (key == "ci_low") one.check(key, found->interval->low);
        else if (key == "ci_high") one.check(key, found->interval->high);
        else if (key == "p_value") one.check(key, *found->p_value);
        else FAIL("no check for ", key);
    }
}

/// The conventions in which the peer of a case computes.
Conventions peer_of(const StatsCase& one) {
    const bool python = one.id().rfind("af_", 0) == 0;
    Conventions made = conventions(python ? "irrcac-python" : "gwet").value();
    if (one.options().value("p_value", "").rfind("one-sided", 0) == 0) made.tail = Tail::upper;
    return made;
}

void check_all(std::string_view statistic, const Coefficients& compute) {
    for (const auto& one : stats_cases({statistic})) check_coefficient(one, compute, peer_of(one));
}

void check_with_parts(const StatsCase& one, const std::string& key, const Defined<Coefficient>& found) {
    INFO(one.id(), " ", key);
    REQUIRE(found.ok());
    one.check(key, found->estimate);
    if (one.has(key + "_se")) one.check(key + "_se", *found->se);
    if (one.has(key + "_pa")) one.check(key + "_pa", *found->p_observed);
    if (one.has(key + "_pe")) one.check(key + "_pe", *found->p_expected);
}

} // namespace

TEST_CASE("percent agreement as published") { check_all("percent_agreement", percent_agreement); }
TEST_CASE("Brennan-Prediger as published") { check_all("brennan_prediger", brennan_prediger); }
TEST_CASE("Gwet's AC1 and AC2 as published") { check_all("gwet_ac", gwet_ac); }
TEST_CASE("Scott's pi as published") { check_all("scott_pi", scott_pi); }
TEST_CASE("Conger's kappa as published") { check_all("conger_kappa", conger_kappa); }
TEST_CASE("Fleiss' generalised kappa as published") { check_all("fleiss_kappa_generalized", fleiss_kappa); }
TEST_CASE("Light's kappa as published") { check_all("light_kappa", light_kappa); }
TEST_CASE("Krippendorff's alpha in Gwet's form as published") {
    check_all("krippendorff_alpha_gwet_form", krippendorff_alpha_gwet);
}

TEST_CASE("the whole family of several raters as published") {
    const Level level = Level::nominal;
    for (const auto& one : stats_cases({"chance_corrected_agreement_family"})) {
        const Ratings ratings = ratings_of(one);
        const AgreementReport all = agreement(ratings, weights_of(one, ratings.scale()), level);
        if (one.has("est")) {
            const std::vector<Defined<Coefficient>> order = {all.percent_agreement, all.gwet_ac, all.fleiss_kappa,
                                                             all.krippendorff_alpha_gwet};
            for (std::size_t i = 0; i < order.size(); ++i) {
                INFO(one.id(), " (", one.source(), ") ", i);
                CHECK(std::abs(order[i]->estimate - one.expected().at("est").at(i).get<double>()) <=
                      one.tolerance("est"));
                CHECK(std::abs(order[i]->interval->low - one.expected().at("lower_ci").at(i).get<double>()) <=
                      one.tolerance("lower_ci"));
            }
            continue;
        }
        const bool counts = one.has("pa");
        check_with_parts(one, counts ? "pa" : "percent_agreement", all.percent_agreement);
        check_with_parts(one, counts ? "gwet" : "gwet_ac", all.gwet_ac);
        check_with_parts(one, "fleiss", all.fleiss_kappa);
        check_with_parts(one, counts ? "kripp" : "krippendorff", all.krippendorff_alpha_gwet);
        check_with_parts(one, counts ? "bp" : "brennan_prediger", all.brennan_prediger);
        if (!counts) check_with_parts(one, "conger", all.conger_kappa);
    }
}

TEST_CASE("the whole family of two raters as published") {
    for (const auto& one : stats_cases({"chance_corrected_agreement_family_2raters"})) {
        const Ratings ratings = ratings_of(one);
        const AgreementReport all = agreement(ratings, weights_of(one, ratings.scale()), Level::nominal);
        check_with_parts(one, "pa", all.percent_agreement);
        check_with_parts(one, "kappa", *all.cohen_kappa);
        check_with_parts(one, "scott", *all.scott_pi);
        check_with_parts(one, "gwet", all.gwet_ac);
        check_with_parts(one, "bp", all.brennan_prediger);
        check_with_parts(one, "kripp", all.krippendorff_alpha_gwet);
    }
}

TEST_CASE("percent within a tolerance as published") {
    for (const auto& one : stats_cases({"percent_agreement_all_raters"})) {
        const auto found = agreement_within(ratings_of(one), one.options().at("tolerance"));
        REQUIRE(found.ok());
        one.check("percent", 100 * found.value());
    }
}

TEST_CASE("agreement with a reference as published") {
    for (const auto& one : stats_cases({"agreement_with_reference"})) {
        const auto found = agreement_with_reference(ratings_of(one), 0, 1);
        REQUIRE(found.ok());
        one.check("exact", found->exact);
        one.check("adjacent_within_1", found->within_one);
        one.check("mean_signed_error", found->mean_signed_error);
        one.check("mae", found->mean_absolute_error);
        one.check("rmse", found->root_mean_square_error);
    }
}

TEST_CASE("the G index with its adjusted interval as published") {
    for (const auto& one : stats_cases({"g_index"})) {
        const auto found = g_index(one.data().at("agree"), one.data().at("n"), one.data().at("k"));
        REQUIRE(found.ok());
        one.check("estimate", found->estimate);
        one.check("se", *found->se);
        one.check("ll", found->interval->low);
        one.check("ul", found->interval->high);
    }
}

TEST_CASE("the G index of three raters as published") {
    for (const auto& one : stats_cases({"g_index_three_raters"})) {
        const auto f = one.data().at("f").get<std::vector<std::uint64_t>>();
        std::uint64_t n = 0;
        for (const auto cell : f) n += cell;
        const auto agreeing = [&](int a, int b) {
            std::uint64_t sum = 0;
            for (unsigned cell = 0; cell < 8; ++cell)
                sum += ((cell >> (2 - a)) & 1) == ((cell >> (2 - b)) & 1) ? f[cell] : 0;
            return sum;
        };
        const auto check = [&](const std::string& key, int a, int b) {
            const auto found = g_index(agreeing(a, b), n, 2);
            REQUIRE(found.ok());
            one.check(key, found->estimate);
            one.check(key + "_ll", found->interval->low);
            one.check(key + "_ul", found->interval->high);
            return found->estimate;
        };
        const double sum = check("G12", 0, 1) + check("G13", 0, 2) + check("G23", 1, 2);
        one.check("G3", sum / 3);
    }
}

TEST_CASE("two coders and two categories as published") {
    for (const auto& one : stats_cases({"two_coder_coefficients"})) {
        const Ratings ratings = ratings_of(one);
        const AgreementReport all = agreement(ratings, weights_of(one, ratings.scale()), Level::nominal);
        one.check("A_o", all.percent_agreement->estimate);
        one.check("kappa", (*all.cohen_kappa)->estimate);
        one.check("pi", (*all.scott_pi)->estimate);
        one.check("S", all.brennan_prediger->estimate);
    }
    for (const auto& one : stats_cases({"two_rater_family"})) {
        const Ratings ratings = ratings_of(one);
        const Weights weights = weights_of(one, ratings.scale());
        const AgreementReport all = agreement(ratings, weights, Level::nominal);
        one.check("kappa", (*all.cohen_kappa)->estimate);
        one.check("ase", cohen_kappa_fce(ratings, weights)->ase);
        one.check("scott_pi", (*all.scott_pi)->estimate);
        one.check("gwet_ac1", all.gwet_ac->estimate);
        one.check("brennan_prediger", all.brennan_prediger->estimate);
        one.check("krippendorff", all.krippendorff_alpha->estimate);
        const auto specific = specific_agreement(ratings);
        REQUIRE(specific.ok());
        one.check("positive_agreement", specific->positive);
        one.check("negative_agreement", specific->negative);
    }
}
