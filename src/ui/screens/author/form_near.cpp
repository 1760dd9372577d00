#include "ui/screens/author/form_pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

void draw_hint(Ui& ui, Lines& lines, const app::IndicatorForm& form, app::Actions& actions) {
    const Tokens& t = ui.t();
    const float button =
        form.near_hint_button
            ? button_width(ui, button_spec(*form.near_hint_button, ButtonKind::Normal, ButtonSize::Small))
            : 0;
    const float words = lines.w - 24 - 26 - (button > 0 ? button + 12 : 0);
    const float high = ui.draw().para_height(words, form.near_hint, type::k13);
    const Rect box = lines.line(std::max(44.0F, high + 10));
    ui.draw().dashed(box, t.line2);
    Rect in = box.inset(12, 0);
    ui.draw().icon(Icon::LightbulbOutline, in.take_left(18, 8), 18, t.text3);
    ui.draw().para(in.x, box.y + (box.h - high) / 2, words, form.near_hint, type::k13, t.text2);
    if (button > 0)
        action_button(ui, "near-hint", {in.right() - button, box.y + (box.h - size::kSmall) / 2, button, size::kSmall},
                      *form.near_hint_button, actions, ButtonKind::Normal, ButtonSize::Small);
}

void draw_open(Ui& ui, Lines& lines, int item, const app::AuthorView& view, const app::NearRow& near,
               app::Actions& actions) {
    Rect bar = lines.line(size::kSmall, 8);
    if (!near.verdicts.empty()) {
        const SegmentSpec spec{.small = true, .icon_when_chosen = true, .label = view.words.verdict};
        const float wide = std::min(bar.w, segmented_width(ui, choices_of(near.verdicts), spec));
        action_segments(ui, "verdict", bar.take_left(wide, 8), near.verdicts, actions, spec);
    }
    if (!near.scores.empty()) {
        const SegmentSpec spec{.small = true, .equal = true, .label = view.words.score};
        const float wide = 36.0F * static_cast<float>(near.scores.size());
        if (wide > bar.w) bar = lines.line(size::kSmall, 8);
        action_segments(ui, "score", bar.take_left(std::min(wide, bar.w)), near.scores, actions, spec);
    }
    Rect head = lines.line(size::kSmall, 6);
    draw_languages(ui, "language", head, near.why, actions);
    ui.text_cut(head.middle_row(18), view.words.why, type::k13m, ui.t().text);
    draw_text(ui, "why", lines.line(text_height(ui, lines.w, near.why, 54, 160), 8), view.words.why, near.why,
              app::FormField::NearWhy, item, actions);
}

} // namespace

void draw_near(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions) {
    const app::IndicatorForm& form = *view.form->indicator;
    const Scope scope(ui, "near");
    Rect head = lines.line(36);
    action_button_right(ui, "add", head, form.add_near, actions, ButtonKind::Quiet, ButtonSize::Small);
    draw_title(ui, head, view.words.near, view.words.near_explain);
    int item = 0;
    for (const app::NearRow& near : form.near) {
        const Scope row_scope(ui, std::to_string(item));
        const Rect line = lines.line(36);
        Rect in = line;
        ButtonSpec remove = button_spec(near.remove, ButtonKind::Quiet, ButtonSize::Small);
        remove.icon = Icon::Delete;
        remove.icon_only = true;
        if (button_right(ui, "remove", in, remove)) actions.push_back(near.remove.action);
        const Item it = row(ui, "row", in, {.label = near.label, .expanded = near.open});
        if (it.pressed) actions.push_back(near.action);
        in = in.inset(8, 0);
        ui.draw().icon(near.open ? Icon::ChevronDown : Icon::ChevronRight, in.take_left(15, 8), 15, ui.t().text2);
        ui.text_cut(
            in.take_left(std::min(in.w, std::max(96.0F, ui.draw().width(near.label, type::k13m) + 12))).middle_row(18),
            near.label, type::k13m, ui.t().text);
        if (!near.open && in.w > 30) ui.text_cut(in.middle_row(18), near.why.text, type::k13, ui.t().text2);
        if (near.open) draw_open(ui, lines, item, view, near, actions);
        ++item;
    }
    if (!form.near_hint.empty()) draw_hint(ui, lines, form, actions);
}

} // namespace timbang::ui::author
