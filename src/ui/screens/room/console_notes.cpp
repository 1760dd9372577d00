#include <algorithm>
#include <optional>

#include "ui/screens/common.h"
#include "ui/screens/prose.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

void write_reference(Column& column, const app::ConsoleView& view, Font title) {
    if (view.reference_title.empty()) return;
    Ui& ui = column.ui();
    const float score = view.reference_score.empty() ? 0 : std::max(32.0F, ui.draw().width(view.reference_score, type::k15b) + 14);
    const float shift = score > 0 ? score + 10 : 0;
    const float top = column.y();
    Column words(ui, {column.x() + shift, top, column.width() - shift, 0}, column.drawing());
    words.para(view.reference_title, title, ui.t().text);
    words.para(view.reference_line, type::k13, ui.t().text2);
    if (column.drawing() && score > 0) {
        const Rect box{column.x(), top + 4, score, 32};
        ui.draw().fill(box, ui.t().text, size::kRadius);
        ui.draw().text(box, view.reference_score, type::k15b, ui.t().surface, HAlign::Centre);
    }
    column.gap(std::max(words.used(), score > 0 ? 40.0F : 0.0F));
}

/// What the case says to the facilitator: long ones scroll by themselves, so that the agenda stays in sight.
void write_facilitator(Column& column, const app::ConsoleView& view, float most) {
    if (!view.facilitator) return;
    Ui& ui = column.ui();
    Column measure(ui, {0, 0, column.width(), 0}, false);
    write_prose(measure, view.facilitator, type::k13, ui.t().text, false);
    const float high = measure.used();
    const Rect box = column.take(high > most + 24 ? most : high);
    if (!column.drawing()) return;
    if (box.h >= high) {
        Column words(ui, {box.x, box.y, box.w, 0}, true);
        return write_prose(words, view.facilitator, type::k13, ui.t().text, false);
    }
    ScrollArea scroll(ui, "facilitator", box, {.focusable = true, .label = view.notes});
    Column words(ui, {box.x, scroll.content().y, scroll.content().w, 0}, true);
    write_prose(words, view.facilitator, type::k13, ui.t().text, false);
    scroll.end(words.used());
}

void write_own_note(Column& column, const app::ConsoleView& view, bool beside, app::Actions& actions) {
    if (view.own_note.label.empty()) return;
    Ui& ui = column.ui();
    column.gap(beside ? 6 : 10);
    const float label = ui.draw().width(view.own_note.label, type::k13b) + 1;
    if (beside && view.own_note.lines <= 1 && label + 8 + 160 <= column.width()) {
        Rect line = column.take(size::kSmall);
        if (!column.drawing()) return;
        ui.draw().text(line.take_left(label, 8), view.own_note.label, type::k13b, ui.t().text);
        (void)draw_field(ui, "own-note", line, view.own_note, actions);
        return;
    }
    column.para(view.own_note.label, type::k13b, ui.t().text);
    column.gap(4);
    const int lines = std::max(1, view.own_note.lines);
    const Rect r = column.take(lines > 1 ? static_cast<float>(lines) * 18 + 18 : size::kSmall);
    if (column.drawing()) draw_field(ui, "own-note", r, view.own_note, actions);
}

void rule(Column& column, float gap) {
    column.gap(gap);
    if (column.drawing()) column.ui().draw().hline(column.x(), column.y(), column.width(), column.ui().t().line);
    column.gap(gap);
}

/// With one screen only: a sentence, and a button that shows the rest as long as it is held.
void write_folded(Column& column, const app::ConsoleView& view, RoomOptions& options) {
    Ui& ui = column.ui();
    const ButtonSpec spec{.label = view.notes_hold, .icon = Icon::EyeOff, .size = ButtonSize::Small};
    const bool fits = button_width(ui, spec) <= column.width();
    const float high = fits ? size::kSmall : ui.draw().para_height(column.width() - 24, view.notes_hold, type::k13m) + 14;
    Rect line = column.take(high);
    if (!column.drawing()) return;
    const Rect r = fits ? line.take_left(button_width(ui, spec)) : line;
    const Item it = ui.item("hold", r, {.role = Role::Button, .label = view.notes_hold, .focusable = false});
    if (it.grabbed) {
        options.notes_pressed = true;
        ui.draw_again();
    }
    ui.draw().box(r, it.held ? ui.t().line : it.hot ? ui.t().hover : ui.t().surface, ui.t().line2, size::kRadius);
    Rect in = r.inset(10, 0);
    if (fits) {
        ui.draw().icon(Icon::EyeOff, in.take_left(15, 6), 15, ui.t().text);
        ui.draw().text(in, view.notes_hold, type::k13m, ui.t().text);
    } else {
        ui.draw().para(in.x, in.y + 7, in.w, view.notes_hold, type::k13m, ui.t().text);
    }
}

// ---- agenda

struct AgendaLook {
    float row = 58, bar = 60, pad = 12;
    Font title = type::k15m;
};

