#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "cli/context.h"
#include "insight/readiness.h"

namespace timbang::cli {

/// The policy's lines beside what the try had. Nothing of single indicators.
[[nodiscard]] nlohmann::json outcome_json(const domain::ReadinessEnded& result, const insight::ReadinessOutcome& outcome);
[[nodiscard]] std::string outcome_text(const Context& context, const domain::ReadinessEnded& result,
                                       const insight::ReadinessOutcome& outcome, const domain::Framework* framework);
/// Where somebody stands.
[[nodiscard]] nlohmann::json status_json(const insight::ReadinessStatus& status);
[[nodiscard]] std::string status_text(const Context& context, const insight::ReadinessStatus& status);
/// The policy in plain words.
[[nodiscard]] std::string policy_text(const Context& context, const domain::ReadinessPolicy& policy, bool recheck,
                                      const domain::Framework* framework);

} // namespace timbang::cli
