#pragma once

#include <string_view>

#include "domain/page.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// Prose of a case (briefing, reason, letter) in the interface's font: headings, paragraphs, lists, tables, wrapped at 72
/// characters. `font` is that of a paragraph. Returns the height.
float draw_prose(Ui& ui, float x, float y, float w, const domain::Page& page, Font font, Color color);
[[nodiscard]] float prose_height(Ui& ui, float w, const domain::Page& page, Font font);
/// The widest a line of prose may be: 72 characters.
[[nodiscard]] float prose_width(Font font);

} // namespace timbang::ui
