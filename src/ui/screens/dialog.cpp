#include "ui/screens/dialog.h"

namespace timbang::ui {

void draw_dialog(Ui&, const app::Dialog&, app::Actions&) {}

} // namespace timbang::ui
