#pragma once

#include <string_view>
#include <vector>

#include "content/yaml/edit.h"

namespace timbang::content::workbook {

enum class CellType : std::uint8_t {
    Word,     ///< one line as it stands
    Words,    ///< several, with commas between them
    TextId,   ///< Indonesian part of a text
    TextEn,   ///< English part; stands right behind its TextId
    Quote,    ///< letter by letter from a page
    Whole,    ///< 0, 1, 2, …
    Number,   ///< with decimals
    Flag,     ///< yes or no
    Passages, ///< one line each: `persalinan 2 "6.729"`
    Remarks,  ///< one line each: `statement-only jawaban-dp3a 1`
    When      ///< `score above 8`
};

/// Which names a cell may hold.
enum class NameSet : std::uint8_t {
    None, Verdicts, Rules, Problems, Evidence, FrameworkIndicators, CaseIndicators, Panelists, Scores, Levels, Purposes, Types,
    RuleLevels, ProblemKinds, Checklists, Scales, Criteria, Methods, Parts
};

struct Column {
    std::string_view key; ///< "code": heading "workbook.column-code", hint "workbook.hint-code"
    CellType type = CellType::Word;
    yaml::Way way;        ///< within the item; empty: the item itself, or the key of an item in a mapping
    NameSet names = NameSet::None;
    bool required = false;
    double width = 16;
};

enum class Rows : std::uint8_t {
    Items,    ///< the rows are items of a list at `list`, told apart by their key column
    Places,   ///< the same, told apart by their order only
    Keys,     ///< the rows are keys of a mapping at `list`; the first column is the key
    Whole,    ///< one row for each indicator of the case: the indicator itself
    Fields,   ///< one row for each field of the file
    Bands     ///< one row for each score of each scale (bands.h)
};

struct SheetSpec {
    std::string_view key; ///< "replies": name "workbook.sheet-replies"
    Rows rows = Rows::Items;
    bool of_indicator = false; ///< the first column names the indicator in whose file the list stands
    yaml::Way list;
    std::vector<Column> columns;
    yaml::Order order;       ///< keys of an item as a person writes them
    yaml::Order list_order;  ///< keys of what holds the list
    int key_column = -1;     ///< the column that names an item; -1: none

    /// Columns in which a new row must have a value even where rows are told apart by order.
    [[nodiscard]] std::size_t first() const { return of_indicator ? 1 : 0; }
};

[[nodiscard]] std::vector<SheetSpec> case_sheets();
[[nodiscard]] std::vector<SheetSpec> framework_sheets();

} // namespace timbang::content::workbook
