#pragma once

#include <string>

#include "app/report_sources.h"
#include "base/result.h"
#include "report/statement.h"
#include "report/words.h"
#include "store/records.h"

namespace timbang::app {

/// The newest readiness check of a person that has an outcome, of this policy where one is named. Of its policy only what it counts; where the policy of that
/// version is not at hand, the counts stand alone. Codes: "person-unknown", "report-no-check" (arg person), those of the record.
[[nodiscard]] base::Result<report::StatementInput> statement_report(store::Reader& reader, const std::string& code,
                                                                    const ReportSources& sources, const report::Words& words,
                                                                    const std::string& policy = "");

} // namespace timbang::app
