#include "insight/progress.h"

#include <doctest/doctest.h>

using namespace timbang;
using namespace timbang::insight;

namespace {

DecisionRow row(const std::string& criterion, bool exact, const char* time) {
    DecisionRow made;
    made.scenario = "case";
    made.framework = "pack@1";
    made.criterion = criterion;
    made.code = criterion + "-O1";
    made.type = domain::IndicatorType::Outcome;
    made.exact = exact;
    made.steps = exact ? 0 : 2;
    made.score = exact ? 6 : 10;
    made.reference = 6;
    made.time = *base::parse_iso_time(time);
    return made;
}

Candidate candidate(const std::string& folder, const std::string& criterion, const std::string& level) {
    Candidate made;
    made.folder = made.scenario = folder;
    made.framework = "pack@1";
    made.level = level;
    made.asks = {{criterion, domain::IndicatorType::Outcome}};
    return made;
}

} // namespace

TEST_CASE("months are those on the wall, oldest first") {
    const auto months =
        by_month({row("KS", true, "2025-10-31T20:00:00.000Z"), row("KS", false, "2025-10-10T10:00:00.000Z")}, 7 * 60);
    REQUIRE(months.size() == 2);
    CHECK(months[0].month == 10);
    CHECK(months[1].month == 11); // 03:00 on 1 November in Jakarta
    CHECK(months[0].points.mean == doctest::Approx(4));
    CHECK(months[1].exact.k == 1);
}

TEST_CASE("counts by right and by problem family") {
    DecisionRow one = row("KS", true, "2025-10-10T10:00:00.000Z");
    one.problems = {{"year", true}, {"year", false}, {"source", true}};
    const DecisionRow other = row("PA", false, "2025-10-10T10:00:00.000Z");
    const auto rights = by_criterion({other, one, one});
    REQUIRE(rights.size() == 2);
    CHECK(rights[0].id == "pack@1/KS");
    CHECK(rights[0].n == 2);
    const auto families = by_family({one});
    CHECK(families[0].id == "year");
    CHECK(families[0].k == 1);
}

TEST_CASE("the next case asks for the right that lay furthest from the reference") {
    const std::vector<DecisionRow> rows{row("KS", true, "2025-10-10T10:00:00.000Z"),
                                        row("PA", false, "2025-10-10T10:00:00.000Z")};
    std::vector<Candidate> all{candidate("a", "KS", "foundation"), candidate("b", "PA", "expert"),
                               candidate("c", "PA", "foundation")};
    Suggestion next = practise_next(rows, all);
    CHECK(next.candidate == 2);
    CHECK(next.why.key == "next.same-right");
    CHECK(next.about == "PA-O1");
    all[2].finished = true;
    CHECK(practise_next(rows, all).candidate == 1);
    all[0].started = true;
    next = practise_next(rows, all);
    CHECK(next.candidate == 0);
    CHECK(next.why.key == "next.started");
    for (Candidate& one : all) {
        one.finished = true;
        one.started = false;
    }
    CHECK(practise_next(rows, all).candidate == -1);
    CHECK(practise_next(rows, {}).candidate == -1);
}

TEST_CASE("the guided case comes first while nothing is finished") {
    std::vector<Candidate> all{candidate("a", "KS", "foundation"), candidate("guided", "IN", "foundation")};
    all[1].guided = true;
    CHECK(suggested_order({}, all).front() == 1);
    all[0].finished = true;
    all[1].finished = true;
    all.push_back(candidate("c", "KS", "expert"));
    CHECK(suggested_order({}, all).front() == 2);
    all[2].broken = true;
    CHECK(suggested_order({}, all).back() == 2);
    CHECK(practise_next({}, all).candidate == -1);
}
