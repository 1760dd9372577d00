#include "stats/icc.h"

#include <doctest/doctest.h>

#include "stats/distributions.h"
#include "support/stats_tables.h"

using namespace timbang::stats;
using namespace timbang::tests;

namespace {

double value(const IccResult& result, IccForm form) {
    REQUIRE(result[form]);
    return result[form]->coefficient.estimate;
}

const std::optional<Interval>& interval(const IccResult& result, IccForm form) {
    REQUIRE(result[form]);
    return result[form]->coefficient.interval;
}

void check_all(const IccResult& a, const IccResult& b) {
    for (const auto form : kIccForms) {
        INFO(std::string(name(form)));
        CHECK(value(a, form) == doctest::Approx(value(b, form)).epsilon(1e-9));
        REQUIRE(interval(a, form));
        REQUIRE(interval(b, form));
        CHECK(interval(a, form)->low == doctest::Approx(interval(b, form)->low).epsilon(1e-9));
        CHECK(interval(a, form)->high == doctest::Approx(interval(b, form)->high).epsilon(1e-9));
    }
}

/// Share of 400 samples of a model with ICC(A,1) = ICC(1) = 0.5 whose interval holds it.
double coverage(IccForm form, double rater_sd) {
    Numbers numbers(7);
    int held = 0;
    for (int sample = 0; sample < 400; ++sample) {
        Table table(15, 4);
        double levels[4];
        for (auto& level : levels) level = rater_sd * numbers.normal();
        const double noise = std::sqrt(1 - rater_sd * rater_sd);
        for (std::size_t unit = 0; unit < 15; ++unit) {
            const double truth = numbers.normal();
            for (std::size_t rater = 0; rater < 4; ++rater) {
                table.set(unit, rater, truth + levels[rater] + noise * numbers.normal());
            }
        }
        const auto result = icc(table);
        REQUIRE(result);
        const auto& found = interval(*result, form);
        REQUIRE(found);
        held += found->low <= 0.5 && 0.5 <= found->high ? 1 : 0;
    }
    return held / 400.0;
}

} // namespace

TEST_CASE("the six forms and their intervals equal published tables") {
    for (const auto& one : stats_cases({"icc_with_ci", "icc_six_forms"})) {
        const auto result = icc(table_of(one.data().at("matrix")));
        REQUIRE(result);
        IccOptions irr;
        irr.average_interval = AverageInterval::Recomputed;
        const auto recomputed = icc(table_of(one.data().at("matrix")), irr);
        std::size_t seen = 0;
        const auto number = [&](const std::string& key, double found) {
            if (one.has(key)) one.check(key, found), ++seen;
        };
        const auto limits = [&](const std::string& key, const std::optional<Interval>& found) {
            if (one.has(key)) check_interval(one, key, found), ++seen;
        };
        for (const auto form : kIccForms) {
            number(std::string(name(form)), value(*result, form));
            limits("CI" + std::string(name(form)).substr(3), interval(*result, form));
        }
        number("MSR", result->anova.ms_units);
        number("MSC", result->anova.ms_raters);
        number("MSE", result->anova.ms_residual);
        number("MSW", result->anova.ms_within);
        for (const auto& [digit, form] : {std::pair("1", IccForm::OneWay1), std::pair("3", IccForm::Consistency1)}) {
            number("F" + std::string(digit), (*result)[form]->test->f);
            number("p" + std::string(digit), (*result)[form]->test->p);
        }
        limits("CI2k_sb", interval(*result, IccForm::AgreementK));
        limits("CI2k_irr", interval(*recomputed, IccForm::AgreementK));
        const std::array lists{"ci_low", "ci_high", "F", "df1", "df2", "p"};
        for (std::size_t i = 0; i < 6 && one.has("df1"); ++i) {
            const auto& test = *(*result)[kIccForms[i]]->test;
            const auto& found = *interval(*result, kIccForms[i]);
            const std::array numbers{found.low, found.high, test.f, test.df1, test.df2, test.p};
            for (std::size_t list = 0; list < 6; ++list) check_item(one, lists[list], i, numbers[list]);
        }
        seen += one.has("df1") ? lists.size() : 0;
        CHECK_MESSAGE(seen == one.expected().size(), one.id(), ": every expected key is compared");
    }
}

