#pragma once

#include "app/actions.h"
#include "app/view/frame.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// A small question on the scrim: a field to type a name in, or yes and no.
void draw_dialog(Ui& ui, const app::Dialog& dialog, app::Actions& actions);

} // namespace timbang::ui
