#include "ui/screens/search/search.h"

namespace timbang::ui {

void draw_search(Ui&, const Rect&, const app::SearchView&, SearchOptions&, app::Actions&) {}

} // namespace timbang::ui
