#include "app/record_rows.h"

#include <doctest/doctest.h>

#include "base/message.h"

using namespace timbang;
using namespace timbang::app;

namespace {

constexpr const char* kResult =
    R"({"decided":true,"exact":false,"near":null,"score":{"given":10,"reference":8,"steps":1},)"
    R"("verdict":{"given":"accept","reference":"return","match":"different"},)"
    R"("checklist":[{"rule":"endorsed","given":"yes","reference":"yes"},{"rule":"arithmetic","given":null,"reference":"no"}],)"
    R"("problems":[{"type":"arithmetic","match":"wrong-place","marks":[1]},{"type":"wrong-year","match":"found","marks":[2]}],)"
    R"("alarms":[{"mark":3,"type":"not-endorsed"}],"certainty_mark":null,"sure":true,"sure_and_different":true,)"
    R"("opened_all":false,"item_hash":"abc"})";

store::DecisionRow decision(const std::string& mode = "practise") {
    store::DecisionRow row;
    row.session = "s";
    row.person = "p";
    row.scenario = "somewhere-else";
    row.framework = "gone@1";
    row.indicator = "KS-O1";
    row.time = *base::parse_iso_time("2025-11-02T00:00:00.000Z");
    row.confidence = 3;
    row.result = kResult;
    row.content_hash = "content";
    row.key_hash = "key";
    row.mode = mode;
    return row;
}

store::VoteRow vote(const std::string& kind, const std::string& person = "p") {
    store::VoteRow row;
    row.session = "r";
    row.person = person;
    row.kind = kind;
    row.scenario = "somewhere-else";
    row.framework = "gone@1";
    row.indicator = "KS-O1";
    row.time = *base::parse_iso_time("2025-11-01T00:00:00.000Z");
    row.result = kResult;
    row.item_hash = "abc";
    return row;
}

} // namespace

TEST_CASE("a decision is read from its result where neither case nor rule pack is here") {
    const auto rows = rows_from_record({decision()}, {}, {{"somewhere-else", {true, {"wrong-year"}}}});
    REQUIRE(rows.size() == 1);
    const insight::DecisionRow& row = rows[0];
    CHECK(row.criterion == "KS");
    CHECK(row.item == "abc");
    CHECK(row.form == "content");
    CHECK(row.score == 10);
    CHECK(row.reference == 8);
    CHECK(row.steps == 1);
    CHECK(row.places == 0);
    CHECK(row.verdict == "accept");
    CHECK(row.reference_verdict == "return");
    CHECK(row.confidence == 3);
    CHECK(row.sure_and_different());
    CHECK_FALSE(row.opened_all);
    REQUIRE(row.met.size() == 2);
    CHECK(row.met[0].wrong_place);
    CHECK(row.met[1].found);
    CHECK(row.problems[1].second);
    CHECK(row.alarms[0].type == "not-endorsed");
    CHECK(row.announced);
    CHECK(row.about == std::vector<std::string>{"wrong-year"});
}

TEST_CASE("of rooms only first votes count; checks and what was not compared count nowhere") {
    CHECK(rows_from_record({decision("check")}, {}).empty());
    store::DecisionRow open = decision();
    open.result.clear();
    CHECK(rows_from_record({open}, {}).empty());
    open.result = "{ cut";
    CHECK(rows_from_record({open}, {}).empty());
    open.result = R"(["decided"])";
    CHECK(rows_from_record({open}, {}).empty());
    const auto rows = rows_of_person({decision()}, {vote("first"), vote("second"), vote("group", "")}, {});
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].mode == "room"); // oldest first
    CHECK_FALSE(rows[0].reading_kept);
    CHECK(rows[1].mode == "practise");
    CHECK(insight::unseen(rows).size() == 1); // the item was voted on before
}

TEST_CASE("without a hash the case and the code stand for the item, but there is no item to report") {
    store::DecisionRow old = decision();
    old.result = R"({"decided":true,"exact":true,"score":{"given":8,"reference":8,"steps":0}})";
    CHECK(rows_from_record({old}, {})[0].item == "somewhere-else/KS-O1");
    CHECK_FALSE(item_answer(old));
}

TEST_CASE("answers for the item report tell what differed") {
    const auto answer = item_answer(decision());
    REQUIRE(answer);
    CHECK(answer->item == "abc");
    CHECK(answer->person == "p");
    CHECK(answer->lines == std::vector<std::string>{"arithmetic"});
    CHECK(answer->problems.size() == 2);
    CHECK(answer->alarms == std::vector<std::string>{"not-endorsed"});
    CHECK(item_answer(vote("first")));
    CHECK_FALSE(item_answer(vote("second")));
    CHECK_FALSE(item_answer(decision("check")));
}
