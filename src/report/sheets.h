#pragma once

#include <string>
#include <vector>

#include "domain/public_scenario.h"
#include "report/document.h"
#include "report/words.h"

namespace timbang::report {

/// How answer sheets for votes on paper look.
struct SheetOptions {
    std::vector<std::string> codes;         ///< one set for each of these people; empty: one set without a name
    std::vector<std::string> indicators;    ///< codes; empty: all
    bool checklist = false;                 ///< with the checklist of each indicator
    /// Pages of evidence behind the answers, once for all sets: what is on the desk at the beginning.
    bool evidence = false;
    std::vector<std::pair<std::string, std::vector<std::shared_ptr<const Picture>>>> pictures; ///< by evidence, by page
};

/// Answer sheets of a case, from what may leave the host alone: no reference, no reply, no hidden evidence can be in them.
[[nodiscard]] Document sheets_document(const domain::PublicScenario& scenario, const SheetOptions& options, base::Time now,
                                       const Words& words);

} // namespace timbang::report
