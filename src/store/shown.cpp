#include "store/shown.h"

#include <set>

namespace timbang::store {

std::map<std::string, std::string> numbered_codes(SQLite::Database& database) {
    std::map<std::string, std::string> shown;
    SQLite::Statement rows(database, "SELECT id, code FROM person WHERE code IN (SELECT code FROM person GROUP BY code "
                                     "HAVING count(*)>1) ORDER BY n");
    std::map<std::string, int> seen;
    std::set<std::string> taken;
    SQLite::Statement is_taken(database, "SELECT 1 FROM person WHERE code=?");
    while (rows.executeStep()) {
        const std::string code = rows.getColumn(1).getString();
        int& number = seen[code];
        if (++number == 1) continue;
        std::string name;
        for (bool free = false; !free;) {
            name = code + " (" + std::to_string(number) + ")";
            is_taken.bind(1, name);
            free = !is_taken.executeStep() && taken.insert(name).second;
            is_taken.reset();
            if (!free) ++number;
        }
        shown.emplace(rows.getColumn(0).getString(), name);
    }
    return shown;
}

std::vector<Person> people_shown(SQLite::Database& database) {
    const std::map<std::string, std::string> numbered = numbered_codes(database);
    std::vector<Person> people;
    SQLite::Statement rows(database, "SELECT id, code, coalesce(name, '') FROM person LEFT JOIN person_detail ON person=id "
                                     "WHERE id NOT IN (SELECT person FROM tombstone) ORDER BY n");
    while (rows.executeStep()) {
        Person person{rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString()};
        if (const auto found = numbered.find(person.id); found != numbered.end()) person.code = found->second;
        people.push_back(std::move(person));
    }
    return people;
}

} // namespace timbang::store
