#include "ui/screens/author/author.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/page_view.h"
#include "ui/screens/author/keys.h"
#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui {
namespace {

using namespace author;
using app::AuthorPane;

constexpr float kTabs = 40, kTabsLow = 32;

/// Widths of the columns as the design has them at 1360, with the width that is there.
struct Widths {
    float list = 196, side = 544;
};

Widths text_widths(const Rect& area, const AuthorOptions& options) {
    Widths w;
    w.list = area.w >= 1300 ? 196 : area.w >= 1100 ? 176 : 160;
    const float designed = area.w >= 1300 ? 544 + (area.w - 1360) * 0.4F : area.w * 0.38F;
    const float most = area.w - w.list - 320;
    w.side = std::round(
        std::clamp(options.side > 0 ? options.side : designed, std::min(300.0F, most), std::max(300.0F, most)));
    return w;
}

float problems_height(const Rect& column, const app::AuthorText& view) {
    const float rows = 40 + std::max(1.0F, std::min(4.0F, static_cast<float>(view.problems.size()))) * 64;
    return std::round(std::clamp(std::min(240.0F, rows), 124.0F, std::max(124.0F, column.h * 0.38F)));
}

void draw_side(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const app::PlayersView& players = view.text->players;
    float wanted = 44 + 30 + 58 * static_cast<float>(players.rows.size()) + 64 + 44;
    if (players.rows.empty()) wanted = 44 + 84;
    if (players.listed) wanted = 44 + 44 + 40 * std::min(7.0F, static_cast<float>(players.notes.size()));
    Rect rest = area;
    const Rect foot = rest.take_bottom(std::round(std::min(wanted, area.h * 0.52F)));
    draw_preview(ui, rest, view, options, actions);
    draw_players(ui, foot, view, actions);
}

void draw_text_wide(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options,
                    app::Actions& actions) {
    const Widths w = text_widths(area, options);
    Rect rest = area;
    draw_files(ui, rest.take_left(w.list), *view.text, actions);
    const Rect side = rest.take_right(w.side);
    Rect column = rest;
    const Rect problems = column.take_bottom(problems_height(column, *view.text));
    draw_source(ui, column, view, options, actions);
    draw_problems(ui, problems, view, actions);
    draw_side(ui, side, view, options, actions);
    ui.draw().vline(side.x - ui.draw().border(), side.y, side.h, ui.t().line);
    if (const auto x = splitter(ui, "side", side.x, side.y, side.h, area.x + w.list + 320, area.right() - 300))
        options.side = area.right() - *x;
}

void draw_pane(Ui& ui, const Rect& area, AuthorPane pane, const app::AuthorView& view, AuthorOptions& options,
               app::Actions& actions) {
    switch (pane) {
    case AuthorPane::Files:
        return draw_files(ui, area, *view.text, actions);
    case AuthorPane::Source:
        return draw_source(ui, area, view, options, actions);
    case AuthorPane::Problems:
        return draw_problems(ui, area, view, actions);
    case AuthorPane::Preview:
        return draw_preview(ui, area, view, options, actions);
    case AuthorPane::Players:
        return draw_players(ui, area, view, actions);
    case AuthorPane::Indicators:
        return draw_form_list(ui, area, view, actions);
    case AuthorPane::Form:
        return draw_form(ui, area, view, options, actions);
    case AuthorPane::Page: {
        Rect rest = area;
        const Rect foot = rest.take_bottom(std::round(area.h * 0.42F));
        draw_form_page(ui, rest, view, options, actions);
        draw_form_problems(ui, foot, view, actions);
    }
    }
}

/// One pane at a time, chosen by tabs. Going somewhere shows the pane where that is.
void draw_tabbed(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const bool form = view.form.has_value();
    const int first = form ? static_cast<int>(AuthorPane::Indicators) : 0, count = form ? 3 : 5;
    int& tab = form ? options.form_tab : options.text_tab;
    std::vector<Choice> tabs;
    for (int i = 0; i < count; ++i)
        tabs.push_back({.label = view.words.pane_names[first + i]});
    Rect rest = area;
    if (const auto picked = tab_strip(ui, "tabs", rest.take_top(ui.window().h < 400 ? kTabsLow : kTabs), tabs, tab))
        tab = *picked;
    const std::size_t before = actions.size();
    draw_pane(ui, rest, static_cast<AuthorPane>(first + tab), view, options, actions);
    for (std::size_t i = before; i < actions.size(); ++i) {
        if (actions[i].as<app::action::OpenFile>() || actions[i].as<app::action::GoToFinding>()) options.text_tab = 1;
        if (actions[i].as<app::action::SelectFormIndicator>() || actions[i].as<app::action::SelectFormSection>())
            options.form_tab = 1;
        if (actions[i].as<app::action::TogglePicking>()) options.form_tab = 2;
    }
}

void draw_form_wide(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options,
                    app::Actions& actions) {
    const float list = area.w >= 1300 ? 196 : area.w >= 1100 ? 176 : 150;
    const float side = area.w >= 1300 ? 484 + (area.w - 1360) * 0.5F : area.w * 0.35F;
    Rect rest = area;
    draw_form_list(ui, rest.take_left(list), view, actions);
    Rect right = rest.take_right(std::round(std::min(side, 760.0F)));
    draw_form(ui, rest, view, options, actions);
    ui.draw().vline(right.x - ui.draw().border(), right.y, right.h, ui.t().line);
    const float problems = 40 + 74 * std::max(1.0F, static_cast<float>(view.form->page.problems.size())) + 60;
    const bool open = std::any_of(view.form->page.problems.begin(), view.form->page.problems.end(),
                                  [](const app::ProblemForm& p) { return p.selected; });
    const Rect foot =
        right.take_bottom(std::round(std::clamp(problems, area.h * 0.25F, area.h * (open ? 0.48F : 0.42F))));
    draw_form_page(ui, right, view, options, actions);
    draw_form_problems(ui, foot, view, actions);
}

} // namespace

void draw_author(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const Scope scope(ui, "author");
    ui.draw().fill(area, ui.t().canvas);
    if (view.list) {
        draw_cases(ui, area, view, actions);
    } else {
        Rect rest = area;
        const Rect head = rest.take_top(head_height(ui));
        rest.take_top(draw_notices(ui, rest, view.notices, actions));
        follow_pane(ui, view, options);
        if (ui.small() || area.w < 960)
            draw_tabbed(ui, rest, view, options, actions);
        else if (view.form)
            draw_form_wide(ui, rest, view, options, actions);
        else if (view.text)
            draw_text_wide(ui, rest, view, options, actions);
        draw_head(ui, head, view.head, view.form.has_value(), actions);
    }
    if (view.prompt) draw_prompt(ui, *view.prompt, actions);
    if (!view.list) author_keys(ui, view, options, actions);
}

} // namespace timbang::ui
