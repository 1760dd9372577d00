#include <algorithm>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kCase = 48, kWay = 50, kRule = 40, kPad = 14;

void draw_case(Ui& ui, const Rect& line, const std::string& id, const app::CaseRow& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    Rect in = line;
    ButtonSpec remove = button_spec(view.remove, ButtonKind::Quiet, ButtonSize::Small);
    remove.icon = Icon::Close;
    remove.icon_only = true;
    const bool removable = !view.remove.label.empty();
    const Rect cross = removable ? in.take_right(size::kSmall, 4).middle_row(size::kSmall) : Rect{};
    const Item it = row(ui, id, in, {.label = view.title, .value = view.line});
    if (it.pressed && view.select.acts()) actions.push_back(view.select);
    ui.tooltip(it, view.tip, in);
    if (it.focused && removable && view.remove.enabled && ui.shortcut(Key::Delete)) actions.push_back(view.remove.action);
    if (removable && button(ui, id + "-remove", cross, remove)) actions.push_back(view.remove.action);
    in = in.inset(8, 0);
    ui.draw().text(in.take_left(std::max(14.0F, ui.draw().width(view.number, type::k13m) + 1), 10), view.number, type::k13m, t.text2);
    ui.draw().icon(icon_of(view.icon), in.take_right(18, 8), 18, words_color(ui, tint_of(view.tint)));
    const float minutes = ui.draw().width(view.minutes, type::k13) + 1;
    ui.draw().text(in.take_right(minutes, 8), view.minutes, type::k13, t.text2);
    Rect words = in.middle_row(36);
    ui.text_cut(words.take_top(18), view.title, type::k13m, t.text);
    ui.text_cut(words, view.line, type::k13, t.text2);
}

/// A label and what is chosen, in one line where both fit.
void write_choice(Column& column, std::string_view id, const std::string& label, const std::vector<app::Choice>& options,
                  app::Actions& actions) {
    if (options.empty()) return;
    Ui& ui = column.ui();
    const SegmentSpec spec{.small = true, .label = label};
    const float wide = segmented_width(ui, choices_of(options), spec), words = ui.draw().width(label, type::k13m) + 1;
    const bool beside = words + 12 + wide <= column.width();
    Rect line = column.take(beside ? kRule : 26);
    Rect cells = beside ? line.take_right(wide, 12) : line;
    if (column.drawing()) ui.text_cut(line.middle_row(18), label, type::k13m, ui.t().text);
    if (!beside) {
        cells = column.take(34);
        cells.w = std::min(cells.w, wide);
    }
    if (column.drawing()) action_segments(ui, id, cells.middle_row(size::kSmall), options, actions, spec);
}

void write_timer(Column& column, const app::WorkshopSetup& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const float label = ui.draw().width(view.timer_label, type::k13m) + 1, note = ui.draw().width(view.timer_note, type::k13) + 1;
    Rect line = column.take(kRule);
    const Rect field = line.take_right(76, 8).middle_row(size::kSmall);
    const bool beside = label + 12 + note <= line.w;
    if (column.drawing()) {
        if (beside) ui.draw().text(line.take_right(note, 8).middle_row(18), view.timer_note, type::k13, ui.t().text2);
        ui.text_cut(line.middle_row(18), view.timer_label, type::k13m, ui.t().text);
        draw_field(ui, "timer", field, view.timer, actions);
    }
    if (!beside) column.para(view.timer_note, type::k13, ui.t().text2);
    column.para(view.timer.problem, type::k13m, ui.t().ret);
}

/// A label and, beside or below it, room for a control.
Rect labelled(Column& column, const std::string& label, float least) {
    Ui& ui = column.ui();
    constexpr float kLabel = 100;
    const bool beside = column.width() >= kLabel + 8 + least && ui.draw().width(label, type::k13m) <= kLabel;
    Rect line = column.take(beside ? size::kSmall : 22);
    const Rect words = beside ? line.take_left(kLabel, 8) : line;
    if (column.drawing()) ui.text_cut(words.middle_row(18), label, type::k13m, ui.t().text);
    return beside ? line : column.take(size::kSmall);
}

