#pragma once

#include <string>

namespace timbang::main_program {

/// Where scenarios and assets are: `$TIMBANG_SHARE`, beside the binary, `../share/timbang`, the source tree; "" where
/// none is.
[[nodiscard]] std::string find_share_folder();

/// Where this person's records and settings are kept: `$XDG_DATA_HOME/timbang`, else `~/.local/share/timbang`.
[[nodiscard]] std::string user_data_folder();

} // namespace timbang::main_program
