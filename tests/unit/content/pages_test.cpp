#include <doctest/doctest.h>

#include <string>

#include "content/pages.h"

using namespace timbang;
using domain::Align;
using domain::BlockKind;
using domain::Page;
using domain::Symbol;

namespace {

std::string words(const Page& page, domain::TextRange range) { return std::string(page.words(range)); }

/// Every rule of the page model that must hold whatever was written.
void check_model(const Page& page) {
    std::uint32_t end = 0;
    for (const domain::TextRange unit : page.units) {
        CHECK(unit.begin >= end);
        CHECK(unit.end > unit.begin);
        REQUIRE(unit.end <= page.text.size());
        CHECK(page.text[unit.begin] != ' ');
        CHECK(page.text[unit.end - 1] != ' ');
        CHECK(words(page, unit).find('\n') == std::string::npos);
        CHECK(words(page, unit).find("  ") == std::string::npos);
        CHECK(page.text[unit.end] == '\n');
        end = unit.end;
    }
    for (const domain::Block& block : page.blocks) {
        for (const domain::Line& line : block.lines)
            for (const domain::Run& run : line.runs) {
                CHECK(run.range.begin >= line.range.begin);
                CHECK(run.range.end <= line.range.end);
                CHECK((run.symbol == Symbol::None) == (run.range.length() > 0));
            }
        for (const domain::Row& row : block.rows)
            for (const domain::Cell& cell : row.cells) {
                CHECK(cell.range.begin >= row.range.begin);
                CHECK(cell.range.end <= row.range.end);
            }
    }
}

} // namespace

TEST_CASE("a letter: head, paragraphs, signature with symbols, foot") {
    const Page page = content::parse_markdown_page(R"(:::kop
[lambang]
PEMERINTAH  KABUPATEN
**DINAS KESEHATAN**

Jalan Latihan 7
:::

Berdasarkan **laporan** puskesmas,
dengan ini disampaikan.

:::ttd kanan
Kepala Dinas,
[tanda tangan]
Pejabat B [paraf]
:::
)");
    check_model(page);
    CHECK(page.text == "PEMERINTAH KABUPATEN\nDINAS KESEHATAN\nJalan Latihan 7\n"
                       "Berdasarkan laporan puskesmas, dengan ini disampaikan.\nKepala Dinas,\nPejabat B\n");
    REQUIRE(page.blocks.size() == 3);
    const domain::Block& head = page.blocks[0];
    CHECK(head.kind == BlockKind::Letterhead);
    REQUIRE(head.lines.size() == 5);
    CHECK(head.lines[0].runs[0].symbol == Symbol::CoatOfArms);
    CHECK(head.lines[2].runs[0].bold);
    CHECK(head.lines[3].runs.empty()); // a gap
    const domain::Block& body = page.blocks[1];
    CHECK(body.kind == BlockKind::Paragraph);
    REQUIRE(body.lines.size() == 1);
    REQUIRE(body.lines[0].runs.size() == 3);
    CHECK(words(page, body.lines[0].runs[1].range) == "laporan");
    CHECK(body.lines[0].runs[1].bold);
    CHECK(page.blocks[2].kind == BlockKind::Signature);
    CHECK(page.blocks[2].align == Align::Right);
    REQUIRE(page.blocks[2].lines[2].runs.size() == 2);
    CHECK(page.blocks[2].lines[2].runs[1].symbol == Symbol::Initials);
    CHECK(page.units.size() == 6);
}

TEST_CASE("a table: header, alignment, bold and empty cells; a row is one unit") {
    const Page page = content::parse_markdown_page(R"(Sebelum tabel.

| No | Kecamatan | Jumlah |
|---:|:---|:---:|
| 1 | Awal Mula | 1.147 |
| | **Jumlah** | **6.729** |
| 2 | [kosong] | |

Sesudah tabel.)");
    check_model(page);
    CHECK(page.text == "Sebelum tabel.\nNo Kecamatan Jumlah\n1 Awal Mula 1.147\nJumlah 6.729\n2\nSesudah tabel.\n");
    REQUIRE(page.blocks.size() == 3);
    const domain::Block& table = page.blocks[1];
    CHECK(table.kind == BlockKind::Table);
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0].header);
    CHECK_FALSE(table.rows[1].header);
    CHECK(table.rows[1].cells[0].align == Align::Right);
    CHECK(table.rows[1].cells[2].align == Align::Centre);
    CHECK(table.rows[2].cells[0].runs.empty());
    CHECK(table.rows[2].cells[2].runs[0].bold);
    CHECK(table.rows[3].cells[1].runs[0].symbol == Symbol::Blank);
    CHECK(domain::find_quote(page, "Jumlah 6.729").size() == 1);
    CHECK(domain::find_quote(page, "1.147 Jumlah").empty());
}

