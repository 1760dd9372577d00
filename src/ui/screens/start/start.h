#pragma once

#include "app/actions.h"
#include "app/view/start.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct StartOptions {};

void draw_start(Ui& ui, const Rect& area, const app::StartView& view, StartOptions& options, app::Actions& actions);

} // namespace timbang::ui
