#include "ui/kit/editor_session.h"

#include <cmath>

namespace timbang::ui {

void EditorSession::lay_out() {
    const float width = m_.single || !spec_.wrap ? 0 : view_.w;
    if (m_.laid_out && m_.width == width && m_.font == spec_.font) return;
    m_.layout.set(ui_.fonts(), m_.edit.text(), spec_.font, width, spec_.secret);
    m_.width = width;
    m_.font = spec_.font;
    m_.laid_out = true;
    m_.longest = 0;
    if (width <= 0)
        for (const EditorLayout::Line& l : m_.layout.lines()) m_.longest = std::max(m_.longest, l.end - l.begin);
}

void EditorSession::go_where_asked() {
    if (!m_.asked) return;
    m_.edit.select(m_.asked->first, m_.asked->second);
    m_.asked.reset();
    m_.wanted_x = -1;
    // In the middle, so that what stands round it can be seen.
    const float top = static_cast<float>(caret_line()) * line();
    if (top < m_.scroll_y || top + line() > m_.scroll_y + view_.h) m_.scroll_y = top - view_.h / 2 + line();
    moved_ = true;
}

std::size_t EditorSession::hit(Vec p) const {
    const float row = std::floor((p.y - view_.y + m_.scroll_y) / line());
    const auto last = static_cast<float>(m_.layout.lines().size() - 1);
    const auto index = static_cast<std::size_t>(std::min(last, std::max(0.0F, row)));
    return m_.layout.hit(ui_.fonts(), m_.edit.text(), index, p.x - view_.x + m_.scroll_x);
}

void EditorSession::pointer(const Item& it) {
    if (!it.held && !it.grabbed) return;
    const std::size_t at = hit(ui_.mouse());
    if (it.grabbed && ui_.clicks() == 2 && !spec_.secret) m_.edit.select_word(at);
    else if (it.grabbed && ui_.clicks() >= 3) select_line(at);
    else if (it.grabbed) m_.edit.place(at, ui_.mods().shift);
    else if (ui_.clicks() == 1) m_.edit.place(at, true);
    m_.wanted_x = -1;
    moved_ = true;
}

void EditorSession::typed(std::string words) {
    if (words.empty() || spec_.read_only) return;
    if (m_.single)
        for (char& c : words) c = c == '\n' || c == '\r' ? ' ' : c;
    if (m_.edit.text().size() + words.size() > spec_.max_bytes) return;
    m_.edit.insert(words);
    changed();
}

bool EditorSession::key(const base::InputEvent& e) {
    if (e.mods.alt) return false;
    if (spec_.source && !spec_.read_only && source_key(e)) return true;
    return e.mods.ctrl ? control_key(e) || move_key(e) : move_key(e) || edit_key(e);
}

void EditorSession::keep_caret_visible() {
    if (!moved_) return;
    lay_out();
    const float top = static_cast<float>(caret_line()) * line();
    m_.scroll_y = std::min(m_.scroll_y, top);
    m_.scroll_y = std::max(m_.scroll_y, top + line() - view_.h);
    if (m_.single) m_.scroll_y = 0;
    if (m_.single || !spec_.wrap) {
        const float x = m_.layout.x_of(ui_.fonts(), m_.edit.text(), m_.edit.caret());
        m_.scroll_x = std::max(std::min(m_.scroll_x, x), x + 2 - view_.w);
    }
}

void EditorSession::clamp() {
    const float height = static_cast<float>(m_.layout.lines().size()) * line();
    m_.scroll_y = std::max(0.0F, std::min(m_.scroll_y, height - view_.h));
    if (!m_.single && !spec_.wrap) {
        const float widest = static_cast<float>(m_.longest) * ui_.fonts().advance(U'0', spec_.font) + 24;
        m_.scroll_x = std::min(m_.scroll_x, std::max(0.0F, widest - view_.w));
    }
    m_.scroll_x = std::max(0.0F, m_.scroll_x);
}

void EditorSession::changed() {
    changed_ = moved_ = true;
    m_.laid_out = false;
    m_.wanted_x = -1;
    lay_out();
}

void EditorSession::go(std::size_t at, bool extend) {
    m_.edit.place(at, extend);
    m_.wanted_x = -1;
    moved_ = true;
}

void EditorSession::select_line(std::size_t at) {
    const auto& l = m_.layout.lines()[m_.layout.line_of(at)];
    m_.edit.select(l.begin, l.end);
}

bool EditorSession::move_key(const base::InputEvent& e) {
    const bool extend = e.mods.shift, word = e.mods.ctrl && !spec_.secret; // where words end is a secret too
    const std::size_t at = m_.edit.caret();
    const auto& l = m_.layout.lines()[caret_line()];
    switch (e.key) {
    case Key::Left:
        go(!extend && m_.edit.selected() && !word ? m_.edit.from() : word ? m_.edit.word_before(at) : m_.edit.before(at), extend);
        return true;
    case Key::Right:
        go(!extend && m_.edit.selected() && !word ? m_.edit.to() : word ? m_.edit.word_after(at) : m_.edit.after(at), extend);
        return true;
    case Key::Home: go(word ? 0 : l.begin, extend); return true;
    case Key::End: go(word ? m_.edit.text().size() : m_.layout.hit(ui_.fonts(), m_.edit.text(), caret_line(), 1e9F), extend); return true;
    case Key::Up: return !m_.single && !word && move_lines(-1, extend);
    case Key::Down: return !m_.single && !word && move_lines(1, extend);
    case Key::PageUp: return !m_.single && move_lines(-page(), extend);
    case Key::PageDown: return !m_.single && move_lines(page(), extend);
    default: return false;
    }
}

int EditorSession::page() const {
    return std::max(1, static_cast<int>(view_.h / line()) - 1);
}

bool EditorSession::move_lines(int by, bool extend) {
    const auto now = static_cast<int>(caret_line()), last = static_cast<int>(m_.layout.lines().size()) - 1;
    const float x = m_.wanted_x >= 0 ? m_.wanted_x : m_.layout.x_of(ui_.fonts(), m_.edit.text(), m_.edit.caret());
    const int to = std::min(last, std::max(0, now + by));
    if (to == now) go(by < 0 ? 0 : m_.edit.text().size(), extend);
    else go(m_.layout.hit(ui_.fonts(), m_.edit.text(), static_cast<std::size_t>(to), x), extend);
    m_.wanted_x = x;
    return true;
}

bool EditorSession::edit_key(const base::InputEvent& e) {
    if (spec_.read_only) return false;
    if (e.key == Key::Enter && m_.single) return false;
    if (e.key == Key::Enter) typed("\n");
    else if (e.key == Key::Backspace) m_.edit.erase_before(false), changed();
    else if (e.key == Key::Delete) m_.edit.erase_after(false), changed();
    else return false;
    return true;
}

bool EditorSession::control_key(const base::InputEvent& e) {
    if (e.key == Key::A) {
        m_.edit.select_all();
        return true;
    }
    if (e.key == Key::C || e.key == Key::X) {
        if (spec_.secret) return true; // what nobody may read is not copied either
        if (m_.edit.selected()) ui_.write_clipboard(m_.edit.selection());
        if (e.key == Key::X && !spec_.read_only && m_.edit.selected()) m_.edit.insert({}), changed();
        return true;
    }
    if (spec_.read_only) return false;
    if (spec_.outer_undo && (e.key == Key::Z || e.key == Key::Y)) return false;
    if (e.key == Key::V) typed(ui_.read_clipboard());
    else if (e.key == Key::Z && !e.mods.shift) m_.edit.undo(), changed();
    else if (e.key == Key::Z || e.key == Key::Y) m_.edit.redo(), changed();
    else if (e.key == Key::Backspace) m_.edit.erase_before(true), changed();
    else if (e.key == Key::Delete) m_.edit.erase_after(true), changed();
    else return false;
    return true;
}

} // namespace timbang::ui
