#include <algorithm>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

ButtonSpec more_look(const app::ConsoleView& view) {
    return {.label = view.more.label, .icon = Icon::DotsVertical, .size = ButtonSize::Small, .icon_only = true};
}
// ---- the line of the round

struct StageLook {
    bool small = false, arrows = true;
    bool words = true; ///< else only the one of now says more than its tick
};

bool now(const app::RoundStage& stage) {
    return stage.state == app::RoundStage::State::Now;
}

Font name_font(const app::RoundStage& stage, const StageLook& look) {
    if (look.small) return now(stage) ? type::k13b : type::k13m;
    return now(stage) ? type::k15b : type::k15m;
}

float stage_width(Ui& ui, const app::RoundStage& stage, const StageLook& look) {
    if (!look.words && !now(stage)) return 34;
    const float icon = stage.state == app::RoundStage::State::Done ? (look.small ? 20.0F : 24.0F) : 0;
    const float pad = look.small ? 10 : now(stage) ? 16 : 12;
    return std::max(icon + ui.draw().width(stage.name, name_font(stage, look)),
                    ui.draw().width(stage.note, type::k13)) + 2 * pad + 2;
}

float line_width(Ui& ui, const app::ConsoleView& view, const StageLook& look) {
    float wide = 0;
    for (const app::RoundStage& stage : view.stages)
        wide += stage_width(ui, stage, look) + (look.arrows ? 26 : 2);
    return wide - (look.arrows ? 26 : 2);
}

void draw_stage(Ui& ui, Rect r, std::size_t place, const app::RoundStage& stage, const StageLook& look) {
    const Tokens& t = ui.t();
    const bool done = stage.state == app::RoundStage::State::Done, shown = look.words || now(stage);
    const Item it = ui.item("stage/" + std::to_string(place), r,
                            {.role = Role::Figure, .label = stage.name, .value = stage.note, .selected = now(stage),
                             .focusable = false});
    if (now(stage)) ui.draw().box(r, t.acc_soft, t.acc_line, size::kRadiusBig);
    const Color color = now(stage) ? t.acc : done ? t.text2 : t.text3;
    if (!shown) {
        if (done) ui.draw().icon(Icon::Check, r, 18, color);
        else ui.draw().circle(r.centre(), 5, t.ctl, 2);
        return ui.tooltip(it, stage.name, r);
    }
    r = r.inset(look.small ? 10 : now(stage) ? 16 : 12, 5);
    const Font font = name_font(stage, look);
    Rect name = r.take_top(look.small ? 18 : 20);
    if (done) ui.draw().icon(Icon::Check, name.take_left(look.small ? 16 : 18, look.small ? 4 : 6), look.small ? 15 : 18, color);
    ui.text_cut(name, stage.name, font, color);
    ui.text_cut(r.take_top(18), stage.note, type::k13, color);
}

void draw_line(Ui& ui, Rect area, const app::ConsoleView& view, const StageLook& look) {
    const float high = look.small ? 48 : 52;
    for (std::size_t i = 0; i < view.stages.size(); ++i) {
        if (i > 0 && look.arrows)
            ui.draw().icon(Icon::ChevronRight, area.take_left(18, 4), 18, ui.t().text3);
        const float wide = stage_width(ui, view.stages[i], look);
        draw_stage(ui, area.take_left(std::min(wide, area.w), look.arrows ? 4 : 2).middle_row(high), i, view.stages[i], look);
    }
}

// ---- timer and big button

ButtonSpec next_look(const app::ConsoleView& view) {
    ButtonSpec spec = button_spec(*view.next, ButtonKind::Primary, ButtonSize::Big);
    spec.icon = Icon::None;
    spec.trailing = Icon::ArrowRight;
    spec.key_hint = {};
    if (spec.tip.empty()) spec.tip = view.next->key;
    return spec;
}

void draw_next(Ui& ui, const Rect& r, const app::ConsoleView& view, app::Actions& actions) {
    ButtonSpec spec = next_look(view);
    const std::string words = shortened(ui, view.next->label, type::k18b, r.w - 2 * 20 - 28);
    if (words != view.next->label) spec.tip = view.next->label;
    spec.label = words;
    if (enter_button(ui, "next", r, spec)) actions.push_back(view.next->action);
}

ButtonSpec timer_look(const app::Button& button) {
    ButtonSpec spec = button_spec(button, ButtonKind::Normal, ButtonSize::Small);
    spec.icon_only = spec.icon != Icon::None;
    spec.key_hint = {};
    if (spec.tip.empty() && spec.icon_only) spec.tip = button.label;
    return spec;
}

float timer_button_width(Ui& ui, const app::ConsoleView& view) {
    float wide = 0;
    for (const app::Button& each : view.timer_buttons)
        wide = std::max(wide, timer_look(each).icon_only ? size::kSmall : ui.draw().width(each.label, type::k13m) + 14);
    return wide;
}

float timer_width(Ui& ui, const app::ConsoleView& view) {
    if (view.timer.empty()) return 0;
    return ui.draw().width(view.timer, type::k34b) + 2 + (view.timer_buttons.empty() ? 0 : 12 + timer_button_width(ui, view));
}

