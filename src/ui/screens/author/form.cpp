#include "ui/screens/author/form_pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kMargin = 20;

void rule(Ui& ui, Lines& lines, const Rect& area, float above) {
    lines.skip(above);
    ui.draw().hline(area.x, lines.y, area.w, ui.t().line);
    lines.skip(1 + 2);
}

void draw_broken(Ui& ui, Lines& lines, const app::IndicatorForm& form, app::Actions& actions) {
    lines.skip(16);
    ui.draw().icon(Icon::Alert, Rect{lines.x, lines.y + 2, 18, 18}, 18, ui.t().ret);
    lines.skip(
        ui.draw().para(lines.x + 28, lines.y, std::min(520.0F, lines.w - 28), form.broken, type::k15, ui.t().text) +
        16);
    Rect bar = lines.line(size::kButton);
    bar.take_left(28);
    action_button_left(ui, "to-text", bar, form.to_text, actions, ButtonKind::Primary);
}

} // namespace

void draw_form(Ui& ui, const Rect& area, const app::AuthorView& view, AuthorOptions& options, app::Actions& actions) {
    const Tokens& t = ui.t();
    ui.draw().fill(area, t.surface);
    if (view.form->other) return draw_section(ui, area, *view.form->other, options, actions);
    if (!view.form->indicator) return;
    const app::IndicatorForm& form = *view.form->indicator;
    const Scope scope(ui, "form");
    if (options.shown != form.code) {
        options.shown = form.code;
        scroll_to_top(ui, "body");
    }
    ScrollArea scroll(ui, "body", area);
    const float margin = area.w < 520 ? 12 : kMargin;
    const Rect content = scroll.content();
    Lines lines{content.x + margin, content.y + 10, content.w - margin - (margin - size::kGutter)};
    const Rect across{content.x, 0, area.w, 0};
    ui.text_cut(lines.line(18), form.code_line, type::k13m, t.text2);
    lines.skip(ui.draw().para(lines.x, lines.y, lines.w, form.title, type::k18b, t.text) + 2);
    if (!form.broken.empty()) {
        draw_broken(ui, lines, form, actions);
    } else {
        if (form.answers) draw_answers(ui, lines, *form.answers, actions);
        draw_reference(ui, lines, view, actions);
        rule(ui, lines, across, 12);
        draw_near(ui, lines, view, actions);
        rule(ui, lines, across, 8);
        draw_replies(ui, lines, view, actions);
    }
    scroll.end(lines.y - content.y + 24);
}

} // namespace timbang::ui::author
