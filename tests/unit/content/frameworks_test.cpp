#include <doctest/doctest.h>

#include "base/files.h"
#include "content/library.h"
#include "domain/comparison.h"

using namespace timbang;
using domain::Rational;

namespace {

std::shared_ptr<const domain::Framework> bundled(const std::string& name) {
    const auto loaded =
        content::load_framework(std::string(TIMBANG_SOURCE_DIR) + "/scenarios/frameworks/" + name + ".yaml");
    for (const base::Finding& finding : loaded.findings)
        if (finding.severity != base::Severity::Note) FAIL_CHECK(finding.code << " " << finding.where.line);
    REQUIRE(loaded.framework != nullptr);
    return loaded.framework;
}

Rational number(const char* text) { return *Rational::parse(text); }

} // namespace

TEST_CASE("every bundled framework reads without errors and says that it is for practice") {
    int count = 0;
    for (const std::string& name : base::list_folder(TIMBANG_SOURCE_DIR "/scenarios/frameworks")) {
        CAPTURE(name);
        ++count;
        CHECK(bundled(name.substr(0, name.rfind('.')))->practice);
        CHECK(!bundled(name.substr(0, name.rfind('.')))->notice.empty());
    }
    CHECK(count >= 3);
}

TEST_CASE(
    "the practice pack: ten criteria, each with structure, process and outcome; bands, levels, rules, categories") {
    const auto pack = bundled("practice-22-2021");
    CHECK(pack->reference() == "practice-22-2021@1");
    CHECK(pack->criteria.size() == 10);
    CHECK(pack->indicators.size() == 34);
    for (const domain::Criterion& criterion : pack->criteria) {
        bool types[3] = {};
        for (const domain::Indicator& indicator : pack->indicators)
            if (indicator.criterion == criterion.id) types[static_cast<int>(indicator.type)] = true;
        CAPTURE(criterion.id);
        CHECK((types[0] && types[1] && types[2]));
    }
    const domain::Indicator* births = pack->indicator("KS-O1");
    REQUIRE(births != nullptr);
    CHECK(births->scale.kind == domain::ScaleKind::Bands);
    CHECK(births->scale.score_of(Rational(90)) == 8);
    CHECK(births->scale.score_of(number("89.999")) == 6);
    CHECK(births->checklist == *pack->checklist("figure"));
    CHECK(births->short_title.en == "Births at a health facility");
    const domain::Indicator* stunting = pack->indicator("KS-O2");
    REQUIRE(stunting != nullptr);
    CHECK(stunting->scale.less_is_better());
    CHECK(stunting->scale.score_of(number("13.9")) == 8);
    CHECK(pack->indicator("KS-S1")->scale.kind == domain::ScaleKind::Levels);
    CHECK(pack->indicator("KS-S1")->scale.steps.back().level.en.find("Perda") != std::string::npos);
    CHECK(pack->category_of(Rational(75))->id == "peduli");
    CHECK(pack->category_of(number("74.999"))->id == "cukup-peduli");
    CHECK(pack->rule("data-year")->code == "T-2");
    CHECK(pack->rule("data-year")->reported.has_value());
    CHECK(pack->rule("in-force")->practice);
    CHECK(pack->problem_type("band-missed")->kind == domain::ProblemKind::Judgement);
    CHECK(pack->certainty.marks_different[2] == -6);
    CHECK(pack->aggregation.consensus == 75);
}

TEST_CASE("the bands of 2013 as published, with their gaps") {
    const auto pack = bundled("kkpham-2013");
    CHECK(pack->indicators.size() == 6);
    CHECK(pack->aggregation.method == domain::AggregationMethod::None);
    struct Row {
        const char* code;
        const char* value;
        int score; ///< -1: in a gap
    };
    constexpr Row rows[] = {{"HI-1", "110", 10},   {"HI-1", "110.5", -1}, {"HI-1", "111", 8},  {"HI-1", "229", 2},
                            {"HI-1", "229.5", -1}, {"HI-1", "230", 0},    {"HI-2", "19", 10},  {"HI-2", "33", 0},
                            {"HI-3", "0", 10},     {"HI-3", "1", 8},      {"HI-3", "1.01", 6}, {"HI-3", "4.1", 0},
                            {"HP-1", "5", 10},     {"HP-1", "5.05", -1},  {"HP-1", "9", 2},    {"HP-1", "9.01", 0},
                            {"HP-2", "91", 10},    {"HP-2", "50", -1},    {"HP-2", "49.9", 0}, {"HP-2", "90.5", -1},
                            {"HP-3", "2", 10},     {"HP-3", "6", 2},      {"HP-3", "6.1", 0}};
    for (const Row& row : rows) {
        CAPTURE(row.code);
        CAPTURE(row.value);
        CHECK(pack->indicator(row.code)->scale.score_of(number(row.value)).value_or(-1) == row.score);
    }
}

TEST_CASE("the rule for totals of 2016: seven rights, 10/30/60, bands 75, 65, 50") {
    const auto pack = bundled("kkpham-2016");
    CHECK(pack->criteria.size() == 7);
    CHECK(pack->indicators.empty());
    CHECK(pack->aggregation.weights[0] == 10);
    CHECK(pack->aggregation.weights[1] == 30);
    CHECK(pack->aggregation.weights[2] == 60);
    CHECK(pack->category_of(Rational(75))->id == "peduli");
    CHECK(pack->category_of(number("74.99"))->id == "cukup-peduli");
    CHECK(pack->category_of(Rational(65))->id == "cukup-peduli");
    CHECK(pack->category_of(Rational(50))->id == "mulai-peduli");
    CHECK(pack->category_of(number("49.9"))->id == "belum");
}
