#pragma once

#include <string_view>

#include "content/pages.h"
#include "content/pages/writer.h"

namespace timbang::content {

/// Writes the blocks of ordinary Markdown.
void write_markdown(std::string_view text, Breaks breaks, PageWriter& writer);

} // namespace timbang::content