TEST_CASE("the standard error of measurement equals Weir's") {
    for (const auto& one : stats_cases({"standard_error_of_measurement"})) {
        const auto table = table_of(one.data().at("matrix"));
        const auto sem = standard_error_of_measurement(table);
        REQUIRE(sem);
        one.check("SEM", sem->error.estimate);
        REQUIRE(sem->error.interval);
        CHECK(sem->error.interval->low < sem->error.estimate);
        CHECK(sem->error.interval->high > sem->error.estimate);
        CHECK(sem->minimal_difference == doctest::Approx(1.959963984540054 * std::sqrt(2) * sem->error.estimate));
        const auto of_kind = [&](SemKind kind) { return standard_error_of_measurement(table, kind)->error.estimate; };
        CHECK(of_kind(SemKind::OneWay) == doctest::Approx(std::sqrt(53.75)));
        // MSC is below MSE: the raters' levels add nothing.
        CHECK(of_kind(SemKind::Agreement) == doctest::Approx(std::sqrt(57.107142857)));
        CHECK(of_kind(SemKind::FromIcc) > 0);
    }
}

TEST_CASE("the test of the agreement form equals irr's with the degrees of freedom at the estimate") {
    for (const auto& one : stats_cases({"icc_agreement_test"})) {
        IccOptions options;
        options.agreement_test = AgreementTest::AtEstimate;
        const auto result = icc(table_of(one.data().at("matrix")), options);
        const auto& form = (*result)[IccForm::Agreement1];
        one.check("ICC2", form->coefficient.estimate);
        one.check("F", form->test->f);
        one.check("df1", form->test->df1);
        one.check("df2", form->test->df2);
        one.check("p", form->test->p);
    }
}

TEST_CASE("neither order nor a linear change of the scale matters") {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        const auto table = random_table(12, 4, seed);
        const auto result = icc(table);
        REQUIRE(result);
        check_all(*result, *icc(reversed(table)));
        check_all(*result, *icc(scaled(table, 2.5, -40)));
        check_all(*result, *icc(scaled(table, 1, 1e9)));
    }
}

TEST_CASE("a constant level of a rater changes agreement and not consistency") {
    auto table = random_table(10, 3, 11);
    const auto before = icc(table);
    for (std::size_t unit = 0; unit < 10; ++unit) table.set(unit, 2, table.at(unit, 2) + 4);
    const auto after = icc(table);
    CHECK(value(*after, IccForm::Consistency1) == doctest::Approx(value(*before, IccForm::Consistency1)));
    CHECK(value(*after, IccForm::Agreement1) < value(*before, IccForm::Agreement1));
}

TEST_CASE("the mean of k ratings follows Spearman and Brown") {
    const auto result = icc(random_table(20, 5, 3));
    for (const auto& [one, mean] : {std::pair(IccForm::OneWay1, IccForm::OneWayK),
                                    std::pair(IccForm::Agreement1, IccForm::AgreementK),
                                    std::pair(IccForm::Consistency1, IccForm::ConsistencyK)}) {
        const auto stepped = [](double r) { return 5 * r / (1 + 4 * r); };
        CHECK(value(*result, mean) == doctest::Approx(stepped(value(*result, one))));
        CHECK(interval(*result, mean)->low == doctest::Approx(stepped(interval(*result, one)->low)));
        CHECK(interval(*result, mean)->high == doctest::Approx(stepped(interval(*result, one)->high)));
    }
}

TEST_CASE("a test of another null value rejects at the lower limit") {
    const auto table = random_table(15, 4, 21);
    const auto result = icc(table);
    for (const auto form : kIccForms) {
        INFO(std::string(name(form)));
        IccOptions options;
        options.null_value = interval(*result, form)->low;
        options.agreement_test = AgreementTest::AtEstimate;
        const auto at_limit = icc(table, options);
        CHECK((*at_limit)[form]->test->p == doctest::Approx(0.025).epsilon(1e-6));
    }
}

TEST_CASE("the intervals hold the true value about as often as they say") {
    CHECK(coverage(IccForm::OneWay1, 0) == doctest::Approx(0.95).epsilon(0.03));
    CHECK(coverage(IccForm::Consistency1, 0) == doctest::Approx(0.95).epsilon(0.03));
    CHECK(coverage(IccForm::Agreement1, 0.5) == doctest::Approx(0.95).epsilon(0.04));
}

