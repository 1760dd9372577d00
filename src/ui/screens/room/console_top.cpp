#include <algorithm>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kLeastTitle = 200;
// The second screen is always black, white and yellow.
constexpr Color kBlack = rgb(0x000000), kWhite = rgb(0xFFFFFF), kYellow = rgb(0xFFD60A);

/// What stands on the second screen, very small.
void draw_thumbnail(Ui& ui, const Rect& r, int screen) {
    Canvas& d = ui.draw();
    d.box(r, kBlack, ui.t().contrast ? ui.t().line : kBlack, 3);
    const float x = r.x + r.w / 2, y = r.y + r.h / 2;
    switch (screen) {
    case 0: // the code to scan, the address
        d.fill({x - 16, y - 7, 14, 14}, kWhite, 1);
        d.fill({x + 2, y - 6, 16, 4}, kYellow);
        d.fill({x + 2, y + 2, 12, 3}, kWhite);
        return;
    case 1:
        d.fill({x - 12, y - 8, 24, 4}, kYellow);
        d.fill({x - 18, y + 1, 36, 3}, kWhite);
        return;
    case 2:
        d.outline({x - 16, y - 2, 7, 12}, kWhite, 0, 1);
        d.fill({x - 7, y - 8, 7, 18}, kYellow);
        d.outline({x + 3, y - 6, 7, 16}, kWhite, 0, 1);
        d.fill({x + 12, y + 4, 7, 6}, kYellow);
        return;
    default:
        d.fill({x - 18, y - 8, 14, 16}, kYellow, 2);
        d.fill({x + 1, y - 5, 18, 3}, kWhite);
        d.fill({x + 1, y + 3, 12, 3}, kWhite);
    }
}

ButtonSpec screen_look(const app::ConsoleView& view) {
    return {.label = view.screen_menu.label, .icon = Icon::Projector, .size = ButtonSize::Small};
}

void draw_names(Ui& ui, Rect line, const app::ConsoleView& view) {
    line = line.middle_row(38);
    ui.text_cut(line.take_top(20), view.title, type::k15b, ui.t().text);
    ui.text_cut(line, view.line, type::k13, ui.t().text2);
}

/// Where the page is, and the code it asks for.
void draw_code(Ui& ui, Rect line, const app::ConsoleView& view, bool address) {
    if (address && !view.address.empty()) {
        const float wide = ui.draw().width(view.address, type::k13b) + 1;
        ui.draw().text(line.take_left(wide, 12), view.address, type::k13b, ui.t().text);
    }
    const float label = ui.draw().width(view.code_label, type::k13) + 1;
    ui.draw().text(line.take_left(label, 6), view.code_label, type::k13, ui.t().text2);
    ui.draw().text(line, view.code, type::k13b, ui.t().text);
}

float code_width(Ui& ui, const app::ConsoleView& view, bool address) {
    const float where = address && !view.address.empty() ? ui.draw().width(view.address, type::k13b) + 13 : 0;
    return where + ui.draw().width(view.code_label, type::k13) + 8 + ui.draw().width(view.code, type::k13b) + 1;
}

float caption_width(Ui& ui, const app::ConsoleView& view) {
    return std::max(ui.draw().width(view.screen_title, type::k13m), ui.draw().width(view.screen_caption, type::k13)) + 2;
}

const app::Chip connected_chip(const app::ConsoleView& view) {
    return {view.connected, "wifi", app::Tint::Neutral};
}

} // namespace

