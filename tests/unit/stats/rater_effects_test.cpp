#include "stats/rater_effects.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "stats/distributions.h"
#include "support/stats_tables.h"

using namespace timbang::stats;
using namespace timbang::tests;

namespace {

/// A case's rows; raters in the order of its list, units in the order of their first row.
Judgements judgements_of(const StatsCase& one) {
    const auto names = one.options().at("raters").get<std::vector<std::string>>();
    Judgements result;
    result.values = table_of(one.data().at("matrix"));
    std::vector<long> persons;
    for (std::size_t row = 0; row < result.values.units(); ++row) {
        const auto name = one.data().at("rater").at(row).get<std::string>();
        const auto person = one.data().at("person").at(row).get<long>();
        if (std::find(persons.begin(), persons.end(), person) == persons.end()) persons.push_back(person);
        result.rater.push_back(static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin()));
        const auto at = std::find(persons.begin(), persons.end(), person) - persons.begin();
        result.unit.push_back(static_cast<std::size_t>(at));
    }
    return result;
}

/// Every rater scores every unit: units' levels differ, rater r adds levels[r].
Judgements crossed(std::size_t units, std::size_t criteria, const std::vector<double>& levels, std::uint64_t seed) {
    Numbers numbers(seed);
    Judgements result;
    const auto rows = units * levels.size();
    result.values = result.reference = Table(rows, criteria);
    for (std::size_t row = 0; row < rows; ++row) {
        result.unit.push_back(row / levels.size());
        result.rater.push_back(row % levels.size());
        result.time.push_back(static_cast<double>(row / levels.size()));
        for (std::size_t c = 0; c < criteria; ++c) {
            if (result.rater[row] == 0) result.reference.set(row, c, 4 + numbers.normal());
            else result.reference.set(row, c, result.reference.at(row - result.rater[row], c));
            result.values.set(row, c, result.reference.at(row, c) + levels[result.rater[row]] + 0.7 * numbers.normal());
        }
    }
    return result;
}

RaterEffects one_of(const Judgements& judgements, std::size_t rater, Baseline baseline) {
    RaterEffectOptions options;
    options.baseline = baseline;
    const auto report = rater_effects(judgements, options);
    REQUIRE(report);
    return report->raters.at(rater);
}

Judgements single(const std::vector<std::optional<double>>& scores) {
    Judgements result;
    result.values = Table(scores.size(), 1);
    for (std::size_t row = 0; row < scores.size(); ++row) {
        if (scores[row]) result.values.set(row, 0, *scores[row]);
        result.rater.push_back(0);
        result.unit.push_back(row);
    }
    return result;
}

double pearson(const std::vector<double>& x, const std::vector<double>& y) {
    double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;
    const auto n = static_cast<double>(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) mx += x[i] / n, my += y[i] / n;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xy += (x[i] - mx) * (y[i] - my), xx += (x[i] - mx) * (x[i] - mx), yy += (y[i] - my) * (y[i] - my);
    }
    return xy / std::sqrt(xx * yy);
}

void check_same(const Defined<Estimate>& a, const Defined<Estimate>& b) {
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->estimate == doctest::Approx(b->estimate).epsilon(1e-9));
    REQUIRE(a->interval);
    REQUIRE(b->interval);
    CHECK(a->interval->low == doctest::Approx(b->interval->low).epsilon(1e-9));
    CHECK(a->interval->high == doctest::Approx(b->interval->high).epsilon(1e-9));
}

} // namespace

TEST_CASE("the classical effects equal the calculated ones") {
    for (const auto& one : stats_cases({"classical_rater_effects"})) {
        const auto report = rater_effects(judgements_of(one));
        REQUIRE(report);
        one.check("grand_mean", report->grand_mean);
        REQUIRE(report->raters.size() == 7);
        CHECK(report->scores == 274 * 5);
        for (std::size_t rater = 0; rater < 7; ++rater) {
            const auto& found = report->raters[rater];
            check_item(one, "n", rater, static_cast<double>(found.rows));
            check_item(one, "mean_minus_grand", rater, found.severity->estimate);
            check_item(one, "sd", rater, *found.sd);
            check_item(one, "extreme_share", rater, found.extreme_share->estimate);
            check_item(one, "halo", rater, found.halo->estimate);
            CHECK(found.severity->interval->low < found.severity->estimate);
            CHECK(found.halo->interval->high > found.halo->estimate);
            CHECK(found.drift.error().code == kNoTime);
        }
        CHECK(one.expected().size() == 6);
    }
}

