#pragma once

#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.h"

namespace timbang::store {

/// One numbered step of the schema; `version` becomes the database's user_version.
struct Migration {
    int version = 0;
    std::string name;
    std::string sql;
};

/// The steps of src/store/migrations, in order. A step that was released never changes; a new one is added behind it.
[[nodiscard]] std::vector<Migration> migrations();

/// The oldest schema version whose program can still read a database of the newest step. Raised with a step that changes
/// what older programs read.
inline constexpr int kMinReader = 2;

/// Brings a database to the newest step, each step in one transaction. A database that holds something is copied first
/// (VACUUM INTO `<path>.before-<version>`, a free name beside it); code "backup-failed". Exceptions are SQLite's.
base::Status migrate(SQLite::Database& database, const std::string& path, const std::vector<Migration>& steps);

/// What the database says of the oldest program that can read it.
[[nodiscard]] int min_reader(SQLite::Database& database);

} // namespace timbang::store
