#include "ui/kit/editor_session.h"

namespace timbang::ui {
namespace {

constexpr std::size_t kIndent = 2;

std::size_t line_begin(std::string_view text, std::size_t at) {
    const std::size_t found = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return found == std::string_view::npos ? 0 : found + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
    return std::min(text.find('\n', at), text.size());
}

std::size_t spaces_at(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

} // namespace

/// What Tab, Enter and Backspace mean where the indent says what belongs to what.
bool EditorSession::source_key(const base::InputEvent& e) {
    const bool leaving = m_.tab_leaves;
    m_.tab_leaves = e.key == Key::Escape;
    if (e.key == Key::Tab && !e.mods.ctrl) {
        if (!leaving) indent(e.mods.shift);
        return !leaving;
    }
    if (e.key == Key::Slash && e.mods.ctrl) {
        toggle_comment();
        return true;
    }
    if (e.mods.ctrl) return false;
    if (e.key == Key::Enter) {
        new_line();
        return true;
    }
    if (e.key == Key::Backspace && !m_.edit.selected()) {
        const std::string_view text = m_.edit.text();
        const std::size_t begin = line_begin(text, m_.edit.caret()), column = m_.edit.caret() - begin;
        if (column < kIndent || spaces_at(text.substr(begin)) < column) return false;
        m_.edit.select(begin + (column - 1) / kIndent * kIndent, m_.edit.caret());
        m_.edit.insert({});
        changed();
        return true;
    }
    return false;
}

/// The next line begins where this one does; deeper behind a colon, and beside the first key of a list item.
void EditorSession::new_line() {
    const std::string_view text = m_.edit.text();
    const std::size_t begin = line_begin(text, m_.edit.from());
    const std::string_view before = text.substr(begin, m_.edit.from() - begin);
    std::size_t depth = spaces_at(before);
    const std::string_view words = before.substr(depth);
    if (words.substr(0, 2) == "- " && words.find(": ") != std::string_view::npos) depth += kIndent;
    if (!words.empty() && words.back() == ':') depth += words.substr(0, 2) == "- " ? 2 * kIndent : kIndent;
    typed("\n" + std::string(depth, ' '));
}

/// Changes each line of the selection with `change(line) -> line`; they stay selected.
template <class Change> void EditorSession::change_lines(Change change) {
    const std::string text = m_.edit.text();
    const std::size_t begin = line_begin(text, m_.edit.from());
    const std::size_t last =
        m_.edit.to() > m_.edit.from() && text[m_.edit.to() - 1] == '\n' ? m_.edit.to() - 1 : m_.edit.to();
    const std::size_t end = line_end(text, std::max(begin, last));
    const bool many = m_.edit.selected();
    const std::size_t caret = m_.edit.caret();
    std::string made;
    for (std::size_t at = begin; at <= end;) {
        const std::size_t stop = line_end(text, at);
        made += change(std::string_view(text).substr(at, stop - at));
        if (stop < end) made += '\n';
        at = stop + 1;
    }
    if (made == std::string_view(text).substr(begin, end - begin) || text.size() + made.size() > spec_.max_bytes)
        return;
    m_.edit.select(begin, end);
    m_.edit.insert(made);
    const std::size_t grown = made.size() + caret, was = end - begin;
    if (many)
        m_.edit.select(begin, begin + made.size());
    else
        m_.edit.place(std::max(begin, grown > was ? grown - was : 0), false);
    changed();
}

void EditorSession::indent(bool back) {
    if (!back && !m_.edit.selected()) {
        const std::size_t column = m_.edit.caret() - line_begin(m_.edit.text(), m_.edit.caret());
        return typed(std::string(kIndent - column % kIndent, ' '));
    }
    change_lines([back](std::string_view line) {
        if (back) return std::string(line.substr(std::min(kIndent, spaces_at(line))));
        return line.empty() ? std::string() : std::string(kIndent, ' ').append(line);
    });
}

void EditorSession::toggle_comment() {
    const std::string_view text = m_.edit.text();
    const std::size_t begin = line_begin(text, m_.edit.from());
    const std::string_view line = text.substr(begin, line_end(text, begin) - begin);
    const bool comment = spaces_at(line) < line.size() && line[spaces_at(line)] == '#';
    change_lines([comment](std::string_view each) {
        const std::size_t depth = spaces_at(each);
        if (depth == each.size()) return std::string(each);
        std::string made(each.substr(0, depth));
        if (!comment) return made.append("# ").append(each.substr(depth));
        if (each[depth] != '#') return std::string(each);
        return made.append(each.substr(depth + (each.substr(depth, 2) == "# " ? 2 : 1)));
    });
}

} // namespace timbang::ui
