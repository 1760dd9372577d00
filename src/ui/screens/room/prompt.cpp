#include <algorithm>

#include "ui/screens/common.h"
#include "ui/screens/dialog.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {
namespace {

constexpr float kFieldLine = 18;

void write_problem(Column& column, const std::string& problem) {
    if (problem.empty()) return;
    Ui& ui = column.ui();
    column.gap(6);
    if (column.drawing()) ui.draw().icon(Icon::Alert, column.x(), column.y() + 1.5F, 15, ui.t().ret);
    Column words(ui, {column.x() + 21, column.y(), column.width() - 21, 0}, column.drawing());
    words.para(problem, type::k13m, ui.t().ret);
    column.gap(words.used());
}

void write_field(Column& column, const app::RoomField& field, const app::RoomPrompt& view, app::Actions& actions) {
    Ui& ui = column.ui();
    column.gap(14);
    column.para(field.label, type::k13b, ui.t().text);
    column.gap(6);
    const Rect r = column.take(field.lines > 1 ? static_cast<float>(field.lines) * kFieldLine + 18 : size::kButton);
    if (column.drawing()) {
        const bool submitted = draw_field(ui, "field-" + std::to_string(field.id), r, field, actions);
        if (submitted && view.primary.enabled) actions.push_back(view.primary.action);
    }
    write_problem(column, field.problem);
}

/// In one line where the words fit, else below each other.
void write_choice(Column& column, std::size_t place, const app::RoomPrompt::Row& row, app::Actions& actions) {
    Ui& ui = column.ui();
    const std::string id = "row-" + std::to_string(place);
    column.gap(14);
    column.para(row.label, type::k13b, ui.t().text);
    column.gap(6);
    const float wide = segmented_width(ui, choices_of(row.options));
    if (wide <= column.width()) {
        Rect line = column.take(size::kButton);
        if (column.drawing())
            action_segments(ui, id, line.take_left(wide), row.options, actions, {.label = row.label});
    } else {
        if (column.drawing()) ui.push_group(id, Arrows::Vertical);
        for (std::size_t i = 0; i < row.options.size(); ++i) {
            const Rect line = column.take(32);
            if (!column.drawing()) continue;
            if (radio(ui, std::to_string(i), line, row.options[i].label, row.options[i].chosen))
                actions.push_back(row.options[i].action);
        }
        if (column.drawing()) ui.pop_group();
    }
    write_problem(column, row.problem);
}

/// The primary button and Cancel at the right, the others at the left; below each other where they do not fit.
void write_buttons(Column& column, const app::RoomPrompt& view, app::Actions& actions) {
    Ui& ui = column.ui();
    column.gap(24);
    Rect line = column.take(size::kButton);
    bool others = false;
    const auto place = [&](const std::string& id, const app::Button& wanted, ButtonKind kind) {
        if (wanted.label.empty()) return;
        ButtonSpec spec = button_spec(wanted, kind);
        spec.key_hint = {};
        const float wide = button_width(ui, spec);
        if (wide > line.w) {
            column.gap(8);
            line = column.take(size::kButton);
        }
        const float width = std::min(line.w, wide);
        const Rect box = others ? line.take_left(width, 8) : line.take_right(width, 8);
        // A question that only needs a yes is not answered by Space: remotes and elbows press it.
        if (column.drawing() && (kind == ButtonKind::Primary && view.fields.empty() && view.choices.empty()
                                     ? enter_button(ui, id, box, spec)
                                     : button(ui, id, box, spec)))
            actions.push_back(wanted.action);
    };
    place("primary", view.primary, ButtonKind::Primary);
    place("cancel", view.cancel, ButtonKind::Quiet);
    others = true;
    for (std::size_t i = 0; i < view.others.size(); ++i)
        place("other-" + std::to_string(i), view.others[i], ButtonKind::Quiet);
}

void write_all(Column& column, const app::RoomPrompt& view, app::Actions& actions) {
    column.para(view.title, type::k24b, column.ui().t().text);
    if (!view.text.empty()) {
        column.gap(8);
        column.para(view.text, type::k15, column.ui().t().text2);
    }
    for (const app::RoomField& field : view.fields)
        write_field(column, field, view, actions);
    for (std::size_t i = 0; i < view.choices.size(); ++i)
        write_choice(column, i, view.choices[i], actions);
    write_boxed_lines(column, view.notes, view.title);
    write_buttons(column, view, actions);
}

} // namespace

void draw_prompt(Ui& ui, const app::RoomPrompt& view, app::Actions& actions) {
    if (written_dialog(ui, "prompt", 600, view.title, [&](Column& column) { write_all(column, view, actions); }))
        actions.push_back(view.cancel.action);
}

} // namespace timbang::ui::room
