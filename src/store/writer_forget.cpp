#include <algorithm>
#include <set>

#include "base/files.h"
#include "store/erase.h"
#include "store/payload.h"
#include "store/same_person.h"
#include "store/shown.h"
#include "store/site.h"
#include "store/writer_inner.h"

namespace timbang::store {
namespace {

/// Whose record is to go, and which sessions are theirs alone.
struct Whose {
    std::vector<std::string> people;
    std::set<std::string> sessions;
};

Whose whose(SQLite::Database& database, const std::string& code) {
    Whose found;
    for (const Person& person : people_shown(database))
        if (person.code == code) found.people = same_people(database, person.id);
    SQLite::Statement sessions(database, "SELECT id FROM session WHERE person=?");
    for (const std::string& person : found.people) {
        sessions.bind(1, person);
        while (sessions.executeStep()) found.sessions.insert(sessions.getColumn(0).getString());
        sessions.reset();
    }
    return found;
}

/// Who resumes a room counts its events: nothing may be taken out of one that still goes on here.
bool in_open_room(SQLite::Database& database, const Whose& whose) {
    SQLite::Statement room(database, "SELECT 1 FROM session s WHERE s.mode='room' AND s.origin='' AND s.state='open' AND "
                                     "EXISTS (SELECT 1 FROM event e WHERE e.session=s.id AND instr(e.payload, ?)>0)");
    for (const std::string& person : whose.people) {
        room.bind(1, person);
        if (room.executeStep()) return true;
        room.reset();
    }
    return false;
}

void remove_copy(const std::string& path, Forgotten& forgotten) {
    std::error_code failed;
    std::filesystem::remove(path, failed);
    (failed ? forgotten.left : forgotten.removed).push_back(path);
}

/// Copies from before a step of the schema hold everything that was there then.
void remove_copies(const std::string& database, Forgotten& forgotten) {
    const std::string folder = base::parent_path(database);
    const std::string beginning = base::file_name(database) + ".before-";
    for (const std::string& name : base::list_folder(folder))
        if (name.starts_with(beginning)) remove_copy(base::join_path(folder, name), forgotten);
}

void remove_recovery(const std::string& folder, const Whose& whose, Forgotten& forgotten) {
    for (const std::string& path : recovery_files(folder)) {
        const base::Result<RecoveryFile> file = read_recovery(path);
        if (!file) {
            forgotten.left.push_back(path);
            continue;
        }
        bool theirs = whose.sessions.contains(file->session);
        for (const StoredEvent& event : file->events) {
            const std::string person = text_in(object_of(event.payload), "person");
            theirs = theirs || std::find(whose.people.begin(), whose.people.end(), person) != whose.people.end();
        }
        if (theirs) remove_copy(path, forgotten);
    }
}

Forgotten erase(SQLite::Database& database, const Whose& whose, bool decisions, base::Time now, const std::string& site) {
    Forgotten forgotten;
    forgotten.people = whose.people;
    for (const std::string& person : whose.people) {
        const Erased erased =
            bury(database, {person, decisions ? kDecisions : kDetails, now.time_since_epoch().count(), site});
        forgotten.texts += erased.texts;
        forgotten.sessions += erased.sessions;
        forgotten.events += erased.events;
    }
    return forgotten;
}

} // namespace

base::Result<Forgotten> Writer::forget(const ForgetOptions& options) {
    const std::string& path = inner_->options.path;
    base::Result<Forgotten> forgotten = inner_->call_database([&](SQLite::Database& database) -> base::Result<Forgotten> {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        const Whose found = whose(database, options.code);
        if (found.people.empty()) {
            // Forgotten already, but the file was not written anew then.
            if (needs_compaction(database)) return Forgotten{};
            return base::Error("person-unknown", {{"code", options.code}});
        }
        if (options.decisions && in_open_room(database, found))
            return base::Error("forget-room-open", {{"code", options.code}});
        const base::Time now = inner_->options.now();
        const std::string site = make_own_site_id(database, now, inner_->options.random);
        Forgotten gone = erase(database, found, options.decisions, now, site);
        transaction.commit();
        remove_recovery(inner_->options.recovery_folder, found, gone);
        return gone;
    });
    if (!forgotten) return forgotten;
    remove_copies(path, *forgotten);
    const base::Status compacted = inner_->call_database([&](SQLite::Database& database) -> base::Status {
        return compact(database) ? base::Status() : base::Status(base::Error("records-locked", {{"path", path}}));
    });
    if (!compacted) return base::Error("forget-not-compacted", {{"path", path}}).caused_by(compacted.error());
    return forgotten;
}

} // namespace timbang::store
