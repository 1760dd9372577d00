#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "report/document.h"

namespace timbang::report {

/// Where the Liberation fonts may lie, best first: "fonts" in each of these folders, then where Debian keeps them.
[[nodiscard]] std::vector<std::string> font_folders(const std::vector<std::string>& shares);

/// The document as PDF on A4: text that can be searched and copied (embedded Liberation, only the letters used), page
/// numbers, headings as bookmarks, title, author and language in its properties, compressed. The same document gives the
/// same bytes. Codes: "report-font-missing" (arg name: the file that none of the folders has, or that cannot be read),
/// "report-failed" (arg detail), "report-too-long" (arg limit: sheets).
[[nodiscard]] base::Result<std::string> pdf_bytes(const Document& document, const std::vector<std::string>& fonts);

inline constexpr std::size_t kMostSheets = 5000;

} // namespace timbang::report
