#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

void draw_row(Ui& ui, Lines& lines, int index, const app::SectionRow& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const float words = lines.w - 16 - 26 - 24;
    const float high = view.line.empty() ? 0 : ui.draw().para_height(words, view.line, type::k13);
    const Rect line = lines.line(std::max(40.0F, 12 + 20 + high + 4));
    const Item it = row(ui, std::to_string(index), line, {.label = view.title, .value = view.line});
    Rect in = line.inset(8, 6);
    ui.draw().icon(icon_of(view.icon), Rect{in.x, in.y, 18, 20}, 18, t.text2);
    in.take_left(26);
    ui.draw().icon(Icon::ChevronRight, in.take_right(15, 9), 15, t.text3);
    Rect head = in.take_top(20);
    if (!view.state.empty()) {
        const app::Chip chip{view.state, "", view.tint};
        const float wide = status_width(ui, chip) + 2;
        const Rect box = head.take_right(std::min(wide, head.w * 0.5F), 8);
        draw_status(ui, box.x, box, chip);
    }
    ui.text_cut(head.middle_row(18), view.title, type::k13m, t.text);
    if (!view.line.empty()) ui.draw().para(in.x, in.y, words, view.line, type::k13, t.text2);
    if (it.pressed) actions.push_back(view.action);
}

void draw_part(Ui& ui, Lines& lines, const std::string& id, const app::SectionPart& part, app::Actions& actions) {
    const Tokens& t = ui.t();
    Rect head = lines.line(36);
    if (part.add) action_button_right(ui, id + "-add", head, *part.add, actions, ButtonKind::Quiet, ButtonSize::Small);
    draw_title(ui, head, part.title, part.explain);
    if (part.rows.empty()) {
        lines.skip(ui.draw().para(lines.x, lines.y, std::min(520.0F, lines.w), part.empty, type::k13, t.text2) + 12);
        return;
    }
    const GroupScope group(ui, id, Arrows::Vertical);
    Lines wide{lines.x - 8, lines.y, lines.w + 16};
    for (std::size_t i = 0; i < part.rows.size(); ++i)
        draw_row(ui, wide, static_cast<int>(i), part.rows[i], actions);
    lines.y = wide.y + 12;
}

} // namespace

void draw_section(Ui& ui, const Rect& area, const app::SectionForm& view, AuthorOptions& options,
                  app::Actions& actions) {
    const Scope scope(ui, "section");
    if (options.shown != view.title) {
        options.shown = view.title;
        scroll_to_top(ui, "body");
    }
    ScrollArea scroll(ui, "body", area);
    Lines lines{scroll.content().x + 20, scroll.content().y + 10, scroll.content().w - 20 - 10};
    lines.skip(ui.draw().para(lines.x, lines.y, lines.w, view.title, type::k18b, ui.t().text) + 4);
    for (std::size_t i = 0; i < view.parts.size(); ++i)
        draw_part(ui, lines, "part-" + std::to_string(i), view.parts[i], actions);
    scroll.end(lines.y - scroll.content().y + 20);
}

} // namespace timbang::ui::author
