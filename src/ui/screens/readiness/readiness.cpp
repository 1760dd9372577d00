#include "ui/screens/readiness/readiness.h"

#include <algorithm>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/records/cards.h"

namespace timbang::ui {

namespace {

constexpr float kWidest = 760, kHead = 56;

void draw_head(Ui& ui, const Rect& bar, const app::ReadinessView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(bar, t.surface);
    ui.draw().hline(bar.x, bar.bottom() - ui.draw().border(), bar.w, t.line);
    Rect line = bar.inset(bar.w < 700 ? 12 : size::kMargin, 0);
    const GroupScope group(ui, "head", Arrows::Horizontal);
    ButtonSpec back = button_spec(view.back, ButtonKind::Quiet);
    back.icon = Icon::ArrowLeft;
    back.icon_only = true;
    back.key_hint = {};
    if (button_left(ui, "back", line, back, 12)) actions.push_back(view.back.action);
    if (view.state) {
        const ChipSpec look{.label = view.state->label, .icon = icon_of(view.state->icon), .tint = tint_of(view.state->tint)};
        const float wide = chip_width(ui, look);
        if (line.w > wide + 140) chip(ui, line.take_right(wide, 12).middle_row(24), look);
    }
    ui.text_cut(line, view.title, type::k18b, ui.t().text);
}

void write_rule(Column& column) {
    const Rect rule = column.take(1);
    if (column.drawing()) column.ui().draw().hline(rule.x, rule.y, rule.w, column.ui().t().line);
}

void write_policy(Column& column, const app::ReadinessView& view) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    for (const app::PolicyLine& line : view.lines) {
        write_rule(column);
        column.gap(10);
        const TextRun words[] = {{line.before, type::k15, t.text}, {line.strong, type::k15b, t.text}, {line.rest, type::k15, t.text}};
        if (column.drawing()) ui.draw().icon(icon_of(line.icon), column.x(), column.y() + 2, 18, t.text2);
        Column inner(ui, {column.x() + 30, column.y(), column.width() - 30, 0}, column.drawing());
        inner.runs(words);
        column.gap(inner.used() + 10);
    }
    if (!view.lines.empty()) write_rule(column);
}

void draw_outcome(Ui& ui, Rect line, const app::OutcomeRow& row, float had, float needed) {
    const Tokens& t = ui.t();
    ui.draw().icon(row.met ? Icon::CheckCircle : Icon::ArrowRight, line.take_left(18, 12), 18, row.met ? t.ok : t.ret);
    ui.draw().text(line.take_right(needed, 16), row.needed, type::k13, t.text2, HAlign::Right);
    ui.draw().text(line.take_right(had, 12), row.had, type::k15b, t.text, HAlign::Right);
    ui.text_cut(line, row.name, type::k15, t.text);
}

void write_outcome(Column& column, const app::ReadinessView& view) {
    Ui& ui = column.ui();
    float had = 0, needed = 0;
    for (const app::OutcomeRow& row : view.rows) {
        had = std::max(had, ui.draw().width(row.had, type::k15b) + 1);
        needed = std::max(needed, ui.draw().width(row.needed, type::k13) + 1);
    }
    int number = 0;
    for (const app::OutcomeRow& row : view.rows) {
        write_rule(column);
        const Rect line = column.take(40);
        if (!column.drawing()) continue;
        ui.item("row-" + std::to_string(++number), line,
                {.role = Role::Row, .label = row.name, .value = row.had, .selected = row.met, .focusable = false});
        draw_outcome(ui, line, row, had, needed);
    }
    if (!view.rows.empty()) write_rule(column);
}

void write_number(Column& column, const app::ReadinessView& view) {
    if (view.number.empty()) return;
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    Rect line = column.take(44);
    column.gap(4);
    if (!column.drawing()) return;
    const float aside = ui.draw().width(view.aside, type::k13) + 1;
    ui.draw().text(line.take_right(aside, 12), view.aside, type::k13, t.text2, HAlign::Right);
    ui.draw().text(line.take_left(ui.draw().width(view.number, type::k34b), 10), view.number, type::k34b, t.text);
    line.y += 6;
    ui.text_cut(line, view.unit, type::k15, t.text2);
}

void write_reading(Column& column, const app::ReadinessView& view, app::Actions& actions) {
    if (!view.reading) return;
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    column.gap(14);
    Rect r = column.take(62);
    if (!column.drawing()) return;
    ui.draw().box(r, t.acc_soft, t.acc_soft, size::kRadius);
    r = r.inset(12, 0);
    ui.draw().icon(Icon::LightbulbOutline, r.take_left(18, 12), 18, t.acc);
    action_button_right(ui, "reading", r, view.reading->start, actions, ButtonKind::Normal, ButtonSize::Small);
    Rect words = r.middle_row(40);
    ui.text_cut(words.take_top(22), view.reading->title, type::k15m, t.text);
    ui.text_cut(words, view.reading->text, type::k13, t.text2);
}

void write_all(Column& column, const app::ReadinessView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    column.para(view.headline, type::k18b, t.text);
    column.para(view.text, type::k15, t.text2);
    column.para(view.line, type::k13, t.text2);
    if (!view.headline.empty() || !view.text.empty() || !view.line.empty()) column.gap(10);
    write_number(column, view);
    write_policy(column, view);
    write_outcome(column, view);
    if (view.validity) {
        column.gap(18);
        column.para(view.validity_title, type::k15m, t.text);
        column.gap(6);
        records::write_validity(column, *view.validity);
    }
    if (!view.notice.empty()) column.gap(8);
    column.para(view.notice, type::k13, t.text2);
    write_reading(column, view, actions);
}

float buttons_width(Ui& ui, const app::ReadinessView& view) {
    float wide = 0;
    for (const app::Button& one : view.buttons)
        wide += button_width(ui, button_spec(one)) + 8;
    return wide;
}

void write_buttons(Column& column, const app::ReadinessView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    const float wide = buttons_width(ui, view);
    const bool beside = column.width() >= wide + 200;
    if (!beside && !view.foot.empty()) {
        column.para(view.foot, type::k13, t.text2);
        column.gap(8);
    }
    const auto draw = [&](std::size_t i, Rect& line, bool right) {
        const bool last = i + 1 == view.buttons.size();
        const ButtonKind kind = last ? ButtonKind::Primary : ButtonKind::Normal;
        const std::string id = "button-" + std::to_string(i);
        if (right) action_button_right(ui, id, line, view.buttons[i], actions, kind);
        else action_button_left(ui, id, line, view.buttons[i], actions, kind);
    };
    const GroupScope group(ui, "buttons", Arrows::Both);
    if (wide > column.width()) { // one below the other
        for (std::size_t i = view.buttons.size(); i-- > 0;) {
            Rect line = column.take(size::kButton);
            column.gap(8);
            if (column.drawing()) draw(i, line, false);
        }
        return;
    }
    Rect line = column.take(size::kButton);
    if (!column.drawing()) return;
    for (std::size_t i = view.buttons.size(); i-- > 0;)
        draw(i, line, true);
    if (!beside) return;
    const float high = ui.draw().para_height(line.w - 12, view.foot, type::k13);
    ui.draw().para(line.x, line.y + (line.h - high) / 2, line.w - 12, view.foot, type::k13, t.text2);
}

} // namespace

void draw_readiness(Ui& ui, const Rect& area, const app::ReadinessView& view, ReadinessOptions&, app::Actions& actions) {
    const Scope scope(ui, "readiness");
    Rect rest = area;
    draw_head(ui, rest.take_top(kHead), view, actions);
    ScrollArea scroll(ui, "page", rest, {.gutter = false});
    const float margin = rest.w < 700 ? 16 : size::kMargin;
    const float wide = std::min(kWidest, rest.w - 2 * margin);
    const Rect box{scroll.content().x + (rest.w - wide) / 2, scroll.content().y + 20, wide, 0};
    const Rect inside{box.x + 24, box.y + 18, box.w - 48, 0};
    Column measure(ui, inside, false);
    write_all(measure, view, actions);
    measure.gap(20);
    write_buttons(measure, view, actions);
    card(ui, {box.x, box.y, box.w, measure.used() + 36});
    Column draw(ui, inside, true);
    write_all(draw, view, actions);
    draw.gap(20);
    write_buttons(draw, view, actions);
    scroll.end(20 + measure.used() + 36 + 24);
}

} // namespace timbang::ui