TEST_CASE("where everybody rated everything the severity is a paired comparison") {
    const auto judgements = crossed(12, 1, {0.5, -0.2, 0.1}, 4);
    const auto severity = one_of(judgements, 0, Baseline::GrandMean).severity;
    double mean = 0, squares = 0;
    std::vector<double> apart;
    for (std::size_t unit = 0; unit < 12; ++unit) {
        double all = 0;
        for (std::size_t rater = 0; rater < 3; ++rater) all += judgements.values.at(3 * unit + rater, 0) / 3;
        apart.push_back(judgements.values.at(3 * unit, 0) - all);
        mean += apart.back() / 12;
    }
    for (const double value : apart) squares += (value - mean) * (value - mean);
    const double se = std::sqrt(squares / 11 / 12);
    CHECK(severity->estimate == doctest::Approx(mean));
    CHECK(*severity->se == doctest::Approx(se));
    CHECK(severity->interval->high == doctest::Approx(mean + t_quantile(0.975, 11) * se));
}

TEST_CASE("other raters and the reference allow for the units a rater saw") {
    auto judgements = crossed(40, 2, {0.5, 0, 0}, 5);
    // Rater 0 sees only the half with the higher references: next to the grand mean that looks lenient.
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t unit = 0; unit < 40; ++unit) {
        order.emplace_back(judgements.reference.at(3 * unit, 0) + judgements.reference.at(3 * unit, 1), unit);
    }
    std::sort(order.begin(), order.end());
    for (std::size_t i = 0; i < 20; ++i) {
        for (std::size_t c = 0; c < 2; ++c) judgements.values.clear(3 * order[i].second, c);
    }
    CHECK(one_of(judgements, 0, Baseline::GrandMean).severity->estimate > 0.7);
    for (const auto baseline : {Baseline::OtherRaters, Baseline::Reference}) {
        const auto found = one_of(judgements, 0, baseline);
        CHECK(found.severity->interval->low < 0.5);
        CHECK(found.severity->interval->high > 0.5);
        CHECK(found.severity->interval->low > 0);
    }
    CHECK(one_of(judgements, 0, Baseline::Reference).scores == 40);
}

TEST_CASE("intervals hold the true severity about as often as they say") {
    for (const auto baseline : {Baseline::GrandMean, Baseline::Reference}) {
        int held = 0;
        for (std::uint64_t sample = 1; sample <= 300; ++sample) {
            const auto severity = one_of(crossed(10, 3, {0.6, 0, 0}, sample), 0, baseline).severity;
            const double truth = baseline == Baseline::GrandMean ? 0.4 : 0.6;
            held += severity->interval->low <= truth && truth <= severity->interval->high ? 1 : 0;
        }
        CHECK(held / 300.0 == doctest::Approx(0.95).epsilon(0.04));
    }
}

TEST_CASE("order of rows and numbering of units do not matter, nor does a constant") {
    const auto judgements = crossed(9, 3, {0.3, 0, -0.4}, 6);
    Judgements other = judgements;
    const auto rows = judgements.values.units();
    other.values = scaled(reversed(judgements.values), 1, 1000);
    other.reference = scaled(reversed(judgements.reference), 1, 1000);
    for (std::size_t row = 0; row < rows; ++row) {
        other.rater[rows - 1 - row] = judgements.rater[row];
        other.unit[rows - 1 - row] = 8 - judgements.unit[row];
        other.time[rows - 1 - row] = judgements.time[row] + 5;
    }
    for (const auto baseline : {Baseline::GrandMean, Baseline::OtherRaters, Baseline::Reference}) {
        for (std::size_t rater = 0; rater < 3; ++rater) {
            const auto a = one_of(judgements, rater, baseline), b = one_of(other, rater, baseline);
            check_same(a.severity, b.severity);
            check_same(a.slope, b.slope);
            check_same(a.range_ratio, b.range_ratio);
            check_same(a.halo, b.halo);
            check_same(a.residual_halo, b.residual_halo);
            check_same(a.drift, b.drift);
            check_same(a.change, b.change);
        }
    }
}

