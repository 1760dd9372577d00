#pragma once

#include <string>

#include "app/actions.h"
#include "app/view/search.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct SearchOptions {
    std::string words; ///< that were drawn last
    int revealed = -1; ///< the selected row that was brought into view
};

void draw_search(Ui& ui, const Rect& area, const app::SearchView& view, SearchOptions& options, app::Actions& actions);

} // namespace timbang::ui
