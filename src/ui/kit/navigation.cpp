#include "ui/kit/layout.h"

namespace timbang::ui {

std::optional<int> tab_strip(Ui& ui, std::string_view id, const Rect& r, std::span<const Choice> tabs, int chosen) {
    const Tokens& t = ui.t();
    std::optional<int> result;
    ui.draw().fill(r, t.raised);
    ui.draw().hline(r.x, r.bottom() - ui.draw().border(), r.w, t.line);
    const GroupScope group(ui, id, Arrows::Horizontal);
    const float w = r.w / static_cast<float>(tabs.size());
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const Rect cell{r.x + static_cast<float>(i) * w, r.y, w, r.h};
        const bool on = chosen == static_cast<int>(i);
        const Item it = ui.item(std::to_string(i), cell, {.role = Role::Tab, .label = tabs[i].label, .selected = on, .radius = 0, .ring = cell.inset(6)});
        if (it.pressed) result = static_cast<int>(i);
        if (it.hot && !on) ui.draw().fill(cell, t.hover);
        const Color c = on ? t.acc : t.text2;
        const float words = std::min(ui.draw().width(tabs[i].label, type::k13b), w - 24);
        const bool icon = tabs[i].icon != Icon::None && words + 21 < w - 8;
        float x = cell.x + (w - words - (icon ? 21 : 0)) / 2;
        if (icon) {
            ui.draw().icon(tabs[i].icon, {x, cell.y, 15, cell.h}, 15, c);
            x += 21;
        }
        ui.text_cut({x, cell.y, words + 1, cell.h}, tabs[i].label, on ? type::k13b : type::k13m, c);
        if (on) ui.draw().fill({cell.x, r.bottom() - 2, w, 2}, t.acc);
    }
    return result;
}

namespace {

bool rail_item(Ui& ui, const Rect& r, const RailItem& item, bool lying) {
    const Tokens& t = ui.t();
    const Item it = row(ui, item.id, r, {.label = item.label, .selected = item.selected, .radius = size::kRadiusBig, .role = Role::Tab});
    const Color c = item.selected ? t.acc : t.text2;
    const Font font = item.selected ? Font{Face::SemiBold, 13, 16} : Font{Face::Medium, 13, 16};
    if (lying) {
        ui.draw().icon(item.icon, r, 22, c);
        ui.tooltip(it, item.label, r);
        return it.pressed;
    }
    ui.draw().icon(item.icon, {r.x, r.y + 7, r.w, 22}, 22, c);
    ui.draw().text({r.x - 4, r.y + 33, r.w + 8, 16}, item.label, font, c, HAlign::Centre);
    return it.pressed;
}

} // namespace

std::optional<std::string> rail(Ui& ui, const Rect& r, std::span<const RailItem> top, std::span<const RailItem> bottom) {
    const Tokens& t = ui.t();
    const bool lying = r.w > r.h;
    ui.draw().fill(r, t.raised);
    if (lying) ui.draw().hline(r.x, r.bottom() - ui.draw().border(), r.w, t.line);
    else ui.draw().vline(r.right() - ui.draw().border(), r.y, r.h, t.line);
    std::optional<std::string> result;
    const GroupScope group(ui, "rail", Arrows::Both);
    Rect area = lying ? r.inset(8, 4) : Rect{r.x + 6, r.y + 16, r.w - 13, r.h - 32};
    if (!lying) {
        // A low window keeps every item and gives up the logo.
        const float need = 60.0F * static_cast<float>(top.size() + bottom.size());
        if (area.h >= need + 56) {
            logo(ui, area.x + (area.w - 44) / 2, area.y);
            area.take_top(60);
        }
    }
    int number = 0;
    const auto place = [&](const RailItem& item, const Rect& box) {
        const Key key = static_cast<Key>(static_cast<int>(Key::D1) + number++);
        if (rail_item(ui, box, item, lying) || (number <= 9 && ui.shortcut(ctrl(key)))) result = std::string(item.id);
    };
    const auto count = static_cast<float>(bottom.size());
    Rect end = lying ? area.take_right(count * 52) : area.take_bottom(count * 60 - 4);
    for (const RailItem& item : top) place(item, lying ? area.take_left(48, 4) : area.take_top(56, 4));
    for (const RailItem& item : bottom) place(item, lying ? end.take_left(48, 4) : end.take_top(56, 4));
    return result;
}

void step_line(Ui& ui, const Rect& r, std::span<const StepItem> steps) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    if (steps.empty()) return;
    constexpr float kDisc = 22, kGap = 8, kLeastLine = 8;
    const auto words = [&](const StepItem& s) { return d.width(s.label, s.now ? type::k13b : type::k13m) + 6; };
    float all = 0, only_now = 0;
    for (const StepItem& s : steps) {
        all += kDisc + words(s) + 2 * kGap + kLeastLine;
        only_now += kDisc + (s.now ? words(s) : 0) + 2 * kGap + kLeastLine;
    }
    all -= 2 * kGap + kLeastLine;
    only_now -= 2 * kGap + kLeastLine;
    const bool every = all <= r.w, now = only_now <= r.w;
    const float gaps = static_cast<float>(steps.size() - 1);
    const float spare = r.w - (every ? all : now ? only_now : r.w);
    const float line = gaps > 0 ? kLeastLine + std::max(0.0F, spare / gaps) : 0;
    float x = r.x;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const StepItem& s = steps[i];
        const Rect disc = Rect{x, r.y, kDisc, r.h}.middle_row(kDisc);
        d.box(disc, s.now ? t.acc : s.done ? t.hover : t.surface, s.now ? t.acc : t.line2, kDisc / 2);
        const Color c = s.now ? t.acc : t.text2;
        if (s.done && !s.now) d.icon(Icon::Check, disc, 15, t.text2);
        else d.text(disc, std::to_string(i + 1), s.now ? type::k13b : type::k13m, s.now ? t.acc_on : t.text2, HAlign::Centre);
        x += kDisc;
        if (every || (now && s.now)) {
            d.text({x + 6, r.y, words(s) - 6, r.h}, s.label, s.now ? type::k13b : type::k13m, c);
            x += words(s);
        }
        if (i + 1 < steps.size()) {
            d.hline(x + kGap, r.y + r.h / 2, line, t.line2);
            x += 2 * kGap + line;
        }
    }
}

} // namespace timbang::ui
