#include <doctest/doctest.h>

#include "report/layout.h"
#include "report/wrap.h"

using namespace timbang::report;

namespace {

/// Every letter is half as wide as it is high.
double half(Face, char32_t) { return 0.5; }

std::vector<std::string> texts(const std::vector<WrappedLine>& lines) {
    std::vector<std::string> out;
    for (const WrappedLine& line : lines) {
        out.emplace_back();
        for (const WrappedPiece& piece : line.pieces) out.back() += piece.text;
    }
    return out;
}

std::vector<std::string> wrapped(const std::string& text, double width) {
    return texts(wrap({{text, Face::Sans}}, 10, width, half));
}

int count(const Sheet& sheet, const std::string& words) {
    int n = 0;
    for (const Op& op : sheet.ops) n += op.kind == Op::Kind::Words && op.text == words;
    return n;
}

Document long_table(int rows) {
    Document document;
    document.title = "Title";
    Table table;
    table.columns = {{"Code", 1}, {"Text", 3}};
    for (int i = 0; i < rows; ++i) table.rows.push_back({{"row" + std::to_string(i)}, {"words"}});
    document.add(table);
    return document;
}

} // namespace

TEST_CASE("lines break at spaces, behind hyphens, and inside a word only where it alone is too wide") {
    CHECK(wrapped("satu dua tiga", 50) == std::vector<std::string>{"satu dua", "tiga"});
    CHECK(wrapped("pertanggungjawaban", 50) == std::vector<std::string>{"pertanggun", "gjawaban"});
    CHECK(wrapped("undang-undang", 50) == std::vector<std::string>{"undang-", "undang"});
    CHECK(wrapped("tahun 2021-2022", 60) == std::vector<std::string>{"tahun", "2021-2022"});
    CHECK(wrapped("a\nb", 50) == std::vector<std::string>{"a", "b"});
    CHECK(wrapped("", 50) == std::vector<std::string>{""});
}

TEST_CASE("what cannot be drawn becomes spaces or a mark, never a control character") {
    CHECK(drawable("a\tb\x01" "c\r\nd") == "a b c\nd");
    CHECK(drawable("\xF0\x9F\x98\x80") == "\xEF\xBF\xBD");
    CHECK(drawable("\xF0\x9F\x98\x80", Letters::All) == "\xF0\x9F\x98\x80");
    CHECK(drawable("a\xFF") == "a\xEF\xBF\xBD");
    CHECK(drawable("a\xE2\x80\xAE" "b") == "ab"); // turns the direction
}

TEST_CASE("a table goes on over sheets with its head again, each row once") {
    const std::vector<Sheet> sheets = lay_out(long_table(120), half);
    REQUIRE(sheets.size() > 2);
    for (const Sheet& sheet : sheets) CHECK(count(sheet, "Code") == 1);
    for (int i = 0; i < 120; ++i) {
        int times = 0;
        for (const Sheet& sheet : sheets) times += count(sheet, "row" + std::to_string(i));
        CHECK(times == 1);
    }
}

TEST_CASE("nothing stands below the lower margin, also where a cell is higher than a sheet") {
    Document document = long_table(3);
    std::string words;
    for (int i = 0; i < 4000; ++i) words += "kata ";
    std::get<Table>(document.parts[0].content).rows.push_back({{"long"}, {words}});
    document.add(Paragraph{words});
    document.add(Note{words});
    const std::vector<Sheet> sheets = lay_out(document, half);
    CHECK(sheets.size() > 10);
    for (const Sheet& sheet : sheets)
        for (const Op& op : sheet.ops) {
            const bool frame = op.y == doctest::Approx(kSheetHeight - 34);
            if (!frame) CHECK(op.y + op.h <= kSheetHeight - kBottom + 0.01);
        }
}

TEST_CASE("a heading never stands alone at the foot of a sheet") {
    for (int lines = 20; lines < 60; ++lines) {
        Document document;
        document.title = "Title";
        for (int i = 0; i < lines; ++i) document.add(Paragraph{"line"});
        document.add(Heading{2, "Head"});
        document.add(Paragraph{"after"});
        const std::vector<Sheet> sheets = lay_out(document, half);
        for (const Sheet& sheet : sheets) CHECK(count(sheet, "Head") == count(sheet, "after"));
    }
}

TEST_CASE("parts that are kept together are not parted where a sheet has room for them") {
    for (int lines = 20; lines < 60; ++lines) {
        Document document;
        document.title = "Title";
        for (int i = 0; i < lines; ++i) document.add(Paragraph{"line"});
        for (int i = 0; i < 8; ++i) document.add(Choices{"Choice", {"one", "two"}, ""}, i < 7);
        for (const Sheet& sheet : lay_out(document, half)) {
            const int n = count(sheet, "Choice");
            CHECK((n == 0 || n == 8));
        }
    }
}

TEST_CASE("every sheet tells its number, and the title from the second on") {
    Document document = long_table(120);
    document.header = "07";
    document.footer = "Timbang";
    const std::vector<Sheet> sheets = lay_out(document, half);
    const std::string of = " / " + std::to_string(sheets.size());
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        CHECK(count(sheets[i], std::to_string(i + 1) + of) == 1);
        CHECK(count(sheets[i], "Timbang") == 1);
        CHECK(count(sheets[i], "Title") == 1);
        CHECK(count(sheets[i], "07") == (i == 0 ? 0 : 1));
    }
}

TEST_CASE("a page break begins a sheet, two of them begin one") {
    Document document;
    document.title = "Title";
    document.add(PageBreak{});
    document.add(PageBreak{});
    document.add(Heading{1, "Second"});
    document.add(Paragraph{"words"});
    const std::vector<Sheet> sheets = lay_out(document, half);
    REQUIRE(sheets.size() == 2);
    CHECK(count(sheets[1], "Second") == 1);
}
