#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "content/workbook/cells.h"
#include "domain/framework.h"

namespace timbang::content::workbook {

/// Where an indicator of a case stands: a file of its own, or a mapping in `scenario.yaml`.
struct IndicatorPlace {
    std::string code;
    std::string file;
    yaml::Way way; ///< from the root of the file
};

/// The YAML files of a case, or the one of a framework, while they are read or changed.
struct Documents {
    std::string main; ///< "scenario.yaml", or the name of the framework's file
    std::map<std::string, std::unique_ptr<yaml::Editor>> editors{}; ///< by path from the folder
    std::map<std::string, std::string> before{};                    ///< what was read; a file that is new is not in it
    std::vector<IndicatorPlace> indicators{};                       ///< of a case, in the order of the desk

    [[nodiscard]] yaml::Editor& root() const { return *editors.at(main); }
    [[nodiscard]] const IndicatorPlace* indicator(std::string_view code) const;
    [[nodiscard]] base::Status add(const std::string& folder, const std::string& file);
};

[[nodiscard]] base::Result<Documents> open_case(const std::string& folder);
[[nodiscard]] base::Result<Documents> open_framework(const std::string& path);

/// The framework that a case names. Null where it is not found or has errors.
[[nodiscard]] std::shared_ptr<const domain::Framework>
framework_of(const Documents& documents, const std::string& folder, const CheckContext& context);

/// One row of a sheet: cells in the form of `show`, side by side with the columns of its specification. A column that
/// the workbook does not have is nothing.
struct Row {
    std::vector<std::optional<std::string>> cells;
    sheets::Place at{0, 0}; ///< of its first cell in the workbook; row 0 for rows from files

    [[nodiscard]] std::string cell(std::size_t column) const { return cells[column].value_or(""); }
};

/// The rows of one list, in one file.
struct ListPlace {
    std::string owner; ///< code of the indicator; "" for lists of the whole file
    std::string file;
    yaml::Way way; ///< of the list
};

/// The lists that a sheet shows, in the order of the desk.
[[nodiscard]] std::vector<ListPlace> lists_of(const SheetSpec& sheet, const Documents& documents);
/// The rows of a list as the file has them.
[[nodiscard]] std::vector<Row> rows_of(const SheetSpec& sheet, const ListPlace& list, const Documents& documents);
/// All rows of a sheet, by the owner of their list ("" for lists of the whole file).
using RowsByOwner = std::vector<std::pair<std::string, std::vector<Row>>>;
[[nodiscard]] RowsByOwner all_rows(const SheetSpec& sheet, const Documents& documents);

/// Names for the cells of a case, and of a framework.
[[nodiscard]] Names case_names(const Documents& documents, const domain::Framework& framework);
[[nodiscard]] Names framework_names(const Documents& documents);

// Scores of scales (Rows::Bands): the owner of a row is the scale or the indicator.
[[nodiscard]] std::vector<Row> band_rows(const SheetSpec& sheet, const Documents& documents);

} // namespace timbang::content::workbook
