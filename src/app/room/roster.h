#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/workshop.h"

namespace timbang::app {

/// The people of a list as it is typed, pasted or exported: one line a person, comma, semicolon or tab between code, name,
/// office, group (a number from 1) and way (phone, shared, paper; also ponsel, bersama, kertas); all but the code may be empty
/// or left out. A first line of headings names the columns, in any order. `path` is what messages call the list.
///
/// Codes: those of sheets::parse_csv; "roster-value" (args path, row, letter, value, and `expected`, a key of the catalogue);
/// "roster-code-twice" (path, row, letter, value, first: the row that has it already); "roster-too-many" (limit).
[[nodiscard]] base::Result<std::vector<domain::Participant>> parse_roster(std::string content, const std::string& path);
/// The same from a file; codes of base::read_file as well.
[[nodiscard]] base::Result<std::vector<domain::Participant>> read_roster(const std::string& path);

} // namespace timbang::app
