#pragma once

#include "app/actions.h"
#include "app/view/desk.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct DeskOptions {};

void draw_desk(Ui& ui, const Rect& area, const app::DeskView& view, DeskOptions& options, app::Actions& actions);

} // namespace timbang::ui
