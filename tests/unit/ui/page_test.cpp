#include <doctest/doctest.h>

#include <string>

#include "support/ui_harness.h"
#include "ui/kit/page_view.h"

using namespace timbang;
using namespace timbang::ui;
using domain::Align;
using domain::Block;
using domain::BlockKind;
using domain::Page;
using domain::TextRange;
using test::UiHarness;

namespace {

/// Puts pages together without the parser, which this module may not know.
class Maker {
public:
    Page page;

    Maker& block(BlockKind kind, const std::vector<std::string>& lines, Align align = Align::Left) {
        Block b;
        b.kind = kind;
        b.align = align;
        for (const std::string& line : lines) b.lines.push_back(make_line(line));
        page.blocks.push_back(b);
        return *this;
    }
    Maker& table(const std::vector<std::vector<std::string>>& rows) {
        Block b;
        b.kind = BlockKind::Table;
        for (const auto& row : rows) {
            domain::Row r;
            r.header = b.rows.empty();
            const auto begin = static_cast<std::uint32_t>(page.text.size());
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i > 0) page.text += ' ';
                domain::Cell c;
                c.align = i > 0 ? Align::Right : Align::Left;
                c.range = add(row[i]);
                c.runs.push_back({c.range, false, domain::Symbol::None});
                r.cells.push_back(c);
            }
            r.range = {begin, static_cast<std::uint32_t>(page.text.size())};
            page.units.push_back(r.range);
            page.text += '\n';
            b.rows.push_back(r);
        }
        page.blocks.push_back(b);
        return *this;
    }

private:
    TextRange add(const std::string& words) {
        const auto begin = static_cast<std::uint32_t>(page.text.size());
        page.text += words;
        return {begin, static_cast<std::uint32_t>(page.text.size())};
    }
    domain::Line make_line(const std::string& words) {
        domain::Line l;
        if (words == "[tanda tangan]") {
            l.runs.push_back({{}, false, domain::Symbol::Signature});
            return l;
        }
        l.range = add(words);
        if (!words.empty()) l.runs.push_back({l.range, false, domain::Symbol::None});
        page.units.push_back(l.range);
        page.text += '\n';
        return l;
    }
};

Page report() {
    Maker m;
    m.block(BlockKind::Letterhead, {"PEMERINTAH KABUPATEN CONTOH JAYA", "DINAS KESEHATAN", "Jalan Latihan Nomor 7, Contoh Jaya 00000"});
    m.block(BlockKind::Title, {"REKAPITULASI PERSALINAN", "Nomor: 440/118"});
    m.block(BlockKind::Paragraph, {"Berdasarkan laporan puskesmas bulan Januari sampai dengan Desember 2024, jumlah persalinan yang ditolong tenaga "
                                   "kesehatan di fasilitas kesehatan adalah sebagai berikut."});
    m.table({{"Kecamatan", "Sasaran ibu bersalin", "Persentase"}, {"Awal Mula", "1.232", "93,1"}, {"Jumlah", "7.080", "95,0"}});
    m.block(BlockKind::Signature, {"Mengetahui,", "[tanda tangan]", "Pejabat Contoh A"}, Align::Left);
    m.block(BlockKind::Signature, {"Contoh Jaya, 14 Februari 2025", "Kepala Dinas,", "[tanda tangan]", "Pejabat Contoh B"}, Align::Right);
    m.block(BlockKind::Stamp, {"DINAS KESEHATAN", "CONTOH JAYA"});
    m.block(BlockKind::Foot, {"Dokumen latihan"});
    return m.page;
}

std::string words_of(const Page& page, TextRange r) { return std::string(page.words(r)); }

const PageWord* word(const PageLayout& layout, const Page& page, std::string_view text) {
    for (const PageWord& w : layout.words)
        if (page.words(w.range) == text) return &w;
    return nullptr;
}

Vec on_view(const UiHarness& h, const Rect& r, float zoom) {
    const Node* page = h.node("view/page");
    return {page->rect.x + r.centre().x * zoom, page->rect.y + r.centre().y * zoom};
}

} // namespace

TEST_CASE("every word of the page stands on the sheet, in reading order") {
    UiHarness h;
    const Page page = report();
    const PageLayout& layout = layout_of(h.ui(), page);
    std::string all, wanted;
    for (const char c : page.text)
        if (c != ' ' && c != '\n') wanted += c;
    for (const PageWord& w : layout.words) {
        all += page.words(w.range);
        CHECK(w.rect.x >= 0);
        CHECK(w.rect.right() <= layout.width);
        CHECK(w.rect.bottom() <= layout.height);
    }
    CHECK(all == wanted);
}

