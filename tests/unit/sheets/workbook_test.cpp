#include "sheets/workbook.h"

#include <doctest/doctest.h>

#include <string>

#include <sys/resource.h>

#include "base/files.h"
#include "sheets/write.h"
#include "support/temp_folder.h"
#include "support/zip_builder.h"

using namespace timbang::sheets;
namespace base = timbang::base;

namespace {

std::string data(const std::string& name) { return std::string(TIMBANG_TEST_DATA) + "/sheets/" + name; }

Workbook opened(const std::string& path) {
    base::Result<Workbook> book = read_workbook(path);
    REQUIRE_MESSAGE(book.ok(), path, ": ", book.ok() ? "" : book.error().code);
    return std::move(book).value();
}

std::string refused(const std::string& path) {
    const base::Result<Workbook> book = read_workbook(path);
    REQUIRE_FALSE(book.ok());
    return book.error().code;
}

std::string text(const Sheet& sheet, std::size_t row, std::size_t column) { return sheet.cell({row, column}).text; }
/// An ODS of one sheet with these rows: prefix `t` is the table's, `o` the document's, `x` that of texts.
base::Result<Workbook> ods(const std::string& rows) {
    const std::string open = "urn:oasis:names:tc:opendocument:xmlns:";
    timbang::test::ZipBuilder zip;
    zip.add({"content.xml", "<o:document-content xmlns:o=\"" + open + "office:1.0\" xmlns:t=\"" + open +
                                "table:1.0\" xmlns:x=\"" + open + "text:1.0\">" +
                                "<o:body><o:spreadsheet><t:table t:name=\"a\">" + rows +
                                "</t:table></o:spreadsheet></o:body></o:document-content>"});
    return parse_workbook(zip.bytes(), "a.ods");
}

CellKind kind(const Sheet& sheet, std::size_t row, std::size_t column) { return sheet.cell({row, column}).kind; }

} // namespace

TEST_CASE("what LibreOffice saves is read the same from XLSX and from ODS") {
    for (const char* name : {"isian.xlsx", "isian.ods"}) {
        CAPTURE(std::string(name));
        const Workbook book = opened(data(name));
        REQUIRE(book.sheets.size() == 2);
        CHECK_FALSE(book.macros);
        const Sheet& sheet = book.sheets[0];
        CHECK(sheet.name == "Isian");
        CHECK(book.sheets[1].name == "Kedua");
        CHECK(text(sheet, 1, 1) == "kode");
        CHECK(text(sheet, 2, 1) == "KS-O1"); // blanks and the no-break space at the ends are gone
        CHECK(text(sheet, 2, 2) == "8");
        CHECK(kind(sheet, 2, 2) == CellKind::Number);
        CHECK(text(sheet, 2, 3) == "baris satu\nbaris dua");
        CHECK(text(sheet, 2, 4) == "5,1");
        CHECK(kind(sheet, 2, 4) == CellKind::Text);
        CHECK(kind(sheet, 3, 2) == CellKind::Date);
        CHECK(text(sheet, 3, 2) == "2025-03-08");
        CHECK(kind(sheet, 3, 3) == CellKind::Empty);
        CHECK(sheet.cell({3, 4}).percent);
        CHECK(text(sheet, 3, 4) == "0.9");
        CHECK(sheet.cell({4, 2}).formula);
        CHECK(text(sheet, 4, 2) == "16");
        CHECK(sheet.cell({4, 3}).formula);
        CHECK(text(sheet, 4, 3) == "ab");
        CHECK(kind(sheet, 4, 4) == CellKind::Boolean);
        CHECK(text(sheet, 4, 4) == "true");
        CHECK(kind(sheet, 5, 2) == CellKind::ErrorValue);
        CHECK(text(sheet, 5, 2) == "#DIV/0!");
        CHECK(text(sheet, 5, 4) == "-0.25");
    }
}

TEST_CASE("merged cells keep their value in the first, and what stands beside them stays in its place") {
    for (const char* name : {"isian.xlsx", "isian.ods"}) {
        CAPTURE(std::string(name));
        const Workbook book = opened(data(name));
        const Sheet& sheet = book.sheets[0];
        CHECK(text(sheet, 6, 1) == "gabung");
        CHECK(text(sheet, 6, 3) == "kanan");
        CHECK(text(sheet, 7, 3) == "bawah");
        CHECK(text(sheet, 7, 4) == "3.5");
        CHECK(sheet.covering({6, 1}) == nullptr);
        const Merge* const merge = sheet.covering({7, 2});
        REQUIRE(merge != nullptr);
        CHECK(cell_name(merge->first) == "A6");
        CHECK(cell_name(merge->last) == "B7");
        CHECK(sheet.row_empty(8));
        CHECK(sheet.row_empty(9));
        CHECK(text(sheet, 10, 1) == "akhir   dua & tiganya");
        CHECK(text(sheet, 10, 4) == "1234567.125");
    }
}

