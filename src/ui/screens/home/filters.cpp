#include "ui/screens/home/filters.h"

#include <algorithm>
#include <string>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"

namespace timbang::ui::home {

namespace {

constexpr float kLine = 28, kGap = 8, kBelow = 12, kDivider = 1;

/// How title, filters and order stand in this width.
enum class Stand { OneLine, TwoLines, Folded };

float menu_width(Ui& ui, const app::Menu& menu) {
    return button_width(ui, menu_spec(menu, Icon::None));
}

float sort_width(Ui& ui, const app::HomeView& view) {
    return button_width(ui, menu_spec(view.sort, Icon::Sort));
}

/// Filters, divider and order on one line.
float menus_width(Ui& ui, const app::HomeView& view) {
    float width = 0;
    for (const app::Menu& menu : view.filters)
        width += menu_width(ui, menu) + kGap;
    return width + kDivider + kGap + sort_width(ui, view);
}

float title_width(Ui& ui, const app::HomeView& view) {
    return ui.draw().width(view.library_title, type::k18b) + 12 + ui.draw().width(view.library_count, type::k15);
}

Stand stand_of(Ui& ui, float width, const app::HomeView& view) {
    const float menus = menus_width(ui, view);
    if (title_width(ui, view) + 16 + menus <= width) return Stand::OneLine;
    return menus <= width ? Stand::TwoLines : Stand::Folded;
}

int filters_set(const app::HomeView& view) {
    return static_cast<int>(
        std::count_if(view.filters.begin(), view.filters.end(), [](const auto& f) { return f.set; }));
}

ButtonSpec fold_spec(const app::HomeView& view, const HomeOptions& options) {
    return {.label = view.filters_word,
            .icon = Icon::Filter,
            .trailing = options.filters_open ? Icon::ChevronUp : Icon::ChevronDown,
            .kind = filters_set(view) > 0 ? ButtonKind::On : ButtonKind::Normal,
            .size = ButtonSize::Small,
            .expanded = options.filters_open};
}

/// The folded button and the order beside the title, or on a line of their own.
bool fold_beside_title(Ui& ui, float width, const app::HomeView& view, const HomeOptions& options) {
    return title_width(ui, view) + 16 + button_width(ui, fold_spec(view, options)) + kGap + sort_width(ui, view) <=
           width;
}

/// Lines that the filters of the open fold take.
int open_lines(Ui& ui, float width, const app::HomeView& view) {
    int lines = view.filters.empty() ? 0 : 1;
    float x = 0;
    for (const app::Menu& menu : view.filters) {
        const float wide = menu_width(ui, menu);
        if (x > 0 && x + wide > width) ++lines, x = 0;
        x += wide + kGap;
    }
    return lines;
}

void draw_filter(Ui& ui, std::size_t place, Rect& bar, const app::Menu& menu, app::Actions& actions) {
    const Rect r = bar.take_left(std::min(bar.w, menu_width(ui, menu)), kGap).middle_row(size::kSmall);
    action_filter(ui, std::to_string(place), r, menu, actions);
}

void draw_all(Ui& ui, Rect bar, const app::HomeView& view, app::Actions& actions) {
    const GroupScope group(ui, "filters", Arrows::Horizontal);
    for (std::size_t i = 0; i < view.filters.size(); ++i)
        draw_filter(ui, i, bar, view.filters[i], actions);
    const Rect line = bar.take_left(kDivider, kGap).middle_row(20);
    ui.draw().vline(line.x, line.y, line.h, ui.t().line);
    action_menu(ui, "sort", bar.take_left(sort_width(ui, view)), view.sort, Icon::Sort, actions);
}

/// The open fold: filters in lines, as many as needed.
void draw_lines(Ui& ui, Rect& area, const app::HomeView& view, app::Actions& actions) {
    const GroupScope group(ui, "filters", Arrows::Grid);
    Rect bar = area.take_top(kLine, kGap);
    const float width = bar.w;
    for (std::size_t i = 0; i < view.filters.size(); ++i) {
        if (bar.w < width && menu_width(ui, view.filters[i]) > bar.w) bar = area.take_top(kLine, kGap);
        draw_filter(ui, i, bar, view.filters[i], actions);
    }
}

void draw_title(Ui& ui, const Rect& line, const app::HomeView& view) {
    const float title = ui.draw().text(line, view.library_title, type::k18b, ui.t().text);
    ui.draw().text(Rect{line.x + title + 12, line.y + 2, line.w - title - 12, 26}, view.library_count, type::k15,
                   ui.t().text3);
}

} // namespace

float filters_height(Ui& ui, float width, const app::HomeView& view, const HomeOptions& options) {
    const Stand stand = stand_of(ui, width, view);
    if (stand == Stand::OneLine) return kLine + kBelow;
    if (stand == Stand::TwoLines) return kLine + kGap + kLine + kBelow;
    float height = kLine + (fold_beside_title(ui, width, view, options) ? 0 : kGap + kLine) + kBelow;
    if (options.filters_open) height += static_cast<float>(open_lines(ui, width, view)) * (kLine + kGap);
    return height;
}

void draw_filters(Ui& ui, Rect& area, const app::HomeView& view, HomeOptions& options, app::Actions& actions) {
    const Stand stand = stand_of(ui, area.w, view);
    const bool beside =
        stand == Stand::OneLine || (stand == Stand::Folded && fold_beside_title(ui, area.w, view, options));
    Rect line = area.take_top(kLine);
    draw_title(ui, line, view);
    if (!beside) {
        area.take_top(kGap);
        line = area.take_top(kLine);
    }
    if (stand != Stand::Folded) {
        if (beside) line.take_left(line.w - menus_width(ui, view));
        draw_all(ui, line, view, actions);
        area.take_top(kBelow);
        return;
    }
    const ButtonSpec fold = fold_spec(view, options);
    const float wide = button_width(ui, fold), sort = std::min(sort_width(ui, view), line.w - wide - kGap);
    if (beside) line.take_left(line.w - wide - kGap - sort);
    if (button(ui, "fold", line.take_left(wide, kGap), fold)) options.filters_open = !options.filters_open;
    action_menu(ui, "sort", line.take_left(sort), view.sort, Icon::Sort, actions);
    area.take_top(kBelow);
    if (options.filters_open && !view.filters.empty()) draw_lines(ui, area, view, actions);
}

} // namespace timbang::ui::home
