#pragma once

#include <string_view>

#include "content/scenario/source.h"

namespace timbang::content {

/// The files of a sealed case: those in the open, and over them what the decrypted block holds, a zip. Within the
/// limits of a package. Codes "seal-damaged", "seal-mismatch" (arg name).
[[nodiscard]] base::Result<FileTexts> with_sealed_zip(FileTexts open, std::string_view inner);

} // namespace timbang::content
