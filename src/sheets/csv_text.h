#pragma once

#include <string>

#include "base/result.h"
#include "sheets/table.h"

namespace timbang::sheets {

/// What stands between cells while orcus parses tab-separated text: orcus skips tabs behind a closing quote as blanks.
/// No text holds it, because `tidy` refuses control characters.
inline constexpr char kTabStandIn = '\x1F';

/// Text ready for the parser: no byte-order mark, no "sep=" line, every line ends in '\n', also the last.
struct TidyText {
    std::string text;
    char delimiter = ','; ///< ',', ';' or '\t'; tabs stand in `text` as kTabStandIn
};

/// Prepares `content`; codes "sheet-empty", "sheet-not-text", "sheet-not-utf8" as in csv.h.
[[nodiscard]] base::Result<TidyText> tidy(std::string content, const std::string& path);

/// Where the byte at `offset` stands in well or badly formed text.
[[nodiscard]] Place place_at(std::string_view text, std::size_t offset, char delimiter);

/// The delimiter of the first row, see parse_csv.
[[nodiscard]] char detect_delimiter(std::string_view text);

} // namespace timbang::sheets
