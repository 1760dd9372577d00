#include "stats/rasch.h"

#include <cmath>

#include <doctest/doctest.h>

#include "support/stats_tables.h"

using namespace timbang;
using namespace timbang::stats;
using timbang::tests::stats_cases;
using timbang::tests::StatsCase;
using timbang::tests::table_of;

namespace {

// The measured elements of a facet, in order, against an expected list.
template <class Get>
void check_measured(const StatsCase& one, const std::string& key, const FacetsResult& result, std::size_t facet,
                    Get get) {
    INFO(one.id(), " ", key);
    std::vector<double> values;
    for (const auto& element : result.elements.at(facet)) {
        if (element.state == ElementState::measured) values.push_back(get(element));
    }
    const auto& wanted = one.expected().at(key);
    REQUIRE(values.size() == wanted.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO(i, ": ", values[i], " and ", wanted[i].get<double>());
        CHECK(std::abs(values[i] - wanted[i].get<double>()) <= one.tolerance(key));
    }
}

double measure(const ElementMeasure& e) {
    return *e.measure;
}

} // namespace

TEST_CASE("Rasch: the Knox cube test, converged") {
    for (const auto& one : stats_cases({"rasch_jmle"})) {
        const auto result = rasch(table_of(one.data().at("matrix")), RaschModel::rating_scale);
        REQUIRE(result.ok());
        CHECK(result->converged());
        check_measured(one, "item", *result, kItems, measure);
        check_measured(one, "person", *result, kPersons, measure);
        // Winsteps prints -6.59, 6.13 and -6.62 for the extreme ones; its measures stopped short of convergence.
        const auto& items = result->elements[kItems];
        CHECK(items[0].state == ElementState::highest);
        CHECK(*items[0].measure == doctest::Approx(-6.59).epsilon(0.05));
        CHECK(items[17].state == ElementState::lowest);
        CHECK(*items[17].measure == doctest::Approx(6.13).epsilon(0.05));
        CHECK(result->elements[kPersons][34].state == ElementState::lowest);
        CHECK(*result->elements[kPersons][34].measure == doctest::Approx(-6.62).epsilon(0.05));
    }
}

TEST_CASE("Rasch: fit at Winsteps's measures is what Winsteps prints") {
    for (const auto& one : stats_cases({"rasch_fit_given_measures"})) {
        const auto ratings = responses(table_of(one.data().at("matrix")));
        REQUIRE(ratings.ok());
        GivenMeasures given;
        given.measures = {one.data().at("person_measures"), one.data().at("item_measures")};
        const auto result = facets_at(*ratings, given);
        REQUIRE(result.ok());
        const auto infit = [](const ElementMeasure& e) { return e.fit->infit; };
        const auto outfit = [](const ElementMeasure& e) { return e.fit->outfit; };
        const auto se = [](const ElementMeasure& e) { return *e.se; };
        check_measured(one, "item_infit", *result, kItems, infit);
        check_measured(one, "item_outfit", *result, kItems, outfit);
        check_measured(one, "person_infit", *result, kPersons, infit);
        check_measured(one, "person_outfit", *result, kPersons, outfit);
        check_measured(one, "item_se", *result, kItems, se);
        check_measured(one, "person_se", *result, kPersons, se);
    }
}

TEST_CASE("partial credit: Liking for Science") {
    for (const auto& one : stats_cases({"partial_credit_jmle", "partial_credit_fit"})) {
        const auto result = rasch(table_of(one.data().at("matrix")), RaschModel::partial_credit);
        REQUIRE(result.ok());
        CHECK(result->converged());
        check_measured(one, "item_infit", *result, kItems, [](const ElementMeasure& e) { return e.fit->infit; });
        check_measured(one, "item_outfit", *result, kItems, [](const ElementMeasure& e) { return e.fit->outfit; });
        check_measured(one, "item_infit_z", *result, kItems, [](const ElementMeasure& e) { return *e.fit->infit_z; });
        check_measured(one, "item_outfit_z", *result, kItems, [](const ElementMeasure& e) { return *e.fit->outfit_z; });
        if (!one.has("deviance")) continue;
        one.check("deviance", -2 * result->log_likelihood);
        check_measured(one, "item_measure", *result, kItems, measure);
        check_measured(one, "person_measure", *result, kPersons, measure);
        std::size_t next = 0;
        for (const auto& scale : result->scales) {
            if (scale.threshold.size() < 2)
                continue; // the item that nobody disliked has two categories: one step, at its measure
            const auto& wanted = one.expected().at("thresholds").at(next++);
            for (std::size_t k = 0; k < 2; ++k) {
                CHECK(std::abs(scale.threshold[k] - wanted[k].get<double>()) <= one.tolerance("thresholds"));
            }
        }
        CHECK(next == one.expected().at("thresholds").size());
    }
}
