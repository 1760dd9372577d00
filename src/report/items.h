#pragma once

#include <map>
#include <string>
#include <vector>

#include "insight/items.h"
#include "report/document.h"
#include "report/words.h"
#include "sheets/write.h"

namespace timbang::report {

/// What the record tells of the indicators of cases, for the authors of the cases. Nobody's name or code.
struct ItemsInput {
    std::vector<insight::ItemReport> items;        ///< by scenario, as `insight::item_reports` gives them
    std::string scenario;                          ///< id of the only case that was asked for; "" all
    std::map<std::string, std::string> cases;      ///< title by scenario
    std::map<std::string, std::string> indicators; ///< title by "scenario/code"
    std::map<std::string, std::string> problems;   ///< name by problem type
    std::map<std::string, std::string> rules;      ///< name by rule
    base::Time now{};
};

/// Indicator by indicator: how many answered, the share exact with its 90 % interval, the distribution, where answers
/// differed, the signs with their sentence, comments. What rests on few answers says so.
[[nodiscard]] Document items_document(const ItemsInput& input, const Words& words);

/// Three sheets: a row for each indicator, a row for each answer that was given, a row for each comment. Column names
/// and values are the same in every language; a CSV holds the first sheet.
[[nodiscard]] sheets::OutBook items_book(const ItemsInput& input, const Words& words);

} // namespace timbang::report
