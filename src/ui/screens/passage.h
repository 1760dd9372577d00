#pragma once

#include "app/actions.h"
#include "app/view/feedback.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

/// The caption and the piece of the page round a deciding passage.
void write_passage(Column& column, const app::PassageView& passage);

} // namespace timbang::ui
