#pragma once

#include <set>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json_fwd.hpp>

#include "base/result.h"
#include "store/stored_event.h"

namespace timbang::store {

/// The event types whose meaning this program knows.
[[nodiscard]] std::set<std::string, std::less<>> known_types();

/// Keeps the table `vote`: the newest vote of each voter (a person, a seat without one, a group) by round, indicator and kind.
class VoteProjector {
public:
    explicit VoteProjector(SQLite::Database& database);
    void voted(const std::string& session, const StoredEvent& event);
    void scored(const std::string& session, const StoredEvent& event);

private:
    void forget_earlier(const std::string& session, const StoredEvent& event, const nlohmann::json& payload);

    SQLite::Statement add_person_;
    SQLite::Statement forget_of_person_;
    SQLite::Statement forget_of_other_;
    SQLite::Statement vote_;
    SQLite::Statement score_;
};

/// Keeps what is derived from events: the session's row, its state, and the tables `decision` and `vote`. Runs inside the
/// transaction that adds the events; SQLite's exceptions go through.
class Projector {
public:
    explicit Projector(SQLite::Database& database);

    /// Makes the session's row from its session_started. Code "event-broken".
    base::Status begin(const std::string& session, const StoredEvent& started);
    /// Takes in one event of a session that has begun.
    void take_in(const std::string& session, const StoredEvent& event);

private:
    void decided(const std::string& session, const StoredEvent& event);
    void scored(const std::string& session, const StoredEvent& event);

    SQLite::Statement add_person_;
    SQLite::Statement begin_;
    SQLite::Statement advance_;
    SQLite::Statement end_;
    SQLite::Statement earlier_;
    SQLite::Statement decide_;
    SQLite::Statement score_;
    VoteProjector votes_;
    std::set<std::string, std::less<>> known_;
};

/// Makes one session's row, decisions and votes anew, inside a transaction of the caller. Code "event-broken".
base::Status rebuild_session(SQLite::Database& database, Projector& projector, const std::string& session);
/// Makes every session's row, decisions and votes anew from the events, in one transaction of its own.
base::Status rebuild_projections(SQLite::Database& database);
/// The same for sessions that hold an event type which an older program did not know and this one does.
base::Status rebuild_outgrown(SQLite::Database& database);

} // namespace timbang::store
