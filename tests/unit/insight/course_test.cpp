#include <algorithm>

#include "insight/progress.h"
#include "unit/insight/rows.h"

using namespace timbang;
using namespace timbang::insight;
using timbang::tests::check_text;
using timbang::tests::decision;

namespace {

/// `n` new decisions in one sitting, every `of`-th one step generous (0: all exact; 1: none).
void add(std::vector<DecisionRow>& rows, int n, int of, int on_day, const std::string& mode = "practise") {
    const std::string session = mode + std::to_string(rows.size());
    for (int i = 0; i < n; ++i) {
        rows.push_back(decision(session, session + std::to_string(i), of > 0 && i % of == 0 ? 1 : 0, 2, on_day));
        rows.back().mode = mode;
    }
}

std::int64_t number(const base::Message& message, const std::string& name) {
    const auto found =
        std::find_if(message.args.begin(), message.args.end(), [&](const auto& arg) { return arg.first == name; });
    REQUIRE(found != message.args.end());
    return std::get<std::int64_t>(found->second);
}

} // namespace

TEST_CASE("a trend is told only where the intervals support it") {
    std::vector<DecisionRow> rows;
    add(rows, 5, 1, 0);
    add(rows, 5, 0, 30);
    CHECK(course_of_exact(rows).trend == Trend::Few); // five and five, however clear
    rows.clear();
    add(rows, 20, 1, 0);
    add(rows, 20, 0, 30);
    CHECK(course_of_exact(rows).trend == Trend::Rising);
    CHECK(number(course_of_exact(rows).sentence, "k") == 20);
    CHECK(course_of_direction(rows).trend == Trend::Rising); // closer
    std::reverse(rows.begin(), rows.end());
    CHECK(course_of_exact(rows).trend == Trend::Falling);
    CHECK(course_of_direction(rows).trend == Trend::Falling);
    rows.clear();
    add(rows, 12, 3, 0);
    add(rows, 12, 2, 30);
    CHECK(course_of_exact(rows).trend == Trend::Open); // 8 of 12 and 6 of 12
    rows.clear();
    add(rows, 200, 4, 0);
    add(rows, 200, 4, 30);
    CHECK(course_of_exact(rows).trend == Trend::Steady);
    CHECK(course_of_direction(rows).sentence.key == "progress.direction-steady-generous");
}

TEST_CASE("the same items decided again show no progress") {
    std::vector<DecisionRow> rows;
    add(rows, 20, 1, 0);
    std::vector<DecisionRow> again = rows;
    for (DecisionRow& row : again) {
        row.session = "again";
        row.exact = true;
        row.steps = 0;
    }
    rows.insert(rows.end(), again.begin(), again.end());
    const Course course = course_of_exact(rows);
    CHECK(course.earlier + course.later == 20);
    CHECK(course.trend != Trend::Rising);
    CHECK(by_month(rows, 0).front().exact.n == 20);
}

TEST_CASE("before and after a workshop: one's own decisions around the first votes") {
    std::vector<DecisionRow> rows;
    add(rows, 20, 1, 0);
    add(rows, 6, 2, 40, "room");
    add(rows, 3, 0, 42, "room");
    add(rows, 20, 0, 50);
    add(rows, 4, 2, 200, "room");
    const auto spans = workshops(rows);
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].sessions.size() == 2);
    const AroundWorkshop around = around_workshop(rows, spans[0]);
    CHECK(around.before.n == 20);
    CHECK(around.before.k == 0);
    CHECK(around.first_votes.n == 9);
    CHECK(around.after.k == 20);
    CHECK(around.trend == Trend::Rising);
    check_text(around.sentence);
    const AroundWorkshop last = around_workshop(rows, spans[1]);
    CHECK(last.before.n == 0); // more than ninety days before it
    CHECK(last.sentence.key == "progress.workshop-nothing-before");
}

TEST_CASE("every sentence on a course is in both languages") {
    for (const char* trend : {"few", "rising", "steady", "falling", "open"}) {
        const base::Args args{{"k", std::int64_t{1}}, {"n", std::int64_t{2}},  {"before", std::int64_t{3}},
                              {"of", std::int64_t{4}}, {"all", std::int64_t{5}}, {"of-before", std::int64_t{5}},
                              {"votes", std::int64_t{1}}, {"of-votes", std::int64_t{1}}, {"after", std::int64_t{1}},
                              {"of-after", std::int64_t{1}}};
        check_text({std::string("progress.exact-") + trend, args});
        check_text({std::string("progress.workshop-") + trend, args});
        if (std::string(trend) == "few") check_text({"progress.direction-few", args});
        else
            for (const char* side : {"generous", "strict", "level"})
                check_text({std::string("progress.direction-") + trend + "-" + side, args});
    }
}
