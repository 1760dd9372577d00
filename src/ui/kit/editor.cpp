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

EditorResult run(Ui& ui, std::string_view id, const Rect& r, Rect view, std::string& text, const EditorSpec& spec, bool single) {
    ItemSpec item{.role = single ? Role::TextField : Role::Editor, .label = spec.label, .value = text, .takes = Takes::Text};
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
    if (!spec.disabled) s.pointer(it);
    EditorResult result;
    result.focused = it.focused;
    if (it.focused && !spec.disabled && ui.layer_active()) {
        s.typed(ui.take_text());
        if (const base::InputEvent* e = ui.key()) {
            if (s.key(*e)) ui.take_key();
            else if (single && e->key == Key::Enter && e->mods == base::Mods{}) {
                ui.take_key();
                result.submitted = true;
            }
        }
    }
    s.keep_caret_visible();
    const float wheel = ui.wheel(ui.id_of(std::string(id) + "-scroll"));
    m.scroll_y -= wheel * spec.font.line * 3;
    s.clamp();
    draw_frame(ui, r, spec, it);
    ui.push_clip(spec.line_numbers ? Rect{r.x, view.y, view.right() - r.x, view.h} : view.inset(-1, 0));
    if (m.edit.text().empty() && !spec.placeholder.empty()) {
        if (single) ui.text_cut({view.x, view.y, view.w, spec.font.line}, spec.placeholder, spec.font, ui.t().text3);
        else ui.draw().para(view.x, view.y, view.w, spec.placeholder, spec.font, ui.t().text3);
    }
    s.draw(it.focused);
    ui.pop_clip();
    if (spec.disabled) ui.tooltip(it, spec.reason, r);
    result.changed = s.was_changed();
    result.caret = m.edit.caret();
    if (result.changed) {
        text = m.edit.text();
        if (single) ui.focus(ui.path_of(id)); // what is typed into is brought into view
    }
    return result;
}

} // namespace

EditorResult editor(Ui& ui, std::string_view id, const Rect& r, std::string& text, const EditorSpec& spec) {
    Rect view = spec.frame ? r.inset(11, 8) : r;
    if (!spec.frame) view.w -= kBarRoom;
    if (spec.line_numbers) view.take_left(kNumberGutter);
    const std::string scroll = std::string(id) + "-scroll";
    const EditorResult result = run(ui, id, r, view, text, spec, false);
    ui.item(scroll, r, {.role = Role::Scroll, .label = spec.label, .focusable = false});
    const EditorMemory& m = ui.memory<EditorMemory>(ui.id_of(id));
    const float height = static_cast<float>(m.layout.lines().size()) * spec.font.line;
    if (height > view.h + 1) {
        const float thumb = std::max(20.0F, view.h * view.h / height), room = view.h - thumb;
        ui.draw().fill({r.right() - 8, view.y + room * m.scroll_y / (height - view.h), 4, thumb}, ui.t().line2, 2);
    }
    return result;
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
