#include "store/restore.h"

#include <filesystem>
#include <map>

#include "store/append.h"
#include "store/database.h"
#include "store/recovery.h"

namespace timbang::store {

base::Result<std::int64_t> add_file(SQLite::Database& database, const RecoveryFile& file, base::Time now) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    Appender appender(database);
    std::int64_t count = 0;
    for (const StoredEvent& event : file.events) {
        const base::Result<bool> added = appender.add(file.session, event, now);
        if (!added) return added.error();
        count += *added ? 1 : 0;
    }
    transaction.commit();
    return count;
}

Recovered restore(SQLite::Database& database, const WriterOptions& options) {
    Recovered recovered;
    std::map<std::string, RecoveryFile> waiting;
    for (const std::string& path : recovery_files(options.recovery_folder)) {
        base::Result<RecoveryFile> file = read_recovery(path);
        if (file) waiting.emplace(path, std::move(*file));
        else recovered.left.push_back(base::Error("recovery-damaged", {{"path", path}}).caused_by(file.error()));
    }
    const base::Time now = options.now ? options.now() : base::system_now();
    std::map<std::string, base::Error> reasons;
    // A session's second file joins on to its first, whatever their names: go round while anything fits.
    for (bool moved = true; moved;) {
        moved = false;
        for (auto entry = waiting.begin(); entry != waiting.end();) {
            const std::string& path = entry->first;
            const RecoveryFile& file = entry->second;
            const base::Result<std::int64_t> added =
                guarded(options.path, [&] { return add_file(database, file, now); });
            if (!added) {
                reasons.insert_or_assign(path, added.error());
                ++entry;
                continue;
            }
            recovered.sessions.push_back(file.session);
            recovered.events += *added;
            std::error_code ignored; // a file that stays is read again and changes nothing
            std::filesystem::remove(path, ignored);
            entry = waiting.erase(entry);
            moved = true;
        }
    }
    for (const auto& [path, file] : waiting)
        recovered.left.push_back(base::Error("recovery-incomplete", {{"path", path}}).caused_by(reasons.at(path)));
    return recovered;
}

} // namespace timbang::store
