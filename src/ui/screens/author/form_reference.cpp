#include <algorithm>

#include "ui/screens/author/form_pieces.h"
#include "ui/screens/common.h"

namespace timbang::ui::author {
namespace {

constexpr float kLeft = 240, kTwoColumns = 560, kRow = 30;
/// What a rule's name needs beside its cells, so that its words stay whole.
constexpr float kLeastRule = 88;
constexpr SegmentSpec kCells{.small = true, .icon_when_chosen = true, .own_group = false};

/// Widths of the checklist: its longest code, and its widest cells.
struct RuleWidths {
    float code = 20, cells = 0;
    [[nodiscard]] float room(float line) const { return line - cells - 8 - code; }
};

RuleWidths rule_widths(Ui& ui, const app::IndicatorForm& form) {
    RuleWidths wide;
    for (const app::RuleRow& one : form.checklist) {
        wide.code = std::max(wide.code, ui.draw().width(one.code, type::k13) + 8);
        wide.cells = std::max(wide.cells, segmented_width(ui, choices_of(one.cells), kCells));
    }
    return wide;
}

void draw_answer(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions) {
    const app::IndicatorForm& form = *view.form->indicator;
    if (!form.verdicts.empty()) {
        const float wide = segmented_width(ui, choices_of(form.verdicts));
        const Rect bar = lines.line(size::kButton, 8);
        const SegmentSpec spec{.icon_when_chosen = wide > bar.w, .label = view.words.verdict};
        action_segments(ui, "verdict", bar, form.verdicts, actions, spec);
    }
    if (!form.scores.empty()) {
        const bool bounds = std::any_of(form.scores.begin(), form.scores.end(),
                                        [](const app::ScoreCell& c) { return !c.bound.empty(); });
        draw_scores(ui, "score", lines.line(bounds ? 48 : 36, 10), form.scores, view.words.score, actions);
    }
    if (!form.level_text.empty())
        lines.skip(ui.draw().para(lines.x, lines.y, lines.w, form.level_text, type::k13, ui.t().text2) + 8);
    Rect bar = lines.line(size::kSmall, 6);
    draw_languages(ui, "language", bar, form.why, actions);
    ui.text_cut(bar.middle_row(18), view.words.why, type::k13m, ui.t().text);
    const float high = text_height(ui, lines.w, form.why, 90, 200);
    draw_text(ui, "why", lines.line(high), view.words.why, form.why, app::FormField::ReferenceWhy, 0, actions);
}

void draw_rules(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions) {
    const app::IndicatorForm& form = *view.form->indicator;
    const Tokens& t = ui.t();
    Rect head = lines.line(20);
    const float title = ui.draw().width(view.words.checklist, type::k13m) + 2,
                note = ui.draw().width(view.words.open_explain, type::k13) + 2;
    if (head.w > title + note + 12)
        ui.draw().text(head.take_right(note, 12), view.words.open_explain, type::k13, t.text3, HAlign::Right);
    ui.text_cut(head, view.words.checklist, type::k13m, t.text);
    const RuleWidths wide = rule_widths(ui, form);
    const GroupScope group(ui, "checklist", Arrows::Grid);
    for (const app::RuleRow& one : form.checklist) {
        const float room = wide.room(lines.w);
        const float high = ui.draw().para_height(room, one.label, type::k13);
        Rect line = lines.line(std::max(kRow, high + 8));
        SegmentSpec look = kCells;
        look.label = one.label;
        auto states = choices_of(one.cells);
        for (std::size_t i = 0; i < states.size(); ++i)
            states[i].neutral = one.cells[i].tint == app::Tint::Neutral;
        const auto picked = segmented(ui, one.code, line.take_right(wide.cells, 8).middle_row(size::kSmall), states,
                                      chosen_of(one.cells), look);
        if (picked) actions.push_back(one.cells[static_cast<std::size_t>(*picked)].action);
        const Rect words = line;
        ui.draw().text(line.take_left(wide.code).middle_row(18), one.code, type::k13, t.text3);
        ui.draw().para(line.x, line.y + (line.h - high) / 2, room, one.label, type::k13, t.text);
        const Item it =
            ui.item(one.code + "-rule", words, {.role = Role::Figure, .label = one.label, .focusable = false});
        ui.tooltip(it, one.explain, words);
    }
}

} // namespace

void draw_places(Ui& ui, std::string_view id, Lines& lines, std::string_view label,
                 const std::vector<app::PassageChip>& places, const app::Button& pick, app::Actions& actions) {
    const GroupScope group(ui, id, Arrows::Horizontal);
    Rect line = lines.line(size::kChip);
    const auto room = [&](float wide) {
        if (wide > line.w && line.w < lines.w) lines.skip(6), line = lines.line(size::kChip);
        return line.take_left(std::min(wide, line.w), 6);
    };
    if (!label.empty())
        ui.text_cut(room(ui.draw().width(label, type::k13m) + 4).middle_row(18), label, type::k13m, ui.t().text);
    for (std::size_t i = 0; i < places.size(); ++i) {
        ChipSpec spec = chip_spec(places[i].chip);
        spec.tip = places[i].quote;
        if (places[i].remove.acts()) spec.trailing = Icon::Close;
        const Rect box = room(chip_width(ui, spec));
        const ChipResult did = chip_button(ui, std::to_string(i), box, spec);
        const bool cross =
            did.pressed && spec.trailing == Icon::Close && !ui.keyboard_used() && ui.mouse().x > box.right() - 24;
        if (did.remove || cross)
            actions.push_back(places[i].remove);
        else if (did.pressed)
            actions.push_back(places[i].show);
    }
    if (pick.label.empty()) return;
    ButtonSpec spec = button_spec(pick, ButtonKind::Quiet, ButtonSize::Small);
    spec.key_hint = {};
    if (button(ui, "pick", room(button_width(ui, spec)), spec)) actions.push_back(pick.action);
}

void draw_reference(Ui& ui, Lines& lines, const app::AuthorView& view, app::Actions& actions) {
    const app::IndicatorForm& form = *view.form->indicator;
    Rect head = lines.line(36);
    const float figure = form.figure.label.empty() ? 0 : status_width(ui, form.figure) + 2;
    const float title = ui.draw().width(view.words.reference, type::k15b);
    const bool beside = figure > 0 && figure + title + 24 < head.w;
    if (beside) {
        const Rect box = head.take_right(figure, 12);
        draw_status(ui, box.x, box, form.figure, form.figure.tint == app::Tint::Ok);
    }
    draw_title(ui, head, view.words.reference, view.words.reference_explain);
    if (figure > 0 && !beside) {
        const Rect line = lines.line(24);
        draw_status(ui, line.x, line, form.figure, form.figure.tint == app::Tint::Ok);
    }
    const float wanted =
        form.verdicts.empty()
            ? kLeft
            : std::max(kLeft, segmented_width(ui, choices_of(form.verdicts), {.icon_when_chosen = true}));
    if (lines.w < kTwoColumns || rule_widths(ui, form).room(lines.w - wanted - 16) < kLeastRule) {
        draw_answer(ui, lines, view, actions);
        lines.skip(12);
        draw_rules(ui, lines, view, actions);
        lines.skip(8);
        draw_places(ui, "rests-on", lines, view.words.rests_on, form.rests_on, form.pick, actions);
        return;
    }
    const float left_width = wanted;
    Lines left{lines.x, lines.y, left_width}, right{lines.x + left_width + 16, lines.y, lines.w - left_width - 16};
    draw_answer(ui, left, view, actions);
    draw_rules(ui, right, view, actions);
    right.skip(8);
    draw_places(ui, "rests-on", right, view.words.rests_on, form.rests_on, form.pick, actions);
    lines.y = std::max(left.y, right.y);
}

} // namespace timbang::ui::author
