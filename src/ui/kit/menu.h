#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/kit/widgets.h"

namespace timbang::ui {

/// The list of a menu that `open_popup(ui, id)` opened, below (or above) its anchor; draws nothing while it is closed. The
/// choice made in this frame, which closes it.
std::optional<int> menu_below(Ui& ui, std::string_view id, const Rect& anchor, std::span<const Choice> choices,
                              int chosen);

} // namespace timbang::ui
