#pragma once

#include <string>
#include <vector>

#include "app/report_sources.h"
#include "base/result.h"
#include "report/person.h"
#include "report/tables.h"
#include "store/records.h"

namespace timbang::app {

/// What the record tells of a person, first votes in rooms included, for `report::person_document`. Codes: "person-unknown", those of the record.
[[nodiscard]] base::Result<report::PersonInput> person_report(store::Reader& reader, const std::string& code,
                                                              const ReportSources& sources, const report::Words& words);

/// A line for each part of each last decision of a person, oldest first. Decisions of a check are left out: what it asks
/// returns for others. Codes as above.
[[nodiscard]] base::Result<std::vector<report::PartLine>> person_lines(store::Reader& reader, const std::string& code);

/// The parts that a result of the record tells, added to `lines` with `base` in front; `given` what was decided without one.
void add_parts(const report::PartLine& base, const std::string& result, const store::DecisionRow& given,
               std::vector<report::PartLine>& lines);

} // namespace timbang::app
