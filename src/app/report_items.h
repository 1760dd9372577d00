#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/report_sources.h"
#include "base/result.h"
#include "report/items.h"
#include "store/records.h"

namespace timbang::app {

/// The items of a case and its variants ("case.variant"), or of all where `scenario` is "", from the whole record:
/// decisions made alone and first votes of rooms that were compared, and comments of rooms. Nothing of automatic
/// players, checks, and sessions that need a newer program; people who are said to be one answer once. Signs rest on
/// what people do in every case, also where one is asked for. `stop`: asked now and then, may be not set; then the code
/// is "stopped", else those of the record.
[[nodiscard]] base::Result<std::vector<insight::ItemReport>>
recorded_items(store::Reader& reader, const std::string& scenario, const std::function<bool()>& stop = {});

/// The same with the names that `report::items_document` and `items_book` write.
[[nodiscard]] base::Result<report::ItemsInput> items_report(store::Reader& reader, const std::string& scenario,
                                                            const ReportSources& sources);

} // namespace timbang::app
