#include <doctest/doctest.h>

#include <algorithm>

#include "base/catalogue.h"
#include "stats/say.h"
#include "stats/say_calibration.h"
#include "stats/say_items.h"
#include "stats/say_rasch.h"
#include "stats/say_raters.h"

using namespace timbang;
using namespace timbang::stats;

namespace {

base::Catalogue words() {
    auto loaded = base::Catalogue::load(TIMBANG_SOURCE_DIR "/assets/messages");
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
}

std::string text(const std::vector<base::Message>& messages, base::Lang lang = base::Lang::En) {
    const base::Catalogue catalogue = words();
    std::string all;
    for (const base::Message& message : messages) {
        CAPTURE(message.key);
        CHECK(catalogue.has(message.key));
        all += (all.empty() ? "" : " ") + catalogue.text(lang, message);
    }
    CHECK(all.find('{') == std::string::npos);
    return all;
}

Ratings ratings(std::size_t units, std::size_t raters, const std::vector<int>& codes, std::size_t categories = 3) {
    auto made = Ratings::of_codes(Scale::of_positions(categories), units, raters, codes);
    REQUIRE(made.ok());
    return std::move(made).value();
}

Coefficient coefficient(double estimate, double low, double high) {
    Coefficient made;
    made.estimate = estimate;
    made.interval = Interval{low, high, 0.95};
    return made;
}

bool warns(const std::vector<base::Message>& warnings, std::string_view key) {
    return std::any_of(warnings.begin(), warnings.end(),
                       [&](const base::Message& message) { return message.key == key; });
}

} // namespace

TEST_CASE("numbers in sentences are rounded half away from zero; what is too large has words") {
    CHECK(std::get<base::Decimal>(rounded(0.125, 2)).value == base::Rational(13, 100));
    CHECK(std::get<base::Decimal>(rounded(-0.0001, 2)).value == base::Rational(0));
    CHECK(std::holds_alternative<base::Key>(rounded(1e300, 2)));
    CHECK(std::get<base::Decimal>(in_percent(0.5)).decimals == 0);
    CHECK(std::get<base::Decimal>(in_percent(0.8182)).decimals == 1);
}

TEST_CASE("a coefficient says what it reaches beyond chance, how sure that is, and when it may be chance") {
    RatingFacts facts;
    facts.paired_units = 25;
    CHECK(text(say_coefficient("fleiss_kappa", coefficient(0.612, 0.4, 0.8), facts, false)).find("reach 61.2%") !=
          std::string::npos);
    CHECK(text(say_coefficient("fleiss_kappa", coefficient(0.612, 0.4, 0.8), facts, false))
              .find("0.40 to 0.80 (25 units)") != std::string::npos);
    CHECK(
        text(say_coefficient("fleiss_kappa", coefficient(0.1, -0.2, 0.4), facts, false)).find("may be chance alone") !=
        std::string::npos);
    CHECK(text(say_coefficient("cohen_kappa", coefficient(-0.2, -0.4, 0.1), facts, false)).find("less than chance") !=
          std::string::npos);
    CHECK(text(say_coefficient("gwet_ac", coefficient(1, 1, 1), facts, false)).find("agree completely") !=
          std::string::npos);
    CHECK(text(say_coefficient("light_kappa", undefined(kOneRater), facts, false)).find("at least two raters") !=
          std::string::npos);
    CHECK(text(say_coefficient("percent_agreement", coefficient(0.9, 0.8, 1), facts, false), base::Lang::Id)
              .find("90% kasus") != std::string::npos);
    for (const char* name :
         {"percent_agreement", "cohen_kappa", "scott_pi", "fleiss_kappa", "conger_kappa", "brennan_prediger", "gwet_ac",
          "krippendorff_alpha", "krippendorff_alpha_gwet", "light_kappa"})
        for (const bool weighted : {false, true})
            for (const base::Lang lang : {base::Lang::En, base::Lang::Id})
                CHECK(text(say_coefficient(name, coefficient(0.5, 0.2, 0.8), facts, weighted), lang).find("stats.") ==
                      std::string::npos);
}

