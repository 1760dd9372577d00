#include "ui/kit/charts.h"
#include "ui/kit/widgets.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/parts.h"

namespace timbang::ui::debrief {

namespace {

void write_habit(Column& column, const app::HabitView& habit) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    if (habit.has_axis) {
        const Rect r = column.take(42);
        if (column.drawing())
            habit_axis(ui, r,
                       {.left = habit.end_words[0],
                        .right = habit.end_words[1],
                        .low = habit.low,
                        .high = habit.high,
                        .value = habit.at,
                        .known = habit.dot});
    }
    if (!habit.title.empty()) {
        Column words(ui, {column.x() + 26, column.y(), column.width() - 26, 0}, column.drawing());
        words.para(habit.title, type::k15m, t.text);
        if (column.drawing()) {
            const Tint tint = tint_of(habit.tint);
            ui.draw().icon(icon_of(habit.icon), {column.x(), column.y(), 18, 22}, 18,
                           tint == Tint::None ? t.text2 : t.tint(tint));
        }
        column.gap(words.used());
    }
    column.para(habit.sentence, type::k13, t.text2);
    column.para(habit.evidence, type::k13, t.text3);
}

} // namespace

void write_card(Column& column, const std::function<void(Column&)>& write) {
    Ui& ui = column.ui();
    const Rect inside{column.x() + 20, column.y() + 17, column.width() - 40, 0};
    Column measure(ui, inside, false);
    write(measure);
    const Rect r = column.take(measure.used() + 17 + 19);
    if (!column.drawing()) return;
    card(ui, r);
    Column draw(ui, inside, true);
    write(draw);
}

void write_habits(Column& column, const app::HabitsCard& habits) {
    write_card(column, [&](Column& inside) {
        const Tokens& t = inside.ui().t();
        inside.para(habits.title, type::k15b, t.text);
        inside.para(habits.from, type::k13, t.text2);
        if (habits.habits.empty() && !habits.empty.empty()) {
            inside.gap(8);
            inside.para(habits.empty, type::k13, t.text2);
        }
        for (const app::HabitView& habit : habits.habits) {
            inside.gap(14);
            write_habit(inside, habit);
        }
    });
}

void write_next(Column& column, const app::NextCard& next, app::Actions& actions) {
    write_card(column, [&](Column& inside) {
        Ui& ui = inside.ui();
        inside.para(next.title, type::k15b, ui.t().text);
        inside.gap(10);
        inside.para(next.name, type::k15m, ui.t().text);
        inside.para(next.why, type::k13, ui.t().text2);
        inside.gap(12);
        Rect line = inside.take(size::kButton);
        if (inside.drawing()) action_button_left(ui, "next", line, next.start, actions, ButtonKind::Primary);
    });
}

void write_lines(Column& column, const app::LineCard& lines) {
    write_card(column, [&](Column& inside) {
        const Tokens& t = inside.ui().t();
        inside.para(lines.title, type::k15b, t.text);
        for (const std::string& line : lines.lines) {
            inside.gap(4);
            inside.para(line, type::k13, t.text2);
        }
    });
}

} // namespace timbang::ui::debrief
