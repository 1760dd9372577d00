#include "ui/screens/debrief/debrief.h"

#include <algorithm>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/parts.h"

namespace timbang::ui {

namespace {

constexpr float kHeader = 64, kSide = 316, kGap = 20, kLow = 340;

float levels_width(Ui& ui, const app::DebriefView& view) {
    return segmented_width(ui, choices_of(view.levels), {.small = true}) + 16 * static_cast<float>(view.levels.size());
}
float controls_width(Ui& ui, const app::DebriefView& view) {
    return button_width(ui, menu_spec(view.sort, Icon::Sort)) + 12 + levels_width(ui, view);
}

/// True when title and controls stand in one line.
bool one_line(Ui& ui, float width, const app::DebriefView& view) {
    return width - 48 - controls_width(ui, view) >= std::min(320.0F, ui.draw().width(view.title, type::k18b) + 24);
}

void draw_controls(Ui& ui, Rect bar, const app::DebriefView& view, app::Actions& actions, bool right) {
    const SegmentSpec small{.small = true};
    const float levels = std::min(bar.w, levels_width(ui, view));
    const ButtonSpec sort = menu_spec(view.sort, Icon::Sort);
    const float wide = button_width(ui, sort);
    const Rect where = (right ? bar.take_right(levels, 12) : bar.take_left(levels, 12)).middle_row(size::kSmall);
    if (!view.sort.options.empty() && bar.w + 1 >= wide)
        action_menu(ui, "sort", (right ? bar.take_right(wide) : bar.take_left(wide)).middle_row(size::kSmall),
                    view.sort, Icon::Sort, actions);
    action_segments(ui, "level", where, view.levels, actions, small);
}

void draw_header(Ui& ui, Rect r, const app::DebriefView& view, app::Actions& actions) {
    const bool one = one_line(ui, r.w, view);
    Rect line = r.take_top(kHeader);
    ButtonSpec back = button_spec(view.back, ButtonKind::Quiet);
    back.key_hint = {};
    back.icon_only = true;
    if (button(ui, "back", Rect{line.x - 8, line.y, 36, line.h}.middle_row(36), back))
        actions.push_back(view.back.action);
    line.take_left(40);
    if (one) {
        Rect controls = line.take_right(controls_width(ui, view), 12);
        ui.text_cut(line, view.title, type::k18b, ui.t().text);
        draw_controls(ui, controls, view, actions, true);
    } else {
        ui.text_cut(line, view.title, type::k18b, ui.t().text);
        draw_controls(ui, r.take_top(28), view, actions, false);
    }
}

void write_main(Column& column, const app::DebriefView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const app::ProblemNumbers* problems = view.problems ? &*view.problems : nullptr;
    if (const float numbers = debrief::numbers_height(ui, column.width(), view.cards, problems); numbers > 0) {
        const Rect r = column.take(numbers);
        if (column.drawing()) debrief::draw_numbers(ui, r, view.cards, problems);
        column.gap(16);
    } else {
        const float words = ui.draw().para_height(std::min(560.0F, column.width() - 40), view.level_note, type::k15);
        const Rect r = column.take(words + 48);
        if (column.drawing()) {
            card(ui, r);
            ui.draw().para(r.x + 20, r.y + 24, std::min(560.0F, r.w - 40), view.level_note, type::k15, ui.t().text2);
        }
        column.gap(16);
        Rect bar = column.take(size::kSmall);
        if (column.drawing()) debrief::draw_take_home(ui, bar, view, actions);
        return;
    }
    debrief::write_table(column, view, actions);
    if (!view.rows.empty()) column.gap(16);
    debrief::write_parts(column, view, actions);
    if (!view.parts.empty()) column.gap(16);
}

void write_side(Column& column, const app::DebriefView& view, app::Actions& actions) {
    const auto next = [&](bool there) {
        if (there) column.gap(16);
        return there;
    };
    const bool habits = !view.habits.title.empty();
    if (habits) debrief::write_habits(column, view.habits);
    if (view.next) next(habits), debrief::write_next(column, *view.next, actions);
    for (const auto* lines : {&view.talk, &view.category, &view.work})
        if (*lines) next(column.used() > 0), debrief::write_lines(column, **lines);
}

} // namespace

void draw_debrief(Ui& ui, const Rect& area, const app::DebriefView& view, DebriefOptions& options,
                  app::Actions& actions) {
    const Scope scope(ui, "debrief");
    if (options.session != view.session) {
        options.session = view.session;
        scroll_to_top(ui, "page");
    }
    const float margin = area.w < 700 ? 16 : size::kMargin;
    Rect rest = area;
    const float width = area.w - 2 * margin;
    const float head = one_line(ui, width, view) ? kHeader : kHeader + 40;
    const bool low = area.h < kLow; // what stands above goes along with the page
    if (!low) draw_header(ui, rest.take_top(head).inset(margin, 0), view, actions);
    ScrollArea scroll(ui, "page", rest, {.gutter = false});
    if (low) draw_header(ui, {scroll.content().x + margin, scroll.content().y, width, head}, view, actions);
    const Rect page{scroll.content().x + margin, scroll.content().y + (low ? head : 0), width, 0};
    Column side_height(ui, {page.x, page.y, kSide, 0}, false);
    write_side(side_height, view, actions);
    const bool side = width >= 1000 && side_height.used() > 0;
    Column main(ui, {page.x, page.y, side ? width - kSide - kGap : width, 0}, true);
    write_main(main, view, actions);
    Column beside(
        ui, side ? Rect{page.right() - kSide, page.y, kSide, 0} : Rect{page.x, page.y + main.used(), width, 0}, true);
    write_side(beside, view, actions);
    const float used = side ? std::max(main.used(), beside.used() + 16) : main.used() + beside.used() + 16;
    Column foot(ui, {page.x, page.y + used, width, 0}, true);
    if (!view.cards.empty()) foot.para(view.level_note, type::k13, ui.t().text3);
    foot.para(view.notice, type::k13, ui.t().text3);
    scroll.end(used + foot.used() + 16 + (low ? head : 0));
    if (view.passage)
        debrief::draw_overlay(ui, *view.passage, actions);
    else if (ui.shortcut(Key::Escape))
        actions.push_back(view.back.action);
}

} // namespace timbang::ui
