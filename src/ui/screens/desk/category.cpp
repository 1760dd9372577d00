#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

constexpr float kCell = 47, kCellTight = 42, kRowHeight = 36;

struct RowLook {
    float height = 36;
    Font name = type::k15, number = type::k15, total = type::k15b;
    Color color;
};

void draw_row(Ui& ui, Rect line, std::string_view name, const std::string* cells, std::string_view total, const RowLook& look) {
    line = line.inset(12, 0);
    float widths[4];
    const float cell = line.w < 330 ? kCellTight : kCell;
    for (int i = 0; i < 4; ++i) widths[i] = std::max(cell, ui.draw().width(i < 3 ? std::string_view(cells[i]) : total, look.total) + 8);
    // A row without numbers by type gives their room to its name.
    if (look.height >= kRowHeight && cells[0].empty() && cells[1].empty() && cells[2].empty()) widths[0] = widths[1] = widths[2] = 0;
    ui.draw().text(line.take_right(widths[3]), total, look.total, look.color, HAlign::Right);
    for (int i = 2; i >= 0; --i) ui.draw().text(line.take_right(widths[i]), cells[i], look.number, look.color, HAlign::Right);
    line.w -= 4;
    if (ui.draw().width(name, look.name) <= line.w || look.name.size < 15) return ui.text_cut(line, name, look.name, look.color);
    const float height = std::min(36.0F, ui.draw().para_height(line.w, name, type::k13)); // two lines of the small size fit as well
    ui.draw().para(line.x, line.y + (line.h - height) / 2, line.w, name, type::k13, look.color, 2);
}

void draw_table(Ui& ui, Column& column, const app::CategoryForm& view) {
    const Tokens& t = ui.t();
    constexpr float kHead = 30, kWeights = 26, kRow = kRowHeight;
    const bool mean = !view.mean.name.empty();
    const float height = kHead + kWeights + kRow * static_cast<float>(view.rows.size() + (mean ? 1 : 0)) + 2;
    const Rect box = column.line(height);
    ui.draw().box(box, t.surface, t.line, size::kRadiusBig);
    Rect in = box.inset(ui.draw().border());
    const Rect head = in.take_top(kHead);
    ui.draw().fill(head, t.raised, size::kRadiusBig - 1, Corners::Top);
    const RowLook small{kHead, type::k13m, type::k13m, type::k13b, t.text3};
    draw_row(ui, head, view.columns[0], view.columns + 1, view.columns[4], small);
    const auto rule = [&] { ui.draw().hline(in.x, in.y, in.w, t.line); };
    rule();
    draw_row(ui, in.take_top(kWeights), view.weights.name, view.weights.cells, view.weights.total, {kWeights, type::k13, type::k13, type::k13, t.text3});
    for (const app::RightRow& row : view.rows) {
        rule();
        draw_row(ui, in.take_top(kRow), row.name, row.cells, row.total, {kRow, type::k15, type::k15, type::k15b, t.text});
    }
    if (!mean) return;
    const Rect last = in.take_top(kRow);
    ui.draw().fill(last, t.acc_soft, size::kRadiusBig - 1, Corners::Bottom);
    draw_row(ui, last, view.mean.name, view.mean.cells, view.mean.total, {kRow, type::k15, type::k15, type::k15b, t.acc});
}

void draw_axis(Ui& ui, Column& column, const app::CategoryForm& view) {
    const Tokens& t = ui.t();
    const Rect r = column.line(58);
    const Rect bar{r.x + 8, r.y + 20, r.w - 16, 15};
    const auto place = [&](float at) { return bar.x + at * bar.w; };
    ui.draw().box(bar, t.raised, t.line2);
    if (view.band_to > view.band_from) ui.draw().box({place(view.band_from), bar.y, place(view.band_to) - place(view.band_from), bar.h}, t.acc_soft, t.acc_line);
    ui.item("axis", bar, {.role = Role::Figure, .label = view.table_title, .value = view.axis_label, .focusable = false});
    float free_from = r.x;
    for (const app::AxisMark& mark : view.axis) {
        const float words = ui.draw().width(mark.label, type::k13);
        const float x = std::max(r.x, std::min(place(mark.at) - words / 2, r.right() - words));
        if (mark.at > 0 && mark.at < 1) ui.draw().vline(place(mark.at), bar.y, bar.h, t.line2);
        if (x < free_from) continue;
        ui.draw().text(x, bar.bottom() + 6, mark.label, type::k13, t.text2);
        free_from = x + words + 6;
    }
    if (view.axis_at < 0) return;
    const float x = place(view.axis_at), words = ui.draw().width(view.axis_label, type::k13b);
    ui.draw().fill({x - 1.5F, bar.y - 4, 3, bar.h + 8}, t.acc);
    ui.draw().text(std::max(r.x, std::min(x - words / 2, r.right() - words)), r.y - 4, view.axis_label, type::k13b, t.acc);
}

} // namespace

float draw_category(Ui& ui, const Rect& area, const app::CategoryForm& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "category");
    Column column{area.x + 20, area.y, area.w - 40};
    Rect head = column.line(52);
    if (!view.state.empty()) {
        const bool chosen = !view.missing;
        ui.draw().text(head.take_right(ui.draw().width(view.state, type::k13) + 1, 4), view.state, type::k13, chosen ? t.text2 : t.ret);
        if (view.chosen || !chosen)
            ui.draw().icon(chosen ? Icon::CheckCircle : Icon::AlertCircle, head.take_right(15, 8), 15, chosen ? t.text2 : t.ret);
    }
    ui.text_cut(head, view.title, type::k15b, t.text);
    if (!view.table_title.empty()) column.skip(ui.draw().para(column.x, column.y, column.w, view.table_title, type::k13, t.text2) + 6);
    if (!view.rows.empty()) draw_table(ui, column, view);
    column.skip(8);
    std::vector<TextRun> runs{{view.explain, type::k13, t.text2}};
    if (!view.practice.empty()) {
        runs.push_back({" ", type::k13, t.text2});
        runs.push_back({view.practice, type::k13, t.ret});
    }
    column.skip(ui.draw().para(column.x, column.y, column.w, runs) + 14);
    if (!view.axis.empty()) draw_axis(ui, column, view);
    column.skip(16);
    column.skip(ui.draw().para(column.x, column.y, column.w, view.question, type::k13b, view.missing ? t.ret : t.text) + 6);
    draw_radio_rows(ui, "choice", column, view.categories, view.feedback.has_value(), actions);
    if (!view.note.empty()) {
        column.skip(14);
        ui.draw().icon(Icon::InformationOutline, {column.x, column.y + 1, 15, 15}, 15, t.text3);
        column.skip(ui.draw().para(column.x + 23, column.y, column.w - 23, view.note, type::k13, t.text2));
    }
    if (view.feedback) {
        column.skip(16);
        column.skip(draw_feedback(ui, {column.x, column.y, column.w, 0}, *view.feedback, actions));
    }
    return column.y - area.y;
}

} // namespace timbang::ui::desk
