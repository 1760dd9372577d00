#include <algorithm>
#include <cmath>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kSeat = 31, kCell = 26, kCellGap = 4;

Color seat_color(const Ui& ui, const app::SeatCell& seat) {
    return words_color(ui, tint_of(seat.tint));
}

/// The row or cell itself: a press opens what can be done for this person.
void seat_item(Ui& ui, const Rect& r, const app::SeatCell& seat, Color fill, app::Actions& actions) {
    const bool acts = !seat.more.options.empty();
    const std::string menu = seat.code + "-menu";
    ItemSpec spec{.role = acts ? Role::Button : Role::Figure, .label = seat.code, .value = seat.word};
    spec.expanded = acts && popup_open(ui, menu);
    spec.focusable = acts;
    spec.radius = size::kRadiusChip;
    const Item it = ui.item(seat.code, r, spec);
    if (it.hot && acts) fill = ui.t().line;
    if (fill.a != 0) ui.draw().fill(r, fill, size::kRadiusChip);
    ui.tooltip(it, seat.word, r);
    if (it.pressed && acts) open_popup(ui, menu);
    row_menu(ui, menu, r, seat.more, actions);
}

void draw_row(Ui& ui, const Rect& r, const app::SeatCell& seat, app::Actions& actions) {
    const Tokens& t = ui.t();
    seat_item(ui, r, seat, seat.marked ? t.hover : Color{0, 0, 0, 0}, actions);
    Rect in = r.inset(8, 0);
    const Color color = seat_color(ui, seat);
    ui.draw().icon(icon_of(seat.icon), in.take_left(15, 8), 15, color);
    const float code = ui.draw().width(seat.code, type::k13) + 1;
    ui.draw().text(in.take_left(code, 8), seat.code, type::k13, t.text);
    ui.text_cut(in.middle_row(18), seat.word, seat.marked ? type::k13m : type::k13, seat.marked ? color : t.text2,
                HAlign::Right);
}

void draw_cell(Ui& ui, const Rect& r, const app::SeatCell& seat, app::Actions& actions) {
    const Tokens& t = ui.t();
    seat_item(ui, r, seat, seat.marked ? t.hover : t.raised, actions);
    const Font font = seat.marked ? type::k13b : type::k13;
    const float words = ui.draw().width(seat.code, font) + 1;
    Rect in = r.middle(words + 19, r.h);
    ui.draw().text(in.take_left(words, 4), seat.code, font, t.text);
    ui.draw().icon(icon_of(seat.icon), in, 15, seat_color(ui, seat));
}

void draw_group_head(Ui& ui, Rect line, const app::SeatGroup& group, Font title) {
    app::Chip count{group.count, group.complete ? "check" : "", group.complete ? app::Tint::Ok : app::Tint::Neutral};
    const Font font = group.complete ? type::k13m : type::k13;
    // "5 of 5" says it as well: the tick gives way to the name of the group.
    if (ui.draw().width(group.title, title) + 8 + words_width(ui, count, font) > line.w) count.icon = "";
    const Rect right = line.take_right(words_width(ui, count, font), 8);
    draw_words(ui, right, count, font);
    ui.text_cut(line, group.title, title, ui.t().text);
}

float card_height(const app::SeatGroup& group) {
    return 6 + 24 + static_cast<float>(group.seats.size()) * kSeat + 5;
}

/// Cards beside each other, as high as the highest of their line.
void write_cards(Column& column, const app::ConsoleView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const std::size_t across = column.width() >= 300 ? 2 : 1;
    for (std::size_t first = 0; first < view.groups.size(); first += across) {
        const std::size_t end = std::min(view.groups.size(), first + across);
        float high = 0;
        for (std::size_t i = first; i < end; ++i)
            high = std::max(high, card_height(view.groups[i]));
        if (first > 0) column.gap(8);
        Rect line = column.take(high);
        const float wide = (line.w - 8 * static_cast<float>(across - 1)) / static_cast<float>(across);
        for (std::size_t i = first; i < end; ++i) {
            const Rect box = line.take_left(wide, 8);
            card(ui, box);
            Rect in = {box.x + 5, box.y + 6, box.w - 10, box.h - 11};
            draw_group_head(ui, in.take_top(24).inset(8, 2), view.groups[i], type::k13b);
            for (const app::SeatCell& seat : view.groups[i].seats)
                draw_row(ui, in.take_top(kSeat), seat, actions);
        }
    }
}

