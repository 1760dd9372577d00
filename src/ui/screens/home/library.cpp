#include "ui/screens/home/library.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/screens/common.h"
#include "ui/screens/home/filters.h"

namespace timbang::ui::home {

namespace {

constexpr float kHead = 32;
constexpr float kBefore = 20, kAfter = 70; ///< of a row: before its name, and for menu and arrow

/// Left edge and width of each column: name, right, looks at, difficulty, minutes, progress, result. Width 0: no room.
struct Columns {
    float x[7] = {}, w[7] = {};
};

/// What the widest name and the widest list of rights would take; of a long library the first rows speak for all.
void words_width(Ui& ui, const app::HomeView& view, float& name, float& right) {
    constexpr std::size_t kMeasured = 64;
    name = right = 0;
    for (std::size_t i = 0; i < std::min(view.rows.size(), kMeasured); ++i) {
        name = std::max(name, ui.draw().width(view.rows[i].title, type::k15m) + 28);
        right = std::max(right, ui.draw().width(view.rows[i].right, type::k15) + 14);
    }
}

/// In a narrow window columns go from the middle until name and result fit. Name and right share what is to spare by
/// what they need; what is left then widens the others up to the widths of the design.
Columns columns_for(Ui& ui, float width, const app::HomeView& view) {
    static constexpr float kLeast[7] = {236, 160, 88, 108, 60, 228, 108}, kMost[7] = {0, 0, 116, 136, 68, 256, 124};
    static constexpr int kDropFirst[] = {2, 3, 1, 4, 5};
    bool shown[7] = {true, true, true, true, true, true, true};
    const auto rest_of = [&](int from) {
        float rest = width - kBefore - kAfter;
        for (int i = from; i < 7; ++i)
            rest -= shown[i] ? kLeast[i] : 0;
        return rest;
    };
    for (const int drop : kDropFirst)
        if (rest_of(0) < 0) shown[drop] = false;
    float name = 0, right = 0;
    words_width(ui, view, name, right);
    float rest = rest_of(2);
    Columns columns;
    columns.w[0] = shown[1] ? std::max(kLeast[0], std::min(name, rest * 0.6F)) : rest;
    if (shown[1]) columns.w[1] = std::max(kLeast[1], std::min(right, rest - columns.w[0]));
    rest -= columns.w[0] + columns.w[1];
    for (int i = 2; i < 7; ++i) {
        if (!shown[i]) continue;
        const float more = std::max(0.0F, std::min(kMost[i] - kLeast[i], rest));
        columns.w[i] = kLeast[i] + more;
        rest -= more;
    }
    columns.w[0] += std::max(0.0F, rest);
    float x = kBefore;
    for (int i = 0; i < 7; ++i) {
        columns.x[i] = x;
        x += columns.w[i];
    }
    return columns;
}

/// Room before the picture of progress: the minutes stand at the right end of their column.
float progress_lead(const Columns& columns) {
    return columns.w[4] <= 0 ? 0 : columns.w[5] < 244 ? 24 : 36;
}

Rect cell(const Rect& row, const Columns& columns, int i) {
    return {row.x + columns.x[i], row.y, columns.w[i], row.h};
}

void draw_head(Ui& ui, const Rect& r, const app::HomeView& view, const Columns& columns) {
    ui.draw().fill(r.inset(1, 1), ui.t().raised, size::kRadiusCard - 1, Corners::Top);
    for (int i = 0; i < 7; ++i) {
        if (columns.w[i] <= 0) continue;
        Rect at = cell(r, columns, i);
        if (i == 5) at.take_left(progress_lead(columns));
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
    at.take_right(12);
    if (row.progress == app::ProgressKind::Started) {
        const float words = ui.draw().width(row.progress_word, type::k15) + 1;
        progress_bar(ui, at.take_left(std::max(24.0F, std::min(64.0F, at.w - 8 - words)), 8).middle_row(6), row.share);
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

/// The line below the name: what is wrong with the case, or its badge and its district.
void draw_below(Ui& ui, Rect r, const app::LibraryRow& line) {
    const Tokens& t = ui.t();
    if (!line.note.empty()) return ui.text_cut(r, line.note, type::k13, t.ret);
    if (line.badge) {
        const Color color = line.badge->tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(line.badge->tint));
        ui.draw().icon(icon_of(line.badge->icon), r.take_left(15, 4), 15, color);
        ui.draw().text(r.take_left(ui.draw().width(line.badge->label, type::k13m) + 1, 10), line.badge->label, type::k13m, color);
    }
    ui.text_cut(r, line.district, type::k13, t.text3);
}

void draw_row(Ui& ui, const std::string& id, const Rect& r, const app::LibraryRow& line, const Columns& columns,
              bool last, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item item = row(ui, id, r.inset(1, 0),
                          {.label = line.title,
                           .value = line.badge ? line.badge->label + ", " + line.progress_word : line.progress_word,
                           .disabled = !line.enabled,
                           .radius = last ? size::kRadiusCard - 1 : 0});
    ui.draw().hline(r.x + 1, r.y, r.w - 2, t.line);
    const Rect name = cell(r, columns, 0).middle_row(40);
    ui.text_cut(Rect{name.x, name.y, name.w - 16, 22}, line.title, type::k15m, line.enabled ? t.text : t.text3);
    draw_below(ui, Rect{name.x, name.y + 22, name.w - 16, 18}, line);
    if (columns.w[1] > 0)
        ui.text_cut(Rect{r.x + columns.x[1], r.y, columns.w[1] - 12, r.h}, line.right, type::k15, t.text);
    if (columns.w[2] > 0) draw_types(ui, cell(r, columns, 2), line);
    if (columns.w[3] > 0 && line.difficulty > 0) {
        const Rect at = cell(r, columns, 3);
        difficulty_bars(ui, at.x, at.y + (at.h - 12) / 2, line.difficulty);
        ui.text_cut(Rect{at.x + 25, at.y, at.w - 25, at.h}, line.difficulty_word, type::k15, t.text2);
    }
    if (columns.w[4] > 0) ui.draw().text(cell(r, columns, 4), line.minutes, type::k15, t.text, HAlign::Right);
    if (columns.w[5] > 0) {
        Rect at = cell(r, columns, 5);
        at.take_left(progress_lead(columns));
        draw_progress(ui, at, line);
    }
    // Without room for the progress, a case that has no result yet says how far it is.
    const bool no_result = columns.w[5] <= 0 && line.progress != app::ProgressKind::Finished;
    ui.text_cut(cell(r, columns, 6), no_result ? line.progress_word : line.result, no_result ? type::k13 : type::k15,
                t.text2);
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

/// What the letters mean, where they stand in the table.
void draw_legend(Ui& ui, Rect bar, const app::HomeView& view, bool letters_shown) {
    const Tokens& t = ui.t();
    const char* letters[3] = {"S", "P", "O"};
    for (int i = 0; letters_shown && i < 3; ++i) {
        const float words = ui.draw().width(view.legend[i], type::k13);
        if (bar.w < words + 26) return;
        key_cap(ui, bar.take_left(20, 6).middle_row(20), letters[i], true);
        ui.draw().text(bar.take_left(words, 16), view.legend[i], type::k13, t.text3);
    }
    if (bar.w >= ui.draw().width(view.notice, type::k13))
        ui.draw().text(bar, view.notice, type::k13, t.text3, letters_shown ? HAlign::Right : HAlign::Left);
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

float library_height(Ui& ui, float width, const app::HomeView& view, const HomeOptions& options) {
    const float title = filters_height(ui, width, view, options);
    const float rows = view.rows.empty() ? 140 : kHead + 1 + static_cast<float>(view.rows.size()) * size::kLibraryRow;
    return title + rows + (view.scan ? 36 : 0) + 10 + 20;
}

void draw_library(Ui& ui, Rect area, const app::HomeView& view, HomeOptions& options, app::Actions& actions) {
    const Scope scope(ui, "library");
    draw_filters(ui, area, view, options, actions);
    if (view.scan) draw_scan(ui, area.take_top(36), *view.scan, actions);
    if (view.rows.empty()) {
        draw_empty(ui, area.take_top(140), view, actions);
        return;
    }
    const Columns columns = columns_for(ui, area.w, view);
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
    draw_legend(ui, area.take_top(20), view, columns.w[2] > 0);
}

} // namespace timbang::ui::home
