#include "report/items.h"

#include <doctest/doctest.h>

#include "samples.h"

using namespace timbang;
using namespace timbang::report;

namespace {

/// An item that splits the room, and one that two people answered.
ItemsInput input() {
    std::vector<insight::ItemAnswer> answers;
    const auto answer = [&](const char* code, int person, int score, int reference) {
        insight::ItemAnswer one;
        one.item = std::string("hash-") + code;
        one.scenario = "kasus";
        one.code = code;
        one.person = "CANARY-" + std::to_string(person);
        one.time = test::kSomeDay;
        one.score = score;
        one.reference = reference;
        one.verdict = "accept";
        one.reference_verdict = "return";
        one.exact = score == reference;
        one.problems = {{"wrong-year", false}};
        one.lines = {"endorsed"};
        answers.push_back(std::move(one));
    };
    for (int person = 0; person < 12; ++person)
        answer("KS-O1", person, person % 4 * 2, 6);
    for (int person = 0; person < 2; ++person)
        answer("KS-P1", person, 8, 8);
    ItemsInput made;
    made.items = insight::item_reports(answers, {{"", "kasus", "KS-P1", true, "=Aturan <b>kabur</b>", test::kSomeDay}});
    made.cases = {{"kasus", "Kasus uji"}};
    made.indicators = {{"kasus/KS-O1", "Judul O1"}};
    made.problems = {{"wrong-year", "Tahun lain"}};
    made.rules = {{"endorsed", "Disahkan"}};
    made.now = test::kSomeDay;
    return made;
}

} // namespace

TEST_CASE("the item report tells answers, signs and comments in both languages, and names nobody") {
    const base::Catalogue texts = test::messages();
    for (const auto lang : {base::Lang::En, base::Lang::Id}) {
        const bool en = lang == base::Lang::En;
        const std::string html = html_text(items_document(input(), Words(texts, lang)));
        CHECK(html.find("report.") == std::string::npos);
        CHECK(html.find("items.") == std::string::npos);
        CHECK(html.find("CANARY") == std::string::npos);
        CHECK(html.find("KS-O1  Judul O1") != std::string::npos);
        CHECK(html.find(en ? "3 of 12: 25%, 90% interval 10% to 49%" : "3 dari 12: 25%, selang 90% 10% sampai 49%") !=
              std::string::npos);
        CHECK(html.find(en ? "The answers are far apart" : "Jawaban sangat beragam") != std::string::npos);
        CHECK(html.find(en ? "From 2 people: too few for a sign."
                           : "Dari 2 orang: terlalu sedikit untuk sebuah tanda.") != std::string::npos);
        CHECK(html.find("Tahun lain") != std::string::npos);
        CHECK(html.find("Disahkan") != std::string::npos);
        CHECK(html.find("=Aturan &lt;b&gt;kabur&lt;/b&gt;") != std::string::npos);
    }
}

TEST_CASE("without an answer the report says so") {
    const base::Catalogue texts = test::messages();
    ItemsInput none;
    none.now = test::kSomeDay;
    const std::string html = html_text(items_document(none, Words(texts, base::Lang::En)));
    CHECK(html.find("Nobody&#39;s answer") != std::string::npos);
    CHECK(html.find("NaN") == std::string::npos);
}

TEST_CASE("tables of items hold a row for each indicator, answer and comment; a comment is never a formula") {
    const base::Catalogue texts = test::messages();
    const sheets::OutBook book = items_book(input(), Words(texts, base::Lang::En));
    REQUIRE(book.sheets.size() == 3);
    REQUIRE(book.sheets[0].rows.size() == 2);
    for (const sheets::OutSheet& sheet : book.sheets)
        for (const auto& row : sheet.rows)
            CHECK(row.size() == sheet.columns.size());
    const std::string items = sheets::csv_text(book.sheets[0], ',');
    CHECK(items.find("kasus,KS-O1,hash-KS-O1,12,3,0.250,0.1") != std::string::npos);
    CHECK(items.find("\"0: 3, 2: 3, 4: 3, 6: 3\"") != std::string::npos);
    CHECK(items.find("splits") != std::string::npos);
    const std::string answers = sheets::csv_text(book.sheets[1], ',');
    CHECK(answers.find("kasus,KS-O1,hash-KS-O1,given,score,4,3,12") != std::string::npos);
    CHECK(answers.find("kasus,KS-O1,hash-KS-O1,differed,problem,wrong-year,12,12") != std::string::npos);
    CHECK(sheets::csv_text(book.sheets[2], ',').find("rule,'=Aturan <b>kabur</b>") != std::string::npos);
}
