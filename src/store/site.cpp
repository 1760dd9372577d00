#include "store/site.h"

#include "base/ids.h"
#include "store/rows.h"

namespace timbang::store {

std::string own_site_id(SQLite::Database& database) {
    SQLite::Statement statement(database, "SELECT value FROM meta WHERE key='site'");
    return statement.executeStep() ? statement.getColumn(0).getString() : "";
}

std::string make_own_site_id(SQLite::Database& database, base::Time now,
                             const std::function<std::uint64_t()>& random) {
    std::string id = own_site_id(database);
    if (!id.empty()) return id;
    id = base::make_uuid7(now, random);
    SQLite::Statement statement(database, "INSERT INTO meta(key, value) VALUES('site', ?)");
    statement.bind(1, id);
    statement.exec();
    return id;
}

Site keep_own_site(SQLite::Database& database, const std::string& name, const std::string& key, base::Time now,
                   const std::function<std::uint64_t()>& random) {
    Site site{make_own_site_id(database, now, random), name, key};
    const std::optional<Site> before = find_site(database, site.id);
    if (before && site.name.empty()) site.name = before->name;
    if (before != site) keep_site(database, site, now);
    return site;
}

std::optional<Site> find_site(SQLite::Database& database, const std::string& id) {
    SQLite::Statement statement(database, "SELECT id, name, key FROM site WHERE id=?");
    statement.bind(1, id);
    if (!statement.executeStep()) return std::nullopt;
    return Site{statement.getColumn(0).getString(), statement.getColumn(1).getString(),
                statement.getColumn(2).getString()};
}

void keep_site(SQLite::Database& database, const Site& site, base::Time now) {
    SQLite::Statement statement(database, "INSERT INTO site(id, name, key, since) VALUES(?1, ?2, ?3, ?4) "
                                          "ON CONFLICT(id) DO UPDATE SET name=?2, key=?3");
    statement.bind(1, site.id);
    statement.bind(2, site.name);
    statement.bind(3, site.key);
    statement.bind(4, millis(now));
    statement.exec();
}

} // namespace timbang::store
