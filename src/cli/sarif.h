#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/catalogue.h"
#include "base/diagnostics.h"

namespace timbang::cli {

/// The text of a file that a finding names; nothing where it cannot be read (one in a package).
using TextOfFile = std::function<std::optional<std::string>(const std::string& file)>;

/// The findings as one SARIF 2.1.0 log (OASIS standard), for editors and code hosts, with the certain fixes. Columns are
/// in code points; where the text of the file is not to be had, the place of a fix is in bytes.
[[nodiscard]] std::string sarif(const base::Diagnostics& findings, const base::Catalogue& catalogue, base::Lang lang,
                                const std::string& version, const TextOfFile& text_of);

} // namespace timbang::cli
