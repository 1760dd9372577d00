#pragma once

#include <functional>
#include <span>

#include "app/actions.h"
#include "app/view/debrief.h"
#include "ui/screens/flow.h"

/// The pieces of the debrief.
namespace timbang::ui::debrief {

/// The card with the large numbers; those of the problems, when there are any, stand before the last. Its height at
/// this width, and drawing it.
[[nodiscard]] float numbers_height(Ui& ui, float width, std::span<const app::NumberCard> cards,
                                   const app::ProblemNumbers* problems);
void draw_numbers(Ui& ui, const Rect& r, std::span<const app::NumberCard> cards, const app::ProblemNumbers* problems);

/// The table of indicators with the open row's reasons, and below it the parts of the steps.
void write_table(Column& column, const app::DebriefView& view, app::Actions& actions);
/// What can be taken home, at the right of a bar.
void draw_take_home(Ui& ui, Rect& bar, const app::DebriefView& view, app::Actions& actions);
void write_parts(Column& column, const app::DebriefView& view, app::Actions& actions);

/// A card round what `write` writes: measured first, then drawn.
void write_card(Column& column, const std::function<void(Column&)>& write);

/// The cards at the side.
void write_habits(Column& column, const app::HabitsCard& card);
void write_next(Column& column, const app::NextCard& card, app::Actions& actions);
void write_lines(Column& column, const app::LineCard& card);

/// The page of a passage large, over everything.
void draw_overlay(Ui& ui, const app::PassageOverlay& overlay, app::Actions& actions);

} // namespace timbang::ui::debrief
