#include "ui/screens/home/home.h"

#include <algorithm>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/home/cards.h"
#include "ui/screens/home/library.h"

namespace timbang::ui {

namespace {

constexpr float kField = 320;

/// The line below the title stands beside the search field where it fits, else below both.
bool line_beside_field(Ui& ui, float width, const app::HomeView& view) {
    return ui.draw().width(view.subtitle, type::k15) <= width - std::min(kField, width / 2) - 16;
}

float header_height(Ui& ui, float width, const app::HomeView& view) {
    if (line_beside_field(ui, width, view)) return 54;
    return size::kButton + 6 + ui.draw().para_height(width, view.subtitle, type::k15);
}

void draw_field(Ui& ui, const Rect& field, const app::HomeView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item item =
        ui.item("search", field, {.role = Role::Button, .label = view.search.label, .value = view.search.key});
    ui.draw().box(field, item.hot ? t.hover : t.surface, t.line2, size::kRadius);
    Rect inside = field.inset(12, 0);
    ui.draw().icon(Icon::Magnify, inside.take_left(18, 8), 18, t.text3);
    const float hint = ui.draw().width(view.search.key, type::k13m) + 12;
    if (inside.w > hint + 8 + ui.draw().width(view.search.label, type::k15))
        key_cap(ui, inside.take_right(hint, 8).middle_row(22), view.search.key);
    ui.text_cut(inside, view.search.label, type::k15, t.text3);
    if (item.pressed) actions.push_back(view.search.action);
}

/// Title at the left, the field that opens the search at the right.
void draw_header(Ui& ui, Rect r, const app::HomeView& view, app::Actions& actions) {
    const bool beside = line_beside_field(ui, r.w, view);
    Rect top = beside ? r : r.take_top(size::kButton, 6);
    const float title = ui.draw().width(view.title, type::k24b);
    const float field = std::min(kField, beside ? r.w / 2 : std::max(top.w / 2, top.w - title - 24));
    draw_field(ui, top.take_right(field, 16).middle_row(size::kButton), view, actions);
    ui.text_cut(beside ? top.take_top(32) : top, view.title, type::k24b, ui.t().text);
    if (beside)
        ui.text_cut(top.take_top(22), view.subtitle, type::k15, ui.t().text2);
    else
        ui.draw().para(r.x, r.y, r.w, view.subtitle, type::k15, ui.t().text2);
}

constexpr float kWhoSide = 16, kWhoIcon = 28;

/// Whether the sentence and its button stand beside each other.
bool who_in_one_line(Ui& ui, float width, const app::HomeView& view) {
    const float button = button_width(ui, button_spec(*view.who, ButtonKind::Normal, ButtonSize::Small));
    return 2 * kWhoSide + kWhoIcon + ui.draw().width(view.who_text, type::k15) + 12 + button <= width;
}

float who_height(Ui& ui, float width, const app::HomeView& view) {
    if (who_in_one_line(ui, width, view)) return size::kTopBar - 12;
    return 12 + ui.draw().para_height(width - 2 * kWhoSide - kWhoIcon, view.who_text, type::k15) + 8 + size::kSmall +
           12;
}

/// "Say who you are", while nothing is recorded.
void draw_who(Ui& ui, Rect r, const app::HomeView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const bool one = who_in_one_line(ui, r.w, view);
    ui.draw().box(r, t.ret_soft, t.ret_line, size::kRadiusCard);
    r = r.inset(kWhoSide, 0);
    const Rect mark = r.take_left(18, kWhoIcon - 18);
    if (one) {
        ui.draw().icon(Icon::InformationOutline, mark, 18, t.ret);
        action_button_right(ui, "who", r, *view.who, actions, ButtonKind::Normal, ButtonSize::Small);
        ui.text_cut(r, view.who_text, type::k15, t.text);
        return;
    }
    ui.draw().icon(Icon::InformationOutline, {mark.x, r.y + 12, 18, 22}, 18, t.ret);
    ui.draw().para(r.x, r.y + 12, r.w, view.who_text, type::k15, t.text);
    Rect bar = r.take_bottom(12 + size::kSmall).take_top(size::kSmall);
    action_button_left(ui, "who", bar, *view.who, actions, ButtonKind::Normal, ButtonSize::Small);
}

} // namespace

void draw_home(Ui& ui, const Rect& area, const app::HomeView& view, HomeOptions& options, app::Actions& actions) {
    const Scope scope(ui, "home");
    ScrollArea scroll(ui, "page", area, {.gutter = false});
    const float margin = area.w < 700 ? 16 : size::kMargin;
    Rect page = scroll.content();
    const float top = page.y;
    page = {page.x + margin, page.y + 24, page.w - 2 * margin, 1e6F};
    draw_header(ui, page.take_top(header_height(ui, page.w, view), 20), view, actions);
    if (view.who) draw_who(ui, page.take_top(who_height(ui, page.w, view), 16), view, actions);
    const bool side_by_side = page.w >= 900;
    const float hero_width = side_by_side ? page.w * 640 / 1296 : page.w;
    const float due_width = side_by_side ? page.w - hero_width - 16 : page.w;
    const float hero = home::hero_height(ui, hero_width, view.hero), due = home::due_height(ui, due_width, view.due);
    if (side_by_side) {
        Rect row = page.take_top(std::max(hero, due), 24);
        home::draw_hero(ui, row.take_left(hero_width, 16), view.hero, actions);
        home::draw_due(ui, row, view.due, actions);
    } else {
        home::draw_hero(ui, page.take_top(hero, 16), view.hero, actions);
        home::draw_due(ui, page.take_top(due, 24), view.due, actions);
    }
    home::draw_library(ui, page.take_top(home::library_height(ui, page.w, view, options)), view, options, actions);
    // Enter goes on with what stands first, unless the focus is on something else.
    if (ui.focus_id() == 0 && view.hero.button.enabled && ui.shortcut(Key::Enter))
        actions.push_back(view.hero.button.action);
    scroll.end(page.y + 24 - top);
}

} // namespace timbang::ui
