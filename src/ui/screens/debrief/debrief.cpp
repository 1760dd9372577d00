#include "ui/screens/debrief/debrief.h"

namespace timbang::ui {

void draw_debrief(Ui&, const Rect&, const app::DebriefView&, DebriefOptions&, app::Actions&) {}

} // namespace timbang::ui
