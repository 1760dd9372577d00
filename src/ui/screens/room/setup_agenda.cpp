#include <algorithm>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kHead = 34, kSlot = 45, kLeastDay = 226, kLeastRead = 200;

void push(const app::Action& action, app::Actions& actions) {
    if (action.acts()) actions.push_back(action);
}

/// Enter edits, Delete removes, Alt and the arrows move; a press selects, two presses edit.
void slot_keys(Ui& ui, const Item& it, const app::SlotRow& slot, app::Actions& actions) {
    if (!it.focused || !ui.key()) return;
    const base::Mods mods = ui.key()->mods;
    const Key key = ui.key()->key;
    const bool alt = mods.alt && !mods.ctrl && !mods.shift;
    const app::Action* wanted = nullptr;
    if (mods == base::Mods{} && key == Key::Delete) wanted = &slot.remove;
    if (alt && key == Key::Up) wanted = &slot.up;
    if (alt && key == Key::Down) wanted = &slot.down;
    if (!wanted) return;
    ui.take_key();
    push(*wanted, actions);
}

void draw_slot(Ui& ui, const Rect& r, const std::string& id, const app::SlotRow& slot, app::Actions& actions) {
    const Tokens& t = ui.t();
    Rect whole = r;
    if (slot.read && slot.selected && r.w >= kLeastRead) { // others show their words instead
        ButtonSpec read = button_spec(*slot.read, ButtonKind::Quiet, ButtonSize::Small);
        read.icon_only = true;
        if (button(ui, id + "-read", whole.take_right(size::kSmall, 2).middle_row(size::kSmall), read)) push(slot.read->action, actions);
    }
    const bool enter = ui.focused(id) && ui.key() && ui.key()->key == Key::Enter;
    const Item it = row(ui, id, whole, {.label = slot.name, .value = slot.time, .selected = slot.selected});
    if (it.pressed) push(enter || it.double_pressed ? slot.edit : slot.select, actions);
    slot_keys(ui, it, slot, actions);
    Rect in = whole.inset(10, 0);
    const float time = std::max(38.0F, ui.draw().width(slot.time, type::k13) + 1);
    ui.draw().text(in.take_left(time, 8), slot.time, type::k13, slot.overlap ? t.ret : t.text2);
    const Icon icon = slot.overlap ? Icon::Alert : icon_of(slot.icon);
    ui.draw().icon(icon, in.take_left(18, 8), 18, slot.overlap ? t.ret : slot.accent ? t.acc : t.text2);
    Rect words = in.middle_row(36);
    ui.text_cut(words.take_top(18), slot.name, type::k13m, t.text);
    const float minutes = ui.draw().width(slot.minutes, type::k13) + 1;
    ui.draw().text(words.take_right(minutes, 8), slot.minutes, type::k13, t.text2);
    ui.text_cut(words, slot.kind, type::k13, slot.overlap ? t.ret : t.text2);
}

void draw_day_head(Ui& ui, Rect line, const app::DayColumn& day) {
    line = line.inset(14, 0);
    const float title = ui.draw().width(day.title, type::k13b) + 1;
    ui.text_cut(line.take_left(std::min(title, line.w), 8), day.title, type::k13b, ui.t().text);
    if (line.w > 30) ui.text_cut(line, day.date, type::k13, ui.t().text2, HAlign::Right);
}

void write_line_of_days(Column& column, const app::WorkshopSetup& view, std::size_t first, std::size_t end, std::size_t across,
                        app::Actions& actions) {
    Ui& ui = column.ui();
    std::size_t most = 1;
    for (std::size_t i = first; i < end; ++i)
        most = std::max(most, view.days[i].slots.size());
    Rect box = column.take(kHead + static_cast<float>(most) * kSlot + 10);
    const float wide = box.w / static_cast<float>(across);
    box.w = wide * static_cast<float>(end - first);
    card(ui, box);
    ui.draw().fill({box.x + 1, box.y + 1, box.w - 2, kHead}, ui.t().raised, size::kRadiusCard - 1, Corners::Top);
    ui.draw().hline(box.x + 1, box.y + kHead, box.w - 2, ui.t().line);
    Rect rest = box;
    for (std::size_t i = first; i < end; ++i) {
        Rect day = rest.take_left(wide);
        if (i > first) ui.draw().vline(day.x, day.y + 1, day.h - 2, ui.t().line);
        draw_day_head(ui, day.take_top(kHead), view.days[i]);
        day.take_top(5);
        const GroupScope group(ui, "day-" + std::to_string(i), Arrows::Vertical);
        for (std::size_t s = 0; s < view.days[i].slots.size(); ++s)
            draw_slot(ui, day.take_top(kSlot).inset(4, 0), std::to_string(s), view.days[i].slots[s], actions);
    }
}

/// Title, the sum of the slots, the button.
void write_title(Column& column, const app::WorkshopSetup& view, app::Actions& actions) {
    Ui& ui = column.ui();
    Rect line = column.take(size::kSmall);
    Rect bar = line;
    const float add = button_width(ui, button_spec(view.add_slot, ButtonKind::Normal, ButtonSize::Small));
    bar.take_right(add, 8);
    const float note = ui.draw().width(view.agenda_note, type::k13) + 1;
    const bool beside = note + 80 <= bar.w;
    if (beside) ui.draw().text(bar.take_right(note, 8).middle_row(18), view.agenda_note, type::k13, ui.t().text2);
    head_title(ui, bar, view.agenda);
    action_button_right(ui, "add-slot", line, view.add_slot, actions, ButtonKind::Normal, ButtonSize::Small);
    if (!beside) column.para(view.agenda_note, type::k13, ui.t().text2);
    column.gap(8);
}

} // namespace

void write_days(Column& column, const app::WorkshopSetup& view, app::Actions& actions) {
    write_title(column, view, actions);
    if (view.days.empty() && !view.agenda_empty.empty())
        write_card(column, {16, 16}, [&](Column& inside) {
            inside.para(view.agenda_empty, type::k15, inside.ui().t().text2, 560);
        });
    const std::size_t fit = static_cast<std::size_t>(std::max(1.0F, column.width() / kLeastDay));
    const std::size_t across = std::min(fit, std::max<std::size_t>(1, view.days.size()));
    for (std::size_t first = 0; first < view.days.size(); first += across) {
        if (first > 0) column.gap(8);
        write_line_of_days(column, view, first, std::min(view.days.size(), first + across), across, actions);
    }
}

} // namespace timbang::ui::room
