#include "ui/screens/lesson/lesson.h"

#include <algorithm>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/lesson/pieces.h"

namespace timbang::ui {

namespace {

constexpr float kExercise = 588, kGap = 32, kWidestText = 680, kBar = 64;

float languages_width(Ui& ui, const app::LessonView& view) {
    const std::vector<Choice> cells = choices_of(view.languages);
    return cells.empty() ? 0 : segmented_width(ui, cells, {.small = true});
}

void draw_names(Ui& ui, Rect line, const app::LessonView& view) {
    line = line.middle_row(44);
    ui.text_cut(line.take_top(26), view.title, type::k18b, ui.t().text);
    ui.text_cut(line, view.line, type::k13, ui.t().text2);
}

void draw_head(Ui& ui, const Rect& bar, const app::LessonView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(bar, t.surface);
    ui.draw().hline(bar.x, bar.bottom() - ui.draw().border(), bar.w, t.line);
    const GroupScope group(ui, "head", Arrows::Horizontal);
    Rect line = bar.inset(bar.w < 700 ? 12 : size::kMargin, 0);
    ButtonSpec back = button_spec(view.back, ButtonKind::Quiet);
    back.icon = Icon::ArrowLeft;
    back.icon_only = true;
    back.key_hint = {};
    if (button_left(ui, "back", line, back, 12)) actions.push_back(view.back.action);
    const float languages = languages_width(ui, view);
    if (languages > 0 && line.w > languages + 160)
        action_segments(ui, "language", line.take_right(languages, 12).middle_row(size::kSmall), view.languages, actions,
                        {.small = true});
    if (view.back_to && line.w > button_width(ui, button_spec(*view.back_to)) + 240)
        action_button_right(ui, "back-to", line, *view.back_to, actions, ButtonKind::Normal, ButtonSize::Small);
    if (view.from) {
        const float wide = ui.draw().width(view.from->label, type::k13) + 24;
        if (line.w > wide + 300) {
            Rect words = line.take_right(wide, 12);
            ui.draw().icon(icon_of(view.from->icon), words.take_left(18, 6), 15, t.text2);
            ui.draw().text(words, view.from->label, type::k13, t.text2);
        }
    }
    draw_names(ui, line, view);
}

void write_steps(Column& column, const app::LessonView& view) {
    if (view.steps.empty()) return;
    Ui& ui = column.ui();
    column.gap(20);
    column.para(view.steps_title, type::k15b, ui.t().text);
    int number = 0;
    for (const std::string& step : view.steps) {
        column.gap(8);
        Column words(ui, {column.x() + 26, column.y(), std::min(kWidestText, column.width()) - 26, 0}, column.drawing());
        if (column.drawing())
            ui.draw().text({column.x(), column.y() + 2, 20, 18}, std::to_string(++number), type::k13, ui.t().text3);
        words.para(step, type::k15, ui.t().text);
        column.gap(words.used());
    }
}

void write_paragraphs(Column& column, const std::vector<std::string>& paragraphs) {
    bool first = true;
    for (const std::string& paragraph : paragraphs) {
        if (!first) column.gap(10);
        first = false;
        column.para(paragraph, type::k15, column.ui().t().text, kWidestText);
    }
}

void write_reading(Column& column, const app::LessonView& view) {
    Ui& ui = column.ui();
    column.para(view.claim, type::k24b, ui.t().text, kWidestText);
    column.gap(14);
    write_paragraphs(column, view.text);
    if (view.figure) {
        column.gap(18);
        lesson::write_figure(column, *view.figure);
    }
    for (const app::LessonView::Section& section : view.sections) {
        column.gap(20);
        column.para(section.title, type::k15b, ui.t().text, kWidestText);
        column.gap(4);
        write_paragraphs(column, section.paragraphs);
    }
    write_steps(column, view);
}

void write_sources(Column& column, const app::LessonView& view) {
    Ui& ui = column.ui();
    if (view.sources.empty()) return;
    column.gap(18);
    column.para(view.sources_title, type::k13b, ui.t().text);
    for (const std::string& source : view.sources) {
        column.gap(4);
        column.para(source, type::k13, ui.t().text2, kWidestText);
    }
}

void write_more(Column& column, const app::LessonView& view, app::Actions& actions) {
    if (view.more.empty()) return;
    Ui& ui = column.ui();
    column.gap(16);
    column.para(view.more_title, type::k13b, ui.t().text);
    const GroupScope group(ui, "more", Arrows::Both);
    int number = 0;
    for (const app::Choice& other : view.more) {
        column.gap(4);
        const Rect line = column.take(size::kSmall);
        if (column.drawing() && link(ui, std::to_string(number), line.x, line.y + 5, other.label))
            actions.push_back(other.action);
        ++number;
    }
}

void write_beside(Column& column, const app::LessonView& view, app::Actions& actions) {
    if (!view.try_title.empty()) lesson::write_exercise(column, view, actions);
    write_sources(column, view);
    write_more(column, view, actions);
}

} // namespace

void draw_lesson(Ui& ui, const Rect& area, const app::LessonView& view, LessonOptions&, app::Actions& actions) {
    const Scope scope(ui, "lesson");
    Rect rest = area;
    draw_head(ui, rest.take_top(kBar), view, actions);
    ScrollArea scroll(ui, "page", rest, {.gutter = false});
    const float margin = rest.w < 700 ? 16 : size::kMargin;
    const Rect page{scroll.content().x + margin, scroll.content().y + 20, rest.w - 2 * margin, 0};
    const bool side = page.w >= 1080;
    const float wide = std::min(kExercise, page.w * 0.45F);
    Column main(ui, {page.x, page.y, side ? page.w - wide - kGap : page.w, 0}, true);
    write_reading(main, view);
    if (!side) main.gap(24);
    Column beside(ui, side ? Rect{page.right() - wide, page.y, wide, 0} : Rect{page.x, main.y(), page.w, 0}, true);
    write_beside(beside, view, actions);
    const float used = side ? std::max(main.used(), beside.used()) : main.used() + beside.used();
    scroll.end(20 + used + 32);
}

} // namespace timbang::ui
