#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

// The made-up record of a laptop, as rows and as an export.

namespace timbang::bench {

struct Plan {
    int sites = 500;
    int people = 4;     ///< of each site
    int sessions = 200; ///< of each site
    int decisions = 10; ///< of each session; one in two with a reason
};

struct EventRow {
    std::string id, type, payload, payload_hash, text;
    std::int64_t seq = 0, time = 0;
};
struct DecisionRow {
    std::string indicator, item_hash, verdict, key_hash, result;
    std::int64_t seq = 0, time = 0;
    int score = 0, confidence = 0, exact = 0;
};
struct SessionRows {
    std::string id, person;
    std::vector<EventRow> events;
    std::vector<DecisionRow> decisions;
};
struct SiteRows {
    std::string id;
    std::vector<std::string> people; ///< ids
    std::vector<SessionRows> sessions;
};

[[nodiscard]] std::string person_id(int site, int person);
[[nodiscard]] SiteRows rows_of_site(const Plan& plan, int site);
/// Writes the site's export; says how large it is.
std::int64_t write_site(const Plan& plan, int site, const std::string& file);

/// Puts rows into the tables with prepared statements, a hundred thousand events a transaction.
class BareInsert {
public:
    explicit BareInsert(SQLite::Database& database);
    void add(const SiteRows& site);
    void finish();

private:
    void add(const std::string& site, const SessionRows& session);

    SQLite::Database& database_;
    SQLite::Statement person_, session_, event_, text_, decision_;
    std::int64_t pending_ = 0;
};

} // namespace timbang::bench
