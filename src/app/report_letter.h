#pragma once

#include <string>

#include "app/report_sources.h"
#include "base/result.h"
#include "report/letter.h"
#include "store/records.h"

namespace timbang::app {

/// The letter of a session: the person's own text and ticks, nothing of the case's model. Codes: "session-unknown",
/// "report-no-letter" (arg id), "report-case-missing" (arg scenario), those of the record.
[[nodiscard]] base::Result<report::LetterInput> letter_report(store::Reader& reader, const std::string& session,
                                                              const ReportSources& sources);

} // namespace timbang::app
