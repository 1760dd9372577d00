#include <set>
#include <string>
#include <vector>

#include "store/project.h"
#include "store/rows.h"

namespace timbang::store {
namespace {

std::vector<std::string> texts_of(SQLite::Database& database, const char* query) {
    std::vector<std::string> texts;
    SQLite::Statement statement(database, query);
    while (statement.executeStep()) texts.push_back(statement.getColumn(0).getString());
    return texts;
}

} // namespace

base::Status rebuild_session(SQLite::Database& database, Projector& projector, const std::string& session) {
    for (const char* query : {"DELETE FROM decision WHERE session=?", "DELETE FROM vote WHERE session=?"}) {
        SQLite::Statement forget(database, query);
        forget.bind(1, session);
        forget.exec();
    }
    SQLite::Statement events(
        database, "SELECT seq, id, type, time, payload, payload_hash FROM event WHERE session=? ORDER BY seq");
    events.bind(1, session);
    while (events.executeStep()) {
        const StoredEvent event = event_of(events);
        if (event.seq == 1)
            if (base::Status begun = projector.begin(session, event); !begun) return begun;
        projector.take_in(session, event);
    }
    return {};
}

base::Status rebuild_projections(SQLite::Database& database) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    Projector projector(database);
    for (const std::string& session : texts_of(database, "SELECT id FROM session"))
        if (base::Status rebuilt = rebuild_session(database, projector, session); !rebuilt) return rebuilt;
    transaction.commit();
    return {};
}

base::Status rebuild_outgrown(SQLite::Database& database) {
    const std::set<std::string, std::less<>> known = known_types();
    std::set<std::string> outgrown;
    SQLite::Statement newer(database, "SELECT id FROM session WHERE needs_newer=1");
    SQLite::Statement types(database, "SELECT DISTINCT type FROM event WHERE session=?");
    while (newer.executeStep()) {
        const std::string session = newer.getColumn(0).getString();
        types.bind(1, session);
        bool all_known = true;
        while (types.executeStep()) all_known = all_known && known.contains(types.getColumn(0).getString());
        types.reset();
        if (all_known) outgrown.insert(session);
    }
    newer.reset();
    if (outgrown.empty()) return {};
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    Projector projector(database);
    for (const std::string& session : outgrown)
        if (base::Status rebuilt = rebuild_session(database, projector, session); !rebuilt) return rebuilt;
    transaction.commit();
    return {};
}

} // namespace timbang::store
