#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/form_sections.h"

namespace timbang::ui::desk {

void draw_indicator_card(Ui& ui, const Rect& r, const app::DecisionForm& view) {
    ButtonSpec sign{.label = view.asks_title, .icon = Icon::InformationOutline, .kind = ButtonKind::Quiet, .size = ButtonSize::Small};
    sign.icon_only = true;
    sign.expanded = popup_open(ui, "card");
    if (button(ui, "asks", r, sign)) open_popup(ui, "card");
    const float width = std::min(380.0F, ui.window().w - 16), words = width - 32;
    const float height = 24 + ui.draw().para_height(words, view.asks, type::k15) + 28;
    Popup popup(ui, "card", r, {width, std::min(height, ui.window().h - 16)});
    if (!popup.open()) return;
    ScrollArea scroll(ui, "words", popup.rect().inset(1), {.focusable = true, .gutter = false, .label = view.asks});
    const Rect at{scroll.content().x + 15, scroll.content().y + 13, words, 0};
    ui.draw().para(at.x, at.y, words, view.asks_title, type::k13b, ui.t().text);
    ui.draw().para(at.x, at.y + 24, words, view.asks, type::k15, ui.t().text);
    scroll.end(height - 2);
}

} // namespace timbang::ui::desk
