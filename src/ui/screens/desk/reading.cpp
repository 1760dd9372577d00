#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"
#include "ui/screens/desk/prose_block.h"

namespace timbang::ui::desk {

void draw_reading(Ui& ui, const Rect& area, const app::DeskView& view) {
    const Tokens& t = ui.t();
    const bool narrow = area.w < size::kSmallWidth;
    const float margin = narrow ? 16 : 48, top = narrow ? 16 : 32;
    const float column = std::min(area.w - 2 * margin - 24, prose_width(type::k15));
    ScrollArea scroll(ui, "reading", area, {.focusable = true, .label = view.step_title});
    const float words = view.step_text ? prose_height(ui, column, *view.step_text, type::k15) : 0;
    const bool titled = view.step_text && !view.step_text->blocks.empty() && view.step_text->blocks.front().kind == domain::BlockKind::Heading &&
                        view.step_text->blocks.front().level == 1;
    const float title = titled ? 0 : ui.draw().para_height(column, view.step_title, type::k24b) + 20;
    const float pad = narrow ? 20 : 40;
    const Rect card_rect{area.x + (area.w - column - 2 * pad) / 2, scroll.content().y + top, column + 2 * pad, title + words + 2 * pad};
    card(ui, card_rect);
    Column pen{card_rect.x + pad, card_rect.y + pad, column};
    if (!titled) pen.skip(ui.draw().para(pen.x, pen.y, pen.w, view.step_title, type::k24b, t.text) + 20);
    if (view.step_text) draw_prose(ui, pen.x, pen.y, pen.w, *view.step_text, type::k15, t.text);
    scroll.end(card_rect.h + 2 * top);
}

void draw_step_text(Ui& ui, const app::DeskView& view, app::Actions& actions) {
    if (!view.text_open) return;
    const Rect window = ui.window();
    Dialog dialog(ui, "step-text", {720, window.h - 144}, {.label = view.text_title, .top = 72});
    Rect area = dialog.rect();
    Rect head = area.take_top(36, 12);
    ButtonSpec close = button_spec(view.text_close, ButtonKind::Quiet);
    close.icon = Icon::Close;
    close.icon_only = true;
    close.key_hint = {};
    if (button_right(ui, "close", head, close) || dialog.escaped()) actions.push_back(view.text_close.action);
    ui.text_cut(head, view.text_title, type::k24b, ui.t().text);
    ScrollArea scroll(ui, "text", area, {.focusable = true, .label = view.text_title});
    float height = 0;
    if (view.step_text) height = draw_prose(ui, scroll.content().x, scroll.content().y, scroll.content().w - 8, *view.step_text, type::k15, ui.t().text);
    scroll.end(height + 8);
}

} // namespace timbang::ui::desk
