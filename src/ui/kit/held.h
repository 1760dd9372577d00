#pragma once

#include "ui/kit/ui.h"

namespace timbang::ui {

/// True from the press of that key to its release: for what is shown only while a key is held. A key that was pressed while
/// somebody typed is a letter and counts as not held. The desktop releases all keys when the window loses the keyboard.
[[nodiscard]] bool holds_key(Ui& ui, Key key);

} // namespace timbang::ui