/// A line of cells for each group: five for a small one, as many as have room for a large one.
void write_strips(Column& column, const app::ConsoleView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const float width = column.width() - 26;
    const std::size_t most = static_cast<std::size_t>(std::max(1.0F, std::floor((width + kCellGap) / 46)));
    const auto across = [&](const app::SeatGroup& g) { return std::min(most, std::max<std::size_t>(5, g.seats.size())); };
    const auto high = [&](const app::SeatGroup& g) {
        return 36 + static_cast<float>((g.seats.size() + across(g) - 1) / across(g)) * (kCell + kCellGap) - kCellGap;
    };
    float all = 4;
    for (const app::SeatGroup& group : view.groups)
        all += high(group);
    const Rect box = column.take(all);
    card(ui, box);
    Rect in = box.inset(13, 2);
    for (const app::SeatGroup& group : view.groups) {
        Rect part = in.take_top(high(group));
        if (&group != &view.groups.front()) ui.draw().hline(part.x, part.y, part.w, ui.t().line);
        part = part.inset(0, 7);
        draw_group_head(ui, part.take_top(18, 3), group, type::k13m);
        const float count = static_cast<float>(across(group));
        const float wide = (part.w - kCellGap * (count - 1)) / count;
        Rect line;
        for (std::size_t i = 0; i < group.seats.size(); ++i) {
            if (i % across(group) == 0) line = part.take_top(kCell, kCellGap);
            draw_cell(ui, line.take_left(wide, kCellGap), group.seats[i], actions);
        }
    }
}

void write_counts(Column& column, const app::ConsoleView& view) {
    Ui& ui = column.ui();
    Rect line = column.take(28);
    for (auto chip = view.people_counts.rbegin(); chip != view.people_counts.rend(); ++chip) {
        const float wide = words_width(ui, *chip);
        if (wide + 60 > line.w) break;
        const Rect r = line.take_right(wide, 8);
        draw_words(ui, r, *chip);
    }
    head_title(ui, line, view.people);
    column.gap(8);
}

void write_buttons(Column& column, const app::ConsoleView& view, app::Actions& actions) {
    if (view.people_buttons.empty()) return;
    Ui& ui = column.ui();
    column.gap(10);
    Rect line = column.take(size::kSmall);
    const GroupScope group(ui, "buttons", Arrows::Both);
    for (std::size_t i = 0; i < view.people_buttons.size(); ++i) {
        const float wide = button_width(ui, button_spec(view.people_buttons[i], ButtonKind::Normal, ButtonSize::Small));
        if (wide > line.w && i > 0) line = (column.gap(6), column.take(size::kSmall));
        action_button(ui, std::to_string(i), line.take_left(wide, 8), view.people_buttons[i], actions,
                      ButtonKind::Normal, ButtonSize::Small);
    }
}

} // namespace

void write_people(Column& column, const app::ConsoleView& view, Room room, app::Actions& actions) {
    Ui& ui = column.ui();
    write_counts(column, view);
    if (!view.groups.empty()) {
        const GroupScope group(ui, "seats", Arrows::Grid);
        if (room == Room::Full) write_cards(column, view, actions);
        else write_strips(column, view, actions);
    }
    if (room != Room::Full && !view.people_lines.empty()) {
        column.gap(8);
        write_card(column, {13, 9}, [&](Column& inside) {
            for (const std::string& line : view.people_lines) {
                if (&line != &view.people_lines.front()) inside.gap(8);
                inside.para(line, type::k13, ui.t().text);
            }
        });
    }
    write_buttons(column, view, actions);
    if (view.people_note.empty()) return;
    column.gap(8);
    column.para(view.people_note, type::k13, ui.t().text2);
}

} // namespace timbang::ui::room
