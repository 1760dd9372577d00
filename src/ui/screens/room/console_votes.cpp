#include <algorithm>
#include <vector>

#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

void write_numbers(Column& column, const app::ConsoleView& view, bool full) {
    if (view.numbers.empty()) return;
    Ui& ui = column.ui();
    column.gap(full ? 12 : 8);
    const float pad = full ? 18 : 12, count = static_cast<float>(view.numbers.size());
    const bool below = column.width() / count < 130;
    // As wide as their words, and what is left shared evenly.
    std::vector<float> widths;
    float wanted = 0;
    for (const auto& number : view.numbers) {
        const float words = std::max(ui.draw().width(number.value, type::k18b), ui.draw().width(number.line, type::k13));
        widths.push_back(words + pad + 9);
        wanted += widths.back();
    }
    const float spare = (column.width() - wanted) / count;
    for (float& wide : widths)
        wide = below ? column.width() : spare < 0 ? column.width() / count : wide + spare;
    float high = 0;
    for (std::size_t i = 0; i < widths.size(); ++i)
        high = std::max(high, 26 + ui.draw().para_height(widths[i] - pad - 8, view.numbers[i].line, type::k13));
    high += full ? 30 : 22;
    const Rect box = column.take(below ? high * count : high);
    card(ui, box);
    Rect rest = box;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const auto& number = view.numbers[i];
        const float wide = widths[i], words = wide - pad - 8;
        const Rect cell = below ? rest.take_top(high) : rest.take_left(wide);
        if (i > 0) {
            if (below) ui.draw().hline(cell.x, cell.y, cell.w, ui.t().line);
            else ui.draw().vline(cell.x, cell.y, cell.h, ui.t().line);
        }
        const float top = cell.y + (full ? 15 : 11);
        ui.text_cut({cell.x + pad, top, words, 26}, number.value, type::k18b, ui.t().text);
        ui.draw().para(cell.x + pad, top + 26, words, number.line, type::k13, ui.t().text2);
    }
}

struct ReasonLook {
    Font words = type::k15;
    float box = 32, pad = 14, least = 62;
};

void draw_score(Ui& ui, const Rect& r, std::string_view score) {
    ui.draw().box(r, ui.t().surface, ui.t().line2, size::kRadius);
    ui.draw().text(r, score, type::k15b, ui.t().text, HAlign::Centre);
}

/// Words as wide as the score and the button leave, on as many lines as they need.
void write_reason(Column& column, std::size_t place, const app::ReasonRow& reason, const ReasonLook& look,
                  app::Actions& actions) {
    Ui& ui = column.ui();
    const float score = std::max(look.box, ui.draw().width(reason.score, type::k15b) + 14);
    ButtonSpec show = button_spec(reason.show, ButtonKind::Normal, ButtonSize::Small);
    const bool shown = !reason.show.label.empty();
    const bool narrow = column.width() - button_width(ui, show) - score < 260;
    if (narrow && show.icon != Icon::None) show.icon_only = true;
    else if (look.least < 60) show.icon = Icon::None; // the words of the reason need the room
    const float button_wide = shown ? button_width(ui, show) : 0;
    const float words = column.width() - 2 * look.pad - score - 12 - (shown ? button_wide + 12 : 0);
    const float first = ui.draw().para_height(words, reason.text, look.words);
    const float all = first + ui.draw().para_height(words, reason.line, type::k13);
    const Rect r = column.take(std::max(look.least, all + 16));
    if (!column.drawing()) return;
    if (place > 0) ui.draw().hline(r.x, r.y, r.w, ui.t().line);
    Rect in = r.inset(look.pad, 0);
    draw_score(ui, in.take_left(score, 12).middle_row(look.box), reason.score);
    if (shown && button(ui, std::to_string(place), in.take_right(button_wide, 12).middle_row(size::kSmall), show))
        actions.push_back(reason.show.action);
    const float y = in.y + (in.h - all) / 2;
    ui.draw().para(in.x, y, words, reason.text, look.words, ui.t().text);
    ui.draw().para(in.x, y + first, words, reason.line, type::k13, ui.t().text2);
}

void write_reasons(Column& column, const app::ConsoleView& view, bool full, app::Actions& actions) {
    Ui& ui = column.ui();
    if (view.reasons.empty()) return;
    column.gap(full ? 14 : 8);
    write_head(column, view.reasons, view.reasons_note);
    const GroupScope group(ui, "reasons", Arrows::Vertical);
    if (view.reason_rows.empty()) {
        write_card(column, {16, 14}, [&](Column& inside) { inside.para(view.reasons_empty, type::k13, ui.t().text2); });
        return;
    }
    ReasonLook look;
    if (!full) look = {type::k13, 30, 12, 50};
    write_card(column, {0, 0}, [&](Column& inside) {
        for (std::size_t i = 0; i < view.reason_rows.size(); ++i)
            write_reason(inside, i, view.reason_rows[i], look, actions);
    });
}

} // namespace

void write_votes(Column& column, const app::ConsoleView& view, Room room, app::Actions& actions) {
    const bool full = room == Room::Full;
    write_chart(column, view, room);
    write_numbers(column, view, full);
    write_reasons(column, view, full, actions);
}

} // namespace timbang::ui::room
