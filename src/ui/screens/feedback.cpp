#include "ui/screens/feedback.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/kit/editor.h"
#include "ui/kit/widgets.h"
#include "ui/screens/common.h"
#include "ui/screens/passage.h"
#include "ui/screens/points.h"
#include "ui/screens/prose.h"

namespace timbang::ui {

namespace {

constexpr float kPassage = 352, kBeside = 700, kField = 76;

/// A small bold word and what follows it, wrapped together.
void write_named(Column& column, std::string_view name, std::string_view words) {
    if (words.empty()) return;
    const Tokens& t = column.ui().t();
    const std::vector<TextRun> runs{
        {name, type::k13b, t.text}, {"  ", type::k13, t.text2}, {words, type::k13, t.text2}};
    column.runs(runs, 13 * 40);
}

void write_label(Column& column, const app::ReasonView& reason) {
    Ui& ui = column.ui();
    if (!reason.chip && reason.label.empty()) return;
    if (!reason.chip) {
        column.para(reason.label, type::k13b, ui.t().text);
        column.gap(4);
        return;
    }
    const ChipSpec spec{
        .label = reason.chip->label, .icon = icon_of(reason.chip->icon), .tint = tint_of(reason.chip->tint)};
    const float wide = chip_width(ui, spec), words = ui.draw().width(reason.label, type::k13);
    const bool one_line = wide + 8 + words <= column.width();
    const Rect line = column.take(size::kChip);
    if (column.drawing()) chip(ui, {line.x, line.y, std::min(wide, line.w), line.h}, spec);
    if (one_line) {
        if (column.drawing())
            ui.draw().text(Rect{line.x + wide + 8, line.y, words + 1, line.h}, reason.label, type::k13, ui.t().text2);
    } else {
        column.gap(4);
        column.para(reason.label, type::k13, ui.t().text2);
    }
    column.gap(8);
}

void write_panel(Column& column, const app::FeedbackBlock& block) {
    const Tokens& t = column.ui().t();
    if (!block.near.empty()) {
        column.gap(10);
        column.para(block.near, type::k13, t.text2, 13 * 40);
    }
    if (!block.you_wrote.empty()) {
        column.gap(6);
        write_named(column, block.you_wrote_label, block.you_wrote);
    }
    if (!block.panel.empty()) {
        column.gap(10);
        column.para(block.panel, type::k13m, t.text, 13 * 40);
    }
    for (const std::string& reason : block.panel_reasons) {
        column.gap(2);
        column.para(reason, type::k13, t.text2, 13 * 40);
    }
}

/// The button that opens the page and, beside the last of them, "I see this differently".
void write_buttons(Column& column, const app::Button* open, const app::Button* differ, app::Actions& actions) {
    Ui& ui = column.ui();
    if (open && open->label.empty()) open = nullptr;
    if (!open && !differ) return;
    const auto wide = [&](const app::Button* b) {
        return b ? button_width(ui, button_spec(*b, ButtonKind::Normal, ButtonSize::Small)) + 8 : 0;
    };
    const bool two_lines = open && differ && wide(open) + wide(differ) > column.width();
    column.gap(12);
    Rect line = column.take(size::kSmall);
    if (open && column.drawing()) {
        Rect r = line;
        r.w = std::min(r.w, wide(open) - 8);
        action_button(ui, "open", r, *open, actions, ButtonKind::Normal, ButtonSize::Small);
    }
    if (!differ) return;
    if (open && !two_lines) line.take_left(wide(open));
    if (two_lines) line = (column.gap(4), column.take(size::kSmall));
    if (!open || two_lines) line.take_left(-10);
    line.w = std::min(line.w, wide(differ) - 8);
    if (column.drawing()) action_button(ui, "differ", line, *differ, actions, ButtonKind::Quiet, ButtonSize::Small);
}

/// Words of a reason; of the only reason, what belongs to all of them stands here too.
void write_words(Column& column, const app::ReasonView& reason, const app::FeedbackBlock& block,
                 app::Actions& actions) {
    Ui& ui = column.ui();
    const bool only = block.reasons.size() == 1;
    write_label(column, reason);
    write_prose(column, reason.why, type::k15, ui.t().text);
    if (!reason.rests_on.empty()) {
        column.gap(reason.why ? 10 : 2);
        write_named(column, block.rests_on_label, reason.rests_on);
    }
    if (only) write_panel(column, block);
    write_buttons(column, reason.passage ? &reason.passage->open : nullptr,
                  only && block.differ ? &*block.differ : nullptr, actions);
}

/// The reading that goes with these reasons.
void write_reading(Column& column, const app::FeedbackBlock& block, app::Actions& actions) {
    if (!block.reading) return;
    column.gap(12);
    Rect line = column.take(size::kSmall);
    if (!column.drawing()) return;
    const ButtonSpec look = button_spec(*block.reading, ButtonKind::Normal, ButtonSize::Small);
    line.w = std::min(line.w, button_width(column.ui(), look));
    action_button(column.ui(), "reading", line, *block.reading, actions, ButtonKind::Normal, ButtonSize::Small);
}

/// The reasons one below the other; the page beside its reason where there is room, the only page beside the first.
void write_reasons(Column& column, const app::FeedbackBlock& block, app::Actions& actions) {
    Ui& ui = column.ui();
    const bool beside = column.width() >= kBeside;
    const auto pages = std::count_if(block.reasons.begin(), block.reasons.end(), [](const auto& one) { return one.passage.has_value(); });
    const Rect area{column.x(), column.y(), column.width(), 0};
    Column left(ui, {area.x, area.y, beside && pages > 0 ? area.w - kPassage - 24 : area.w, 0}, column.drawing());
    Column right(ui, {area.right() - kPassage, area.y, kPassage, 0}, column.drawing());
    for (std::size_t i = 0; i < block.reasons.size(); ++i) {
        const app::ReasonView& reason = block.reasons[i];
        if (i > 0) left.gap(20);
        const Scope one(ui, std::to_string(i));
        if (beside && reason.passage) {
            if (right.used() > 0) right.gap(16);
            if (pages > 1) right.gap(std::max(0.0F, left.used() - right.used()));
            write_passage(right, *reason.passage);
        }
        write_words(left, reason, block, actions);
        if (!reason.passage || beside) continue;
        left.gap(12);
        write_passage(left, *reason.passage);
    }
    column.gap(std::max(left.used(), right.used()));
}

/// A page of paper in every theme, with the model of a letter.
void write_model(Column& column, const app::FeedbackBlock& block) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    if (!block.model) return;
    column.para(block.model_title, type::k13b, t.text);
    column.gap(6);
    const Font font{Face::Serif, 13, 17};
    const Rect inside{column.x() + 16, column.y() + 14, column.width() - 32, 0};
    Column measure(ui, inside, false);
    write_prose(measure, block.model, font, t.ink);
    const Rect paper = column.take(measure.used() + 28);
    if (!column.drawing()) return;
    ui.draw().box(paper, t.paper, t.line2);
    Column words(ui, inside, true);
    write_prose(words, block.model, font, t.ink);
}

/// The own letter and the points to tick beside the model.
void write_letter(Column& column, const app::FeedbackBlock& block, app::Actions& actions) {
    Ui& ui = column.ui();
    const Tokens& t = ui.t();
    const bool beside = column.width() >= kBeside;
    Column left(ui, {column.x(), column.y(), beside ? (column.width() - 24) * 0.42F : column.width(), 0}, column.drawing());
    left.para(block.points_title, type::k13b, t.text);
    left.para(block.points_note, type::k13, t.text2);
    left.gap(8);
    write_points(left, block.points, actions);
    left.gap(6);
    left.para(block.points_count, type::k13, t.text2);
    if (!block.you_wrote.empty()) {
        left.gap(14);
        left.para(block.you_wrote_label, type::k13b, t.text);
        left.gap(2);
        left.para(block.you_wrote, type::k15, t.text);
    }
    if (!beside) {
        left.gap(16);
        write_model(left, block);
        return column.gap(left.used());
    }
    Column right(ui, {column.x() + left.width() + 24, column.y(), column.width() - left.width() - 24, 0}, column.drawing());
    write_model(right, block);
    column.gap(std::max(left.used(), right.used()));
}

/// The field of "I see this differently", or what was said in it.
void write_differ(Column& column, const app::FeedbackBlock& block, app::Actions& actions) {
    Ui& ui = column.ui();
    if (!block.differ_open) {
        if (block.differ_text.empty()) return;
        column.gap(6);
        column.para(block.differ_text, type::k13, ui.t().text2, 13 * 40);
        return;
    }
    column.gap(8);
    Rect field = column.take(kField);
    field.w = std::min(field.w, 13.0F * 40);
    column.gap(8);
    Rect line = column.take(size::kSmall);
    if (!column.drawing()) return;
    std::string text = block.differ_text;
    const EditorSpec spec{.label = block.differ ? std::string_view(block.differ->label)
                                                : std::string_view(block.differ_hint),
                          .placeholder = block.differ_hint};
    if (editor(ui, "differ-text", field, text, spec).changed) actions.push_back(app::action::EditDisagreement{text});
    action_button_left(ui, "differ-send", line, block.differ_send, actions, ButtonKind::Normal, ButtonSize::Small);
}

} // namespace

void write_feedback(Column& column, const app::FeedbackBlock& block, app::Actions& actions) {
    Ui& ui = column.ui();
    const Scope scope(ui, "feedback");
    if (!block.former.empty()) {
        column.para(block.former, type::k13m, ui.t().text2, 13 * 44);
        column.gap(12);
    }
    write_reasons(column, block, actions);
    write_reading(column, block, actions);
    if (!block.points.empty()) return write_letter(column, block, actions);
    if (block.reasons.size() != 1) {
        write_panel(column, block);
        write_buttons(column, nullptr, block.differ ? &*block.differ : nullptr, actions);
    }
    write_differ(column, block, actions);
}

} // namespace timbang::ui
