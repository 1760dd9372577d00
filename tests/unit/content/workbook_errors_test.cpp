#include <doctest/doctest.h>

#include "support/workbooks.h"

using namespace timbang;
using namespace timbang::content;
using sheets::Cell;
using sheets::CellKind;
using test::EditedBook;

namespace {

const std::string kScenarios = std::string(TIMBANG_SOURCE_DIR) + "/scenarios";
const std::string kCase = kScenarios + "/jumlah-yang-tidak-cocok";

base::Catalogue words() {
    base::Result<base::Catalogue> loaded = base::Catalogue::load(std::string(TIMBANG_SOURCE_DIR) + "/assets/messages");
    REQUIRE(loaded.ok());
    return std::move(loaded).value();
}
CheckContext context() {
    CheckContext made;
    made.framework_folders = {kScenarios + "/frameworks"};
    return made;
}
EditedBook exported() {
    const base::Result<sheets::OutBook> book = export_case(kCase, context(), words(), base::Lang::En);
    REQUIRE(book.ok());
    return EditedBook(*book);
}
/// "code cell" of every finding, in order; texts in both languages must be whole.
std::string told(const base::Result<WorkbookChanges>& changes) {
    const base::Catalogue catalogue = words();
    REQUIRE(changes.ok());
    std::string list;
    for (const CellFinding& finding : changes->findings) {
        CHECK(catalogue.has(finding.message().key));
        for (const base::Lang lang : {base::Lang::Id, base::Lang::En}) {
            const std::string text = catalogue.text(lang, finding.message());
            CHECK_MESSAGE(text.find('{') == std::string::npos, text);
        }
        const bool cell = finding.row > 0 && finding.column > 0;
        list += (list.empty() ? "" : ", ") + finding.code + " " +
                (cell ? sheets::cell_name({finding.row, finding.column}) : std::to_string(finding.row));
    }
    return list;
}
std::string told(const EditedBook& book) {
    const auto changes = import_case(book.book(), kCase, context(), words());
    if (changes.ok() && changes->has_errors()) CHECK(changes->files.empty());
    return told(changes);
}

} // namespace

TEST_CASE("everything that cannot stand in a cell is told in one pass, by its address") {
    EditedBook book = exported();
    const auto put = [&](std::size_t row, const char* heading, Cell cell) {
        book.set("References", row, heading, cell);
    };
    put(2, "Score", {CellKind::Date, false, false, "2025-03-08"});
    put(3, "Score", {CellKind::NoResult, true, false, "="});
    put(4, "Score", {CellKind::ErrorValue, true, false, "#REF!"});
    put(5, "Score", {CellKind::Number, false, true, "0.9"});
    put(6, "Score", {CellKind::Text, false, false, "delapan"});
    put(7, "Score", {CellKind::Text, false, false, "8,5"});
    put(8, "Score", {CellKind::Number, false, false, "7"});
    put(9, "Verdict", {CellKind::Text, false, false, "acept"});
    put(9, "Rules met", {CellKind::Text, false, false, "endorsed, data-yaer"});
    put(10, "Rests on", {CellKind::Text, false, false, "persalinan 1 \"x\"\nno such thing"});
    put(10, "Reason (English)", {CellKind::Empty, false, false, ""});
    CHECK(
        told(book) ==
        "cell-date C2, cell-no-result C3, cell-error-value C4, cell-percent C5, cell-not-whole C6, cell-not-whole C7, "
        "cell-unknown-name B9, cell-unknown-name F9, cell-missing J10, cell-bad-passage K10, cell-off-scale C8");
}

TEST_CASE("what a date was, what a percentage should be and what was meant is said") {
    const base::Catalogue catalogue = words();
    EditedBook book = exported();
    book.set("References", 2, "Score", {CellKind::Date, false, false, "2025-03-08"});
    book.set("References", 3, "Score", {CellKind::Number, false, true, "0.9"});
    book.set("References", 4, "Verdict", "acept");
    const auto changes = import_case(book.book(), kCase, context(), catalogue);
    REQUIRE(changes.ok());
    REQUIRE(changes->findings.size() == 3);
    CHECK(catalogue.text(base::Lang::En, changes->findings[0].message()) ==
          "Sheet “References”, cell C2: the date 2025-03-08 stands here. Perhaps 8.3 was typed and became a date; "
          "format the "
          "cell as text and type it again. Expected: a whole number: 0, 1, 2, ….");
    CHECK(catalogue.text(base::Lang::Id, changes->findings[1].message()).find("ketik 90 tanpa") != std::string::npos);
    const std::string near = catalogue.text(base::Lang::En, changes->findings[2].message());
    CHECK(near.find("“acept” is not known. Expected: accept, return, reject. Nearest: accept.") != std::string::npos);
}

