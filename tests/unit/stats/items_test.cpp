#include "stats/items.h"

#include <cmath>

#include <doctest/doctest.h>

#include "support/stats_tables.h"

using namespace timbang;
using namespace timbang::stats;
using timbang::tests::stats_cases;
using timbang::tests::StatsCase;
using timbang::tests::table_of;

namespace {

void check_list(const StatsCase& one, const std::string& key, const std::vector<double>& values) {
    INFO(one.id(), " ", key);
    const auto& wanted = one.expected().at(key);
    REQUIRE(wanted.size() == values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        INFO(i, ": ", values[i], " and ", wanted[i].get<double>());
        CHECK(std::abs(values[i] - wanted[i].get<double>()) <= one.tolerance(key));
    }
}

std::vector<double> values(const std::vector<Defined<double>>& list) {
    std::vector<double> found;
    for (const auto& one : list)
        found.push_back(one.ok() ? *one : 1e9);
    return found;
}

// LSAT section 6 (Bock & Lieberman 1970), 1,000 persons: the 32 patterns of five items with their frequencies.
Table lsat6() {
    constexpr int kFrequency[32] = {3,  6,  2,  11, 1, 1,  3,  4,  1,  8,  0,  16,  0,  3,  2,  15,
                                    10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298};
    std::vector<std::vector<std::optional<double>>> rows;
    for (unsigned pattern = 0; pattern < 32; ++pattern) {
        for (int i = 0; i < kFrequency[pattern]; ++i) {
            auto& row = rows.emplace_back();
            for (unsigned bit = 5; bit-- > 0;)
                row.push_back((pattern >> bit) & 1U);
        }
    }
    return Table::of(rows);
}

} // namespace

TEST_CASE("alpha: ten items of fifteen persons, with Feldt's interval") {
    for (const auto& one : stats_cases({"cronbach_alpha"})) {
        const auto alpha = cronbach_alpha(table_of(one.data().at("matrix")));
        REQUIRE(alpha.ok());
        one.check("alpha", alpha->alpha);
        check_list(one, "ci", {alpha->interval->low, alpha->interval->high});
    }
    for (const auto& one : stats_cases({"item_analysis"})) {
        if (!one.has("alpha")) continue;
        const auto alpha = cronbach_alpha(table_of(one.data().at("matrix")));
        REQUIRE(alpha.ok());
        one.check("alpha", alpha->alpha);
        one.check("alpha_standardized", *alpha->standardized);
        check_list(one, "alpha_if_deleted", values(alpha->if_deleted));
        const auto items = item_statistics(table_of(one.data().at("matrix")));
        REQUIRE(items.ok());
        std::vector<double> rest;
        for (const auto& item : *items)
            rest.push_back(*item.item_rest);
        check_list(one, "item_rest", rest);
    }
}

TEST_CASE("alpha: pairwise equals listwise where nothing is missing") {
    for (const auto& one : stats_cases({"cronbach_alpha"})) {
        AlphaOptions pairwise;
        pairwise.missing = MissingScores::pairwise;
        const auto a = cronbach_alpha(table_of(one.data().at("matrix")));
        const auto b = cronbach_alpha(table_of(one.data().at("matrix")), pairwise);
        CHECK(a->alpha == doctest::Approx(b->alpha).epsilon(1e-12));
        CHECK(*a->standardized == doctest::Approx(*b->standardized).epsilon(1e-12));
        CHECK(a->interval->low == doctest::Approx(b->interval->low).epsilon(1e-12));
    }
}

TEST_CASE("alpha: missing scores, listwise and pairwise") {
    const std::optional<double> none;
    const Table scores = Table::of({{1, 2, 1}, {2, 3, none}, {3, 3, 4}, {4, 5, 3}, {none, 1, 2}});
    const auto listwise = cronbach_alpha(scores);
    REQUIRE(listwise.ok());
    CHECK(listwise->persons == 3);
    // Rows 1, 3 and 4: variances 7/3, 7/3, 7/3, totals 4, 10, 12 with variance 52/3.
    CHECK(listwise->alpha == doctest::Approx(1.5 * (1 - 7.0 / (52.0 / 3))).epsilon(1e-12));
    AlphaOptions options;
    options.missing = MissingScores::pairwise;
    const auto pairwise = cronbach_alpha(scores, options);
    REQUIRE(pairwise.ok());
    CHECK(pairwise->persons == 5);
    // Variances 5/3 (of 4), 2.2 (of 5), 5/3 (of 4); covariances 1.5 (of 4), 2 (of 3), 17/12... from common rows.
    const double c12 = (-1.5 * -1.25 + -0.5 * -0.25 + 0.5 * -0.25 + 1.5 * 1.75) / 3;
    const double c13 =
        ((1 - 8.0 / 3) * (1 - 8.0 / 3) + (3 - 8.0 / 3) * (4 - 8.0 / 3) + (4 - 8.0 / 3) * (3 - 8.0 / 3)) / 2;
    const double c23 =
        ((2 - 2.75) * (1 - 2.5) + (3 - 2.75) * (4 - 2.5) + (5 - 2.75) * (3 - 2.5) + (1 - 2.75) * (2 - 2.5)) / 3;
    const double variances = 5.0 / 3 + 2.2 + 5.0 / 3;
    CHECK(pairwise->alpha ==
          doctest::Approx(1.5 * (1 - variances / (variances + 2 * (c12 + c13 + c23)))).epsilon(1e-12));
}

