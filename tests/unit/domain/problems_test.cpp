#include <doctest/doctest.h>

#include "domain/comparison.h"
#include "support/sitting.h"

using namespace timbang::tests;

namespace {

/// Marks and then decides at the desk of the small case, whose report shows a wrong year and a sum that is off.
struct Marking : Sitting {
    void begin() {
        start(Mode::Practise);
        to_desk();
    }
    void claim(EvidenceIx evidence, int page, const char* quote, const char* type) {
        ok(mark(made.births, evidence, page, quote, type));
    }
    IndicatorComparison result() {
        decide(made.births, Verdict::Return, 6);
        return compare_indicator(*scenario, state, made.births);
    }
    Problem& sum() { return made.builder.at(made.births).problems[1]; }
    std::vector<Allowed>& allowed() { return made.builder.at(made.births).allowed; }
};

} // namespace

TEST_CASE("problems are found by type and place, missed without a claim") {
    Marking marking;
    marking.begin();
    marking.claim(marking.made.report, 2, "Jumlah 40", "sum-off");
    marking.claim(marking.made.report, 1, "2023", ""); // a citation claims nothing
    const auto result = marking.result();
    CHECK(result.problems[0].match == ProblemMatch::Missed);
    CHECK(result.problems[1].match == ProblemMatch::Found);
    CHECK(result.problems[1].marks == std::vector<int>{1});
    CHECK(result.alarms.empty());
    CHECK(result.found() == 1);
    CHECK(result.missed() == 1);
}

TEST_CASE("a wrong type on a passage is a false alarm and the problem is missed") {
    Marking marking;
    marking.begin();
    marking.claim(marking.made.report, 2, "Jumlah 40", "not-endorsed");
    const auto result = marking.result();
    CHECK(result.problems[1].match == ProblemMatch::Missed);
    REQUIRE(result.alarms.size() == 1);
    CHECK(result.alarms[0].type == "not-endorsed");
    CHECK(result.alarms[0].mark == 1);
}

TEST_CASE("other places and other types count where the key says so") {
    Marking marking;
    marking.sum().also.push_back(marking.made.builder.passage(marking.made.report, 2, "nihil dua"));
    marking.sum().also_types = {"not-endorsed"};
    marking.begin();
    marking.claim(marking.made.report, 2, "nihil dua", "not-endorsed");
    const auto result = marking.result();
    CHECK(result.problems[1].match == ProblemMatch::Found);
    CHECK(result.alarms.empty());
}

TEST_CASE("another type counts at its passage only") {
    Marking marking;
    marking.sum().also_types = {"not-endorsed"};
    marking.begin();
    marking.claim(marking.made.table, 1, "2024", "not-endorsed");
    const auto result = marking.result();
    CHECK(result.problems[1].match == ProblemMatch::Missed);
    CHECK(result.alarms.size() == 1);
}

TEST_CASE("the right type in the wrong place is said so") {
    Marking marking;
    marking.begin();
    marking.claim(marking.made.table, 1, "2024", "sum-off");
    const auto result = marking.result();
    CHECK(result.problems[1].match == ProblemMatch::WrongPlace);
    CHECK(result.problems[1].marks == std::vector<int>{1});
    CHECK(result.alarms.empty());
    CHECK(result.missed() == 2);
    bool said = false;
    for (const Feedback& one : result.feedback) said = said || (one.part == AnswerPart::Problem && one.mark == 1);
    CHECK(said);
}

TEST_CASE("one claim in the wrong place stands for a missed problem, the nearest; the others are false alarms") {
    Marking marking;
    marking.begin();
    marking.claim(marking.made.table, 1, "2024", "sum-off");
    marking.claim(marking.made.report, 2, "Kecamatan Dua", "sum-off");
    marking.claim(marking.made.report, 1, "Disahkan", "sum-off");
    const auto result = marking.result();
    CHECK(result.problems[1].match == ProblemMatch::WrongPlace);
    CHECK(result.problems[1].marks == std::vector<int>{2});
    REQUIRE(result.alarms.size() == 2);
    CHECK(result.alarms[0].mark == 1);
    CHECK(result.alarms[1].mark == 3);
}

