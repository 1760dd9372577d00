#include "stats/marginals.h"

#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "support/stats_cases.h"

using namespace timbang::stats;
using namespace timbang::tests;

namespace {

std::vector<std::uint64_t> cells_of(const StatsCase& one) {
    std::vector<std::uint64_t> cells;
    for (const auto& row : one.data().at("matrix")) {
        for (const auto& cell : row) cells.push_back(cell.get<std::uint64_t>());
    }
    return cells;
}

std::size_t categories(const std::vector<std::uint64_t>& cells) {
    return static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(cells.size()))));
}

/// The table with the raters exchanged.
std::vector<std::uint64_t> exchanged(const std::vector<std::uint64_t>& cells) {
    const auto q = categories(cells);
    std::vector<std::uint64_t> result(cells.size());
    for (std::size_t i = 0; i < q; ++i) {
        for (std::size_t j = 0; j < q; ++j) result[j * q + i] = cells[i * q + j];
    }
    return result;
}

const std::vector<std::uint64_t> kTable{20, 3, 1, 7, 15, 4, 2, 9, 30};

} // namespace

TEST_CASE("the marginal tests equal published tables") {
    for (const auto& one : stats_cases({"stuart_maxwell", "bhapkar"})) {
        const auto cells = cells_of(one);
        const bool stuart = one.all.at("statistic") == "stuart_maxwell";
        const auto result = stuart ? stuart_maxwell(cells, categories(cells)) : bhapkar(cells, categories(cells));
        REQUIRE(result);
        one.check("chi2", result->chi_square);
        one.check("p", result->p);
        CHECK(result->df == one.options().at("df").get<double>());
        CHECK(result->units == 7477);
    }
}

TEST_CASE("the bias of one rater equals the published share") {
    for (const auto& one : stats_cases({"rater_bias"})) {
        const auto cells = cells_of(one);
        const auto result = rater_bias(cells, categories(cells));
        REQUIRE(result);
        one.check("ratio", result->share.estimate);
        one.check("chi2", result->chi_square);
        one.check("p", result->p);
        const auto yates = rater_bias(cells, categories(cells), Continuity::Yates);
        CHECK(yates->chi_square == doctest::Approx(160.0 * 160 / 2181));
    }
}

TEST_CASE("with two categories every test is McNemar's") {
    const std::vector<std::uint64_t> cells{10, 12, 5, 20};
    CHECK(stuart_maxwell(cells, 2)->chi_square == doctest::Approx(49.0 / 17));
    CHECK(rater_bias(cells, 2)->chi_square == doctest::Approx(49.0 / 17));
    CHECK(bhapkar(cells, 2)->chi_square == doctest::Approx((49.0 / 17) / (1 - 49.0 / 17 / 47)));
}

TEST_CASE("which rater is first does not change the tests") {
    const auto other = exchanged(kTable);
    CHECK(stuart_maxwell(kTable, 3)->chi_square == doctest::Approx(stuart_maxwell(other, 3)->chi_square));
    CHECK(bhapkar(kTable, 3)->p == doctest::Approx(bhapkar(other, 3)->p));
    CHECK(rater_bias(kTable, 3)->share.estimate == doctest::Approx(1 - rater_bias(other, 3)->share.estimate));
}

TEST_CASE("an unused category changes nothing") {
    std::vector<std::uint64_t> wider(16, 0);
    for (std::size_t i = 0; i < 9; ++i) wider[i / 3 * 4 + i % 3] = kTable[i];
    CHECK(stuart_maxwell(wider, 4)->chi_square == doctest::Approx(stuart_maxwell(kTable, 3)->chi_square));
    CHECK(stuart_maxwell(wider, 4)->df == 2);
}

TEST_CASE("groups of categories that are never confused are tested side by side") {
    const std::vector<std::uint64_t> apart{5, 8, 0, 0, 2, 5, 0, 0, 0, 0, 5, 9, 0, 0, 4, 5};
    const auto result = stuart_maxwell(apart, 4);
    REQUIRE(result);
    CHECK(result->df == 2);
    CHECK(result->chi_square == doctest::Approx(36.0 / 10 + 25.0 / 13));
}

TEST_CASE("what cannot be tested has its reason") {
    CHECK(stuart_maxwell({}, 0).error().code == kNoData);
    CHECK(rater_bias(std::vector<std::uint64_t>(9, 0), 3).error().code == kNoData);
    const std::vector<std::uint64_t> agreeing{4, 0, 0, 6};
    CHECK(stuart_maxwell(agreeing, 2).error().code == kNoDisagreement);
    CHECK(bhapkar(agreeing, 2).error().code == kNoDisagreement);
    CHECK(rater_bias(agreeing, 2).error().code == kNoDisagreement);
    const std::vector<std::uint64_t> one_way{0, 6, 0, 0};
    CHECK(stuart_maxwell(one_way, 2)->chi_square == doctest::Approx(6));
    CHECK(bhapkar(one_way, 2).error().code == kSingular);
}
