#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/writer.h"

namespace timbang::store {

/// Takes the events of all recovery files into the record. A file goes away once its events are committed; one that cannot be
/// read or does not join on stays and is named in `left`.
[[nodiscard]] Recovered restore(SQLite::Database& database, const WriterOptions& options);

} // namespace timbang::store