TEST_CASE("a rater who keeps to the middle has few extremes, a low slope and a narrow range") {
    auto judgements = crossed(60, 2, {0, 0, 0}, 7);
    judgements.lowest = 2;
    judgements.highest = 6;
    for (std::size_t row = 0; row < judgements.values.units(); ++row) {
        for (std::size_t c = 0; c < 2; ++c) {
            const double shrunk = judgements.rater[row] == 1 ? 0.3 : 1;
            const double x = std::round(4 + shrunk * (judgements.values.at(row, c) - 4));
            judgements.values.set(row, c, std::clamp(x, 2.0, 6.0));
            judgements.reference.set(row, c, std::clamp(std::round(judgements.reference.at(row, c)), 2.0, 6.0));
        }
    }
    for (const auto baseline : {Baseline::GrandMean, Baseline::OtherRaters, Baseline::Reference}) {
        const auto middle = one_of(judgements, 1, baseline);
        CHECK(middle.extreme_share->estimate == 0);
        CHECK(middle.extreme_share->interval->high > 0);
        CHECK(middle.central_tendency->interval->low > 0);
        CHECK(middle.slope->interval->high < 1);
        CHECK(middle.range_ratio->interval->high < 1);
        CHECK(one_of(judgements, 0, baseline).central_tendency->interval->low <
              middle.central_tendency->interval->low);
    }
}

TEST_CASE("the slope and the ratio of ranges equal their definitions") {
    const auto judgements = crossed(10, 1, {0, 0.2}, 8);
    std::vector<double> scores, references;
    for (std::size_t row = 0; row < 20; row += 2) {
        scores.push_back(judgements.values.at(row, 0));
        references.push_back(judgements.reference.at(row, 0));
    }
    const auto found = one_of(judgements, 0, Baseline::Reference);
    const double r = pearson(scores, references);
    CHECK(found.slope->estimate == doctest::Approx(r * found.range_ratio->estimate));
    CHECK(found.range_ratio->interval->low < found.range_ratio->estimate);
}

TEST_CASE("the interval of halo is the jackknife over rows") {
    const auto judgements = crossed(8, 2, {0, 0.2}, 9);
    std::vector<double> x, y;
    for (std::size_t row = 0; row < 16; row += 2) {
        x.push_back(judgements.values.at(row, 0));
        y.push_back(judgements.values.at(row, 1));
    }
    const auto halo = one_of(judgements, 0, Baseline::GrandMean).halo;
    CHECK(halo->estimate == doctest::Approx(pearson(x, y)));
    std::vector<double> pseudo;
    double mean = 0, squares = 0;
    for (std::size_t out = 0; out < 8; ++out) {
        auto a = x, b = y;
        a.erase(a.begin() + static_cast<long>(out));
        b.erase(b.begin() + static_cast<long>(out));
        pseudo.push_back(8 * std::atanh(pearson(x, y)) - 7 * std::atanh(pearson(a, b)));
        mean += pseudo.back() / 8;
    }
    for (const double value : pseudo) squares += (value - mean) * (value - mean);
    const double half = t_quantile(0.975, 7) * std::sqrt(squares / 7 / 8);
    CHECK(halo->interval->low == doctest::Approx(std::tanh(std::atanh(pearson(x, y)) - half)));
}

