#pragma once

#include <cstdint>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/clock.h"
#include "store/stored_event.h"

// Small helpers between rows and values; inside this module only.

namespace timbang::store {

[[nodiscard]] inline std::int64_t millis(base::Time time) { return time.time_since_epoch().count(); }
[[nodiscard]] inline base::Time time_of(const SQLite::Column& column) {
    return base::Time(std::chrono::milliseconds(column.getInt64()));
}

/// Runs a prepared statement that returns no rows, and makes it ready for the next time.
inline int run(SQLite::Statement& statement) {
    const int changed = statement.exec();
    statement.reset();
    return changed;
}

/// The event of a row `seq, id, type, time, payload, payload_hash` that begins at column `first`; without free texts.
[[nodiscard]] inline StoredEvent event_of(const SQLite::Statement& row, int first = 0) {
    StoredEvent event;
    event.seq = row.getColumn(first).getInt64();
    event.id = row.getColumn(first + 1).getString();
    event.type = row.getColumn(first + 2).getString();
    event.time = time_of(row.getColumn(first + 3));
    event.payload = row.getColumn(first + 4).getString();
    event.payload_hash = row.getColumn(first + 5).getString();
    return event;
}

} // namespace timbang::store
