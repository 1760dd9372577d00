#pragma once

#include <functional>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/clock.h"
#include "base/result.h"
#include "store/export_lines.h"

// Records of one person under several ids; inside this module only. SQLite's exceptions go through.

namespace timbang::store {

/// The ids that are one person with `person`, itself among them: of each pair the newest row counts (by time, then by id).
[[nodiscard]] std::vector<std::string> same_people(SQLite::Database& database, const std::string& person);

/// Says that two people are one, or that they are not; newer than whatever was said of the pair before. One transaction.
/// Codes: "person-unknown" (arg code), "same-person-itself".
base::Status say_same_person(SQLite::Database& database, const std::string& a, const std::string& b, bool joined,
                             base::Time now, const std::function<std::uint64_t()>& random);
/// Adds a row of another record; false when it is there already.
bool add_same_person(SQLite::Database& database, const SamePerson& row);

} // namespace timbang::store
