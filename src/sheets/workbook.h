#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheets/table.h"

namespace timbang::sheets {

// Limits of one workbook; `archive.h` has those of the file.
inline constexpr std::size_t kMostSheets = 256;
inline constexpr std::size_t kMostRows = 100'000;
inline constexpr std::size_t kMostColumns = 1'000;
inline constexpr std::size_t kMostCells = 2'000'000;            ///< cells with a value, all sheets together
inline constexpr std::size_t kMostMerges = 10'000;              ///< of one sheet
inline constexpr std::size_t kMostText = std::size_t{96} << 20; ///< bytes of all texts together

enum class CellKind : std::uint8_t {
    Empty,
    Text,
    Number,
    Boolean,
    Date,      ///< a date or a time of day; what was meant may have been a number or "8 Mar"
    NoResult,  ///< a formula whose result was not saved with the file
    ErrorValue ///< #REF!, #DIV/0! and the like
};

/// One cell as its program stored it. White space (no-break spaces too) at the ends of texts is left out; line ends are
/// '\n'.
struct Cell {
    CellKind kind = CellKind::Empty;
    bool formula = false; ///< the value is the result that was saved with a formula
    bool percent = false; ///< a number shown as a percentage: 90% is stored as 0.9
    /// Text: itself. Number: its shortest form with a point, at most 15 digits. Boolean: "true", "false". Date:
    /// "2025-03-08", "2025-03-08 07:30" or "07:30". ErrorValue: "#REF!".
    std::string text;

    [[nodiscard]] bool empty() const { return kind == CellKind::Empty; }
};

/// Cells joined into one, both corners included. The value belongs to the first.
struct Merge {
    Place first;
    Place last;
};

class Sheet {
public:
    std::string name;
    std::vector<Merge> merges;

    /// Rows and columns count from 1, as the spreadsheet shows them. What was never written is empty.
    [[nodiscard]] const Cell& cell(Place place) const;
    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    /// Cells of a row up to the last one with a value.
    [[nodiscard]] std::size_t columns(std::size_t row) const;
    [[nodiscard]] bool row_empty(std::size_t row) const;
    /// The merge that covers the cell without beginning there, or nothing. Looks at every merge of the sheet.
    [[nodiscard]] const Merge* covering(Place place) const;

    void set(Place place, Cell cell);

private:
    Cell none_;
    std::vector<std::vector<Cell>> rows_;
};

struct Workbook {
    std::vector<Sheet> sheets;
    bool macros = false; ///< the file holds macros; none was read, let alone run
    char delimiter = 0;  ///< of CSV: ',', ';' or tab, of the first file; 0 for others
};

/// "B7": how a spreadsheet names a cell.
[[nodiscard]] std::string cell_name(Place place);

/// White space and no-break spaces at the ends left out, line ends as '\n'.
[[nodiscard]] std::string tidy_cell(std::string_view text);

/// Reads XLSX, XLSM, ODS, one CSV file, or a folder of CSV files (sheets are named after the files). The content
/// decides, not the ending. Formulas are not worked out: the saved result counts.
///
/// Codes, with `path`: those of `read_file` and `parse_csv`; "sheet-old-xls", "sheet-binary-xlsb", "sheet-encrypted",
/// "sheet-not-spreadsheet", "sheet-broken" (cut off or damaged), "sheet-unpacks-too-large" and "sheet-too-many-parts"
/// (`limit`), "sheet-too-many-cells" (`sheet`, `limit`: rows, columns, cells or merges beyond the limits above),
/// "sheet-no-files" (a folder without CSV).
[[nodiscard]] base::Result<Workbook> read_workbook(const std::string& path);

/// The same from memory; `path` is what messages call it. A CSV becomes one sheet named `path` without folder and
/// ending.
[[nodiscard]] base::Result<Workbook> parse_workbook(std::string content, const std::string& path);

} // namespace timbang::sheets