TEST_CASE("signature blocks that follow each other stand side by side, names level") {
    UiHarness h;
    const Page page = report();
    const PageLayout& layout = layout_of(h.ui(), page);
    const TextRange left = domain::find_quote(page, "Pejabat Contoh A").front(), right = domain::find_quote(page, "Pejabat Contoh B").front();
    CHECK(layout.box_of(left).y == doctest::Approx(layout.box_of(right).y));
    CHECK(layout.box_of(left).right() < layout.box_of(right).x);
}

TEST_CASE("a range over several cells is a box round the row, in one cell it is the words") {
    UiHarness h;
    const Page page = report();
    const PageLayout& layout = layout_of(h.ui(), page);
    const TextRange row = domain::unit_at(page, domain::find_quote(page, "Jumlah").front().begin);
    CHECK(layout.spans_cells(row));
    CHECK(layout.box_of(row).w > 400);
    const TextRange cell = domain::find_quote(page, "7.080").front();
    CHECK_FALSE(layout.spans_cells(cell));
    CHECK(layout.box_of(cell).w < 60);
    const TextRange sentence = domain::find_quote(page, "Desember 2024, jumlah persalinan yang ditolong tenaga").front();
    CHECK(layout.lines_of(sentence).size() == 2);
}

TEST_CASE("the nearest word is hit from gaps and margins") {
    UiHarness h;
    const Page page = report();
    const PageLayout& layout = layout_of(h.ui(), page);
    const PageWord* total = word(layout, page, "7.080");
    REQUIRE(total);
    const int hit = layout.word_at({total->rect.x - 3, total->rect.centre().y});
    CHECK(words_of(page, layout.words[static_cast<std::size_t>(hit)].range) == "7.080");
    CHECK(layout.word_at({2, 2}) >= 0);
    CHECK(PageLayout{}.word_at({2, 2}) == -1);
}

TEST_CASE("a table too wide for the sheet still keeps its words inside") {
    UiHarness h;
    Maker m;
    std::vector<std::string> head, row;
    for (int i = 0; i < 12; ++i) head.push_back("Kecamatan" + std::to_string(i)), row.push_back("12.345.678");
    m.table({head, row});
    for (const PageWord& w : layout_of(h.ui(), m.page).words) CHECK(w.rect.right() < kPaperWidth);
}

TEST_CASE("dragging over words selects their passage, at any zoom and scale") {
    const Page page = report();
    for (const float scale : {1.0F, 1.5F}) {
        for (const float zoom : {0.8F, 1.3F}) {
            UiHarness h(1400, 1200, scale);
            std::optional<TextRange> selected;
            h.show([&](Ui& ui) {
                const PageViewResult r = page_view(ui, "view", ui.window(), {.page = &page, .label = "Page 1", .zoom = zoom});
                if (r.selected) selected = r.selected;
            });
            const PageLayout& layout = layout_of(h.ui(), page);
            h.drag(on_view(h, word(layout, page, "Berdasarkan")->rect, zoom), on_view(h, word(layout, page, "puskesmas")->rect, zoom));
            REQUIRE(selected);
            CHECK(words_of(page, *selected) == "Berdasarkan laporan puskesmas");
        }
    }
}

TEST_CASE("a drag that ends in one slow frame selects as well") {
    const Page page = report();
    UiHarness h(1400, 1200, 1);
    std::optional<TextRange> selected;
    h.show([&](Ui& ui) {
        const PageViewResult r = page_view(ui, "view", ui.window(), {.page = &page, .label = "Page 1"});
        if (r.selected) selected = r.selected;
    });
    const PageLayout& layout = layout_of(h.ui(), page);
    h.move_to(on_view(h, word(layout, page, "Berdasarkan")->rect, 1));
    h.button(true);
    const Vec to = on_view(h, word(layout, page, "puskesmas")->rect, 1);
    base::InputEvent move, up;
    move.x = to.x, move.y = to.y;
    up.kind = base::InputEvent::Kind::Button;
    h.frame({move, up});
    h.settle();
    REQUIRE(selected);
    CHECK(words_of(page, *selected) == "Berdasarkan laporan puskesmas");
}

