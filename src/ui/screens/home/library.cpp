#include "ui/screens/home/library.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/screens/common.h"

namespace timbang::ui::home {

namespace {

constexpr float kHead = 32;

/// Left edge and width of each column; width 0: no room for it.
struct Columns {
    float x[7] = {}, w[7] = {};
};

/// Fixed widths as in the design; a narrow window drops columns from the middle until name and result fit.
Columns columns_for(float width) {
    static constexpr float kWidths[7] = {308, 212, 116, 136, 68, 256, 112};
    static constexpr int kDropFirst[] = {2, 3, 1, 4, 5};
    bool shown[7] = {true, true, true, true, true, true, true};
    const auto fixed = [&] {
        float sum = 90;
        for (int i = 1; i < 7; ++i)
            sum += shown[i] ? kWidths[i] : 0;
        return sum;
    };
    for (const int drop : kDropFirst)
        if (width - fixed() < 240) shown[drop] = false;
    Columns columns;
    const float spare = std::max(0.0F, width - fixed() - kWidths[0]);
    float x = 20;
    for (int i = 0; i < 7; ++i) {
        if (!shown[i]) continue;
        columns.x[i] = x;
        columns.w[i] = i == 0 ? std::max(160.0F, std::min(width - fixed(), kWidths[0] + spare / 2)) : kWidths[i];
        if (i == 6) columns.w[i] = std::max(60.0F, width - 70 - x);
        x += columns.w[i];
    }
    return columns;
}

Rect cell(const Rect& row, const Columns& columns, int i) {
    return {row.x + columns.x[i], row.y, columns.w[i], row.h};
}

void draw_head(Ui& ui, const Rect& r, const app::HomeView& view, const Columns& columns) {
    ui.draw().fill(r.inset(1, 1), ui.t().raised, size::kRadiusCard - 1, Corners::Top);
    for (int i = 0; i < 7; ++i) {
        if (columns.w[i] <= 0) continue;
        Rect at = cell(r, columns, i);
        if (i == 5) at.take_left(36);
        ui.draw().text(at, view.columns[i], type::k13m, ui.t().text3, i == 4 ? HAlign::Right : HAlign::Left);
    }
}

void draw_types(Ui& ui, const Rect& at, const app::LibraryRow& row) {
    const bool on[3] = {row.structure, row.process, row.outcome};
    const char* letters[3] = {"S", "P", "O"};
    for (int i = 0; i < 3; ++i)
        if (on[i])
            key_cap(ui, Rect{at.x + static_cast<float>(i) * 24, at.y, 20, at.h}.middle_row(20), letters[i], true);
}

void draw_progress(Ui& ui, Rect at, const app::LibraryRow& row) {
    const Tokens& t = ui.t();
    at.take_left(36);
    if (row.progress == app::ProgressKind::Started) {
        progress_bar(ui, at.take_left(64, 8).middle_row(6), row.share);
    } else {
        const Rect mark = at.take_left(18, 8);
        if (row.progress == app::ProgressKind::NotStarted)
            state_mark(ui, mark.centre(), Progress::ToDo);
        else
            ui.draw().icon(icon_of(row.progress_icon), mark, 18,
                           row.progress_tint == app::Tint::Neutral ? t.text3 : t.tint(tint_of(row.progress_tint)));
    }
    ui.text_cut(at, row.progress_word, type::k15, row.progress == app::ProgressKind::NotStarted ? t.text2 : t.text);
}

void draw_row(Ui& ui, const std::string& id, const Rect& r, const app::LibraryRow& line, const Columns& columns,
              bool last, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item item = row(ui, id, r.inset(1, 0),
                          {.label = line.title,
                           .value = line.progress_word,
                           .disabled = !line.enabled,
                           .radius = last ? size::kRadiusCard - 1 : 0});
    ui.draw().hline(r.x + 1, r.y, r.w - 2, t.line);
    const Rect name = cell(r, columns, 0).middle_row(40);
    ui.text_cut(Rect{name.x, name.y, name.w - 16, 22}, line.title, type::k15m, line.enabled ? t.text : t.text3);
    const bool broken = !line.note.empty();
    ui.text_cut(Rect{name.x, name.y + 22, name.w - 16, 18}, broken ? line.note : line.district, type::k13,
                broken ? t.ret : t.text3);
    if (columns.w[1] > 0)
        ui.text_cut(Rect{r.x + columns.x[1], r.y, columns.w[1] - 12, r.h}, line.right, type::k15, t.text);
    if (columns.w[2] > 0) draw_types(ui, cell(r, columns, 2), line);
    if (columns.w[3] > 0 && line.difficulty > 0) {
        const Rect at = cell(r, columns, 3);
        difficulty_bars(ui, at.x, at.y + (at.h - 12) / 2, line.difficulty);
        ui.text_cut(Rect{at.x + 25, at.y, at.w - 25, at.h}, line.difficulty_word, type::k15, t.text2);
    }
    if (columns.w[4] > 0) ui.draw().text(cell(r, columns, 4), line.minutes, type::k15, t.text, HAlign::Right);
    if (columns.w[5] > 0) draw_progress(ui, cell(r, columns, 5), line);
    ui.text_cut(cell(r, columns, 6), line.result, type::k15, t.text2);
    ui.draw().icon(Icon::ChevronRight, Rect{r.right() - 36, r.y, 20, r.h}, 18, t.text3);
    ui.tooltip(item, line.tooltip, r);
    if (item.pressed && line.enabled) actions.push_back(line.open);
    if (line.more.empty()) return;
    const ButtonSpec look{.label = line.title,
                          .trailing = Icon::DotsVertical,
                          .kind = ButtonKind::Quiet,
                          .size = ButtonSize::Small,
                          .icon_only = true};
    const Rect dots = Rect{r.right() - 66, r.y, size::kSmall, r.h}.middle_row(size::kSmall);
    if (const auto picked = dropdown(ui, id + "/more", dots, look, choices_of(line.more), -1))
        actions.push_back(line.more[static_cast<std::size_t>(*picked)].action);
}

ButtonSpec menu_look(const app::Menu& menu, Icon icon) {
    return {.label = menu.label,
            .icon = icon,
            .trailing = menu.set ? Icon::None : Icon::ChevronDown,
            .kind = menu.set             ? ButtonKind::On
                    : icon == Icon::None ? ButtonKind::Normal
                                         : ButtonKind::Quiet,
            .size = ButtonSize::Small};
}

void draw_menu(Ui& ui, const std::string& id, Rect& bar, const app::Menu& menu, Icon icon, app::Actions& actions) {
    const ButtonSpec look = menu_look(menu, icon);
    Rect r = bar.take_left(button_width(ui, look), 8).middle_row(size::kSmall);
    if (const auto picked = dropdown(ui, id, r, look, choices_of(menu.options), chosen_of(menu.options)))
        actions.push_back(menu.options[static_cast<std::size_t>(*picked)].action);
    if (!menu.set) return;
    const ButtonSpec clear{.label = menu.label,
                           .icon = Icon::Close,
                           .kind = ButtonKind::Quiet,
                           .size = ButtonSize::Small,
                           .icon_only = true};
    if (button(ui, id + "/clear", bar.take_left(28, 8).middle_row(size::kSmall), clear)) actions.push_back(menu.clear);
}

float menus_width(Ui& ui, const app::HomeView& view) {
    float width = button_width(ui, menu_look(view.sort, Icon::Sort)) + 9;
    for (const app::Menu& menu : view.filters)
        width += button_width(ui, menu_look(menu, Icon::None)) + (menu.set ? 44 : 8);
    return width;
}

float title_width(Ui& ui, const app::HomeView& view) {
    return ui.draw().width(view.library_title, type::k18b) + 12 + ui.draw().width(view.library_count, type::k15) + 24;
}

bool in_one_line(Ui& ui, float width, const app::HomeView& view) {
    return title_width(ui, view) + menus_width(ui, view) <= width;
}

void draw_title(Ui& ui, Rect& area, const app::HomeView& view, app::Actions& actions) {
    const bool one = in_one_line(ui, area.w, view);
    Rect line = area.take_top(28, one ? 12 : 8);
    const float title = ui.draw().text(line, view.library_title, type::k18b, ui.t().text);
    ui.draw().text(Rect{line.x + title + 12, line.y + 2, line.w - title - 12, 26}, view.library_count, type::k15,
                   ui.t().text3);
    Rect bar = one ? line : area.take_top(28, 12);
    if (one) bar.take_left(std::max(0.0F, bar.w - menus_width(ui, view)));
    const GroupScope group(ui, "filters", Arrows::Horizontal);
    for (std::size_t i = 0; i < view.filters.size(); ++i) {
        const ButtonSpec look = menu_look(view.filters[i], Icon::None);
        if (bar.w < button_width(ui, look)) break;
        draw_menu(ui, std::to_string(i), bar, view.filters[i], Icon::None, actions);
    }
    if (bar.w >= button_width(ui, menu_look(view.sort, Icon::Sort)))
        draw_menu(ui, "sort", bar, view.sort, Icon::Sort, actions);
}

void draw_legend(Ui& ui, Rect bar, const app::HomeView& view) {
    const Tokens& t = ui.t();
    const char* letters[3] = {"S", "P", "O"};
    for (int i = 0; i < 3; ++i) {
        const float words = ui.draw().width(view.legend[i], type::k13);
        if (bar.w < words + 26) return;
        key_cap(ui, bar.take_left(20, 6).middle_row(20), letters[i], true);
        ui.draw().text(bar.take_left(words, 16), view.legend[i], type::k13, t.text3);
    }
    if (bar.w >= ui.draw().width(view.notice, type::k13))
        ui.draw().text(bar, view.notice, type::k13, t.text3, HAlign::Right);
}

void draw_empty(Ui& ui, Rect r, const app::HomeView& view, app::Actions& actions) {
    card(ui, r);
    Rect inside = r.middle(std::min(r.w - 40, 520.0F), 44 + (view.empty_button ? 48.0F : 0));
    ui.draw().text(inside.take_top(22), view.empty_title, type::k15m, ui.t().text, HAlign::Centre);
    ui.text_cut(inside.take_top(22), view.empty_text, type::k13, ui.t().text2, HAlign::Centre);
    if (!view.empty_button) return;
    const ButtonSpec spec = button_spec(*view.empty_button);
    action_button(ui, "empty", inside.take_bottom(36).middle(button_width(ui, spec), 36), *view.empty_button, actions);
}

void draw_scan(Ui& ui, Rect r, const app::ScanView& scan, app::Actions& actions) {
    action_button_right(ui, "stop", r, scan.stop, actions, ButtonKind::Quiet, ButtonSize::Small);
    if (scan.share >= 0) progress_bar(ui, r.take_right(160, 12).middle_row(6), scan.share);
    ui.text_cut(r, scan.text, type::k13, ui.t().text2);
}

} // namespace

float library_height(Ui& ui, float width, const app::HomeView& view) {
    const float title = in_one_line(ui, width, view) ? 40 : 76;
    const float rows = view.rows.empty() ? 140 : kHead + 1 + static_cast<float>(view.rows.size()) * size::kLibraryRow;
    return title + rows + (view.scan ? 36 : 0) + 10 + 20;
}

void draw_library(Ui& ui, Rect area, const app::HomeView& view, app::Actions& actions) {
    const Scope scope(ui, "library");
    draw_title(ui, area, view, actions);
    if (view.scan) draw_scan(ui, area.take_top(36), *view.scan, actions);
    if (view.rows.empty()) {
        draw_empty(ui, area.take_top(140), view, actions);
        return;
    }
    const Columns columns = columns_for(area.w);
    const Rect table = area.take_top(kHead + 1 + static_cast<float>(view.rows.size()) * size::kLibraryRow, 10);
    card(ui, table);
    Rect left = table;
    draw_head(ui, left.take_top(kHead), view, columns);
    {
        const GroupScope group(ui, "rows", Arrows::Grid);
        for (std::size_t i = 0; i < view.rows.size(); ++i) {
            const Rect r = left.take_top(size::kLibraryRow);
            draw_row(ui, std::to_string(i), r, view.rows[i], columns, i + 1 == view.rows.size(), actions);
        }
    }
    ui.draw().outline(table, ui.t().line, size::kRadiusCard);
    draw_legend(ui, area.take_top(20), view);
}

} // namespace timbang::ui::home
