#pragma once

namespace timbang::base {

/// Whether somebody types on standard input, so that a prompt makes sense; false for a file or a pipe.
[[nodiscard]] bool input_is_terminal();

/// Whether somebody reads standard error on a screen, so that a line of progress may be written over.
[[nodiscard]] bool error_is_terminal();

} // namespace timbang::base
