#include "ui/screens/common.h"
#include "ui/screens/feedback.h"
#include "ui/screens/desk/pieces.h"

namespace timbang::ui::desk {

ui::Choice choice_of(const app::Choice& choice) {
    ui::Choice cell;
    cell.label = choice.label;
    cell.icon = icon_of(choice.icon);
    cell.tint = tint_of(choice.tint);
    if (cell.tint == Tint::None) cell.neutral = true;
    return cell;
}

ChipSpec chip_spec(const app::Chip& chip) {
    ChipSpec spec;
    spec.label = chip.label;
    spec.icon = icon_of(chip.icon);
    spec.tint = tint_of(chip.tint);
    return spec;
}

std::string focus_path(const Ui& ui) {
    if (ui.focus_id() == 0) return {};
    for (const Node& node : ui.nodes())
        if (node.id == ui.focus_id()) return node.path;
    return {};
}

namespace {

ButtonSpec tool_spec(Icon icon, std::string_view label, bool enabled) {
    ButtonSpec spec;
    spec.label = label;
    spec.icon = icon;
    spec.kind = ButtonKind::Quiet;
    spec.size = ButtonSize::Small;
    spec.icon_only = true;
    spec.disabled = !enabled;
    return spec;
}

/// "2 steps generous" with its icon, tinted.
float draw_headline(Ui& ui, const Rect& at, const app::FeedbackBlock& view) {
    const Tokens& t = ui.t();
    const Tint tint = tint_of(view.tint);
    const Icon icon = icon_of(view.icon);
    const float indent = icon == Icon::None ? 12 : 40, words = at.w - indent - 12;
    const Rect box{at.x, at.y, at.w, ui.draw().para_height(words, view.headline, type::k15b) + 14};
    ui.draw().box(box, t.soft(tint), t.border(tint), size::kRadius);
    if (icon != Icon::None) ui.draw().icon(icon, box.x + 12, box.y + 9, 18, t.tint(tint));
    ui.draw().para(box.x + indent, box.y + 7, words, view.headline, type::k15b, t.tint(tint));
    return box.h;
}

constexpr Key kDigits[] = {Key::D1, Key::D2, Key::D3, Key::D4, Key::D5, Key::D6, Key::D7, Key::D8, Key::D9};

} // namespace

float draw_feedback(Ui& ui, const Rect& at, const app::FeedbackBlock& view, app::Actions& actions) {
    const float headline = draw_headline(ui, at, view) + 16;
    ui::Column column(ui, {at.x, at.y + headline, at.w, 0}, true);
    write_feedback(column, view, actions);
    return headline + column.used();
}

bool tool_right(Ui& ui, std::string_view id, Rect& bar, Icon icon, std::string_view label, bool enabled) {
    return button_right(ui, id, bar, tool_spec(icon, label, enabled), 0);
}

bool tool_left(Ui& ui, std::string_view id, Rect& bar, Icon icon, std::string_view label, bool enabled) {
    return button_left(ui, id, bar, tool_spec(icon, label, enabled), 0);
}

float draw_segments(Ui& ui, std::string_view id, Column& column, std::string_view label, const std::vector<app::Choice>& cells,
                    bool disabled, app::Actions& actions) {
    std::vector<ui::Choice> shown;
    int chosen = -1;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        shown.push_back(choice_of(cells[i]));
        if (i < std::size(kDigits)) shown.back().key = kDigits[i];
        if (cells[i].chosen) chosen = static_cast<int>(i);
    }
    SegmentSpec spec;
    spec.disabled = disabled;
    spec.label = label;
    const float before = column.y;
    if (segmented_width(ui, shown, spec) > column.w) spec.small = true; // its closer cells, at full height
    if (segmented_width(ui, shown, spec) <= column.w) {
        if (const auto picked = segmented(ui, id, column.line(size::kButton), shown, chosen, spec))
            actions.push_back(cells[static_cast<std::size_t>(*picked)].action);
        return column.y - before;
    }
    // Too narrow for one line: one cell below the other.
    spec.small = false;
    const GroupScope group(ui, id, Arrows::Vertical);
    spec.own_group = false;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const Rect line = column.line(size::kSmall + 4, 4);
        const std::span<const ui::Choice> one(&shown[i], 1);
        const bool key = !disabled && shown[i].key != Key::None && ui.group_key(shown[i].key);
        if (segmented(ui, std::to_string(i), line, one, cells[i].chosen ? 0 : -1, spec) || key) actions.push_back(cells[i].action);
    }
    column.y -= 4;
    return column.y - before;
}

