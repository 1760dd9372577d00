#include "stats/krippendorff.h"

#include <cmath>
#include <map>

#include <doctest/doctest.h>

#include "base/rng.h"

#include "unit/stats/agreement_cases.h"

using namespace timbang::stats;
using timbang::tests::ratings_of;
using timbang::tests::stats_cases;
using timbang::tests::weights_of;

TEST_CASE("Krippendorff's alpha as published") {
    for (const auto& one : stats_cases({"krippendorff_alpha"})) {
        INFO(one.id());
        const Ratings ratings = ratings_of(one);
        const Level level = level_named(one.options().at("level").get<std::string>()).value();
        const auto found = krippendorff_alpha(ratings, level);
        REQUIRE(found.ok());
        one.check("alpha", found->estimate);
        const auto alone = krippendorff_value(ratings, level);
        REQUIRE(alone.ok());
        CHECK(alone.value() == found->estimate);
    }
}

namespace {

const double kNone = std::numeric_limits<double>::quiet_NaN();

/// Ratings of a truth from 1 to `categories`, with gaps, unit by unit.
std::vector<double> noisy(std::size_t units, std::size_t raters, std::uint64_t categories, std::uint64_t seed) {
    timbang::base::Rng rng(seed);
    std::vector<double> values;
    for (std::size_t i = 0; i < units; ++i) {
        const auto truth = static_cast<double>(1 + rng.below(categories));
        for (std::size_t g = 0; g < raters; ++g) {
            const bool right = rng.below(5) < 3;
            const auto other = static_cast<double>(1 + rng.below(categories));
            values.push_back(rng.below(5) == 0 ? kNone : right ? truth : other);
        }
    }
    return values;
}

/// Alpha from the definition: coincidences of all pairs and the printed metrics.
double by_definition(const std::vector<double>& values, std::size_t raters, Level level) {
    std::map<double, double> count;
    std::map<std::pair<double, double>, double> pairs;
    double n = 0;
    for (std::size_t begin = 0; begin < values.size(); begin += raters) {
        std::vector<double> unit;
        for (std::size_t g = 0; g < raters; ++g) {
            if (values[begin + g] == values[begin + g]) unit.push_back(values[begin + g]);
        }
        if (unit.size() < 2) continue;
        for (std::size_t a = 0; a < unit.size(); ++a) {
            count[unit[a]] += 1;
            n += 1;
            for (std::size_t b = 0; b < unit.size(); ++b) {
                if (a != b) pairs[{unit[a], unit[b]}] += 1.0 / static_cast<double>(unit.size() - 1);
            }
        }
    }
    const auto distance = [&](double c, double k) {
        if (level == Level::nominal) return c == k ? 0.0 : 1.0;
        if (level == Level::interval) return (c - k) * (c - k);
        if (level == Level::ratio) return c + k == 0 ? 0.0 : std::pow((c - k) / (c + k), 2);
        double between = 0;
        for (auto g = count.lower_bound(std::min(c, k)); g != count.end() && g->first <= std::max(c, k); ++g)
            between += g->second;
        return std::pow(between - (count[c] + count[k]) / 2, 2);
    };
    double observed = 0;
    double expected = 0;
    for (const auto& [both, often] : pairs) observed += often * distance(both.first, both.second);
    for (const auto& [c, in_c] : count) {
        for (const auto& [k, in_k] : count) expected += in_c * in_k * distance(c, k);
    }
    return 1 - (n - 1) * observed / expected;
}

Ratings made(const std::vector<double>& values, std::size_t raters) {
    return Ratings::of_values(values.size() / raters, raters, values).value();
}

} // namespace

TEST_CASE("alpha is what its definition says, from codes and from numbers") {
    for (const std::size_t raters : {2U, 3U, 80U}) {
        for (const std::uint64_t categories : {2U, 5U, 17U, 300U}) {
            const auto values = noisy(20, raters, categories, raters + categories);
            for (const auto level : {Level::nominal, Level::ordinal, Level::interval, Level::ratio}) {
                const double wanted = by_definition(values, raters, level);
                INFO(raters, " raters, ", categories, " categories, ", std::string(level_name(level)));
                CHECK(krippendorff_value(made(values, raters), level).value() ==
                      doctest::Approx(wanted).epsilon(1e-10));
                CHECK(krippendorff_value(20, raters, values, level).value() == doctest::Approx(wanted).epsilon(1e-10));
            }
        }
    }
}

