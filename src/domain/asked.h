#pragma once

#include "domain/scenario.h"

namespace timbang::domain {

/// Whether a decision on this indicator asks for the checklist: the rule pack does and the indicator has one.
[[nodiscard]] bool asks_checklist(const Scenario& scenario, const Task& task);
/// Whether it asks for a score: the rule pack does and the indicator has a scale.
[[nodiscard]] bool asks_score(const Scenario& scenario, const Task& task);

} // namespace timbang::domain
