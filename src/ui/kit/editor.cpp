#include "ui/kit/editor.h"

#include "ui/kit/editor_session.h"

namespace timbang::ui {
namespace {

constexpr float kBarRoom = 12; ///< beside words without a frame round them

void draw_frame(Ui& ui, const Rect& r, const EditorSpec& spec, const Item& it) {
    const Tokens& t = ui.t();
    if (!spec.frame) return;
    if (spec.disabled) return ui.draw().box(r, t.canvas, t.line, size::kRadius);
    if (it.focused) return ui.draw().box(r.inset(-1), t.surface, t.acc, size::kRadius + 1, Corners::All, 2);
    ui.draw().box(r, t.surface, spec.error ? t.ret : it.hot ? t.ctl : t.line2, size::kRadius);
}

/// The bytes in which two texts differ.
EditorChange change_between(std::string_view before, std::string_view after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t same = 0, tail = 0;
    while (same < shorter && before[same] == after[same]) ++same;
    while (same > 0 && same < before.size() && (static_cast<unsigned char>(before[same]) & 0xC0U) == 0x80) --same;
    while (tail < shorter - same && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
    while (tail > 0 && (static_cast<unsigned char>(before[before.size() - tail]) & 0xC0U) == 0x80) --tail;
    return {same, before.size() - tail, std::string(after.substr(same, after.size() - tail - same))};
}

EditorResult run(Ui& ui, std::string_view id, const Rect& r, Rect view, std::string& text, const EditorSpec& spec, bool single) {
    ItemSpec item{.role = single ? Role::TextField : Role::Editor, .label = spec.label, .takes = Takes::Text};
    if ((!spec.source || ui.recording()) && !spec.secret) item.value = text; // a whole file is no value to copy in each frame
    item.takes_tab = spec.source && !spec.read_only && !ui.memory<EditorMemory>(ui.id_of(id)).tab_leaves;
    item.disabled = spec.disabled;
    item.reason = spec.reason;
    item.ring = Rect{}; // the border shows the focus
    const Item it = ui.item(id, r, item);
    if (it.hot && !spec.disabled) ui.set_cursor(Ui::Cursor::Text);
    EditorMemory& m = ui.memory<EditorMemory>(it.id);
    m.single = single;
    if (m.edit.text() != text) {
        m.edit.replace(text);
        if (single && !spec.read_only) m.edit.place(text.size(), false); // whoever goes on typing goes on at its end
        m.laid_out = false;
    }
    EditorSession s(ui, m, spec, view);
    s.lay_out();
    s.go_where_asked();
    if (!spec.disabled) s.pointer(it);
    if (!it.focused) m.tab_leaves = false;
    EditorResult result;
    result.focused = it.focused;
    if (it.focused && !spec.disabled && ui.layer_active()) {
        s.typed(ui.take_text());
        if (const base::InputEvent* e = ui.key()) {
            if (s.key(*e)) ui.take_key();
            else if (single && e->key == Key::Enter && !e->mods.ctrl && !e->mods.alt) {
                result.backward = e->mods.shift;
                ui.take_key();
                result.submitted = true;
            }
        }
    }
    s.keep_caret_visible();
    const float wheel = ui.wheel(ui.id_of(std::string(id) + "-scroll"));
    (ui.mods().shift && !spec.wrap ? m.scroll_x : m.scroll_y) -= wheel * spec.font.line * 3;
    s.clamp();
    draw_frame(ui, r, spec, it);
    ui.push_clip(spec.line_numbers || spec.source ? Rect{r.x, view.y, view.right() - r.x, view.h} : view.inset(-1, 0));
    if (m.edit.text().empty() && !spec.placeholder.empty()) {
        if (single) ui.text_cut({view.x, view.y, view.w, spec.font.line}, spec.placeholder, spec.font, ui.t().text3);
        else ui.draw().para(view.x, view.y, view.w, spec.placeholder, spec.font, ui.t().text3);
    }
    s.draw(r, it.focused);
    ui.pop_clip();
    if (!single) s.draw_bar(id, r);
    if (spec.disabled) ui.tooltip(it, spec.reason, r);
    result.changed = s.was_changed();
    result.caret = m.edit.caret();
    result.anchor = m.edit.anchor();
    result.caret_box = s.caret_box();
    if (result.changed) {
        result.change = change_between(text, m.edit.text());
        text = m.edit.text();
        if (single) ui.focus(ui.path_of(id)); // what is typed into is brought into view
    }
    return result;
}

} // namespace

EditorResult editor(Ui& ui, std::string_view id, const Rect& r, std::string& text, const EditorSpec& spec) {
    Rect view = spec.frame ? r.inset(11, 8) : r;
    if (!spec.frame) view.w -= kBarRoom;
    if (spec.source) view.take_left(source_gutter(ui.memory<EditorMemory>(ui.id_of(id))));
    else if (spec.line_numbers) view.take_left(kNumberGutter);
    const std::string scroll = std::string(id) + "-scroll";
    const EditorResult result = run(ui, id, r, view, text, spec, false);
    ui.item(scroll, r, {.role = Role::Scroll, .label = spec.label, .focusable = false});
    return result;
}

void place_caret(Ui& ui, std::string_view id, std::size_t begin, std::size_t end, bool focus) {
    ui.memory<EditorMemory>(ui.id_of(id)).asked = {begin, end};
    if (focus) ui.focus(ui.path_of(id));
    else ui.draw_again();
}

void forget_text(Ui& ui, std::string_view id) {
    ui.memory<EditorMemory>(ui.id_of(id)) = {};
}

EditorResult text_field(Ui& ui, std::string_view id, const Rect& r, std::string& text, const EditorSpec& spec) {
    Rect view = r.inset(r.h < 32 ? 11 : 13, 0);
    const bool icon = spec.icon != Icon::None;
    const Rect icon_box = icon ? view.take_left(18, 8) : Rect{};
    Rect hint;
    if (!spec.key_hint.empty()) hint = view.take_right(ui.draw().width(spec.key_hint, type::k13) + 14, 8).middle_row(20);
    const EditorResult result = run(ui, id, r, view.middle_row(spec.font.line), text, spec, true);
    if (icon) ui.draw().icon(spec.icon, icon_box, 18, ui.t().text3);
    if (!hint.empty()) {
        ui.draw().outline(hint, ui.t().line2, size::kRadiusChip);
        ui.draw().text(hint, spec.key_hint, type::k13, ui.t().text3, HAlign::Centre);
    }
    return result;
}

} // namespace timbang::ui