TEST_CASE("halo that comes from the units goes when they are known, halo of the rater stays") {
    // All criteria of a unit have one level, so they go together; rater 0 adds one impression a row to all of them.
    Numbers numbers(10);
    Judgements judgements;
    judgements.values = Table(180, 4);
    for (std::size_t row = 0; row < 180; ++row) {
        judgements.unit.push_back(row / 3);
        judgements.rater.push_back(row % 3);
    }
    for (std::size_t unit = 0; unit < 60; ++unit) {
        const double level = 2 * numbers.normal();
        for (std::size_t rater = 0; rater < 3; ++rater) {
            const double impression = rater == 0 ? 2 * numbers.normal() : 0;
            for (std::size_t c = 0; c < 4; ++c) {
                judgements.values.set(3 * unit + rater, c, level + impression + 0.5 * numbers.normal());
            }
        }
    }
    const auto biased = one_of(judgements, 0, Baseline::OtherRaters);
    const auto plain = one_of(judgements, 1, Baseline::OtherRaters);
    CHECK(plain.halo->estimate > 0.8);
    CHECK(biased.residual_halo->interval->low > 0.8);
    RaterEffectOptions known;
    for (std::size_t unit = 0; unit < 60; ++unit) {
        double sum = 0;
        for (std::size_t c = 0; c < 4; ++c) sum += judgements.values.at(3 * unit + 2, c);
        known.person_measures.push_back(sum / 4);
    }
    const auto given = rater_effects(judgements, known);
    CHECK(given->raters[1].residual_halo->estimate < 0.4);
    CHECK(given->raters[0].residual_halo->estimate > 0.8);
}

TEST_CASE("drift is the slope over time and the change between blocks") {
    Judgements judgements;
    judgements.values = judgements.reference = Table(8, 2);
    for (std::size_t row = 0; row < 8; ++row) {
        judgements.rater.push_back(0);
        judgements.unit.push_back(row);
        judgements.time.push_back(static_cast<double>(10 * row));
        for (std::size_t c = 0; c < 2; ++c) {
            judgements.reference.set(row, c, 3);
            judgements.values.set(row, c, 3 + 0.1 * static_cast<double>(row) + (row % 2 == 0 ? 0.05 : -0.05));
        }
    }
    const auto found = one_of(judgements, 0, Baseline::Reference);
    // Σ(t − 35)·d over Σ(t − 35)²; the alternation adds −0.4/42 to 0.1 a step.
    CHECK(found.drift->estimate == doctest::Approx((0.1 * 42 - 0.2) / 42 / 10));
    CHECK(found.drift->interval->low > 0);
    REQUIRE(found.blocks.size() == 2);
    CHECK(found.blocks[0].rows == 4);
    CHECK(found.blocks[1].from == 40);
    CHECK(found.change->estimate == doctest::Approx(0.4));
    CHECK(found.blocks[1].severity.estimate - found.blocks[0].severity.estimate == doctest::Approx(0.4));
}

TEST_CASE("equal times are never divided, unknown ones left out") {
    auto judgements = single({1.0, 2.0, 3.0, 4.0, 5.0, 1.0});
    judgements.reference = Table::of({{1.0}, {1.0}, {1.0}, {1.0}, {1.0}, {1.0}});
    judgements.time = {1, 1, 1, 1, 2, std::nan("")};
    RaterEffectOptions options;
    options.baseline = Baseline::Reference;
    options.time_blocks = 3;
    const auto found = rater_effects(judgements, options)->raters[0];
    REQUIRE(found.blocks.size() == 2);
    CHECK(found.blocks[0].rows == 4);
    CHECK(found.blocks[1].rows == 1);
    CHECK_FALSE(found.blocks[1].severity.interval);
    CHECK(found.change->estimate == doctest::Approx(4 - 1.5));
    judgements.time = {1, 1, 1, 1, 1, 1};
    CHECK(rater_effects(judgements, options)->raters[0].drift.error().code == kNoVariance);
}

