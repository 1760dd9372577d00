#pragma once

#include "app/actions.h"
#include "app/view/frame.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// A small question on the scrim: what is told, fields to type in, or yes and no.
void draw_dialog(Ui& ui, const app::Dialog& dialog, app::Actions& actions);
/// No dialog is open: what was typed into the last one is not remembered.
void forget_dialog(Ui& ui);

} // namespace timbang::ui
