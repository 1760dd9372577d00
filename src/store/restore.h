#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/recovery.h"
#include "store/writer.h"

namespace timbang::store {

/// Takes the events of all recovery files into the record. A file goes away once its events are committed; one that cannot be
/// read or does not join on stays and is named in `left`.
[[nodiscard]] Recovered restore(SQLite::Database& database, const WriterOptions& options);

/// Takes the events of one file into the record as one transaction and counts the new ones; on failure nothing of it is
/// there. Throws SQLite's exceptions: called inside `guarded`.
[[nodiscard]] base::Result<std::int64_t> add_file(SQLite::Database& database, const RecoveryFile& file, base::Time now);

} // namespace timbang::store