TEST_CASE("units with a gap are left out and counted") {
    auto table = random_table(8, 3, 5);
    const auto whole = icc(table);
    Table longer(10, 3);
    for (std::size_t unit = 0; unit < 8; ++unit) {
        for (std::size_t rater = 0; rater < 3; ++rater) longer.set(unit, rater, table.at(unit, rater));
    }
    longer.set(8, 0, 5);
    const auto result = icc(longer);
    REQUIRE(result);
    CHECK(result->anova.units == 8);
    CHECK(result->anova.left_out == 2);
    check_all(*result, *whole);
}

TEST_CASE("what cannot be computed has its reason") {
    CHECK(icc(Table()).error().code == kNoData);
    CHECK(icc(Table(4, 3)).error().code == kNoData);
    CHECK(icc(Table::of({{1.0}, {2.0}})).error().code == kOneRater);
    CHECK(icc(Table::of({{1.0, 2.0}})).error().code == kOneUnit);
    const auto gaps = icc(Table::of({{1.0, 2.0}, {std::nullopt, 3.0}, {4.0, std::nullopt}}));
    CHECK(gaps.error().code == kMissing);
    CHECK(std::get<std::int64_t>(gaps.error().args.at(0).second) == 2);
    const auto equal = icc(Table::of({{0.1, 0.1}, {0.1, 0.1}, {0.1, 0.1}}));
    REQUIRE(equal);
    for (const auto& form : equal->forms) CHECK(form.error().code == kNoVariance);
    const auto twos = Table::of({{2.0, 2.0}, {2.0, 2.0}});
    CHECK(standard_error_of_measurement(twos, SemKind::FromIcc).error().code == kNoVariance);
    CHECK(standard_error_of_measurement(twos)->error.estimate == 0);
}

TEST_CASE("perfect ratings give 1 without an interval or a test") {
    const auto perfect = icc(Table::of({{0.1, 0.1, 0.1}, {0.7, 0.7, 0.7}, {0.3, 0.3, 0.3}}));
    REQUIRE(perfect);
    for (const auto form : kIccForms) {
        CHECK(value(*perfect, form) == 1);
        CHECK_FALSE(interval(*perfect, form));
        CHECK((*perfect)[form]->test.error().code == kNoVariance);
    }
    const auto shifted = icc(Table::of({{0.1, 0.4}, {0.7, 1.0}, {0.3, 0.6}}));
    REQUIRE(shifted);
    CHECK(value(*shifted, IccForm::Consistency1) == 1);
    CHECK(value(*shifted, IccForm::Agreement1) < 1);
}

TEST_CASE("units that do not differ give the lowest value for one rating and none for the mean") {
    const auto flat = icc(Table::of({{1.0, 3.0, 2.0}, {3.0, 2.0, 1.0}, {2.0, 1.0, 3.0}}));
    REQUIRE(flat);
    CHECK(value(*flat, IccForm::OneWay1) == doctest::Approx(-0.5));
    CHECK((*flat)[IccForm::OneWayK].error().code == kNoVariance);
    CHECK((*flat)[IccForm::ConsistencyK].error().code == kNoVariance);
}

TEST_CASE("nothing is ever not a number") {
    Numbers numbers(99);
    for (int sample = 0; sample < 300; ++sample) {
        const auto units = static_cast<std::size_t>(2 + 4 * numbers.next());
        const auto raters = static_cast<std::size_t>(2 + 3 * numbers.next());
        Table table(units, raters);
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (std::size_t rater = 0; rater < raters; ++rater) table.set(unit, rater, std::floor(3 * numbers.next()));
        }
        const auto result = icc(table);
        REQUIRE(result);
        for (const auto& form : result->forms) {
            if (!form) continue;
            CHECK(std::isfinite(form->coefficient.estimate));
            CHECK(form->coefficient.estimate <= 1 + 1e-12);
            const auto& limits = form->coefficient.interval;
            if (limits) CHECK(std::isfinite(limits->low + limits->high));
            if (form->test) CHECK(std::isfinite(form->test->f + form->test->p + form->test->df2));
        }
    }
}
