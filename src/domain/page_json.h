#pragma once

#include <nlohmann/json_fwd.hpp>

#include "domain/page.h"

namespace timbang::domain {

/// A page for the script of the web page: `{text, units, blocks, picture}`. Places are `[begin, end]` in bytes of the UTF-8
/// text. Empty lists and fields that say nothing are left out.
[[nodiscard]] nlohmann::json to_json(const Page& page);

} // namespace timbang::domain
