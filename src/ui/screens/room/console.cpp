#include <algorithm>

#include "ui/kit/held.h"
#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

/// Presenter remotes send PgDn; a field that is being typed into keeps its own.
void next_key(Ui& ui, const app::ConsoleView& view, app::Actions& actions) {
    if (!view.next || ui.typing() || !ui.key()) return;
    const bool repeated = ui.key()->repeat;
    if (ui.shortcut(Key::PageDown) && !repeated && view.next->enabled) actions.push_back(view.next->action);
}

void hold_key(Ui& ui, const app::ConsoleView& view, bool asked, RoomOptions& options, app::Actions& actions) {
    options.notes_pressed = options.notes_pressed && ui.mouse_down();
    const bool holding = !asked && (holds_key(ui, Key::N) || options.notes_pressed);
    if (!options.notes_held && holding && view.notes_folded) {
        options.notes_held = true;
        actions.push_back(app::action::HoldNotes{true});
    } else if (options.notes_held && !holding) {
        options.notes_held = false;
        actions.push_back(app::action::HoldNotes{false});
    }
}

/// What went wrong with the room itself; returns the height it took.
float draw_problem(Ui& ui, const Rect& area, const app::ConsoleView& view, app::Actions& actions) {
    if (view.problem.empty()) return 0;
    const float wide = view.problem_button
                           ? button_width(ui, button_spec(*view.problem_button, ButtonKind::Normal, ButtonSize::Small))
                           : 0.0F;
    const bool below = wide > area.w * 0.4F;
    const float words = area.w - 48 - 28 - (below || wide <= 0 ? 0 : wide + 16);
    const float text = ui.draw().para_height(words, view.problem, type::k13);
    const Rect strip{area.x, area.y, area.w, std::max(44.0F, text + 20 + (below ? 36 : 0))};
    ui.draw().fill(strip, ui.t().ret_soft);
    ui.draw().hline(strip.x, strip.bottom() - ui.draw().border(), strip.w, ui.t().ret_line);
    const Rect in = strip.inset(24, 0);
    const float top = below ? in.y + 10 : in.y + (in.h - text) / 2;
    ui.draw().icon(Icon::Alert, Rect{in.x, top, 18, 18}, 18, ui.t().ret);
    ui.draw().para(in.x + 28, top, words, view.problem, type::k13, ui.t().text);
    if (view.problem_button) {
        Rect bar = below ? Rect{in.x + 28, in.bottom() - 40, in.w - 28, 36} : Rect{in.right() - wide, in.y, wide, in.h};
        action_button_left(ui, "problem", bar, *view.problem_button, actions, ButtonKind::Normal, ButtonSize::Small);
    }
    return strip.h;
}

/// The middle: what came in, or what can be opened while nothing is.
void write_middle(Column& column, const app::ConsoleView& view, Room room, app::Actions& actions) {
    if (!view.choose_rows.empty()) {
        write_choose(column, view, actions);
        if (view.bars.empty()) return;
        column.gap(14);
    }
    write_votes(column, view, room, actions);
}

void write_private(Column& column, const app::ConsoleView& view, Room room, float most, RoomOptions& options,
                   app::Actions& actions) {
    write_notes(column, view, room, most, options, actions);
    column.gap(room == Room::Compact ? 8 : 14);
    write_agenda(column, view, room, actions);
}

template <class Write> void scrolled(Ui& ui, std::string_view id, const Rect& area, Write write) {
    // The bar stands in the gap beside the column.
    ScrollArea scroll(ui, id, {area.x, area.y, area.w + 12, area.h}, {.gutter = false});
    Column column(ui, {area.x, scroll.content().y, area.w, 0}, true);
    write(column);
    scroll.end(column.used() + 8);
}

void draw_columns(Ui& ui, Rect area, const app::ConsoleView& view, Room room, RoomOptions& options,
                  app::Actions& actions) {
    const bool full = room == Room::Full;
    area = {area.x + 24, area.y + (full ? 16 : 12), area.w - 48, area.h - (full ? 16 : 12)};
    // As designed at 1360 and 1200; the middle takes what is more, all give where there is less.
    const float designed = full ? 1312 : 1152, less = std::min(1.0F, area.w / designed);
    const Rect people = area.take_left((full ? 352 : 280) * std::max(less, 0.9F), 16);
    const Rect notes = area.take_right((full ? 356 : 340) * std::max(less, 0.8F), 16);
    scrolled(ui, "people", people, [&](Column& c) { write_people(c, view, room, actions); });
    scrolled(ui, "middle", area, [&](Column& c) { write_middle(c, view, room, actions); });
    scrolled(ui, "private", notes,
             [&](Column& c) { write_private(c, view, room, notes.h * 0.36F, options, actions); });
}

/// One page that scrolls; the big button stands below it. Two columns where there is room for them.
void draw_page(Ui& ui, Rect area, const app::ConsoleView& view, RoomOptions& options, app::Actions& actions) {
    const bool foot = view.next.has_value() || !view.timer.empty();
    const Rect bar = foot ? area.take_bottom(area.h < 400 ? 56 : 72) : Rect{};
    const float margin = area.w < 700 ? 12 : 24;
    ScrollArea scroll(ui, "page", area, {.gutter = false});
    const Rect page{area.x + margin, scroll.content().y + 12, area.w - 2 * margin, 0};
    Column top(ui, page, true);
    write_top(top, view, actions);
    top.gap(draw_problem(ui, {area.x, top.y(), area.w, 0}, view, actions) + 14);
    const float y = top.y();
    if (page.w >= 760) {
        Column left(ui, {page.x, y, page.w - 336, 0}, true), right(ui, {page.right() - 320, y, 320, 0}, true);
        write_middle(left, view, Room::Narrow, actions);
        write_private(right, view, Room::Narrow, 160, options, actions);
        right.gap(14);
        write_people(right, view, Room::Compact, actions);
        scroll.end(12 + top.used() + std::max(left.used(), right.used()) + 16);
    } else {
        Column all(ui, {page.x, y, page.w, 0}, true);
        write_middle(all, view, Room::Narrow, actions);
        all.gap(14);
        write_private(all, view, Room::Narrow, 160, options, actions);
        all.gap(14);
        write_people(all, view, Room::Compact, actions);
        scroll.end(12 + top.used() + all.used() + 16);
    }
    if (foot) draw_foot(ui, bar, view, actions);
}

} // namespace

void draw_console(Ui& ui, const Rect& area, const app::ConsoleView& view, bool asked, RoomOptions& options,
                  app::Actions& actions) {
    const Scope scope(ui, "console");
    if (!asked) next_key(ui, view, actions);
    hold_key(ui, view, asked, options, actions);
    if (area.w < 1000 || area.h < 620) return draw_page(ui, area, view, options, actions);
    const Room room = area.w >= 1320 && area.h >= 840 ? Room::Full : Room::Compact;
    Rect rest = area;
    const Rect top = rest.take_top(room == Room::Full ? 60 : 56);
    const Rect stages = rest.take_top(room == Room::Full ? 88 : 72);
    rest.take_top(draw_problem(ui, rest, view, actions));
    draw_top(ui, top, view, room, actions);
    draw_stages(ui, stages, view, room, actions);
    draw_columns(ui, rest, view, room, options, actions);
}

} // namespace timbang::ui::room
