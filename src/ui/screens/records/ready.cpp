#include <algorithm>

#include "ui/kit/layout.h"
#include "ui/kit/widgets.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/parts.h"
#include "ui/screens/records/cards.h"

namespace timbang::ui::records {

namespace {

void write_head(Column& column, const app::ReadyCard& ready) {
    Ui& ui = column.ui();
    Rect line = column.take(24);
    if (!column.drawing()) return;
    if (ready.state) {
        const ChipSpec look{.label = ready.state->label, .icon = icon_of(ready.state->icon), .tint = tint_of(ready.state->tint)};
        chip(ui, line.take_right(std::min(line.w, chip_width(ui, look)), 12), look);
    }
    ui.text_cut(line, ready.title, type::k15b, ui.t().text);
}

void write_number(Column& column, const app::ReadyCard& ready) {
    if (ready.number.empty()) return;
    Ui& ui = column.ui();
    column.gap(4);
    Rect line = column.take(44);
    if (!column.drawing()) return;
    ui.draw().text(line.take_left(ui.draw().width(ready.number, type::k34b), 8), ready.number, type::k34b, ui.t().text);
    line.y += 6;
    ui.text_cut(line, ready.unit, type::k15, ui.t().text2);
}

/// Side by side, or one below the other where they do not fit.
void write_buttons(Column& column, const app::ReadyCard& ready, app::Actions& actions) {
    if (ready.buttons.empty()) return;
    Ui& ui = column.ui();
    const GroupScope group(ui, "ready", Arrows::Both);
    column.gap(14);
    Rect line = column.take(size::kSmall);
    int number = 0;
    for (const app::Button& one : ready.buttons) {
        const float wide = button_width(ui, button_spec(one, ButtonKind::Normal, ButtonSize::Small));
        if (number > 0 && line.w < wide) {
            column.gap(8);
            line = column.take(size::kSmall);
        }
        const Rect r = line.take_left(std::min(wide, line.w), 8);
        if (column.drawing())
            action_button(ui, std::to_string(number), r, one, actions, ButtonKind::Normal, ButtonSize::Small);
        ++number;
    }
}

} // namespace

void write_validity(Column& column, const app::ValidityLine& line) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    const Rect bar = column.take(14).middle_row(8);
    column.gap(6);
    const auto wide = [&](const std::string& words) { return ui.draw().width(words, type::k13) + 1; };
    const bool one = wide(line.from) + wide(line.mark) + wide(line.to) + 24 <= column.width();
    const Rect words = column.take(one ? 18 : 38);
    if (!column.drawing()) return;
    ui.draw().fill(bar, t.sunken, 4);
    const float at = std::clamp(line.at, 0.0F, 1.0F), mark = bar.x + bar.w * std::clamp(line.mark_at, 0.0F, 1.0F);
    if (!line.mark.empty()) ui.draw().fill({mark - 1, bar.y - 4, 2, bar.h + 8}, t.text);
    ui.draw().disc({bar.x + 7 + (bar.w - 14) * at, bar.centre().y}, 7, t.ok);
    Rect above = words, below = words;
    if (!one) above.h = 18, below.y += 20, below.h = 18;
    ui.text_cut(above.take_left(wide(line.from)), line.from, type::k13, t.text2);
    ui.text_cut(above.take_right(wide(line.to)), line.to, type::k13, t.text2, HAlign::Right);
    if (one) {
        const float half = wide(line.mark) / 2, left = std::clamp(mark - half, above.x + 8, above.right() - 2 * half - 8);
        ui.draw().text({left, above.y, 2 * half, 18}, line.mark, type::k13, t.text2);
    } else {
        ui.text_cut(below, line.mark, type::k13, t.text2, HAlign::Centre);
    }
}

void write_ready(Column& column, const app::ReadyCard& ready, app::Actions& actions) {
    debrief::write_card(column, [&](Column& inside) {
        write_head(inside, ready);
        write_number(inside, ready);
        inside.gap(4);
        inside.para(ready.text, type::k13, inside.ui().t().text2);
        if (ready.validity) {
            inside.gap(10);
            write_validity(inside, *ready.validity);
        }
        write_buttons(inside, ready, actions);
    });
}

} // namespace timbang::ui::records
