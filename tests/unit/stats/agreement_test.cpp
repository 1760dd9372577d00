#include "stats/agreement.h"

#include <doctest/doctest.h>

#include "base/rng.h"
#include "stats/fleiss.h"
#include "stats/kappa.h"
#include "stats/krippendorff.h"
#include "unit/stats/agreement_cases.h"

using namespace timbang::stats;
using timbang::base::Rng;
using timbang::tests::counts_of;
using timbang::tests::ratings_of;
using timbang::tests::table_of;
using timbang::tests::weights_of;

namespace {

constexpr std::size_t kUnits = 12;
constexpr std::size_t kCategories = 4;

/// Codes that follow a truth more often than not, some missing.
std::vector<int> some_codes(std::uint64_t seed, std::size_t raters, bool gaps) {
    Rng rng(seed);
    std::vector<int> codes;
    for (std::size_t i = 0; i < kUnits; ++i) {
        const auto truth = static_cast<int>(rng.below(kCategories));
        for (std::size_t g = 0; g < raters; ++g) {
            const bool missing = gaps && rng.below(4) == 0;
            const bool right = rng.below(2) == 0;
            const auto other = static_cast<int>(rng.below(kCategories));
            codes.push_back(missing ? kNoRating : right ? truth : other);
        }
    }
    return codes;
}

Ratings made(const std::vector<int>& codes, std::size_t raters, Scale scale = Scale::of_positions(kCategories)) {
    return Ratings::of_codes(std::move(scale), codes.size() / raters, raters, codes).value();
}

std::vector<std::pair<std::string, Defined<Coefficient>>> all_of(const AgreementReport& report) {
    std::vector<std::pair<std::string, Defined<Coefficient>>> all = {
        {"percent", report.percent_agreement}, {"fleiss", report.fleiss_kappa},
        {"conger", report.conger_kappa},       {"brennan_prediger", report.brennan_prediger},
        {"gwet", report.gwet_ac},              {"alpha", report.krippendorff_alpha},
        {"alpha_gwet", report.krippendorff_alpha_gwet}, {"light", report.light_kappa}};
    if (report.cohen_kappa) all.emplace_back("cohen", *report.cohen_kappa);
    if (report.scott_pi) all.emplace_back("scott", *report.scott_pi);
    return all;
}

void check_same(const AgreementReport& one, const AgreementReport& other) {
    const auto left = all_of(one);
    const auto right = all_of(other);
    REQUIRE(left.size() == right.size());
    for (std::size_t i = 0; i < left.size(); ++i) {
        INFO(left[i].first);
        REQUIRE(left[i].second.ok() == right[i].second.ok());
        if (!left[i].second.ok()) continue;
        CHECK(left[i].second->estimate == doctest::Approx(right[i].second->estimate).epsilon(1e-12));
        REQUIRE(left[i].second->se.has_value() == right[i].second->se.has_value());
        if (left[i].second->se) CHECK(*left[i].second->se == doctest::Approx(*right[i].second->se).epsilon(1e-9));
    }
}

void check_finite(const AgreementReport& report) {
    for (const auto& [name, found] : all_of(report)) {
        INFO(name);
        if (!found.ok()) {
            CHECK(found.error().code.rfind("stats.undefined-", 0) == 0);
            continue;
        }
        CHECK(std::isfinite(found->estimate));
        CHECK(found->estimate <= 1 + 1e-12);
        for (const auto value : {found->se, found->p_observed, found->p_expected, found->p_value, found->df}) {
            if (value) CHECK(std::isfinite(*value));
        }
        if (found->interval) {
            CHECK(std::isfinite(found->interval->low));
            CHECK(std::isfinite(found->interval->high));
        }
    }
}

void check_reason(const Ratings& ratings, std::string_view reason) {
    for (const auto& [name, found] :
         all_of(agreement(ratings, weights_of(WeightKind::linear, ratings), Level::ordinal))) {
        INFO(name);
        REQUIRE_FALSE(found.ok());
        CHECK(found.error().code == reason);
    }
}

} // namespace

