#include "stats/facets.h"

#include <cmath>

#include <doctest/doctest.h>

#include "support/stats_cases.h"

using namespace timbang;
using namespace timbang::stats;
using timbang::tests::stats_cases;
using timbang::tests::StatsCase;

namespace {

FacetRatings long_data(const StatsCase& one) {
    FacetRatings ratings;
    ratings.facets = {{0, true, true}, {0, false, false}, {0, false, false}};
    for (const auto& row : one.data().at("rows")) {
        ratings.add({row[0], row[1], row[2]}, row[3]);
        for (std::size_t f = 0; f < 3; ++f) {
            ratings.facets[f].elements = std::max(ratings.facets[f].elements, row[f].get<std::size_t>() + 1);
        }
    }
    return ratings;
}

template <class Get>
void check_elements(const StatsCase& one, const std::string& key, const FacetsResult& result, std::size_t facet,
                    Get get) {
    INFO(one.id(), " ", key);
    const auto& wanted = one.expected().at(key);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        INFO(i);
        CHECK(std::abs(get(result.elements.at(facet).at(i)) - wanted[i].get<double>()) <= one.tolerance(key));
    }
}

} // namespace

TEST_CASE("many-facet Rasch: the ratings of 130 texts on 5 criteria by 7 raters") {
    const auto one = stats_cases({"many_facet_rasch_jmle"}).front();
    const auto result = facets(long_data(one));
    REQUIRE(result.ok());
    CHECK(result->converged());
    CHECK(result->connected);
    CHECK(result->sweeps < 15);
    CHECK(result->largest_residual < 1e-8);
    constexpr std::size_t kPerson = 0;
    constexpr std::size_t kCriterion = 1;
    constexpr std::size_t kRater = 2;
    const auto measure = [](const ElementMeasure& e) { return *e.measure; };
    check_elements(one, "criteria", *result, kCriterion, measure);
    check_elements(one, "raters", *result, kRater, measure);
    check_elements(one, "person_first5", *result, kPerson, measure);
    check_elements(one, "rater_se", *result, kRater, [](const ElementMeasure& e) { return *e.se; });
    check_elements(one, "rater_n", *result, kRater, [](const ElementMeasure& e) { return double(e.ratings); });
    check_elements(one, "rater_score", *result, kRater, [](const ElementMeasure& e) { return e.score; });
    check_elements(one, "rater_infit", *result, kRater, [](const ElementMeasure& e) { return e.fit->infit; });
    check_elements(one, "rater_outfit", *result, kRater, [](const ElementMeasure& e) { return e.fit->outfit; });
    check_elements(one, "rater_infit_z", *result, kRater, [](const ElementMeasure& e) { return *e.fit->infit_z; });
    check_elements(one, "rater_outfit_z", *result, kRater, [](const ElementMeasure& e) { return *e.fit->outfit_z; });
    check_elements(one, "criterion_infit", *result, kCriterion, [](const ElementMeasure& e) { return e.fit->infit; });
    check_elements(one, "criterion_outfit", *result, kCriterion, [](const ElementMeasure& e) { return e.fit->outfit; });
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(std::abs(result->scales.front().threshold.at(k) - one.expected().at("thresholds")[k].get<double>()) <=
              one.tolerance("thresholds"));
    }
    one.check("loglik", result->log_likelihood);
    one.check("person_mean", facet_separation(*result, kPerson)->mean);
    one.check("rater_separation_population", facet_separation(*result, kRater)->separation);
    one.check("rater_reliability_population", facet_separation(*result, kRater)->reliability);
    one.check("rater_strata_population", facet_separation(*result, kRater)->strata);
    FacetSummaryOptions sample;
    sample.variance = VarianceForm::sample;
    one.check("rater_separation_sample", facet_separation(*result, kRater, sample)->separation);
    one.check("rater_reliability_sample", facet_separation(*result, kRater, sample)->reliability);
    one.check("rater_fixed_chi2", facet_fixed_effect(*result, kRater)->chi_square);
    one.check("rater_fixed_df", double(facet_fixed_effect(*result, kRater)->df));
    one.check("person_reliability_population", facet_separation(*result, kPerson)->reliability);
}
