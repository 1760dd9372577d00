#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "domain/scenario.h"

namespace timbang::content {

/// What a change is about.
enum class ChangeOf { Case, Evidence, Indicator, Action, Step, Part };

/// "case", "evidence", "indicator", "action", "step", "part": in JSON.
[[nodiscard]] const char* change_of_id(ChangeOf of);

/// One change in words; `message` has a key "diff.…".
struct CaseChange {
    ChangeOf of = ChangeOf::Case;
    std::string id;   ///< of the document, the indicator, …; "" for the case
    std::string part; ///< "score", "why", "pages", …: stable words for programs
    base::Message message;
};

/// What changed from one version of a case to another, and what follows for sessions that were played with the older
/// one.
struct CaseComparison {
    std::vector<CaseChange>
        changes;             ///< the case, evidence, indicators, actions, steps, parts; in the order of the newer
    bool same_files = false; ///< the content hashes are equal
    bool same_key = false;   ///< the key hashes are equal: nothing is to be re-scored
    /// Indicators whose comparison may come out otherwise with the newer key, and other decisions of steps by their id:
    /// old sessions get a new `scored` for each.
    std::vector<std::string> rescored;
    /// Indicators whose item hash differs (what they ask, their documents, their bands): statistics count them anew.
    std::vector<std::string> new_items;
    /// Steps, ways, actions or flags differ: a session that is under way cannot go on in the newer version.
    bool other_script = false;
    bool version_raised = false; ///< the versions differ
};

/// Compares two versions of a case that were loaded with their hashes. Pure.
[[nodiscard]] CaseComparison compare_cases(const domain::Scenario& older, const domain::Scenario& newer);

} // namespace timbang::content
