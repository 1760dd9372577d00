#pragma once

#include "content/workbook/documents.h"

namespace timbang::content::workbook {

// The sheet of bands: one row for each score of each scale; the first column names a scale of the framework's `scales`
// or an indicator. A row holds a lower bound, or a range, or what must be shown.

/// Rows gathered by the scale or indicator that they belong to.
[[nodiscard]] std::vector<std::pair<std::string, std::vector<Row>>> by_scale(const std::vector<Row>& rows);
/// Whether the rows of one scale make a scale: one form throughout, no score twice.
[[nodiscard]] bool good_scale(const std::vector<Row>& rows, const Entered& where, CellFindings& findings);
/// Makes the scale in the mapping at `holder` what `after` says, touching only what differs from `before`.
base::Status apply_scale(const SheetSpec& sheet, yaml::Editor& editor, const yaml::Way& holder,
                         const std::vector<Row>& before, const std::vector<Row>& after, const yaml::Order& order);

} // namespace timbang::content::workbook
