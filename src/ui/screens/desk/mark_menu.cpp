#include "ui/kit/layout.h"
#include "ui/kit/page_view.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {
namespace {

constexpr float kRow = 34, kHead = 34, kWidth = 320;

struct Line {
    std::string id;
    Icon icon = Icon::None;
    std::string_view words, explain;
    std::string type = {};
};

bool draw_line(Ui& ui, Rect line, const Line& what, bool selected) {
    const Tokens& t = ui.t();
    line = line.inset(5, 0);
    const Item item = row(ui, what.id, line, {.label = what.words, .value = what.explain, .selected = selected, .role = Role::MenuItem});
    Rect in = line.inset(9, 0);
    ui.draw().icon(what.icon, in.take_left(18, 8), 18, selected ? t.acc : t.text2);
    ui.text_cut(in, what.words, type::k13m, selected ? t.acc : t.text);
    ui.tooltip(item, what.explain, line);
    return item.pressed;
}

const app::ViewerPane& pane_of(const app::DeskView& view, app::Pane pane) {
    return pane == app::Pane::Right && view.right ? *view.right : view.left;
}

void choose(const DeskOptions::MarkMenu& menu, const std::string& type, app::Actions& actions) {
    if (menu.mark > 0) actions.push_back(app::action::Retype{menu.mark, type});
    else actions.push_back(app::action::Mark{menu.pane, menu.range, menu.area, type});
}

} // namespace

void draw_mark_menu(Ui& ui, const app::DeskView& view, DeskOptions& options, app::Actions& actions) {
    DeskOptions::MarkMenu& menu = options.menu;
    const app::ViewerPane& pane = pane_of(view, menu.pane);
    if (menu.asked) {
        menu.asked = false;
        if (view.tools.mark.enabled || (menu.mark == 0 && menu.range.length() > 0)) open_popup(ui, "mark-menu");
    }
    std::vector<Line> lines;
    if (view.tools.mark.enabled) {
        // First, so that they are in sight however long the list.
        lines.push_back({"cite", Icon::FormatQuote, view.tools.cite, {}});
        if (menu.mark > 0) lines.push_back({"unmark", Icon::Delete, view.tools.unmark, {}});
        for (const app::ProblemOption& problem : view.tools.problems)
            lines.push_back({"type-" + problem.type, icon_of(problem.icon), problem.name, problem.explain, problem.type});
    }
    const bool copies = menu.mark == 0 && menu.range.length() > 0 && pane.content;
    if (copies) lines.push_back({"copy", Icon::ContentCopy, view.tools.copy, {}});
    const float height = kHead + static_cast<float>(lines.size()) * kRow + 8;
    Popup popup(ui, "mark-menu", menu.anchor, {kWidth, height});
    if (!popup.open()) return;
    Rect area = popup.rect().inset(1, 1);
    ui.text_cut(area.take_top(kHead).inset(14, 0), view.tools.menu_title, type::k13b, ui.t().text);
    ScrollArea scroll(ui, "lines", area, {.gutter = height - kHead > area.h + 8});
    const GroupScope group(ui, "types", Arrows::Vertical);
    Column column{scroll.content().x, scroll.content().y, scroll.content().w};
    bool done = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!draw_line(ui, column.line(kRow), lines[i], false)) continue;
        done = true;
        if (lines[i].id == "unmark") actions.push_back(app::action::Unmark{menu.mark});
        else if (lines[i].id == "copy") actions.push_back(app::action::CopyText{std::string(pane.content->words(menu.range))});
        else choose(menu, lines[i].type, actions);
    }
    scroll.end(column.y + 6 - scroll.content().y);
    if (!done) return;
    popup.close();
    clear_page_selection(ui, menu.pane == app::Pane::Left ? "left" : "right");
    menu.range = {};
    menu.area.reset();
}

} // namespace timbang::ui::desk
