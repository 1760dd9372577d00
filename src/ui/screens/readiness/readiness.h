#pragma once

#include "app/actions.h"
#include "app/view/readiness.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// What only drawing knows of this screen.
struct ReadinessOptions {};

/// What the check asks for, before a try; what the policy asked for and what there was, after it.
void draw_readiness(Ui& ui, const Rect& area, const app::ReadinessView& view, ReadinessOptions& options,
                    app::Actions& actions);

} // namespace timbang::ui
