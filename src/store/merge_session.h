#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/clock.h"
#include "store/erase.h"
#include "store/export_lines.h"
#include "store/fold.h"
#include "store/project.h"

// Inside this module only; SQLite's exceptions go through.

namespace timbang::store {

struct SessionCounts {
    std::int64_t sessions = 0, events = 0, set_aside = 0, ahead = 0, unknown = 0;
};

/// Takes one session after the other out of an export into the record. What is there stays; what is new is added; what
/// claims a taken id or place is set aside, with everything of the session behind it.
class SessionMerger {
public:
    SessionMerger(SQLite::Database& database, base::Time now);

    /// A session begins; the one before it must have ended.
    void begin(const SessionLine& session);
    /// Its next event.
    void take(const EventLine& event);
    /// The events are all there.
    void end();
    void forgot(const std::string& person, bool decisions);
    [[nodiscard]] bool is_forgotten(const std::string& person) const { return forgotten_.contains(person); }

    SessionCounts counts;

private:
    enum class Way : std::uint8_t { Skip, Fold, Project, Known };

    void first(const EventLine& event);
    void make_session(const EventLine& event);
    void take_known(const EventLine& event);
    void take_new(const EventLine& event);
    void project(const EventLine& event, const std::string& hash);
    bool add(const EventLine& event, const std::string& hash);
    void add_texts(const EventLine& event);
    void set_aside(const EventLine& event, const std::string& hash, const char* reason);
    void count(const EventLine& event);
    void add_person(const std::string& id, std::int64_t time);
    [[nodiscard]] std::string hash_of(const EventLine& event) const;
    /// Takes away what must not come back of somebody who was forgotten.
    void withhold(EventLine& event) const;

    SQLite::Database& database_;
    std::int64_t now_;
    SQLite::Statement session_, insert_session_, end_session_, drop_session_;
    SQLite::Statement place_, insert_event_, fill_event_, insert_text_, insert_aside_, add_person_;
    Projector projector_;
    DecisionFold fold_;
    ForgottenPeople forgotten_;
    std::set<std::string, std::less<>> people_;
    std::set<std::string, std::less<>> known_types_;

    SessionLine line_;
    SessionStart start_;
    Way way_ = Way::Skip;
    std::string payload_;           ///< of the event being written
    std::string person_;            ///< of the session; "" a room's
    bool own_ = false;              ///< written here
    bool differs_ = false;          ///< something of it was set aside
    bool refilled_ = false;         ///< a withheld payload came: what is derived must be made anew
    bool needs_newer_ = false;      ///< holds a type that is not known here
    std::int64_t last_seq_ = 0;
};

} // namespace timbang::store
