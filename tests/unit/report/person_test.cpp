#include <doctest/doctest.h>

#include "report/person.h"
#include "report/statement.h"
#include "report/tables.h"
#include "samples.h"
#include "sheets/workbook.h"
#include "support/temp_folder.h"

using namespace timbang;
using namespace timbang::report;

namespace {

PersonInput someone(int decisions) {
    PersonInput input;
    input.code = "07";
    input.now = test::kSomeDay;
    for (int i = 0; i < decisions; ++i) input.rows.push_back(test::row("KS-O1", i % 3 == 0 ? 8 : 6, 6, i % 2 == 0));
    input.rights["pack@1/KS"] = "Kesehatan";
    input.cases["kasus"] = "Jumlah yang tidak cocok";
    input.sessions.push_back({"Jumlah yang tidak cocok", test::kSomeDay, "practise", "finished", 9, 9, 4});
    return input;
}

std::string said(const PersonInput& input, base::Lang lang) {
    const base::Catalogue texts = test::messages();
    return html_text(person_document(input, Words(texts, lang)));
}

} // namespace

TEST_CASE("a personal record says the counts, in both languages, and that nobody is ranked") {
    const std::string en = said(someone(30), base::Lang::En), id = said(someone(30), base::Lang::Id);
    CHECK(en.find("people are not ranked") != std::string::npos);
    CHECK(id.find("orang tidak diperingkatkan") != std::string::npos);
    CHECK(en.find("20 of 30") != std::string::npos);
    CHECK(id.find("20 dari 30") != std::string::npos);
    CHECK(en.find("Leans generous") != std::string::npos);
    CHECK(en.find("2 steps generous") != std::string::npos);
    CHECK(id.find("2 langkah lebih longgar") != std::string::npos);
    CHECK(en.find("21 September 2026") != std::string::npos);
    for (const std::string& html : {en, id}) {
        CHECK(html.find("report.") == std::string::npos); // no key without words
        CHECK(html.find("Kesehatan") != std::string::npos);
        CHECK(html.find("Jumlah yang tidak cocok") != std::string::npos);
    }
}

TEST_CASE("a personal record tells what there was before and after each workshop") {
    PersonInput input = someone(12);
    const base::Time workshop = test::kSomeDay + std::chrono::hours(24 * 3);
    for (int i = 0; i < 4; ++i) {
        input.rows.push_back(test::row("KS-P1", 6, i == 0 ? 6 : 4));
        input.rows.back().mode = "room";
        input.rows.back().time = workshop;
    }
    const std::string en = said(input, base::Lang::En), id = said(input, base::Lang::Id);
    CHECK(en.find("Workshop of 24 September 2026") != std::string::npos);
    CHECK(en.find("first votes 1 of 4") != std::string::npos);
    CHECK(id.find("Lokakarya 24 September 2026") != std::string::npos);
    CHECK(said(someone(12), base::Lang::En).find("Workshop of") == std::string::npos);
}

TEST_CASE("few decisions say that they are few, none say what to do") {
    CHECK(said(someone(3), base::Lang::En).find("That is few") != std::string::npos);
    CHECK(said(someone(30), base::Lang::En).find("That is few") == std::string::npos);
    PersonInput none;
    none.code = "07";
    none.now = test::kSomeDay;
    CHECK(said(none, base::Lang::En).find("Practise a case to the end") != std::string::npos);
}

