#include <fstream>
#include <iterator>

#include "content/pages.h"
#include "gallery/controls.h"
#include "ui/kit/editor.h"
#include "ui/kit/page_view.h"

using namespace timbang;
using namespace timbang::ui;

namespace gallery {

void draw_document(Ui& ui, std::string_view path, State& s) {
    if (!s.loaded) {
        std::ifstream in{std::string(path)};
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        s.page = content::parse_markdown_page(text);
        s.loaded = true;
    }
    Rect area = ui.window();
    Rect side = area.take_right(420);
    ui.draw().fill(side, ui.t().surface);
    side = side.inset(16);
    std::vector<PageMark> marks;
    std::vector<domain::TextRange> hits = domain::find_words(s.page, "Dinas");
    int id = 0;
    if (const auto rows = domain::find_quote(s.page, "Jumlah"); !rows.empty())
        marks.push_back({.id = ++id, .number = id, .range = domain::unit_at(s.page, rows.front().begin), .tag = "Arithmetic", .icon = Icon::Calculator});
    if (const auto words = domain::find_words(s.page, "estimasi penduduk"); !words.empty())
        marks.push_back({.id = ++id, .number = id, .range = words.front(), .tag = "Data source", .icon = Icon::Database});
    if (s.marked) marks.push_back({.id = ++id, .number = id, .range = *s.marked, .pointed = true});
    std::vector<PagePick> picks;
    for (const char* figure : {"1.147", "1.448", "703"})
        if (const auto at = domain::find_quote(s.page, figure); !at.empty()) picks.push_back({at.front(), picks.empty() ? 'a' : char{0}, false});
    if (s.zoom <= 0) s.zoom = fit_zoom(area.w - 90);
    Rect thumbs = area.take_left(90);
    ui.draw().fill(thumbs, ui.t().raised);
    page_thumb(ui, "thumb", {thumbs.x + 18, thumbs.y + 16, 54, 75}, s.page, true, 2, "Page 1");
    const PageViewResult r = page_view(ui, "viewer", area, {.page = &s.page, .label = "Page 1", .zoom = s.zoom, .marks = marks, .picks = picks, .hits = hits, .current_hit = 0});
    if (r.selected) s.marked = r.selected;
    if (r.zoom_steps != 0) s.zoom *= r.zoom_steps > 0 ? 1.1F : 0.9F;
    text_field(ui, "find", side.take_top(36, 12), s.field, {.label = "Find", .placeholder = "Find a scenario or indicator", .font = type::k15, .icon = Icon::Magnify, .key_hint = "Ctrl K"});
    editor(ui, "reason", side.take_top(70, 12), s.text, {.label = "Reason", .placeholder = "Why?"});
    if (!marks.empty()) page_extract(ui, side.take_top(220, 12), s.page, marks.front().range);
    page_miniature(ui, {side.x, side.y, 128, 180}, s.page);
}

} // namespace gallery
