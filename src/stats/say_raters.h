#pragma once

#include "stats/rater_effects.h"
#include "stats/say.h"

namespace timbang::stats {

/// The sentences about one rater: generous or strict by how many points, keeping to the middle, one impression of all,
/// change over time; only what its interval supports. Descriptions of scores, never of people.
[[nodiscard]] std::vector<base::Message> say_rater(const std::string& name, const RaterEffects& rater,
                                                   Baseline baseline);
/// Raters with few units, one rater only.
[[nodiscard]] std::vector<base::Message> warn_raters(const RaterReport& report, const std::vector<std::string>& names);

/// Raters with fewer units than this are named in a warning.
inline constexpr std::size_t kFewRatedUnits = 10;

} // namespace timbang::stats
