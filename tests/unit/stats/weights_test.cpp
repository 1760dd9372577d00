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
