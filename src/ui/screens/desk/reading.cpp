#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/desk/pieces.h"
#include "ui/screens/prose.h"

namespace timbang::ui::desk {

void draw_reading(Ui& ui, const Rect& area, const app::DeskView& view) {
    const Tokens& t = ui.t();
    const bool narrow = area.w < size::kSmallWidth;
    const float pad = narrow ? 20 : 40, top = narrow ? 16 : 32;
    const float width = std::min(area.w - 2 * (narrow ? 16.0F : 48.0F), 15.0F * 36 + 2 * pad);
    std::string& begun = ui.memory<std::string>(ui.id_of("begun"));
    if (begun != view.step_title) ui.focus(ui.path_of("reading")); // PageDown and the arrows read on at once
    begun = view.step_title;
    ScrollArea scroll(ui, "reading", area, {.focusable = true, .label = view.step_title});
    const Rect corner{area.x + (area.w - width) / 2 + pad, scroll.content().y + top + pad, width - 2 * pad, 0};
    const auto write = [&](bool drawing) {
        ui::Column column(ui, corner, drawing);
        if (!prose_has_title(view.step_text)) {
            column.para(view.step_title, type::k24b, t.text);
            column.gap(16);
        }
        write_prose(column, view.step_text, type::k15, t.text);
        return column.used();
    };
    const float height = write(false);
    card(ui, {corner.x - pad, corner.y - pad, width, height + 2 * pad});
    write(true);
    scroll.end(height + 2 * pad + 2 * top);
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
    ui::Column column(ui, {scroll.content().x, scroll.content().y, scroll.content().w - 8, 0}, true);
    write_prose(column, view.step_text, type::k15, ui.t().text, false);
    scroll.end(column.used() + 8);
}

} // namespace timbang::ui::desk
