#pragma once

#include <string>

#include "base/catalogue.h"
#include "base/diagnostics.h"

namespace timbang::cli {

/// The findings as one SARIF 2.1.0 log (OASIS standard), for editors and code hosts. Columns are in code points.
[[nodiscard]] std::string sarif(const base::Diagnostics& findings, const base::Catalogue& catalogue, base::Lang lang,
                                const std::string& version);

} // namespace timbang::cli
