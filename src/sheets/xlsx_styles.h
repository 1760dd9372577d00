#pragma once

#include <string_view>
#include <vector>

namespace timbang::sheets {

enum class Shown : unsigned char { Plain, Percent, Date };

/// How a number format shows a number: as it is, times 100, or as a date or time.
[[nodiscard]] Shown shown_by(std::string_view code);

/// The same for each cell format (`cellXfs`) of `xl/styles.xml`; nothing where the part is damaged.
[[nodiscard]] bool read_styles(std::string_view xml, std::vector<Shown>& formats);

} // namespace timbang::sheets
