#include "gallery/controls.h"

#include <array>

#include "ui/kit/widgets.h"

using namespace timbang::ui;

namespace gallery {
namespace {

void line_of_buttons(Ui& ui, Rect area) {
    Rect line = area.take_top(64);
    button_left(ui, "submit", line, {.label = "Submit decision", .kind = ButtonKind::Primary, .key_hint = "Ctrl Enter"}, 12);
    button_left(ui, "next", line, {.label = "Next", .trailing = Icon::ArrowRight}, 12);
    button_left(ui, "later", line, {.label = "Later", .kind = ButtonKind::Quiet}, 12);
    button_left(ui, "off", line, {.label = "Submit", .disabled = true, .reason = "Choose a verdict"}, 12);
    line = area.take_top(48);
    button_left(ui, "call", line, {.label = "Call Dukcapil", .icon = Icon::Phone, .size = ButtonSize::Small, .cost = "6 min"}, 12);
    button_left(ui, "mark", line, {.label = "Mark a passage", .icon = Icon::Marker, .kind = ButtonKind::On, .size = ButtonSize::Small, .key_hint = "M"}, 12);
    button_left(ui, "zoom", line, {.label = "Zoom in", .icon = Icon::MagnifyPlus, .kind = ButtonKind::Quiet, .size = ButtonSize::Small, .icon_only = true}, 12);
    button_left(ui, "big", area, {.label = "Start", .kind = ButtonKind::Primary, .size = ButtonSize::Big}, 12);
}

void choices(Ui& ui, Rect area, State& s) {
    const std::array<Choice, 3> yes_no{{{.label = "Yes", .icon = Icon::Check, .tint = Tint::Ok, .key = Key::Y},
                                        {.label = "No", .icon = Icon::Close, .tint = Tint::Reject, .key = Key::N},
                                        {.label = "Unsure", .key = Key::U, .neutral = true}}};
    SegmentSpec small;
    small.small = small.icon_when_chosen = true;
    constexpr const char* kNames[] = {"Endorsed by office and Sekda", "Data year 2024", "Matches what is asked", "Arithmetic holds",
                                      "Right authority and source"};
    {
        const GroupScope group(ui, "checklist", Arrows::Grid);
        for (int i = 0; i < 5; ++i)
            if (const auto c = check_row(ui, std::to_string(i), area.take_top(30), kNames[i], yes_no, s.checks[i], 168)) s.checks[i] = *c;
    }
    area.take_top(16);
    const std::array<Choice, 3> verdicts{{{.label = "Accept", .icon = Icon::Check, .tint = Tint::Ok},
                                          {.label = "Return for correction", .icon = Icon::UndoVariant, .tint = Tint::Return},
                                          {.label = "Reject", .icon = Icon::Close, .tint = Tint::Reject}}};
    if (const auto c = segmented(ui, "verdict", area.take_top(36, 16), verdicts, s.verdict)) s.verdict = *c;
    const std::array<Choice, 6> band{{{.label = "0", .note = "<70"}, {.label = "2", .note = "≥70"}, {.label = "4", .note = "≥80"},
                                      {.label = "6", .note = "≥85"}, {.label = "8", .note = "≥90"}, {.label = "10", .note = "≥95"}}};
    if (const auto c = score_band(ui, "score", area.take_top(52, 16), band, s.score)) s.score = *c;
    const std::array<Choice, 4> stops{{{.label = "100%"}, {.label = "125%"}, {.label = "150%"}, {.label = "300%"}}};
    const std::array<float, 4> places{0, 0.125F, 0.25F, 1};
    const SliderResult moved = slider(ui, "size", area.take_top(44, 16), stops, places, s.stop, "Text size");
    if (moved.stop) s.stop = *moved.stop;
    if (check_box(ui, "box", area.take_top(28, 8), "Feedback after each step", s.box)) s.box = !s.box;
    radio(ui, "radio", area.take_top(28, 8), "High contrast", true);
    float x = area.x;
    const ChipSpec chips[] = {{.label = "Exact", .icon = Icon::CheckCircle, .tint = Tint::Ok},
                              {.label = "Return", .icon = Icon::UndoVariant, .tint = Tint::Return},
                              {.label = "Reject", .icon = Icon::CloseCircle, .tint = Tint::Reject},
                              {.label = "Pinned", .icon = Icon::Pin, .tint = Tint::Accent},
                              {.label = "3:40", .icon = Icon::Clock}};
    for (const ChipSpec& c : chips) {
        const float w = chip_width(ui, c);
        chip(ui, {x, area.y, w, 24}, c);
        x += w + 8;
    }
}

void marks(Ui& ui, Rect area) {
    const Tokens& t = ui.t();
    ui.draw().para(area.x, area.y, area.w,
                   "Column adds up to 2,153, not 2,253, so the share is 91.0% and no sub-district reaches 95%.", type::k15, t.text);
    area.take_top(60);
    state_mark(ui, {area.x + 20, area.y + 12}, Progress::ToDo);
    state_mark(ui, {area.x + 50, area.y + 12}, Progress::Working);
    state_mark(ui, {area.x + 80, area.y + 12}, Progress::Decided);
    number_disc(ui, {area.x + 110, area.y + 12}, 1);
    sureness_dots(ui, area.x + 140, area.y + 12, 2, false);
    difficulty_bars(ui, area.x + 200, area.y + 6, 2);
    progress_bar(ui, {area.x + 240, area.y + 9, 120, 6}, 0.6F);
    area.take_top(40);
    progress_steps(ui, {area.x, area.y, 300, 6}, 3, 9);
    logo(ui, area.x + 320, area.y - 20);
    area.take_top(40);
    row(ui, "row", area.take_top(52), {.label = "O1", .selected = true});
    ui.draw().text_rotated({area.x + 60, area.y + 40}, -0.2F, "CONTOH", {Face::SerifBold, 13, 16}, t.acc);
    ui.draw().text(area.x + 140, area.y + 30, "DINAS KESEHATAN", {Face::SerifBold, 20, 24}, t.text);
}

void half(Ui& ui, Rect area, State& state) {
    ui.draw().fill(area, ui.t().canvas);
    area = area.inset(28);
    ui.draw().text(area.take_top(40), ui.t().theme == Theme::Dark ? "Dark" : "Light", type::k18b, ui.t().text);
    line_of_buttons(ui, area.take_top(190));
    choices(ui, area.take_top(460), state);
    marks(ui, area);
}

} // namespace

void draw(Ui& ui, std::string_view what, State& state) {
    if (what == "components") return draw_components(ui, state);
    if (what != "controls") return draw_document(ui, what, state);
    if (what == "controls") {
        const Rect w = ui.window();
        {
            const Scope left(ui, "light");
            half(ui, {0, 0, w.w / 2, w.h}, state);
        }
        const Scope right(ui, "dark");
        const Theme before = ui.t().theme;
        ui.set_theme(Theme::Dark);
        half(ui, {w.w / 2, 0, w.w / 2, w.h}, state);
        ui.set_theme(before);
    }
}

} // namespace gallery
