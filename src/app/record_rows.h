#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "insight/decision_row.h"
#include "store/records.h"

namespace timbang::app {

/// Decisions of the record as `insight` folds over them. Those that were not compared yet, and what the result no longer
/// tells, are left out; right, type and scale come from the rule pack where it is known.
[[nodiscard]] std::vector<insight::DecisionRow>
rows_from_record(const std::vector<store::DecisionRow>& rows,
                 const std::map<std::string, std::shared_ptr<const domain::Framework>>& frameworks);

} // namespace timbang::app
