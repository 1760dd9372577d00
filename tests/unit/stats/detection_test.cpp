#include "stats/detection.h"

#include <doctest/doctest.h>

#include "stats/distributions.h"
#include "support/stats_tables.h"

using namespace timbang::stats;
using namespace timbang::tests;

namespace {

DetectionCounts counts_of(const nlohmann::json& data) {
    const auto number = [&](const char* key) { return data.at(key).get<std::uint64_t>(); };
    if (data.contains("misses")) {
        return {number("hits"), number("misses"), number("false_alarms"), number("correct_rejections")};
    }
    return {number("hits"), number("signal_trials") - number("hits"), number("false_alarms"),
            number("noise_trials") - number("false_alarms")};
}

Detection with(const DetectionCounts& counts, RateCorrection correction) {
    return detection(counts, {correction, 0.95});
}

} // namespace

TEST_CASE("detection equals the textbook and statpsych") {
    for (const auto& one : stats_cases({"dprime"})) {
        const bool none = one.options().at("correction") == "none";
        const auto result = with(counts_of(one.data()), none ? RateCorrection::None : RateCorrection::LogLinear);
        REQUIRE(result.d_prime);
        const std::pair<const char*, double> found[] = {
            {"H", result.hit_rate->estimate}, {"F", result.false_alarm_rate->estimate},
            {"hit_rate", result.hit_rate->estimate}, {"false_alarm_rate", result.false_alarm_rate->estimate},
            {"d_prime", result.d_prime->estimate}, {"criterion_c", result.criterion->estimate},
            {"threshold", *result.threshold}, {"beta", *result.beta}, {"ln_beta", *result.ln_beta},
            {"A_prime", *result.a_prime}};
        std::size_t seen = 0;
        for (const auto& [key, value] : found) {
            if (!one.has(key)) continue;
            one.check(key, value);
            ++seen;
        }
        CHECK_MESSAGE(seen == one.expected().size(), one.id(), ": every expected key is compared");
    }
}

TEST_CASE("who says it always, never or always rightly still has numbers by the log-linear rule") {
    const DetectionCounts ends[] = {{10, 0, 0, 10}, {0, 10, 0, 10}, {10, 0, 10, 0}, {1, 0, 0, 1}};
    for (const auto& counts : ends) {
        const auto result = detection(counts);
        REQUIRE(result.d_prime);
        CHECK(std::isfinite(result.d_prime->estimate + *result.d_prime->se));
        CHECK(std::isfinite(result.criterion->estimate + *result.beta));
        CHECK(result.hit_rate->interval->low >= 0);
        CHECK(result.hit_rate->interval->high <= 1);
    }
    CHECK(detection({10, 0, 0, 10}).d_prime->estimate == doctest::Approx(2 * normal_quantile(10.5 / 11)));
    CHECK(detection({0, 10, 0, 10}).d_prime->estimate == doctest::Approx(0));
    CHECK(detection({0, 10, 0, 10}).criterion->estimate > 0);
    CHECK(detection({10, 0, 10, 0}).criterion->estimate < 0);
}

TEST_CASE("the corrections differ only where they should") {
    const DetectionCounts inner{8, 2, 3, 7}, ends{10, 0, 3, 7};
    const double plain = with(inner, RateCorrection::None).d_prime->estimate;
    CHECK(with(inner, RateCorrection::LogLinearAtEnds).d_prime->estimate == plain);
    CHECK(with(inner, RateCorrection::HalfTrial).d_prime->estimate == plain);
    CHECK(detection(inner).d_prime->estimate < plain);
    CHECK(with(ends, RateCorrection::LogLinearAtEnds).d_prime->estimate == detection(ends).d_prime->estimate);
    CHECK(with(ends, RateCorrection::HalfTrial).hit_rate->estimate == doctest::Approx(0.95));
    const auto none = with(ends, RateCorrection::None);
    CHECK(none.hit_rate->estimate == 1);
    CHECK(none.d_prime.error().code == kExtremeRate);
    CHECK(none.beta.error().code == kExtremeRate);
    CHECK(*none.a_prime > 0.5);
    CHECK(*none.threshold == doctest::Approx(-normal_quantile(0.3)));
}

TEST_CASE("exchanging signal and noise turns d' and keeps the criterion") {
    const auto one = detection({15, 5, 6, 14}), turned = detection({6, 14, 15, 5});
    CHECK(turned.d_prime->estimate == doctest::Approx(-one.d_prime->estimate));
    CHECK(turned.criterion->estimate == doctest::Approx(one.criterion->estimate));
    CHECK(*turned.a_prime == doctest::Approx(1 - *one.a_prime));
}

TEST_CASE("the interval of d' holds the true value about as often as it says") {
    Numbers numbers(3);
    int held = 0;
    for (int sample = 0; sample < 400; ++sample) {
        DetectionCounts counts;
        for (int i = 0; i < 60; ++i) {
            const bool signal = numbers.normal() + 1.2 > 0.5, noise = numbers.normal() > 0.5;
            ++(signal ? counts.hits : counts.misses);
            ++(noise ? counts.false_alarms : counts.correct_rejections);
        }
        const auto found = *detection(counts).d_prime->interval;
        held += found.low <= 1.2 && 1.2 <= found.high ? 1 : 0;
    }
    CHECK(held / 400.0 == doctest::Approx(0.95).epsilon(0.03));
}

TEST_CASE("without signal or noise there is no d'") {
    const auto no_signal = detection({0, 0, 2, 5});
    CHECK(no_signal.hit_rate.error().code == kNoSignal);
    CHECK(no_signal.false_alarm_rate.ok());
    CHECK(no_signal.d_prime.error().code == kNoSignal);
    const auto no_noise = detection({3, 2, 0, 0});
    CHECK(no_noise.hit_rate.ok());
    CHECK(no_noise.false_alarm_rate.error().code == kNoNoise);
    CHECK(no_noise.a_prime.error().code == kNoNoise);
    CHECK(no_noise.threshold.error().code == kNoNoise);
}

TEST_CASE("findings need no count of what was rightly left alone") {
    const auto result = findings(6, 2, 3);
    CHECK(result.recall->estimate == 0.75);
    CHECK(result.precision->estimate == doctest::Approx(2.0 / 3));
    CHECK(*result.f1 == doctest::Approx(2 * 0.75 * (2.0 / 3) / (0.75 + 2.0 / 3)));
    // Wilson's interval of 6 of 8, printed by many calculators.
    CHECK(result.recall->interval->low == doctest::Approx(0.4093).epsilon(1e-3));
    CHECK(result.recall->interval->high == doctest::Approx(0.9285).epsilon(1e-3));
    const auto silent = findings(0, 4, 0);
    CHECK(silent.recall->estimate == 0);
    CHECK(silent.precision.error().code == kNothingSaid);
    CHECK(*silent.f1 == 0);
    CHECK(findings(0, 0, 0).f1.error().code == kNoData);
    CHECK(findings(0, 0, 2).recall.error().code == kNoSignal);
}
