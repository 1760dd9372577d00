#include "ui/screens/settings/cards.h"

#include <algorithm>
#include <string>

#include "ui/kit/editor.h"
#include "ui/screens/common.h"

namespace timbang::ui::settings {

namespace {

constexpr float kPerson = 52, kFolder = 38;

void draw_person(Ui& ui, const std::string& id, const Rect& r, const app::PersonRow& person, app::Actions& actions) {
    const Tokens& t = ui.t();
    Rect in = r.inset(10, 0);
    if (ui.draw().hidden(r)) // an item for the arrow keys only
        return action_button_right(ui, id, in, person.button, actions, ButtonKind::Normal, ButtonSize::Small);
    if (person.working) ui.draw().fill(r, t.acc_soft, size::kRadius);
    const Rect face = in.take_left(32, 12).middle_row(32);
    ui.draw().box(face, t.surface, t.line, 16);
    ui.draw().icon(Icon::AccountCircle, face, 18, t.acc);
    const ChipSpec spec{.label = person.working_word, .icon = Icon::Check, .tint = Tint::Accent};
    const float wide = person.working && !person.working_word.empty() ? chip_width(ui, spec) : 0;
    const ButtonSpec change = button_spec(person.button, ButtonKind::Normal, ButtonSize::Small);
    const float button = person.button.label.empty() ? 0 : button_width(ui, change) + 8;
    // At the right end where the line below the name stays whole, else behind the name.
    const bool at_end = in.w - button - wide - 12 >= ui.draw().width(person.line, type::k13);
    if (wide > 0 && at_end) chip(ui, in.take_right(wide, 12).middle_row(size::kChip), spec);
    if (button > 0) action_button_right(ui, id, in, person.button, actions, ButtonKind::Normal, ButtonSize::Small);
    const Rect words = in.middle_row(40);
    Rect first{words.x, words.y, words.w, 22};
    const Font font = person.working ? type::k15b : type::k15m;
    const float room = first.w - wide - 10;
    if (wide > 0 && !at_end && room > 60) {
        const float name = std::min(room, ui.draw().width(person.name, font) + 1);
        chip(ui, Rect{first.x + name + 10, first.y, wide, 22}, spec);
        first.w = name;
    }
    ui.text_cut(first, person.name, font, t.text);
    ui.text_cut({words.x, words.y + 22, words.w, 18}, person.line, type::k13, t.text2);
}

/// Show and, where another folder can be chosen, Choose; then Show is only its icon.
void draw_folder_buttons(Ui& ui, Rect& line, const app::FolderRow& folder, app::Actions& actions) {
    if (!folder.show.label.empty() && (folder.show.enabled || !folder.choose)) {
        ButtonSpec show = button_spec(folder.show, ButtonKind::Normal, ButtonSize::Small);
        show.icon_only = folder.choose.has_value();
        if (show.icon_only) show.icon = Icon::OpenInNew;
        if (button_right(ui, "show", line, show)) actions.push_back(folder.show.action);
    }
    if (folder.choose)
        action_button_right(ui, "choose", line, *folder.choose, actions, ButtonKind::Normal, ButtonSize::Small);
}

/// A choice with its own label above it.
void write_choice(Column& column, const std::string& id, std::span<const app::Choice> choices, app::Actions& actions,
                  std::string_view label) {
    const Rect r = column.take(36);
    if (column.drawing()) action_segments(column.ui(), id, r, choices, actions, {.equal = true, .label = label});
}

} // namespace

void write_head(Column& column, std::string_view title, std::string_view note) {
    Ui& ui = column.ui();
    const float words = ui.draw().width(title, type::k15b), hint = ui.draw().width(note, type::k13) + 1;
    const bool one_line = words + 16 + hint <= column.width();
    Rect r = column.take(22);
    if (column.drawing()) {
        if (one_line && !note.empty())
            ui.draw().text(r.take_right(hint, 12), note, type::k13, ui.t().text2, HAlign::Right);
        ui.text_cut(r, title, type::k15b, ui.t().text);
    }
    if (!one_line) column.para(note, type::k13, ui.t().text2);
    column.gap(8);
}

void write_people(Column& column, const app::SettingsView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    write_head(column, view.people_title, view.people_key);
    {
        const Scope scope(ui, "people");
        for (std::size_t i = 0; i < view.people.size(); ++i) {
            const Rect r = column.take(kPerson);
            const GroupScope group(ui, "rows", Arrows::Vertical);
            if (column.drawing()) draw_person(ui, std::to_string(i), r.inset(-10, 0), view.people[i], actions);
        }
    }
    column.gap(8);
    const ButtonSpec add = button_spec(view.add_person, ButtonKind::Normal, ButtonSize::Small);
    const float wide = button_width(ui, add);
    const bool one_line = wide + 8 + ui.draw().width(view.people_note, type::k13) <= column.width();
    Rect line = column.take(size::kSmall);
    if (column.drawing()) {
        action_button_left(ui, "add", line, view.add_person, actions, ButtonKind::Normal, ButtonSize::Small);
        if (one_line) ui.draw().text(line, view.people_note, type::k13, ui.t().text2);
    }
    if (one_line) return;
    column.gap(6);
    column.para(view.people_note, type::k13, ui.t().text2);
}

void write_feedback_level(Column& column, const app::SettingsView& view, app::Actions& actions) {
    Ui& ui = column.ui();
    write_head(column, view.feedback_title, view.feedback_note);
    write_choice(column, "level", view.levels, actions, view.feedback_title);
    column.gap(8);
    column.para(view.level_text, type::k13, ui.t().text2);
    if (view.mode_label.empty()) return;
    column.gap(14);
    column.line(view.mode_label, type::k13b, ui.t().text);
    column.gap(6);
    write_choice(column, "mode", view.modes, actions, view.mode_label);
    column.gap(8);
    column.para(view.mode_text, type::k13, ui.t().text2);
}

void write_folders(Column& column, const app::SettingsView& view, SettingsOptions& options, app::Actions& actions) {
    Ui& ui = column.ui();
    write_head(column, view.folders_title, {});
    options.folders.resize(view.folders.size());
    float label = 104;
    for (const app::FolderRow& folder : view.folders)
        label = std::max(label, ui.draw().width(folder.label, type::k15m) + 9);
    const bool above = column.width() < label + 260;
    for (std::size_t i = 0; i < view.folders.size(); ++i) {
        const app::FolderRow& folder = view.folders[i];
        if (above) column.line(folder.label, type::k15m, ui.t().text);
        Rect line = column.take(kFolder);
        if (column.drawing()) {
            const Scope scope(ui, "folder" + std::to_string(i));
            if (!above) ui.text_cut(line.take_left(label, 0), folder.label, type::k15m, ui.t().text);
            draw_folder_buttons(ui, line, folder, actions);
            SettingsOptions::Draft& draft = options.folders[i];
            // Sent when the person is done with it: Enter, or going on to something else.
            if (!draft.active || draft.given != folder.path) draft.typed = draft.given = folder.path;
            EditorSpec spec{.label = folder.label, .placeholder = folder.hint, .font = type::k13};
            spec.read_only = !folder.editable;
            spec.error = !folder.problem.empty();
            spec.max_bytes = 4000;
            const EditorResult typed = text_field(ui, "path", line.middle_row(size::kSmall), draft.typed, spec);
            const bool done = typed.submitted || (draft.active && !typed.focused);
            if (folder.editable && done && draft.typed != folder.path)
                actions.push_back(app::action::SetCaseFolder{draft.typed});
            draft.active = typed.focused;
        }
        if (!folder.problem.empty()) column.para(folder.problem, type::k13m, ui.t().ret);
    }
}

} // namespace timbang::ui::settings
