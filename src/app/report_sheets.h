#pragma once

#include <string>

#include "base/seal.h"
#include "domain/scenario.h"
#include "report/sheets.h"

namespace timbang::app {

/// Answer sheets of a case as it stands before its first step, from its public part alone.
[[nodiscard]] report::Document answer_sheets(const domain::Scenario& scenario, report::SheetOptions options, base::Time now,
                                             const report::Words& words);

/// Pictures of pages for `SheetOptions::pictures`, small enough to print; takes a while. What cannot be read is left out, and its
/// words are drawn. `folder`: where the case lies. Only of evidence that is on the desk at the beginning.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<std::shared_ptr<const report::Picture>>>>
sheet_pictures(const domain::Scenario& scenario, const std::string& folder, const base::SealOpeners& openers);

} // namespace timbang::app
