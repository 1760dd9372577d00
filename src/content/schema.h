#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace timbang::content {

enum class SchemaOf { Case, Indicator, Framework, Lesson, Programme, Policy };

/// The words that say what a key is for: "schema.<shape>-<key>", `<key>` as the author writes it. "" where there are
/// none.
using Describe = std::function<std::string(std::string_view key)>;

/// The JSON Schema (draft 07, which the YAML extensions of editors read) of `scenario.yaml`, `indicators/*.yaml`,
/// `frameworks/*.yaml`, `lessons/*.yaml`, `programmes/*.yaml` or `policies/*.yaml`, made of the same description of the format that the reader reads by. It knows keys, types,
/// limits and listed words; names, quotes and sums are for `timbang check`. A variant's file, which holds only what
/// differs, does not fit it.
[[nodiscard]] std::string json_schema(SchemaOf what, const Describe& describe);

} // namespace timbang::content
