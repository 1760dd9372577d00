#include "ui/screens/points.h"

#include "ui/screens/common.h"

namespace timbang::ui {

namespace {

constexpr float kWords = 44; ///< where they begin

void draw_point(Ui& ui, const Rect& line, float words, const app::PointRow& point, app::Actions& actions) {
    const Tokens& t = ui.t();
    const bool acts = point.action.acts();
    const Rect inside{line.x + 1, line.y + 1, line.w - 2, line.h};
    const Item item = ui.item(point.id, inside, {.role = acts ? Role::CheckBox : Role::Figure, .label = point.text,
                                                 .selected = point.ticked, .focusable = acts});
    if (acts && item.pressed) actions.push_back(point.action);
    if (acts && (item.hot || item.ring)) ui.draw().fill(inside, item.ring ? t.acc_soft : t.hover, 4);
    const Rect box{line.x + 12, line.y + 9, 20, 20};
    if (acts) ui.draw().box(box, point.ticked ? t.acc : t.surface, point.ticked ? t.acc_d : t.ctl, size::kRadiusChip);
    else ui.draw().disc(box.centre(), 3, t.ctl);
    if (acts && point.ticked) ui.draw().icon(Icon::Check, box, 15, t.acc_on);
    ui.draw().para(line.x + kWords, line.y + 8, words, point.text, type::k15, t.text);
}

} // namespace

void write_points(Column& column, std::span<const app::PointRow> points, app::Actions& actions) {
    Ui& ui = column.ui();
    const GroupScope group(ui, "points", Arrows::Vertical);
    const float words = column.width() - kWords - 12;
    std::vector<float> heights;
    float all = 1;
    for (const app::PointRow& point : points) all += heights.emplace_back(ui.draw().para_height(words, point.text, type::k15) + 16) + 1;
    const Rect card = column.take(all);
    if (!column.drawing()) return;
    ui.draw().box(card, ui.t().surface, ui.t().line, size::kRadiusBig);
    float y = card.y;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0) ui.draw().hline(card.x + 1, y, card.w - 2, ui.t().line);
        draw_point(ui, {card.x, y, card.w, heights[i]}, words, points[i], actions);
        y += heights[i] + 1;
    }
}

} // namespace timbang::ui