namespace {

std::array<ui::Choice, 3> check_cells(const app::CheckRow& row) {
    constexpr Key kKeys[] = {Key::Y, Key::N, Key::U};
    std::array<ui::Choice, 3> cells;
    for (std::size_t k = 0; k < 3; ++k) {
        cells[k] = choice_of(row.cells[k]);
        cells[k].key = kKeys[k];
    }
    return cells;
}

} // namespace

float checks_width(Ui& ui, const std::vector<app::CheckRow>& rows) {
    SegmentSpec spec;
    spec.small = true;
    float width = 0;
    for (const app::CheckRow& row : rows) width = std::max(width, segmented_width(ui, check_cells(row), spec));
    return width;
}

void draw_checklist(Ui& ui, std::string_view id, Column& column, const std::vector<app::CheckRow>& rows, bool disabled,
                    app::Actions& actions) {
    const float width = checks_width(ui, rows);
    const GroupScope group(ui, id, Arrows::Grid);
    for (const app::CheckRow& one : rows) {
        int chosen = -1;
        for (int k = 0; k < 3; ++k)
            if (one.cells[k].chosen) chosen = k;
        const Rect line = column.line(check_row_height(ui, column.w, one.label, width));
        if (one.missing) ui.draw().fill({line.x - 10, line.y + 6, 3, line.h - 12}, ui.t().ret, 1.5F);
        const Rect words{line.x, line.y, line.w - width - 8, line.h};
        const Item about = ui.item(one.rule + "-about", words, {.role = Role::Figure, .label = one.label, .value = one.explain, .focusable = false});
        if (const auto picked = check_row(ui, one.rule, line, one.label, check_cells(one), chosen, width, disabled))
            actions.push_back(one.cells[*picked].action);
        ui.tooltip(about, one.explain, words);
    }
}

void draw_radio_rows(Ui& ui, std::string_view id, Column& column, const std::vector<app::Choice>& rows, bool disabled,
                     app::Actions& actions) {
    const Tokens& t = ui.t();
    const GroupScope group(ui, id, Arrows::Vertical);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const app::Choice& choice = rows[i];
        const Font font = choice.chosen ? type::k15b : type::k15m;
        const float hint = choice.hint.empty() ? 0 : ui.draw().width(choice.hint, type::k13) + 12;
        const float words = column.w - 12 - 18 - 12 - 12 - hint;
        const float height = std::max(40.0F, ui.draw().para_height(words, choice.label, font) + 18);
        Rect line = column.line(height);
        const Item item = row(ui, std::to_string(i), line, {.label = choice.label, .value = choice.hint, .selected = choice.chosen,
                                                            .disabled = disabled, .role = Role::Radio});
        if (item.pressed) actions.push_back(choice.action);
        line = line.inset(12, 0);
        radio_ring(ui, line.take_left(18, 12).centre(), choice.chosen);
        if (hint > 0) ui.draw().text(line.take_right(hint - 11, 11), choice.hint, type::k13, choice.chosen ? t.acc : t.text2, HAlign::Right);
        const Color color = disabled ? t.text3 : t.text;
        ui.draw().para(line.x, line.y + (line.h - ui.draw().para_height(words, choice.label, font)) / 2, words, choice.label, font, color);
    }
}

} // namespace timbang::ui::desk
