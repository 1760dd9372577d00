#pragma once

#include <map>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/records.h"

// Inside this module only; SQLite's exceptions go through.

namespace timbang::store {

/// By id: the code with a number behind it, of people whose code somebody had before them: "DP-07 (2)". Merged records
/// bring such codes; people with them are never taken for one.
[[nodiscard]] std::map<std::string, std::string> numbered_codes(SQLite::Database& database);
/// Everybody who was not forgotten, with the code that tells them apart, in the order they were added.
[[nodiscard]] std::vector<Person> people_shown(SQLite::Database& database);

} // namespace timbang::store
