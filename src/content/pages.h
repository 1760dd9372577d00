#pragma once

#include <string>
#include <string_view>

#include "domain/page.h"

namespace timbang::content {

/// What a line break inside a paragraph means.
enum class Breaks {
    Flow, ///< a space, as in Markdown: pages of evidence
    Keep  ///< a new line: letters, whose head has one line for each item
};

/// Reads a page of ordinary Markdown (headings, paragraphs, lists, bold, pipe tables) and `:::` blocks; scenarios/README.md
/// has the notation. Never fails: what is no notation is text. `text` must be UTF-8.
[[nodiscard]] domain::Page parse_markdown_page(std::string_view text, Breaks breaks = Breaks::Flow);

/// Reads comma-, semicolon- or tab-separated values (RFC 4180 quotes; the separator that the first line holds most of) as
/// one table with a header row; columns of figures stand at the right.
[[nodiscard]] domain::Page parse_csv_page(std::string_view text);

} // namespace timbang::content
