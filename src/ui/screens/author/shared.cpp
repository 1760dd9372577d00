#include "ui/kit/editor.h"
#include "ui/screens/author/pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {

std::string focus_path(const Ui& ui) {
    for (const Node& n : ui.nodes())
        if (n.id == ui.focus_id()) return n.path;
    return {};
}

ChipSpec chip_spec(const app::Chip& chip) {
    return {.label = chip.label, .icon = icon_of(chip.icon), .tint = tint_of(chip.tint)};
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

float status_width(Ui& ui, const app::Chip& chip) {
    return (chip.icon[0] != 0 ? 20.0F : 0.0F) + ui.draw().width(chip.label, type::k13m);
}

float draw_status(Ui& ui, float x, const Rect& line, const app::Chip& chip, bool plain_words) {
    const Color c = chip.tint == app::Tint::Neutral ? ui.t().text2 : ui.t().tint(tint_of(chip.tint));
    const float from = x;
    if (chip.icon[0] != 0) {
        ui.draw().icon(icon_of(chip.icon), Rect{x, line.y, 15, line.h}, 15, c);
        x += 20;
    }
    const float wide = ui.draw().width(chip.label, type::k13m);
    ui.text_cut(Rect{x, line.y, std::min(wide + 1, line.right() - x), line.h}.middle_row(18), chip.label, type::k13m,
                plain_words ? ui.t().text2 : c);
    return x + wide - from;
}

void draw_title(Ui& ui, Rect& line, std::string_view title, std::string_view explain) {
    const float wide = ui.draw().width(title, type::k15b);
    ui.text_cut(line.take_left(std::min(wide + 1, line.w), 8).middle_row(22), title, type::k15b, ui.t().text);
    if (!explain.empty() && line.w > 40) ui.text_cut(line.middle_row(18), explain, type::k13, ui.t().text2);
}

void draw_languages(Ui& ui, std::string_view id, Rect& bar, const app::FormTextView& view, app::Actions& actions) {
    const auto cells = choices_of(view.languages);
    const float wide = segmented_width(ui, cells, {.small = true});
    action_segments(ui, id, bar.take_right(wide, 8).middle_row(size::kSmall), view.languages, actions, {.small = true});
    if (!view.missing.empty() && bar.w > 60) {
        const app::Chip chip{view.missing, "alert", app::Tint::Return};
        const float width = std::min(bar.w, status_width(ui, chip) + 2);
        const Rect line = bar.take_right(width, 8);
        draw_status(ui, line.x, line, chip);
    }
}

float text_height(Ui& ui, float width, const app::FormTextView& view, float least, float most) {
    const float words = ui.draw().para_height(width - 24, view.text, type::k13);
    return std::min(most, std::max(least, words + 18));
}

void draw_text(Ui& ui, std::string_view id, const Rect& r, std::string_view label, const app::FormTextView& view,
               app::FormField field, int item, app::Actions& actions) {
    std::string text = view.text;
    EditorSpec spec{.label = label, .placeholder = view.hint};
    spec.outer_undo = true;
    if (editor(ui, id, r, text, spec).changed)
        actions.push_back(app::action::EditFormText{field, item, view.lang, text});
}

void draw_menu(Ui& ui, std::string_view id, Rect& bar, const app::Menu& menu, Icon icon, app::Actions& actions) {
    ButtonSpec spec = menu_spec(menu, icon);
    const float wide = std::min(bar.w, button_width(ui, spec));
    if (menu.set) spec.trailing = Icon::ChevronDown; // what is set here is a value, not a filter
    action_menu(ui, id, bar.take_left(wide, 8).middle_row(size::kSmall), menu, icon, actions);
}

void draw_scores(Ui& ui, std::string_view id, const Rect& r, const std::vector<app::ScoreCell>& cells,
                 std::string_view label, app::Actions& actions) {
    std::vector<Choice> band;
    int chosen = -1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        band.push_back({.label = cells[i].score, .note = cells[i].bound});
        if (cells[i].chosen) chosen = static_cast<int>(i);
    }
    if (const auto picked = score_band(ui, id, r, band, chosen, false, label))
        actions.push_back(cells[static_cast<std::size_t>(*picked)].action);
}

} // namespace timbang::ui::author