TEST_CASE("a CSV file is one sheet of texts, a folder of them a workbook") {
    const Workbook one = opened(data("isian.csv"));
    REQUIRE(one.sheets.size() == 1);
    CHECK(one.delimiter == ';');
    CHECK(one.sheets[0].name == "isian");
    CHECK(text(one.sheets[0], 2, 3) == "baris satu\nbaris dua");
    CHECK(text(one.sheets[0], 2, 1) == "KS-O1");

    const timbang::test::TempFolder folder;
    REQUIRE(base::write_file_atomically(folder.path() + "/panel.csv", "kode;nilai\nA;1\n").ok());
    REQUIRE(base::write_file_atomically(folder.path() + "/bukti.csv", "id,judul\na,b\n").ok());
    REQUIRE(base::write_file_atomically(folder.path() + "/kosong.csv", "\n").ok());
    REQUIRE(base::write_file_atomically(folder.path() + "/catatan.txt", "x").ok());
    const Workbook book = opened(folder.path());
    REQUIRE(book.sheets.size() == 2);
    CHECK(book.sheets[0].name == "bukti");
    CHECK(book.sheets[1].name == "panel");
}

TEST_CASE("files of another kind, encrypted, damaged or too large are refused by name") {
    CHECK(refused(data("isian.xls")) == "sheet-old-xls");
    CHECK(refused(data("biner.xlsb")) == "sheet-binary-xlsb");
    CHECK(refused(data("terkunci.ods")) == "sheet-encrypted");
    CHECK(refused(data("ulangan.ods")) == "sheet-too-many-cells");
    CHECK(refused(data("isian.fods")) == "sheet-not-spreadsheet");
    CHECK(refused(data("no-such-file.xlsx")) == "file-not-found");
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    std::string name;
    for (const char c : std::string("EncryptedPackage"))
        name += {c, '\0'};
    CHECK(parse_workbook(compound + std::string(500, '\0') + name, "a.xlsx").error().code == "sheet-encrypted");
}

TEST_CASE("a long text that an ODS repeats is counted while it is laid out, not before") {
    const auto book = [](std::size_t length, int repeated) {
        return ods("<t:table-row><t:table-cell o:value-type=\"string\" t:number-columns-repeated=\"" +
                   std::to_string(repeated) + "\"><x:p>" + std::string(length, 'x') +
                   "</x:p></t:table-cell>"
                   "<t:table-cell o:value-type=\"string\"><x:p>y</x:p></t:table-cell></t:table-row>");
    };
    const auto small = book(3, 4);
    REQUIRE(small.ok());
    CHECK(text(small->sheets[0], 1, 1) == "xxx");
    CHECK(text(small->sheets[0], 1, 4) == "xxx");
    CHECK(text(small->sheets[0], 1, 5) == "y");
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    CHECK(book(std::size_t{2} << 20, 1000).error().code == "sheet-too-many-cells");
    getrusage(RUSAGE_SELF, &after);
    CHECK(after.ru_maxrss - before.ru_maxrss < 1'000'000); // kilobytes: half of what all copies would take
}

TEST_CASE("a sheet with more merged areas than are read is refused") {
    const auto book = [](std::size_t merges) {
        std::string rows;
        for (std::size_t i = 0; i < merges; ++i)
            rows += "<t:table-row><t:table-cell t:number-columns-spanned=\"2\"/></t:table-row>";
        return ods(rows);
    };
    const auto most = book(kMostMerges);
    REQUIRE(most.ok());
    CHECK(most->sheets[0].merges.size() == kMostMerges);
    const auto more = book(kMostMerges + 1);
    CHECK(more.error().code == "sheet-too-many-cells");
}

TEST_CASE("an archive that ends twice is refused") {
    timbang::test::ZipBuilder zip;
    zip.add({"content.xml", "<a/>"});
    std::string bytes = zip.bytes();
    CHECK(parse_workbook(bytes, "a.ods").error().code == "sheet-not-spreadsheet");
    const std::string end = bytes.substr(bytes.size() - 22);
    bytes[bytes.size() - 2] = 30; // a comment that holds an end once more, and something after it
    bytes += end + std::string(8, '\0');
    CHECK(parse_workbook(bytes, "a.ods").error().code == "sheet-broken");
}

