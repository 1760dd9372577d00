#include "base/terminal.h"

#include <unistd.h>

namespace timbang::base {

bool input_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }

bool error_is_terminal() { return ::isatty(STDERR_FILENO) == 1; }

} // namespace timbang::base
