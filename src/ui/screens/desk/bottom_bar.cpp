#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

/// What the bar gives up, in this order, when its words do not fit.
struct Thrift {
    bool keys = true;        ///< key hints
    bool saved_words = true; ///< else its icon with a tooltip
    bool way_words = true;   ///< of previous and next; else arrows
    bool others = true;      ///< the quiet buttons; else a menu of them
};

struct Specs {
    ButtonSpec previous, next, later, step_on, primary;
};

Specs specs_of(const app::BottomBar& view, const Thrift& thrift) {
    Specs s;
    if (view.previous) s.previous = button_spec(*view.previous);
    if (view.next) {
        s.next = button_spec(*view.next);
        s.next.trailing = thrift.way_words ? s.next.icon : Icon::None;
        if (thrift.way_words) s.next.icon = Icon::None;
    }
    s.previous.icon_only = s.next.icon_only = !thrift.way_words;
    if (view.later) s.later = button_spec(*view.later, ButtonKind::Quiet);
    if (view.step_on) s.step_on = button_spec(*view.step_on, ButtonKind::Quiet);
    s.primary = button_spec(view.primary, ButtonKind::Primary);
    for (ButtonSpec* one : {&s.previous, &s.next, &s.later, &s.step_on}) one->key_hint = {};
    if (!thrift.keys) s.primary.key_hint = {};
    return s;
}

float width_of(Ui& ui, const app::BottomBar& view, const Thrift& thrift) {
    const Specs s = specs_of(view, thrift);
    float width = 32 + button_width(ui, s.primary);
    if (view.previous) width += button_width(ui, s.previous) + 8;
    if (view.next) width += button_width(ui, s.next) + 8;
    if (thrift.others && view.later) width += button_width(ui, s.later) + 8;
    if (thrift.others && view.step_on) width += button_width(ui, s.step_on) + 8;
    if (!thrift.others && (view.later || view.step_on)) width += size::kButton + 8;
    if (!view.saved.empty()) width += 16 + 22 + (thrift.saved_words ? ui.draw().width(view.saved, type::k13) : 0);
    return width;
}

void draw_saved(Ui& ui, const Rect& area, const app::BottomBar& view, bool words) {
    if (view.saved.empty() || area.w < 18) return;
    const Tokens& t = ui.t();
    const Tint tint = tint_of(view.saved_tint);
    const Color color = tint == Tint::None ? t.text2 : t.tint(tint);
    const float text = words ? ui.draw().width(view.saved, type::k13) + 1 : 0, all = std::min(area.w, 15 + (words ? 6 + text : 0));
    Rect in{area.x + (area.w - all) / 2, area.y, all, area.h};
    const Rect whole = in.middle_row(20);
    const Item item = ui.item("saved", whole, {.role = Role::Figure, .label = view.saved, .focusable = false});
    ui.draw().icon(icon_of(view.saved_icon), in.take_left(15, 6), 15, color);
    if (words) ui.text_cut(in, view.saved, type::k13, color);
    else ui.tooltip(item, view.saved, whole);
}

/// What is quiet, behind three dots.
void draw_others(Ui& ui, Rect& bar, const app::BottomBar& view, app::Actions& actions) {
    std::vector<ui::Choice> choices;
    std::vector<const app::Button*> buttons;
    for (const auto* one : {&view.step_on, &view.later})
        if (*one) choices.push_back({.label = (*one)->label, .disabled = !(*one)->enabled, .reason = (*one)->why_not}), buttons.push_back(&**one);
    if (buttons.empty()) return;
    ButtonSpec look{.label = buttons.front()->label, .trailing = Icon::DotsVertical, .kind = ButtonKind::Quiet};
    look.icon_only = true;
    const Rect r = bar.take_right(size::kButton, 8).middle_row(size::kButton);
    if (const auto picked = dropdown(ui, "others", r, look, choices, -1)) actions.push_back(buttons[static_cast<std::size_t>(*picked)]->action);
}

} // namespace

void draw_bottom_bar(Ui& ui, const Rect& area, const app::BottomBar& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "bottom");
    ui.draw().fill(area, t.surface);
    ui.draw().hline(area.x, area.y, area.w, t.line);
    Thrift thrift;
    if (width_of(ui, view, thrift) > area.w) thrift.keys = false;
    if (width_of(ui, view, thrift) > area.w) thrift.saved_words = false;
    if (width_of(ui, view, thrift) > area.w) thrift.way_words = false;
    if (width_of(ui, view, thrift) > area.w) thrift.others = false;
    const Specs s = specs_of(view, thrift);
    Rect bar = area.inset(16, 0);
    {
        const GroupScope group(ui, "way", Arrows::Horizontal);
        if (view.previous && button_left(ui, "previous", bar, s.previous)) actions.push_back(view.previous->action);
        if (view.next && button_left(ui, "next", bar, s.next)) actions.push_back(view.next->action);
    }
    Rect right = bar;
    const bool pressed = button_right(ui, "primary", right, s.primary);
    if (!thrift.others) draw_others(ui, right, view, actions);
    if (thrift.others && view.later && button_right(ui, "later", right, s.later)) actions.push_back(view.later->action);
    if (thrift.others && view.step_on && button_right(ui, "step-on", right, s.step_on)) actions.push_back(view.step_on->action);
    // In the middle of the window where there is room, else between the buttons.
    const float words = thrift.saved_words ? ui.draw().width(view.saved, type::k13) + 22 : 15;
    const Rect middle = area.middle(words, area.h);
    draw_saved(ui, right.holds(middle) ? middle : right, view, thrift.saved_words);
    if (pressed) actions.push_back(view.primary.action);
}

} // namespace timbang::ui::desk
