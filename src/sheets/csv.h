#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "sheets/table.h"

namespace timbang::sheets {

/// Largest file that is read, in bytes.
inline constexpr std::size_t kLargestFile = std::size_t{1} << 30;

/// A table from comma-separated text, and what separated its cells: ',', ';' or tab.
struct Csv {
    Table table;
    char delimiter = ',';
};

/// What a row with fewer cells than the first is: a fault, or one whose last cells were left out.
enum class ShortRows : std::uint8_t { Refuse, Fill };

/// Reads comma-separated text in UTF-8 (RFC 4180) as spreadsheets write it: with or without a byte-order mark, a first
/// line "sep=;", line ends of every kind, cells in quotes with delimiters, line ends and doubled quotes inside, blank
/// rows (left out), empty columns at the right end (left out). The delimiter is the one that occurs most in the first
/// row outside quotes; commas between digits count only where there is neither semicolon nor tab.
///
/// A decimal comma is understood in semicolon- and tab-separated text, and in comma-separated text where quotes protect
/// it.
///
/// `path` is what messages call the file. Codes, each with `path`, and `row`, `column`, `letter` (place_args) but for
/// the first: "sheet-empty"; "sheet-not-text" (NUL and other control characters); "sheet-not-utf8"; "sheet-quote-open"
/// (a quote that does not end); "sheet-quote-inside" (text behind a closing quote); "sheet-ragged" (`found`, `expected`
/// cells); "file-too-large".
[[nodiscard]] base::Result<Csv> parse_csv(std::string content, const std::string& path,
                                    ShortRows short_rows = ShortRows::Refuse);

/// The same from a file; codes of base::read_file as well.
[[nodiscard]] base::Result<Csv> read_csv(const std::string& path);

} // namespace timbang::sheets
