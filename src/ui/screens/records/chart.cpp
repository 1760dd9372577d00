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
        float count = 40;
        for (const app::TallyRow& row : tally.rows)
            count = std::max(count, ui.draw().width(row.count, type::k13) + 1);
        for (const app::TallyRow& row : tally.rows) {
            Rect line = inside.take(33);
            if (!inside.drawing()) continue;
            ui.text_cut(line.take_right(count, 12), row.count, type::k13, row.cells > 0 ? t.text2 : t.text3,
                        HAlign::Right);
            draw_cells(ui, line.take_right(std::min(110.0F, line.w / (line.w < 300 ? 4 : 3)), 12), row);
            ui.text_cut(line, row.name, type::k15, t.text);
        }
    });
}

} // namespace timbang::ui::records
