#include "ui/screens/settings/settings.h"

#include <algorithm>
#include <functional>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/settings/cards.h"

namespace timbang::ui {

namespace {

constexpr float kNav = 224, kRight = 442, kGap = 16;
enum CardPlace { People, Text, ThemeCard, Feedback, Folders, CardCount };

void write_card(Column& column, const std::function<void(Column&)>& write) {
    Ui& ui = column.ui();
    const Rect inside{column.x() + 21, column.y() + 15, column.width() - 42, 0};
    Column measure(ui, inside, false);
    write(measure);
    const Rect r = column.take(measure.used() + 15 + 17);
    if (!column.drawing()) return;
    card(ui, r);
    Column draw(ui, inside, true);
    write(draw);
}

void write_one(Column& column, int which, const app::SettingsView& view, SettingsOptions& options,
               app::Actions& actions) {
    write_card(column, [&](Column& c) {
        if (which == People) settings::write_people(c, view, actions);
        if (which == Text) settings::write_text(c, view, options, actions);
        if (which == ThemeCard) settings::write_theme(c, view, actions);
        if (which == Feedback) settings::write_feedback_level(c, view, actions);
        if (which == Folders) settings::write_folders(c, view, options, actions);
    });
}

void draw_nav(Ui& ui, Rect area, const app::SettingsView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(area, t.raised);
    ui.draw().vline(area.right() - ui.draw().border(), area.y, area.h, t.line);
    area = Rect{area.x + 8, area.y + 24, area.w - 17, area.h - 32};
    ui.text_cut(area.take_top(32, 12).inset(12, 0), view.title, type::k24b, t.text);
    const GroupScope group(ui, "sections", Arrows::Vertical);
    for (std::size_t i = 0; i < view.sections.size(); ++i) {
        const app::SettingsSection& section = view.sections[i];
        const Rect r = area.take_top(40);
        const Item item =
            row(ui, std::to_string(i), r, {.label = section.label, .selected = section.selected, .role = Role::Tab});
        Rect in = r.inset(12, 0);
        ui.draw().icon(icon_of(section.icon), in.take_left(18, 12), 18, section.selected ? t.acc : t.text2);
        ui.text_cut(in, section.label, section.selected ? type::k15b : type::k15m, section.selected ? t.acc : t.text2);
        if (item.pressed) actions.push_back(section.action);
    }
}

/// Which card the chosen section is about; −1 none.
int chosen_section(const app::SettingsView& view) {
    for (std::size_t i = 0; i < view.sections.size() && i < CardCount; ++i)
        if (view.sections[i].selected) return static_cast<int>(i);
    return -1;
}

} // namespace

void draw_settings(Ui& ui, const Rect& area, const app::SettingsView& view, SettingsOptions& options,
                   app::Actions& actions) {
    const Scope scope(ui, "settings");
    Rect rest = area;
    const bool nav = area.w >= 760;
    if (nav) draw_nav(ui, rest.take_left(kNav), view, actions);
    const float margin = rest.w < 700 ? 16 : 24;
    ScrollArea scroll(ui, "page", rest, {.gutter = false});
    const Rect page{scroll.content().x + margin, scroll.content().y + 24, rest.w - 2 * margin, 0};
    const float start = scroll.content().y;
    float tops[CardCount] = {}, heights[CardCount] = {};
    const auto place = [&](Column& column, int which) {
        if (column.used() > 0) column.gap(kGap);
        tops[which] = column.y() - start;
        write_one(column, which, view, options, actions);
        heights[which] = column.y() - start - tops[which];
    };
    float used = 0;
    if (page.w >= 900) {
        const float right = std::min(kRight, page.w * 0.42F);
        Column left(ui, {page.x, page.y, page.w - right - kGap, 0}, true);
        for (const int which : {People, Text, Folders})
            place(left, which);
        Column side(ui, {page.right() - right, page.y, right, 0}, true);
        for (const int which : {ThemeCard, Feedback})
            place(side, which);
        used = std::max(left.used(), side.used());
    } else {
        Column one(ui, {page.x, page.y, std::min(page.w, 720.0F), 0}, true);
        if (!nav) {
            one.line(view.title, type::k24b, ui.t().text);
            one.gap(4);
        }
        for (int which = 0; which < CardCount; ++which)
            place(one, which);
        used = one.used();
    }
    const int chosen = chosen_section(view);
    const std::string section = chosen < 0 ? std::string() : view.sections[static_cast<std::size_t>(chosen)].label;
    // The first section goes with the title above it.
    const float from = chosen > 0 ? std::max(0.0F, tops[chosen] - 24) : 0;
    if (chosen >= 0 && options.section != section) scroll.reveal(from, tops[chosen] + heights[chosen] + 24 - from);
    options.section = section;
    scroll.end(24 + used + 24);
}

} // namespace timbang::ui
