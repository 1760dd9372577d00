#include "ui/screens/start/start.h"

namespace timbang::ui {

void draw_start(Ui&, const Rect&, const app::StartView&, StartOptions&, app::Actions&) {}

} // namespace timbang::ui