TEST_CASE("alpha: Feldt's interval with either degrees of freedom") {
    for (const auto& one : stats_cases({"cronbach_alpha_ci"})) {
        const auto& data = one.data();
        const auto own = feldt_interval(data.at("alpha"), data.at("items"), data.at("n"), FeldtDf::statpsych);
        one.check("ll", own->low);
        one.check("ul", own->high);
        const auto psych = feldt_interval(data.at("alpha"), data.at("items"), data.at("n"), FeldtDf::persons_and_items);
        CHECK(psych->low == doctest::Approx(.7970649).epsilon(1e-7));
        CHECK(psych->high == doctest::Approx(.8931666).epsilon(1e-7));
    }
}

TEST_CASE("items: LSAT section 6 (psych's values)") {
    const auto items = item_statistics(lsat6());
    const auto alpha = cronbach_alpha(lsat6());
    REQUIRE(items.ok());
    REQUIRE(alpha.ok());
    constexpr double kDifficulty[] = {.924, .709, .553, .763, .870};
    constexpr double kRest[] = {.1128, .1532, .1728, .1444, .1216};
    constexpr double kDeleted[] = {.2754, .2376, .2168, .2459, .2663};
    CHECK(alpha->alpha == doctest::Approx(.294997).epsilon(1e-5));
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(std::abs(*items->at(i).difficulty - kDifficulty[i]) < 1e-9);
        CHECK(std::abs(*items->at(i).item_rest - kRest[i]) < 6e-5);
        CHECK(std::abs(*alpha->if_deleted[i] - kDeleted[i]) < 6e-5);
    }
}

TEST_CASE("items: Knox cube test, difficulty and correlation with the measures") {
    for (const auto& one : stats_cases({"item_analysis"})) {
        if (!one.has("pvalue")) continue;
        const auto scores = table_of(one.data().at("matrix"));
        const auto items = item_statistics(scores);
        REQUIRE(items.ok());
        std::vector<double> difficulty;
        std::vector<double> sums;
        for (const auto& item : *items) {
            difficulty.push_back(*item.difficulty);
            sums.push_back(item.score);
        }
        check_list(one, "pvalue", difficulty);
        check_list(one, "score", sums);
        const std::vector<double> measures = one.data().at("person_measures");
        std::vector<double> correlations;
        for (const auto& item : item_criterion_correlations(scores, measures)) {
            if (item) correlations.push_back(*item);
        }
        check_list(one, "point_measure_corr", correlations);
        CHECK(items->front().point_biserial.error().code == kNoVariance);
        CHECK(items->front().item_rest.error().code == kNoVariance);
    }
}

