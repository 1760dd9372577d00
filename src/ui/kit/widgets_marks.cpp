#include <array>
#include <cmath>
#include <string>

#include "ui/kit/widgets.h"

namespace timbang::ui {

Item row(Ui& ui, std::string_view id, const Rect& r, const RowSpec& s) {
    const Tokens& t = ui.t();
    ItemSpec spec{.role = s.role, .label = s.label, .value = s.value, .selected = s.selected, .radius = s.radius};
    spec.expanded = s.expanded;
    spec.disabled = s.disabled;
    const Item it = ui.item(id, r, spec);
    if (s.selected && s.boxed) ui.draw().box(r, t.surface, t.line, s.radius);
    else if (it.held && !s.disabled) ui.draw().fill(r, t.line, s.radius);
    else if (s.selected) ui.draw().fill(r, t.acc_soft, s.radius);
    else if (it.hot && !s.disabled) ui.draw().fill(r, t.hover, s.radius);
    if (s.selected && t.contrast) ui.draw().outline(r, t.acc, s.radius, 2);
    return it;
}

bool link(Ui& ui, std::string_view id, float x, float y, std::string_view label, Font font) {
    const Rect r{x, y, ui.draw().width(label, font), font.line};
    const Item it = ui.item(id, r, {.role = Role::Link, .label = label, .radius = 2});
    if (it.hot) ui.set_cursor(Ui::Cursor::Hand);
    ui.draw().text(r, label, font, ui.t().acc);
    if (it.hot) ui.draw().hline(x, y + font.line - 3, r.w, ui.t().acc);
    return it.pressed;
}

bool check_box(Ui& ui, std::string_view id, const Rect& r, std::string_view label, bool on, bool disabled) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    ItemSpec spec{.role = Role::CheckBox, .label = label, .selected = on};
    spec.disabled = disabled;
    const Item it = ui.item(id, r, spec);
    Rect line = r;
    const Rect square = line.take_left(20, 10).middle_row(20);
    const Color fill = disabled ? t.canvas : on ? t.acc : it.hot ? t.hover : t.surface;
    d.box(square, fill, disabled ? t.line : on ? t.acc : t.ctl, size::kRadiusChip);
    if (on) d.icon(Icon::Check, square, 15, disabled ? t.text3 : t.acc_on);
    ui.text_cut(line, label, type::k15, disabled ? t.text3 : t.text);
    return it.pressed;
}

void radio_ring(Ui& ui, Vec c, bool on) {
    const Tokens& t = ui.t();
    ui.draw().disc(c, 9, t.surface);
    ui.draw().circle(c, 8, on ? t.acc : t.ctl, 2);
    if (on) ui.draw().disc(c, 4, t.acc);
}

bool radio(Ui& ui, std::string_view id, const Rect& r, std::string_view label, bool on, bool disabled) {
    ItemSpec spec{.role = Role::Radio, .label = label, .selected = on};
    spec.disabled = disabled;
    const Item it = ui.item(id, r, spec);
    Rect line = r;
    radio_ring(ui, line.take_left(18, 8).centre(), on);
    ui.text_cut(line, label, on ? type::k13b : type::k13m, disabled ? ui.t().text3 : on ? ui.t().acc : ui.t().text);
    return it.pressed;
}

void state_mark(Ui& ui, Vec c, Progress state) {
    const Tokens& t = ui.t();
    switch (state) {
    case Progress::ToDo: ui.draw().circle(c, 7, t.ctl, 2); break;
    case Progress::Working:
        ui.draw().circle(c, 8, t.acc, 2);
        ui.draw().disc(c, 4, t.acc);
        break;
    case Progress::Decided: ui.draw().icon(Icon::CheckCircle, {c.x - 9, c.y - 9, 18, 18}, 18, t.text2); break;
    }
}

void number_disc(Ui& ui, Vec c, int number, float radius) {
    const Vec snapped{ui.draw().snap(c.x), ui.draw().snap(c.y)};
    ui.draw().disc(snapped, radius, ui.t().page_mark);
    const Rect r{snapped.x - radius, snapped.y - radius, 2 * radius, 2 * radius};
    ui.draw().text(r, std::to_string(number), type::k13b, ui.t().page_mark_on, HAlign::Centre);
}

void key_cap(Ui& ui, const Rect& r, std::string_view s, bool bold) {
    const Tokens& t = ui.t();
    ui.draw().box(r, bold ? t.hover : t.surface, t.line2, size::kRadiusChip);
    ui.draw().text(r, s, bold ? type::k13b : type::k13, bold ? t.text : t.text3, HAlign::Centre);
}

void sureness_dots(Ui& ui, float x, float y, int level, bool alarm) {
    const Tokens& t = ui.t();
    const Color c = alarm ? t.rej : t.text2;
    for (int i = 0; i < 3; ++i) {
        const Vec at{x + 4 + static_cast<float>(i) * 12, y};
        if (i < level) ui.draw().disc(at, 4, c);
        else ui.draw().circle(at, 3.25F, t.ctl, 1.5F);
    }
}