TEST_CASE("macros are seen and not read") {
    CHECK(opened(data("bermakro.ods")).macros);
    const Workbook book = opened(data("bermakro.xlsm"));
    CHECK(book.macros);
    CHECK(text(book.sheets[0], 1, 1) == "kode");
}

TEST_CASE("a file that is cut off or changed anywhere is refused, or reads whole") {
    for (const char* name : {"isian.xlsx", "isian.ods"}) {
        const base::Result<std::string> whole = base::read_file(data(name));
        REQUIRE(whole.ok());
        for (std::size_t size = 0; size < whole->size(); size += 37) {
            const auto book = parse_workbook(whole->substr(0, size), name);
            CHECK_FALSE(book.ok());
        }
        for (std::size_t at = 0; at < whole->size(); at += 23) {
            std::string changed = *whole;
            changed[at] = static_cast<char>(changed[at] ^ 0x55);
            const auto book = parse_workbook(changed, name);
            if (book.ok()) CHECK(book->sheets.size() <= 2);
        }
    }
}

TEST_CASE("a written workbook reads back cell by cell") {
    OutBook out;
    out.lists_name = "Daftar";
    out.refused_title = "?";
    OutSheet guide{"Petunjuk", {{"", "", 80, false, false, {}}}, {{"Judul"}, {"Isi, dengan\nbaris"}}, false, 0};
    OutSheet sheet;
    sheet.name = "acuan";
    sheet.columns = {{"kode", "Kode indikator", 12, false, true, {}},
                     {"nilai", "", 8, true, false, {}},
                     {"putusan", "Pilih satu", 14, false, false, {"accept", "return, please", "reject"}}};
    sheet.rows = {{"KS-O1", "8", "accept"}, {"=1+1", "5.1", "-"}, {"'=x", "lebih", "a;b\n\"c\""}, {"2024", "", "@x"}};
    out.sheets = {guide, sheet};
    const timbang::test::TempFolder folder;
    const std::string xlsx = folder.path() + "/a.xlsx";
    REQUIRE(write_xlsx(out, xlsx).ok());
    CHECK(base::list_folder(folder.path()).size() == 1);
    REQUIRE(write_csv_folder(out, folder.path() + "/csv", ';').ok());
    const base::Result<std::string> csv = base::read_file(folder.path() + "/csv/acuan.csv");
    REQUIRE(csv.ok());
    CHECK(csv->find("'=1+1;5,1;-\r\n") != std::string::npos);

    const Workbook read = opened(xlsx);
    REQUIRE(read.sheets.size() == 3);
    CHECK(read.sheets[0].name == "Petunjuk");
    CHECK(text(read.sheets[0], 2, 1) == "Isi, dengan\nbaris");
    CHECK(read.sheets[2].name == "Daftar");
    CHECK(text(read.sheets[2], 2, 1) == "return, please");
    CHECK(kind(read.sheets[1], 2, 2) == CellKind::Number);
    CHECK(kind(read.sheets[1], 5, 1) == CellKind::Text);
    const Workbook folder_book = opened(folder.path() + "/csv");
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
        for (std::size_t column = 0; column < 3; ++column) {
            CHECK(text(read.sheets[1], row + 2, column + 1) == sheet.rows[row][column]);
            std::string expected = sheet.rows[row][column];
            if (expected == "5.1") expected = "5,1";
            CHECK(text(folder_book.sheets[1], row + 2, column + 1) == expected);
        }
}

TEST_CASE("writing a workbook touches no other file") {
    timbang::test::TempFolder folder;
    REQUIRE(base::write_file_atomically(folder / "a.xlsx.part", "of somebody else").ok());
    REQUIRE(write_xlsx({}, folder / "a.xlsx").ok());
    CHECK(base::list_folder(folder.path()) == std::vector<std::string>{"a.xlsx", "a.xlsx.part"});
    CHECK(base::read_file(folder / "a.xlsx.part").value() == "of somebody else");
}

TEST_CASE("text that no Excel cell can hold is refused before anything is written") {
    OutBook out;
    out.sheets = {{"a", {{"x", "", 10, false, false, {}}}, {{std::string(40000, 'x')}}, true, 0}};
    const timbang::test::TempFolder folder;
    const base::Status written = write_xlsx(out, folder.path() + "/a.xlsx");
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code == "sheet-text-too-long");
    CHECK(base::list_folder(folder.path()).empty());
    CHECK(write_xlsx({}, folder.path() + "/no/such/a.xlsx").error().code == "file-unwritable");
}
