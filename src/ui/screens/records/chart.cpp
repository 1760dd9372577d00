#include <algorithm>
#include <functional>
#include <vector>

#include "ui/kit/widgets.h"
#include "ui/screens/records/cards.h"

namespace timbang::ui::records {

namespace {

constexpr float kPlot = 176, kPicture = 236, kAxis = 44;

/// Title with a note at its right, or below it where there is no room.
void write_head(Column& column, const std::string& title, const std::string& note) {
    Ui& ui = column.ui();
    Rect r = column.take(22);
    const float hint = ui.draw().width(note, type::k13) + 1;
    const bool one = hint + ui.draw().width(title, type::k15b) + 12 <= r.w;
    if (column.drawing()) {
        if (one && !note.empty()) ui.draw().text(r.take_right(hint, 12), note, type::k13, ui.t().text2, HAlign::Right);
        ui.text_cut(r, title, type::k15b, ui.t().text);
    }
    if (!one) column.para(note, type::k13, ui.t().text2);
}

/// Words under a point, inside the plot's width; left to the tooltip where they would run into the ones before.
void draw_under(Ui& ui, const Rect& plot, float x, float y, const std::string& words, Font font, Color color,
                float& free_from) {
    const float wide = ui.draw().width(words, font) + 2;
    const float left = std::min(x - wide / 2, plot.right() + 2 - wide);
    if (left < free_from + 6) return;
    free_from = left + wide;
    ui.draw().text({left, y, wide, 18}, words, font, color, HAlign::Centre);
}

void draw_points(Ui& ui, const Rect& plot, const app::ChartView& chart) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    const float range = chart.to > chart.from ? chart.to - chart.from : 1;
    const auto y_of = [&](float v) {
        return plot.bottom() - plot.h * (std::min(chart.to, std::max(chart.from, v)) - chart.from) / range;
    };
    const auto count = static_cast<float>(chart.points.size());
    const float pitch = plot.w / std::max(1.0F, count);
    std::vector<Vec> line;
    for (std::size_t i = 0; i < chart.points.size(); ++i)
        line.push_back({d.snap(plot.x + pitch * (static_cast<float>(i) + 0.5F)), y_of(chart.points[i].value)});
    if (line.size() > 1) d.polyline(line, t.acc, 1.5F);
    float month_from = plot.x - 40, count_from = plot.x - 40;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const app::ChartPoint& point = chart.points[i];
        const float top = y_of(point.high), bottom = y_of(point.low), x = line[i].x;
        d.fill({x - 1, top, 2, bottom - top}, t.acc);
        d.fill({x - 5, top - 1, 10, 2}, t.acc);
        d.fill({x - 5, bottom - 1, 10, 2}, t.acc);
        d.disc(line[i], 5, t.acc);
        const Item item =
            ui.item(point.label, {x - pitch / 2, plot.y, pitch, plot.h},
                    {.role = Role::Figure, .label = point.label, .value = point.below, .focusable = false});
        ui.tooltip(item, point.label + ": " + point.below, {x - 6, line[i].y - 6, 12, 12});
        draw_under(ui, plot, x, plot.bottom() + 6, point.label, type::k13m, t.text, month_from);
        draw_under(ui, plot, x, plot.bottom() + 25, point.below, type::k13, t.text3, count_from);
    }
}

void draw_chart(Ui& ui, const Rect& r, const app::ChartView& chart) {
    const Tokens& t = ui.t();
    const Rect plot{r.x + kAxis, r.y + 14, r.w - kAxis, kPlot};
    const float range = chart.to > chart.from ? chart.to - chart.from : 1;
    for (const app::AxisLabel& label : chart.labels) {
        const float y = ui.draw().snap(plot.bottom() - plot.h * (label.at - chart.from) / range);
        const bool zero = label.at == 0 && chart.from < 0;
        ui.draw().hline(plot.x, y, plot.w, zero ? t.ctl : t.line);
        ui.draw().text({r.x - 4, y - 9, kAxis - 4, 18}, label.text, type::k13, t.text3, HAlign::Right);
    }
    if (chart.goal) {
        const float y = ui.draw().snap(plot.bottom() - plot.h * (chart.goal->at - chart.from) / range);
        ui.draw().fill({plot.x, y, plot.w, 2}, t.ok);
        ui.draw().text({plot.x + 2, y - 20, plot.w - 4, 18}, chart.goal->text, type::k13, t.ok);
    }
    if (!chart.above.empty()) ui.draw().text({plot.x, plot.y + 2, plot.w, 18}, chart.above, type::k13, t.text3, HAlign::Right);
    if (!chart.below.empty())
        ui.draw().text({plot.x, plot.bottom() - 20, plot.w, 18}, chart.below, type::k13, t.text3, HAlign::Right);
    const Scope scope(ui, chart.title);
    draw_points(ui, plot, chart);
}