TEST_CASE("a mark over half the page is in the wrong place even on the passage") {
    Marking marking;
    marking.begin();
    const auto page = marking.scenario->page(marking.made.report, 2);
    marking.ok(MarkPassage{marking.made.births, marking.made.report, 2,
                           {0, static_cast<std::uint32_t>(page->text.size() / 2 + 15)}, std::nullopt, "sum-off"});
    CHECK(marking.result().problems[1].match == ProblemMatch::WrongPlace);
}

TEST_CASE("a further claim of a type that was found already is a false alarm elsewhere") {
    Marking marking;
    marking.begin();
    marking.claim(marking.made.report, 2, "Jumlah 40", "sum-off");
    marking.claim(marking.made.report, 2, "40", "sum-off");
    marking.claim(marking.made.table, 1, "2024", "sum-off");
    const auto result = marking.result();
    CHECK(result.problems[1].marks == std::vector<int>{1, 2});
    CHECK(result.alarms.size() == 1);
}

TEST_CASE("fair remarks are neither found nor false alarms") {
    Marking marking;
    Allowed on_page;
    on_page.type = "not-endorsed";
    on_page.where.evidence = marking.made.report;
    on_page.where.page = 2;
    Allowed on_quote;
    on_quote.where = marking.made.builder.passage(marking.made.table, 1, "Belanja kesehatan");
    Allowed in_document;
    in_document.type = "wrong-year";
    in_document.where.evidence = marking.made.table;
    marking.allowed() = {on_page, on_quote, in_document};
    marking.begin();
    marking.claim(marking.made.report, 2, "Kecamatan Satu", "not-endorsed"); // anywhere on the page
    marking.claim(marking.made.table, 1, "kesehatan 2024", "sum-off");        // overlaps the quote, any type
    marking.claim(marking.made.table, 1, "sudah benar", "wrong-year");        // anywhere in the document
    const auto result = marking.result();
    CHECK(result.alarms.empty());
    CHECK(result.missed() == 2);
    CHECK(result.problems[0].match == ProblemMatch::Missed); // a fair remark is no claim in the wrong place either
    CHECK(result.problems[1].match == ProblemMatch::Missed);
}

TEST_CASE("a fair remark of another type or place stays a false alarm") {
    Marking marking;
    Allowed on_page;
    on_page.type = "not-endorsed";
    on_page.where.evidence = marking.made.report;
    on_page.where.page = 2;
    marking.allowed() = {on_page};
    marking.begin();
    marking.claim(marking.made.report, 1, "Disahkan", "not-endorsed");
    CHECK(marking.result().alarms.size() == 1);
}

TEST_CASE("marks of another indicator do not count") {
    Marking marking;
    marking.begin();
    marking.ok(marking.mark(marking.made.budget, marking.made.report, 2, "Jumlah 40", "sum-off"));
    CHECK(marking.result().problems[1].match == ProblemMatch::Missed);
}

TEST_CASE("each alarm has its own reply") {
    Marking marking;
    marking.made.builder.at(marking.made.births).replies = {
        ScenarioBuilder::reply(condition(ConditionKind::Alarm, "not-endorsed"), "it is endorsed"),
        ScenarioBuilder::reply(condition(ConditionKind::Alarm, "any"), "nothing there")};
    marking.begin();
    marking.claim(marking.made.report, 2, "nihil satu", "not-endorsed");
    marking.claim(marking.made.report, 2, "Jumlah 40", "sum-off");
    marking.claim(marking.made.table, 1, "2024", "sum-off");
    std::vector<std::pair<int, std::string>> alarms;
    for (const Feedback& one : marking.result().feedback)
        if (one.part == AnswerPart::Alarm) alarms.emplace_back(one.mark, one.why.en);
    CHECK(alarms == std::vector<std::pair<int, std::string>>{{1, "it is endorsed"}, {3, "nothing there"}});
}
