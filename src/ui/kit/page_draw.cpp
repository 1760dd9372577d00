#include <cmath>
#include <string>
#include <unordered_map>

#include "ui/kit/page_marks.h"
#include "ui/kit/page_symbols.h"
#include "ui/kit/page_view.h"

namespace timbang::ui {
namespace {

constexpr std::size_t kMostLayouts = 96;

struct PageCache {
    struct Entry {
        std::size_t print = 0;
        PageLayout layout;
    };
    std::unordered_map<const domain::Page*, Entry> entries;
};

/// Tells whether the page at that address is still the same.
std::size_t fingerprint(const domain::Page& page) {
    return std::hash<std::string>{}(page.text) * 31 + page.blocks.size();
}

Color ink_of(const Tokens& t, Pen pen) {
    switch (pen) {
    case Pen::Foot: return rgb(0x6A665E);
    case Pen::Hand: return rgb(0x22368A);
    case Pen::Stamp: return fade(rgb(0x5157B0), 0.88F);
    case Pen::Ink: break;
    }
    return t.ink;
}

Rect on_screen(const Rect& r, Vec origin, float zoom) { return {origin.x + r.x * zoom, origin.y + r.y * zoom, r.w * zoom, r.h * zoom}; }

void draw_stamp_words(Ui& ui, const domain::Page& page, const PageLayout& layout, const PageShape& shape, Vec origin, float zoom) {
    const float angle = stamp_angle(shape.seed), cosine = std::cos(angle), sine = std::sin(angle);
    const Vec c = on_screen(shape.rect, origin, zoom).centre();
    for (const std::size_t i : shape.words) {
        const PageWord& w = layout.words[i];
        const Vec m = on_screen(w.rect, origin, zoom).centre();
        const float dx = m.x - c.x, dy = m.y - c.y;
        const Font font{w.font.face, w.font.size * zoom, w.font.line * zoom};
        ui.draw().text_rotated({c.x + dx * cosine - dy * sine, c.y + dx * sine + dy * cosine}, angle, page.words(w.range), font, ink_of(ui.t(), w.pen));
    }
}

/// Words as grey lines: too small to read.
void draw_lines(Ui& ui, const domain::Page& page, const Rect& r) {
    const PageLayout& layout = layout_of(ui, page);
    Canvas& d = ui.draw();
    const float zoom = r.w / layout.width;
    d.push_clip(r);
    for (const PageShape& s : layout.shapes) {
        const Rect at = on_screen(s.rect, {r.x, r.y}, zoom);
        if (s.kind == PageShape::Kind::Line) d.fill(at, rgb(0x8D897F));
        else if (s.kind == PageShape::Kind::Stamp || s.kind == PageShape::Kind::CoatOfArms) d.circle(at.centre(), at.w / 2, rgb(0x5157B0), 0.8F);
        else if (s.kind == PageShape::Kind::Code || s.kind == PageShape::Kind::Photo) d.fill(at, rgb(0xB5B1A7));
    }
    for (std::size_t i = 0; i < layout.words.size(); ++i) { // whole lines, one bar each
        const PageWord& w = layout.words[i];
        Rect line = w.rect;
        while (i + 1 < layout.words.size() && layout.words[i + 1].line == w.line && layout.words[i + 1].cell == w.cell)
            line.w = layout.words[++i].rect.right() - line.x;
        const bool strong = w.font.face == Face::SerifBold;
        const Rect at = on_screen(line.middle_row(line.h * 0.35F), {r.x, r.y}, zoom);
        d.fill({at.x, at.y, at.w, std::max(at.h, 1.0F / d.scale())}, strong ? rgb(0x77736A) : rgb(0xB5B1A7));
    }
    d.pop_clip();
}

} // namespace

const PageLayout& layout_of(Ui& ui, const domain::Page& page) {
    PageCache& cache = ui.memory<PageCache>(1);
    const std::size_t print = fingerprint(page);
    if (cache.entries.size() > kMostLayouts && cache.entries.count(&page) == 0) cache.entries.clear();
    PageCache::Entry& entry = cache.entries[&page];
    if (entry.print != print || entry.layout.words.empty()) entry = {print, lay_out_page(page, ui.fonts())};
    return entry.layout;
}

void draw_paper(Ui& ui, const Rect& r) { ui.draw().box(r, ui.t().paper, ui.t().contrast ? ui.t().ctl : ui.t().line2); }

void draw_sheet(Ui& ui, const domain::Page& page, const PageLayout& layout, Vec origin, float zoom) {
    Canvas& d = ui.draw();
    d.set_silent(true); // a page is a picture: its words are the document's, told by the item
    for (const PageShape& s : layout.shapes) {
        const Rect r = on_screen(s.rect, origin, zoom);
        if (d.hidden(r.inset(-2))) continue;
        draw_symbol(ui, s, r, zoom);
        if (s.kind == PageShape::Kind::Stamp) draw_stamp_words(ui, page, layout, s, origin, zoom);
    }
    for (const PageLabel& l : layout.labels)
        d.text(origin.x + l.at.x * zoom, origin.y + l.at.y * zoom, l.text, {l.font.face, l.font.size * zoom, l.font.line * zoom}, ui.t().ink);
    for (const PageWord& w : layout.words) {
        const Rect r = on_screen(w.rect, origin, zoom);
        if (w.pen == Pen::Stamp || d.hidden(r)) continue;
        d.text(r.x, r.y, page.words(w.range), {w.font.face, w.font.size * zoom, w.font.line * zoom}, ink_of(ui.t(), w.pen));
    }
    d.set_silent(false);
}

float fit_zoom(float view_width, bool text_block) {
    constexpr float kAir = 16, kTextBlock = kPaperWidth - 2 * 40;
    const float room = view_width - size::kGutter;
    return std::max(0.3F, text_block ? (room - 8) / kTextBlock : (room - 2 * kAir) / kPaperWidth);
}

void page_extract(Ui& ui, const Rect& r, const domain::Page& page, domain::TextRange passage, float zoom) {
    const PageLayout& layout = layout_of(ui, page);
    draw_paper(ui, r);
    if (zoom <= 0) zoom = std::max(0.7F, std::min(1.0F, r.w / (kPaperWidth - 2 * 38)));
    const Rect box = layout.box_of(passage);
    // The passage in the upper half, the sheet's edges kept in view where they are near.
    const float shown_w = r.w / zoom, shown_h = r.h / zoom;
    float top = std::max(0.0F, box.y - shown_h * 0.42F);
    top = std::max(0.0F, std::min(top, layout.height - shown_h));
    float left = shown_w >= layout.width ? (layout.width - shown_w) / 2 : std::max(38.0F, std::min(box.x - 24, layout.width - shown_w - 38));
    if (shown_w < layout.width && box.right() - left > shown_w) left = std::min(box.x - 8, layout.width - shown_w);
    const Vec origin{r.x - left * zoom, r.y - top * zoom};
    ui.draw().push_clip(r.inset(1));
    light_passage(ui, layout, {.origin = origin, .zoom = zoom, .sheet = {0, 0, layout.width, layout.height}}, passage);
    draw_sheet(ui, page, layout, origin, zoom);
    ui.draw().pop_clip();
}

namespace {

constexpr float kFigureSide = 38, kFigureTop = 22;

float figure_zoom(const Rect& r) { return r.w / (kPaperWidth - 2 * kFigureSide); }
Vec figure_origin(const Rect& r) {
    const float zoom = figure_zoom(r);
    return {r.x - kFigureSide * zoom, r.y - (kFigureTop - 12) * zoom};
}

} // namespace

float page_figure_height(Ui& ui, float width, const domain::Page& page) {
    float bottom = kFigureTop;
    for (const PageWord& word : layout_of(ui, page).words)
        bottom = std::max(bottom, word.rect.bottom());
    for (const PageShape& shape : layout_of(ui, page).shapes)
        if (shape.kind != PageShape::Kind::Dots) bottom = std::max(bottom, shape.rect.bottom());
    return (bottom - kFigureTop + 12 + 24) * figure_zoom({0, 0, width, 0});
}

void page_figure(Ui& ui, const Rect& r, const domain::Page& page, std::span<const domain::TextRange> lit,
                 std::span<const domain::TextRange> underlined) {
    const PageLayout& layout = layout_of(ui, page);
    const float zoom = figure_zoom(r);
    const Vec origin = figure_origin(r);
    draw_paper(ui, r);
    ui.draw().push_clip(r.inset(1));
    for (const domain::TextRange passage : lit)
        light_passage(ui, layout, {.origin = origin, .zoom = zoom, .sheet = {0, 0, layout.width, layout.height}}, passage);
    draw_sheet(ui, page, layout, origin, zoom);
    for (const domain::TextRange range : underlined)
        for (const Rect& line : layout.lines_of(range)) {
            const Rect at = on_screen(line, origin, zoom);
            ui.draw().fill({at.x, at.bottom() - 2, at.w, 1.5F}, ui.t().ink);
        }
    ui.draw().pop_clip();
}

Rect place_in_figure(Ui& ui, const Rect& r, const domain::Page& page, domain::TextRange range) {
    return on_screen(layout_of(ui, page).box_of(range), figure_origin(r), figure_zoom(r));
}

void picture_extract(Ui& ui, const Rect& r, TextureId picture, const domain::Picture& size, const domain::Area& area) {
    draw_paper(ui, r);
    if (picture == 0 || size.width <= 0 || size.height <= 0) return;
    const Rect view = r.inset(1);
    const auto wide = static_cast<float>(size.width), high = static_cast<float>(size.height);
    const Rect box{static_cast<float>(area.x) * wide / 1000, static_cast<float>(area.y) * high / 1000,
                   static_cast<float>(area.width) * wide / 1000, static_cast<float>(area.height) * high / 1000};
    // As large as the area with some air allows, but no larger than a page read at 100 %, and never beyond the picture.
    float zoom = std::min({view.w / (box.w * 1.15F), view.h / (box.h * 1.3F), kPaperWidth / wide});
    zoom = std::max(zoom, std::min(view.w / wide, view.h / high));
    const float shown_w = std::min(wide, view.w / zoom), shown_h = std::min(high, view.h / zoom);
    const float left = std::max(0.0F, std::min(wide - shown_w, box.centre().x - shown_w / 2));
    const float top = std::max(0.0F, std::min(high - shown_h, box.centre().y - shown_h / 2));
    const Rect at = view.middle(shown_w * zoom, shown_h * zoom);
    ui.draw().push_clip(view);
    ui.draw().image(picture, at, {left / wide, top / high}, {(left + shown_w) / wide, (top + shown_h) / high});
    const Rect lit{at.x + (box.x - left) * zoom, at.y + (box.y - top) * zoom, box.w * zoom, box.h * zoom};
    ui.draw().outline(lit.inset(-2), ui.t().page_mark, 3, 2);
    ui.draw().pop_clip();
}

void page_miniature(Ui& ui, const Rect& r, const domain::Page& page) {
    draw_paper(ui, r);
    draw_lines(ui, page, r.inset(1));
}

bool page_thumb(Ui& ui, std::string_view id, const Rect& r, const domain::Page& page, bool shown, int mark_count, std::string_view label) {
    const Item it = ui.item(id, r, {.role = Role::Tab, .label = label, .selected = shown, .radius = 2});
    if (it.hot || shown) ui.draw().outline(r.inset(-3), shown ? ui.t().acc : ui.t().line2, 2, 2);
    page_miniature(ui, r, page);
    if (mark_count > 0) number_disc(ui, {r.right() - 2, r.y + 2}, mark_count, 9);
    return it.pressed;
}

} // namespace timbang::ui
