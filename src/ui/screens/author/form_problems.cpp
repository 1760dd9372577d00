#include "ui/screens/author/form_pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kHead = 40;

void draw_open(Ui& ui, Lines& lines, int item, const app::ProblemForm& view, const app::AuthorWords& words,
               app::Actions& actions) {
    const Scope scope(ui, "open");
    Rect bar = lines.line(size::kSmall, 8);
    draw_menu(ui, "type", bar, view.type, Icon::None, actions);
    draw_menu(ui, "rule", bar, view.rule_menu, Icon::None, actions);
    Rect head = lines.line(size::kSmall, 6);
    draw_languages(ui, "language", head, view.why, actions);
    ui.text_cut(head.middle_row(18), words.why, type::k13m, ui.t().text);
    draw_text(ui, "why", lines.line(text_height(ui, lines.w, view.why, 54, 160), 8), words.why, view.why,
              app::FormField::ProblemWhy, item, actions);
    draw_places(ui, "also", lines, words.also, view.also_places, view.pick_also, actions);
    lines.skip(8);
    Rect foot = lines.line(size::kSmall, 10);
    const GroupScope group(ui, "foot", Arrows::Horizontal);
    if (!view.pick.label.empty())
        action_button_left(ui, "pick", foot, view.pick, actions, ButtonKind::Normal, ButtonSize::Small);
    action_button_right(ui, "remove", foot, view.remove, actions, ButtonKind::Quiet, ButtonSize::Small);
}

void draw_problem(Ui& ui, Lines& lines, const Rect& across, int item, const app::ProblemForm& view,
                  const app::AuthorWords& words, app::Actions& actions) {
    const Tokens& t = ui.t();
    const Scope scope(ui, std::to_string(item));
    const Rect line{across.x, lines.y, across.w, view.also.empty() ? 56.0F : 74.0F};
    const Item it =
        row(ui, "row", line,
            {.label = view.title + ". " + view.quote, .value = view.state, .selected = view.selected, .radius = 0});
    ui.draw().hline(line.x, line.y, line.w, t.line);
    if (it.pressed) actions.push_back(view.action);
    Rect in = Rect{lines.x, line.y + 8, lines.w, line.h - 16};
    number_disc(ui, {in.x + 10, in.y + 11}, view.number);
    in.take_left(32);
    const Color c = view.tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(view.tint));
    const Rect sign = in.take_right(18, 8);
    ui.draw().icon(icon_of(view.icon), Rect{sign.x, in.y + 2, 18, 18}, 18, c);
    ui.tooltip(it, view.state, line);
    Rect head = in.take_top(22);
    const float title = std::min(ui.draw().width(view.title, type::k15m) + 1, head.w);
    ui.text_cut(head.take_left(title, 8), view.title, type::k15m, t.text);
    if (head.w > 30) ui.text_cut(head.middle_row(18), view.rule, type::k13, t.text2);
    Rect quote = in.take_top(18);
    const float where = std::min(quote.w * 0.6F, ui.draw().width(view.where, type::k13) + 2);
    const float words_width = std::min(quote.w - where - 6, ui.draw().width(view.quote, type::k13) + 1);
    ui.text_cut(quote.take_left(words_width, 5), view.quote, type::k13, t.text);
    ui.text_cut(quote.take_left(where), view.where, type::k13, t.text3);
    if (!view.also.empty()) ui.text_cut(in.take_top(18), view.also, type::k13, t.text2);
    lines.y = line.bottom();
    if (!view.selected) return;
    Lines open{lines.x + 32, lines.y + 6, lines.w - 32};
    draw_open(ui, open, item, view, words, actions);
    lines.y = open.y;
}

void draw_hint(Ui& ui, Lines& lines, const Rect& across, const std::string& id, const app::FormHint& view,
               app::Actions& actions) {
    const Tokens& t = ui.t();
    const GroupScope scope(ui, id, Arrows::Horizontal);
    float buttons = 0;
    for (const app::Button& b : view.buttons)
        buttons += button_width(ui, button_spec(b, ButtonKind::Normal, ButtonSize::Small)) + 8;
    const bool below = buttons > lines.w * 0.5F;
    const float words = lines.w - 32 - (below ? 0 : buttons + 4);
    const float text = ui.draw().para_height(words, view.text, type::k13m),
                detail = ui.draw().para_height(words, view.detail, type::k13);
    const Rect line{across.x, lines.y, across.w, text + (view.detail.empty() ? 0 : detail) + 20 + (below ? 36 : 0)};
    ui.draw().hline(line.x, line.y, line.w, t.line);
    const float top = line.y + 10;
    ui.draw().icon(icon_of(view.icon), Rect{lines.x, top, 20, 18}, 18,
                   view.tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(view.tint)));
    ui.draw().para(lines.x + 32, top, words, view.text, type::k13m, t.text);
    if (!view.detail.empty()) ui.draw().para(lines.x + 32, top + text, words, view.detail, type::k13, t.text2);
    Rect bar = below ? Rect{lines.x + 32, line.bottom() - 40, lines.w - 32, 32}
                     : Rect{lines.x + lines.w - buttons, line.y, buttons, line.h};
    for (std::size_t i = 0; i < view.buttons.size(); ++i)
        action_button_left(ui, std::to_string(i), bar, view.buttons[i], actions, ButtonKind::Normal, ButtonSize::Small);
    lines.y = line.bottom();
}

} // namespace

void draw_form_problems(Ui& ui, const Rect& area, const app::AuthorView& whole, app::Actions& actions) {
    const app::FormPageView& view = whole.form->page;
    const Scope scope(ui, "problems");
    ui.draw().fill(area, ui.t().surface);
    ui.draw().hline(area.x, area.y, area.w, ui.t().line);
    Rect rest = area;
    Rect head = rest.take_top(kHead).inset(16, 0);
    if (!view.add_problem.label.empty()) {
        ButtonSpec look = menu_spec(view.add_problem, Icon::Plus);
        const float wide = button_width(ui, look);
        action_menu(ui, "add", head.take_right(wide, 8).middle_row(size::kSmall), view.add_problem, Icon::Plus,
                    actions);
    }
    draw_title(ui, head, whole.words.form_problems, view.problems_line);
    ScrollArea scroll(ui, "list", rest);
    Lines lines{scroll.content().x + 16, scroll.content().y, scroll.content().w - 16 - (16 - size::kGutter)};
    const Rect across{scroll.content().x, 0, area.w, 0};
    int item = 0;
    for (const app::ProblemForm& problem : view.problems)
        draw_problem(ui, lines, across, item++, problem, whole.words, actions);
    for (std::size_t i = 0; i < view.hints.size(); ++i)
        draw_hint(ui, lines, across, "hint-" + std::to_string(i), view.hints[i], actions);
    scroll.end(lines.y - scroll.content().y + 12);
}

} // namespace timbang::ui::author
