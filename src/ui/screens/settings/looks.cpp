#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/screens/common.h"
#include "ui/screens/settings/cards.h"

namespace timbang::ui::settings {

namespace {

constexpr float kPictureWidth = 136, kPictureHeight = 76;

/// A window of that theme, small.
void draw_picture(Ui& ui, Vec at, const Tokens& t) {
    Canvas& d = ui.draw();
    const Color pale = fade(t.text, 0.6F);
    const auto rect = [&](float x, float y, float w, float h) { return Rect{at.x + x, at.y + y, w, h}; };
    const Color line = t.contrast ? t.text : t.theme == Theme::Dark ? t.line2 : t.line;
    d.box(rect(0, 0, kPictureWidth, kPictureHeight), t.canvas, ui.t().ctl, 6);
    d.box(rect(8, 8, 34, 60), t.surface, line, 3);
    d.box(rect(48, 8, 80, 60), t.surface, line, 3);
    d.fill(rect(13, 15, 22, 3), t.text);
    d.fill(rect(13, 24, 16, 3), pale);
    d.fill(rect(13, 33, 20, 3), pale);
    d.fill(rect(54, 15, 50, 4), t.text);
    d.fill(rect(54, 25, 64, 3), pale);
    d.fill(rect(54, 32, 58, 3), pale);
    d.fill(rect(92, 52, 30, 10), t.acc, 3);
}

using Shape = std::vector<Vec>;

Shape corners_of(const Rect& r) {
    return {{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}};
}

/// A box with round corners as a polygon.
Shape round_corners_of(const Rect& r, float radius) {
    constexpr int kSteps = 4;
    const Vec centres[] = {{r.x + radius, r.y + radius},
                           {r.right() - radius, r.y + radius},
                           {r.right() - radius, r.bottom() - radius},
                           {r.x + radius, r.bottom() - radius}};
    Shape shape;
    for (int corner = 0; corner < 4; ++corner)
        for (int i = 0; i <= kSteps; ++i) {
            const float turn = (static_cast<float>(corner) + 2 + static_cast<float>(i) / kSteps) * 1.5707963F;
            shape.push_back({centres[corner].x + radius * std::cos(turn), centres[corner].y + radius * std::sin(turn)});
        }
    return shape;
}

/// What of a convex shape lies below the diagonal from the picture's lower left to its upper right corner.
Shape below_diagonal(const Shape& shape) {
    const auto side = [](Vec p) { return p.x / kPictureWidth + p.y / kPictureHeight - 1; };
    Shape below;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const Vec a = shape[i], b = shape[(i + 1) % shape.size()];
        const float from = side(a), to = side(b);
        if (from >= 0) below.push_back(a);
        if ((from < 0) == (to < 0)) continue;
        const float part = from / (from - to);
        below.push_back({a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part});
    }
    return below;
}

/// Light above the diagonal, dark below it.
void draw_both(Ui& ui, Vec at) {
    draw_picture(ui, at, tokens(Theme::Light));
    const Tokens t = tokens(Theme::Dark);
    Canvas& d = ui.draw();
    const auto paint = [&](const Shape& shape, Color color) {
        Shape below = below_diagonal(shape);
        if (below.size() < 3) return;
        for (Vec& p : below)
            p = {at.x + p.x, at.y + p.y};
        d.polygon(below, color);
    };
    paint(round_corners_of({0, 0, kPictureWidth, kPictureHeight}, 6), t.canvas);
    for (const Rect& panel : {Rect{8, 8, 34, 60}, Rect{48, 8, 80, 60}}) {
        paint(corners_of(panel), t.line2);
        paint(corners_of(panel.inset(1)), t.surface);
    }
    const Color pale = fade(t.text, 0.6F);
    paint(corners_of({54, 25, 64, 3}), pale);
    paint(corners_of({54, 32, 58, 3}), pale);
    d.fill({at.x + 92, at.y + 52, 30, 10}, t.acc, 3);
    d.outline({at.x, at.y, kPictureWidth, kPictureHeight}, ui.t().ctl, 6);
}

void draw_tile(Ui& ui, int place, const Rect& r, const app::Choice& choice, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item item =
        ui.item(std::to_string(place), r,
                {.role = Role::Radio, .label = choice.label, .selected = choice.chosen, .radius = size::kRadiusBig});
    ui.draw().box(r,
                  choice.chosen ? t.acc_soft
                  : item.hot    ? t.hover
                                : t.surface,
                  choice.chosen ? t.acc_line : t.line, size::kRadiusBig);
    if (choice.chosen && t.contrast) ui.draw().outline(r, t.acc, size::kRadiusBig, 2);
    const Vec at{ui.draw().snap(r.x + (r.w - kPictureWidth) / 2), r.y + 11};
    if (place == 3)
        draw_both(ui, at);
    else
        draw_picture(ui, at, tokens(place == 0 ? Theme::Light : place == 1 ? Theme::Dark : Theme::Contrast));
    Rect line{r.x + 12, r.y + 11 + kPictureHeight + 8, r.w - 20, 18};
    const float words = ui.draw().width(choice.label, type::k13b);
    if (line.w > words + 38) line.take_left(12);
    radio_ring(ui, line.take_left(18, 8).centre(), choice.chosen);
    ui.text_cut(line, choice.label, choice.chosen ? type::k13b : type::k13m, choice.chosen ? t.acc : t.text);
    if (item.pressed) actions.push_back(choice.action);
}

int chosen_stop(const app::SettingsView& view) {
    for (std::size_t i = 0; i < view.sizes.size(); ++i)
        if (view.sizes[i].chosen) return static_cast<int>(i);
    return 0;
}

void write_slider(Column& column, const app::SettingsView& view, SettingsOptions& options, app::Actions& actions) {
    Ui& ui = column.ui();
    const Rect r = column.take(44);
    if (!column.drawing() || view.sizes.empty()) return;
    std::vector<Choice> stops;
    std::vector<float> places;
    const float low = static_cast<float>(view.sizes.front().percent),
                range = std::max(1.0F, static_cast<float>(view.sizes.back().percent) - low);
    // Even steps where the percents would come too close.
    const bool even = r.w < 380;
    for (const app::SizeStop& stop : view.sizes) {
        places.push_back(even ? static_cast<float>(places.size()) /
                                    static_cast<float>(std::max<std::size_t>(1, view.sizes.size() - 1))
                              : (static_cast<float>(stop.percent) - low) / range);
        stops.push_back({.label = stop.label});
    }
    const SliderResult moved =
        slider(ui, "size", {r.x + 3, r.y, r.w - 6, r.h}, stops, places, chosen_stop(view), view.size_label);
    options.stop = moved.stop && !moved.released ? *moved.stop : -1;
    if (moved.released && moved.stop) actions.push_back(view.sizes[static_cast<std::size_t>(*moved.stop)].action);
}

/// Title, line and two buttons at another size. Only to look at.
void write_sample(Column& column, const app::SettingsView& view, float factor) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    Canvas& d = ui.draw();
    const auto scaled = [&](Font f) { return Font{f.face, f.size * factor, std::round(f.line * factor)}; };
    const Font title = scaled(type::k18b), line = scaled({Face::Regular, 13, 18}), button = scaled(type::k15m);
    const float height = 18 + title.line + line.line + 12 * factor + 36 * factor + 18;
    const Rect box = column.take(height);
    if (!column.drawing()) return;
    d.box(box, t.raised, t.line, size::kRadiusBig);
    Rect in = box.inset(24, 18);
    d.set_silent(true);
    d.text_ellipsis(in.take_top(title.line), view.sample_title, title, t.text);
    d.text_ellipsis(in.take_top(line.line, 12 * factor), view.sample_line, line, t.text2);
    for (int i = 0; i < 2; ++i) {
        const std::string& label = view.sample_buttons[i].label;
        const float w = d.width(label, button) + 28 * factor;
        if (label.empty() || in.w < w) break;
        const Rect r = in.take_left(w, 12 * factor);
        const Rect face{r.x, r.y, r.w, 36 * factor};
        d.box(face, i == 0 ? t.surface : t.acc, i == 0 ? t.line2 : t.acc_d, size::kRadius * factor);
        d.text(face, label, button, i == 0 ? t.text : t.acc_on, HAlign::Centre);
    }
    d.set_silent(false);
}

} // namespace

