#pragma once

#include "insight/items.h"
#include "stats/items_choice.h"

// Parts of the item report; inside this module only.

namespace timbang::insight {

/// The signs of the answers, from the flags of `stats` and the distribution.
void add_signs(const stats::ItemEvidence& evidence, ItemReport& report);
/// The sign of the comments, and a sentence for each sign.
void add_sentences(ItemReport& report);

} // namespace timbang::insight