void write_warning(Column& column, const std::string& words) {
    if (words.empty()) return;
    Ui& ui = column.ui();
    column.gap(9);
    if (column.drawing()) ui.draw().icon(Icon::Alert, column.x(), column.y() + 1.5F, 15, ui.t().ret);
    Column inner(ui, {column.x() + 23, column.y(), column.width() - 23, 0}, column.drawing());
    inner.para(words, type::k13, ui.t().text2);
    column.gap(inner.used());
}

} // namespace

void write_cases(Column& column, const app::WorkshopSetup& view, app::Actions& actions) {
    Ui& ui = column.ui();
    Rect line = column.take(size::kSmall);
    column.gap(8);
    const Rect words{line.x, line.y, line.w - button_width(ui, button_spec(view.add_case, ButtonKind::Normal, ButtonSize::Small)) - 8, line.h};
    head_title(ui, words, view.cases);
    action_button_right(ui, "add-case", line, view.add_case, actions, ButtonKind::Normal, ButtonSize::Small);
    if (view.case_rows.empty())
        return write_card(column, {kPad, 14}, [&](Column& inside) { inside.para(view.cases_empty, type::k13, ui.t().text2); });
    const Rect box = column.take(static_cast<float>(view.case_rows.size()) * kCase + 6);
    card(ui, box);
    const GroupScope group(ui, "cases", Arrows::Both);
    Rect rest = box.inset(1, 3);
    for (std::size_t i = 0; i < view.case_rows.size(); ++i) {
        const Rect at = rest.take_top(kCase);
        if (i > 0) ui.draw().hline(at.x, at.y, at.w, ui.t().line);
        draw_case(ui, at.inset(5, 2), std::to_string(i), view.case_rows[i], actions);
    }
}

void write_rounds(Column& column, const app::WorkshopSetup& view, app::Actions& actions) {
    write_head(column, view.rounds, view.rounds_note);
    write_card(column, {kPad + 1, 7}, [&](Column& inside) {
        write_choice(inside, "consensus", view.consensus_label, view.consensus, actions);
        write_choice(inside, "show", view.show_label, view.show, actions);
        write_choice(inside, "second", view.second_label, view.second, actions);
        write_timer(inside, view, actions);
    });
}

void write_ways(Column& column, const app::WorkshopSetup& view) {
    if (view.way_rows.empty()) return;
    Ui& ui = column.ui();
    write_head(column, view.ways, view.ways_note);
    const Rect box = column.take(static_cast<float>(view.way_rows.size()) * kWay + 6);
    card(ui, box);
    Rect rest = box.inset(1, 3);
    for (const app::WayRow& way : view.way_rows) {
        Rect in = rest.take_top(kWay);
        if (&way != &view.way_rows.front()) ui.draw().hline(in.x, in.y, in.w, ui.t().line);
        in = in.inset(kPad, 0);
        ui.draw().icon(icon_of(way.icon), in.take_left(18, 10), 18, ui.t().text2);
        ui.draw().text(in.take_right(ui.draw().width(way.count, type::k13) + 1, 8), way.count, type::k13, ui.t().text2);
        Rect words = in.middle_row(36);
        ui.text_cut(words.take_top(18), way.name, type::k13m, ui.t().text);
        ui.text_cut(words, way.line, type::k13, ui.t().text2);
    }
}

void write_network(Column& column, const app::WorkshopSetup& view, app::Actions& actions) {
    Ui& ui = column.ui();
    Rect line = column.take(28);
    column.gap(8);
    const float state = words_width(ui, view.network_state);
    if (!view.network_state.label.empty() && state + 90 <= line.w) draw_words(ui, line.take_right(state, 8), view.network_state);
    head_title(ui, line, view.network);
    write_card(column, {kPad + 1, 11}, [&](Column& inside) {
        const Rect wifi = labelled(inside, view.wifi.label, 160);
        if (inside.drawing()) draw_field(ui, "wifi", wifi, view.wifi, actions);
        inside.para(view.wifi.problem, type::k13m, ui.t().ret);
        inside.gap(8);
        const Rect address = labelled(inside, view.address_label, 160);
        if (inside.drawing()) {
            const std::string words = shortened(ui, view.address.label, type::k13m, address.w - 46);
            const ButtonSpec look{.label = words, .size = ButtonSize::Small, .tip = view.address.label, .left = true};
            menu_button(ui, "address", address, view.address, look, actions);
        }
        write_warning(inside, view.warning);
    });
}

} // namespace timbang::ui::room
