#pragma once

#include "app/actions.h"
#include "app/view/settings.h"
#include "ui/screens/flow.h"
#include "ui/screens/settings/settings.h"

/// The cards of the settings.
namespace timbang::ui::settings {

/// Title at the left and a short note at the right, below it where there is no room.
void write_head(Column& column, std::string_view title, std::string_view note);

void write_people(Column& column, const app::SettingsView& view, app::Actions& actions);
void write_text(Column& column, const app::SettingsView& view, SettingsOptions& options, app::Actions& actions);
void write_theme(Column& column, const app::SettingsView& view, app::Actions& actions);
void write_feedback_level(Column& column, const app::SettingsView& view, app::Actions& actions);
void write_folders(Column& column, const app::SettingsView& view, SettingsOptions& options, app::Actions& actions);

} // namespace timbang::ui::settings
