#pragma once

#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/clock.h"
#include "base/result.h"
#include "store/records.h"

// Writing people's rows; each call is one transaction. SQLite's exceptions go through. Inside this module only.

namespace timbang::store {

/// Codes: "person-code-taken", "person-code-empty".
[[nodiscard]] base::Result<Person> add_person(SQLite::Database& database, const Person& person, base::Time now);
/// The person with the code of `person`, else `person` added.
[[nodiscard]] base::Result<Person> ensure_person(SQLite::Database& database, const Person& person, base::Time now);
/// Codes as `add_person`, and "person-unknown".
base::Status change_person(SQLite::Database& database, const Person& person, base::Time now);

} // namespace timbang::store