TEST_CASE("agreement does not depend on the order of raters or units") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        for (const std::size_t raters : {2U, 5U}) {
            const auto codes = some_codes(seed, raters, seed % 2 == 0);
            std::vector<int> raters_turned;
            std::vector<int> units_turned;
            for (std::size_t i = 0; i < kUnits; ++i) {
                for (std::size_t g = 0; g < raters; ++g) {
                    raters_turned.push_back(codes[i * raters + (raters - 1 - g)]);
                    units_turned.push_back(codes[(kUnits - 1 - i) * raters + g]);
                }
            }
            const Ratings plain = made(codes, raters);
            for (const auto kind : {WeightKind::unweighted, WeightKind::quadratic, WeightKind::circular}) {
                const Weights weights = weights_of(kind, plain);
                const auto report = agreement(plain, weights, Level::ordinal);
                check_same(report, agreement(made(raters_turned, raters), weights, Level::ordinal));
                check_same(report, agreement(made(units_turned, raters), weights, Level::ordinal));
            }
        }
    }
}

TEST_CASE("nominal agreement does not depend on the names of categories") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        auto codes = some_codes(seed, 3, true);
        const Ratings plain = made(codes, 3);
        for (int& code : codes) code = code < 0 ? code : (code * 3 + 1) % static_cast<int>(kCategories);
        const Ratings renamed = made(codes, 3, Scale({"d", "a", "c", "b"}));
        const Weights weights = weights_of(WeightKind::unweighted, plain);
        check_same(agreement(plain, weights, Level::nominal), agreement(renamed, weights, Level::nominal));
    }
}

TEST_CASE("perfect agreement is 1 in every coefficient") {
    std::vector<int> codes;
    for (int i = 0; i < 20; ++i) codes.insert(codes.end(), {i % 3, i % 3, i % 7 == 0 ? kNoRating : i % 3});
    const Ratings ratings = made(codes, 3);
    for (const auto level : {Level::nominal, Level::ordinal, Level::interval, Level::ratio}) {
        const auto report = agreement(ratings, weights_of(WeightKind::quadratic, ratings), level);
        for (const auto& [name, found] : all_of(report)) {
            INFO(name);
            REQUIRE(found.ok());
            CHECK(found->estimate == doctest::Approx(1).epsilon(1e-12));
        }
    }
}

TEST_CASE("what cannot be said has its reason") {
    check_reason(Ratings(), kNoData);
    check_reason(made(std::vector<int>(12, kNoRating), 3), kNoData);
    check_reason(made({0, 1, 2, 3}, 1), kOneRater);
    check_reason(made({0, kNoRating, kNoRating, 1, 2, kNoRating}, 2), kNoPairs);
    // All equal: only what does not look at the margins is defined.
    const Ratings equal = made({1, 1, 1, 1, 1, 1}, 2);
    const auto report = agreement(equal, weights_of(WeightKind::unweighted, equal), Level::ordinal);
    for (const auto& [name, found] : all_of(report)) {
        INFO(name);
        if (name == "percent" || name == "brennan_prediger" || name == "gwet") {
            REQUIRE(found.ok());
            CHECK(found->estimate == 1);
        } else {
            REQUIRE_FALSE(found.ok());
            CHECK(found.error().code == kOneCategory);
        }
    }
    const Ratings one_category = made({0, 0, 0, 0}, 2, Scale::of_positions(1));
    CHECK(brennan_prediger(one_category, weights_of(WeightKind::unweighted, one_category)).error().code ==
          kOneCategory);
    CHECK(gwet_ac(one_category, weights_of(WeightKind::unweighted, one_category)).error().code == kOneCategory);
}

TEST_CASE("one unit gives percent agreement without an error and nothing else") {
    const Ratings one = made({0, 1, 0}, 3);
    const auto report = agreement(one, weights_of(WeightKind::unweighted, one), Level::nominal);
    REQUIRE(report.percent_agreement.ok());
    CHECK(report.percent_agreement->estimate == doctest::Approx(1.0 / 3));
    CHECK_FALSE(report.percent_agreement->se);
    for (const auto& [name, found] : all_of(report)) {
        INFO(name);
        if (name != "percent") CHECK_FALSE(found.ok());
        if (name != "percent" && name != "light") CHECK(found.error().code == kOneUnit);
    }
}

TEST_CASE("no data gives a value that is no number") {
    Rng rng(7);
    for (int round = 0; round < 150; ++round) {
        const std::size_t raters = 1 + rng.below(4);
        const std::size_t units = 1 + rng.below(4);
        const std::size_t categories = 1 + rng.below(3);
        std::vector<int> codes;
        for (std::size_t i = 0; i < raters * units; ++i)
            codes.push_back(static_cast<int>(rng.below(categories + 1)) - 1);
        const Ratings ratings = made(codes, raters, Scale::of_positions(categories));
        const auto kind = static_cast<WeightKind>(rng.below(8));
        const auto level = static_cast<Level>(rng.below(4));
        for (const char* name : {"gwet", "fce", "fnl", "irrcac-dist", "irrcac-python", "bootstrap"}) {
            auto chosen = conventions(name).value();
            chosen.resamples = 20;
            chosen.categories = round % 2 == 0 ? Categories::full : Categories::occurring;
            const Ratings used = round % 2 == 0 ? ratings : ratings.with_occurring();
            check_finite(agreement(ratings, weights_of(kind, used), level, chosen));
        }
    }
}

