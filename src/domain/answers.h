#pragma once

#include <optional>

#include "domain/command.h"

namespace timbang::domain {

/// Why the rules refuse something; nothing when they do not.
using Refusal = std::optional<RejectionReason>;

/// Brings a decision or draft into its one form: only the parts that are asked, the checklist in its order (of a rule
/// answered twice the last answer), no marks. Refuses rules, scores and sureness that do not exist.
[[nodiscard]] Refusal normalise(const Scenario& scenario, const Task& task, Decision& decision);

/// The same for what is said at a step: only the fields of its kind.
[[nodiscard]] Refusal normalise(const Scenario& scenario, const StepPart& part, PartAnswer& answer);

/// Whether nothing that must be answered lacks; a letter may be empty.
[[nodiscard]] bool complete(const StepPart& part, const PartAnswer& answer);

} // namespace timbang::domain
