#include <doctest/doctest.h>

#include "domain/framework.h"
#include "support/scenario_builder.h"

using namespace timbang::domain;

namespace {

ScaleStep band(int score, Rational from) {
    ScaleStep step;
    step.score = score;
    step.bound.from = from;
    return step;
}

Scale bands(std::initializer_list<std::pair<int, int>> pairs) {
    Scale scale;
    for (const auto& [score, from] : pairs) scale.steps.push_back(band(score, Rational(from)));
    return scale;
}

ScaleStep range(int score, std::optional<int> from, std::optional<int> to) {
    ScaleStep step;
    step.score = score;
    if (from) step.bound.from = Rational(*from);
    if (to) step.bound.to = Rational(*to);
    return step;
}

} // namespace

TEST_CASE("a value belongs to the band with the greatest lower bound that is not above it") {
    const Scale scale = bands({{0, 0}, {2, 70}, {4, 80}, {6, 85}, {8, 90}, {10, 95}});
    CHECK(scale.score_of(Rational(95)) == 10);
    CHECK(scale.score_of(Rational(9499, 100)) == 8);
    CHECK(scale.score_of(Rational(6279 * 100, 6940)) == 8); // 90.48 percent, by hand
    CHECK(scale.score_of(Rational(6279 * 100, 7080)) == 6); // 88.69 percent
    CHECK(scale.score_of(Rational(0)) == 0);
    CHECK_FALSE(scale.score_of(Rational(-1)));
    CHECK_FALSE(scale.less_is_better());
}

TEST_CASE("where less is better the bounds rise while the scores fall") {
    const Scale scale = bands({{0, 15}, {2, 11}, {4, 7}, {6, 4}, {8, 2}, {10, 0}});
    CHECK(scale.less_is_better());
    CHECK(scale.score_of(Rational(0)) == 10);
    CHECK(scale.score_of(Rational(199, 100)) == 10);
    CHECK(scale.score_of(Rational(2)) == 8);
    CHECK(scale.score_of(Rational(80)) == 0);
}

TEST_CASE("published ranges leave gaps") {
    Scale scale;
    scale.kind = ScaleKind::Ranges;
    scale.steps = {range(0, 230, std::nullopt), range(8, 111, 140), range(10, std::nullopt, 110)};
    CHECK(scale.score_of(Rational(110)) == 10);
    CHECK(scale.score_of(Rational(111)) == 8);
    CHECK_FALSE(scale.score_of(Rational(221, 2)));
    CHECK_FALSE(scale.score_of(Rational(200)));
    CHECK(scale.score_of(Rational(1000)) == 0);
    CHECK(scale.less_is_better());
}

TEST_CASE("exclusive ends of a range") {
    Scale scale;
    scale.kind = ScaleKind::Ranges;
    ScaleStep open;
    open.score = 4;
    open.bound.above = Rational(1);
    open.bound.below = Rational(2);
    scale.steps = {open};
    CHECK_FALSE(scale.score_of(Rational(1)));
    CHECK(scale.score_of(Rational(3, 2)) == 4);
    CHECK_FALSE(scale.score_of(Rational(2)));
}

TEST_CASE("levels have places but no bands") {
    Scale scale = bands({{0, 0}, {4, 0}, {10, 0}});
    scale.kind = ScaleKind::Levels;
    CHECK_FALSE(scale.score_of(Rational(5)));
    CHECK(scale.place(4) == 1);
    CHECK_FALSE(scale.place(6));
    CHECK(scale.lowest() == 0);
    CHECK(scale.highest() == 10);
    CHECK_FALSE(scale.less_is_better());
}

TEST_CASE("a rule pack is looked up by ids") {
    const auto framework = timbang::tests::small_framework();
    REQUIRE(framework->rule("data-year") != nullptr);
    CHECK(framework->rule("data-year")->code == "T-2");
    CHECK(framework->rule("nothing") == nullptr);
    CHECK(framework->problem_type("too-kind")->kind == ProblemKind::Judgement);
    CHECK(framework->indicator("HB-O1")->type == IndicatorType::Outcome);
    CHECK(framework->checklist("figure")->size() == 2);
    CHECK(framework->checklist("other") == nullptr);
    CHECK(framework->category_of(Rational(75))->id == "caring");
    CHECK(framework->category_of(Rational(7499, 100))->id == "beginning");
    CHECK(framework->category_of(Rational(-1)) == nullptr);
    CHECK(framework->reference() == "small@1");
}

TEST_CASE("ids of verdicts and types read back") {
    for (const Verdict verdict : {Verdict::Accept, Verdict::Return, Verdict::Reject})
        CHECK(verdict_from_id(verdict_id(verdict)) == verdict);
    for (const IndicatorType type : {IndicatorType::Structure, IndicatorType::Process, IndicatorType::Outcome})
        CHECK(indicator_type_from_id(indicator_type_id(type)) == type);
    CHECK_FALSE(verdict_from_id("Accept"));
}
