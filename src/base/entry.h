#pragma once

#include <optional>
#include <string>

#include "base/files.h"

namespace timbang::base {

/// What stands at a path itself, without following it; nothing where that is a link.
[[nodiscard]] std::optional<FileKind> kind_unless_link(const std::string& path);

} // namespace timbang::base
