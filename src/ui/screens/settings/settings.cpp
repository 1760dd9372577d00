#include "ui/screens/settings/settings.h"

namespace timbang::ui {

void draw_settings(Ui&, const Rect&, const app::SettingsView&, SettingsOptions&, app::Actions&) {}

} // namespace timbang::ui
