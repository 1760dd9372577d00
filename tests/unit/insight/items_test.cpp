#include "insight/items.h"

#include <algorithm>

#include "unit/insight/rows.h"

using namespace timbang;
using namespace timbang::insight;
using timbang::tests::check_text;

namespace {

ItemAnswer answer(const std::string& item, int person, int score, int reference = 6) {
    ItemAnswer made;
    made.item = item;
    made.scenario = "case";
    made.code = "KS-" + item;
    made.person = "p" + std::to_string(person);
    made.time = tests::day(person);
    made.score = score;
    made.reference = reference;
    made.verdict = made.reference_verdict = "accept";
    made.key_hash = "k1";
    made.exact = score == reference;
    return made;
}

const ItemReport& report(const std::vector<ItemReport>& all, const std::string& item) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const ItemReport& one) { return one.item == item; });
    REQUIRE(found != all.end());
    return *found;
}

bool has(const ItemReport& one, ItemSign sign) {
    return std::find(one.signs.begin(), one.signs.end(), sign) != one.signs.end();
}

} // namespace

TEST_CASE("an item counts each person once, with what was answered first") {
    std::vector<ItemAnswer> answers{answer("1", 1, 10), answer("1", 2, 6)};
    answers.push_back(answer("1", 1, 6));
    answers.back().time = tests::day(9);
    answers.push_back(answer("", 3, 6));
    const auto all = item_reports(answers);
    REQUIRE(all.size() == 1);
    CHECK(all[0].n == 2);
    CHECK(all[0].repeats == 1);
    CHECK(all[0].exact.k == 1);
    CHECK(all[0].scores == std::map<int, int>{{6, 1}, {10, 1}});
    CHECK(all[0].signs.empty());
    REQUIRE(all[0].sentences.size() == 1);
    CHECK(all[0].sentences[0].key == "items.few");
}

TEST_CASE("most answer otherwise: the key is suspected, the replies that they met are counted") {
    std::vector<ItemAnswer> answers;
    for (int person = 0; person < 12; ++person) {
        answers.push_back(answer("1", person, person < 8 ? 10 : 6));
        answers.back().problems = {{"wrong-year", person % 2 == 0}};
        answers.back().alarms = {"arithmetic"};
        answers.back().lines = {"endorsed"};
    }
    const auto all = item_reports(answers);
    const ItemReport& one = report(all, "1");
    CHECK(has(one, ItemSign::WrongKeySuspected));
    CHECK_FALSE(has(one, ItemSign::SplitsTheRoom));
    const auto met = [&](const std::string& part, const std::string& about) {
        for (const ReplyCount& reply : one.replies)
            if (reply.part == part && reply.about == about) return reply.n;
        return 0;
    };
    CHECK(met("score", "10") == 8);
    CHECK(met("problem", "wrong-year") == 6);
    CHECK(met("alarm", "arithmetic") == 12);
    CHECK(met("checklist", "endorsed") == 12);
    CHECK(one.replies.front().n == 12);
    for (const base::Message& sentence : one.sentences)
        check_text(sentence);
}

TEST_CASE("those who are good elsewhere answer otherwise: the key is suspected although most follow it") {
    std::vector<ItemAnswer> answers;
    for (int person = 0; person < 24; ++person) {
        const bool good = person < 8;
        for (const char* item : {"2", "3", "4", "5"})
            answers.push_back(answer(item, person, good ? 6 : 2));
        answers.push_back(answer("1", person, good ? 8 : 6));
    }
    const auto all = item_reports(answers);
    const ItemReport& one = report(all, "1");
    CHECK(*one.item_rest < -0.9);
    REQUIRE(has(one, ItemSign::WrongKeySuspected));
    CHECK(one.sentences.front().key == "items.wrong-key-good");
    CHECK_FALSE(has(report(all, "2"), ItemSign::SplitsTheRoom));
}

TEST_CASE("answers far apart, too easy, and nothing that stands out") {
    std::vector<ItemAnswer> answers;
    for (int person = 0; person < 12; ++person) {
        answers.push_back(answer("1", person, (person % 4) * 2));
        answers.push_back(answer("2", person, 6));
        answers.push_back(answer("3", person, person < 8 ? 6 : 4));
    }
    const auto all = item_reports(answers);
    CHECK(has(report(all, "1"), ItemSign::SplitsTheRoom));
    CHECK(has(report(all, "2"), ItemSign::TooEasy));
    CHECK(report(all, "3").signs.empty());
    CHECK(report(all, "3").sentences.front().key == "items.sound");
    for (const ItemReport& one : all)
        for (const base::Message& sentence : one.sentences)
            check_text(sentence);
}

TEST_CASE("a comment on the rule shows at once, also where the item's hash was not kept") {
    const auto all = item_reports({answer("1", 1, 6)}, {{"1", "", "", true, "Which year counts?", {}},
                                                        {"", "case", "KS-1", true, "T-2 is unclear", {}},
                                                        {"1", "", "", false, "Small print", {}},
                                                        {"", "case", "KS-9", true, "Of nothing", {}}});
    REQUIRE(all.size() == 2);
    CHECK(all[1].code == "KS-9"); // nobody's answer was compared
    CHECK(all[1].n == 0);
    CHECK(all[1].rule_comments == std::vector<std::string>{"Of nothing"});
    CHECK(all[0].rule_comments.size() == 2);
    CHECK(all[0].reading_comments.size() == 1);
    REQUIRE(has(all[0], ItemSign::RuleUnclear));
    CHECK(all[0].sentences.front().key == "items.rule");
    CHECK(all[0].sentences.back().key == "items.few");
    for (const char* key : {"items.wrong-key", "items.wrong-key-good", "items.splits", "items.easy", "items.hard",
                            "items.lenient", "items.rule", "items.few", "items.sound"})
        check_text({key, all[0].sentences.front().args});
}

TEST_CASE("items asked by verdict alone are reported by verdict") {
    std::vector<ItemAnswer> answers;
    for (int person = 0; person < 12; ++person) {
        answers.push_back(answer("1", person, 0));
        answers.back().score.reset();
        answers.back().reference.reset();
        answers.back().verdict = person < 9 ? "return" : "accept";
        answers.back().exact = person >= 9;
    }
    const auto all = item_reports(answers);
    CHECK(all[0].verdicts.at("return") == 9);
    CHECK(has(all[0], ItemSign::WrongKeySuspected));
    check_text(all[0].sentences.front());
}