TEST_CASE("counts and codes of the same ratings agree where raters do not matter") {
    const auto codes = some_codes(3, 4, true);
    std::vector<std::vector<double>> counts(kUnits, std::vector<double>(kCategories, 0));
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] >= 0) counts[i / 4][static_cast<std::size_t>(codes[i])] += 1;
    }
    const Ratings by_code = made(codes, 4);
    const Ratings by_count = counts_of(counts);
    const Weights weights = weights_of(WeightKind::linear, by_code);
    const auto one = agreement(by_code, weights, Level::ordinal);
    const auto other = agreement(by_count, weights, Level::ordinal);
    CHECK(one.fleiss_kappa->estimate == other.fleiss_kappa->estimate);
    CHECK(*one.fleiss_kappa->se == *other.fleiss_kappa->se);
    CHECK(one.krippendorff_alpha->estimate == other.krippendorff_alpha->estimate);
    CHECK(one.gwet_ac->estimate == other.gwet_ac->estimate);
    CHECK(other.conger_kappa.error().code == kRatersUnknown);
    CHECK(other.light_kappa.error().code == kRatersUnknown);
}

TEST_CASE("a table and the ratings it counts agree, but for the divisor of the error") {
    const Ratings table = table_of({{9, 2, 1}, {3, 8, 0}, {0, 4, 5}});
    std::vector<int> codes;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::uint64_t i = 0; i < table.frequency(row); ++i) {
            codes.insert(codes.end(), {table.code(row, 0), table.code(row, 1)});
        }
    }
    const Ratings listed = made(codes, 2, Scale::of_positions(3));
    const Weights weights = Weights::own(3, std::vector<double>{1, .5, .2, .6, 1, .4, 0, .7, 1}).value();
    for (const auto divisor : {Divisor::units, Divisor::units_minus_one}) {
        Conventions chosen;
        chosen.divisor = divisor;
        check_same(agreement(table, weights, Level::ordinal, chosen),
                   agreement(listed, weights, Level::ordinal, chosen));
    }
    const double n = static_cast<double>(table.units());
    const double by_table = *percent_agreement(table, weights)->se;
    CHECK(*percent_agreement(listed, weights)->se == doctest::Approx(by_table * std::sqrt(n / (n - 1))));
}

TEST_CASE("asymmetric weights keep the direction of two raters") {
    const Ratings table = table_of({{0, 10}, {0, 10}});
    const Weights weights = Weights::own(2, std::vector<double>{1, 0.25, 0.75, 1}).value();
    CHECK(percent_agreement(table, weights)->estimate == doctest::Approx(0.625));
}

TEST_CASE("the scale of weights is the full one unless asked otherwise") {
    const Ratings ratings = ratings_of({{1, 1}, {2, 3}, {5, 5}, {1, 2}, {3, 3}, {5, 3}}, Scale::of_positions(10));
    const Weights full = weights_of(WeightKind::quadratic, ratings);
    Conventions chosen;
    chosen.categories = Categories::occurring;
    const Weights occurring = weights_of(WeightKind::quadratic, ratings.with_occurring());
    const auto wide = agreement(ratings, full, Level::nominal);
    const auto narrow = agreement(ratings, occurring, Level::nominal, chosen);
    CHECK(wide.scale.size() == 10);
    CHECK(narrow.scale.size() == 4);
    CHECK((*wide.cohen_kappa)->estimate != doctest::Approx((*narrow.cohen_kappa)->estimate));
    CHECK(wide.brennan_prediger->estimate > narrow.brennan_prediger->estimate);
}

TEST_CASE("the report counts what it used") {
    const auto report =
        agreement(made({0, 1, kNoRating, kNoRating, kNoRating, kNoRating, 2, kNoRating, kNoRating, 1, 1, 1}, 3),
                  Weights::make(WeightKind::unweighted, Scale::of_positions(kCategories)).value(), Level::nominal);
    CHECK(report.units == 3);
    CHECK(report.paired_units == 2);
    CHECK(report.raters == 3);
    CHECK(report.ratings == 6);
    CHECK_FALSE(report.cohen_kappa);
    CHECK_FALSE(report.scott_pi);
}