TEST_CASE("the keyboard goes from word to word and selects with Shift and Enter") {
    const Page page = report();
    UiHarness h(900, 1000);
    std::optional<TextRange> selected;
    h.show([&](Ui& ui) {
        const PageViewResult r = page_view(ui, "view", ui.window(), {.page = &page, .label = "Page 1"});
        if (r.selected) selected = r.selected;
    });
    h.press(Key::Tab);
    CHECK(h.focus() == "view/page");
    h.press(Key::Right); // the first word
    h.press(Key::Right);
    h.press(Key::Right, {false, true, false});
    h.press(Key::Enter);
    REQUIRE(selected);
    CHECK(words_of(page, *selected) == "KABUPATEN CONTOH");
}

TEST_CASE("a zoomed page follows the words sideways") {
    const Page page = report();
    UiHarness h(500, 400);
    PageViewResult last;
    h.show([&](Ui& ui) { last = page_view(ui, "view", ui.window(), {.page = &page, .label = "Page 1", .zoom = 2.5F}); });
    const float before = h.node("view/page")->visible.x;
    CHECK(before >= 0);
    h.press(Key::Tab);
    h.press(Key::Right);
    for (int i = 0; i < 6; ++i) h.press(Key::Right, {false, true, false});
    REQUIRE(last.selection);
    CHECK(last.anchor.x > 0);
    CHECK(last.anchor.right() < 500);
    CHECK(h.asleep());
}

TEST_CASE("while picking, a press takes the whole figure of the cell") {
    const Page page = report();
    UiHarness h(900, 1000);
    std::optional<TextRange> picked;
    h.show([&](Ui& ui) {
        const PageViewResult r = page_view(ui, "view", ui.window(), {.page = &page, .label = "Page 1", .picking = true});
        if (r.picked) picked = r.picked;
    });
    const Vec at = on_view(h, word(layout_of(h.ui(), page), page, "1.232")->rect, 1);
    h.click_at(at.x, at.y);
    REQUIRE(picked);
    CHECK(words_of(page, *picked) == "1.232");
}

TEST_CASE("marks can be pressed, and one that is pointed at comes into view") {
    const Page page = report();
    UiHarness h(800, 180);
    std::vector<PageMark> marks{{.id = 7, .number = 1, .range = domain::find_quote(page, "7.080").front(), .tag = "Arithmetic"}};
    int pressed = -1;
    h.show([&](Ui& ui) {
        const PageViewResult r = page_view(ui, "view", ui.window(), {.page = &page, .label = "Page 1", .marks = marks});
        if (r.pressed_mark >= 0) pressed = r.pressed_mark;
    });
    CHECK_FALSE(h.click("view/marks/7")); // below the fold
    marks[0].pointed = true;
    h.settle();
    REQUIRE(h.click("view/marks/7"));
    CHECK(pressed == 7);
    CHECK(h.node("view/marks/7")->label == "1 Arithmetic");
}

TEST_CASE("an area is drawn on a picture page and told in thousandths, turned or not") {
    Page page = report();
    page.picture = domain::Picture{"scan.png", 1000, 2000};
    for (const int turns : {0, 1, 2, 3}) {
        UiHarness h(1400, 1600);
        std::optional<domain::Area> area;
        h.show([&](Ui& ui) {
            const PageViewResult r = page_view(ui, "view", ui.window(), {.page = &page, .label = "Scan", .zoom = 1, .turns = turns, .picture = 1});
            if (r.area) area = r.area;
        });
        const Rect sheet = h.node("view/page")->rect;
        h.drag({sheet.x + sheet.w * 0.1F, sheet.y + sheet.h * 0.2F}, {sheet.x + sheet.w * 0.4F, sheet.y + sheet.h * 0.3F});
        REQUIRE(area);
        const domain::Area wanted[] = {{100, 200, 300, 100}, {200, 600, 100, 300}, {600, 700, 300, 100}, {700, 100, 100, 300}};
        CHECK(std::abs(area->x - wanted[turns].x) <= 2);
        CHECK(std::abs(area->y - wanted[turns].y) <= 2);
        CHECK(std::abs(area->width - wanted[turns].width) <= 3);
        CHECK(std::abs(area->height - wanted[turns].height) <= 3);
    }
}

TEST_CASE("a page without words can be shown") {
    const Page page;
    UiHarness h(800, 600);
    h.show([&](Ui& ui) { page_view(ui, "view", ui.window(), {.page = &page, .label = "Empty"}); });
    h.press(Key::Tab);
    h.press(Key::Right);
    h.press(Key::Enter);
    h.click("view/page");
    CHECK(h.focus() == "view/page");
}
