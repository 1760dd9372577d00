#pragma once

#include "app/actions.h"
#include "app/view/lesson.h"
#include "ui/screens/flow.h"

/// The parts of a reading.
namespace timbang::ui::lesson {

/// The page of the figure with its callouts beside it, or below where there is no room.
void write_figure(Column& column, const app::LessonFigure& figure);
/// The card at the right: statements to judge, each with its reason as soon as it is answered.
void write_exercise(Column& column, const app::LessonView& view, app::Actions& actions);

} // namespace timbang::ui::lesson