void write_card(Column& column, float least, const std::function<void(Column&)>& write) {
    Ui& ui = column.ui();
    const Rect inside{column.x() + 21, column.y() + 15, column.width() - 42, 0};
    Column measure(ui, inside, false);
    write(measure);
    const Rect r = column.take(std::max(least, measure.used() + 32));
    if (!column.drawing()) return;
    card(ui, r);
    Column draw(ui, inside, true);
    write(draw);
}

/// Cells of a tally; narrower where many must fit.
void draw_cells(Ui& ui, const Rect& r, const app::TallyRow& row) {
    const Tokens& t = ui.t();
    const float pitch = std::min(10.0F, r.w / static_cast<float>(std::max(1, row.cells)));
    for (int i = 0; i < row.cells; ++i) {
        const Rect cell = Rect{r.x + pitch * static_cast<float>(i), r.y, std::max(2.0F, pitch - 2), r.h}.middle_row(8);
        if (i < row.filled)
            ui.draw().fill(cell, t.acc, 2);
        else
            ui.draw().outline(cell, t.ctl, 2);
    }
}

/// The three steps of a level, lying.
void draw_level(Ui& ui, const Rect& r, const app::TallyRow& row) {
    for (int i = 0; i < row.cells; ++i)
        ui.draw().fill(Rect{r.x + 19.0F * static_cast<float>(i), r.y, 16, r.h}.middle_row(6), i < row.filled ? ui.t().acc : ui.t().line, 3);
}

/// Columns shared by the rows of one card.
struct TallyColumns {
    float count = 40, level = 0;
};

void draw_row(Ui& ui, Rect line, const app::TallyRow& row, const TallyColumns& columns, int number) {
    const Tokens& t = ui.t();
    const Rect whole = line;
    ui.text_cut(line.take_right(columns.count, 12), row.count, type::k13, row.cells > 0 ? t.text2 : t.text3, HAlign::Right);
    if (columns.level > 0 && line.w > columns.level + 68 + 120) {
        ui.text_cut(line.take_right(columns.level, 12), row.level, type::k13, t.text2);
        draw_level(ui, line.take_right(56, 12), row);
    } else if (columns.level > 0) {
        ui.text_cut(line.take_right(columns.level, 12), row.level, type::k13, t.text2);
    } else {
        draw_cells(ui, line.take_right(std::min(110.0F, line.w / (line.w < 300 ? 4 : 3)), 12), row);
    }
    ui.text_cut(line, row.name, type::k15, t.text);
    if (row.tooltip.empty()) return;
    const Item item = ui.item("tally-" + std::to_string(number), whole,
                              {.role = Role::Figure, .label = row.name, .value = row.tooltip, .focusable = false});
    ui.tooltip(item, row.tooltip, whole);
}

} // namespace

void write_chart(Column& column, const app::ChartView& chart, float least) {
    write_card(column, least, [&](Column& inside) {
        Ui& ui = inside.ui();
        write_head(inside, chart.title, chart.note);
        inside.para(chart.sentence, type::k13, ui.t().text2);
        inside.gap(8);
        if (chart.points.empty()) return inside.para(chart.empty, type::k13, ui.t().text2, 13 * 40);
        // Beside a neighbour with longer words the pictures still stand at one height.
        if (least > 0) inside.gap(std::max(0.0F, least - 32 - inside.used() - kPicture));
        const Rect r = inside.take(kPicture);
        if (inside.drawing()) draw_chart(ui, r, chart);
    });
}

void write_tally(Column& column, const app::TallyCard& tally, float least) {
    write_card(column, least, [&](Column& inside) {
        Ui& ui = inside.ui();
        const Tokens& t = ui.t();
        write_head(inside, tally.title, tally.note);
        inside.gap(6);
        if (tally.rows.empty()) return inside.para(tally.empty, type::k13, t.text2, 13 * 40);
        const Scope scope(ui, tally.title);
        TallyColumns columns;
        for (const app::TallyRow& row : tally.rows) {
            columns.count = std::max(columns.count, ui.draw().width(row.count, type::k13) + 1);
            if (!row.level.empty()) columns.level = std::max(columns.level, ui.draw().width(row.level, type::k13) + 1);
        }
        int number = 0;
        for (const app::TallyRow& row : tally.rows) {
            const Rect line = inside.take(33);
            if (inside.drawing()) draw_row(ui, line, row, columns, ++number);
        }
    });
}

} // namespace timbang::ui::records
