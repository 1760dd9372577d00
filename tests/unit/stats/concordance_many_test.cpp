#include "stats/concordance_many.h"

#include <doctest/doctest.h>

#include "stats/concordance.h"
#include "stats/icc.h"
#include "stats/ranks.h"
#include "support/stats_tables.h"

using namespace timbang::stats;
using namespace timbang::tests;

namespace {

/// Weights and heights of five persons by three observers: Janson & Olsson (2001), table 1.
std::vector<Table> photographs() {
    return {Table::of({{71, 74, 76}, {73, 80, 80}, {86, 101, 93}, {59, 62, 66}, {71, 83, 77}}),
            Table::of({{166, 171, 171}, {160, 170, 165}, {187, 174, 185}, {161, 163, 162}, {172, 182, 181}})};
}

/// 1 − observed over expected disagreement straight from the definition: every pair of raters, every pair of units.
template <class Distance> double iota_by_definition(const std::vector<Table>& variables, Distance distance) {
    double observed = 0, expected = 0;
    const auto n = variables.front().units(), k = variables.front().raters();
    for (std::size_t variable = 0; variable < variables.size(); ++variable) {
        const auto& table = variables[variable];
        for (std::size_t a = 0; a < k; ++a) {
            for (std::size_t b = a + 1; b < k; ++b) {
                for (std::size_t i = 0; i < n; ++i) {
                    observed += distance(variable, table.at(i, a), table.at(i, b));
                    for (std::size_t j = 0; j < n; ++j) {
                        expected += distance(variable, table.at(i, a), table.at(j, b)) / static_cast<double>(n);
                    }
                }
            }
        }
    }
    return 1 - observed / expected;
}

} // namespace

TEST_CASE("ranks share ties") {
    const auto ranks = ranks_of({3, 1, 3, 2, 3});
    CHECK(ranks.ranks == std::vector<double>{4, 1, 4, 2, 4});
    CHECK(ranks.ties == 24);
    CHECK(ranks_of({}).ranks.empty());
    // Many different numbers are ranked by sorting, few by counting.
    std::vector<double> many;
    for (int i = 0; i < 100; ++i) many.push_back((i * 37) % 100);
    for (std::size_t i = 0; i < many.size(); ++i) CHECK(ranks_of(many).ranks[i] == many[i] + 1);
    many.push_back(0);
    CHECK(ranks_of(many).ranks[0] == 1.5);
    CHECK(ranks_of(many).ties == 6);
}

TEST_CASE("Kendall's coefficient equals irr's") {
    for (const auto& one : stats_cases({"kendall_W"})) {
        const auto table = table_of(one.data().at("matrix"));
        const auto result = kendall_w(table, {one.options().at("correct_ties").get<bool>()});
        REQUIRE(result);
        one.check("W", result->coefficient.estimate);
        one.check("chi2", result->chi_square);
        one.check("p", result->p);
        CHECK(result->df == 19);
        CHECK(kendall_w(table, {false})->coefficient.estimate < result->coefficient.estimate);
    }
}

TEST_CASE("the mean correlations equal irr's") {
    for (const auto& one : stats_cases({"mean_pairwise_pearson"})) {
        one.check("r", mean_pairwise_pearson(table_of(one.data().at("matrix")))->coefficient.estimate);
    }
    for (const auto& one : stats_cases({"mean_pairwise_spearman"})) {
        one.check("rho", mean_pairwise_spearman(table_of(one.data().at("matrix")))->coefficient.estimate);
    }
}

TEST_CASE("the test of the mean correlations equals irr's") {
    for (const auto& one : stats_cases({"mean_correlation_test"})) {
        const auto table = table_of(one.data().at("matrix"));
        const auto r = mean_pairwise_pearson(table), rho = mean_pairwise_spearman(table);
        one.check("z_pearson", *r->z);
        one.check("p_pearson", *r->p);
        one.check("z_spearman", *rho->z);
        one.check("p_spearman", *rho->p);
    }
}

