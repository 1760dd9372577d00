#pragma once

#include "app/actions.h"
#include "app/view/settings.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct SettingsOptions {};

void draw_settings(Ui& ui, const Rect& area, const app::SettingsView& view, SettingsOptions& options, app::Actions& actions);

} // namespace timbang::ui
