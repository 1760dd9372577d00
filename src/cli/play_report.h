#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "base/catalogue.h"
#include "domain/comparison.h"

namespace timbang::cli {

/// The object of `play --json` (DESIGN section 5): numbers as numbers, unknown as null.
[[nodiscard]] nlohmann::json play_json(const domain::Scenario& scenario, const domain::Comparison& comparison,
                                       const domain::State& state, const std::string& player, std::uint64_t seed,
                                       const std::string& digest, base::Lang lang);

/// The comparison in words, for the terminal: as much as the feedback level allows.
[[nodiscard]] std::string comparison_text(const domain::Scenario& scenario, const domain::Comparison& comparison,
                                          const domain::State& state, domain::FeedbackLevel level,
                                          const base::Catalogue& catalogue, base::Lang lang);

/// One indicator of it.
[[nodiscard]] std::string indicator_text(const domain::Scenario& scenario, const domain::IndicatorComparison& indicator,
                                         domain::FeedbackLevel level, const base::Catalogue& catalogue,
                                         base::Lang lang);

/// The habits that the decisions of this session show.
[[nodiscard]] std::string habits_text(const domain::Scenario& scenario, const domain::State& state,
                                      const base::Catalogue& catalogue, base::Lang lang);

} // namespace timbang::cli