TEST_CASE("a score that another indicator has and this one has not is told with its scale") {
    EditedBook book = exported();
    const std::size_t row = book.row("References", {"PA-P1"}); // counts meetings: no score of 2
    book.set("References", row, "Score", "2");
    CHECK(told(book) == "cell-off-scale C" + std::to_string(row));
}

TEST_CASE("merged cells are refused where a value is needed or would be hidden") {
    EditedBook book = exported();
    const std::size_t code = book.column("Panel", "Indicator"), score = book.column("Panel", "Score");
    book.sheet("Panel").merges.push_back({{2, code}, {4, code}});
    book.set("Panel", 3, "Indicator", "");
    book.sheet("Panel").merges.push_back({{5, score}, {6, score}});
    CHECK(told(book) == "cell-merged A3, cell-merged A4, cell-merged D6");
}

TEST_CASE("formulas count with their result and are noted; macros are noted") {
    EditedBook book = exported();
    book.set("References", 2, "Score", {CellKind::Number, true, false, book.text("References", 2, "Score")});
    sheets::Workbook with_macros = book.book();
    with_macros.macros = true;
    const auto changes = import_case(with_macros, kCase, context(), words());
    CHECK(told(changes) == "macros-left 0, formulas-read C2");
    CHECK(changes->files.empty());
    CHECK_FALSE(changes->has_errors());
}

TEST_CASE("sheets, headings and rows that do not fit are told") {
    EditedBook book = exported();
    book.set("Panel", 1, "Panelist", "Siapa");
    book.set("Replies", 1, "Rule", "Catatan saya");
    book.set("Panelists", 3, "Id", "P1");
    book.set("Case", 2, "Field", "Kennung");
    CHECK(told(book) == "field-unknown A2, column-unknown D1, column-missing 1, column-unknown B1, column-missing 1");
    EditedBook twice = exported();
    twice.set("Panelists", 3, "Id", "P1");
    CHECK(told(twice).starts_with("row-twice A3"));
    sheets::Workbook other;
    other.sheets.emplace_back().name = "Keuangan";
    other.sheets.back().set({1, 1}, {CellKind::Text, false, false, "x"});
    CHECK(told(import_case(other, kCase, context(), words())) == "sheet-unknown 0, nothing-known 0");
}

TEST_CASE("numbers are read with a point or a comma, and not where they can be read in two ways") {
    const std::string path = kScenarios + "/frameworks/kkpham-2013.yaml";
    const base::Result<sheets::OutBook> out = export_framework(path, words(), base::Lang::En);
    REQUIRE(out.ok());
    EditedBook book(*out);
    const std::size_t row = book.row("Bands", {"HP-1", "8"});
    CHECK(book.text("Bands", row, "From") == "5.1");
    book.set("Bands", row, "From", "5,10");
    CHECK(import_framework(book.book(), path, words())->files.empty());
    book.set("Bands", row, "From", "5,2");
    const auto changes = import_framework(book.book(), path, words());
    REQUIRE(changes.ok());
    REQUIRE(changes->files.size() == 1);
    CHECK(changes->files.begin()->second.find("8: {from: 5.2, to: 6}") != std::string::npos);
    book.set("Bands", row, "From", "1.147");
    CHECK(told(import_framework(book.book(), path, words())) == "cell-grouped-number D" + std::to_string(row));
}

TEST_CASE("bands that make no scale are told") {
    const std::string path = kScenarios + "/frameworks/practice-22-2021.yaml";
    const base::Result<sheets::OutBook> out = export_framework(path, words(), base::Lang::En);
    REQUIRE(out.ok());
    EditedBook book(*out);
    const std::size_t first = book.row("Bands", {"KS-O1", "10"});
    book.set("Bands", first + 1, "From", "3");  // a bound and a range
    book.set("Bands", first + 2, "Score", "4"); // stands twice then
    const std::size_t level = book.row("Bands", {"legal", "8"});
    book.set("Bands", level, "What must be shown (English)", ""); // one language
    const std::size_t last = book.sheet("Bands").rows() + 1;
    book.set("Bands", last, "Indicator or scale", "KS-01"); // a digit for a letter
    book.set("Bands", last, "Score", "10");
    book.set("Bands", last, "Lower bound", "1");
    CHECK(told(import_framework(book.book(), path, words())) ==
          "row-missing-language " + std::to_string(level) + ", band-incomplete " + std::to_string(first + 1) +
              ", row-twice " + std::to_string(first + 3) + ", band-of-nothing A" + std::to_string(last));
}
