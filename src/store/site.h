#pragma once

#include <functional>
#include <optional>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/clock.h"
#include "store/join.h"

// Who a record comes from; inside this module only. SQLite's exceptions go through.

namespace timbang::store {

/// The id of this record among records; "" where it has none yet.
[[nodiscard]] std::string own_site_id(SQLite::Database& database);
/// The same, made on first use; inside a transaction of the caller.
[[nodiscard]] std::string make_own_site_id(SQLite::Database& database, base::Time now,
                                           const std::function<std::uint64_t()>& random);
/// This record's id, made on first use, its name ("" keeps the one it has) and open key.
[[nodiscard]] Site keep_own_site(SQLite::Database& database, const std::string& name, const std::string& key,
                                 base::Time now, const std::function<std::uint64_t()>& random);
[[nodiscard]] std::optional<Site> find_site(SQLite::Database& database, const std::string& id);
/// Adds or replaces what is known of a site.
void keep_site(SQLite::Database& database, const Site& site, base::Time now);

} // namespace timbang::store
