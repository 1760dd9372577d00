#pragma once

#include <cstdint>
#include <map>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/clock.h"
#include "store/export_lines.h"

// What is forgotten of a person; inside this module only. SQLite's exceptions go through.

namespace timbang::store {

inline constexpr const char* kDetails = "details";     ///< code, name and free texts
inline constexpr const char* kDecisions = "decisions"; ///< everything

/// By person: whether what they decided is forgotten, too.
using ForgottenPeople = std::map<std::string, bool, std::less<>>;
[[nodiscard]] ForgottenPeople forgotten_people(SQLite::Database& database);

struct Erased {
    std::int64_t texts = 0, sessions = 0, events = 0;
};
/// Adds a tombstone (of two for one person and scope the earlier stays) and erases what it covers, inside a transaction of
/// the caller. `added`, where given, says whether it was not here before.
Erased bury(SQLite::Database& database, const Tombstone& tombstone, bool* added = nullptr);

/// Erases once more what all tombstones cover, inside a transaction of the caller: somebody may have gone on under an id
/// that was forgotten meanwhile.
void bury_again(SQLite::Database& database);

/// Makes sure that nothing of what was erased is left in the file: empties the log and writes the file anew. Outside
/// transactions. False when another program reads on, so that the log cannot be emptied: then, and after an exception,
/// `needs_compaction` stays true.
[[nodiscard]] bool compact(SQLite::Database& database);
[[nodiscard]] bool needs_compaction(SQLite::Database& database);

} // namespace timbang::store
