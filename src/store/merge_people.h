#pragma once

#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/export_lines.h"

// Inside this module only; SQLite's exceptions go through.

namespace timbang::store {

/// Takes people in: equal id is the same person, of whom the newer code and the newer name count, each for itself (of two
/// as old, the greater). An equal code or name is nothing to go by.
class PeopleMerger {
public:
    explicit PeopleMerger(SQLite::Database& database);
    /// Whether nobody with this id was here.
    bool take(const PersonLine& person);

private:
    SQLite::Statement add_, code_, named_, name_;
};

/// Codes that more than one person has, sorted.
[[nodiscard]] std::vector<std::string> shared_codes(SQLite::Database& database);

} // namespace timbang::store
