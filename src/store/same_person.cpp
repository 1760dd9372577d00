#include "store/same_person.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/ids.h"
#include "store/rows.h"
#include "store/site.h"

namespace timbang::store {
namespace {

bool is_person(SQLite::Database& database, const std::string& id) {
    SQLite::Statement statement(database, "SELECT 1 FROM person WHERE id=?");
    statement.bind(1, id);
    return statement.executeStep();
}

} // namespace

std::vector<std::string> same_people(SQLite::Database& database, const std::string& person) {
    using Pair = std::pair<std::string, std::string>;
    std::map<Pair, bool> newest;
    SQLite::Statement rows(database, "SELECT a, b, joined FROM same_person ORDER BY time, id");
    while (rows.executeStep())
        newest.insert_or_assign({rows.getColumn(0).getString(), rows.getColumn(1).getString()},
                                rows.getColumn(2).getInt() != 0);
    std::multimap<std::string, std::string> beside;
    for (const auto& [pair, joined] : newest) {
        if (!joined) continue;
        beside.emplace(pair.first, pair.second);
        beside.emplace(pair.second, pair.first);
    }
    std::vector<std::string> found{person};
    std::set<std::string> seen{person};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto [begin, end] = beside.equal_range(std::string(found[i]));
        for (auto entry = begin; entry != end; ++entry)
            if (seen.insert(entry->second).second) found.push_back(entry->second);
    }
    return found;
}

base::Status say_same_person(SQLite::Database& database, const std::string& a, const std::string& b, bool joined,
                             base::Time now, const std::function<std::uint64_t()>& random) {
    if (a == b) return base::Error("same-person-itself");
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    for (const std::string& id : {a, b})
        if (!is_person(database, id)) return base::Error("person-unknown", {{"code", id}});
    SamePerson row{base::make_uuid7(now, random), std::min(a, b), std::max(a, b), joined, millis(now),
                   make_own_site_id(database, now, random)};
    SQLite::Statement newest(database, "SELECT coalesce(max(time)+1, 0) FROM same_person WHERE a=? AND b=?");
    newest.bind(1, row.a);
    newest.bind(2, row.b);
    // What another laptop said with a clock that is ahead must not outweigh what is said now.
    if (newest.executeStep()) row.time = std::max(row.time, newest.getColumn(0).getInt64());
    newest.reset();
    (void)add_same_person(database, row);
    transaction.commit();
    return {};
}

bool add_same_person(SQLite::Database& database, const SamePerson& row) {
    SQLite::Statement statement(database,
                                "INSERT OR IGNORE INTO same_person(id, a, b, joined, time, site) VALUES(?,?,?,?,?,?)");
    statement.bind(1, row.id);
    statement.bind(2, row.a);
    statement.bind(3, row.b);
    statement.bind(4, row.joined ? 1 : 0);
    statement.bind(5, row.time);
    statement.bind(6, row.site);
    return statement.exec() > 0;
}

} // namespace timbang::store
