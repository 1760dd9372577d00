#pragma once

#include <string_view>
#include <vector>

#include "app/view/author.h"

namespace timbang::app {

/// What the pieces of a file are, for their colours: YAML by its ending, Markdown, else nothing.
[[nodiscard]] std::vector<SourceSpan> source_spans(std::string_view path, std::string_view text);

[[nodiscard]] bool is_yaml(std::string_view path);
[[nodiscard]] bool is_markdown(std::string_view path);

} // namespace timbang::app
