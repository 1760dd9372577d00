#pragma once

#include <functional>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/clock.h"
#include "base/result.h"
#include "store/project.h"
#include "store/stored_event.h"

namespace timbang::store {

/// Puts events into the tables and keeps the projections up. Always inside a transaction of the caller; SQLite's exceptions
/// go through.
class Appender {
public:
    explicit Appender(SQLite::Database& database);

    /// Adds one event. An event that is there already changes nothing; an equal id with another content, or another event in
    /// the same place, is set aside. Codes: "session-unknown" (no session_started before it), "session-gap" (it does not
    /// follow the last one), "session-imported", "event-broken" (a session_started that cannot be read).
    /// Says whether a row was added.
    [[nodiscard]] base::Result<bool> add(const std::string& session, const StoredEvent& event, base::Time now);

private:
    enum class Place { Free, Same, IdTaken, PlaceTaken };
    Place place_of(const std::string& session, const StoredEvent& event);
    base::Status check_session(const std::string& session, const StoredEvent& event);
    void set_aside(const std::string& session, const StoredEvent& event, const char* reason, base::Time now);
    void insert(const std::string& session, const StoredEvent& event);

    SQLite::Statement by_id_;
    SQLite::Statement by_place_;
    SQLite::Statement session_;
    SQLite::Statement insert_event_;
    SQLite::Statement insert_text_;
    SQLite::Statement insert_aside_;
    Projector projector_;
};

} // namespace timbang::store