void draw_spread(Ui& ui, Rect right, const app::AgendaRow& agenda, const AgendaLook& look) {
    const Tokens& t = ui.t();
    const bool bar = agenda.to > agenda.from || agenda.from > 0;
    Rect two = right.middle_row(bar ? 30 : 18);
    if (bar) {
        const Rect track = two.take_top(12).take_right(look.bar).inset(2, 0);
        const float y = track.y + 6;
        ui.draw().hline(track.x, y, track.w, t.line2);
        const float from = track.x + agenda.from * track.w, to = track.x + agenda.to * track.w;
        ui.draw().fill({from, y - 1.5F, std::max(4.0F, to - from), 4}, t.ret, 2);
    }
    ui.draw().text(two.take_top(18), agenda.points, type::k13, t.text2, HAlign::Right);
}

void draw_agenda_row(Ui& ui, const Rect& r, const std::string& id, const app::AgendaRow& agenda, const AgendaLook& look,
                     float points, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item it = row(ui, id, r, {.label = agenda.title, .value = agenda.points, .selected = agenda.selected});
    if (it.pressed && agenda.open.acts()) actions.push_back(agenda.open);
    Rect in = r.inset(look.pad, 0);
    if (!agenda.rank.empty())
        ui.draw().text(in.take_left(std::max(16.0F, ui.draw().width(agenda.rank, type::k13m) + 1), 10), agenda.rank, type::k13m, t.text2);
    if (points > 0) draw_spread(ui, in.take_right(points, 8), agenda, look);
    const bool line = !agenda.line.empty();
    Rect words = in.middle_row(look.title.line + (line ? 18 : 0));
    ui.text_cut(words.take_top(look.title.line), agenda.title, look.title, t.text);
    if (line) ui.text_cut(words, agenda.line, type::k13, t.text2);
}

float points_width(Ui& ui, const std::vector<app::AgendaRow>& rows, const AgendaLook& look) {
    float wide = 0;
    for (const app::AgendaRow& row : rows) {
        if (row.to > row.from || row.from > 0) wide = std::max(wide, look.bar);
        wide = std::max(wide, ui.draw().width(row.points, type::k13) + 1);
    }
    return wide <= 1 ? 0 : wide;
}

/// A digit opens the row that has it, while the list has the focus.
void digit_keys(Ui& ui, const std::vector<app::AgendaRow>& rows, app::Actions& actions) {
    for (const app::AgendaRow& row : rows) {
        if (row.rank.size() != 1 || row.rank[0] < '1' || row.rank[0] > '9') continue;
        const Key key = static_cast<Key>(static_cast<int>(Key::D0) + (row.rank[0] - '0'));
        if (ui.group_key(key) && row.open.acts()) actions.push_back(row.open);
    }
}

void write_rows(Column& column, const char* id, const std::vector<app::AgendaRow>& rows, const AgendaLook& look,
                app::Actions& actions) {
    Ui& ui = column.ui();
    const Rect box = column.take(static_cast<float>(rows.size()) * look.row + 10);
    card(ui, box);
    const GroupScope group(ui, id, Arrows::Vertical);
    digit_keys(ui, rows, actions);
    const float points = points_width(ui, rows, look);
    Rect rest = box.inset(5, 5);
    for (std::size_t i = 0; i < rows.size(); ++i)
        draw_agenda_row(ui, rest.take_top(look.row), std::to_string(i), rows[i], look, points, actions);
}

} // namespace

void write_notes(Column& column, const app::ConsoleView& view, Room room, float most, RoomOptions& options,
                 app::Actions& actions) {
    Ui& ui = column.ui();
    const ChipSpec sign{.label = view.notes_chip.label, .icon = icon_of(view.notes_chip.icon), .tint = tint_of(view.notes_chip.tint)};
    Rect line = column.take(28);
    if (!view.notes_chip.label.empty() && chip_width(ui, sign) + 100 <= line.w)
        chip(ui, line.take_right(chip_width(ui, sign), 8).middle_row(size::kChip), sign);
    head_title(ui, line, view.notes);
    column.gap(8);
    const bool full = room == Room::Full, folded = view.notes_folded && !options.notes_held;
    write_card(column, full ? Vec{17, 15} : Vec{15, 9}, [&](Column& inside) {
        if (folded) return write_folded(inside, view, options);
        write_reference(inside, view, full ? type::k15m : type::k13b);
        if (!view.reference_title.empty() && view.facilitator) rule(inside, full ? 12 : 8);
        write_facilitator(inside, view, most);
        write_own_note(inside, view, room == Room::Compact, actions);
    });
}

void write_agenda(Column& column, const app::ConsoleView& view, Room room, app::Actions& actions) {
    Ui& ui = column.ui();
    if (view.agenda.empty()) return;
    write_head(column, view.agenda, view.agenda_note);
    if (view.agenda_rows.empty()) {
        write_card(column, {16, 14}, [&](Column& inside) { inside.para(view.agenda_empty, type::k13, ui.t().text2); });
        return;
    }
    AgendaLook look;
    if (room != Room::Full) look = {48, 48, 10, type::k13m};
    write_rows(column, "agenda", view.agenda_rows, look, actions);
    if (view.agenda_foot.empty()) return;
    column.gap(8);
    column.para(view.agenda_foot, type::k13, ui.t().text3);
}

void write_choose(Column& column, const app::ConsoleView& view, app::Actions& actions) {
    write_head(column, view.choose_title, {});
    write_rows(column, "choose", view.choose_rows, {}, actions);
}

} // namespace timbang::ui::room
