#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/result.h"

namespace timbang::base {

/// The one form of a value that hashes are made of: keys sorted, no spaces, UTF-8 as it stands (bytes that are no UTF-8
/// become U+FFFD).
[[nodiscard]] std::string canonical_json(const nlohmann::json& value);

/// Code "json-broken" (arg offset in bytes) for what is no JSON.
[[nodiscard]] Result<nlohmann::json> parse_json(std::string_view text);

} // namespace timbang::base
