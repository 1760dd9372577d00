#include <algorithm>
#include <cmath>

#include "ui/kit/editor_session.h"

namespace timbang::ui {
namespace {

constexpr float kSignColumn = 26, kNumberAir = 12;

} // namespace

float source_gutter(const EditorMemory& m) {
    float digits = 1;
    for (std::size_t n = m.layout.lines().size(); n >= 10; n /= 10)
        ++digits;
    return kSignColumn + kNumberAir + std::max(22.0F, digits * 8);
}

float EditorSession::gutter() const {
    return spec_.source ? source_gutter(m_) : spec_.line_numbers ? kNumberGutter : 0;
}

float EditorSession::y_of(std::size_t index) const {
    return view_.y - m_.scroll_y + static_cast<float>(index) * line();
}

float EditorSession::x(std::size_t begin, std::size_t at) const {
    return m_.layout.width(ui_.fonts(), std::string_view(m_.edit.text()).substr(begin, at - begin));
}

void EditorSession::draw(const Rect& outer, bool focused) {
    const auto& lines = m_.layout.lines();
    const auto first = std::min(lines.size() - 1, static_cast<std::size_t>(std::max(0.0F, m_.scroll_y / line())));
    const auto shown = static_cast<std::size_t>(std::ceil(view_.h / line())) + 1;
    const std::size_t end = std::min(lines.size(), first + shown);
    if (spec_.source && focused && !spec_.disabled)
        ui_.draw().fill({outer.x, y_of(caret_line()), outer.w, line()}, ui_.t().raised);
    const bool sideways = !m_.single && !spec_.wrap;
    if (sideways) ui_.push_clip(view_.inset(-1, 0));
    find_colors(first, end);
    draw_marks(first, end);
    for (std::size_t i = first; i < end; ++i) {
        if (m_.edit.selected() && (focused || spec_.source)) draw_selection(lines[i], y_of(i));
        draw_line(lines[i], y_of(i));
    }
    if (focused && !spec_.read_only) draw_caret();
    if (sideways) ui_.pop_clip();
    draw_gutter(outer, first, end);
}

void EditorSession::draw_gutter(const Rect& outer, std::size_t first, std::size_t end) {
    const float wide = gutter();
    if (wide <= 0) return;
    Canvas& d = ui_.draw();
    const auto& lines = m_.layout.lines();
    int number = 0;
    if (!spec_.wrap)
        number = static_cast<int>(first);
    else
        for (std::size_t i = 0; i < first; ++i)
            number += lines[i].paragraph ? 1 : 0;
    for (std::size_t i = first; i < end; ++i) {
        if (!lines[i].paragraph) continue;
        const float y = y_of(i);
        d.text({view_.x - wide, y, wide - kNumberAir, line()}, std::to_string(++number), spec_.font, ui_.t().text3,
               HAlign::Right);
        const auto sign = std::lower_bound(spec_.signs.begin(), spec_.signs.end(), number,
                                           [](const GutterSign& s, int n) { return s.line < n; });
        if (sign == spec_.signs.end() || sign->line != number) continue;
        const Rect box{outer.x + 8, y, 18, line()};
        d.icon(sign->icon, box, 15, sign->color);
        const Item it = ui_.item("sign-" + std::to_string(number), box,
                                 {.role = Role::Figure, .label = sign->tip, .focusable = false});
        ui_.tooltip(it, sign->tip, box);
    }
}

void EditorSession::find_colors(std::size_t first, std::size_t end) {
    const auto& lines = m_.layout.lines();
    colors_.clear();
    if (spec_.colors) {
        spec_.colors(lines[first].begin, lines[end - 1].end, colors_);
        return;
    }
    for (const ColorSpan& s : spec_.spans)
        if (s.end > lines[first].begin && s.begin < lines[end - 1].end) colors_.push_back(s);
}

void EditorSession::draw_marks(std::size_t first, std::size_t end) {
    const auto& lines = m_.layout.lines();
    const std::size_t top = lines[first].begin, bottom = lines[end - 1].end;
    const std::size_t least = top > spec_.longest_mark ? top - spec_.longest_mark : 0;
    auto next = std::lower_bound(spec_.marks.begin(), spec_.marks.end(), least,
                                 [](const EditorMark& mark, std::size_t at) { return mark.begin < at; });
    for (; next != spec_.marks.end() && next->begin <= bottom; ++next) {
        const EditorMark& mark = *next;
        if (mark.end < top) continue;
        for (std::size_t i = std::max(first, m_.layout.line_of(mark.begin)); i < end && lines[i].begin <= mark.end;
             ++i) {
            const std::size_t from = std::max(lines[i].begin, mark.begin), to = std::min(lines[i].end, mark.end);
            const float left = x(lines[i].begin, from);
            const float wide = std::max(to > from ? 0.0F : 8.0F, x(lines[i].begin, std::max(from, to)) - left);
            const Rect box{view_.x - m_.scroll_x + left, y_of(i) + 2, wide, line() - 4};
            if (mark.fill.a != 0) ui_.draw().fill(box, mark.fill);
            if (mark.line.a != 0) ui_.draw().hline(box.x, box.bottom() - 1, box.w, mark.line, 2);
        }
    }
}

void EditorSession::draw_selection(const EditorLayout::Line& l, float y) {
    const std::size_t from = std::max(l.begin, m_.edit.from()), to = std::min(l.end, m_.edit.to());
    if (from > to || m_.edit.to() <= l.begin || m_.edit.from() > l.end) return;
    const float left = x(l.begin, from), right = x(l.begin, to) + (m_.edit.to() > l.end ? 4.0F : 0.0F);
    const Color ground = ui_.t().contrast ? ui_.t().acc_d : ui_.t().acc_line;
    ui_.draw().fill({view_.x - m_.scroll_x + left, y, right - left, line()}, ground);
}

void EditorSession::draw_dots(const EditorLayout::Line& l, float y, Color color) {
    const float wide = m_.layout.advance(ui_.fonts(), U'•');
    float x = view_.x - m_.scroll_x + wide / 2;
    for (std::size_t at = l.begin; at < l.end; x += wide) {
        (void)next_codepoint(m_.edit.text(), at);
        ui_.draw().disc({x, y + line() / 2}, wide * 0.35F, color);
    }
}

void EditorSession::draw_line(const EditorLayout::Line& l, float y) {
    Canvas& d = ui_.draw();
    const Color plain = spec_.disabled ? ui_.t().text3 : spec_.error ? ui_.t().ret : ui_.t().text;
    const std::string_view text = m_.edit.text();
    float pen = view_.x - m_.scroll_x;
    std::size_t at = l.begin;
    if (spec_.secret) return draw_dots(l, y, plain);
    const auto write = [&](std::size_t end, Color c) {
        if (end > at) pen += d.text(pen, y, text.substr(at, end - at), spec_.font, c);
        at = std::max(at, end);
    };
    auto span = std::lower_bound(colors_.begin(), colors_.end(), l.begin,
                                 [](const ColorSpan& s, std::size_t begin) { return s.end <= begin; });
    for (; span != colors_.end() && span->begin < l.end; ++span) {
        write(std::max(l.begin, span->begin), plain);
        const float left = pen;
        write(std::min(l.end, span->end), span->color);
        if (span->underline) d.hline(left, y + line() - 4, pen - left, span->color, 2);
    }
    write(l.end, plain);
}

Rect EditorSession::caret_box() const {
    const float left = view_.x - m_.scroll_x + m_.layout.x_of(ui_.fonts(), m_.edit.text(), m_.edit.caret());
    return {left, y_of(caret_line()), 1, line()};
}

void EditorSession::draw_caret() {
    const Rect box = caret_box();
    const float high = spec_.font.size + 3;
    if (spec_.source)
        ui_.draw().fill({box.x, box.y + (line() - high) / 2, 2, high}, ui_.t().acc);
    else
        ui_.draw().vline(box.x, box.y + (line() - high) / 2, high, ui_.t().text);
}

/// Drawn, and in source to drag.
void EditorSession::draw_bar(std::string_view id, const Rect& outer) {
    const float height = static_cast<float>(m_.layout.lines().size()) * line();
    if (height <= view_.h + 1) return;
    const float thumb = std::max(20.0F, view_.h * view_.h / height), room = view_.h - thumb, most = height - view_.h;
    Color color = ui_.t().line2;
    if (spec_.source) {
        const Rect bar{outer.right() - 12, view_.y, 12, view_.h};
        const Item it =
            ui_.item(std::string(id) + "-bar", bar, {.role = Role::Splitter, .label = spec_.label, .focusable = false});
        if (it.grabbed) m_.grab = m_.scroll_y;
        if (it.held && room > 1)
            m_.scroll_y = std::clamp(m_.grab + (ui_.mouse().y - ui_.press_point().y) * most / room, 0.0F, most);
        if (it.held || it.hot) color = ui_.t().ctl;
    }
    ui_.draw().fill({outer.right() - 8, view_.y + room * m_.scroll_y / most, 4, thumb}, color, 2);
}

} // namespace timbang::ui