TEST_CASE("lists have markers that are no text; lettered items are paragraphs") {
    const Page page = content::parse_markdown_page(
        "3. Satu\n4. Dua **tebal**\n\n- Titik\n  - Dalam\n\na. bahwa demikian;\n\nb. bahwa begitu.\n");
    check_model(page);
    CHECK(page.text == "Satu\nDua tebal\nTitik\nDalam\na. bahwa demikian;\nb. bahwa begitu.\n");
    REQUIRE(page.blocks.size() == 6);
    CHECK(page.blocks[0].kind == BlockKind::ListItem);
    CHECK(page.blocks[0].marker == "3.");
    CHECK(page.blocks[1].marker == "4.");
    CHECK(page.blocks[2].marker == "–");
    CHECK(page.blocks[3].level == 1);
    CHECK(page.blocks[4].kind == BlockKind::Paragraph);
    CHECK(page.blocks[4].marker.empty());
}

TEST_CASE("loose lists, headings, hard breaks and code keep their words in order") {
    const Page page = content::parse_markdown_page(
        "# Judul\n\n1. Satu\n\n   lanjut\n\n2. Dua\n\nBaris satu  \nbaris dua\n\n```\nkode   satu\nkode dua\n```\n\n> "
        "kutipan\n\n<b>bukan html</b> &amp; \\*bintang\\*\n");
    check_model(page);
    CHECK(page.text == "Judul\nSatu\nlanjut\nDua\nBaris satu\nbaris dua\nkode satu\nkode dua\nkutipan\n<b>bukan "
                       "html</b> & *bintang*\n");
    CHECK(page.blocks[0].kind == BlockKind::Heading);
    CHECK(page.blocks[0].level == 1);
    CHECK(page.blocks[1].marker == "1.");
    CHECK(page.blocks[2].kind == BlockKind::Paragraph);
    CHECK(page.blocks[3].marker == "2.");
}

TEST_CASE("a letter may keep its line breaks") {
    const std::string text = "Nomor: 1\nHal: hasil\nYth. Bupati\n";
    CHECK(content::parse_markdown_page(text).units.size() == 1);
    const Page page = content::parse_markdown_page(text, content::Breaks::Keep);
    check_model(page);
    CHECK(page.units.size() == 3);
    CHECK(page.blocks.size() == 1);
    CHECK(page.blocks[0].lines.size() == 3);
}

TEST_CASE("what is no notation is text; a block that is never closed ends with the page") {
    CHECK(content::parse_markdown_page(":::lain\nteks\n:::\n").text.find("teks") != std::string::npos);
    CHECK(content::parse_markdown_page("[nama] dan [kosong sekali]").text == "[nama] dan [kosong sekali]\n");
    const Page open = content::parse_markdown_page("awal\n\n:::judul\nJUDUL\n\nlagi");
    check_model(open);
    CHECK(open.text == "awal\nJUDUL\nlagi\n");
    CHECK(open.blocks.back().kind == BlockKind::Title);
    CHECK(content::parse_markdown_page("").text.empty());
    CHECK(content::parse_markdown_page("\xEF\xBB\xBF" "awal").text == "awal\n");
    CHECK(content::parse_markdown_page("a\xC2\xA0\xC2\xA0" "b").text == "a b\n"); // no-break spaces
}

TEST_CASE("CSV: separators, quotes, header, columns of figures at the right") {
    const Page page =
        content::parse_csv_page("Desa;Rumah;Catatan\r\nHulu;220;\"a; \"\"b\"\"\"\r\n\r\nHilir;1.200;\r\n");
    check_model(page);
    CHECK(page.text == "Desa Rumah Catatan\nHulu 220 a; \"b\"\nHilir 1.200\n");
    REQUIRE(page.blocks.size() == 1);
    REQUIRE(page.blocks[0].rows.size() == 3);
    CHECK(page.blocks[0].rows[0].header);
    CHECK(page.blocks[0].rows[1].cells[1].align == Align::Right);
    CHECK(page.blocks[0].rows[1].cells[0].align == Align::Left);
    CHECK(page.blocks[0].rows[2].cells.size() == 3);
    CHECK(content::parse_csv_page("a,b\n1,2").text == "a b\n1 2\n");
    CHECK(content::parse_csv_page("a\tb\n\"x\ny\"\t2\n").text == "a b\nx y 2\n");
    CHECK(content::parse_csv_page("").text.empty());
    CHECK(content::parse_csv_page("\"never closed").text == "never closed\n");
}