TEST_CASE("warnings name few units, a dominant category, one rater and many gaps") {
    const auto warnings_of = [](const Ratings& made) {
        const auto weights = Weights::make(WeightKind::unweighted, made.scale());
        return warn_agreement(agreement(made, *weights, Level::ordinal), facts(made), Level::ordinal);
    };
    CHECK(warns(warnings_of(ratings(3, 2, {0, 0, 1, 1, 2, 1})), "stats.warn-few-units"));
    std::vector<int> same(60, 1);
    same[7] = 2;
    const auto dominated = warnings_of(ratings(30, 2, same));
    CHECK(warns(dominated, "stats.warn-one-category"));
    CHECK_FALSE(warns(dominated, "stats.warn-few-units"));
    CHECK(warns(warnings_of(ratings(3, 1, {0, 1, 2})), "stats.warn-one-rater"));
    CHECK(warns(warnings_of(ratings(3, 3, {0, 0, -1, 1, -1, -1, -1, -1, 2})), "stats.warn-many-missing"));
    CHECK(text(dominated).find("98.3%") != std::string::npos);
}

TEST_CASE("facts count counts and tables like ratings") {
    auto counts = Ratings::of_counts(Scale::of_positions(2), 3, {2, 0, 1, 0, 0, 0});
    REQUIRE(counts.ok());
    const RatingFacts of_counts = facts(*counts);
    CHECK(of_counts.units == 2);
    CHECK(of_counts.paired_units == 1);
    CHECK(of_counts.ratings == 3);
    CHECK(of_counts.most_used_share == 1.0);
    const std::vector<std::uint64_t> cells{5, 1, 0, 4};
    auto table = Ratings::of_table(Scale::of_positions(2), cells);
    REQUIRE(table.ok());
    CHECK(facts(*table).ratings == 20);
    CHECK(facts(*table).most_used == 0);
    CHECK(facts(*table).most_used_share == doctest::Approx(0.55));
}

TEST_CASE("confidence says surer, less sure, or nothing that chance does not explain") {
    Confidence confidence{0, 0, {}, {}, 0, undefined(kNoVariance)};
    confidence.n = 40;
    confidence.mean_confidence = 0.9;
    confidence.accuracy.estimate = 0.7;
    confidence.over_confidence.estimate = 0.2;
    confidence.over_confidence.interval = Interval{0.05, 0.35, 0.95};
    CHECK(text(say_confidence(confidence)).find("20.0 points surer than right") != std::string::npos);
    confidence.over_confidence.interval = Interval{-0.05, 0.45, 0.95};
    CHECK(text(say_confidence(confidence)).find("small enough to be chance") != std::string::npos);
    CHECK(warn_confidence(confidence).empty());
    confidence.n = 10;
    CHECK(warns(warn_confidence(confidence), "stats.warn-few-decisions"));
}

TEST_CASE("a rater is called generous or strict only where the interval says so") {
    RaterEffects rater;
    Estimate severity;
    severity.estimate = -0.4;
    severity.interval = Interval{-0.7, -0.1, 0.95};
    rater.severity = severity;
    CHECK(text(say_rater("Sari", rater, Baseline::Reference)).find("0.40 points stricter than the reference") !=
          std::string::npos);
    severity.interval = Interval{-0.9, 0.1, 0.95};
    rater.severity = severity;
    CHECK(text(say_rater("Sari", rater, Baseline::GrandMean)).find("may be chance") != std::string::npos);
    CHECK(text(say_rater("Sari", RaterEffects(), Baseline::GrandMean), base::Lang::Id).find("Sari") !=
          std::string::npos);
}

TEST_CASE("every flag of an item has its sentence") {
    for (const ItemFlag flag : {ItemFlag::suspected_wrong_key, ItemFlag::too_easy, ItemFlag::too_hard,
                                ItemFlag::splits_experts, ItemFlag::only_lenient_miss})
        for (const base::Lang lang : {base::Lang::En, base::Lang::Id})
            CHECK(text({say_flag(flag, "Q7")}, lang).find("Q7") == 0);
}
