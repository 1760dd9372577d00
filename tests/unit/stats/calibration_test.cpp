#include "stats/calibration.h"

#include <doctest/doctest.h>

#include "support/stats_tables.h"

using namespace timbang::stats;
using namespace timbang::tests;

namespace {

struct Forecasts {
    std::vector<double> p;
    std::vector<std::uint8_t> y;
};

Forecasts forecasts_of(const nlohmann::json& data) {
    return {data.at("p").get<std::vector<double>>(), data.at("y").get<std::vector<std::uint8_t>>()};
}

/// Probabilities in steps of a tenth that come true as often as they say, or more towards the ends by `bend`.
Forecasts random_forecasts(std::size_t n, std::uint64_t seed, double bend = 0) {
    Numbers numbers(seed);
    Forecasts result;
    for (std::size_t i = 0; i < n; ++i) {
        const double p = std::round(10 * numbers.next()) / 10;
        result.p.push_back(p);
        result.y.push_back(numbers.next() < p + bend * (0.5 - p) ? 1 : 0);
    }
    return result;
}

double error_by(const Calibration& found, const std::string& norm) {
    return norm == "l1" ? found.ece : (norm == "l2" ? found.rmsce : found.mce);
}

} // namespace

TEST_CASE("the Brier score equals scikit-learn's") {
    for (const auto& one : stats_cases({"brier_score"})) {
        const auto f = forecasts_of(one.data());
        one.check("brier", brier_score(f.p, f.y)->estimate);
    }
}

TEST_CASE("Murphy's parts equal the exact fractions") {
    for (const auto& one : stats_cases({"brier_murphy"})) {
        std::vector<ProbabilityClass> classes;
        for (const auto& c : one.data().at("classes")) classes.push_back({c.at("p"), c.at("n"), c.at("events")});
        const auto result = murphy(classes);
        REQUIRE(result);
        one.check("brier", result->brier);
        one.check("reliability", result->reliability);
        one.check("resolution", result->resolution);
        one.check("uncertainty", result->uncertainty);
        one.check("base_rate", result->base_rate);
        one.check("ece_by_class", result->ece_by_class);
        one.check("mce_by_class", result->mce_by_class);
        one.check("brier_skill_score", *result->skill);
        CHECK(one.expected().size() == 8);
    }
}

TEST_CASE("calibration errors equal torchmetrics'") {
    for (const auto& one : stats_cases({"calibration_error"})) {
        const auto f = forecasts_of(one.data());
        CalibrationOptions options;
        options.bins = one.options().at("n_bins");
        one.check("ce", error_by(*calibration(f.p, f.y, options), one.options().at("norm")));
    }
    // The third norm of the same page of documentation.
    const Forecasts f{{0.25, 0.25, 0.55, 0.75, 0.75}, {0, 0, 1, 1, 1}};
    CHECK(calibration(f.p, f.y, {2, Binning::EqualWidth, 0.95})->rmsce == doctest::Approx(0.2918).epsilon(2e-4));
}

TEST_CASE("the logarithmic loss equals scikit-learn's, also at 0 and 1") {
    for (const auto& one : stats_cases({"log_loss"})) {
        const auto f = forecasts_of(one.data());
        one.check("log_loss", log_loss(f.p, f.y)->estimate);
    }
    const std::vector<double> wrong{1};
    const std::vector<std::uint8_t> no{0};
    CHECK(log_loss(wrong, no)->estimate == doctest::Approx(36.04365338911715));
    CHECK(log_loss(wrong, no, LogClip::Fixed)->estimate == doctest::Approx(34.538776394910684).epsilon(1e-3));
}

TEST_CASE("the confidence summary equals its case") {
    for (const auto& one : stats_cases({"confidence_calibration"})) {
        const auto f = forecasts_of(one.data());
        const auto result = confidence_summary(f.p, f.y);
        REQUIRE(result);
        one.check("mean_confidence", result->mean_confidence);
        one.check("accuracy", result->accuracy.estimate);
        one.check("over_confidence", result->over_confidence.estimate);
        one.check("brier", result->brier);
        one.check("resolution_gap", result->resolution_gap->estimate);
        CHECK(one.expected().size() == 5);
        CHECK(result->over_confidence.interval->low < 0);
        CHECK(result->over_confidence.interval->high > 0);
        CHECK(result->resolution_gap->interval->low < result->resolution_gap->estimate);
    }
}

