#pragma once

#include "app/view/common.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

/// Text of a case in the interface's font: paragraphs, lists, headings, tables row by row; at most 72 letters wide. Nothing
/// for null.
void write_prose(Column& column, const app::Prose& prose, Font font, Color color);

} // namespace timbang::ui