TEST_CASE("what cannot be computed has its reason") {
    CHECK(rater_effects({}).error().code == kNoData);
    CHECK(rater_effects(single({std::nullopt, std::nullopt})).error().code == kNoData);
    const auto alone = one_of(single({1.0, 2.0, 4.0}), 0, Baseline::GrandMean);
    CHECK(alone.severity.error().code == kOneRater);
    CHECK(alone.range_ratio.error().code == kOneRater);
    CHECK(alone.slope.error().code == kOneRater);
    CHECK(alone.halo.error().code == kOneCriterion);
    CHECK(alone.drift.error().code == kOneRater);
    CHECK(alone.sd.ok());
    CHECK(one_of(single({1.0, 2.0}), 0, Baseline::Reference).severity.error().code == kNoReference);
    CHECK(one_of(single({1.0}), 0, Baseline::Reference).sd.error().code == kOneUnit);
    // A rater without any score among others, and one whose criterion nobody else scored.
    Judgements gaps;
    gaps.values = Table::of({{1.0, std::nullopt}, {std::nullopt, 2.0}, {std::nullopt, std::nullopt}});
    gaps.rater = {0, 1, 2};
    gaps.unit = {0, 0, 0};
    CHECK(one_of(gaps, 0, Baseline::OtherRaters).severity.error().code == kOneRater);
    CHECK(one_of(gaps, 2, Baseline::OtherRaters).severity.error().code == kNoData);
    CHECK(one_of(gaps, 0, Baseline::OtherRaters).halo.error().code == kFewRows);
}

TEST_CASE("equal scores give numbers without intervals and never anything else") {
    Judgements equal;
    equal.values = Table::of({{0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}});
    equal.rater = {0, 1, 0, 1, 0, 1};
    equal.unit = {0, 0, 1, 1, 2, 2};
    equal.time = {1, 2, 3, 4, 5, 6};
    for (const auto baseline : {Baseline::GrandMean, Baseline::OtherRaters}) {
        const auto found = one_of(equal, 0, baseline);
        CHECK(found.severity->estimate == doctest::Approx(0));
        CHECK_FALSE(found.severity->interval);
        CHECK(found.halo.error().code == kNoVariance);
        CHECK(found.slope.error().code == kNoVariance);
        CHECK(found.range_ratio.error().code == kNoVariance);
        CHECK(*found.sd == 0);
        CHECK(found.drift->estimate == doctest::Approx(0));
        CHECK_FALSE(found.drift->interval);
    }
}

TEST_CASE("nothing is ever not a number") {
    Numbers numbers(12);
    for (int sample = 0; sample < 200; ++sample) {
        Judgements judgements;
        const auto rows = static_cast<std::size_t>(1 + 12 * numbers.next());
        judgements.values = judgements.reference = Table(rows, static_cast<std::size_t>(1 + 3 * numbers.next()));
        for (std::size_t row = 0; row < rows; ++row) {
            judgements.rater.push_back(static_cast<std::size_t>(3 * numbers.next()));
            judgements.unit.push_back(static_cast<std::size_t>(4 * numbers.next()));
            judgements.time.push_back(std::floor(3 * numbers.next()));
            for (std::size_t c = 0; c < judgements.values.raters(); ++c) {
                if (numbers.next() < 0.8) judgements.values.set(row, c, std::floor(3 * numbers.next()));
                if (numbers.next() < 0.8) judgements.reference.set(row, c, std::floor(3 * numbers.next()));
            }
        }
        for (const auto baseline : {Baseline::GrandMean, Baseline::OtherRaters, Baseline::Reference}) {
            RaterEffectOptions options;
            options.baseline = baseline;
            const auto report = rater_effects(judgements, options);
            if (!report) continue;
            for (const auto& r : report->raters) {
                CHECK(std::isfinite(r.mean));
                for (const auto* one : {&r.severity, &r.extreme_share, &r.central_tendency, &r.slope, &r.range_ratio,
                                        &r.halo, &r.residual_halo, &r.drift, &r.change}) {
                    if (!*one) continue;
                    CHECK(std::isfinite((*one)->estimate));
                    CHECK(std::isfinite((*one)->se.value_or(0)));
                    const auto& limits = (*one)->interval;
                    CHECK(std::isfinite(limits ? limits->low + limits->high : 0));
                }
            }
        }
    }
}
