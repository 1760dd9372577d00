#include "ui/screens/frame.h"

#include <string>

#include "ui/screens/common.h"
#include "ui/screens/dialog.h"

namespace timbang::ui {

namespace {

constexpr float kRailItem = 56, kRailGap = 4, kLyingRail = 52, kLyingItem = 48;

/// A row of the rail: icon over word.
void draw_rail_item(Ui& ui, std::string_view id, const Rect& r, const app::RailItem& rail, app::Actions& actions) {
    const Item item = ui.item(id, r,
                              {.role = Role::Tab,
                               .label = rail.label,
                               .value = rail.key,
                               .selected = rail.selected,
                               .radius = size::kRadiusBig});
    const Tokens& t = ui.t();
    if (rail.selected || item.hot) ui.draw().fill(r, rail.selected ? t.acc_soft : t.hover, size::kRadiusBig);
    const Color color = rail.selected ? t.acc : t.text2;
    ui.draw().icon(icon_of(rail.icon), Rect{r.x, r.y + 8, r.w, 22}, 22, color);
    ui.draw().text(Rect{r.x - 6, r.y + 32, r.w + 12, 18}, rail.label, rail.selected ? type::k13b : type::k13m, color,
                   HAlign::Centre);
    ui.tooltip(item, rail.key, r);
    if (item.pressed) actions.push_back(rail.action);
}

float lying_width(Ui& ui, const app::RailItem& rail, bool words) {
    return words ? 12 + 22 + 8 + ui.draw().width(rail.label, type::k13b) + 12 : kLyingItem;
}

/// In a small window the rail lies on top: icons with their words where there is room, else icons only.
void draw_lying_rail(Ui& ui, Rect area, const app::FrameView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(area, t.raised);
    ui.draw().hline(area.x, area.bottom() - ui.draw().border(), area.w, t.line);
    const GroupScope group(ui, "rail", Arrows::Horizontal);
    area = area.inset(8, 4);
    float all = 0;
    for (const app::RailItem& rail : view.rail)
        all += lying_width(ui, rail, true) + kRailGap;
    const bool words = all + 24 <= area.w;
    Rect foot = area;
    for (const app::RailItem& rail : view.rail)
        if (rail.at_foot) foot.w -= lying_width(ui, rail, words) + kRailGap;
    foot = Rect{foot.right() + kRailGap, area.y, area.w, area.h};
    int number = 0;
    for (const app::RailItem& rail : view.rail) {
        Rect r = (rail.at_foot ? foot : area).take_left(lying_width(ui, rail, words), kRailGap);
        const Item item = row(ui, std::to_string(++number), r,
                              {.label = rail.label,
                               .value = rail.key,
                               .selected = rail.selected,
                               .radius = size::kRadiusBig,
                               .role = Role::Tab});
        const Color color = rail.selected ? t.acc : t.text2;
        ui.tooltip(item, words ? rail.key : rail.label, r);
        if (words) {
            r.take_left(12);
            ui.draw().icon(icon_of(rail.icon), r.take_left(22, 8), 22, color);
            ui.draw().text(r, rail.label, rail.selected ? type::k13b : type::k13m, color);
        } else {
            ui.draw().icon(icon_of(rail.icon), r, 22, color);
        }
        if (item.pressed) actions.push_back(rail.action);
    }
}

void draw_rail(Ui& ui, Rect area, const app::FrameView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(area, t.raised);
    ui.draw().vline(area.x + area.w - ui.draw().border(), area.y, area.h, t.line);
    const GroupScope group(ui, "rail", Arrows::Vertical);
    area = Rect{area.x + 6, area.y + 16, area.w - 12, area.h - 32};
    // A low window keeps every item and gives up the logo.
    const bool room = area.h >= 60.0F * static_cast<float>(view.rail.size() + 1);
    if (room) logo(ui, area.x + (area.w - 44) / 2, area.y);
    if (room) area.take_top(60);
    Rect foot = area;
    for (const app::RailItem& rail : view.rail)
        if (rail.at_foot) foot.h -= kRailItem + kRailGap;
    foot = Rect{area.x, foot.bottom() + kRailGap, area.w, area.h};
    int number = 0;
    for (const app::RailItem& rail : view.rail)
        draw_rail_item(ui, std::to_string(++number), (rail.at_foot ? foot : area).take_top(kRailItem, kRailGap), rail,
                       actions);
}

void draw_screen(Ui& ui, const Rect& area, const app::FrameView& view, FrameOptions& options, app::Actions& actions) {
    if (view.home) draw_home(ui, area, *view.home, options.home, actions);
    if (view.desk) draw_desk(ui, area, *view.desk, options.desk, actions);
    if (view.debrief) draw_debrief(ui, area, *view.debrief, options.debrief, actions);
    if (view.records) draw_records(ui, area, *view.records, options.records, actions);
    if (view.settings) draw_settings(ui, area, *view.settings, options.settings, actions);
    if (view.author) draw_author(ui, area, *view.author, options.author, actions);
    if (view.room) draw_room(ui, area, *view.room, options.room, actions);
    if (view.lesson) draw_lesson(ui, area, *view.lesson, options.lesson, actions);
    if (view.readiness) draw_readiness(ui, area, *view.readiness, options.readiness, actions);
}

void global_keys(Ui& ui, const app::FrameView& view, app::Actions& actions) {
    int number = 0;
    for (const app::RailItem& rail : view.rail) {
        const Key digit = static_cast<Key>(static_cast<int>(Key::D1) + number);
        if (++number <= 9 && ui.shortcut(ctrl(digit))) actions.push_back(rail.action);
    }
    if (!view.start && ui.shortcut(Chord{Key::P, {true, true, false}}))
        actions.push_back(app::action::Navigate{app::Screen::Profile});
    if (!view.start && ui.shortcut(ctrl(Key::K))) actions.push_back(app::action::OpenSearch{});
    if (ui.shortcut(ctrl(Key::Plus)) || ui.shortcut(Chord{Key::Plus, {true, true, false}}))
        actions.push_back(app::action::StepTextSize{1});
    if (ui.shortcut(ctrl(Key::D0))) actions.push_back(app::action::SetTextSize{100});
    if (ui.shortcut(ctrl(Key::Minus))) actions.push_back(app::action::StepTextSize{-1});
    if ((view.search || view.dialog) && ui.shortcut(Key::Escape)) actions.push_back(app::action::CloseDialog{});
}

void draw_toasts(Ui& ui, const app::FrameView& view, app::Actions& actions) {
    Rect area = ui.window().inset(16, 16);
    area.take_bottom(size::kBottomBar);
    const float width = area.w < 480 ? area.w : 480;
    const Scope scope(ui, "toasts");
    for (auto toast = view.toasts.rbegin(); toast != view.toasts.rend(); ++toast) {
        const Tokens& t = ui.t();
        const Tint tint = tint_of(toast->tint);
        const float words = width - 76 - (toast->button ? button_width(ui, button_spec(*toast->button)) + 8 : 0);
        const float height = ui.draw().para_height(words, toast->text, type::k15) + 24;
        const Rect r = area.take_bottom(height);
        area.take_bottom(8);
        const Rect box{r.x + (r.w - width) / 2, r.y, width, r.h};
        const std::string name = std::to_string(toast->id);
        ui.push_layer(name, box, false);
        ui.draw().box(box, tint == Tint::None ? t.surface : t.soft(tint), tint == Tint::None ? t.line2 : t.border(tint),
                      size::kRadiusCard);
        ui.draw().icon(icon_of(toast->icon), box.x + 12, box.y + 13, 18, tint == Tint::None ? t.text2 : t.tint(tint));
        ui.draw().para(box.x + 40, box.y + 12, words, toast->text, type::k15, t.text);
        Rect bar{box.x + 40 + words, box.y, width - 48 - words, box.h};
        app::Button dismiss = toast->dismiss;
        ButtonSpec close = button_spec(dismiss, ButtonKind::Quiet, ButtonSize::Small);
        close.icon = Icon::Close;
        close.icon_only = true;
        close.key_hint = {};
        if (button_right(ui, name + "/close", bar, close)) actions.push_back(toast->dismiss.action);
        if (toast->button)
            action_button_right(ui, name + "/act", bar, *toast->button, actions, ButtonKind::Normal, ButtonSize::Small);
        ui.pop_layer();
    }
}

} // namespace

void draw_frame(Ui& ui, const app::FrameView& view, FrameOptions& options, app::Actions& actions) {
    ui.draw().fill(ui.window(), ui.t().canvas);
    Rect area = ui.window();
    if (!view.rail.empty()) {
        const bool lying = ui.small();
        const Rect rail = lying ? area.take_top(kLyingRail) : area.take_left(size::kRail);
        draw_screen(ui, area, view, options, actions);
        if (lying)
            draw_lying_rail(ui, rail, view, actions);
        else
            draw_rail(ui, rail, view, actions);
    } else {
        draw_screen(ui, area, view, options, actions);
    }
    draw_toasts(ui, view, actions);
    if (view.start) draw_start(ui, ui.window(), *view.start, options.start, actions);
    if (view.dialog) draw_dialog(ui, *view.dialog, actions);
    else if (options.dialog) forget_dialog(ui);
    options.dialog = view.dialog != nullptr;
    if (view.folders)
        draw_folders(ui, *view.folders, options.folders, actions);
    else
        options.folders = {};
    if (view.search) draw_search(ui, ui.window(), *view.search, options.search, actions);
    global_keys(ui, view, actions);
}

} // namespace timbang::ui
