#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "cli/stats.h"
#include "sheets/table.h"
#include "stats/items_choice.h"
#include "stats/table.h"

namespace timbang::cli {

/// Persons by items, read as scores or, with a key, as chosen options.
struct ItemsInput {
    std::vector<std::string> names;
    stats::Table scores;    ///< persons × items; with a key 1 where the option is the key's, else 0
    double highest = 0;     ///< of every item, 0 = the highest that occurs

    std::vector<int> key;   ///< with a key: option of each item
    stats::Choices choices;
    std::vector<std::vector<std::string>>
        options;                  ///< of each item, numbers in numeric order, words in code-point order
    std::vector<double> distance; ///< persons × items, option − key where both are numbers, NaN = missing; else empty
    std::vector<std::vector<std::size_t>> experts;  ///< with --experts: how many of them gave each option
};

/// Failures: "stats-number" (a score that is none), "stats-key-length" {found, expected}, "stats-key-item" {name,
/// path}, "stats-experts-key" (experts need a key), those of reading a file.
[[nodiscard]] base::Result<ItemsInput> read_items(const sheets::Table& table, const StatsOptions& options);

} // namespace timbang::cli
