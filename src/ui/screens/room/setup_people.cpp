#include <algorithm>
#include <cmath>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kPerson = 29, kLeastCard = 250, kDragFrom = 6;

/// Where a person can be put down, as the cards are drawn.
struct Place {
    Rect rect;
    int group = 0;
    bool has_cut = false, has_dragged = false;
};

void select_and_open(Ui& ui, const std::string& menu, const app::SeatRow& seat, app::Actions& actions) {
    if (seat.select.acts()) actions.push_back(seat.select);
    if (!seat.more.options.empty()) open_popup(ui, menu);
}

void follow_pointer(Ui& ui, const Item& it, const app::SeatRow& seat, RoomOptions& options) {
    const float dx = ui.mouse().x - ui.press_point().x, dy = ui.mouse().y - ui.press_point().y;
    if (it.held && options.dragged.empty() && std::hypot(dx, dy) > kDragFrom) options.dragged = seat.code;
}

void draw_person(Ui& ui, const Rect& r, const app::SeatRow& seat, RoomOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    const std::string menu = seat.code + "-menu";
    const bool taken = options.cut == seat.code || options.dragged == seat.code;
    const bool marked = icon_of(seat.note_icon) != Icon::None || taken;
    if (marked) ui.draw().fill(r, t.hover, size::kRadiusChip);
    const bool moved = options.dragged == seat.code; // the press that ends a drag opens no menu
    const Item it = row(ui, seat.code, r,
                        {.label = seat.code, .value = seat.line, .selected = seat.selected,
                         .expanded = popup_open(ui, menu), .radius = size::kRadiusChip});
    if (it.pressed && !moved) select_and_open(ui, menu, seat, actions);
    follow_pointer(ui, it, seat, options);
    if (it.focused && ui.key() && ui.shortcut(ctrl(Key::X))) options.cut = seat.code;
    if (taken) ui.draw().dashed(r, t.acc);
    Rect in = r.inset(8, 0);
    const float code = std::max(22.0F, ui.draw().width(seat.code, type::k13m) + 1);
    ui.draw().text(in.take_left(code, 8), seat.code, type::k13m, t.text);
    const app::Chip note{seat.note, seat.note_icon, seat.note_tint};
    const Font font = marked ? type::k13m : type::k13;
    if (!seat.note.empty()) draw_words(ui, in.take_right(std::min(in.w * 0.6F, words_width(ui, note, font)), 8), note, font);
    ui.text_cut(in, seat.line, type::k13, t.text2);
    row_menu(ui, menu, r, seat.more, actions);
}

void draw_group(Ui& ui, const Rect& box, const app::GroupCard& group, bool target, RoomOptions& options,
                app::Actions& actions) {
    const Tokens& t = ui.t();
    card(ui, box);
    if (target) ui.draw().outline(box, t.acc, size::kRadiusCard, 2);
    Rect in{box.x + 5, box.y + 6, box.w - 10, box.h - 11};
    Rect head = in.take_top(26).inset(8, 0);
    head.w += 8;
    ButtonSpec look{.label = group.way.label, .icon = chosen_icon(group.way), .trailing = Icon::ChevronDown,
                    .kind = ButtonKind::Quiet, .size = ButtonSize::Small};
    const float title = ui.draw().width(group.title, type::k13b) + 1;
    if (button_width(ui, look) > head.w - title - 8) look.icon_only = true;
    const float wide = look.icon_only ? 48 : button_width(ui, look);
    const Rect way = head.take_right(wide, 4).middle_row(26);
    ui.text_cut(head.take_left(std::min(title, head.w), 5), group.title, type::k13b, t.text);
    if (head.w > ui.draw().width(group.count, type::k13)) ui.draw().text(head, group.count, type::k13, t.text2);
    menu_button(ui, "way-" + std::to_string(group.number), way, group.way, look, actions);
    for (const app::SeatRow& seat : group.people)
        draw_person(ui, in.take_top(kPerson), seat, options, actions);
}

bool has(const app::GroupCard& group, const std::string& code) {
    return !code.empty() && std::any_of(group.people.begin(), group.people.end(),
                                        [&](const app::SeatRow& seat) { return seat.code == code; });
}

bool focus_inside(Ui& ui, const app::GroupCard& group) {
    return ui.focused("way-" + std::to_string(group.number)) ||
           std::any_of(group.people.begin(), group.people.end(), [&](const app::SeatRow& s) { return ui.focused(s.code); });
}

void put_down(Ui& ui, const std::vector<Place>& places, const app::WorkshopSetup& view, RoomOptions& options,
              app::Actions& actions) {
    for (std::size_t i = 0; i < places.size() && !options.cut.empty(); ++i) {
        if (!focus_inside(ui, view.groups[i]) || !ui.shortcut(ctrl(Key::V))) continue;
        if (!places[i].has_cut) actions.push_back(app::action::MoveParticipant{options.cut, places[i].group});
        options.cut.clear();
    }
    if (!options.cut.empty() && ui.shortcut(Key::Escape)) options.cut.clear();
    if (options.dragged.empty() || ui.mouse_down()) return;
    for (const Place& place : places)
        if (place.rect.contains(ui.mouse()) && !place.has_dragged)
            actions.push_back(app::action::MoveParticipant{options.dragged, place.group});
    options.dragged.clear();
}

/// The number of the person on the way, beside the pointer.
void draw_dragged(Ui& ui, const RoomOptions& options) {
    if (options.dragged.empty()) return;
    const Rect r{ui.mouse().x + 12, ui.mouse().y + 8, ui.draw().width(options.dragged, type::k13b) + 20, 26};
    ui.set_cursor(Ui::Cursor::Hand);
    ui.push_layer("dragged", r, false);
    ui.draw().box(r, ui.t().acc_soft, ui.t().acc_line, size::kRadius);
    ui.draw().text(r, options.dragged, type::k13b, ui.t().acc, HAlign::Centre);
    ui.pop_layer();
}

