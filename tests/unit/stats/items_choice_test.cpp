#include "stats/items_choice.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <doctest/doctest.h>

#include "support/stats_cases.h"

using namespace timbang;
using namespace timbang::stats;
using timbang::tests::stats_cases;

TEST_CASE("options: TAM's table of 143 examinees") {
    const std::vector<std::string> names = {"8", "9", "A", "B", "C", "D"};
    for (const auto& one : stats_cases({"distractor_analysis"})) {
        Choices choices;
        for (const auto& row : one.data().at("matrix")) {
            ++choices.persons;
            choices.items = row.size();
            for (const auto& cell : row) {
                const auto name =
                    cell.is_null() ? names.end() : std::find(names.begin(), names.end(), cell.get<std::string>());
                choices.option.push_back(name == names.end() ? kNoChoice : static_cast<int>(name - names.begin()));
            }
        }
        const std::vector<double> totals = one.data().at("total_score");
        std::size_t compared = 0;
        for (std::size_t item = 0; item < choices.items; ++item) {
            const auto options = option_statistics(choices, item, totals);
            REQUIRE(options.ok());
            const auto& wanted = one.expected().at("item" + std::to_string(item + 1));
            for (std::size_t o = 0; o < names.size(); ++o) {
                INFO(item, names[o]);
                const bool listed = wanted.contains(names[o]);
                if (o >= options->size() || options->at(o).count == 0) {
                    CHECK_FALSE(listed);
                    continue;
                }
                REQUIRE(listed);
                const auto& row = wanted.at(names[o]);
                const double tolerance = one.tolerance("*");
                CHECK(options->at(o).count == row.at("n").get<std::size_t>());
                CHECK(std::abs(options->at(o).share - row.at("p").get<double>()) <= tolerance);
                CHECK(std::abs(*options->at(o).point_biserial - row.at("rpb").get<double>()) <= tolerance);
                CHECK(std::abs(*options->at(o).mean_total - row.at("mean_total").get<double>()) <= tolerance);
                ++compared;
            }
        }
        CHECK(compared > 25);
    }
}

TEST_CASE("options: number right, and an item nobody saw") {
    const Choices choices{3, 2, {0, kNoChoice, 1, kNoChoice, 0, kNoChoice}};
    const std::vector<int> key = {0, 1};
    CHECK(number_right(choices, key) == std::vector<double>{1, 0, 1});
    const std::vector<double> totals = {1, 0, 1};
    CHECK(option_statistics(choices, 1, totals).error().code == kNoData);
    CHECK(*option_statistics(choices, 0, totals)->at(0).point_biserial == doctest::Approx(1));
}

TEST_CASE("options: an option that all or nobody chose has no correlation") {
    const Choices choices{2, 1, {1, 1}};
    const std::vector<double> totals = {1, 2};
    const auto options = option_statistics(choices, 0, totals);
    CHECK(options->at(0).count == 0);
    CHECK(options->at(0).mean_total.error().code == kNoData);
    CHECK(options->at(0).point_biserial.error().code == kNoVariance);
    CHECK(options->at(1).point_biserial.error().code == kNoVariance);
}

namespace {

bool flagged(const ItemEvidence& item, ItemFlag flag) {
    const auto flags = item_flags(item);
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

OptionStatistics option(std::size_t count, double point_biserial, double mean_total) {
    OptionStatistics one;
    one.count = count;
    one.point_biserial = point_biserial;
    one.mean_total = mean_total;
    return one;
}

} // namespace

TEST_CASE("flags: easy, hard, and too few answers to say") {
    ItemEvidence item;
    item.answers = 10;
    item.difficulty = 0.95;
    CHECK(item_flags(item) == std::vector{ItemFlag::too_easy});
    item.difficulty = 0.2;
    CHECK(item_flags(item) == std::vector{ItemFlag::too_hard});
    item.difficulty = 0.6;
    CHECK(item_flags(item).empty());
    item.answers = 9;
    item.difficulty = 1;
    CHECK(item_flags(item).empty());
    CHECK(item_flags({}).empty());
}

TEST_CASE("flags: a suspected wrong key") {
    ItemEvidence item;
    item.answers = 30;
    SUBCASE("those who do well elsewhere miss it") {
        item.item_rest = -0.2;
        CHECK(flagged(item, ItemFlag::suspected_wrong_key));
        item.item_rest = -0.05;
        CHECK_FALSE(flagged(item, ItemFlag::suspected_wrong_key));
    }
    SUBCASE("another option is chosen by those with high totals") {
        item.key = 0;
        item.options = {option(15, -0.1, 9), option(12, 0.3, 14), option(3, 0.4, 15)};
        CHECK(flagged(item, ItemFlag::suspected_wrong_key));
        item.key = 1;
        CHECK_FALSE(flagged(item, ItemFlag::suspected_wrong_key)); // option 2 has too few choosers
    }
}

TEST_CASE("flags: experts who do not agree") {
    ItemEvidence item;
    item.experts = {3, 1};
    CHECK_FALSE(flagged(item, ItemFlag::splits_experts)); // exactly the consensus of three quarters
    item.experts = {2, 1, 1};
    CHECK(flagged(item, ItemFlag::splits_experts));
    item.experts = {1, 1};
    CHECK_FALSE(flagged(item, ItemFlag::splits_experts)); // two experts are too few
}

TEST_CASE("flags: only the lenient miss it") {
    ItemEvidence item;
    for (int i = 0; i < 12; ++i)
        item.persons.push_back({i < 4 ? 0.8 : -0.1, i < 3});
    CHECK(flagged(item, ItemFlag::only_lenient_miss));
    SUBCASE("not if the others miss it too") {
        item.persons[8].missed = true;
        item.persons[9].missed = true;
        CHECK_FALSE(flagged(item, ItemFlag::only_lenient_miss));
    }
    SUBCASE("not if nobody is lenient") {
        for (auto& person : item.persons)
            person.leniency = -0.2;
        CHECK_FALSE(flagged(item, ItemFlag::only_lenient_miss));
    }
    SUBCASE("not if everyone is") {
        for (auto& person : item.persons)
            person.leniency = 0.5;
        CHECK_FALSE(flagged(item, ItemFlag::only_lenient_miss));
    }
    SUBCASE("not with two misses") {
        item.persons[0].missed = false;
        CHECK_FALSE(flagged(item, ItemFlag::only_lenient_miss));
    }
}
