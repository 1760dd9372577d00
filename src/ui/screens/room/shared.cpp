#include <algorithm>

#include "ui/kit/editor.h"
#include "ui/kit/menu.h"
#include "ui/screens/common.h"
#include "ui/screens/room/pieces.h"

namespace timbang::ui::room {

bool draw_field(Ui& ui, std::string_view id, const Rect& r, const app::RoomField& field, app::Actions& actions) {
    std::string text = field.text;
    EditorSpec spec{.label = field.label, .placeholder = field.hint};
    spec.font = field.lines > 1 || r.h < 32 ? type::k13 : type::k15;
    spec.error = !field.problem.empty();
    const EditorResult typed = field.lines > 1 ? editor(ui, id, r, text, spec) : text_field(ui, id, r, text, spec);
    if (typed.changed) actions.push_back(app::action::EditRoomField{field.id, text});
    return typed.submitted;
}

void menu_button(Ui& ui, std::string_view id, const Rect& r, const app::Menu& menu, const ButtonSpec& look,
                 app::Actions& actions) {
    const auto choices = choices_of(menu.options);
    if (const auto picked = dropdown(ui, id, r, look, choices, chosen_of(menu.options)))
        actions.push_back(menu.options[static_cast<std::size_t>(*picked)].action);
}

Icon chosen_icon(const app::Menu& menu) {
    const int chosen = chosen_of(menu.options);
    return chosen < 0 ? Icon::None : icon_of(menu.options[static_cast<std::size_t>(chosen)].icon);
}

void row_menu(Ui& ui, std::string_view id, const Rect& anchor, const app::Menu& menu, app::Actions& actions) {
    if (menu.options.empty() || !popup_open(ui, id)) return;
    const auto choices = choices_of(menu.options);
    if (const auto picked = menu_below(ui, id, anchor, choices, chosen_of(menu.options)))
        actions.push_back(menu.options[static_cast<std::size_t>(*picked)].action);
}

float words_width(Ui& ui, const app::Chip& chip, Font font) {
    const float icon = icon_of(chip.icon) == Icon::None ? 0.0F : chip.label.empty() ? 15.0F : 19.0F;
    return icon + ui.draw().width(chip.label, font) + 1;
}

void draw_words(Ui& ui, Rect line, const app::Chip& chip, Font font) {
    const Color color = words_color(ui, tint_of(chip.tint));
    const Icon icon = icon_of(chip.icon);
    if (icon != Icon::None) ui.draw().icon(icon, line.take_left(15, 4), 15, color);
    ui.text_cut(line.middle_row(font.line), chip.label, font, color);
}

void head_title(Ui& ui, const Rect& line, std::string_view title) {
    ui.text_cut(line.middle_row(22), title, type::k15b, ui.t().text);
}

void write_head(Column& column, std::string_view title, std::string_view note) {
    Ui& ui = column.ui();
    const float wide = ui.draw().width(note, type::k13) + 1;
    const bool beside = ui.draw().width(title, type::k15b) + 8 + wide <= column.width();
    Rect line = column.take(28);
    if (column.drawing()) {
        if (beside && !note.empty())
            ui.draw().text(line.take_right(wide, 8).middle_row(18), note, type::k13, ui.t().text2);
        head_title(ui, line, title);
    }
    if (!beside) column.para(note, type::k13, ui.t().text2);
    column.gap(8);
}

std::string shortened(Ui& ui, std::string_view words, Font font, float width) {
    if (ui.draw().width(words, font) <= width) return std::string(words);
    std::size_t end = 0;
    for (std::size_t at = 0; at < words.size();) {
        (void)next_codepoint(words, at);
        if (ui.draw().width(words.substr(0, at), font) + ui.draw().width("…", font) > width) break;
        end = at;
    }
    return std::string(words.substr(0, end)) + "…";
}

bool enter_button(Ui& ui, std::string_view id, const Rect& r, const ButtonSpec& spec) {
    if (ui.focused(id) && ui.key() && ui.key()->key == Key::Space) ui.take_key();
    return button(ui, id, r, spec);
}

} // namespace timbang::ui::room
