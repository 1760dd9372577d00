#include "stats/detection_auc.h"

#include <vector>

#include <doctest/doctest.h>

#include "support/stats_tables.h"

using namespace timbang::stats;
using namespace timbang::tests;

namespace {

struct Sample {
    std::vector<std::uint8_t> outcomes;
    std::vector<double> first, second;
};

/// Scores rounded to steps, so that there are ties.
Sample sample(std::uint64_t seed, std::size_t n, double steps = 2) {
    Numbers numbers(seed);
    Sample result;
    for (std::size_t i = 0; i < n; ++i) {
        const bool positive = i % 3 == 0;
        const double shared = numbers.normal() + (positive ? 1 : 0);
        result.outcomes.push_back(positive ? 1 : 0);
        result.first.push_back(std::round(steps * (shared + 0.6 * numbers.normal())) / steps);
        result.second.push_back(std::round(steps * (shared + 1.2 * numbers.normal())) / steps);
    }
    return result;
}

double ordered(double high, double low) { return high > low ? 1 : (high == low ? 0.5 : 0); }

/// The components straight from their definition, pair by pair; of one kind of unit.
std::vector<double> components(const Sample& s, const std::vector<double>& scores, std::uint8_t kind) {
    std::vector<double> result;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (s.outcomes[i] != kind) continue;
        double sum = 0, n = 0;
        for (std::size_t j = 0; j < scores.size(); ++j) {
            if (s.outcomes[j] == kind) continue;
            sum += kind == 1 ? ordered(scores[i], scores[j]) : ordered(scores[j], scores[i]);
            n += 1;
        }
        result.push_back(sum / n);
    }
    return result;
}

double covariance(const std::vector<double>& a, const std::vector<double>& b) {
    double ma = 0, mb = 0, sum = 0;
    const auto n = static_cast<double>(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) ma += a[i] / n, mb += b[i] / n;
    for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - ma) * (b[i] - mb);
    return sum / (n - 1);
}

double delong(const Sample& s, const std::vector<double>& a, const std::vector<double>& b) {
    const auto pa = components(s, a, 1), pb = components(s, b, 1), na = components(s, a, 0), nb = components(s, b, 0);
    return covariance(pa, pb) / static_cast<double>(pa.size()) + covariance(na, nb) / static_cast<double>(na.size());
}

} // namespace

TEST_CASE("the area equals scikit-learn's") {
    for (const auto& one : stats_cases({"roc_auc"})) {
        const auto result = roc_auc(one.data().at("outcome").get<std::vector<std::uint8_t>>(),
                                    one.data().at("score").get<std::vector<double>>());
        REQUIRE(result);
        one.check("auc", result->area.estimate);
    }
}

TEST_CASE("area, interval and test equal pROC's") {
    for (const auto& one : stats_cases({"roc_auc_delong"})) {
        const auto outcomes = one.data().at("outcome").get<std::vector<std::uint8_t>>();
        const auto scores = [&](const char* name) { return one.data().at(name).get<std::vector<double>>(); };
        const auto s100b = roc_auc(outcomes, scores("s100b"));
        one.check("auc_s100b", s100b->area.estimate);
        check_interval(one, "ci_s100b", s100b->area.interval);
        one.check("auc_wfns", roc_auc(outcomes, scores("wfns"))->area.estimate);
        one.check("auc_ndka", roc_auc(outcomes, scores("ndka"))->area.estimate);
        const auto test = compare_auc(outcomes, scores("wfns"), scores("s100b"));
        one.check("z", test->z);
        one.check("p", test->p);
        CHECK(one.expected().size() == 6);
    }
}

