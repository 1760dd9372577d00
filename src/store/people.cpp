#include "store/people.h"

#include <optional>

#include "base/utf8.h"
#include "store/rows.h"

namespace timbang::store {
namespace {

std::optional<Person> find_code(SQLite::Database& database, const std::string& code) {
    SQLite::Statement statement(database,
                                "SELECT id, code, coalesce(name, '') FROM person LEFT JOIN person_detail ON person=id "
                                "WHERE code=? ORDER BY n");
    statement.bind(1, code);
    if (!statement.executeStep()) return std::nullopt;
    return Person{statement.getColumn(0).getString(), statement.getColumn(1).getString(),
                  statement.getColumn(2).getString()};
}

/// The row of details as it should be: set, or taken away when there is none; and when it came to that. Of two laptops' rows
/// the newer counts, so that a clock that was set back must not make this one older.
void write_name(SQLite::Database& database, const Person& person, base::Time now) {
    SQLite::Statement stamp(database, "UPDATE person SET named=max(?2, named+1) WHERE id=?1 AND "
                                      "?3 IS NOT coalesce((SELECT name FROM person_detail WHERE person=?1), '')");
    stamp.bind(1, person.id);
    stamp.bind(2, millis(now));
    stamp.bind(3, person.name);
    stamp.exec();
    SQLite::Statement statement(database, person.name.empty()
                                              ? "DELETE FROM person_detail WHERE person=?1"
                                              : "INSERT OR REPLACE INTO person_detail(person, name) VALUES(?1, ?2)");
    statement.bind(1, person.id);
    if (!person.name.empty()) statement.bind(2, person.name);
    statement.exec();
}

base::Status check_code(SQLite::Database& database, const Person& person) {
    if (person.code.empty()) return base::Error("person-code-empty");
    const std::optional<Person> taken = find_code(database, person.code);
    if (taken && taken->id != person.id) return base::Error("person-code-taken", {{"code", person.code}});
    return {};
}

Person tidy(Person person) {
    person.code = base::fold_spaces(person.code);
    person.name = base::fold_spaces(person.name);
    return person;
}

} // namespace

base::Result<Person> add_person(SQLite::Database& database, const Person& typed, base::Time now) {
    const Person person = tidy(typed);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (base::Status fine = check_code(database, person); !fine) return fine.error();
    SQLite::Statement statement(database, "INSERT INTO person(id, code, added, changed) VALUES(?1,?2,?3,?3)");
    statement.bind(1, person.id);
    statement.bind(2, person.code);
    statement.bind(3, millis(now));
    statement.exec();
    write_name(database, person, now);
    transaction.commit();
    return person;
}

base::Result<Person> ensure_person(SQLite::Database& database, const Person& person, base::Time now) {
    if (std::optional<Person> found = find_code(database, base::fold_spaces(person.code))) return *found;
    return add_person(database, person, now);
}

base::Status change_person(SQLite::Database& database, const Person& typed, base::Time now) {
    const Person person = tidy(typed);
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    if (base::Status fine = check_code(database, person); !fine) return fine;
    SQLite::Statement statement(database, "UPDATE person SET changed=iif(code=?1, changed, max(?3, changed+1)), code=?1 "
                                          "WHERE id=?2");
    statement.bind(1, person.code);
    statement.bind(2, person.id);
    statement.bind(3, millis(now));
    if (statement.exec() == 0) return base::Error("person-unknown", {{"code", person.code}});
    write_name(database, person, now);
    transaction.commit();
    return {};
}

} // namespace timbang::store
