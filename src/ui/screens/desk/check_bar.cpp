#include <algorithm>

#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

constexpr float kCell = 8, kCellGap = 2;

/// One cell for each indicator: decided, at work, to come. None where they do not fit.
void draw_cells(Ui& ui, Rect area, const app::CheckBar& check) {
    const Tokens& t = ui.t();
    const float wide = static_cast<float>(check.cells) * (kCell + kCellGap);
    if (check.cells == 0 || wide > area.w) return;
    Rect cell = Rect{area.x + (area.w - wide) / 2, area.y, kCell, area.h}.middle_row(8);
    for (int i = 0; i < check.cells; ++i, cell.x += kCell + kCellGap) {
        ui.draw().fill(cell, i < check.done ? t.acc : i == check.at ? t.acc_line : t.line, 2);
        if (i == check.at) ui.draw().outline(cell, t.acc, 2);
    }
}

} // namespace

void draw_check_bar(Ui& ui, const Rect& area, const app::TopBar& top, const app::CheckBar& check, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, "top");
    ui.draw().fill(area, t.surface);
    ui.draw().hline(area.x, area.bottom() - ui.draw().border(), area.w, t.line);
    Rect bar{area.x + 8, area.y, area.w - 28, area.h - ui.draw().border()};
    const GroupScope group(ui, "check", Arrows::Horizontal);
    ButtonSpec back = button_spec(top.back, ButtonKind::Quiet);
    back.icon_only = true;
    back.key_hint = {};
    if (button_left(ui, "back", bar, back, 4)) actions.push_back(top.back.action);
    action_button_right(ui, "pause", bar, check.pause, actions, ButtonKind::Normal, ButtonSize::Small);
    const ChipSpec note{.label = check.note.label, .icon = icon_of(check.note.icon), .tint = tint_of(check.note.tint)};
    const float chip_wide = chip_width(ui, note);
    if (bar.w > chip_wide + 200) chip(ui, bar.take_right(chip_wide, 12).middle_row(24), note);
    const bool low = area.h < 50;
    const float longest = low ? ui.draw().width(check.line, type::k15b) + 2
                              : std::max(ui.draw().width(top.title, type::k15b), ui.draw().width(check.line, type::k13)) + 2;
    Rect names = bar.take_left(std::min(longest, bar.w), 16).middle_row(low ? 20 : 38);
    ui.text_cut(names.take_top(20), low ? check.line : top.title, type::k15b, t.text);
    if (!low) ui.text_cut(names.take_top(18), check.line, type::k13, t.text2);
    draw_cells(ui, bar, check);
}

} // namespace timbang::ui::desk
