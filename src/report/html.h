#pragma once

#include <string>

#include "report/document.h"

namespace timbang::report {

/// The document as one HTML file: no request to anywhere, no script, every text escaped, headings and tables marked up
/// for screen readers, a style for the screen and one for paper.
[[nodiscard]] std::string html_text(const Document& document);

/// Text for use in HTML, also inside double quotes; control characters become spaces.
[[nodiscard]] std::string escape_html(const std::string& text);

} // namespace timbang::report
