#pragma once

#include <memory>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/result.h"

// Inside this module only: nothing here is seen by other modules.

namespace timbang::store {

/// "TMBG" in the header of the file: says whose database it is.
inline constexpr int kApplicationId = 0x544D4247;

/// What SQLite's exception means to a person. Codes: "records-locked", "records-read-only", "records-unreadable",
/// "records-damaged", "disk-full", "records-failed" (arg detail).
[[nodiscard]] base::Error database_error(const SQLite::Exception& exception, const std::string& path);

/// Runs `work`, which returns a Result, and turns SQLite's exceptions into errors.
template <class Work> auto guarded(const std::string& path, Work&& work) -> decltype(work()) {
    try {
        return work();
    } catch (const SQLite::Exception& exception) {
        return database_error(exception, path);
    }
}

/// What the header of a database says.
struct Header {
    int application = 0;
    int version = 0;
    bool empty = true; ///< no tables at all
};
[[nodiscard]] Header read_header(SQLite::Database& database);

/// Opens for reading: never creates or changes anything.
[[nodiscard]] base::Result<std::unique_ptr<SQLite::Database>> open_for_reading(const std::string& path, const std::string& vfs);

struct Opened {
    std::unique_ptr<SQLite::Database> database;
    bool rollback_journal = false;
};
/// Opens or makes a database for the writer, with its journal and `synchronous=FULL`, migrated to the newest schema.
[[nodiscard]] base::Result<Opened> open_for_writing(const std::string& path, const std::string& vfs, int busy_ms);

} // namespace timbang::store
