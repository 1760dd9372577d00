#include "stats/bootstrap.h"

#include <doctest/doctest.h>

#include "base/rng.h"
#include "stats/agreement.h"
#include "stats/bootstrap_units.h"
#include "stats/krippendorff.h"
#include "unit/stats/agreement_cases.h"

using namespace timbang::stats;
using timbang::base::Rng;
using timbang::tests::ratings_of;
using timbang::tests::table_of;
using timbang::tests::weights_of;

namespace {

/// Four raters who follow a truth of five steps three times in five, otherwise guess; a fifth of the ratings missing.
Ratings simulated(Rng& rng, std::size_t units) {
    std::vector<int> codes;
    for (std::size_t i = 0; i < units; ++i) {
        const auto truth = static_cast<int>(rng.below(5));
        for (int g = 0; g < 4; ++g) {
            const bool right = rng.below(5) < 3;
            const auto other = static_cast<int>(rng.below(5));
            codes.push_back(rng.below(5) == 0 ? kNoRating : right ? truth : other);
        }
    }
    return Ratings::of_codes(Scale::of_positions(5), units, 4, codes).value();
}

Conventions drawing(std::uint32_t resamples, std::uint64_t seed) {
    auto made = conventions("bootstrap").value();
    made.resamples = resamples;
    made.seed = seed;
    return made;
}

} // namespace

TEST_CASE("the same seed draws the same, another seed something else") {
    Rng rng(5);
    const Ratings ratings = simulated(rng, 40);
    const auto one = bootstrap_alpha(ratings, Level::ordinal, drawing(200, 9)).value();
    const auto same = bootstrap_alpha(ratings, Level::ordinal, drawing(200, 9)).value();
    const auto other = bootstrap_alpha(ratings, Level::ordinal, drawing(200, 10)).value();
    CHECK(one.se == same.se);
    CHECK(one.interval.low == same.interval.low);
    CHECK(one.interval.high == same.interval.high);
    CHECK(one.se != other.se);
    CHECK(one.used == 200);
}

TEST_CASE("resampling few and many categories gives the alpha of the drawn units") {
    // Above ten categories alpha goes another way; joining neighbours of a nominal scale keeps the data comparable.
    Rng rng(6);
    std::vector<int> codes;
    for (int i = 0; i < 200; ++i) codes.push_back(static_cast<int>(rng.below(5)));
    const auto few = Ratings::of_codes(Scale::of_positions(5), 50, 4, codes).value();
    for (int i = 0; i < 40; ++i) codes.push_back(5 + i % 20 / 2);
    const auto many = Ratings::of_codes(Scale::of_positions(15), 60, 4, codes).value();
    for (const auto level : {Level::nominal, Level::ordinal, Level::interval, Level::ratio}) {
        for (const Ratings& ratings : {few, many}) {
            const auto drawn = bootstrap_alpha(ratings, level, drawing(400, 3)).value();
            const auto alpha = krippendorff_alpha(ratings, level);
            CHECK(drawn.interval.low < alpha->estimate);
            CHECK(drawn.interval.high > alpha->estimate);
            CHECK(drawn.se == doctest::Approx(*alpha->se).epsilon(0.3));
        }
    }
}

TEST_CASE("a table is resampled like the units it counts") {
    const Ratings table = table_of({{30, 10, 2}, {5, 40, 8}, {1, 6, 25}});
    std::vector<int> codes;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        for (std::uint64_t i = 0; i < table.frequency(row); ++i) {
            codes.insert(codes.end(), {table.code(row, 0), table.code(row, 1)});
        }
    }
    const auto listed = Ratings::of_codes(table.scale(), codes.size() / 2, 2, codes).value();
    const auto by_table = bootstrap_alpha(table, Level::ordinal, drawing(1500, 1)).value();
    const auto by_list = bootstrap_alpha(listed, Level::ordinal, drawing(1500, 2)).value();
    CHECK(by_table.se == doctest::Approx(by_list.se).epsilon(0.08));
    CHECK(by_table.interval.low == doctest::Approx(by_list.interval.low).epsilon(0.03));
    CHECK(by_table.interval.high == doctest::Approx(by_list.interval.high).epsilon(0.03));
    // A hundred times as many units: a tenth of the error.
    const Ratings larger = table_of({{3000, 1000, 200}, {500, 4000, 800}, {100, 600, 2500}});
    CHECK(bootstrap_alpha(larger, Level::ordinal, drawing(1500, 1))->se ==
          doctest::Approx(by_list.se / 10).epsilon(0.08));
}

