#include "store/erase.h"

namespace timbang::store {
namespace {

/// Events of a room that are one person's alone: their votes, what was said of them, their seat.
constexpr const char* kTheirs =
    "session IN (SELECT id FROM session WHERE mode='room') AND instr(payload, ?1)>0 AND "
    "json_valid(payload) AND json_extract(payload, '$.person')=?1";

int run_with(SQLite::Database& database, const std::string& query, const std::string& person) {
    SQLite::Statement statement(database, query);
    statement.bind(1, person);
    return statement.exec();
}

Erased erase_texts(SQLite::Database& database, const std::string& person) {
    Erased erased;
    const std::string of = "DELETE FROM free_text WHERE event IN (SELECT id FROM event WHERE ";
    erased.texts += run_with(database, of + "session IN (SELECT id FROM session WHERE person=?1))", person);
    erased.texts += run_with(database, of + kTheirs + ")", person);
    run_with(database, "DELETE FROM set_aside WHERE instr(payload, ?1)>0 OR session IN (SELECT id FROM session WHERE "
                       "person=?1)", person);
    return erased;
}

void erase_details(SQLite::Database& database, const std::string& person) {
    run_with(database, "DELETE FROM person_detail WHERE person=?1", person);
    run_with(database, "UPDATE person SET code=id, changed=0, named=0 WHERE id=?1", person);
}

void erase_decisions(SQLite::Database& database, const std::string& person, Erased& erased) {
    run_with(database, "DELETE FROM decision WHERE person=?1", person);
    run_with(database, "DELETE FROM vote WHERE person=?1", person);
    const std::string theirs = "session IN (SELECT id FROM session WHERE person=?1)";
    run_with(database, "DELETE FROM decision WHERE " + theirs, person);
    run_with(database, "DELETE FROM vote WHERE " + theirs, person);
    erased.events += run_with(database, "DELETE FROM event WHERE " + theirs, person);
    erased.sessions += run_with(database, "DELETE FROM session WHERE person=?1", person);
    // The numbers of a room's events must have no gap: the row stays, with nothing in it.
    erased.events += run_with(database, std::string("UPDATE event SET payload='' WHERE ") + kTheirs, person);
    run_with(database, "DELETE FROM person WHERE id=?1", person);
}

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
    Erased erased = erase_texts(database, tombstone.person);
    erase_details(database, tombstone.person);
    if (tombstone.scope == kDecisions) erase_decisions(database, tombstone.person, erased);
    database.exec("INSERT OR REPLACE INTO meta(key, value) VALUES('compact', '1')");
    return erased;
}

void compact(SQLite::Database& database) {
    const auto empty_log = [&] { (void)database.execAndGet("PRAGMA wal_checkpoint(TRUNCATE)"); };
    empty_log();
    database.exec("VACUUM");
    database.exec("DELETE FROM meta WHERE key='compact'");
    empty_log();
}

bool needs_compaction(SQLite::Database& database) {
    SQLite::Statement statement(database, "SELECT 1 FROM meta WHERE key='compact'");
    return statement.executeStep();
}

} // namespace timbang::store
