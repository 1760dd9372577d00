#pragma once

#include "domain/comparison.h"

namespace timbang::domain {

/// Compares the claims among these marks with the problems of the key: found, in the wrong place, missed; and the claims
/// that nothing answers. A claim may show several problems; one in the wrong place stands for one missed problem only,
/// the nearest, so that claims strewn about are false alarms.
void compare_problems(const Scenario& scenario, const Task& task, const std::vector<Mark>& marks,
                      std::vector<ProblemComparison>& problems, std::vector<FalseAlarm>& alarms);

} // namespace timbang::domain
