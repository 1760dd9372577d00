#include "ui/screens/dialog.h"

#include <algorithm>

#include "ui/kit/editor.h"
#include "ui/kit/layout.h"
#include "ui/screens/common.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

namespace {

void write_field(Column& column, const app::Dialog& dialog, app::Actions& actions) {
    Ui& ui = column.ui();
    column.gap(16);
    column.line(dialog.field_label, type::k13b, ui.t().text);
    column.gap(6);
    const Rect r = column.take(36);
    if (column.drawing()) {
        std::string text = dialog.field;
        EditorSpec spec{.label = dialog.field_label, .font = type::k15};
        spec.error = !dialog.problem.empty();
        spec.max_bytes = 120;
        const EditorResult typed = text_field(ui, "field", r, text, spec);
        if (typed.changed) actions.push_back(app::action::TypeName{text});
        if (typed.submitted) actions.push_back(dialog.primary.action);
    }
    if (dialog.problem.empty()) return;
    column.gap(6);
    column.para(dialog.problem, type::k13m, ui.t().ret);
}

void write_all(Column& column, const app::Dialog& dialog, app::Actions& actions) {
    Ui& ui = column.ui();
    column.para(dialog.title, type::k24b, ui.t().text);
    if (!dialog.text.empty()) {
        column.gap(8);
        column.para(dialog.text, type::k15, ui.t().text2, 15 * 36);
    }
    if (dialog.has_field) write_field(column, dialog, actions);
    column.gap(24);
    ButtonSpec primary = button_spec(dialog.primary, ButtonKind::Primary),
               cancel = button_spec(dialog.cancel, ButtonKind::Quiet);
    primary.key_hint = cancel.key_hint = {};
    const bool one_line = button_width(ui, primary) + 8 + button_width(ui, cancel) <= column.width();
    Rect line = column.take(size::kButton);
    Rect second = line;
    if (!one_line) second = (column.gap(8), column.take(size::kButton));
    if (!column.drawing()) return;
    if (button_right(ui, "primary", line, primary)) actions.push_back(dialog.primary.action);
    if (!dialog.cancel.label.empty() && button_right(ui, "cancel", one_line ? line : second, cancel))
        actions.push_back(dialog.cancel.action);
}

} // namespace

void draw_dialog(Ui& ui, const app::Dialog& dialog, app::Actions& actions) {
    const Rect window = ui.window();
    const float pad = window.w < size::kSmallWidth ? 16 : 28, width = std::min(520.0F, window.w - 16);
    Column measure(ui, {0, 0, width - 2 * pad, 0}, false);
    write_all(measure, dialog, actions);
    ui::Dialog box(ui, "dialog", {width, measure.used() + 2 * (pad - 4)}, {.label = dialog.title});
    Column draw(ui, {box.rect().x, box.rect().y, box.rect().w, 0}, true);
    write_all(draw, dialog, actions);
    if (box.escaped()) actions.push_back(dialog.cancel.action);
}

} // namespace timbang::ui
