#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kRow = 60, kWidest = 920;

void draw_case(Ui& ui, const Rect& line, const std::string& id, const app::AuthorCase& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    Rect in = line;
    if (!view.copy.label.empty()) {
        ButtonSpec spec = button_spec(view.copy, ButtonKind::Normal, ButtonSize::Small);
        in.take_right(12);
        if (button_right(ui, id + "-copy", in, spec)) actions.push_back(view.copy.action);
    }
    const Item it = row(ui, id, in, {.label = view.title, .value = view.line, .radius = 0});
    ui.tooltip(it, view.folder, line);
    in = in.inset(16, 0);
    ui.draw().icon(Icon::FileMultiple, in.take_left(18, 12), 18, t.text2);
    for (auto count = view.counts.rbegin(); count != view.counts.rend(); ++count) {
        const float wide = status_width(ui, *count) + 2;
        if (wide + 160 > in.w) break;
        const Rect box = in.take_right(wide, 12);
        draw_status(ui, box.x, box, *count);
    }
    Rect words = in.middle_row(40);
    ui.text_cut(words.take_top(22), view.title, type::k15m, t.text);
    ui.text_cut(words, view.line, type::k13, view.unsaved ? t.ret : t.text2);
    if (it.pressed && view.action.acts()) actions.push_back(view.action);
}

void draw_group(Ui& ui, Lines& lines, const std::string& id, std::string_view title,
                const std::vector<app::AuthorCase>& cases, std::string_view empty, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.text_cut(lines.line(26, 8), title, type::k18b, t.text);
    const float words = std::min(lines.w - 40, 560.0F);
    const float high = cases.empty() ? ui.draw().para_height(words, empty, type::k15) + 36
                                     : static_cast<float>(cases.size()) * kRow + 12;
    const Rect box = lines.line(high, 24);
    card(ui, box);
    if (cases.empty()) {
        ui.draw().para(box.x + 20, box.y + 18, words, empty, type::k15, t.text2);
        return;
    }
    const GroupScope group(ui, id, Arrows::Vertical);
    Rect rest = box.inset(1, 6);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const Rect line = rest.take_top(kRow);
        if (i > 0) ui.draw().hline(line.x + 16, line.y, line.w - 32, t.line);
        draw_case(ui, line, std::to_string(i), cases[i], actions);
    }
}

} // namespace

void draw_cases(Ui& ui, const Rect& area, const app::AuthorView& view, app::Actions& actions) {
    const app::AuthorHome& home = *view.list;
    const Scope scope(ui, "cases");
    ScrollArea scroll(ui, "all", area, {.gutter = false});
    const float margin = area.w < 700 ? 16 : size::kMargin, width = std::min(kWidest, area.w - 2 * margin);
    Lines lines{area.x + margin, scroll.content().y + (area.h < 500 ? 12 : 28), width};
    Rect head = lines.line(40);
    const float buttons = button_width(ui, button_spec(home.create, ButtonKind::Primary)) +
                          (home.folder.label.empty() ? 0 : button_width(ui, button_spec(home.folder)) + 8);
    const bool below = buttons + 200 > head.w;
    Rect bar = head;
    if (!below) {
        action_button_right(ui, "new", bar, home.create, actions, ButtonKind::Primary);
        if (!home.folder.label.empty()) action_button_right(ui, "folder", bar, home.folder, actions);
    }
    ui.text_cut(bar.middle_row(32), view.words.list_title, type::k24b, ui.t().text);
    lines.skip(
        ui.draw().para(lines.x, lines.y, std::min(lines.w, 620.0F), view.words.list_explain, type::k15, ui.t().text2) +
        12);
    if (below) {
        Rect second = lines.line(size::kButton);
        action_button_left(ui, "new", second, home.create, actions, ButtonKind::Primary);
        if (!home.folder.label.empty() && second.w > button_width(ui, button_spec(home.folder)))
            action_button_left(ui, "folder", second, home.folder, actions);
    }
    lines.skip(16);
    draw_group(ui, lines, "own", view.words.own_title, home.own, home.empty, actions);
    if (!home.bundled.empty()) draw_group(ui, lines, "bundled", view.words.bundled_title, home.bundled, {}, actions);
    scroll.end(lines.y - scroll.content().y + 16);
}

} // namespace timbang::ui::author