TEST_CASE("items: upper and lower third") {
    // Totals 0, 1, 1, 2, 2, 3: a third is two persons.
    const Table scores = Table::of({{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {1, 1, 0}, {1, 0, 1}, {1, 1, 1}});
    const auto shared = item_statistics(scores);
    // Upper: the one with 3, and half of each with 2; lower: the one with 0, and half of each with 1.
    CHECK(*shared->at(0).upper_lower == doctest::Approx((1 + 0.5 + 0.5 - 0.5) / 2));
    CHECK(*shared->at(1).upper_lower == doctest::Approx((1 + 0.5 - 0.5) / 2));
    CHECK(*shared->at(2).upper_lower == doctest::Approx((1 + 0.5) / 2));
    ItemOptions options;
    options.ties = GroupTies::in_order;
    const auto in_order = item_statistics(scores, options);
    CHECK(*in_order->at(0).upper_lower == doctest::Approx((2 - 1) / 2.0));
    CHECK(*in_order->at(1).upper_lower == doctest::Approx((1 - 0) / 2.0));
}

TEST_CASE("items: scores above 1 are set against the highest") {
    const Table scores = Table::of({{0, 4}, {2, 3}, {4, 4}, {2, 1}});
    CHECK(*item_statistics(scores)->at(0).difficulty == doctest::Approx(0.5));
    ItemOptions options;
    options.highest = {8, 4};
    CHECK(*item_statistics(scores, options)->at(0).difficulty == doctest::Approx(0.25));
}

TEST_CASE("items: data that cannot say") {
    const std::optional<double> none;
    CHECK(cronbach_alpha(Table()).error().code == kNoData);
    CHECK(cronbach_alpha(Table(3, 2)).error().code == kNoData);
    CHECK(cronbach_alpha(Table::of({{1}, {2}})).error().code == kOneItem);
    CHECK(cronbach_alpha(Table::of({{1, 2}})).error().code == kOneUnit);
    CHECK(cronbach_alpha(Table::of({{0.1, 0.2}, {0.1, 0.2}, {0.1, 0.2}})).error().code == kNoVariance);
    CHECK(cronbach_alpha(Table::of({{1, 2}, {2, 1}})).error().code == kNoVariance);
    AlphaOptions pairwise;
    pairwise.missing = MissingScores::pairwise;
    CHECK(cronbach_alpha(Table::of({{1, none}, {2, none}, {none, 1}, {none, 3}}), pairwise).error().code == kNoPairs);
    const auto two = cronbach_alpha(Table::of({{1, 2}, {2, 3}, {3, 3}}));
    CHECK(two->if_deleted[0].error().code == kOneItem);
    const auto constant = cronbach_alpha(Table::of({{1, 5, 1}, {2, 5, 3}, {3, 5, 2}}));
    CHECK(constant.ok());
    CHECK(constant->standardized.error().code == kNoVariance);

    CHECK(item_statistics(Table()).error().code == kNoData);
    const auto single = item_statistics(Table::of({{1}, {0}, {1}}));
    CHECK(single->at(0).item_rest.error().code == kOneItem);
    const auto zeros = item_statistics(Table::of({{0, 0}, {0, 0}}));
    CHECK(zeros->at(0).difficulty.error().code == kOneCategory);
    CHECK(zeros->at(0).point_biserial.error().code == kNoVariance);
    CHECK(zeros->at(0).upper_lower.error().code == kOneUnit);
    const auto person = item_statistics(Table::of({{1, 0, 1}}));
    CHECK(person->at(0).point_biserial.error().code == kOneUnit);
    CHECK(*person->at(0).difficulty == 1);
}

TEST_CASE("items: the order of persons does not matter") {
    const auto scores = lsat6();
    Table turned(scores.units(), scores.raters());
    for (std::size_t person = 0; person < scores.units(); ++person) {
        for (std::size_t item = 0; item < scores.raters(); ++item)
            turned.set(scores.units() - 1 - person, item, scores.at(person, item));
    }
    const auto a = item_statistics(scores);
    const auto b = item_statistics(turned);
    for (std::size_t item = 0; item < 5; ++item) {
        CHECK(*a->at(item).upper_lower == doctest::Approx(*b->at(item).upper_lower).epsilon(1e-12));
        CHECK(*a->at(item).item_rest == doctest::Approx(*b->at(item).item_rest).epsilon(1e-12));
    }
}

TEST_CASE("point-biserial from two groups") {
    for (const auto& one : stats_cases({"point_biserial_from_groups"})) {
        const auto& d = one.data();
        const GroupSummary first{d.at("m1"), d.at("sd1"), d.at("n1")};
        const GroupSummary second{d.at("m2"), d.at("sd2"), d.at("n2")};
        const auto weighted = point_biserial(first, second, PointBiserial::weighted);
        one.check("weighted", weighted->estimate);
        check_list(one, "weighted_ci", {weighted->interval->low, weighted->interval->high});
        const auto unweighted = point_biserial(first, second, PointBiserial::unweighted);
        one.check("unweighted", unweighted->estimate);
        check_list(one, "unweighted_ci", {unweighted->interval->low, unweighted->interval->high});
        // statpsych prints these standard errors in a later version.
        CHECK(*weighted->se == doctest::Approx(0.04890959).epsilon(1e-7));
        CHECK(*unweighted->se == doctest::Approx(0.05018596).epsilon(1e-7));
    }
    CHECK(point_biserial({1, 1, 1}, {2, 1, 5}, PointBiserial::weighted).error().code == kOneUnit);
    CHECK(point_biserial({1, 0, 5}, {2, 0, 5}, PointBiserial::weighted).error().code == kNoVariance);
}
