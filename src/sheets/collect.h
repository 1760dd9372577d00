#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sheets/archive.h"
#include "sheets/workbook.h"

namespace timbang::sheets {

/// Fills a workbook and watches its limits.
class Collect {
public:
    explicit Collect(Workbook& book) : book_(book) {}

    /// A new sheet, into which cells go from now on. False where there are too many.
    bool begin_sheet(std::string name);
    /// Puts a cell at its place; an empty one leaves no trace. False where a limit is passed or the text is no UTF-8.
    bool put(Place place, const Cell& cell);
    bool merge(Merge merge);
    [[nodiscard]] bool too_many() const { return too_many_; }

private:
    Workbook& book_;
    std::size_t cells_ = 0;
    std::size_t text_ = 0;
    bool too_many_ = false;
};

/// A number as it is shown: at most 15 digits, a point, no exponent where that is readable.
[[nodiscard]] std::string number_text(double value);
/// A number as XLSX and ODS store it. Nothing for anything else, "inf" and "nan" included.
[[nodiscard]] std::optional<double> stored_number(std::string_view text);
/// The day and time of a serial number of a spreadsheet; `base_1904` counts from 1904.
[[nodiscard]] std::string date_text(double serial, bool base_1904);

/// Both fill `collect` from the parts of the archive and give "" or the code of what is wrong.
[[nodiscard]] std::string_view read_xlsx(const Archive& archive, Collect& collect);
[[nodiscard]] std::string_view read_ods(const Archive& archive, Collect& collect);

} // namespace timbang::sheets
