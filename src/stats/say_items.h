#pragma once

#include "stats/items.h"
#include "stats/items_choice.h"
#include "stats/say.h"

namespace timbang::stats {

/// What alpha says of the items as a whole, or why there is none.
[[nodiscard]] std::vector<base::Message> say_alpha(const Defined<Alpha>& alpha);
/// Why an author should look at the item `name` again.
[[nodiscard]] base::Message say_flag(ItemFlag flag, const std::string& name);
/// "suspected-wrong-key", "too-easy", "too-hard", "splits-experts", "only-lenient-miss": the code in JSON.
[[nodiscard]] const char* flag_name(ItemFlag flag);
/// Few persons, a wide interval.
[[nodiscard]] std::vector<base::Message> warn_items(const Defined<Alpha>& alpha, std::size_t persons);

/// Fewer persons than this give a warning: correlations then have an interval wider than ±0.36.
inline constexpr std::size_t kFewPersons = 30;

} // namespace timbang::stats