void write_theme(Column& column, const app::SettingsView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    write_head(column, view.theme_title, view.theme_note);
    const bool two = column.width() >= 2 * (kPictureWidth + 24) + 10;
    const float wide = two ? (column.width() - 10) / 2 : column.width();
    const Scope scope(ui, "theme");
    for (int i = 0; i < 4; i += two ? 2 : 1) {
        if (i > 0) column.gap(10);
        Rect line = column.take(kPictureHeight + 48);
        if (!column.drawing()) continue;
        const GroupScope group(ui, "tiles", Arrows::Grid);
        draw_tile(ui, i, line.take_left(wide, 10), view.themes[i], actions);
        if (two) draw_tile(ui, i + 1, line, view.themes[i + 1], actions);
    }
}

void write_text(Column& column, const app::SettingsView& view, SettingsOptions& options, app::Actions& actions) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    write_head(column, view.language_title, view.language_note);
    const auto choices = choices_of(view.languages);
    const float seg = segmented_width(ui, choices) + 8;
    const bool beside = seg + 16 + ui.draw().width(view.language_label, type::k15m) <= column.width();
    if (!beside) column.line(view.language_label, type::k15m, t.text);
    Rect line = column.take(36);
    if (column.drawing()) {
        if (beside) ui.text_cut({line.x, line.y, line.w - seg, line.h}, view.language_label, type::k15m, t.text);
        action_segments(ui, "language", beside ? line.take_right(seg) : line, view.languages, actions,
                        {.label = view.language_label});
    }
    column.gap(14);
    const float keys = ui.draw().width(view.size_keys, type::k13) + 1;
    line = column.take(22);
    if (column.drawing()) {
        if (line.w > keys + 120)
            ui.draw().text(line.take_right(keys, 12), view.size_keys, type::k13, t.text2, HAlign::Right);
        ui.text_cut(line, view.size_label, type::k15m, t.text);
    }
    column.gap(8);
    write_slider(column, view, options, actions);
    column.gap(12);
    if (view.sizes.empty()) return;
    const int now = chosen_stop(view),
              shown = options.stop >= 0 && options.stop < static_cast<int>(view.sizes.size()) ? options.stop : now;
    const float factor = static_cast<float>(view.sizes[static_cast<std::size_t>(shown)].percent) /
                         static_cast<float>(view.sizes[static_cast<std::size_t>(now)].percent);
    write_sample(column, view, factor);
    column.gap(10);
    const Rect window = ui.window();
    const bool small = window.w / factor < size::kSmallWidth || window.h / factor < size::kSmallHeight;
    const std::string& note = view.sample_note[small ? 2 : window.w / factor < 1280 ? 1 : 0];
    Column words(ui, {column.x() + 23, column.y(), column.width() - 23, 0}, column.drawing());
    words.para(note, type::k13, t.text2);
    if (column.drawing()) ui.draw().icon(Icon::InformationOutline, {column.x(), column.y(), 15, 18}, 15, t.text3);
    column.gap(words.used());
}

} // namespace timbang::ui::settings
