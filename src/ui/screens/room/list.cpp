#include <algorithm>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kRow = 60, kWidest = 920;

void write_title(Column& column, const app::WorkshopList& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const ButtonSpec create = button_spec(view.create, ButtonKind::Primary), quick = button_spec(view.quick);
    const float buttons = button_width(ui, create) + 8 + button_width(ui, quick);
    const bool beside = buttons + 220 <= column.width();
    Rect line = column.take(40);
    Rect bar = line;
    const GroupScope group(ui, "new", Arrows::Horizontal);
    if (beside) {
        action_button_right(ui, "create", bar, view.create, actions, ButtonKind::Primary);
        action_button_right(ui, "quick", bar, view.quick, actions);
    }
    ui.text_cut(bar.middle_row(32), view.title, type::k24b, ui.t().text);
    column.para(view.line, type::k15, ui.t().text2, 620);
    column.gap(12);
    if (beside) return;
    for (const bool first : {true, false}) {
        bar = column.take(size::kButton);
        column.gap(8);
        if (first) action_button_left(ui, "create", bar, view.create, actions, ButtonKind::Primary);
        else action_button_left(ui, "quick", bar, view.quick, actions);
    }
}

void draw_workshop(Ui& ui, const Rect& line, const std::string& id, const app::WorkshopRow& view, Icon icon,
                   app::Actions& actions) {
    const Tokens& t = ui.t();
    Rect in = line;
    if (view.go_on) {
        in.take_right(12);
        action_button_right(ui, id + "-go-on", in, *view.go_on, actions, ButtonKind::Normal, ButtonSize::Small);
    } else if (view.report) {
        in.take_right(12);
        action_button_right(ui, id + "-report", in, *view.report, actions, ButtonKind::Quiet, ButtonSize::Small);
    }
    const Item it = row(ui, id, in, {.label = view.title, .value = view.line});
    if (it.pressed && view.open.acts()) actions.push_back(view.open);
    in = in.inset(16, 0);
    ui.draw().icon(icon, in.take_left(18, 12), 18, t.text2);
    if (!view.go_on && !view.report) ui.draw().icon(Icon::ChevronRight, in.take_right(18, 8), 18, t.text3);
    Rect words = in.middle_row(40);
    ui.text_cut(words.take_top(22), view.title, type::k15m, t.text);
    ui.text_cut(words, view.line, type::k13, t.text2);
}

void write_list(Column& column, const char* id, const std::vector<app::WorkshopRow>& rows, Icon icon, app::Actions& actions) {
    Ui& ui = column.ui();
    const Rect box = column.take(static_cast<float>(rows.size()) * kRow + 12);
    card(ui, box);
    const GroupScope group(ui, id, Arrows::Both);
    Rect rest = box.inset(1, 6);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Rect line = rest.take_top(kRow);
        if (i > 0) ui.draw().hline(line.x + 16, line.y, line.w - 32, ui.t().line);
        draw_workshop(ui, line.inset(5, 1), std::to_string(i), rows[i], icon, actions);
    }
}

void write_rows(Column& column, const app::WorkshopList& view, app::Actions& actions) {
    Ui& ui = column.ui();
    if (view.rows.empty()) {
        write_card(column, {20, 18}, [&](Column& inside) {
            inside.para(view.empty_title, type::k18b, ui.t().text);
            inside.gap(4);
            inside.para(view.empty_text, type::k15, ui.t().text2, 560);
        });
        return;
    }
    write_list(column, "rows", view.rows, Icon::AccountMultiple, actions);
}

void write_programmes(Column& column, const app::WorkshopList& view, app::Actions& actions) {
    if (view.programmes.empty()) return;
    Ui& ui = column.ui();
    column.gap(24);
    column.line(view.programmes, type::k15b, ui.t().text);
    column.gap(8);
    if (!view.programme_rows.empty()) write_list(column, "programmes", view.programme_rows, Icon::Calendar, actions);
    for (const std::string& problem : view.programme_problems) {
        column.gap(8);
        ui.draw().icon(Icon::Alert, column.x(), column.y() + 1.5F, 15, ui.t().ret);
        Column words(ui, {column.x() + 23, column.y(), column.width() - 23, 0}, true);
        words.para(problem, type::k13, ui.t().text2, 760);
        column.gap(words.used());
    }
}

void write_promises(Column& column, const app::WorkshopList& view) {
    if (view.promises.empty()) return;
    column.gap(24);
    write_card(column, {20, 16}, [&](Column& inside) {
        Ui& ui = inside.ui();
        for (std::size_t i = 0; i < view.promises.size(); ++i) {
            if (i > 0) inside.gap(8);
            if (inside.drawing()) ui.draw().icon(Icon::ShieldOutline, inside.x(), inside.y() + 1.5F, 15, ui.t().text2);
            Column words(ui, {inside.x() + 27, inside.y(), inside.width() - 27, 0}, inside.drawing());
            words.para(view.promises[i], type::k13, ui.t().text2, 620);
            inside.gap(words.used());
        }
    });
}

} // namespace

void draw_list(Ui& ui, const Rect& area, const app::WorkshopList& view, app::Actions& actions) {
    const Scope scope(ui, "list");
    ScrollArea scroll(ui, "all", area, {.gutter = false});
    const float margin = area.w < 700 ? 16 : size::kMargin;
    Column column(ui, {area.x + margin, scroll.content().y, std::min(kWidest, area.w - 2 * margin), 0}, true);
    column.gap(area.h < 500 ? 12 : 28);
    write_title(column, view, actions);
    column.gap(12);
    write_rows(column, view, actions);
    write_programmes(column, view, actions);
    write_promises(column, view);
    scroll.end(column.used() + 24);
}

} // namespace timbang::ui::room