TEST_CASE("DeLong's error and test equal their definition pair by pair") {
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
        const auto s = sample(seed, 50);
        const auto first = roc_auc(s.outcomes, s.first), second = roc_auc(s.outcomes, s.second);
        REQUIRE(first);
        CHECK(*first->delong_se == doctest::Approx(std::sqrt(delong(s, s.first, s.first))));
        CHECK(*first->area.se == *first->delong_se);
        const auto test = compare_auc(s.outcomes, s.first, s.second);
        REQUIRE(test);
        const double shared = delong(s, s.first, s.second);
        const double variance = delong(s, s.first, s.first) + delong(s, s.second, s.second) - 2 * shared;
        CHECK(test->difference.estimate == doctest::Approx(first->area.estimate - second->area.estimate));
        CHECK(*test->difference.se == doctest::Approx(std::sqrt(variance)));
        CHECK(test->z == doctest::Approx(test->difference.estimate / std::sqrt(variance)));
        const auto turned = compare_auc(s.outcomes, s.second, s.first);
        CHECK(turned->z == doctest::Approx(-test->z));
        CHECK(turned->p == doctest::Approx(test->p));
    }
}

TEST_CASE("Hanley and McNeil's error follows their formula") {
    const auto s = sample(5, 60);
    const auto result = roc_auc(s.outcomes, s.first, {0.95, AucInterval::HanleyMcNeil});
    const double a = result->area.estimate, q1 = a / (2 - a), q2 = 2 * a * a / (1 + a);
    CHECK(result->hanley_mcneil_se ==
          doctest::Approx(std::sqrt((a * (1 - a) + 19 * (q1 - a * a) + 39 * (q2 - a * a)) / (20 * 40))));
    CHECK(*result->area.se == result->hanley_mcneil_se);
}

TEST_CASE("only the order of the scores counts") {
    const auto s = sample(6, 45);
    auto bent = s.first, turned = s.first;
    for (auto& score : bent) score = std::exp(score);
    for (auto& score : turned) score = -score;
    const auto result = roc_auc(s.outcomes, s.first);
    CHECK(roc_auc(s.outcomes, bent)->area.estimate == result->area.estimate);
    CHECK(roc_auc(s.outcomes, turned)->area.estimate == doctest::Approx(1 - result->area.estimate));
    CHECK(*roc_auc(s.outcomes, turned)->delong_se == doctest::Approx(*result->delong_se));
}

TEST_CASE("the logit interval holds the area and stays inside") {
    const std::vector<std::uint8_t> outcomes{0, 0, 0, 1, 1, 1};
    const std::vector<double> scores{1, 2, 4, 3, 5, 6};
    const auto plain = roc_auc(outcomes, scores), logit = roc_auc(outcomes, scores, {0.95, AucInterval::DeLongLogit});
    CHECK(plain->area.interval->high == 1);
    CHECK(logit->area.interval->high < 1);
    CHECK(logit->area.interval->low < logit->area.estimate);
}

TEST_CASE("perfect order, equal scores and few units") {
    const std::vector<std::uint8_t> outcomes{0, 0, 1, 1};
    const auto perfect = roc_auc(outcomes, std::vector<double>{1, 2, 3, 4});
    CHECK(perfect->area.estimate == 1);
    CHECK_FALSE(perfect->area.interval);
    const auto equal = roc_auc(outcomes, std::vector<double>{3, 3, 3, 3});
    CHECK(equal->area.estimate == 0.5);
    CHECK(equal->delong_se == 0);
    CHECK_FALSE(equal->area.interval);
    const auto few = roc_auc(std::vector<std::uint8_t>{1, 0, 0}, std::vector<double>{2, 1, 3});
    CHECK(few->area.estimate == 0.5);
    CHECK_FALSE(few->delong_se);
    const std::vector<double> one{1, 2, 3, 4}, alike{2, 4, 6, 8};
    CHECK(compare_auc(outcomes, one, alike).error().code == kNoVariance);
}

TEST_CASE("what cannot be computed has its reason") {
    const std::vector<double> two{1, 2};
    CHECK(roc_auc({}, {}).error().code == kNoData);
    CHECK(roc_auc(std::vector<std::uint8_t>{0, 0}, two).error().code == kNoSignal);
    CHECK(roc_auc(std::vector<std::uint8_t>{1, 1}, two).error().code == kNoNoise);
    CHECK(compare_auc(std::vector<std::uint8_t>{1, 0}, two, two).error().code == kOneUnit);
    const auto gap = roc_auc(std::vector<std::uint8_t>{1, 0, 1}, std::vector<double>{2, 1, std::nan("")});
    CHECK(gap->left_out == 1);
    CHECK(gap->area.estimate == 1);
}
