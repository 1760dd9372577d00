#include "ui/kit/charts.h"

#include <cmath>

namespace timbang::ui {

void dot_strip(Ui& ui, std::string_view id, const Rect& r, const DotStripSpec& s) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    const Item it = ui.item(id, r, {.role = Role::Figure, .label = s.words, .focusable = false});
    ui.tooltip(it, s.words, r);
    const auto count = static_cast<int>(s.cells.size());
    if (count == 0 || d.hidden(r)) return;
    const float left = r.x + 12, room = r.w - 24, b = d.border();
    const float axis = d.snap(r.y + r.h * 0.74F), middle = axis + b / 2;
    const auto at = [&](int i) { return count == 1 ? left + room / 2 : left + room * static_cast<float>(i) / static_cast<float>(count - 1); };
    d.fill({left, axis, room, b}, t.line2);
    constexpr float kPitch = 5;
    const float pitch_room = count > 1 ? room / static_cast<float>(count - 1) - 4 : room;
    const int per_row = std::max(1, std::min(4, static_cast<int>(pitch_room / kPitch)));
    for (int i = 0; i < count; ++i) {
        d.fill({at(i), axis - 2, b, 4 + b}, t.line2);
        const int dots = s.cells[static_cast<std::size_t>(i)].panel, wide = std::min(dots, per_row);
        for (int k = 0; k < dots; ++k) {
            const float x = at(i) + (static_cast<float>(k % per_row) - static_cast<float>(wide - 1) / 2) * kPitch;
            d.disc({x, middle - 11.5F - kPitch * static_cast<float>(k / per_row)}, 2, t.panel);
        }
    }
    if (s.you >= 0 && s.reference >= 0 && s.you != s.reference) {
        const float from = std::min(at(s.you), at(s.reference)), to = std::max(at(s.you), at(s.reference));
        d.fill({from, middle - 1, to - from, 2}, t.ret);
    }
    const bool same = s.you >= 0 && s.you == s.reference;
    const auto ring = [&] {
        const Vec centre{d.snap(at(s.you)) + b / 2, middle};
        d.disc(centre, same ? 8 : 7, s.behind);
        d.circle(centre, same ? 8 : 6, t.acc, 2.4F);
    };
    const auto diamond = [&] { d.diamond({d.snap(at(s.reference)) + b / 2, middle}, same ? 5.5F : 6, t.text); };
    if (same) {
        ring();
        diamond();
        return;
    }
    if (s.reference >= 0) diamond();
    if (s.you >= 0) ring();
}

void habit_axis(Ui& ui, const Rect& r, const HabitAxisSpec& s) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    const float half = r.w / 2 - 8;
    d.text({r.x, r.y, half, 18}, s.left, type::k13, t.text);
    d.text({r.x + r.w / 2 + 8, r.y, half, 18}, s.right, type::k13, t.text, HAlign::Right);
    const float b = d.border(), axis = d.snap(r.y + 28), middle = axis + b / 2;
    const auto at = [&](float v) { return r.x + r.w * (std::min(1.0F, std::max(-1.0F, v)) + 1) / 2; };
    d.fill({r.x, axis, r.w, b}, t.line2);
    d.fill({at(0), axis - 5, std::max(b, 2.0F), 10 + b}, t.ctl);
    if (!s.known) return;
    const float from = at(s.low), to = std::max(at(s.high), at(s.low) + 8);
    d.box({from, middle - 4, to - from, 8}, t.acc_soft, t.acc_line, 4);
    d.disc({d.snap(at(s.value)), middle}, 5, t.acc);
}

} // namespace timbang::ui
