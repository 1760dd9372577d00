#pragma once

#include <string>

#include "report/items.h"

namespace timbang::cli {

/// `{"items": [{scenario, indicator, item, n, repeats, few, exact {k, share, low, high}, reference {score, verdict}, keys, scores,
/// verdicts, differed [{part, about, n}], sure_and_different, item_rest, signs, says (a sentence for each sign), comments {rule, reading}}]}`.
[[nodiscard]] std::string items_json(const report::ItemsInput& input, const report::Words& words);

} // namespace timbang::cli
