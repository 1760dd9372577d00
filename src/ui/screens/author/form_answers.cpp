#include "ui/screens/author/form_pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {

void draw_answers(Ui& ui, Lines& lines, const app::FormAnswers& view, app::Actions& actions) {
    const Tokens& t = ui.t();
    constexpr float kPad = 10, kIcon = 18, kGap = 10;
    const float words = lines.w - 2 * kPad - kIcon - kGap;
    const float text = ui.draw().para_height(words, view.text, type::k13);
    const float spread = view.spread.empty() ? 0 : ui.draw().para_height(words, view.spread, type::k13) + 4;
    Rect card = lines.line(text + spread + size::kSmall + 2 * kPad + 6, 4);
    ui.draw().fill(card, t.raised);
    Rect in = card.inset(kPad, kPad);
    const Color color = view.tint == app::Tint::Neutral ? t.text2 : t.tint(tint_of(view.tint));
    ui.draw().icon(icon_of(view.icon), Rect{in.x, in.y, kIcon, kIcon}, kIcon, color);
    in.take_left(kIcon, kGap);
    ui.draw().para(in.x, in.y, words, view.text, type::k13, t.text);
    if (spread > 0) ui.draw().para(in.x, in.y + text + 4, words, view.spread, type::k13, t.text2);
    in.take_top(text + spread, 6);
    Rect bar = in.take_top(size::kSmall);
    action_button_left(ui, "answers-report", bar, view.report, actions, ButtonKind::Quiet, ButtonSize::Small);
}

} // namespace timbang::ui::author
