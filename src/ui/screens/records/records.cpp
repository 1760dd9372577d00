#include "ui/screens/records/records.h"

#include <algorithm>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/parts.h"
#include "ui/screens/records/cards.h"

namespace timbang::ui {

namespace {

constexpr float kSide = 352, kGap = 16;

float head_buttons_width(Ui& ui, const app::RecordsView& view) {
    float wide = view.more.options.empty() ? 0 : button_width(ui, menu_spec(view.more, Icon::None)) + 8;
    for (const app::Button& one : view.take_home)
        wide += button_width(ui, button_spec(one)) + 8;
    return wide;
}

/// What can be taken home, and the menu of what else can be done; at the right end.
void draw_head_buttons(Ui& ui, Rect bar, const app::RecordsView& view, app::Actions& actions) {
    const GroupScope group(ui, "take-home", Arrows::Horizontal);
    bar = bar.take_right(head_buttons_width(ui, view) - 8);
    for (std::size_t i = 0; i < view.take_home.size(); ++i)
        action_button_left(ui, std::to_string(i), bar, view.take_home[i], actions);
    if (!view.more.options.empty()) action_menu(ui, "more", bar.middle_row(size::kButton), view.more, Icon::None, actions);
}

/// Work that goes on, with its bar and a way to stop it.
void write_work(Column& column, const app::RecordsView& view, app::Actions& actions) {
    if (!view.work) return;
    Ui& ui = column.ui();
    Rect line = column.take(size::kButton);
    column.gap(kGap);
    action_button_right(ui, "stop", line, view.work->stop, actions);
    Rect words = line.middle_row(28);
    ui.text_cut(words.take_top(20), view.work->text, type::k13, ui.t().text2);
    if (view.work->share >= 0) progress_bar(ui, words, view.work->share);
}

void write_head(Column& column, const app::RecordsView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    const float buttons = head_buttons_width(ui, view);
    const bool beside = buttons > 0 && column.width() >= buttons + 56 + 320;
    const float room = column.width() - 56 - (beside ? buttons + 16 : 0);
    if (beside) draw_head_buttons(ui, {column.x(), column.y(), column.width(), 46}, view, actions);
    Column words(ui, {column.x() + 56, column.y(), room, 0}, column.drawing());
    words.line(view.name, {Face::SemiBold, 24, 28}, t.text);
    words.para(view.line, type::k13, t.text2);
    if (column.drawing()) {
        const Rect face{column.x(), column.y() + 1, 44, 44};
        ui.draw().fill(face, t.acc_soft, 22);
        ui.draw().icon(Icon::AccountCircle, face, 22, t.acc);
    }
    column.gap(std::max(46.0F, words.used()) + 18);
    if (beside || buttons <= 0) return write_work(column, view, actions);
    // Where they do not stand beside the name they stand below it, one under the other if need be.
    if (buttons <= column.width()) {
        draw_head_buttons(ui, {column.x(), column.y() - 6, buttons - 8, size::kButton}, view, actions);
        column.gap(size::kButton + 10);
    } else {
        int number = 0;
        for (const app::Button& one : view.take_home) {
            Rect line = column.take(size::kButton);
            column.gap(8);
            action_button_left(ui, "take-" + std::to_string(number++), line, one, actions);
        }
        if (!view.more.options.empty()) {
            const Rect line = column.take(size::kButton);
            column.gap(8);
            const float wide = std::min(line.w, button_width(ui, menu_spec(view.more, Icon::None)));
            action_menu(ui, "more", {line.x, line.y, wide, line.h}, view.more, Icon::None, actions);
        }
    }
    write_work(column, view, actions);
}

void write_empty(Column& column, const app::RecordsView& view, app::Actions& actions) {
    debrief::write_card(column, [&](Column& inside) {
        Ui& ui = inside.ui();
        inside.para(view.empty_title, type::k18b, ui.t().text);
        inside.gap(4);
        inside.para(view.empty_text, type::k15, ui.t().text2, 15 * 36);
        if (!view.empty_button) return;
        inside.gap(14);
        Rect line = inside.take(size::kButton);
        if (inside.drawing()) action_button_left(ui, "begin", line, *view.empty_button, actions, ButtonKind::Primary);
    });
}

/// Two beside each other where there is room, as high as the higher.
template <class Left, class Right> void write_pair(Column& column, Left left, Right right) {
    Ui& ui = column.ui();
    if (column.width() < 720) {
        left(column, 0.0F);
        column.gap(kGap);
        right(column, 0.0F);
        return;
    }
    const float wide = (column.width() - kGap) / 2;
    const Rect a{column.x(), column.y(), wide, 0}, b{column.x() + wide + kGap, column.y(), wide, 0};
    Column left_height(ui, a, false), right_height(ui, b, false);
    left(left_height, 0.0F);
    right(right_height, 0.0F);
    const float height = std::max(left_height.used(), right_height.used());
    Column left_draw(ui, a, column.drawing()), right_draw(ui, b, column.drawing());
    left(left_draw, height);
    right(right_draw, height);
    column.gap(height);
}

void write_main(Column& column, const app::RecordsView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    if (!view.cards.empty()) {
        const Rect r = column.take(debrief::numbers_height(ui, column.width(), view.cards, nullptr));
        if (column.drawing()) debrief::draw_numbers(ui, r, view.cards, nullptr);
        column.gap(kGap);
    }
    const bool compared = !view.exact.title.empty();
    if (!compared) return records::write_sessions(column, view, actions);
    write_pair(
        column, [&](Column& c, float least) { records::write_chart(c, view.exact, least); },
        [&](Column& c, float least) { records::write_chart(c, view.direction, least); });
    column.gap(kGap);
    write_pair(
        column, [&](Column& c, float least) { records::write_tally(c, view.by_right, least); },
        [&](Column& c, float least) { records::write_tally(c, view.by_problem, least); });
    column.gap(kGap);
    records::write_sessions(column, view, actions);
}

void write_side(Column& column, const app::RecordsView& view, app::Actions& actions) {
    if (view.ready) records::write_ready(column, *view.ready, actions);
    if (view.ready && !view.habits.title.empty()) column.gap(kGap);
    if (!view.habits.title.empty()) debrief::write_habits(column, view.habits);
    if (!view.next) return;
    if (column.used() > 0) column.gap(kGap);
    debrief::write_next(column, *view.next, actions);
}

} // namespace

void draw_records(Ui& ui, const Rect& area, const app::RecordsView& view, RecordsOptions&, app::Actions& actions) {
    const Scope scope(ui, "records");
    const float margin = area.w < 700 ? 16 : size::kMargin;
    ScrollArea scroll(ui, "page", area, {.gutter = false});
    const Rect page{scroll.content().x + margin, scroll.content().y + 20, area.w - 2 * margin, 0};
    Column top(ui, page, true);
    write_head(top, view, actions);
    if (!view.empty_title.empty()) {
        write_empty(top, view, actions);
        if (view.ready) {
            top.gap(kGap);
            Column card(ui, {top.x(), top.y(), std::min(top.width(), 2 * kSide), 0}, true);
            records::write_ready(card, *view.ready, actions);
            top.gap(card.used());
        }
        scroll.end(20 + top.used() + 24);
        return;
    }
    const bool side = page.w >= 1000;
    Column main(ui, {page.x, top.y(), side ? page.w - kSide - kGap : page.w, 0}, true);
    write_main(main, view, actions);
    if (!side) main.gap(kGap);
    Column beside(ui, side ? Rect{page.right() - kSide, top.y(), kSide, 0} : Rect{page.x, main.y(), page.w, 0}, true);
    write_side(beside, view, actions);
    const float used = side ? std::max(main.used(), beside.used()) : main.used() + beside.used();
    Column foot(ui, {page.x, top.y() + used + 12, page.w, 0}, true);
    foot.para(view.note, type::k13, ui.t().text3);
    scroll.end(20 + top.used() + used + 12 + foot.used() + 24);
}

} // namespace timbang::ui
