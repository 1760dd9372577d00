#pragma once

#include "stats/calibration.h"
#include "stats/say.h"

namespace timbang::stats {

/// The sentences about confidence in decisions: surer than right, or less sure, and by how much.
[[nodiscard]] std::vector<base::Message> say_confidence(const Confidence& confidence);
/// The sentences about the area under the curve; `score`: of a score, else of the confidence.
[[nodiscard]] std::vector<base::Message> say_auc(const Defined<Estimate>& area, std::size_t n, bool score);
/// Few decisions, all right or all wrong, one confidence only.
[[nodiscard]] std::vector<base::Message> warn_confidence(const Confidence& confidence);

/// Fewer decisions than this give a warning: the interval of a share of one half is then wider than ±0.18.
inline constexpr std::size_t kFewDecisions = 30;

} // namespace timbang::stats
