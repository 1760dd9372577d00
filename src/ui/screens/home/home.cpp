#include "ui/screens/home/home.h"

namespace timbang::ui {

void draw_home(Ui&, const Rect&, const app::HomeView&, HomeOptions&, app::Actions&) {}

} // namespace timbang::ui
