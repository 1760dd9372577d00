#include "ui/screens/home/home.h"

#include <algorithm>

#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/home/cards.h"
#include "ui/screens/home/library.h"

namespace timbang::ui {

namespace {

/// Title at the left, the field that opens the search at the right.
void draw_header(Ui& ui, Rect r, const app::HomeView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Rect field = r.take_right(std::min(320.0F, r.w / 2), 16).middle_row(size::kButton);
    const Item item =
        ui.item("search", field, {.role = Role::Button, .label = view.search.label, .value = view.search.key});
    ui.draw().box(field, item.hot ? t.hover : t.surface, t.line2, size::kRadius);
    Rect inside = field.inset(12, 0);
    ui.draw().icon(Icon::Magnify, inside.take_left(18, 8), 18, t.text3);
    const float hint = ui.draw().width(view.search.key, type::k13m) + 12;
    if (inside.w > hint + 80) key_cap(ui, inside.take_right(hint, 8).middle_row(22), view.search.key);
    ui.text_cut(inside, view.search.label, type::k15, t.text3);
    if (item.pressed) actions.push_back(view.search.action);
    ui.text_cut(r.take_top(32), view.title, type::k24b, t.text);
    ui.text_cut(r.take_top(22), view.subtitle, type::k15, t.text2);
}

/// "Say who you are", while nothing is recorded.
void draw_who(Ui& ui, Rect r, const app::HomeView& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().box(r, t.ret_soft, t.ret_line, size::kRadiusCard);
    r = r.inset(16, 0);
    ui.draw().icon(Icon::InformationOutline, r.take_left(18, 10), 18, t.ret);
    action_button_right(ui, "who", r, *view.who, actions, ButtonKind::Normal, ButtonSize::Small);
    ui.text_cut(r, view.who_text, type::k15, t.text);
}

} // namespace

void draw_home(Ui& ui, const Rect& area, const app::HomeView& view, HomeOptions&, app::Actions& actions) {
    const Scope scope(ui, "home");
    ScrollArea scroll(ui, "page", area, {.gutter = false});
    const float margin = area.w < 700 ? 16 : size::kMargin;
    Rect page = scroll.content();
    const float top = page.y;
    page = {page.x + margin, page.y + 24, page.w - 2 * margin, 1e6F};
    draw_header(ui, page.take_top(54, 20), view, actions);
    if (view.who) draw_who(ui, page.take_top(44, 16), view, actions);
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
    home::draw_library(ui, page.take_top(home::library_height(ui, page.w, view)), view, actions);
    // Enter goes on with what stands first, unless the focus is on something else.
    if (ui.focus_id() == 0 && view.hero.button.enabled && ui.shortcut(Key::Enter))
        actions.push_back(view.hero.button.action);
    scroll.end(page.y + 24 - top);
}

} // namespace timbang::ui