void write_cards(Column& column, const app::WorkshopSetup& view, RoomOptions& options, app::Actions& actions) {
    Ui& ui = column.ui();
    const std::size_t across = static_cast<std::size_t>(std::clamp(std::floor((column.width() + 8) / kLeastCard), 1.0F, 4.0F));
    const float wide = (column.width() - 8 * static_cast<float>(across - 1)) / static_cast<float>(across);
    std::vector<Place> places;
    {
        const GroupScope scope(ui, "people", Arrows::Grid);
        for (std::size_t first = 0; first < view.groups.size(); first += across) {
            const std::size_t end = std::min(view.groups.size(), first + across);
            std::size_t most = 1;
            for (std::size_t i = first; i < end; ++i)
                most = std::max(most, view.groups[i].people.size());
            if (first > 0) column.gap(8);
            Rect line = column.take(37 + static_cast<float>(most) * kPerson);
            for (std::size_t i = first; i < end; ++i) {
                const app::GroupCard& group = view.groups[i];
                const Place place{line.take_left(wide, 8), group.number, has(group, options.cut), has(group, options.dragged)};
                const bool target = !options.dragged.empty() && !place.has_dragged && place.rect.contains(ui.mouse());
                places.push_back(place);
                draw_group(ui, place.rect, group, target, options, actions);
            }
        }
        put_down(ui, places, view, options, actions);
    }
    draw_dragged(ui, options);
}

/// Buttons and the size of groups at the right of the title, or below it on as many lines as they need.
void write_title(Column& column, const app::WorkshopSetup& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const auto wide = [&](const app::Button& b) { return button_width(ui, button_spec(b, ButtonKind::Normal, ButtonSize::Small)); };
    const float label = ui.draw().width(view.groups_of, type::k13) + 1, shuffle = wide(view.shuffle);
    const bool sized = !view.groups_of.empty();
    float all = sized ? 9 + label + 8 + 48 + 8 + shuffle : -8;
    for (const app::Button& each : view.people_buttons)
        all += wide(each) + 8;
    Rect line = column.take(size::kSmall);
    const bool beside = ui.draw().width(view.people, type::k15b) + 16 + all <= line.w;
    Rect bar = beside ? line.take_right(all, 16) : line;
    head_title(ui, line, view.people);
    const auto room = [&](float want) {
        if (want > bar.w + 0.5F) bar = (column.gap(6), column.take(size::kSmall));
        return bar.take_left(std::min(want, bar.w), 8);
    };
    if (!beside) bar = (column.gap(4), column.take(size::kSmall));
    const Scope scope(ui, "roster");
    ui.push_group("add", Arrows::Both);
    for (std::size_t i = 0; i < view.people_buttons.size(); ++i)
        action_button(ui, std::to_string(i), room(wide(view.people_buttons[i])), view.people_buttons[i], actions,
                      ButtonKind::Normal, ButtonSize::Small);
    ui.pop_group();
    if (sized) {
        if (beside) ui.draw().vline(bar.take_left(1, 8).x, bar.y + 4, 20, ui.t().line);
        Rect of = room(label + 56);
        ui.draw().text(of.take_left(label, 8), view.groups_of, type::k13, ui.t().text2);
        draw_field(ui, "group-size", of, view.group_size, actions);
        action_button(ui, "shuffle", room(shuffle), view.shuffle, actions, ButtonKind::Normal, ButtonSize::Small);
    }
    column.gap(8);
}

void write_status(Column& column, const app::WorkshopSetup& view) {
    Ui& ui = column.ui();
    const auto sentence = [&](const std::string& words, Icon icon, Color color, float width, Rect at) {
        if (icon != Icon::None) ui.draw().icon(icon, Rect{at.x, at.y, 15, 18}, 15, color);
        const float shift = icon == Icon::None ? 0 : 23;
        return ui.draw().para(at.x + shift, at.y, width - shift, words, type::k13, ui.t().text2);
    };
    const Icon icon = view.people_tint == app::Tint::Ok ? Icon::CheckCircle : view.people_tint == app::Tint::Neutral ? Icon::InformationOutline : Icon::Alert;
    const float status = ui.draw().width(view.people_status, type::k13) + 24, note = ui.draw().width(view.people_note, type::k13) + 1;
    column.gap(11);
    const Rect at{column.x(), column.y(), column.width(), 18};
    if (!view.people_status.empty() && status + 16 + note <= at.w) {
        sentence(view.people_status, icon, words_color(ui, tint_of(view.people_tint)), status, at);
        ui.draw().text(Rect{at.right() - note, at.y, note, 18}, view.people_note, type::k13, ui.t().text2);
        return column.gap(18);
    }
    if (!view.people_status.empty())
        column.gap(sentence(view.people_status, icon, words_color(ui, tint_of(view.people_tint)), at.w, at) + 4);
    column.para(view.people_note, type::k13, ui.t().text2);
}

} // namespace

void write_groups(Column& column, const app::WorkshopSetup& view, RoomOptions& options, app::Actions& actions) {
    write_title(column, view, actions);
    if (view.groups.empty())
        write_card(column, {16, 16}, [&](Column& inside) { inside.para(view.people_empty, type::k15, inside.ui().t().text2, 560); });
    else
        write_cards(column, view, options, actions);
    write_status(column, view);
}

} // namespace timbang::ui::room
