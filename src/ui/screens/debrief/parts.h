#pragma once

#include "app/actions.h"
#include "app/view/debrief.h"
#include "ui/screens/flow.h"

/// The pieces of the debrief.
namespace timbang::ui::debrief {

/// The card with the large numbers. Returns its height at this width, or draws it.
[[nodiscard]] float numbers_height(Ui& ui, float width, const app::DebriefView& view);
void draw_numbers(Ui& ui, const Rect& r, const app::DebriefView& view);

/// One number card by itself (records shows four).
void draw_number(Ui& ui, const Rect& inside, const app::NumberCard& number);
[[nodiscard]] float number_need(Ui& ui, const app::NumberCard& number);
/// Found, missed and false alarms beside each other.
void draw_problems(Ui& ui, const Rect& inside, const app::ProblemNumbers& problems);
[[nodiscard]] float problems_need(Ui& ui, const app::ProblemNumbers& problems);

/// The table of indicators with the open row's reasons, and below it the parts of the steps.
void write_table(Column& column, const app::DebriefView& view, app::Actions& actions);
void write_parts(Column& column, const app::DebriefView& view, app::Actions& actions);

/// The cards at the side.
void write_habits(Column& column, const app::HabitsCard& card);
void write_next(Column& column, const app::NextCard& card, app::Actions& actions);
void write_lines(Column& column, const app::LineCard& card);

/// The page of a passage large, over everything.
void draw_overlay(Ui& ui, const app::PassageOverlay& overlay, app::Actions& actions);

} // namespace timbang::ui::debrief
