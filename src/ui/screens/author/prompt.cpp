#include <algorithm>

#include "ui/kit/editor.h"
#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"
#include "ui/screens/dialog.h"

namespace timbang::ui::author {
namespace {

void write_field(Column& column, const app::AuthorPrompt& view, app::Actions& actions) {
    Ui& ui = column.ui();
    column.gap(16);
    column.line(view.field_label, type::k13b, ui.t().text);
    column.gap(6);
    const Rect r = column.take(size::kButton);
    if (column.drawing()) {
        std::string text = view.field;
        EditorSpec spec{.label = view.field_label, .placeholder = view.field_hint, .font = type::k15};
        spec.error = !view.problem.empty();
        spec.max_bytes = 400;
        const EditorResult typed = text_field(ui, "field", r, text, spec);
        if (typed.changed) actions.push_back(app::action::TypePrompt{text});
        if (typed.submitted && view.primary.enabled) actions.push_back(view.primary.action);
    }
    if (view.problem.empty()) return;
    column.gap(6);
    column.para(view.problem, type::k13m, ui.t().ret);
}

void write_options(Column& column, const app::AuthorPrompt& view, app::Actions& actions) {
    Ui& ui = column.ui();
    column.gap(12);
    if (column.drawing()) ui.push_group("options", Arrows::Vertical);
    for (std::size_t i = 0; i < view.options.size(); ++i) {
        const app::Choice& option = view.options[i];
        const Rect line = column.take(32);
        if (column.drawing() && radio(ui, std::to_string(i), line, option.label, option.chosen))
            actions.push_back(option.action);
        if (option.hint.empty()) continue;
        const float high = ui.draw().para_height(column.width() - 30, option.hint, type::k13);
        const Rect hint = column.take(high + 6);
        if (column.drawing()) ui.draw().para(hint.x + 30, hint.y, hint.w - 30, option.hint, type::k13, ui.t().text2);
    }
    if (column.drawing()) ui.pop_group();
}

void write_buttons(Column& column, const app::AuthorPrompt& view, app::Actions& actions) {
    Ui& ui = column.ui();
    column.gap(24);
    struct Each {
        const char* id;
        const app::Button* button;
        ButtonKind kind;
    };
    std::vector<Each> all{{"primary", &view.primary, ButtonKind::Primary}};
    const char* names[]{"other-1", "other-2", "other-3"};
    for (std::size_t i = 0; i < view.others.size() && i < 3; ++i)
        all.push_back({names[i], &view.others[i], ButtonKind::Normal});
    all.push_back({"cancel", &view.cancel, ButtonKind::Quiet});
    std::erase_if(all, [](const Each& e) { return e.button->label.empty(); });
    Rect line = column.take(size::kButton);
    for (const Each& each : all) {
        ButtonSpec spec = button_spec(*each.button, each.kind);
        spec.key_hint = {};
        if (button_width(ui, spec) > line.w) {
            column.gap(8);
            line = column.take(size::kButton);
        }
        const Rect box = line.take_right(std::min(line.w, button_width(ui, spec)), 8);
        if (column.drawing() && button(ui, each.id, box, spec)) actions.push_back(each.button->action);
    }
}

void write_all(Column& column, const app::AuthorPrompt& view, app::Actions& actions) {
    column.para(view.title, type::k24b, column.ui().t().text);
    if (!view.text.empty()) {
        column.gap(8);
        column.para(view.text, type::k15, column.ui().t().text2);
    }
    if (view.has_field) write_field(column, view, actions);
    if (!view.options.empty()) write_options(column, view, actions);
    write_boxed_lines(column, view.lines, view.title);
    write_buttons(column, view, actions);
}

} // namespace

void draw_prompt(Ui& ui, const app::AuthorPrompt& view, app::Actions& actions) {
    if (written_dialog(ui, "prompt", 600, view.title, [&](Column& column) { write_all(column, view, actions); }))
        actions.push_back(view.cancel.action);
}

} // namespace timbang::ui::author
