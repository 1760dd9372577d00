#include <algorithm>
#include <string>
#include <vector>

#include "ui/kit/charts.h"
#include "ui/kit/widgets.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/columns.h"
#include "ui/screens/debrief/parts.h"
#include "ui/screens/feedback.h"
#include "ui/screens/two_lines.h"

namespace timbang::ui::debrief {

namespace {

constexpr float kHead = 36;
void draw_legend(Ui& ui, Rect r, const app::DebriefView& view) {
    const Tokens& t = ui.t();
    r.take_left(6);
    for (int i = 0; i < 3; ++i) {
        const std::string& word = view.legend[i];
        const float w = ui.draw().width(word, type::k13m);
        if (word.empty() || r.w < w + 18) continue;
        const Rect mark = r.take_left(14, 4);
        const Vec c = mark.centre();
        if (i == 0) ui.draw().circle(c, 5, t.acc, 2.4F);
        if (i == 1) ui.draw().diamond(c, 6, t.text);
        if (i == 2) {
            ui.draw().disc({c.x - 3, c.y}, 2, t.panel);
            ui.draw().disc({c.x + 3, c.y}, 2, t.panel);
        }
        ui.draw().text(r.take_left(w + 1, 7), word, type::k13m, t.text3);
    }
}

void draw_head(Ui& ui, const Rect& r, const app::DebriefView& view, const Columns& c) {
    ui.draw().fill({r.x + 1, r.y + 1, r.w - 2, r.h - 1}, ui.t().raised, size::kRadiusCard - 1, Corners::Top);
    Rect line = r;
    line.take_top(1);
    const auto word = [&](Place place, const std::string& s, HAlign align = HAlign::Left) {
        if (c.w[place] > 0) ui.text_cut(cell(line, c, place), s, type::k13m, ui.t().text3, align);
    };
    word(Name, view.columns[0]);
    word(You, view.columns[1], HAlign::Centre);
    word(Reference, view.columns[2], HAlign::Centre);
    if (c.w[Strip] > 0) draw_legend(ui, cell(line, c, Strip), view);
    word(VerdictPlace, view.columns[4]);
    word(Sureness, view.columns[5]);
    word(Compared, view.columns[6]);
}

void draw_verdict(Ui& ui, Rect at, const app::DebriefRow& row, bool icons) {
    const Tokens& t = ui.t();
    if (!row.verdict) return;
    const bool other = row.reference_verdict.has_value();
    const Tint tint = tint_of(row.verdict->tint);
    const Color c = tint == Tint::None ? t.text2 : t.tint(tint);
    const Font font = other ? type::k13m : type::k13;
    ui.draw().icon(icon_of(row.verdict->icon), at.take_left(15, 6), 15, c);
    if (!icons)
        ui.text_cut(other ? at.take_left(std::min(ui.draw().width(row.verdict->word, font) + 1, at.w), 7) : at,
                    row.verdict->word, font, c);
    if (other && at.w >= 40) {
        ui.draw().icon(Icon::ArrowRight, at.take_left(15, 6), 15, t.text2);
        if (icons)
            ui.draw().icon(icon_of(row.reference_verdict->icon), at.take_left(15), 15, t.text2);
        else
            ui.text_cut(at, row.reference_verdict->word, type::k13, t.text2);
    }
}

void draw_strip(Ui& ui, const Rect& at, const app::DotStrip& strip, Color behind) {
    if (strip.places <= 0) return;
    std::vector<DotStripCell> cells(static_cast<std::size_t>(strip.places));
    for (std::size_t i = 0; i < cells.size() && i < strip.panel.size(); ++i)
        cells[i].panel = strip.panel[i];
    const Rect r = Rect{at.x + 6, at.y, std::min(200.0F, at.w - 18), at.h}.middle_row(38);
    dot_strip(
        ui, "strip", r,
        {.cells = cells, .reference = strip.reference, .you = strip.you, .words = strip.tooltip, .behind = behind});
}

void draw_compared(Ui& ui, Rect at, const app::DebriefRow& row) {
    const Tokens& t = ui.t();
    if (row.compared.empty()) return;
    const Tint tint = tint_of(row.compared_tint);
    const Color c = tint == Tint::None ? t.text2 : t.tint(tint);
    if (row.compared_icon && *row.compared_icon) ui.draw().icon(icon_of(row.compared_icon), at.take_left(18, 6), 18, c);
    ui.text_cut(at, row.compared, type::k13m, c);
}

/// What the tooltip says where the pointer is: the counts of the panel, the verdicts of which there are only icons.
void draw_tips(Ui& ui, const Item& item, const Rect& r, const app::DebriefRow& line, const Columns& c) {
    const Rect strip = cell(r, c, Strip), verdict = cell(r, c, VerdictPlace);
    if (c.w[Strip] > 0 && strip.contains(ui.mouse())) ui.tooltip(item, line.strip.tooltip, strip);
    if (!c.icons || !line.verdict || !verdict.contains(ui.mouse())) return;
    ui.tooltip(item, line.verdict->word + (line.reference_verdict ? " → " + line.reference_verdict->word : ""),
               verdict);
}

/// The row as a whole: drawn last, so that a press anywhere on it counts.
void add_row_item(Ui& ui, const std::string& id, const Rect& r, const app::DebriefRow& line, const Columns& c,
                  bool opens, app::Actions& actions) {
    ItemSpec spec{.role = Role::Row, .label = line.title, .value = line.compared, .radius = size::kRadiusChip};
    spec.expanded = line.open;
    spec.selected = line.open;
    spec.focusable = opens;
    spec.ring = r.inset(5);
    const Item item = ui.item(id, r, spec);
    draw_tips(ui, item, r, line, c);
    if (item.pressed && opens) actions.push_back(line.action);
}

/// The line of one decision.
void draw_row(Ui& ui, const std::string& id, const Rect& r, const app::DebriefRow& line, const Columns& c, bool last,
              app::Actions& actions) {
    const Tokens& t = ui.t();
    const bool opens = line.action.acts(); // below the level "where" there is nothing to open
    const bool round = last && !line.open;
    const Color behind = line.open ? t.acc_soft : opens && ui.hovers(r) ? t.hover : t.surface;
    ui.draw().fill({r.x + 1, r.y, r.w - 2, r.h}, behind, round ? size::kRadiusCard - 1 : 0, Corners::Bottom);
    ui.draw().hline(r.x + 1, r.y, r.w - 2, line.open ? t.acc_line : t.line);
    if (c.w[Code] > 0) ui.draw().text(cell(r, c, Code), line.code, type::k13, t.text3);
    Rect name = cell(r, c, Name);
    name.w -= 8;
    if (c.small_names) two_lines(ui, name, line.title, type::k13m, t.text);
    else ui.text_cut(name, line.title, type::k15m, t.text);
    ui.draw().text(cell(r, c, You), line.you, type::k15b, t.text, HAlign::Centre);
    if (c.w[Reference] > 0)
        ui.draw().text(cell(r, c, Reference), line.reference, line.differs ? type::k15b : type::k15,
                       line.differs ? t.text : t.text2, HAlign::Centre);
    if (c.w[Strip] > 0) {
        const Scope scope(ui, id);
        draw_strip(ui, cell(r, c, Strip), line.strip, behind);
    }
    if (c.w[VerdictPlace] > 0) draw_verdict(ui, cell(r, c, VerdictPlace), line, c.icons);
    if (c.w[Sureness] > 0 && line.sureness > 0) {
        const Rect at = cell(r, c, Sureness);
        sureness_dots(ui, at.x, at.centre().y, line.sureness, line.sure_and_different);
        if (line.sure_and_different) ui.draw().icon(Icon::AlertCircle, {at.x + 40, at.y, 15, at.h}, 15, t.rej);
    }
    if (c.w[Compared] > 0) draw_compared(ui, cell(r, c, Compared), line);
    if (opens)
        ui.draw().icon(line.open ? Icon::ChevronDown : Icon::ChevronRight,
                       {r.right() - kFoot - kChevron, r.y, kChevron, r.h}, 18, t.text3);
    add_row_item(ui, id, r, line, c, opens, actions);
}

void write_detail(Column& column, const app::DebriefRow& row, const std::string& id, float indent, bool last,
                  app::Actions& actions) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    const float left = column.width() < 600 ? 16 : indent;
    const Rect inside{column.x() + left, column.y() + 15, column.width() - left - 20, 0};
    Column measure(ui, inside, false);
    write_feedback(measure, *row.detail, actions);
    const Rect r = column.take(measure.used() + 15 + 16);
    if (!column.drawing()) return;
    ui.draw().fill({r.x + 1, r.y, r.w - 2, r.h}, t.surface, last ? size::kRadiusCard - 1 : 0, Corners::Bottom);
    ui.draw().hline(r.x + 1, r.y, r.w - 2, t.acc_line);
    const Scope scope(ui, id);
    Column draw(ui, inside, true);
    write_feedback(draw, *row.detail, actions);
}

void write_rows(Column& column, const std::vector<app::DebriefRow>& rows, const Columns& c, app::Actions& actions) {
    Ui& ui = column.ui();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool last = i + 1 == rows.size(), detail = rows[i].open && rows[i].detail;
        const Rect r = column.take(size::kDebriefRow);
        const std::string id = rows[i].code.empty() ? std::to_string(i) : rows[i].code;
        if (column.drawing()) {
            const GroupScope group(ui, "rows", Arrows::Vertical);
            draw_row(ui, id, r, rows[i], c, last && !detail, actions);
            // J and K go on and back, as the arrows do.
            const bool down = ui.group_key(Key::J);
            if (down || ui.group_key(Key::K)) ui.move_inside_group(down ? Key::Down : Key::Up);
        }
        if (detail) write_detail(column, rows[i], id, 17 + c.w[Code], last, actions);
    }
}

} // namespace

