#pragma once

#include "ui/kit/page_layout.h"
#include "ui/kit/ui.h"

namespace timbang::ui {

/// Draws what is no text: rules, cells, signatures, codes, stamps, photographs. `r` is the shape's place on the screen.
void draw_symbol(Ui& ui, const PageShape& shape, const Rect& r, float zoom);

/// The angle at which a stamp and its words are turned.
[[nodiscard]] float stamp_angle(std::uint32_t seed);

} // namespace timbang::ui