TEST_CASE("Finn's coefficient, Robinson's A and iota equal irr's") {
    for (const auto& one : stats_cases({"finn"})) {
        const int levels = one.options().at("levels");
        const auto result = finn(table_of(one.data().at("matrix")), levels, FinnModel::TwoWay);
        one.check("finn", result->coefficient.estimate);
        one.check("F", *result->f);
    }
    for (const auto& one : stats_cases({"robinson_A"})) {
        one.check("A", robinson_a(table_of(one.data().at("matrix")))->estimate);
    }
    for (const auto& one : stats_cases({"iota"})) {
        std::vector<Table> variables;
        for (const auto& matrix : one.data().at("matrices")) variables.push_back(table_of(matrix));
        one.check("iota", iota(variables, IotaScale::Quantitative)->estimate);
        one.check("iota_standardized", iota(variables, IotaScale::Standardised)->estimate);
    }
}

TEST_CASE("without ties W and the plain mean rank correlation tell the same") {
    const auto table = random_table(12, 5, 4, false);
    const auto w = kendall_w(table)->coefficient.estimate;
    MeanCorrelationOptions plain;
    plain.averaging = Averaging::Plain;
    CHECK(mean_pairwise_spearman(table, plain)->coefficient.estimate == doctest::Approx((5 * w - 1) / 4));
    CHECK(kendall_w(table, {false})->coefficient.estimate == doctest::Approx(w));
}

TEST_CASE("order of units and raters does not matter, nor does a rising change of a rater's scale") {
    const auto table = random_table(15, 4, 8);
    CHECK(kendall_w(reversed(table))->coefficient.estimate == doctest::Approx(kendall_w(table)->coefficient.estimate));
    CHECK(mean_pairwise_pearson(scaled(reversed(table), 3, 1e8))->coefficient.estimate ==
          doctest::Approx(mean_pairwise_pearson(table)->coefficient.estimate));
    auto bent = table;
    for (std::size_t unit = 0; unit < 15; ++unit) bent.set(unit, 1, std::exp(table.at(unit, 1)));
    CHECK(kendall_w(bent)->coefficient.estimate == doctest::Approx(kendall_w(table)->coefficient.estimate));
    CHECK(mean_pairwise_spearman(bent)->coefficient.estimate ==
          doctest::Approx(mean_pairwise_spearman(table)->coefficient.estimate));
}

TEST_CASE("one order gives 1 and opposite orders give 0") {
    const auto same = Table::of({{1, 10, 0.1}, {2, 20, 0.2}, {3, 30, 0.3}});
    CHECK(kendall_w(same)->coefficient.estimate == doctest::Approx(1));
    const auto mean = mean_pairwise_pearson(same);
    CHECK(mean->coefficient.estimate == doctest::Approx(1));
    CHECK(mean->perfect == 3);
    CHECK(mean->pairs == 0);
    CHECK(kendall_w(Table::of({{1, 3}, {2, 2}, {3, 1}}))->coefficient.estimate == doctest::Approx(0));
}

TEST_CASE("perfect and flat pairs are left out of the mean and counted") {
    const auto table = Table::of({{1, 1, 2, 5}, {2, 2, 1, 5}, {3, 3, 4, 5}, {5, 5, 3, 5}});
    const auto result = mean_pairwise_pearson(table);
    REQUIRE(result);
    CHECK(result->perfect == 1);
    CHECK(result->flat == 3);
    CHECK(result->pairs == 2);
    MeanCorrelationOptions plain;
    plain.averaging = Averaging::Plain;
    const double r = result->coefficient.estimate;
    CHECK(mean_pairwise_pearson(table, plain)->coefficient.estimate == doctest::Approx((1 + 2 * r) / 3));
}

TEST_CASE("with gaps either complete units count or the units that a pair shares") {
    auto table = random_table(10, 3, 6);
    auto whole = table;
    table.clear(0, 2);
    const auto complete = mean_pairwise_pearson(table);
    CHECK(complete->units == 9);
    CHECK(complete->left_out == 1);
    MeanCorrelationOptions options;
    options.gaps = Gaps::Pairwise;
    const auto pairwise = mean_pairwise_pearson(table, options);
    CHECK(pairwise->coefficient.estimate != doctest::Approx(complete->coefficient.estimate));
    CHECK(mean_pairwise_spearman(whole, options)->coefficient.estimate ==
          doctest::Approx(mean_pairwise_spearman(whole)->coefficient.estimate));
    CHECK(kendall_w(table)->left_out == 1);
}

