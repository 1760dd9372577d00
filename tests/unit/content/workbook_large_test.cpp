#include <doctest/doctest.h>

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