void draw_top(Ui& ui, const Rect& bar, const app::ConsoleView& view, Room room, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(bar, t.surface);
    ui.draw().hline(bar.x, bar.bottom() - ui.draw().border(), bar.w, t.line);
    Rect line = bar.inset(24, 0);
    const bool full = room == Room::Full;
    const ButtonSpec look = screen_look(view);
    const float change = button_width(ui, look) + 21;
    menu_button(ui, "screen", line.take_right(change, 12).middle_row(size::kSmall), view.screen_menu, look, actions);
    // What is left for names decides which words of the second screen and which chips stay.
    const float caption = full ? caption_width(ui, view) + 8 : 0;
    const float private_chip = chip_width(ui, {.label = view.private_note.label, .icon = icon_of(view.private_note.icon)});
    const auto fits = [&](float more) { return line.w - more >= kLeastTitle; };
    const float connected = words_width(ui, connected_chip(view)) + 25, screen = (full ? 64 : 56) + private_chip + 24;
    const bool address = fits(screen + code_width(ui, view, true) + 25 + connected);
    const float code = code_width(ui, view, address) + 25;
    const bool captioned = full && fits(caption + screen + code + connected);
    if (captioned) {
        Rect words = line.take_right(caption_width(ui, view), 8).middle_row(36);
        ui.draw().text(words.take_top(18), view.screen_title, type::k13m, t.text);
        ui.draw().text(words, view.screen_caption, type::k13, t.text2);
    }
    const Rect thumb = line.take_right(full ? 52 : 44, 12).middle_row(full ? 32 : 28);
    draw_thumbnail(ui, thumb, view.screen);
    ui.tooltip(ui.item("second-screen", thumb,
                       {.role = Role::Figure, .label = view.screen_title, .value = view.screen_caption, .focusable = false}),
               view.screen_caption, thumb);
    const auto rule = [&] { ui.draw().vline(line.take_right(1, 12).x, bar.y + (bar.h - 24) / 2, 24, t.line); };
    if (!view.code.empty() && fits(code)) {
        rule();
        draw_code(ui, line.take_right(code - 25 + 1, 12), view, address);
    }
    if (!view.connected.empty() && fits(connected)) {
        rule();
        draw_words(ui, line.take_right(connected - 25 + 1, 12), connected_chip(view));
    }
    const ChipSpec mine{.label = view.private_note.label, .icon = icon_of(view.private_note.icon), .tint = tint_of(view.private_note.tint)};
    if (!view.private_note.label.empty() && fits(private_chip + 12)) {
        const float names = std::max(ui.draw().width(view.title, type::k15b), ui.draw().width(view.line, type::k13)) + 2;
        const bool beside = full && names + 20 + private_chip <= line.w;
        Rect title = beside ? line.take_left(names, 20) : Rect{};
        chip(ui, (beside ? line.take_left(private_chip) : line.take_right(private_chip, 12)).middle_row(size::kChip), mine);
        if (beside) return draw_names(ui, title, view);
    }
    draw_names(ui, line, view);
}

void write_top(Column& column, const app::ConsoleView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const ButtonSpec look = screen_look(view);
    Rect line = column.take(40);
    if (!view.more.options.empty()) draw_more(ui, line.take_right(kMore, 8).middle_row(size::kSmall), view, actions);
    const float change = button_width(ui, look) + 21;
    if (line.w - change > 140)
        menu_button(ui, "screen", line.take_right(change, 8).middle_row(size::kSmall), view.screen_menu, look, actions);
    draw_names(ui, line, view);
    column.gap(8);
    // Code, people, what is private: as many lines as they need.
    Rect rest = column.take(24);
    const auto room = [&](float wide) {
        if (wide > rest.w) rest = column.take(24);
        return rest.take_left(std::min(wide, rest.w), 16);
    };
    draw_code(ui, room(code_width(ui, view, true)), view, true);
    draw_words(ui, room(words_width(ui, connected_chip(view))), connected_chip(view));
    const app::Chip second{view.screen_title + ": " + view.screen_caption, "projector", app::Tint::Neutral};
    draw_words(ui, room(words_width(ui, second)), second);
    draw_words(ui, room(words_width(ui, view.private_note)), view.private_note);
    column.gap(8);
    write_stages(column, view);
}

} // namespace timbang::ui::room