TEST_CASE("Murphy's parts add up to the Brier score") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto f = random_forecasts(200, seed, 0.3);
        const auto parts = murphy(*probability_classes(f.p, f.y));
        CHECK(parts->brier == doctest::Approx(brier_score(f.p, f.y)->estimate));
        CHECK(parts->brier == doctest::Approx(parts->reliability - parts->resolution + parts->uncertainty));
        CHECK(*parts->skill == doctest::Approx((parts->resolution - parts->reliability) / parts->uncertainty));
    }
}

TEST_CASE("order does not matter, and calling everything its opposite changes nothing") {
    auto f = random_forecasts(100, 9, 0.2);
    Forecasts turned, opposite = f;
    turned.p.assign(f.p.rbegin(), f.p.rend());
    turned.y.assign(f.y.rbegin(), f.y.rend());
    for (auto& p : opposite.p) p = 1 - p;
    for (auto& y : opposite.y) y = y == 0 ? 1 : 0;
    for (const auto& other : {turned, opposite}) {
        CHECK(brier_score(other.p, other.y)->estimate == doctest::Approx(brier_score(f.p, f.y)->estimate));
        CHECK(log_loss(other.p, other.y)->estimate == doctest::Approx(log_loss(f.p, f.y)->estimate));
        CHECK(murphy(*probability_classes(other.p, other.y))->resolution ==
              doctest::Approx(murphy(*probability_classes(f.p, f.y))->resolution));
    }
    CHECK(calibration(turned.p, turned.y)->ece == doctest::Approx(calibration(f.p, f.y)->ece));
}

TEST_CASE("a limit belongs to the lower bin, and 0 to the first") {
    for (int bins = 1; bins <= 100; ++bins) {
        for (int k = 0; k <= bins; ++k) {
            const std::vector<double> p{static_cast<double>(k) / bins};
            const std::vector<std::uint8_t> y{1};
            const auto result = calibration(p, y, {bins, Binning::EqualWidth, 0.95});
            const auto expected = static_cast<std::size_t>(k == 0 ? 0 : k - 1);
            REQUIRE(result->bins.size() == static_cast<std::size_t>(bins));
            CHECK(result->bins[expected].n == 1);
        }
    }
}

TEST_CASE("bins of equal count never divide equal probabilities") {
    const Forecasts f{{0.1, 0.1, 0.1, 0.1, 0.4, 0.6, 0.8, 0.9}, {0, 0, 0, 1, 0, 1, 1, 1}};
    const auto result = calibration(f.p, f.y, {4, Binning::EqualCount, 0.95});
    REQUIRE(result->bins.size() == 3);
    CHECK(result->bins[0].n == 4);
    CHECK(result->bins[0].high == 0.1);
    CHECK(result->bins[1].n == 2);
    CHECK(result->bins[1].low == 0.4);
    CHECK(result->bins[2].mean_p == doctest::Approx(0.85));
    CHECK(result->bins[2].rate->estimate == 1);
}

TEST_CASE("honest forecasts are calibrated and exaggerated ones are not") {
    const auto honest = random_forecasts(20000, 1), bold = random_forecasts(20000, 2, 0.5);
    CHECK(calibration(honest.p, honest.y)->ece < 0.02);
    CHECK(calibration(bold.p, bold.y)->ece > 0.1);
    CHECK(murphy(*probability_classes(honest.p, honest.y))->reliability < 0.001);
    const auto summary = confidence_summary(honest.p, honest.y);
    CHECK(std::abs(summary->over_confidence.estimate) < 0.02);
    CHECK(summary->resolution_gap->estimate > 0.2);
}

TEST_CASE("what cannot be computed has its reason") {
    CHECK(brier_score({}, {}).error().code == kNoData);
    CHECK(murphy({}).error().code == kNoData);
    CHECK(calibration({}, {}).error().code == kNoData);
    const std::vector<std::uint8_t> y{1, 1, 1};
    for (const double bad : {1.01, -0.1, std::nan("")}) {
        const auto result = log_loss(std::vector<double>{0.5, bad, 0.1}, y);
        CHECK(result.error().code == kNotProbability);
        CHECK(std::get<std::int64_t>(result.error().args.at(0).second) == 2);
    }
    const std::vector<double> p{0.2, 0.4, 1};
    CHECK(murphy(*probability_classes(p, y))->skill.error().code == kNoVariance);
    CHECK(confidence_summary(p, y)->resolution_gap.error().code == kNoVariance);
    const auto one = brier_score(std::vector<double>{0.4}, std::vector<std::uint8_t>{1});
    CHECK_FALSE(one->se);
    CHECK_FALSE(one->interval);
    CHECK(calibration(p, y)->bins[5].rate.error().code == kNoData);
}
