#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace timbang::content {

/// The lines that `mine` and `theirs` have changed in `base`, both; nothing where they changed the same lines, or lines
/// next to each other, in different ways. After the scheme of diff3 (Khanna, Kunal, Pierce: A Formal Investigation of
/// Diff3, 2007): stretches between lines that all three share.
[[nodiscard]] std::optional<std::string> merge_lines(std::string_view base, std::string_view mine, std::string_view theirs);

} // namespace timbang::content
