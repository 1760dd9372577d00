#include "ui/screens/records/records.h"

namespace timbang::ui {

void draw_records(Ui&, const Rect&, const app::RecordsView&, RecordsOptions&, app::Actions&) {}

} // namespace timbang::ui
