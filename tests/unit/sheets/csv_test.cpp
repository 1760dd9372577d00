#include <doctest/doctest.h>

#include <string>

#include "base/files.h"
#include "sheets/csv.h"
#include "support/temp_folder.h"

using namespace timbang::sheets;
using timbang::base::Error;

namespace {

Csv parsed(std::string text) {
    auto csv = parse_csv(std::move(text), "f.csv");
    REQUIRE(csv.ok());
    return std::move(csv).value();
}

Error refused(std::string text) {
    const auto csv = parse_csv(std::move(text), "f.csv");
    REQUIRE_FALSE(csv.ok());
    return csv.error();
}

std::int64_t whole(const Error& error, const std::string& name) {
    for (const auto& [key, arg] : error.args)
        if (key == name) return std::get<std::int64_t>(arg);
    FAIL("no argument ", name);
    return 0;
}

Place place_of(const Error& error) {
    return {static_cast<std::size_t>(whole(error, "row")), static_cast<std::size_t>(whole(error, "column"))};
}

} // namespace

TEST_CASE("cells, columns and rows are read with a comma, a semicolon or a tab between them") {
    for (const char delimiter : {',', ';', '\t'}) {
        std::string text = "unit,A,\"B, or; not\t\"\nx,1,\n";
        bool quoted = false;
        for (char& c : text) {
            quoted ^= c == '"';
            if (c == ',' && !quoted) c = delimiter;
        }
        const Csv csv = parsed(text);
        CHECK(csv.delimiter == delimiter);
        REQUIRE(csv.table.rows() == 2);
        REQUIRE(csv.table.columns() == 3);
        CHECK(csv.table.text(0, 2) == "B, or; not");
        CHECK(csv.table.text(1, 1) == "1");
        CHECK(csv.table.empty(1, 2));
    }
}

TEST_CASE("a byte-order mark, a sep line and line ends of every kind leave no trace") {
    for (const char* text :
         {"\xEF\xBB\xBFu;A\n1;2\n", "\xEF\xBB\xBFsep=;\r\nu;A\r\n1;2", "u;A\r1;2\r", "u;A\r\n1;2\r\n"}) {
        CAPTURE(std::string(text));
        const Csv csv = parsed(text);
        CHECK(csv.delimiter == ';');
        REQUIRE(csv.table.rows() == 2);
        CHECK(csv.table.text(0, 0) == "u");
        CHECK(csv.table.text(1, 1) == "2");
        CHECK(csv.table.place(1, 1) == Place{2, 2});
    }
}

TEST_CASE("quotes protect delimiters, line ends and doubled quotes; tabs inside stay tabs") {
    const Csv csv = parsed("\"a \"\"b\"\"\"\t\"c\td\"\n\"e\nf\"\tg\n");
    CHECK(csv.table.text(0, 0) == "a \"b\"");
    CHECK(csv.table.text(0, 1) == "c\td");
    CHECK(csv.table.text(1, 0) == "e\nf");
    CHECK(csv.table.text(1, 1) == "g");
}

TEST_CASE(
    "white space around cells, blank rows and empty columns at the end are left out, places keep the file's rows") {
    const Csv csv = parsed("u, A ,,\n\n , ,,\nx,\xC2\xA0 7 ,,\n\n");
    REQUIRE(csv.table.rows() == 2);
    REQUIRE(csv.table.columns() == 2);
    CHECK(csv.table.text(0, 1) == "A");
    CHECK(csv.table.text(1, 1) == "7");
    CHECK(csv.table.place(1, 1) == Place{4, 2});
}

TEST_CASE("a row of another length is told with row and column") {
    const Error shorter = refused("u,A,B\nx,1,2\ny,1\n");
    CHECK(shorter.code == "sheet-ragged");
    CHECK(place_of(shorter) == Place{3, 3});
    CHECK(whole(shorter, "found") == 2);
    CHECK(whole(shorter, "expected") == 3);
    const Error longer = refused("u,A\n\nx,1,2\n");
    CHECK(longer.code == "sheet-ragged");
    CHECK(place_of(longer) == Place{3, 3});
}

TEST_CASE("what is no text or no UTF-8 is told with row and column") {
    const Error nul = refused(std::string("u,A\nx,1\ny,\0\n", 12));
    CHECK(nul.code == "sheet-not-text");
    CHECK(place_of(nul) == Place{3, 2});
    const Error latin = refused("u;A;B\nx;1;caf\xE9\n");
    CHECK(latin.code == "sheet-not-utf8");
    CHECK(place_of(latin) == Place{2, 3});
    CHECK(refused(std::string("\xFF\xFEu\0,\0", 6)).code == "sheet-not-utf8");
}

