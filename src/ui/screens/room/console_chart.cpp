#include <algorithm>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kAxis = 26;

/// Where bars stand: `base` is the line of nothing, `unit` how high one vote is.
struct Plot {
    Rect area;
    float base = 0, unit = 0, pitch = 0;

    [[nodiscard]] float middle(std::size_t i) const { return area.x + kAxis + pitch * (static_cast<float>(i) + 0.5F); }
};

/// The axis goes to `most` whoever has voted so far: bars grow, nothing else moves.
Plot plot_of(const Rect& area, const app::ConsoleView& view) {
    Plot p{area, area.bottom() - 44, 0, 0};
    p.unit = (p.base - area.y - 22) / static_cast<float>(std::max(1, view.most));
    p.pitch = (area.w - kAxis) / static_cast<float>(std::max<std::size_t>(1, view.bars.size()));
    return p;
}

int step_of(int most) {
    for (const int step : {1, 2, 5, 10, 20, 50, 100})
        if (most / step <= 4) return step;
    return 200;
}

void draw_grid(Ui& ui, const Plot& p, int most) {
    const Tokens& t = ui.t();
    const int step = step_of(most);
    for (int votes = step; votes <= most; votes += step) {
        const float y = p.base - p.unit * static_cast<float>(votes);
        ui.draw().hline(p.area.x + kAxis, y, p.area.w - kAxis, t.line);
        ui.draw().text(Rect{p.area.x - 8, y - 9, 26, 18}, std::to_string(votes), type::k13, t.text3, HAlign::Right);
    }
}

void draw_count(Ui& ui, float centre, float top, float wide, int votes, Color color) {
    ui.draw().text(Rect{centre - wide / 2 - 4, top - 20, wide + 8, 18}, std::to_string(votes), type::k13b, color, HAlign::Centre);
}

void draw_bar(Ui& ui, const Plot& p, std::size_t place, const app::VoteBar& bar, bool second) {
    const Tokens& t = ui.t();
    const float c = p.middle(place), wide = std::min(40.0F, p.pitch * 0.33F), box = p.pitch * 0.93F;
    const std::string counts = std::to_string(bar.first) + (second ? ", " + std::to_string(bar.second) : std::string());
    const Rect cell{c - box / 2, p.area.y, box, p.area.h};
    ui.item("bar/" + std::to_string(place), cell,
            {.role = Role::Figure, .label = bar.label, .value = counts, .selected = bar.reference, .focusable = false});
    if (bar.reference) ui.draw().box(cell, t.raised, t.line2, size::kRadius);
    const float first_x = second ? c - 2 - wide : c - wide / 2;
    const float first = p.unit * static_cast<float>(bar.first), later = p.unit * static_cast<float>(bar.second);
    if (bar.first > 0)
        ui.draw().box({first_x, p.base - first, wide, first}, t.surface, t.ctl, 3, Corners::Top, 2);
    draw_count(ui, first_x + wide / 2, p.base - first, wide, bar.first, t.text2);
    if (second) {
        if (bar.second > 0) ui.draw().fill({c + 1, p.base - later, wide, later}, t.acc, 3, Corners::Top);
        draw_count(ui, c + 1 + wide / 2, p.base - later, wide, bar.second, t.acc);
    }
    const bool large = ui.draw().width(bar.label, type::k18b) <= p.pitch - 4;
    ui.text_cut({c - p.pitch / 2 + 2, p.base + 2, p.pitch - 4, 24}, bar.label, large ? type::k18b : type::k13b, t.text, HAlign::Centre);
    ui.text_cut({c - p.pitch / 2 + 2, p.base + 24, p.pitch - 4, 18}, bar.below, type::k13, t.text2, HAlign::Centre);
}

/// Outline and solid, as the bars are.
void draw_legend(Ui& ui, Rect r, std::string_view words, bool solid) {
    const Rect sign = r.take_left(14, 6).middle_row(14);
    if (solid) ui.draw().fill(sign, ui.t().acc, 2);
    else ui.draw().outline(sign, ui.t().ctl, 2, 2);
    ui.text_cut(r.middle_row(18), words, type::k13, ui.t().text2);
}

void write_legend(Column& column, const app::ConsoleView& view) {
    Ui& ui = column.ui();
    const auto wide = [&](const std::string& words) {
        return words.empty() ? 0.0F : 22 + ui.draw().width(words, type::k13);
    };
    const float first = wide(view.first_legend), second = wide(view.second_legend);
    const float all = first + (second > 0 ? second + 14 : 0);
    Rect line = column.take(28);
    const bool beside = ui.draw().width(view.chart, type::k15b) + 16 + all <= line.w;
    Rect legends = beside ? line.take_right(all, 16) : line;
    head_title(ui, line, view.chart);
    if (!beside && all > 0) legends = column.take(24);
    if (!beside && all > legends.w) { // below each other
        if (first > 0) draw_legend(ui, legends, view.first_legend, false);
        if (second > 0) draw_legend(ui, column.take(24), view.second_legend, true);
    } else {
        if (first > 0) draw_legend(ui, legends.take_left(first, 14), view.first_legend, false);
        if (second > 0) draw_legend(ui, legends.take_left(second), view.second_legend, true);
    }
    column.gap(8);
}

} // namespace

void write_chart(Column& column, const app::ConsoleView& view, Room room) {
    Ui& ui = column.ui();
    write_legend(column, view);
    const bool full = room == Room::Full;
    const Rect box = column.take(full ? 322 : 262);
    card(ui, box);
    const Rect inside = box.inset(column.width() < 420 ? 10 : full ? 25 : 18, full ? 14 : 10);
    if (!view.chart_empty.empty()) {
        const float wide = std::min(inside.w, 420.0F), high = ui.draw().para_height(wide, view.chart_empty, type::k15);
        const Rect words = inside.middle(wide, high);
        ui.draw().para(words.x, words.y, words.w, view.chart_empty, type::k15, ui.t().text2);
        return;
    }
    const Plot plot = plot_of(inside, view);
    const Scope scope(ui, "chart");
    draw_grid(ui, plot, view.most);
    for (std::size_t i = 0; i < view.bars.size(); ++i)
        draw_bar(ui, plot, i, view.bars[i], !view.second_legend.empty());
    ui.draw().hline(inside.x + kAxis, plot.base, inside.w - kAxis, ui.t().ctl);
}

} // namespace timbang::ui::room
