#pragma once

#include "app/view/common.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

/// Text of a case in the interface's font: paragraphs, lists, headings, tables; at most 72 letters wide. Nothing for
/// null. Without `title` its first heading is left out: it stands elsewhere already.
void write_prose(Column& column, const app::Prose& prose, Font font, Color color, bool title = true);
/// True when it begins with a heading of the first level.
[[nodiscard]] bool prose_has_title(const app::Prose& prose);

} // namespace timbang::ui
