#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "content/yaml/edit.h"

namespace timbang::content::workbook {

// Passages, remarks and conditions as a line of words that a person can type into a cell, and back. What does not fit
// the words stands as YAML in braces; both forms are read.

/// A node as a value that can be written; quotes of the file are kept for what only they keep apart.
[[nodiscard]] yaml::Value to_value(const yaml::Node& node);
/// YAML in braces or brackets; nothing where it is none.
[[nodiscard]] std::optional<yaml::Value> parse_flow(std::string_view text);

/// `persalinan 2 "6.729"`, behind it `each` where every place counts; `foto 1 area 10,20,300,40`. With `typed` a
/// problem type stands first.
[[nodiscard]] std::string show_passage(const yaml::Node& node, bool typed);
[[nodiscard]] std::optional<yaml::Value> parse_passage(std::string_view line, bool typed);

/// `score above 8`, `verdict accept`, `check any`, `alarm nihil and set asked`; `not …`, `… or …`, parentheses.
[[nodiscard]] std::string show_when(const yaml::Node& node);
[[nodiscard]] std::optional<yaml::Value> parse_when(std::string_view text);

} // namespace timbang::content::workbook