void progress_bar(Ui& ui, const Rect& r, float part) {
    const float radius = r.h / 2, w = r.w * std::min(1.0F, std::max(0.0F, part));
    ui.draw().fill(r, ui.t().contrast ? ui.t().hover : ui.t().line, radius);
    if (w >= 1) ui.draw().fill({r.x, r.y, std::max(w, r.h), r.h}, ui.t().acc, radius);
}

void progress_steps(Ui& ui, const Rect& r, int done, int steps) {
    constexpr float kGap = 4;
    if (steps <= 0) return;
    const float w = (r.w - kGap * static_cast<float>(steps - 1)) / static_cast<float>(steps);
    for (int i = 0; i < steps; ++i)
        ui.draw().fill({r.x + static_cast<float>(i) * (w + kGap), r.y, w, r.h}, i < done ? ui.t().acc : ui.t().line, r.h / 2);
}

void difficulty_bars(Ui& ui, float x, float y, int level) {
    for (int i = 0; i < 3; ++i) {
        const float h = 4 + 4 * static_cast<float>(i);
        const Rect bar{x + 6 * static_cast<float>(i), y + 12 - h, 4, h};
        // In high contrast both colours are white: the bars that do not count are hollow.
        if (i >= level && ui.t().contrast) ui.draw().outline(bar, ui.t().ctl, 1);
        else ui.draw().fill(bar, i < level ? ui.t().text2 : ui.t().line2, 1);
    }
}

void section_head(Ui& ui, const Rect& r, std::string_view title, std::string_view right) {
    Rect line = r;
    if (!right.empty()) {
        const float w = std::min(ui.draw().width(right, type::k13) + 1, r.w * 0.6F);
        ui.text_cut(line.take_right(w, 12), right, type::k13, ui.t().text2);
    }
    ui.text_cut(line, title, type::k13b, ui.t().text);
}

void card(Ui& ui, const Rect& r) { ui.draw().box(r, ui.t().surface, ui.t().line, size::kRadiusCard); }

void logo(Ui& ui, float x, float y, float s) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    const float k = s / 44;
    const auto at = [&](float px, float py) { return Vec{x + px * k, y + py * k}; };
    d.fill({x + 4 * k, y + 4 * k, 36 * k, 36 * k}, t.acc, 9 * k);
    d.line(at(22, 12), at(22, 31), t.acc_on, 2 * k);
    d.line(at(15.5F, 31.5F), at(28.5F, 31.5F), t.acc_on, 2 * k);
    d.line(at(11.5F, 19.5F), at(32.5F, 15.5F), t.acc_on, 2 * k);
    d.disc(at(12, 22.5F), 3.6F * k, t.acc_on);
    d.disc(at(32, 18.5F), 4.6F * k, t.acc_on);
    d.disc(at(32, 18.5F), 2.6F * k, t.acc);
}

SliderResult slider(Ui& ui, std::string_view id, const Rect& r, std::span<const Choice> stops, std::span<const float> places,
                    int chosen, std::string_view label) {
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    const int last = static_cast<int>(stops.size()) - 1;
    const Rect track{r.x + 16, r.y + 8, r.w - 32, 4};
    const std::string_view value = chosen >= 0 && chosen <= last ? stops[static_cast<std::size_t>(chosen)].label : std::string_view();
    const Item it = ui.item(id, r, {.role = Role::Slider, .label = label, .value = value, .takes = Takes::LeftRight});
    SliderResult result;
    int now = chosen;
    // The button may come up anywhere: what counts is that it went down here.
    bool& held = ui.memory<bool>(it.id);
    const bool let_go = held && !it.held;
    held = it.held;
    if (it.held || let_go) {
        float best = 1e9F;
        for (int i = 0; i <= last; ++i) {
            const float off = std::abs(track.x + places[static_cast<std::size_t>(i)] * track.w - ui.mouse().x);
            if (off < best) best = off, now = i;
        }
        result.released = !it.held;
    }
    if (it.focused && ui.key()) {
        const Key k = ui.key()->key;
        const int to = k == Key::Left ? now - 1 : k == Key::Right ? now + 1 : k == Key::Home ? 0 : k == Key::End ? last : -2;
        if (to != -2) {
            ui.take_key();
            now = std::min(last, std::max(0, to));
            result.released = true;
        }
    }
    if (now != chosen || result.released) result.stop = now;
    const auto place = [&](int i) { return track.x + places[static_cast<std::size_t>(i)] * track.w; };
    d.fill(track, t.line2, 2);
    if (now >= 0) d.fill({track.x, track.y, place(now) - track.x, track.h}, t.acc, 2);
    for (int i = 0; i <= last; ++i) {
        const std::string_view words = stops[static_cast<std::size_t>(i)].label;
        const float w = d.width(words, type::k13b);
        d.vline(place(i), track.y - 4, 12, t.ctl);
        d.text({place(i) - w / 2, r.y + 20, w + 1, 18}, words, i == now ? type::k13b : type::k13, i == now ? t.acc : t.text2, HAlign::Centre);
    }
    if (now >= 0) {
        const Vec knob{d.snap(place(now)), d.snap(track.y + 2)};
        d.disc(knob, 14, t.surface);
        d.circle(knob, 13, t.acc, 2);
        d.disc(knob, 9, t.acc);
    }
    return result;
}

} // namespace timbang::ui
