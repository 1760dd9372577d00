#pragma once

#include <span>

#include "app/actions.h"
#include "app/view/feedback.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

/// The points of a reference letter with boxes to tick, in one group `points`. A point without an action is only to read.
void write_points(Column& column, std::span<const app::PointRow> points, app::Actions& actions);

} // namespace timbang::ui
