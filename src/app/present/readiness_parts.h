#pragma once

#include <optional>
#include <string>

#include "app/present/words.h"

namespace timbang::app {

/// The newest try that has an outcome, or null. `passed`: only those that led to readiness, no re-checks.
[[nodiscard]] const insight::ReadinessTry* last_outcome(const Model& model, const std::string& policy, bool passed = false);
/// The name of a problem type in the policy's rule pack as it stands within a sentence, else its id.
[[nodiscard]] std::string problem_name(const Model& model, const domain::ReadinessPolicy& policy, const std::string& type);
/// From the pass to its end, today's place, and the re-check between; nothing while nobody is ready.
[[nodiscard]] std::optional<ValidityLine> validity_of(const Model& model, const domain::ReadinessPolicy& policy,
                                                      const insight::ReadinessStatus& status);

} // namespace timbang::app
