#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/crypto.h"
#include "store/join.h"

// Inside this module only; others call `Writer::export_records`.

namespace timbang::store {

/// Writes what `options` choose of the record, as it is at one moment, signed by `site` with `key`.
[[nodiscard]] base::Result<Exported> export_records(SQLite::Database& database, const ExportOptions& options,
                                                    const Site& site, const base::SigningKey& key);

} // namespace timbang::store
