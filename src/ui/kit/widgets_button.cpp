#include "ui/kit/widgets.h"

namespace timbang::ui {
namespace {

struct Look {
    Color fill, border, text;
};

Font button_font(ButtonSize s) {
    return s == ButtonSize::Big ? type::k18b : s == ButtonSize::Small ? type::k13m : type::k15m;
}
float icon_size(const ButtonSpec& s) { return s.size == ButtonSize::Small && !s.icon_only ? 15 : 18; }
float inner_gap(ButtonSize s) { return s == ButtonSize::Small ? 6 : 8; }
float side_pad(const ButtonSpec& s) { return s.size == ButtonSize::Big ? 20 : s.size == ButtonSize::Small ? 10 : 14; }

Look look_of(const Ui& ui, const ButtonSpec& spec, const Item& it) {
    const Tokens& t = ui.t();
    const Color clear{0, 0, 0, 0};
    if (spec.disabled && spec.kind == ButtonKind::Quiet && spec.icon_only) return {clear, clear, fade(t.text3, 0.55F)};
    if (spec.disabled) return {t.canvas, t.line, t.text3};
    switch (spec.kind) {
    case ButtonKind::Primary:
        if (it.held) return {t.acc_d, t.text, t.acc_on};
        return {it.hot ? t.acc_d : t.acc, t.acc_d, t.acc_on};
    case ButtonKind::Quiet:
        if (it.held) return {t.line, t.line, t.text2};
        return {it.hot ? t.hover : clear, it.hot ? t.hover : clear, t.text2};
    case ButtonKind::On:
        if (it.held) return {t.line, t.acc_line, t.acc};
        return {it.hot ? t.hover : t.acc_soft, t.acc_line, t.acc};
    case ButtonKind::Normal: break;
    }
    return {it.held ? t.line : it.hot ? t.hover : t.surface, t.line2, t.text};
}

/// Everything between the paddings.
float content_width(Ui& ui, const ButtonSpec& s) {
    const Font font = button_font(s.size);
    const float gap = inner_gap(s.size);
    float w = 0;
    const auto add = [&](float part) { w += (w > 0 ? gap : 0) + part; };
    if (s.icon != Icon::None) add(icon_size(s));
    if (!s.icon_only && !s.label.empty()) add(ui.draw().width(s.label, font));
    if (!s.cost.empty()) add(8 + ui.draw().width(s.cost, font.with(Face::Regular)));
    if (!s.key_hint.empty()) add(14 + ui.draw().width(s.key_hint, type::k13));
    if (s.trailing != Icon::None) add(icon_size(s));
    return w;
}

void draw_content(Ui& ui, const Rect& r, const ButtonSpec& s, const Look& look, bool held) {
    Canvas& d = ui.draw();
    const Tokens& t = ui.t();
    const Font font = button_font(s.size);
    const float gap = inner_gap(s.size), want = content_width(ui, s);
    const float side = side_pad(s);
    float x = s.left ? r.x + side : r.x + std::max((r.w - want) / 2, s.icon_only ? 0.0F : side - 2);
    const auto step = [&](float w) { x += w + gap; };
    if (s.icon != Icon::None) {
        d.icon(s.icon, {x, r.y, icon_size(s), r.h}, icon_size(s), look.text);
        step(icon_size(s));
    }
    if (!s.icon_only && !s.label.empty()) {
        const float w = d.width(s.label, font);
        d.text({x, r.y, std::min(w, r.right() - 4 - x), r.h}, s.label, font, look.text);
        step(w);
    }
    if (!s.cost.empty()) {
        const float w = d.width(s.cost, font.with(Face::Regular));
        d.vline(x, r.y + (r.h - font.line) / 2, font.line, s.disabled ? t.line : t.line2);
        d.text({x + 8, r.y, w, r.h}, s.cost, font.with(Face::Regular), held ? t.text2 : t.text3);
        step(8 + w);
    }
    if (!s.key_hint.empty()) {
        const float w = d.width(s.key_hint, type::k13);
        const Rect cap = Rect{x, r.y, w + 14, r.h}.middle_row(20);
        const bool primary = s.kind == ButtonKind::Primary && !s.disabled;
        d.outline(cap, primary ? t.key_line : s.kind == ButtonKind::On ? t.acc_line : t.line2, size::kRadiusChip);
        d.text(cap, s.key_hint, type::k13, primary ? t.acc_on : s.kind == ButtonKind::On ? t.acc : t.text3, HAlign::Centre);
        step(w + 14);
    }
    if (s.trailing != Icon::None) d.icon(s.trailing, {x, r.y, icon_size(s), r.h}, icon_size(s), look.text);
}

} // namespace

float button_height(ButtonSize s) {
    return s == ButtonSize::Big ? size::kBig : s == ButtonSize::Small ? size::kSmall : size::kButton;
}

float button_width(Ui& ui, const ButtonSpec& s) {
    if (s.icon_only) return button_height(s.size);
    return content_width(ui, s) + 2 * side_pad(s) + 2;
}

bool button(Ui& ui, std::string_view id, const Rect& r, const ButtonSpec& s) {
    const float radius = s.size == ButtonSize::Big ? size::kRadiusBig : size::kRadius;
    ItemSpec spec{.role = Role::Button, .label = s.label, .value = s.cost, .radius = radius};
    spec.selected = s.kind == ButtonKind::On;
    spec.disabled = s.disabled;
    spec.reason = s.reason;
    spec.expanded = s.expanded;
    const Item it = ui.item(id, r, spec);
    if (ui.draw().hidden(r)) return it.pressed;
    const Look look = look_of(ui, s, it);
    if (look.fill.a != 0) ui.draw().box(r, look.fill, look.border, radius);
    draw_content(ui, r, s, look, it.held);
    if (s.disabled && !s.reason.empty()) ui.tooltip(it, s.reason, r);
    else if (!s.tip.empty()) ui.tooltip(it, s.tip, r);
    else if (s.icon_only) ui.tooltip(it, s.label, r);
    return it.pressed;
}

bool button_at(Ui& ui, std::string_view id, float x, float y, const ButtonSpec& s, Rect* taken) {
    const Rect r{x, y, button_width(ui, s), button_height(s.size)};
    if (taken) *taken = r;
    return button(ui, id, r, s);
}

bool button_right(Ui& ui, std::string_view id, Rect& bar, const ButtonSpec& s, float gap) {
    return button(ui, id, bar.take_right(button_width(ui, s), gap).middle_row(button_height(s.size)), s);
}

bool button_left(Ui& ui, std::string_view id, Rect& bar, const ButtonSpec& s, float gap) {
    return button(ui, id, bar.take_left(button_width(ui, s), gap).middle_row(button_height(s.size)), s);
}

float chip_width(Ui& ui, const ChipSpec& s) {
    float w = ui.draw().width(s.label, type::k13m) + 18;
    if (s.icon != Icon::None) w += 20;
    if (s.trailing != Icon::None) w += 20;
    return w;
}

namespace {

void draw_chip(Ui& ui, const Rect& r, const ChipSpec& s, bool hot, bool held) {
    Canvas& d = ui.draw();
    const Tokens& t = ui.t();
    const Color words = s.disabled ? t.text3 : t.tint(s.tint);
    const Color fill = s.disabled ? t.canvas : held ? t.line : hot ? t.hover : s.plain ? t.surface : t.soft(s.tint);
    d.box(r, fill, s.disabled ? t.line : t.border(s.tint), size::kRadiusChip);
    Rect in = r.inset(9, 0);
    if (s.icon != Icon::None) d.icon(s.icon, in.take_left(15, 5), 15, words);
    if (s.trailing != Icon::None) d.icon(s.trailing, in.take_right(15, 5), 15, words);
    ui.text_cut({in.x, in.y, in.w + 1, in.h}, s.label, type::k13m, words);
}

} // namespace

void chip(Ui& ui, const Rect& r, const ChipSpec& s) { draw_chip(ui, r, s, false, false); }

ChipResult chip_button(Ui& ui, std::string_view id, const Rect& r, const ChipSpec& s) {
    ItemSpec spec{.role = Role::Button, .label = s.label, .selected = s.selected, .radius = size::kRadiusChip};
    spec.disabled = s.disabled;
    const Item it = ui.item(id, r, spec);
    draw_chip(ui, r, s, it.hot && !s.disabled, it.held);
    if (!s.tip.empty()) ui.tooltip(it, s.tip, r);
    ChipResult result{it.pressed, false};
    if (it.focused && !s.disabled && ui.key() && (ui.key()->key == Key::Delete || ui.key()->key == Key::Backspace)) {
        ui.take_key();
        result.remove = true;
    }
    return result;
}

} // namespace timbang::ui
