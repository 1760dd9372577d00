#include "store/erase.h"

namespace timbang::store {
namespace {

/// Events of a room that are one person's alone: their votes, what was said of them, their seat. In any room, or in rooms
/// that the index of votes leads to.
std::string theirs_in(const char* rooms) {
    return std::string("session IN (") + rooms + ") AND instr(payload, ?1)>0 AND json_valid(payload) AND "
                                                 "json_extract(payload, '$.person')=?1";
}
/// Other programs may have written votes into sessions that are no rooms; those of nobody are taken for rooms.
constexpr const char* kEveryRoom = "SELECT id FROM session WHERE mode='room' OR person IS NULL UNION "
                                   "SELECT session FROM vote WHERE person=?1";
constexpr const char* kRoomsOfVotes = "SELECT session FROM vote WHERE person=?1";

int run_with(SQLite::Database& database, const std::string& query, const std::string& person) {
    SQLite::Statement statement(database, query);
    statement.bind(1, person);
    return statement.exec();
}

Erased erase_texts(SQLite::Database& database, const std::string& person, const char* rooms) {
    Erased erased;
    const std::string of = "DELETE FROM free_text WHERE event IN (SELECT id FROM event WHERE ";
    erased.texts += run_with(database, of + "session IN (SELECT id FROM session WHERE person=?1))", person);
    erased.texts += run_with(database, of + theirs_in(rooms) + ")", person);
    run_with(database, "DELETE FROM set_aside WHERE instr(payload, ?1)>0 OR session IN (SELECT id FROM session WHERE "
                       "person=?1)", person);
    return erased;
}

void erase_details(SQLite::Database& database, const std::string& person) {
    run_with(database, "DELETE FROM person_detail WHERE person=?1", person);
    run_with(database, "UPDATE person SET code=id, changed=0, named=0 WHERE id=?1", person);
}

void erase_decisions(SQLite::Database& database, const std::string& person, const char* rooms, Erased& erased) {
    // The numbers of a room's events must have no gap: the row stays, with nothing in it.
    erased.events += run_with(database, "UPDATE event SET payload='' WHERE " + theirs_in(rooms), person);
    run_with(database, "DELETE FROM decision WHERE person=?1", person);
    run_with(database, "DELETE FROM vote WHERE person=?1", person);
    const std::string theirs = "session IN (SELECT id FROM session WHERE person=?1)";
    run_with(database, "DELETE FROM decision WHERE " + theirs, person);
    run_with(database, "DELETE FROM vote WHERE " + theirs, person);
    erased.events += run_with(database, "DELETE FROM event WHERE " + theirs, person);
    erased.sessions += run_with(database, "DELETE FROM session WHERE person=?1", person);
    run_with(database, "DELETE FROM person WHERE id=?1", person);
}

Erased erase(SQLite::Database& database, const std::string& person, bool decisions, const char* rooms) {
    Erased erased = erase_texts(database, person, rooms);
    erase_details(database, person);
    if (decisions) erase_decisions(database, person, rooms, erased);
    return erased;
}

constexpr const char* kWanted = "INSERT OR REPLACE INTO meta(key, value) VALUES('compact', '1')";

} // namespace

ForgottenPeople forgotten_people(SQLite::Database& database) {
    ForgottenPeople people;
    SQLite::Statement rows(database, "SELECT person, max(scope='decisions') FROM tombstone GROUP BY person");
    while (rows.executeStep()) people.emplace(rows.getColumn(0).getString(), rows.getColumn(1).getInt() != 0);
    return people;
}

Erased bury(SQLite::Database& database, const Tombstone& tombstone, bool* added) {
    SQLite::Statement known(database, "SELECT 1 FROM tombstone WHERE person=? AND scope=?");
    known.bind(1, tombstone.person);
    known.bind(2, tombstone.scope);
    if (added) *added = !known.executeStep();
    known.reset();
    SQLite::Statement insert(database, "INSERT INTO tombstone(person, scope, time, site) VALUES(?1, ?2, ?3, ?4) ON "
                                       "CONFLICT(person, scope) DO UPDATE SET time=?3, site=?4 WHERE (?3, ?4)<(time, site)");
    insert.bind(1, tombstone.person);
    insert.bind(2, tombstone.scope);
    insert.bind(3, tombstone.time);
    insert.bind(4, tombstone.site);
    insert.exec();
    const Erased erased = erase(database, tombstone.person, tombstone.scope == kDecisions, kEveryRoom);
    database.exec(kWanted);
    return erased;
}

void bury_again(SQLite::Database& database) {
    std::int64_t gone = 0;
    for (const auto& [person, decisions] : forgotten_people(database)) {
        const Erased erased = erase(database, person, decisions, kRoomsOfVotes);
        gone += erased.texts + erased.sessions + erased.events;
    }
    if (gone > 0) database.exec(kWanted);
}

bool compact(SQLite::Database& database) {
    const auto empty_log = [&] { return database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt() == 0; };
    (void)empty_log();
    database.exec("VACUUM");
    if (!empty_log()) return false;
    database.exec("DELETE FROM meta WHERE key='compact'");
    return true;
}

bool needs_compaction(SQLite::Database& database) {
    SQLite::Statement statement(database, "SELECT 1 FROM meta WHERE key='compact'");
    return statement.executeStep();
}

} // namespace timbang::store
