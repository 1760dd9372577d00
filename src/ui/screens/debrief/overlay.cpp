#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/debrief/parts.h"

namespace timbang::ui::debrief {

void draw_overlay(Ui& ui, const app::PassageOverlay& overlay, app::Actions& actions) {
    const Rect window = ui.window();
    Dialog dialog(ui, "passage", {std::min(window.w - 48, 840.0F), window.h - 48}, {.label = overlay.title, .top = 24});
    Rect area = dialog.rect();
    Rect head = area.take_top(size::kButton, 12);
    action_button_right(ui, "close", head, overlay.close, actions);
    ui.text_cut(head, overlay.title, type::k18b, ui.t().text);
    ui.draw().box(area, ui.t().sunken, ui.t().line, size::kRadius);
    if (dialog.escaped()) actions.push_back(overlay.close.action);
}

} // namespace timbang::ui::debrief
