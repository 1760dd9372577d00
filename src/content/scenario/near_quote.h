#pragma once

#include <string>
#include <string_view>

#include "domain/page.h"

namespace timbang::content {

/// The stretch of one unit of the page that takes the fewest changes to become `quote` (Sellers 1980); "" when nothing is
/// near: more than a third of the quote's characters would have to change.
[[nodiscard]] std::string nearest_quote(const domain::Page& page, std::string_view quote);

} // namespace timbang::content
