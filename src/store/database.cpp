#include "store/database.h"

#include <filesystem>

#include <sqlite3.h>

#include "base/files.h"
#include "store/migrate.h"

namespace timbang::store {
namespace {

constexpr int kReaderBusyMs = 5000;

/// Whose file it is and whether this program can use it; nothing is written before this.
base::Status check_header(const Header& header, const std::string& path, int newest) {
    if (header.application != kApplicationId && !(header.empty && header.application == 0 && header.version == 0))
        return base::Error("records-foreign", {{"path", path}});
    if (header.version > newest) return base::Error("records-newer", {{"path", path}});
    return {};
}

/// Other accounts of the computer have no business here. A file system without such rights is left as it is.
void keep_private(const std::string& path) {
    std::error_code ignored;
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 ignored);
}

/// WAL where it is safe; true when the rollback journal is used instead.
bool set_journal(SQLite::Database& database, const std::string& path, bool on_disk) {
    const bool network = on_disk && base::on_network(path);
    const auto mode = [&](const char* wanted) {
        return database.execAndGet(std::string("PRAGMA journal_mode=") + wanted).getString();
    };
    bool wal = false;
    if (!network) {
        try {
            wal = mode("wal") == "wal";
        } catch (const SQLite::Exception& exception) {
            // Shared memory that cannot be had shows here; a lock or a full disk is no reason for another journal.
            const int code = exception.getErrorCode();
            if (code != SQLITE_CANTOPEN && code != SQLITE_IOERR && code != SQLITE_PROTOCOL) throw;
        }
    }
    if (!wal) mode("delete");
    // With a rollback journal FULL may lose the last commit: the deletion of the journal must be synced too (EXTRA).
    database.exec(wal ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=EXTRA");
    return !wal;
}

} // namespace

base::Error database_error(const SQLite::Exception& exception, const std::string& path) {
    const base::Args args{{"path", path}};
    switch (exception.getErrorCode()) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return base::Error("records-locked", args);
    case SQLITE_READONLY: return base::Error("records-read-only", args);
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: return base::Error("records-unreadable", args);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return base::Error("records-damaged", args);
    case SQLITE_FULL: return base::Error("disk-full", args);
    default: return base::Error("records-failed", {{"path", path}, {"detail", std::string(exception.what())}});
    }
}

Header read_header(SQLite::Database& database) {
    Header header;
    header.application = database.execAndGet("PRAGMA application_id").getInt();
    header.version = database.execAndGet("PRAGMA user_version").getInt();
    header.empty = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    return header;
}

base::Result<std::unique_ptr<SQLite::Database>> open_for_reading(const std::string& path, const std::string& vfs) {
    using Opening = base::Result<std::unique_ptr<SQLite::Database>>;
    if (vfs.empty() && base::file_kind(path) == base::FileKind::Missing)
        return base::Error("records-missing", {{"path", path}});
    return guarded(path, [&]() -> Opening {
        // Not OPEN_READONLY: what a lost run left in a rollback journal must be undone before it can be read.
        auto database = std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE, kReaderBusyMs, vfs);
        database->exec("PRAGMA query_only=ON");
        const Header header = read_header(*database);
        if (header.empty && header.application == 0 && header.version == 0)
            return base::Error("records-missing", {{"path", path}});
        const int newest = migrations().back().version;
        if (header.application == kApplicationId && header.version > newest && min_reader(*database) <= newest)
            return database;
        if (base::Status fits = check_header(header, path, newest); !fits) return fits.error();
        if (header.version < newest) return base::Error("records-older", {{"path", path}});
        return database;
    });
}

base::Result<Opened> open_for_writing(const std::string& path, const std::string& vfs, int busy_ms) {
    const bool on_disk = vfs.empty();
    if (on_disk)
        if (base::Status made = base::make_folders(base::parent_path(path)); !made) return made.error();
    const bool made_now = on_disk && base::file_kind(path) == base::FileKind::Missing;
    return guarded(path, [&]() -> base::Result<Opened> {
        Opened opened;
        opened.database =
            std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, busy_ms, vfs);
        SQLite::Database& database = *opened.database;
        if (made_now) keep_private(path);
        const std::vector<Migration> steps = migrations();
        if (base::Status fits = check_header(read_header(database), path, steps.back().version); !fits)
            return fits.error();
        if (sqlite3_db_readonly(database.getHandle(), "main") == 1)
            return base::Error("records-read-only", {{"path", path}});
        opened.rollback_journal = set_journal(database, path, on_disk);
        database.exec("PRAGMA foreign_keys=ON");
        database.exec("PRAGMA secure_delete=ON"); // what goes is overwritten: somebody may want to be forgotten
        if (base::Status migrated = migrate(database, path, steps); !migrated) return migrated.error();
        return opened;
    });
}

} // namespace timbang::store
