#pragma once

#include <string>

#include "cli/context.h"
#include "store/join.h"

// What the commands about many laptops say, as sentences or as an object.

namespace timbang::cli {

void tell_exported(const Context& context, const std::string& file, store::Names names, const store::Exported& exported);
/// Each file's failure goes to standard error. Says the exit code: 3 when a file was refused or the work was stopped.
[[nodiscard]] int tell_merged(const Context& context, const store::Merged& merged);
void tell_forgotten(const Context& context, const std::string& code, bool decisions, const store::Forgotten& forgotten);

} // namespace timbang::cli