TEST_CASE("nominal, interval and ratio alpha are Gwet's form with the matching weights, with the same error") {
    const Ratings ratings = made(noisy(50, 4, 5, 3), 4);
    const std::vector<std::pair<Level, WeightKind>> matching = {{Level::nominal, WeightKind::unweighted},
                                                                {Level::interval, WeightKind::quadratic},
                                                                {Level::ratio, WeightKind::ratio}};
    for (const auto& [level, kind] : matching) {
        const auto alpha = krippendorff_alpha(ratings, level);
        const auto gwet = krippendorff_alpha_gwet(ratings, weights_of(kind, ratings));
        CHECK(alpha->estimate == doctest::Approx(gwet->estimate).epsilon(1e-12));
        CHECK(*alpha->se == doctest::Approx(*gwet->se).epsilon(1e-10));
        CHECK(*alpha->p_observed == doctest::Approx(*gwet->p_observed).epsilon(1e-10));
        CHECK(*alpha->p_expected == doctest::Approx(*gwet->p_expected).epsilon(1e-10));
    }
    const auto ordinal = krippendorff_alpha(ratings, Level::ordinal);
    CHECK(ordinal->estimate !=
          doctest::Approx(krippendorff_alpha_gwet(ratings, weights_of(WeightKind::ordinal, ratings))->estimate));
}

TEST_CASE("the error of ordinal alpha is near that of leaving out one unit at a time") {
    constexpr std::size_t kUnits = 300;
    const auto values = noisy(kUnits, 4, 5, 11);
    double sum = 0;
    double squares = 0;
    for (std::size_t left = 0; left < kUnits; ++left) {
        auto fewer = values;
        fewer.erase(fewer.begin() + static_cast<long>(4 * left), fewer.begin() + static_cast<long>(4 * left + 4));
        const double alpha = krippendorff_value(kUnits - 1, 4, fewer, Level::ordinal).value();
        sum += alpha;
        squares += alpha * alpha;
    }
    const double jackknife = std::sqrt((squares - sum * sum / kUnits) * (kUnits - 1) / kUnits);
    CHECK(*krippendorff_alpha(made(values, 4), Level::ordinal)->se == doctest::Approx(jackknife).epsilon(0.01));
}

TEST_CASE("the three public errors of alpha differ as known") {
    // irrCAC's x.raw10x4 (R): .12172 for raw ratings, .11767 for the same data as counts; cac.raw4raters: .145574 in
    // the Python port, .145479 in R; lower limits .419 and .423.
    for (const auto& one : stats_cases({"chance_corrected_agreement_family"})) {
        if (one.id() == "irrCAC_x.raw10x4_quadratic") {
            const Ratings ratings = ratings_of(one);
            const Weights weights = weights_of(WeightKind::unweighted, ratings.with_occurring());
            const auto raw = krippendorff_alpha_gwet(ratings.with_occurring(), weights);
            const auto dist =
                krippendorff_alpha_gwet(ratings.with_occurring(), weights, conventions("irrcac-dist").value());
            CHECK(std::abs(*raw->se - 0.12172) < 6e-6);
            CHECK(std::abs(*dist->se - 0.11767) < 6e-6);
        }
        if (one.id() == "irrCAC_cac.raw4raters_quadratic") {
            const Ratings ratings = ratings_of(one);
            const Weights weights = weights_of(WeightKind::unweighted, ratings);
            const auto raw = krippendorff_alpha_gwet(ratings, weights);
            const auto python = krippendorff_alpha_gwet(ratings, weights, conventions("irrcac-python").value());
            CHECK(std::abs(*raw->se - 0.145479) < 6e-7);
            CHECK(std::abs(*python->se - 0.145574) < 6e-7);
            CHECK(std::abs(raw->interval->low - 0.423) < 0.0006);
            CHECK(std::abs(python->interval->low - 0.419) < 0.0006);
        }
    }
}

TEST_CASE("alpha says why it is undefined") {
    const Ratings words = Ratings::of_codes(Scale({"a", "b"}), 2, 2, std::vector<int>{0, 1, 1, 1}).value();
    CHECK(krippendorff_alpha(words, Level::interval).error().code == kNotNumeric);
    CHECK(krippendorff_alpha(words, Level::ratio).error().code == kNotNumeric);
    CHECK(krippendorff_alpha(words, Level::ordinal).ok());
    CHECK(krippendorff_alpha(ratings_of({{-1, 1}, {1, 1}}), Level::ratio).error().code == kNegative);
    CHECK(krippendorff_alpha(ratings_of({{2, 2}, {2, 2}}), Level::interval).error().code == kOneCategory);
    CHECK(krippendorff_alpha(ratings_of({{1, 2}, {1, std::nullopt}}), Level::nominal).error().code == kOneUnit);
}

TEST_CASE("zero against zero is agreement on a ratio scale") {
    const auto found = krippendorff_alpha(ratings_of({{0, 0}, {1, 1}, {0, 1}}), Level::ratio);
    REQUIRE(found.ok());
    CHECK(std::isfinite(found->estimate));
    CHECK(found->estimate == doctest::Approx(1 - 5.0 * 2 / 18));
}
