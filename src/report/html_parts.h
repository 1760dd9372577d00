#pragma once

#include <string>

#include "report/html.h"

// Inside this module only.

namespace timbang::report {

/// The blocks of a page model as HTML; symbols as words in brackets, as the page says them.
[[nodiscard]] std::string page_html(const domain::Page& page);
[[nodiscard]] std::string base64(const std::string& bytes);

} // namespace timbang::report
