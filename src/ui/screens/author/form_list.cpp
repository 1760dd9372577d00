#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kHead = 40, kRow = 50, kLink = 30;

void draw_row(Ui& ui, const Rect& line, const app::FormListRow& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item it = row(ui, view.code, line,
                        {.label = view.code + ". " + view.title, .value = view.state, .selected = view.selected});
    ui.tooltip(it, view.state, line);
    Rect in = line.inset(10, 6);
    Rect top = in.take_top(18);
    const Color c = view.tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(view.tint));
    if (!view.count.empty())
        ui.draw().text(top.take_right(ui.draw().width(view.count, type::k13m) + 1, 4), view.count, type::k13m, c,
                       HAlign::Right);
    if (view.icon[0] != 0) ui.draw().icon(icon_of(view.icon), top.take_right(15, 6), 15, c);
    ui.text_cut(top, view.code, view.selected ? type::k13b : type::k13m, t.text);
    ui.text_cut(in.take_top(18), view.title, type::k13, view.selected ? t.acc : t.text2);
    if (it.pressed) actions.push_back(view.action);
}

void draw_link(Ui& ui, const Rect& line, const app::SectionLink& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Item it = row(ui, "section-" + std::to_string(static_cast<int>(view.section)), line,
                        {.label = view.label, .selected = view.selected});
    Rect in = line.inset(10, 0);
    const Color c = view.selected ? t.acc : t.text2;
    ui.draw().icon(icon_of(view.icon), in.take_left(15, 8), 15, c);
    ui.text_cut(in.middle_row(18), view.label, view.selected ? type::k13b : type::k13, c);
    if (it.pressed) actions.push_back(view.action);
}

} // namespace

void draw_form_list(Ui& ui, const Rect& area, const app::AuthorView& whole, app::Actions& actions) {
    const Tokens& t = ui.t();
    const app::AuthorFormView& view = *whole.form;
    ui.draw().fill(area, t.raised);
    ui.draw().vline(area.right() - ui.draw().border(), area.y, area.h, t.line);
    Rect rest = area;
    Rect head = rest.take_top(kHead).inset(18, 0);
    ui.draw().text(head.take_right(ui.draw().width(view.count, type::k13) + 1, 6).middle_row(18), view.count, type::k13,
                   t.text2, HAlign::Right);
    ui.text_cut(head.middle_row(22), whole.words.indicators, type::k15b, t.text);
    const float need =
        static_cast<float>(view.rows.size()) * kRow + 44 + 9 + static_cast<float>(view.links.size()) * kLink;
    ScrollArea scroll(ui, "indicators", rest, {.gutter = need > rest.h});
    const GroupScope group(ui, "list", Arrows::Vertical);
    Lines lines{scroll.content().x + 6, scroll.content().y, scroll.content().w - 12};
    for (const app::FormListRow& one : view.rows)
        draw_row(ui, lines.line(kRow), one, actions);
    if (!view.add_indicator.label.empty()) {
        Rect bar = lines.line(44).inset(6, 8);
        action_button_left(ui, "add", bar, view.add_indicator, actions, ButtonKind::Quiet, ButtonSize::Small);
    }
    const Rect rule = lines.line(9).inset(6, 4);
    ui.draw().hline(rule.x, rule.y, rule.w, t.line);
    for (const app::SectionLink& link : view.links)
        draw_link(ui, lines.line(kLink), link, actions);
    scroll.end(lines.y - scroll.content().y + 6);
}

} // namespace timbang::ui::author
