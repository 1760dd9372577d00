#include <array>

#include "gallery/controls.h"
#include "ui/kit/editor.h"
#include "ui/kit/widgets.h"

using namespace timbang::ui;

namespace gallery {

/// The column "Default" of the component sheet, at the sheet's own coordinates: to lay over it.
void draw_components(Ui& ui, State& state) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    constexpr float kLeft = 28, kCell = 160;
    d.text(kLeft, 28, "Light", type::k18b, t.text);
    constexpr const char* kHeads[] = {"Component", "Default", "Hover", "Focus", "Active", "Disabled"};
    for (int i = 0; i < 6; ++i) d.text(i == 0 ? kLeft : kCell + 106 * static_cast<float>(i - 1), 73, kHeads[i], type::k13m, t.text3);
    constexpr const char* kRows[] = {"Primary button", "Button", "Quiet button", "Action with cost", "Yes / no check",
                                     "Score band", "Text input", "List row", "Navigation", "Status chip"};
    float y = 98;
    std::array<Rect, 10> rows;
    for (std::size_t i = 0; i < 10; ++i) {
        const float h = i == 9 ? 56 : 62;
        rows[i] = {kCell, y + 1, 100, h - 1};
        d.hline(kLeft, y, 664, t.line);
        d.text({kLeft, y + 1, 132, h - 1}, kRows[i], type::k13m, t.text);
        y += h;
    }
    const auto at = [&](int i, float w, float h) { return Rect{rows[static_cast<std::size_t>(i)].x, 0, w, 0}.moved(0, rows[static_cast<std::size_t>(i)].middle_row(h).y); };
    const auto box = [&](int i, float w, float h) { Rect r = at(i, w, h); r.h = h; return r; };
    button(ui, "p", box(0, 79, 36), {.label = "Submit", .kind = ButtonKind::Primary});
    button(ui, "n", box(1, 62, 36), {.label = "Next"});
    button(ui, "q", box(2, 66, 36), {.label = "Later", .kind = ButtonKind::Quiet});
    button(ui, "c", box(3, 80, 28), {.label = "", .icon = Icon::Phone, .size = ButtonSize::Small, .cost = "6 min"});
    const std::array<Choice, 1> score{{{.label = "8", .note = "\u226590"}}};
    score_band(ui, "s", box(5, 60, 50), score, -1);
    text_field(ui, "f", box(6, 92, 28), state.field, {.label = "Reason", .placeholder = "Reason"});
    d.circle({160 + 10 + 6, rows[7].centre().y}, 5, t.ctl, 2);
    d.text({160 + 10 + 12 + 8, rows[7].y, 60, rows[7].h}, "O1", type::k13m, t.text);
    d.icon(Icon::ClipboardCheck, {160, rows[8].y, 44, rows[8].h}, 18, t.text2);
    float x = kCell;
    const ChipSpec chips[] = {{.label = "Exact", .icon = Icon::CheckCircle, .tint = Tint::Ok}, {.label = "Return", .icon = Icon::UndoVariant, .tint = Tint::Return},
                              {.label = "Reject", .icon = Icon::CloseCircle, .tint = Tint::Reject}, {.label = "Pinned", .icon = Icon::Pin, .tint = Tint::Accent},
                              {.label = "3:40", .icon = Icon::Clock}};
    for (const ChipSpec& c : chips) {
        const float w = chip_width(ui, c);
        chip(ui, {x, rows[9].middle_row(24).y, w, 24}, c);
        x += w + 8;
    }
}

} // namespace gallery
