#include <doctest/doctest.h>

#include <sys/resource.h>

#include "content/workbook/apply.h"
#include "support/workbooks.h"

using namespace timbang;
using namespace timbang::content;
using test::EditedBook;

TEST_CASE("120 indicators with their bands become a framework that reads, and come back the same") {
    const base::Result<base::Catalogue> words =
        base::Catalogue::load(std::string(TIMBANG_SOURCE_DIR) + "/assets/messages");
    REQUIRE(words.ok());
    const std::string from = std::string(TIMBANG_SOURCE_DIR) + "/scenarios/frameworks/practice-22-2021.yaml";
    const base::Result<sheets::OutBook> out = export_framework(from, *words, base::Lang::Id);
    REQUIRE(out.ok());
    EditedBook book(*out);
    const std::size_t first = book.sheet("Indikator").rows();
    for (std::size_t i = 0; i + first <= 120; ++i) {
        const std::size_t row = book.sheet("Indikator").rows() + 1;
        const std::string code = "KS-X" + std::to_string(i);
        book.set("Indikator", row, "Indikator", code);
        book.set("Indikator", row, "Jenis", i % 2 == 0 ? "hasil" : "process");
        book.set("Indikator", row, "Judul (Indonesia)", "Contoh " + code);
        book.set("Indikator", row, "Judul (Inggris)", "Example " + code);
        book.set("Indikator", row, "Satuan", "percent");
        book.set("Indikator", row, "Daftar periksa", "figure");
        book.set("Indikator", row, "Untuk latihan", "ya");
        for (int score = 10; score >= 0; score -= 2) {
            const std::size_t band = book.sheet("Rentang nilai").rows() + 1;
            book.set("Rentang nilai", band, "Indikator atau skala", code);
            book.set("Rentang nilai", band, "Nilai", std::to_string(score));
            book.set("Rentang nilai", band, "Batas bawah", score == 10 ? "95,5" : std::to_string(score * 9));
        }
    }
    const test::TempFolder folder;
    const std::string made = folder / "resmi.yaml";
    const base::Result<WorkbookChanges> changes = import_framework(book.book(), made, *words);
    REQUIRE(changes.ok());
    std::string told;
    for (const CellFinding& finding : changes->findings)
        told += words->text(base::Lang::En, finding.message()) + "\n";
    REQUIRE_MESSAGE(changes->files.size() == 1, told);
    REQUIRE(base::write_file_atomically(made, changes->files.begin()->second).ok());
    const LoadedFramework loaded = load_framework(made);
    REQUIRE(loaded.framework != nullptr);
    REQUIRE(loaded.framework->indicators.size() == 120);
    const domain::Indicator& last = loaded.framework->indicators.back();
    CHECK(last.scale.score_of(*base::Rational::parse("95.5")) == 10);
    CHECK(last.scale.score_of(*base::Rational::parse("95.4")) == 8);
    CHECK(last.practice);
    const base::Result<WorkbookChanges> again = import_framework(book.book(), made, *words);
    REQUIRE(again.ok());
    CHECK(again->files.empty());
}

TEST_CASE("rows of long lists are matched without a table of all pairs") {
    const workbook::SheetSpec spec{"a", workbook::Rows::Places, false, {}, {}, {}, {}, -1};
    std::vector<workbook::Row> before;
    for (int i = 0; i < 20'000; ++i)
        before.push_back({{std::to_string(i), "x"}});
    std::vector<workbook::Row> after = before;
    after[10'000].cells[1] = "changed";
    after.insert(after.begin() + 5, {{"new", "x"}});
    after.erase(after.begin() + 15'000);
    rusage start{}, end{};
    getrusage(RUSAGE_SELF, &start);
    const std::vector<std::size_t> old_of = workbook::match_rows(spec, before, after);
    getrusage(RUSAGE_SELF, &end);
    CHECK(end.ru_maxrss - start.ru_maxrss < 500'000); // kilobytes; the table would take 1.6 GB
    REQUIRE(old_of.size() == after.size());
    CHECK(old_of[4] == 4);
    CHECK(old_of[5] == static_cast<std::size_t>(-1));
    CHECK(old_of[6] == 5);
    CHECK(old_of[10'001] == 10'000);
    CHECK(old_of[14'999] == 14'998);
    CHECK(old_of[15'000] == 15'000);
    CHECK(old_of.back() == 19'999);
}