TEST_CASE("what people typed never becomes a formula in CSV or XLSX") {
    const base::Catalogue texts = test::messages();
    std::vector<PartLine> lines;
    for (const char* bad : {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "\r=1+1", "=cmd|' /C calc'!A0"}) {
        PartLine line;
        line.person = line.scenario = line.indicator = line.given = line.reference = line.about = bad;
        line.part = "score";
        lines.push_back(line);
    }
    const sheets::OutBook book = parts_book(lines, Words(texts, base::Lang::En));
    for (const char delimiter : {',', ';'}) {
        const std::string csv = sheets::csv_text(book.sheets.at(0), delimiter);
        // Every cell begins behind a delimiter, a line end or a quotation mark.
        for (std::size_t i = 1; i < csv.size(); ++i) {
            const bool begins = csv[i - 1] == delimiter || csv[i - 1] == '\n' || (csv[i - 1] == '"' && csv[i - 2] == delimiter);
            if (begins) CHECK(std::string("=+-@\t").find(csv[i]) == std::string::npos);
        }
        CHECK(csv.find("\"'\r=1+1\"") != std::string::npos);
    }
    const test::TempFolder folder;
    const std::string path = folder.path() + "/a.xlsx";
    REQUIRE(sheets::write_xlsx(book, path).ok());
    const auto read = sheets::read_workbook(path);
    REQUIRE(read.ok());
    for (std::size_t row = 2; row < 9; ++row)
        for (std::size_t column = 1; column <= 16; ++column) {
            const sheets::Cell& cell = read->sheets[0].cell({row, column});
            CHECK(!cell.formula);
            CHECK((cell.kind == sheets::CellKind::Text || cell.empty()));
        }
}

TEST_CASE("a table has one row for each part, and numbers are numbers") {
    const base::Catalogue texts = test::messages();
    PartLine score;
    score.person = "07";
    score.part = "score";
    score.given = "8";
    score.reference = "6";
    score.result = "different";
    score.steps = 1;
    PartLine verdict = score;
    verdict.part = "verdict";
    verdict.given = "return";
    verdict.steps.reset();
    const auto book = parts_book({score, verdict}, Words(texts, base::Lang::Id));
    const test::TempFolder folder;
    REQUIRE(sheets::write_xlsx(book, folder / "a.xlsx").ok());
    const auto read = sheets::read_workbook(folder / "a.xlsx");
    REQUIRE(read.ok());
    const sheets::Sheet& sheet = read->sheets[0];
    CHECK(sheet.rows() == 3);
    CHECK(sheet.cell({1, 1}).text == "person");
    CHECK(sheet.cell({2, 1}).kind == sheets::CellKind::Text); // "07" stays "07"
    CHECK(sheet.cell({2, 1}).text == "07");
    CHECK(sheet.cell({2, 13}).kind == sheets::CellKind::Number);
    CHECK(sheet.cell({3, 13}).text == "return");
    CHECK(sheet.cell({2, 16}).text == "1");
}

TEST_CASE("a statement says what was checked, by which policy and until when, and nothing else of anybody") {
    const base::Catalogue texts = test::messages();
    StatementInput input;
    input.person = "07";
    input.policy = "Siap memverifikasi";
    input.version = "1";
    input.pool = "practice-pool";
    input.items = 20;
    input.attempts = 3;
    input.ready = true;
    input.counts = {{"Exact", "17 of 20", "at least 16", true}, {"Direction", "+0.4", "up to 0.6", true}};
    input.ended = input.now = test::kSomeDay;
    input.valid_until = test::kSomeDay + std::chrono::hours(24 * 365);
    const std::string en = html_text(statement_document(input, Words(texts, base::Lang::En)));
    for (const char* word : {"Ready to verify", "17 of 20", "at least 16", "21 September 2027", "1 of 3", "compares nobody"})
        CHECK(en.find(word) != std::string::npos);
    input.ready = false;
    input.valid_until.reset();
    input.counts[0].met = false;
    input.reading = "Membaca tahun pada judul";
    const std::string id = html_text(statement_document(input, Words(texts, base::Lang::Id)));
    CHECK(id.find("Belum siap memverifikasi") != std::string::npos);
    CHECK(id.find("Berlaku sampai") == std::string::npos);
    CHECK(id.find("Membaca tahun pada judul") != std::string::npos);
    CHECK(id.find("report.") == std::string::npos);
}
