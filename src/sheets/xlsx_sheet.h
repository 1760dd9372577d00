#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sheets/collect.h"
#include "sheets/xlsx_styles.h"

namespace timbang::sheets {

/// What the cells of a sheet refer to.
struct XlsxShared {
    std::vector<std::string> strings;
    std::vector<Shown> formats;
    bool base_1904 = false;
};

/// Reads `xl/sharedStrings.xml`. False where it is damaged.
[[nodiscard]] bool read_strings(std::string_view xml, std::vector<std::string>& strings);
/// Reads the part of one sheet into the newest sheet of `collect`. False where it is damaged or a limit is passed.
[[nodiscard]] bool read_xlsx_sheet(std::string_view xml, const XlsxShared& shared, Collect& collect);

} // namespace timbang::sheets
