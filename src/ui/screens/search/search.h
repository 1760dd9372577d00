#pragma once

#include "app/actions.h"
#include "app/view/search.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct SearchOptions {};

void draw_search(Ui& ui, const Rect& area, const app::SearchView& view, SearchOptions& options, app::Actions& actions);

} // namespace timbang::ui
