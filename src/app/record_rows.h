#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "insight/decision_row.h"
#include "insight/items.h"
#include "store/records.h"

namespace timbang::app {

using Frameworks = std::map<std::string, std::shared_ptr<const domain::Framework>>;

/// What the record does not tell of a case: known where it is in the library. By scenario id.
struct CaseFacts {
    bool repractice = false;
    std::vector<std::string> about; ///< problem types
};
using CasesById = std::map<std::string, CaseFacts>;

/// Decisions of the record as `insight` folds over them, from the results kept with them: a case need not be on this
/// computer. Left out are decisions that were not compared and those of checks (mode "check"): what a check asked stays
/// unknown. Right, type and scale come from the rule pack; where that is missing the right is the code's first part, and
/// places on the scale are unknown.
[[nodiscard]] std::vector<insight::DecisionRow> rows_from_record(const std::vector<store::DecisionRow>& rows,
                                                                 const Frameworks& frameworks,
                                                                 const CasesById& cases = {});

/// The same of a room's votes: first votes only; second votes and groups' decisions are no rows of a person.
[[nodiscard]] std::vector<insight::DecisionRow> rows_from_votes(const std::vector<store::VoteRow>& votes,
                                                                const Frameworks& frameworks,
                                                                const CasesById& cases = {});

/// All that counts of one person, oldest first.
[[nodiscard]] std::vector<insight::DecisionRow> rows_of_person(const std::vector<store::DecisionRow>& decisions,
                                                               const std::vector<store::VoteRow>& votes,
                                                               const Frameworks& frameworks, const CasesById& cases = {});

/// Answers for the report on items; empty where nothing was compared, of checks, and of votes that are not first.
[[nodiscard]] std::optional<insight::ItemAnswer> item_answer(const store::DecisionRow& row);
[[nodiscard]] std::optional<insight::ItemAnswer> item_answer(const store::VoteRow& row);

} // namespace timbang::app
