#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/actions.h"
#include "app/view/frame.h"
#include "ui/screens/flow.h"

namespace timbang::ui {

/// A small question on the scrim: what is told, fields to type in, or yes and no.
void draw_dialog(Ui& ui, const app::Dialog& dialog, app::Actions& actions);
/// No dialog is open: what was typed into the last one is not remembered.
void forget_dialog(Ui& ui);

/// A dialog on the scrim, as wide as `widest` where the window is, that `write` fills: it is called once to measure and once
/// to draw. In a low window it scrolls. True when Escape was pressed.
[[nodiscard]] bool written_dialog(Ui& ui, std::string_view id, float widest, std::string_view title,
                                  const std::function<void(Column&)>& write);
/// Lines of a dialog in a box of their own, which scrolls where they are many; `label` names it.
void write_boxed_lines(Column& column, const std::vector<std::string>& lines, std::string_view label);

} // namespace timbang::ui