/// The time left and, stacked beside it, its buttons.
void draw_timer(Ui& ui, Rect area, const app::ConsoleView& view, bool small, app::Actions& actions) {
    if (view.timer.empty()) return;
    const float wide = timer_button_width(ui, view), high = small ? 26 : 28;
    const float stack = static_cast<float>(view.timer_buttons.size()) * (high + 4) - 4;
    const Rect clock{area.x, area.y, ui.draw().width(view.timer, type::k34b) + 2, area.h};
    ui.item("timer", clock.middle_row(40),
            {.role = Role::Figure, .label = view.timer, .selected = view.over_time, .focusable = false});
    ui.draw().text(clock, view.timer, type::k34b, ui.t().text);
    if (view.timer_buttons.empty()) return;
    Rect buttons = Rect{area.right() - wide, area.y, wide, area.h}.middle_row(stack);
    const GroupScope group(ui, "time", Arrows::Vertical);
    for (std::size_t i = 0; i < view.timer_buttons.size(); ++i)
        if (button(ui, std::to_string(i), buttons.take_top(high, 4), timer_look(view.timer_buttons[i])))
            actions.push_back(view.timer_buttons[i].action);
}

/// The same in a line, where there is no height.
void draw_timer_flat(Ui& ui, Rect& bar, const app::ConsoleView& view, app::Actions& actions) {
    if (view.timer.empty()) return;
    const float wide = ui.draw().width(view.timer, type::k24b) + 2;
    const Rect clock = bar.take_left(wide, 8);
    ui.item("timer", clock, {.role = Role::Figure, .label = view.timer, .selected = view.over_time, .focusable = false});
    ui.draw().text(clock, view.timer, type::k24b, ui.t().text);
    const GroupScope group(ui, "time", Arrows::Horizontal);
    for (std::size_t i = 0; i < view.timer_buttons.size(); ++i) {
        const ButtonSpec spec = timer_look(view.timer_buttons[i]);
        const Rect r = bar.take_left(spec.icon_only ? size::kSmall : ui.draw().width(spec.label, type::k13m) + 14, 6);
        if (button(ui, std::to_string(i), r.middle_row(size::kSmall), spec))
            actions.push_back(view.timer_buttons[i].action);
    }
}

/// While no round is open: how people come in.
void draw_join(Ui& ui, const Rect& line, const app::ConsoleView& view) {
    const float words = line.w - 26, high = ui.draw().para_height(words, view.join, type::k15);
    const float y = line.y + (line.h - high) / 2;
    ui.draw().icon(Icon::Cellphone, Rect{line.x, y + 2, 18, 18}, 18, ui.t().text2);
    ui.draw().para(line.x + 26, y, words, view.join, type::k15, ui.t().text);
}

} // namespace

void draw_more(Ui& ui, const Rect& r, const app::ConsoleView& view, app::Actions& actions) {
    if (view.more.options.empty()) return;
    // Closing a vote stands in this list as well: it takes Enter, not Space.
    if (popup_open(ui, "more-menu") && ui.key() && ui.key()->key == Key::Space) ui.take_key();
    menu_button(ui, "more", r, view.more, more_look(view), actions);
}

void draw_stages(Ui& ui, const Rect& bar, const app::ConsoleView& view, Room room, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(bar, t.raised);
    ui.draw().hline(bar.x, bar.bottom() - ui.draw().border(), bar.w, t.line);
    Rect line = bar.inset(24, 0);
    const bool small = room != Room::Full;
    const float next = view.next ? std::min(button_width(ui, next_look(view)), line.w * 0.36F) : 0;
    const float timer = timer_width(ui, view), more = view.more.options.empty() ? 0 : kMore;
    for (const float part : {next, timer, more})
        if (part > 0) line.take_right(part, 12);
    StageLook look{small, !small, true};
    if (line_width(ui, view, look) > line.w) look.small = true;
    if (line_width(ui, view, look) > line.w) look = {true, false, true};
    if (line_width(ui, view, look) > line.w) look.words = false;
    if (view.stages.empty()) draw_join(ui, line, view);
    draw_line(ui, line, view, look);
    Rect at = bar.inset(24, 0);
    const Rect next_box = next > 0 ? at.take_right(next, 12).middle_row(size::kBig) : Rect{};
    const Rect timer_box = timer > 0 ? at.take_right(timer, 12) : Rect{};
    const Rect more_box = more > 0 ? at.take_right(more, 12).middle_row(size::kSmall) : Rect{};
    draw_timer(ui, timer_box, view, small, actions);
    if (view.next) draw_next(ui, next_box, view, actions);
    draw_more(ui, more_box, view, actions);
}

void write_stages(Column& column, const app::ConsoleView& view) {
    Ui& ui = column.ui();
    if (view.stages.empty()) return column.para(view.join, type::k13, ui.t().text);
    const StageLook small{true, false, true};
    Rect stages = column.take(48);
    for (std::size_t i = 0; i < view.stages.size(); ++i) {
        const float wide = stage_width(ui, view.stages[i], small);
        if (wide > stages.w && i > 0) stages = (column.gap(2), column.take(48));
        draw_stage(ui, stages.take_left(std::min(wide, stages.w), 2), i, view.stages[i], small);
    }
}

void draw_foot(Ui& ui, const Rect& bar, const app::ConsoleView& view, app::Actions& actions) {
    ui.draw().fill(bar, ui.t().raised);
    ui.draw().hline(bar.x, bar.y, bar.w, ui.t().line);
    Rect line = bar.inset(bar.w < 700 ? 12 : 24, bar.h < 60 ? 6 : 8);
    draw_timer_flat(ui, line, view, actions);
    if (!view.next) return;
    line.take_left(8);
    draw_next(ui, line.take_right(std::min(line.w, button_width(ui, next_look(view)))), view, actions);
}

} // namespace timbang::ui::room
