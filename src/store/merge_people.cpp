#include "store/merge_people.h"

#include "store/rows.h"

namespace timbang::store {

PeopleMerger::PeopleMerger(SQLite::Database& database)
    : add_(database, "INSERT OR IGNORE INTO person(id, code, added, changed) VALUES(?,?,?,?)"),
      code_(database, "UPDATE person SET code=?2, changed=?3 WHERE id=?1 AND (?3, ?2)>(changed, code)"),
      named_(database, "UPDATE person SET named=?2 WHERE id=?1 AND (?2, ?3)>(named, coalesce((SELECT name FROM "
                       "person_detail WHERE person=?1), ''))"),
      name_(database, "INSERT OR REPLACE INTO person_detail(person, name) VALUES(?,?)") {}

bool PeopleMerger::take(const PersonLine& person) {
    add_.bind(1, person.id);
    add_.bind(2, person.code);
    add_.bind(3, person.added);
    add_.bind(4, person.changed);
    const bool added = run(add_) > 0;
    if (!added) {
        code_.bind(1, person.id);
        code_.bind(2, person.code);
        code_.bind(3, person.changed);
        run(code_);
    }
    if (!person.with_name) return added;
    named_.bind(1, person.id);
    named_.bind(2, person.named);
    named_.bind(3, person.name);
    if (run(named_) > 0) {
        name_.bind(1, person.id);
        name_.bind(2, person.name);
        run(name_);
    }
    return added;
}

std::vector<std::string> shared_codes(SQLite::Database& database) {
    std::vector<std::string> codes;
    SQLite::Statement rows(database, "SELECT code FROM person GROUP BY code HAVING count(*)>1 ORDER BY code");
    while (rows.executeStep()) codes.push_back(rows.getColumn(0).getString());
    return codes;
}

} // namespace timbang::store
