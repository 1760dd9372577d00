#pragma once

#include <memory>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/database.h"
#include "store/records.h"
#include "store/rows.h"

// What the parts of the reader share; inside this module only.

namespace timbang::store {

/// The rows of a query with at most one text argument.
template <class Row>
std::vector<Row> rows(SQLite::Database& database, const std::string& query, const std::string* argument,
                      Row (*read)(const SQLite::Statement&)) {
    SQLite::Statement statement(database, query);
    if (argument) statement.bind(1, *argument);
    std::vector<Row> found;
    while (statement.executeStep()) found.push_back(read(statement));
    return found;
}

struct Reader::Inner {
    std::string path;
    std::unique_ptr<SQLite::Database> database;

    /// Sessions and last decisions; `rest` is what follows the join: WHERE and ORDER, with at most one argument.
    base::Result<std::vector<SessionRow>> sessions(const std::string& rest, const std::string* argument = nullptr);
    /// The ids that are one person with this one, as JSON.
    base::Result<std::string> same_as(const std::string& person);
    base::Result<std::vector<DecisionRow>> decisions(const std::string& rest, const std::string& argument);
};

} // namespace timbang::store
