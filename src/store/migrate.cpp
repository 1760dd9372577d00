#include "store/migrate.h"

#include <filesystem>

#include "base/files.h"
#include "store/database.h"

namespace timbang::store {
namespace {

base::Status back_up(SQLite::Database& database, const std::string& path, int version) {
    const std::string wanted = path + ".before-" + std::to_string(version);
    std::string copy = wanted;
    for (int n = 2; base::file_kind(copy) != base::FileKind::Missing; ++n) copy = wanted + "-" + std::to_string(n);
    try {
        SQLite::Statement statement(database, "VACUUM INTO ?");
        statement.bind(1, copy);
        statement.exec();
    } catch (const SQLite::Exception& exception) {
        std::error_code ignored;
        std::filesystem::remove(copy, ignored);
        return base::Error("backup-failed", {{"path", copy}}).caused_by(database_error(exception, path));
    }
    std::error_code ignored;
    std::filesystem::permissions(copy, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write,
                                 ignored);
    return {};
}

void take_step(SQLite::Database& database, const Migration& step) {
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    // Another program may have taken the step while this one waited for the lock.
    if (read_header(database).version >= step.version) return;
    database.exec(step.sql);
    database.exec("PRAGMA application_id=" + std::to_string(kApplicationId));
    database.exec("PRAGMA user_version=" + std::to_string(step.version));
    SQLite::Statement statement(database, "INSERT OR REPLACE INTO meta(key, value) VALUES('min_reader', ?)");
    statement.bind(1, std::to_string(kMinReader));
    statement.exec();
    transaction.commit();
}

} // namespace

base::Status migrate(SQLite::Database& database, const std::string& path, const std::vector<Migration>& steps) {
    const Header header = read_header(database);
    if (header.version >= steps.back().version) return {};
    if (!header.empty)
        if (base::Status copied = back_up(database, path, steps.back().version); !copied) return copied;
    for (const Migration& step : steps)
        if (step.version > header.version) take_step(database, step);
    return {};
}

int min_reader(SQLite::Database& database) {
    SQLite::Statement statement(database, "SELECT value FROM meta WHERE key='min_reader'");
    return statement.executeStep() ? statement.getColumn(0).getInt() : INT32_MAX;
}

} // namespace timbang::store
