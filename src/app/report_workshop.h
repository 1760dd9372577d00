#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/report_sources.h"
#include "app/room/workshop_file.h"
#include "base/result.h"
#include "report/tables.h"
#include "report/workshop.h"
#include "store/records.h"

namespace timbang::app {

/// What the record tells of a workshop. `id`: of the workshop, or of a session that its room is kept in. `plan`: as this
/// computer keeps it, for names and offices. Codes: "workshop-unknown", those of the record.
[[nodiscard]] base::Result<report::WorkshopInput> workshop_report(store::Reader& reader, const std::string& id,
                                                                  const std::optional<KeptWorkshop>& plan,
                                                                  const ReportSources& sources);

/// A line for each part of each vote, in the order in which they were cast. Codes as above.
[[nodiscard]] base::Result<std::vector<report::PartLine>> workshop_lines(store::Reader& reader, const std::string& id);

/// The workshop among those that this computer keeps; nothing where none has the id.
[[nodiscard]] std::optional<KeptWorkshop> kept_workshop(const std::string& folder, const std::string& id);

} // namespace timbang::app