void write_table(Column& column, const app::DebriefView& view, app::Actions& actions) {
    if (view.rows.empty()) return;
    Ui& ui = column.ui();
    const Columns c = columns_for(ui, column.width(), view);
    Column measure(ui, {column.x(), column.y(), column.width(), 0}, false);
    measure.gap(kHead + 1);
    write_rows(measure, view.rows, c, actions);
    measure.gap(1);
    if (column.drawing()) {
        card(ui, {column.x(), column.y(), column.width(), measure.used()});
        Column inside(ui, {column.x(), column.y(), column.width(), 0}, true);
        draw_head(ui, inside.take(kHead + 1), view, c);
        const Scope scope(ui, "table");
        write_rows(inside, view.rows, c, actions);
    }
    column.gap(measure.used());
}

void draw_take_home(Ui& ui, Rect& bar, const app::DebriefView& view, app::Actions& actions) {
    for (std::size_t i = 0; i < view.take_home.size(); ++i)
        action_button_right(ui, "take-" + std::to_string(i), bar, view.take_home[i], actions, ButtonKind::Quiet, ButtonSize::Small);
}

void write_parts(Column& column, const app::DebriefView& view, app::Actions& actions) {
    if (view.parts.empty()) return;
    Ui& ui = column.ui();
    Columns c;
    c.x[Name] = 16;
    c.w[Compared] = std::min(220.0F, column.width() * 0.4F);
    c.w[Name] = column.width() - 16 - kFoot - kChevron - c.w[Compared] - 8;
    c.x[Compared] = 16 + c.w[Name] + 8;
    Column measure(ui, {column.x(), column.y(), column.width(), 0}, false);
    measure.gap(kHead + 1);
    write_rows(measure, view.parts, c, actions);
    measure.gap(1);
    if (column.drawing()) {
        card(ui, {column.x(), column.y(), column.width(), measure.used()});
        Column inside(ui, {column.x(), column.y(), column.width(), 0}, true);
        const Rect head = inside.take(kHead + 1);
        ui.draw().fill({head.x + 1, head.y + 1, head.w - 2, head.h - 1}, ui.t().raised, size::kRadiusCard - 1,
                       Corners::Top);
        Rect bar = head.inset(16, 0);
        bar.w += 10; // the words of a quiet button end where the rows' do
        draw_take_home(ui, bar, view, actions);
        ui.text_cut(bar, view.parts_title, type::k13m, ui.t().text3);
        const Scope scope(ui, "parts");
        write_rows(inside, view.parts, c, actions);
    }
    column.gap(measure.used());
}

} // namespace timbang::ui::debrief
