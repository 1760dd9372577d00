#include <algorithm>

#include "ui/kit/layout.h"
#include "ui/kit/widgets.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/parts.h"
#include "ui/screens/lesson/pieces.h"

namespace timbang::ui::lesson {

namespace {

constexpr float kNumber = 34;
constexpr Font kPaper{Face::Serif, 15, 20};

/// A piece of a document: paper in every theme.
void write_quote(Column& column, const std::string& text) {
    Ui& ui = column.ui();
    const float words = column.width() - 24;
    const Rect r = column.take(ui.draw().para_height(words, text, kPaper) + 18);
    if (!column.drawing()) return;
    ui.draw().box(r, ui.t().paper, ui.t().line2, 3);
    ui.draw().para(r.x + 12, r.y + 9, words, text, kPaper, ui.t().ink);
}

void write_reason(Column& column, const app::ExerciseItem& item) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    const Tint tint = item.met ? Tint::Ok : Tint::Return;
    const std::string verdict = item.verdict + " ";
    const TextRun words[] = {{verdict, type::k13b, t.text}, {item.reason, type::k13, t.text}};
    const float wide = column.width() - 46;
    const Rect r = column.take(ui.draw().para_height(wide, words) + 20);
    if (!column.drawing()) return;
    ui.draw().box(r, t.soft(tint), t.border(tint), size::kRadius);
    ui.draw().icon(item.met ? Icon::CheckCircle : Icon::ArrowRight, r.x + 12, r.y + 12, 15, t.tint(tint));
    ui.draw().para(r.x + 34, r.y + 10, wide, words);
}

void write_statement(Column& column, const app::ExerciseItem& item) {
    if (item.quoted) write_quote(column, item.text);
    else column.para(item.text, type::k15, column.ui().t().text);
    column.gap(4);
    column.para(item.caption, type::k13, column.ui().t().text2);
}

void draw_number(Ui& ui, const Rect& r, int number, bool answered) {
    const Tokens& t = ui.t();
    ui.draw().fill(r, answered ? t.sunken : t.surface, r.w / 2);
    ui.draw().outline(r, t.line2, r.w / 2);
    if (answered) ui.draw().icon(Icon::Check, r, 13, t.text2);
    else ui.draw().text(r, std::to_string(number), type::k13, t.text2, HAlign::Centre);
}

void write_item(Column& column, const app::ExerciseItem& item, int number, app::Actions& actions) {
    Ui& ui = column.ui();
    const std::vector<Choice> cells = choices_of(item.answers);
    const SegmentSpec look{.label = item.text};
    const float answers = segmented_width(ui, cells, look), inner = column.width() - kNumber;
    const bool beside = inner >= answers + 12 + 200;
    if (column.drawing()) draw_number(ui, {column.x(), column.y() + 2, 22, 22}, number, item.answered);
    const Rect words{column.x() + kNumber, column.y(), beside ? inner - answers - 12 : inner, 0};
    Column statement(ui, words, column.drawing());
    write_statement(statement, item);
    const std::string id = "answer-" + std::to_string(number);
    if (beside) {
        const Rect r{column.x() + column.width() - answers, column.y(), answers, size::kButton};
        if (column.drawing()) action_segments(ui, id, r, item.answers, actions, look);
        column.gap(std::max(statement.used(), size::kButton));
    } else {
        column.gap(statement.used() + 8);
        Rect line = column.take(size::kButton);
        line.take_left(kNumber);
        if (column.drawing()) action_segments(ui, id, line.take_left(std::min(answers, line.w)), item.answers, actions, look);
    }
    if (!item.answered) return;
    column.gap(8);
    Column reason(ui, {column.x() + kNumber, column.y(), inner, 0}, column.drawing());
    write_reason(reason, item);
    column.gap(reason.used());
}

void write_head(Column& column, const app::LessonView& view) {
    Ui& ui = column.ui();
    const float count = ui.draw().width(view.try_count, type::k13) + 1;
    const bool one = count + ui.draw().width(view.try_title, type::k18b) + 12 <= column.width();
    Rect line = column.take(26);
    if (column.drawing()) {
        if (one) ui.draw().text(line.take_right(count, 12), view.try_count, type::k13, ui.t().text2, HAlign::Right);
        ui.text_cut(line, view.try_title, type::k18b, ui.t().text);
    }
    if (!one) column.para(view.try_count, type::k13, ui.t().text2);
    column.gap(2);
    column.para(view.question, type::k15, ui.t().text2);
}

void write_foot(Column& column, const app::LessonView& view, app::Actions& actions) {
    if (!view.next && !view.later && view.next_text.empty()) return;
    Ui& ui = column.ui();
    column.gap(16);
    const Rect rule = column.take(1);
    if (column.drawing()) ui.draw().hline(rule.x - 20, rule.y, rule.w + 40, ui.t().line);
    column.gap(14);
    float buttons = 0;
    if (view.next) buttons += button_width(ui, button_spec(*view.next, ButtonKind::Primary)) + 8;
    if (view.later) buttons += button_width(ui, button_spec(*view.later)) + 8;
    const bool beside = column.width() >= buttons + 180;
    if (!beside && !view.next_text.empty()) {
        column.para(view.next_text, type::k13, ui.t().text2);
        column.gap(8);
    }
    Rect line = column.take(size::kButton);
    if (!column.drawing()) return;
    const GroupScope group(ui, "next", Arrows::Horizontal);
    if (view.next) action_button_right(ui, "next", line, *view.next, actions, ButtonKind::Primary);
    if (view.later) action_button_right(ui, "later", line, *view.later, actions);
    if (beside) ui.draw().para(line.x, line.y, line.w - 12, view.next_text, type::k13, ui.t().text2);
}

} // namespace

void write_exercise(Column& column, const app::LessonView& view, app::Actions& actions) {
    debrief::write_card(column, [&](Column& inside) {
        write_head(inside, view);
        int number = 0;
        for (const app::ExerciseItem& item : view.items) {
            inside.gap(12);
            const Rect rule = inside.take(1);
            if (inside.drawing()) inside.ui().draw().hline(rule.x, rule.y, rule.w, inside.ui().t().line);
            inside.gap(14);
            write_item(inside, item, ++number, actions);
        }
        write_foot(inside, view, actions);
    });
}

} // namespace timbang::ui::lesson
