#include <cmath>

#include "ui/kit/layout.h"

namespace timbang::ui {
namespace {

constexpr float kWheelStep = 60, kKeyStep = 44, kThumb = 6;

struct Memory {
    float offset = 0, height = 0;
    float grab = 0; ///< offset when the bar was taken
};

float most(const Memory& m, const Rect& view) { return std::max(0.0F, m.height - view.h); }

} // namespace

ScrollArea::ScrollArea(Ui& ui, std::string_view id, const Rect& view, const ScrollSpec& spec)
    : ui_(ui), id_(id), key_(ui.id_of(id)), view_(view), spec_(spec) {
    Memory& m = ui_.memory<Memory>(key_);
    const Item it = ui_.item(id_, view, {.role = Role::Scroll, .label = spec.label, .focusable = spec.focusable, .takes = Takes::AllArrows});
    m.offset -= ui_.wheel(it.id) * kWheelStep;
    if (it.focused && ui_.key() && ui_.key()->mods == base::Mods{}) {
        const float page = view.h - kKeyStep;
        float by = 0;
        switch (ui_.key()->key) {
        case Key::Up: by = -kKeyStep; break;
        case Key::Down: by = kKeyStep; break;
        case Key::PageUp: by = -page; break;
        case Key::PageDown: by = page; break;
        case Key::Home: by = -m.offset; break;
        case Key::End: by = m.height; break;
        default: break;
        }
        if (by != 0) ui_.take_key();
        m.offset += by;
    }
    m.offset = std::round(std::min(most(m, view), std::max(0.0F, m.offset)) * ui.scale()) / ui.scale();
    content_ = {view.x, view.y - m.offset, view.w - (spec.gutter ? size::kGutter : 0), view.h};
    ui_.push_scroll(it.id, view);
    ui_.push_scope(id_);
}

ScrollArea::~ScrollArea() {
    if (!ended_) end(view_.h);
}

float ScrollArea::offset() const { return view_.y - content_.y; }

void ScrollArea::end(float height) {
    if (ended_) return;
    ended_ = true;
    ui_.pop_scope();
    const float want = ui_.pop_scroll();
    Memory& m = ui_.memory<Memory>(key_);
    const float before = m.offset;
    if (m.height != height) ui_.draw_again();
    m.height = height;
    m.offset = std::min(most(m, view_), std::max(0.0F, m.offset + want));
    if (height > view_.h + 0.5F) {
        const float track = view_.h - 8, thumb = std::max(24.0F, track * view_.h / height);
        const Rect bar{view_.right() - size::kGutter, view_.y, size::kGutter, view_.h};
        const Item it = ui_.item(id_ + "-bar", bar, {.role = Role::Splitter, .label = spec_.label, .focusable = false});
        if (it.grabbed) m.grab = m.offset;
        if (it.held && track > thumb)
            m.offset = std::min(most(m, view_), std::max(0.0F, m.grab + (ui_.mouse().y - ui_.press_point().y) * most(m, view_) / (track - thumb)));
        const float y = view_.y + 4 + (track - thumb) * m.offset / most(m, view_);
        ui_.draw().fill({bar.x + 2, y, kThumb, thumb}, it.held || it.hot ? ui_.t().ctl : ui_.t().line2, kThumb / 2);
    }
    if (m.offset != before) ui_.draw_again();
}

ScrollArea::Rows ScrollArea::rows(int count, float row_height) const {
    const int first = static_cast<int>(std::floor(offset() / row_height)) - 1;
    const int end = static_cast<int>(std::ceil((offset() + view_.h) / row_height)) + 1;
    return {std::max(0, first), std::min(count, end)};
}

Rect ScrollArea::row_rect(int index, float row_height) const {
    return {content_.x, content_.y + static_cast<float>(index) * row_height, content_.w, row_height};
}

void ScrollArea::reveal(float top, float height) {
    Memory& m = ui_.memory<Memory>(key_);
    if (top < m.offset) m.offset = top;
    else if (top + height > m.offset + view_.h) m.offset = std::min(top, top + height - view_.h);
    ui_.draw_again();
}

void scroll_to_top(Ui& ui, std::string_view id) { ui.memory<Memory>(ui.id_of(id)).offset = 0; }

std::optional<float> splitter(Ui& ui, std::string_view id, float x, float y, float height, float least, float most_x) {
    const Item it = ui.item(id, {x - 3, y, 7, height}, {.role = Role::Splitter, .label = {}, .takes = Takes::LeftRight, .radius = 0});
    ui.draw().vline(x, y, height, ui.t().line);
    if (it.hot || it.held) {
        ui.set_cursor(Ui::Cursor::Horizontal);
        ui.draw().fill({x - 1, y, 3, height}, ui.t().acc);
    }
    float to = x;
    if (it.held) to = ui.mouse().x;
    if (it.focused && ui.key() && (ui.key()->key == Key::Left || ui.key()->key == Key::Right)) {
        to = x + (ui.key()->key == Key::Left ? -16.0F : 16.0F);
        ui.take_key();
    }
    to = std::min(most_x, std::max(least, to));
    if (to == x) return std::nullopt;
    ui.draw_again();
    return to;
}

} // namespace timbang::ui