TEST_CASE("quotes that do not fit are told with row and column") {
    const Error open = refused("u,A\nx,\"1\ny,2\n");
    CHECK(open.code == "sheet-quote-open");
    CHECK(place_of(open) == Place{2, 2});
    CHECK(refused("u,A\nx,\"1\"\"2\ny,2\n").code == "sheet-quote-open");
    const Error inside = refused("u,A\nx,1\ny,\"2\"3\n");
    CHECK(inside.code == "sheet-quote-inside");
    CHECK(place_of(inside) == Place{3, 2});
}

TEST_CASE("nothing to read is a message of its own") {
    for (const char* text : {"", "\n\n", "\xEF\xBB\xBF", ",,\n,,\n", "\"\"\n", "sep=;\n"}) {
        CAPTURE(std::string(text));
        CHECK(refused(text).code == "sheet-empty");
    }
    CHECK_FALSE(read_csv("/nowhere/f.csv").ok());
}

TEST_CASE("the delimiter is taken from the first row, decimal commas left aside") {
    CHECK(parsed("12,5;3,5\n1;2\n").delimiter == ';');
    CHECK(parsed("12,5\t3,5\n1\t2\n").delimiter == '\t');
    CHECK(parsed("12,5,3\n1,2,3\n").delimiter == ',');
    CHECK(parsed("unit;Sari, Dewi;Budi, Agus\n1;2;3\n").delimiter == ';');
    CHECK(parsed("\"a;b;c;d\",A\n1,2\n").delimiter == ',');
    CHECK(parsed("only\n1\n").table.columns() == 1);
}

TEST_CASE("decimals are read in the one form that the table has") {
    const Csv comma = parsed("u;A;B\nx;3,5;1\ny;-0,25;2.5\n");
    CHECK(comma.table.decimal_mark() == DecimalMark::Comma);
    CHECK(*comma.table.number(1, 1) == 3.5);
    CHECK(*comma.table.number(2, 1) == -0.25);
    CHECK(*comma.table.number(1, 2) == 1);
    CHECK_FALSE(comma.table.number(2, 2).has_value());
    const Csv point = parsed("u,A\nx,3.5\n");
    CHECK(point.table.decimal_mark() == DecimalMark::Point);
    CHECK(*point.table.number(1, 1) == 3.5);
    CHECK(*parsed("u,A\nx,\"3,5\"\n").table.number(1, 1) == 3.5);
}

TEST_CASE("a number fills its cell, or it is none") {
    for (const char* text : {"", "x", "1x", "1 2", "inf", "nan", "0x10", "1e999", "1,000", "+-1", "--1", "%", "."}) {
        CAPTURE(std::string(text));
        CHECK_FALSE(parse_number(text, DecimalMark::Point).has_value());
    }
    CHECK(*parse_number("+2.5e-1", DecimalMark::Point) == 0.25);
    CHECK(*parse_number("75%", DecimalMark::Point) == 0.75);
    CHECK(*parse_number("7,5 %", DecimalMark::Comma) == doctest::Approx(0.075));
    CHECK(*parse_number("0.1", DecimalMark::Point) == 0.1);
}

TEST_CASE("columns are named as spreadsheets name them") {
    CHECK(column_name(1) == "A");
    CHECK(column_name(26) == "Z");
    CHECK(column_name(27) == "AA");
    CHECK(column_name(702) == "ZZ");
    CHECK(column_name(703) == "AAA");
}

TEST_CASE("a million columns are read like any others") {
    std::string names = "u", cells = "x";
    for (int i = 0; i < 1'000'000; ++i) {
        names += ",c";
        cells += ",1";
    }
    const Csv csv = parsed(names + "\n" + cells + "\n");
    CHECK(csv.table.columns() == 1'000'001);
    CHECK(*csv.table.number(1, 1'000'000) == 1);
    const Error error = refused(names + "\n" + cells + ",1\n");
    CHECK(place_of(error) == Place{2, 1'000'002});
}

TEST_CASE("a file is read from its path") {
    const timbang::test::TempFolder folder;
    REQUIRE(timbang::base::write_file_atomically(folder / "a.csv", "u,A\nx,1\n"));
    const auto csv = read_csv(folder / "a.csv");
    REQUIRE(csv.ok());
    CHECK(csv->table.text(1, 0) == "x");
}
