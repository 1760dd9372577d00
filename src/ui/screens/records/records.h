#pragma once

#include "app/actions.h"
#include "app/view/records.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct RecordsOptions {};

void draw_records(Ui& ui, const Rect& area, const app::RecordsView& view, RecordsOptions& options,
                  app::Actions& actions);

} // namespace timbang::ui
