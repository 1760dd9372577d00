#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/context.h"
#include "cli/stats.h"
#include "sheets/csv.h"
#include "stats/ratings.h"
#include "stats/table.h"
#include "stats/weights.h"

namespace timbang::cli {

/// The table of a file, or of standard input when `input` is "-". Codes of sheets::read_csv.
[[nodiscard]] base::Result<sheets::Csv> read_input(const Context& context, const std::string& input);

/// An error about one cell: `code` with `path`, `row`, `column`, `letter` and the cell's `text`.
[[nodiscard]] base::Error cell_error(std::string code, const sheets::Table& table, const std::string& path,
                                     std::size_t row, std::size_t column);

/// "A, B" → A, B; with semicolons where labels have commas. Empty ones are left out.
[[nodiscard]] std::vector<std::string> split_labels(const std::string& given);
/// The number of every label, or nothing as soon as one is a word.
[[nodiscard]] std::optional<std::vector<double>> label_numbers(const std::vector<std::string>& labels);
/// The first label that stands there twice, as text or as a number.
[[nodiscard]] std::optional<std::string> label_twice(const std::vector<std::string>& labels);

/// The scale and every cell's position on it.
struct CodedCells {
    stats::Scale scale;
    std::vector<int> codes;             ///< row by row; stats::kNoRating where the cell is empty
    std::optional<sheets::Place> word;  ///< the first word where other cells are numbers
};

/// Reads the cells of `first_row`… and `first_column`… as categories. `given` lists all of them in order ("A,B"; with
/// semicolons where the labels have commas), "" = those that occur: numbers in numeric order (1 and 1.0 are one), words
/// in code-point order. Codes: "stats-category-unknown" {…, categories}, "stats-categories-many" {…, most},
/// "stats-category-twice" {text}.
[[nodiscard]] base::Result<CodedCells> code_cells(const sheets::Table& table, const std::string& path,
                                                  std::size_t first_row, std::size_t first_column,
                                                  const std::string& given);

/// Ratings read from one of the layouts, with what the reader should know about them.
struct RatingsInput {
    stats::Ratings ratings;
    std::vector<base::Message> warnings;
};

/// `layout` is "ratings", "counts" or "table". Further codes: "stats-count" (a cell of counts that is no number of at
/// least 0), "stats-whole-count" (a cell of a table that is no such whole number), "stats-table-square" {path, rows,
/// columns}, "stats-categories-differ" {path, found, expected}.
[[nodiscard]] base::Result<RatingsInput> read_ratings(const sheets::Table& table, const std::string& path,
                                                      const std::string& layout, const std::string& categories);

/// The ratings as numbers, for ICC and W. Undefined: kRatersUnknown (counts), kNotNumeric, kTooManyUnits.
[[nodiscard]] stats::Defined<stats::Table> numbers_of(const stats::Ratings& ratings);

/// Weights by name or from a square file without names. Codes: "stats-weights-unknown" {name}, "stats-number" (a cell),
/// "stats-weights-square" {path, rows, columns, expected}, those of stats::Weights, and a reason of an undefined
/// statistic where the scale does not allow the weights.
[[nodiscard]] base::Result<stats::Weights> read_weights(const std::string& name, const stats::Scale& scale);

} // namespace timbang::cli
