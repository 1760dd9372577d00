#include "ui/kit/page_reader.h"

#include <cmath>

namespace timbang::ui {
namespace {

domain::TextRange between(const PageLayout& layout, int a, int b) {
    const auto& first = layout.words[static_cast<std::size_t>(std::min(a, b))];
    const auto& last = layout.words[static_cast<std::size_t>(std::max(a, b))];
    return {std::min(first.range.begin, last.range.begin), std::max(first.range.end, last.range.end)};
}

} // namespace

void PageReader::pointer(const Item& it) {
    if (it.hot && spec_.can_select) ui_.set_cursor(spec_.picking ? Ui::Cursor::Hand : Ui::Cursor::Text);
    if (layout_.words.empty() || frame_.picture) return picture_pointer(it);
    const int word = layout_.word_at(frame_.to_sheet(ui_.mouse()));
    if (!spec_.picking) m_.column = false;
    if (spec_.picking) pick_pointer(it, word);
    else if (spec_.can_select) select_pointer(it, word);
}

bool PageReader::moved() const {
    const Vec p = ui_.press_point();
    return std::abs(ui_.mouse().x - p.x) > 4 || std::abs(ui_.mouse().y - p.y) > 4;
}

void PageReader::select_pointer(const Item& it, int word) {
    if (it.grabbed) {
        m_.anchor = m_.cursor = ui_.mods().shift && m_.anchor >= 0 ? m_.anchor : word;
        m_.cursor = word;
        m_.selecting = true;
        m_.selected = ui_.clicks() >= 2;
    }
    // The frame of the release counts as well: where frames are slow it may be the only one after the press.
    if (m_.selecting && ui_.clicks() < 2) {
        m_.cursor = word;
        const bool far = std::abs(ui_.mouse().x - ui_.press_point().x) > 12;
        m_.selected = m_.selected || (moved() && (m_.cursor != m_.anchor || far));
    }
    if (!it.held && m_.selecting) {
        m_.selecting = false;
        if (m_.selected) emit();
    }
}

/// A press picks one figure; a drag those of the column it began in.
void PageReader::pick_pointer(const Item& it, int word) {
    if (it.grabbed) {
        m_.anchor = m_.cursor = word;
        m_.selecting = true;
        m_.column = false;
    }
    if (m_.selecting && moved()) {
        m_.cursor = word;
        m_.column = layout_.column_between(m_.anchor, m_.cursor).size() > 1;
    }
    if (!it.held && m_.selecting) {
        m_.selecting = false;
        if (m_.column) return pick_column();
    }
    if (it.pressed && ui_.key() == nullptr && clicked_) pick(word);
}

void PageReader::keys(const Item& it, ScrollArea& scroll) {
    const base::InputEvent* e = it.focused ? ui_.key() : nullptr;
    if (it.focused && it.pressed && !clicked_) enter();
    if (!e || e->mods.ctrl || e->mods.alt) return;
    if (e->key == Key::Escape && (m_.selected || m_.area || m_.column)) {
        m_.selected = m_.column = false;
        m_.area.reset();
        ui_.take_key();
        return;
    }
    if (e->mods.shift && (e->key == Key::Enter || e->key == Key::Space)) {
        if (!spec_.picking) return;
        ui_.take_key(); // what Shift means then is the caller's
        return pick(m_.cursor);
    }
    if (frame_.picture) return picture_keys(*e, scroll);
    if (!layout_.words.empty()) move_cursor(*e, scroll);
}

void PageReader::move_cursor(const base::InputEvent& e, ScrollArea& scroll) {
    const int count = static_cast<int>(layout_.words.size());
    int to = m_.cursor;
    const bool start = to < 0 || to >= count;
    switch (e.key) {
    case Key::Left: to = start ? first_visible() : to - 1; break;
    case Key::Right: to = start ? first_visible() : to + 1; break;
    case Key::Up: to = start ? first_visible() : layout_.neighbour(to, -1); break;
    case Key::Down: to = start ? first_visible() : layout_.neighbour(to, 1); break;
    default: return;
    }
    ui_.take_key();
    if (to < 0 || to >= count) return;
    m_.cursor = to;
    if (!e.mods.shift || m_.anchor < 0) m_.anchor = to;
    m_.selected = e.mods.shift && spec_.can_select && !spec_.picking;
    m_.column = e.mods.shift && spec_.picking && layout_.column_between(m_.anchor, m_.cursor).size() > 1;
    reveal(scroll, layout_.words[static_cast<std::size_t>(to)].rect);
}

void PageReader::show_what_was_asked(ScrollArea& scroll) {
    if (spec_.show && !(*spec_.show == m_.shown)) reveal(scroll, layout_.box_of(*spec_.show));
    m_.shown = spec_.show.value_or(domain::TextRange{});
    if (spec_.current_hit >= 0 && spec_.current_hit != m_.shown_hit && spec_.current_hit < static_cast<int>(spec_.hits.size()))
        reveal(scroll, layout_.box_of(spec_.hits[static_cast<std::size_t>(spec_.current_hit)]));
    m_.shown_hit = spec_.current_hit;
    int pointed = -1;
    for (const PageMark& mark : spec_.marks) {
        if (!mark.pointed) continue;
        pointed = mark.id;
        if (pointed != m_.shown_mark) reveal(scroll, mark.area ? frame_.sheet_of(*mark.area) : layout_.box_of(mark.range));
    }
    m_.shown_mark = pointed;
}

void PageReader::draw_selection(const Item& it) {
    const Tokens& t = ui_.t();
    if (m_.area) {
        ui_.draw().fill(frame_.on_screen(frame_.sheet_of(*m_.area)), fade(t.page_pick, 0.5F));
        ui_.draw().outline(frame_.on_screen(frame_.sheet_of(*m_.area)), t.page_pick_line, 2, 2);
    }
    const int count = static_cast<int>(layout_.words.size());
    if (m_.cursor < 0 || m_.cursor >= count || m_.anchor >= count) return;
    if (m_.selected && m_.anchor >= 0)
        for (const Rect& line : layout_.lines_of(between(layout_, m_.anchor, m_.cursor)))
            ui_.draw().fill(frame_.on_screen(line).inset(-1, 0), rgb(0xBFC3F0));
    if (m_.column)
        for (const PageCell* cell : layout_.column_between(m_.anchor, m_.cursor))
            ui_.draw().fill(frame_.on_screen(cell->rect), rgb(0xBFC3F0));
    if (it.ring) {
        const Rect r = frame_.on_screen(layout_.words[static_cast<std::size_t>(m_.cursor)].rect);
        ui_.draw().outline(r.inset(-2, 0), t.page_pick_line, 2, 2);
    }
}

void PageReader::finish() {
    result.has_selection = m_.selected || m_.area.has_value();
    if (m_.selected && m_.anchor >= 0 && m_.cursor >= 0 && m_.cursor < static_cast<int>(layout_.words.size())) {
        result.selection = between(layout_, m_.anchor, m_.cursor);
        result.anchor = frame_.on_screen(layout_.words[static_cast<std::size_t>(std::max(m_.anchor, m_.cursor))].rect);
    }
    if (m_.area) result.anchor = frame_.on_screen(frame_.sheet_of(*m_.area));
}

void PageReader::emit() { result.selected = between(layout_, m_.anchor, m_.cursor); }

void PageReader::enter() {
    if (frame_.picture && m_.area) result.area = m_.area;
    const int count = static_cast<int>(layout_.words.size());
    if (frame_.picture || m_.cursor < 0 || m_.cursor >= count) return;
    if (spec_.picking) return m_.column ? pick_column() : pick(m_.cursor);
    if (!spec_.can_select) return;
    m_.selected = true;
    emit();
}

void PageReader::pick(int word) {
    if (word < 0) return;
    const PageWord& w = layout_.words[static_cast<std::size_t>(word)];
    m_.cursor = m_.anchor = word;
    m_.column = false;
    result.picked = w.cell >= 0 ? layout_.cells[static_cast<std::size_t>(w.cell)].range : w.range;
}

void PageReader::pick_column() {
    for (const PageCell* cell : layout_.column_between(m_.anchor, m_.cursor)) result.column.push_back(cell->range);
    m_.anchor = m_.cursor;
    m_.column = false;
}

int PageReader::first_visible() const {
    for (std::size_t i = 0; i < layout_.words.size(); ++i)
        if (!ui_.draw().hidden(frame_.on_screen(layout_.words[i].rect))) return static_cast<int>(i);
    return 0;
}

void PageReader::reveal(ScrollArea& scroll, const Rect& sheet) {
    if (sheet.empty()) return;
    scroll.reveal(kPageAir + sheet.y * frame_.zoom - 24, sheet.h * frame_.zoom + 48);
    const Rect at = frame_.on_screen(sheet), view = scroll.view();
    if (at.right() > view.right() - size::kGutter) m_.offset_x += at.right() - view.right() + size::kGutter + 24;
    if (at.x < view.x) m_.offset_x -= view.x - at.x + 24;
}

void PageReader::picture_pointer(const Item& it) {
    if (!frame_.picture || !spec_.can_select) return;
    const Vec now = frame_.to_thousandths(ui_.mouse());
    if (it.grabbed) m_.area_start = now, m_.drawing = true;
    if (m_.drawing) {
        const Vec a{std::min(now.x, m_.area_start.x), std::min(now.y, m_.area_start.y)};
        const Vec b{std::max(now.x, m_.area_start.x), std::max(now.y, m_.area_start.y)};
        m_.selecting = b.x - a.x > 8 && b.y - a.y > 8;
        if (m_.selecting)
            m_.area = domain::Area{static_cast<int>(a.x), static_cast<int>(a.y), static_cast<int>(b.x - a.x), static_cast<int>(b.y - a.y)};
        else m_.area.reset();
    }
    if (it.held || !m_.drawing) return;
    m_.drawing = false;
    if (m_.selecting) result.area = m_.area;
    m_.selecting = false;
}

/// Arrows move a box of fifty thousandths a side, Shift sizes it.
void PageReader::picture_keys(const base::InputEvent& e, ScrollArea& scroll) {
    constexpr int kStep = 20;
    int dx = 0, dy = 0;
    if (e.key == Key::Left) dx = -kStep;
    else if (e.key == Key::Right) dx = kStep;
    else if (e.key == Key::Up) dy = -kStep;
    else if (e.key == Key::Down) dy = kStep;
    else return;
    ui_.take_key();
    domain::Area a = m_.area.value_or(domain::Area{400, 400, 200, 100});
    if (e.mods.shift) {
        a.width = std::max(kStep, std::min(1000 - a.x, a.width + dx));
        a.height = std::max(kStep, std::min(1000 - a.y, a.height + dy));
    } else {
        a.x = std::max(0, std::min(1000 - a.width, a.x + dx));
        a.y = std::max(0, std::min(1000 - a.height, a.y + dy));
    }
    m_.area = a;
    reveal(scroll, frame_.sheet_of(a));
}

} // namespace timbang::ui
