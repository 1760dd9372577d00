#include <algorithm>
#include <string>

#include "ui/screens/common.h"
#include "ui/screens/records/cards.h"

namespace timbang::ui::records {

namespace {

constexpr float kHead = 36, kNote = 22;

/// What a corrected reference changed stands in a second line.
float row_height(const app::SessionRow& row) {
    return size::kDebriefRow + (row.note.empty() ? 0 : kNote);
}

enum Place { Title, When, Mode, Decided, Exact, State, Count };

struct Columns {
    float x[Count] = {}, w[Count] = {};
};

const std::string& word(const app::SessionRow& row, int place) {
    const std::string* all[] = {&row.title, &row.when, &row.mode, &row.decided, &row.exact, &row.state};
    return *all[place];
}

/// As wide as their words; name and result stay, the others go where there is no room.
Columns columns_for(Ui& ui, float width, const app::RecordsView& view) {
    Columns c;
    for (int i = When; i < Count; ++i) {
        c.w[i] = ui.draw().width(view.session_columns[i], type::k13m);
        for (const app::SessionRow& row : view.sessions)
            c.w[i] = std::max(c.w[i], ui.draw().width(word(row, i), type::k15) + (i == State ? 26 : 0));
        c.w[i] += 20;
    }
    const auto rest = [&] {
        float w = width - 21 - 36;
        for (int i = When; i < Count; ++i)
            w -= c.w[i];
        return w;
    };
    for (const Place drop : {Mode, Decided, When, State})
        if (rest() < 200) c.w[drop] = 0;
    c.w[Title] = std::max(80.0F, rest());
    float x = 21;
    for (int i = 0; i < Count; ++i) {
        c.x[i] = x;
        x += c.w[i];
    }
    return c;
}

void draw_row(Ui& ui, const std::string& id, const Rect& whole, const app::SessionRow& line, const Columns& c, bool last,
              app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item item = row(ui, id, {whole.x + 1, whole.y, whole.w - 2, whole.h},
                          {.label = line.title,
                           .value = line.note.empty() ? line.state : line.state + ". " + line.note,
                           .disabled = !line.enabled,
                           .radius = last ? size::kRadiusCard - 1 : 0});
    if (item.pressed && line.enabled) actions.push_back(line.open);
    if (ui.draw().hidden(whole)) return; // an item for the arrow keys only
    Rect r = whole;
    if (!line.note.empty()) {
        const Rect note = r.take_bottom(kNote + 6);
        r.y += 3;
        ui.text_cut({note.x + c.x[Title], note.y, note.w - c.x[Title] - 40, kNote}, line.note, type::k13, t.text2);
    }
    ui.draw().hline(whole.x + 1, whole.y, whole.w - 2, t.line);
    for (int i = 0; i < Count; ++i) {
        if (c.w[i] <= 0) continue;
        Rect at{r.x + c.x[i], r.y, c.w[i] - 16, r.h};
        if (i == State && line.state_icon && *line.state_icon) {
            const Tint tint = tint_of(line.state_tint);
            ui.draw().icon(icon_of(line.state_icon), at.take_left(18, 8), 18,
                           tint == Tint::None ? t.text3 : t.tint(tint));
        }
        ui.text_cut(at, word(line, i), i == Title ? type::k15m : type::k15,
                    !line.enabled              ? t.text3
                    : i == Title || i == Exact ? t.text
                                               : t.text2);
    }
    if (line.enabled) ui.draw().icon(Icon::ChevronRight, {whole.right() - 32, whole.y, 18, whole.h}, 18, t.text3);
    ui.tooltip(item, line.why_not.empty() ? line.note : line.why_not, whole);
}

float menu_width(Ui& ui, const app::Menu& menu) {
    return button_width(ui, menu_spec(menu, Icon::None));
}

/// Title and how many at the left, filters at the right, or below where there is no room.
void write_title(Column& column, const app::RecordsView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    float menus = 0;
    for (const app::Menu& menu : view.filters)
        menus += menu_width(ui, menu) + 8;
    const float title = ui.draw().width(view.sessions_title, type::k18b) + 12;
    const float words = title + ui.draw().width(view.sessions_count, type::k15) + 1;
    const bool beside = words + 16 + menus <= column.width();
    Rect line = column.take(28);
    if (column.drawing()) {
        ui.draw().text(Rect{line.x, line.y, title, line.h}, view.sessions_title, type::k18b, ui.t().text);
        ui.draw().text(Rect{line.x + title, line.y + 2, words - title, 26}, view.sessions_count, type::k15,
                       ui.t().text3);
    }
    if (!beside && !view.filters.empty()) {
        column.gap(8);
        line = column.take(28);
    }
    column.gap(10);
    if (!column.drawing() || view.filters.empty()) return;
    if (beside) line.take_left(line.w - menus + 8);
    const GroupScope group(ui, "filters", Arrows::Horizontal);
    for (std::size_t i = 0; i < view.filters.size(); ++i)
        action_filter(ui, std::to_string(i),
                      line.take_left(std::min(line.w, menu_width(ui, view.filters[i])), 8).middle_row(size::kSmall),
                      view.filters[i], actions);
}

/// The button with what it does beside it, or below where there is no room.
void write_compare_again(Column& column, const app::RecordsView& view, app::Actions& actions) {
    if (!view.compare_again) return;
    Ui& ui = column.ui();
    column.gap(12);
    Rect line = column.take(size::kSmall);
    if (column.drawing())
        action_button_left(ui, "compare-again", line, *view.compare_again, actions, ButtonKind::Normal, ButtonSize::Small);
    column.gap(6);
    column.para(view.compare_again_text, type::k13, ui.t().text3, 13 * 44);
}

void write_none(Column& column, const app::RecordsView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    const Rect r = column.take(124);
    if (!column.drawing()) return;
    card(ui, r);
    Rect inside = r.middle(r.w - 40, 72);
    ui.text_cut(inside.take_top(22), view.none_title, type::k15m, ui.t().text, HAlign::Centre);
    if (!view.none_button) return;
    const ButtonSpec spec = button_spec(*view.none_button);
    action_button(ui, "none", inside.take_bottom(36).middle(button_width(ui, spec), 36), *view.none_button, actions);
}

void draw_table(Ui& ui, const Rect& table, const app::RecordsView& view, app::Actions& actions) {
    const Columns c = columns_for(ui, table.w, view);
    card(ui, table);
    Rect left = table;
    const Rect head = left.take_top(kHead + 1);
    ui.draw().fill({head.x + 1, head.y + 1, head.w - 2, head.h - 1}, ui.t().raised, size::kRadiusCard - 1,
                   Corners::Top);
    for (int i = 0; i < Count; ++i)
        if (c.w[i] > 0)
            ui.text_cut({head.x + c.x[i], head.y, c.w[i] - 8, head.h}, view.session_columns[i], type::k13m,
                        ui.t().text3);
    const GroupScope group(ui, "sessions", Arrows::Vertical);
    for (std::size_t i = 0; i < view.sessions.size(); ++i)
        draw_row(ui, std::to_string(i), left.take_top(row_height(view.sessions[i])), view.sessions[i], c,
                 i + 1 == view.sessions.size(), actions);
}

} // namespace

void write_sessions(Column& column, const app::RecordsView& view, app::Actions& actions) {
    if (view.sessions.empty() && view.filters.empty()) return;
    Ui& ui = column.ui();
    write_title(column, view, actions);
    if (view.sessions.empty()) return write_none(column, view, actions);
    float rows = 0;
    for (const app::SessionRow& row : view.sessions) rows += row_height(row);
    const Rect table = column.take(kHead + rows + 2);
    if (column.drawing()) draw_table(ui, table, view, actions);
    write_compare_again(column, view, actions);
}

} // namespace timbang::ui::records