TEST_CASE("Finn's coefficient compares the error with evenly drawn ratings") {
    const auto table = random_table(12, 3, 9);
    const auto squares = *anova(table);
    const auto one_way = finn(table, 7), two_way = finn(table, 7, FinnModel::TwoWay);
    CHECK(one_way->coefficient.estimate == doctest::Approx(1 - squares.ms_within / 4));
    CHECK(two_way->coefficient.estimate == doctest::Approx(1 - squares.ms_residual / 4));
    CHECK(one_way->df == 24);
    CHECK(two_way->df == 22);
    REQUIRE(one_way->p);
    CHECK(*one_way->p > 0);
    CHECK(*one_way->p < 0.5);
    const auto equal = finn(Table::of({{2, 2}, {2, 2}}), 5);
    CHECK(equal->coefficient.estimate == 1);
    CHECK(equal->p.error().code == kNoVariance);
}

TEST_CASE("Robinson's A is the share between units") {
    const auto table = random_table(12, 4, 10);
    const auto squares = *anova(table);
    const double a = robinson_a(table, RobinsonBase::Total)->estimate;
    CHECK(a == doctest::Approx(squares.ms_units * 11 / (squares.ms_total * 47)));
    // Fisher's intraclass correlation: products over all ordered pairs of raters, over the variance with divisor nk.
    double products = 0;
    for (std::size_t unit = 0; unit < 12; ++unit) {
        for (std::size_t first = 0; first < 4; ++first) {
            for (std::size_t second = 0; second < 4; ++second) {
                if (first == second) continue;
                const double apart = table.at(unit, second) - squares.grand_mean;
                products += (table.at(unit, first) - squares.grand_mean) * apart;
            }
        }
    }
    CHECK((4 * a - 1) / 3 == doctest::Approx(products / (12 * 4 * 3) / (squares.ms_total * 47 / 48)));
    CHECK(robinson_a(table)->estimate > a);
    CHECK(robinson_a(Table::of({{1, 1}, {1, 1}})).error().code == kNoVariance);
}

TEST_CASE("iota equals its definition") {
    const auto plain = [](std::size_t, double x, double y) { return (x - y) * (x - y); };
    CHECK(iota(photographs(), IotaScale::Quantitative)->estimate ==
          doctest::Approx(iota_by_definition(photographs(), plain)));
    const double variances[] = {anova(photographs()[0])->ms_total, anova(photographs()[1])->ms_total};
    const auto standard = [&](std::size_t variable, double x, double y) {
        return (x - y) * (x - y) / variances[variable];
    };
    CHECK(iota(photographs(), IotaScale::Standardised)->estimate ==
          doctest::Approx(iota_by_definition(photographs(), standard)));
    const std::vector<Table> coded{random_table(9, 3, 1), random_table(9, 3, 2)};
    CHECK(iota(coded, IotaScale::Nominal)->estimate ==
          doctest::Approx(iota_by_definition(coded, [](std::size_t, double x, double y) { return x == y ? 0 : 1; })));
    const auto pair = random_table(14, 2, 3);
    CHECK(iota({pair}, IotaScale::Quantitative)->estimate == doctest::Approx(lin_ccc(pair)->coefficient.estimate));
}

TEST_CASE("iota of one nominal variable equals Conger's kappa") {
    for (const auto& one : stats_cases({"conger_kappa"})) {
        if (!one.has("iota")) continue;
        one.check("iota", iota({table_of(one.data().at("matrix"))}, IotaScale::Nominal)->estimate);
    }
}

TEST_CASE("what cannot be computed has its reason") {
    CHECK(kendall_w(Table()).error().code == kNoData);
    CHECK(kendall_w(Table::of({{1}, {2}})).error().code == kOneRater);
    CHECK(kendall_w(Table::of({{1, 2}})).error().code == kOneUnit);
    CHECK(kendall_w(Table::of({{1, std::nullopt}, {2, 3}})).error().code == kMissing);
    CHECK(kendall_w(Table::of({{1, 2}, {1, 2}, {1, 2}})).error().code == kNoVariance);
    CHECK(mean_pairwise_pearson(Table::of({{1, 2}, {1, 3}})).error().code == kNoVariance);
    CHECK(iota({}, IotaScale::Nominal).error().code == kNoData);
    CHECK(iota({Table::of({{1, 1}, {1, 1}})}, IotaScale::Nominal).error().code == kOneCategory);
    CHECK(iota({Table::of({{1, 1}, {1, 1}})}, IotaScale::Quantitative).error().code == kNoVariance);
}