TEST_CASE("every coefficient can be resampled") {
    Rng rng(8);
    const Ratings ratings = simulated(rng, 80);
    const Weights weights = weights_of(WeightKind::linear, ratings);
    const auto drawn = agreement(ratings, weights, Level::ordinal, drawing(300, 4));
    const auto plain = agreement(ratings, weights, Level::ordinal);
    const auto near = [](const Defined<Coefficient>& one, const Defined<Coefficient>& other) {
        REQUIRE(one.ok());
        CHECK(one->estimate == other->estimate);
        CHECK(*one->se == doctest::Approx(*other->se).epsilon(0.25));
        CHECK_FALSE(one->p_value);
        CHECK_FALSE(one->df);
    };
    near(drawn.percent_agreement, plain.percent_agreement);
    near(drawn.fleiss_kappa, plain.fleiss_kappa);
    near(drawn.conger_kappa, plain.conger_kappa);
    near(drawn.brennan_prediger, plain.brennan_prediger);
    near(drawn.gwet_ac, plain.gwet_ac);
    near(drawn.krippendorff_alpha, plain.krippendorff_alpha);
    near(drawn.krippendorff_alpha_gwet, plain.krippendorff_alpha_gwet);
    CHECK(drawn.light_kappa->se);
    CHECK_FALSE(plain.light_kappa->se);
    const Ratings pair = ratings.pair(0, 1);
    const auto two = agreement(pair, weights, Level::ordinal, drawing(300, 4));
    near(*two.cohen_kappa, *agreement(pair, weights, Level::ordinal).cohen_kappa);
    near(*two.scott_pi, *agreement(pair, weights, Level::ordinal).scott_pi);
}

TEST_CASE("the interval covers the true alpha about as often as it says") {
    // The true value of this simulation is alpha of very many units.
    Rng rng(2024);
    const double truth = krippendorff_value(simulated(rng, 20000), Level::ordinal).value();
    int by_resampling = 0;
    int by_formula = 0;
    constexpr int kRounds = 200;
    for (int round = 0; round < kRounds; ++round) {
        const Ratings ratings = simulated(rng, 40);
        const auto drawn =
            bootstrap_alpha(ratings, Level::ordinal, drawing(200, static_cast<std::uint64_t>(round))).value();
        by_resampling += drawn.interval.low <= truth && truth <= drawn.interval.high ? 1 : 0;
        const auto alpha = krippendorff_alpha(ratings, Level::ordinal);
        by_formula += alpha->interval->low <= truth && truth <= alpha->interval->high ? 1 : 0;
    }
    // 95 % of 200 is 190; chance alone stays within ± 10 in 999 of 1,000 such tests, small samples cost a little.
    CHECK(by_resampling >= 176);
    CHECK(by_resampling <= 199);
    CHECK(by_formula >= 176);
    CHECK(by_formula <= 199);
}

TEST_CASE("resamples without a value are left out and counted") {
    const Ratings ratings = ratings_of({{1, 1}, {1, 1}, {1, 2}});
    const auto drawn = bootstrap_alpha(ratings, Level::nominal, drawing(500, 1)).value();
    CHECK(drawn.undefined > 0);
    CHECK(drawn.used + drawn.undefined == 500);
    CHECK(std::isfinite(drawn.se));
}

TEST_CASE("binomial draws have the mean and spread that they should") {
    Rng rng(11);
    const std::vector<std::pair<std::uint64_t, double>> cases = {
        {1, 0.3}, {40, 0.1}, {40, 0.9}, {100, 0.5}, {100000, 0.00002}, {1000000, 0.25}, {1000000, 0.999}};
    for (const auto& [trials, p] : cases) {
        constexpr int kDraws = 4000;
        const auto n = static_cast<double>(trials);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < kDraws; ++i) {
            const auto found = static_cast<double>(binomial(rng, trials, p)) - n * p;
            sum += found;
            squares += found * found;
        }
        const double variance = n * p * (1 - p);
        INFO(trials, " ", p);
        CHECK(std::abs(sum / kDraws) < 4 * std::sqrt(variance / kDraws));
        CHECK(squares / kDraws == doctest::Approx(variance).epsilon(0.12));
    }
    CHECK(binomial(rng, 5, 0) == 0);
    CHECK(binomial(rng, 5, 1) == 5);
    CHECK(binomial(rng, 0, 0.5) == 0);
}

TEST_CASE("units are drawn as often as there are, each about equally") {
    for (const std::vector<double>& times : {std::vector<double>{1, 1, 1, 1}, {3, 0, 1, 4}, {5000, 1, 0, 20000}}) {
        UnitSampler sampler(times, 3);
        std::vector<double> sum(4, 0.0);
        std::vector<double> drawn(4);
        double all = 0;
        for (const double time : times) all += time;
        for (int i = 0; i < 2000; ++i) {
            sampler.draw(drawn);
            double total = 0;
            for (std::size_t k = 0; k < 4; ++k) {
                total += drawn[k];
                sum[k] += drawn[k];
            }
            REQUIRE(total == all);
        }
        for (std::size_t k = 0; k < 4; ++k)
            CHECK(std::abs(sum[k] / 2000 - times[k]) <= 4 * std::sqrt(times[k] / 2000) + 1e-9);
    }
}

TEST_CASE("what has no alpha cannot be resampled") {
    CHECK(bootstrap_alpha(Ratings(), Level::nominal, drawing(10, 1)).error().code == kNoData);
    CHECK(bootstrap_alpha(ratings_of({{1, 1}, {1, 1}}), Level::nominal, drawing(10, 1)).error().code == kOneCategory);
    CHECK(bootstrap_alpha(ratings_of(timbang::tests::Cells{{1, 2}}), Level::nominal, drawing(10, 1)).error().code ==
          kOneUnit);
    CHECK_FALSE(bootstrap_alpha(ratings_of({{1, 2}, {1, 1}}), Level::nominal, drawing(1, 1)).ok());
}
