#pragma once

#include <string_view>

#include "ui/kit/ui.h"

namespace timbang::ui {

/// Words on at most two lines in the middle of `area`, the second ended with "…" where they need more.
void two_lines(Ui& ui, const Rect& area, std::string_view words, Font font, Color color);

} // namespace timbang::ui
