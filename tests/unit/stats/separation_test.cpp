#include "stats/separation.h"

#include <vector>

#include <doctest/doctest.h>

#include "support/stats_cases.h"

using namespace timbang;
using namespace timbang::stats;
using timbang::tests::stats_cases;

TEST_CASE("separation: the published formula") {
    for (const auto& one : stats_cases({"separation_reliability"})) {
        const std::vector<double> measures = one.data().at("measures");
        const std::vector<double> errors = one.data().at("model_se");
        const auto found = separation(measures, errors, VarianceForm::sample);
        REQUIRE(found.ok());
        one.check("separation", found->separation);
        one.check("reliability", found->reliability);
        one.check("strata", found->strata);
        one.check("rmse", found->rmse);
        one.check("true_sd", found->true_sd);
    }
}

TEST_CASE("separation: where there is nothing to tell apart") {
    const std::vector<double> one = {1};
    const std::vector<double> equal = {1, 1};
    const std::vector<double> near = {1, 1.1};
    const std::vector<double> errors = {0.5, 0.5};
    CHECK(separation(one, one, VarianceForm::sample).error().code == kOneUnit);
    CHECK(separation(equal, errors, VarianceForm::sample).error().code == kNoVariance);
    CHECK(separation(near, errors, VarianceForm::sample)->separation == 0);
    CHECK(separation(near, errors, VarianceForm::sample)->reliability == 0);
    CHECK(fixed_effect(one, one).error().code == kOneUnit);
    CHECK(fixed_effect(equal, errors)->chi_square == 0);
    CHECK(fixed_effect(equal, errors)->p == 1);
}
