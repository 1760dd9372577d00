#include "ui/screens/desk/desk.h"

namespace timbang::ui {

void draw_desk(Ui&, const Rect&, const app::DeskView&, DeskOptions&, app::Actions&) {}

} // namespace timbang::ui
