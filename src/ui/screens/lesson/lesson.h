#pragma once

#include "app/actions.h"
#include "app/view/lesson.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct LessonOptions {};

/// A reading with its exercise: beside each other where there is room, else below one another.
void draw_lesson(Ui& ui, const Rect& area, const app::LessonView& view, LessonOptions& options, app::Actions& actions);

} // namespace timbang::ui
