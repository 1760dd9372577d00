#pragma once

namespace timbang::base {

/// Whether somebody types on standard input, so that a prompt makes sense; false for a file or a pipe.
[[nodiscard]] bool input_is_terminal();

} // namespace timbang::base
