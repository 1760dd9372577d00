#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/stored_event.h"

namespace timbang::store {

/// The code of the person to whom records belong when nobody is named.
inline constexpr const char* kLocalPerson = "local";

/// Somebody whose record is kept. Sessions name the id; code and name can change, or be forgotten.
struct Person {
    std::string id;                         ///< UUIDv7
    std::string code;                       ///< as typed; with a number behind it where others brought the same one
    std::string name;                       ///< "" where only the code is known
    friend bool operator==(const Person&, const Person&) = default;
};

enum class SessionState : std::uint8_t { Open, Finished, Abandoned };

/// What lists need of a session. Counts come from the projection: the last decision on each indicator.
struct SessionRow {
    std::string id;
    std::string person;                     ///< id
    std::string person_code;
    std::string scenario;
    std::string version;
    std::string framework;
    std::string mode;                       ///< "learn", "practise", "check"; "room": a group session, of no person
    std::string player;                     ///< "" a person, else the automatic player, which never counts towards progress
    std::string content_hash;
    std::string key_hash;
    std::string continues;                  ///< session that this one goes on from, or ""
    base::Time started;
    base::Time last;                        ///< of its last event
    std::optional<base::Time> ended;        ///< finished or abandoned
    SessionState state = SessionState::Open;
    std::int64_t last_seq = 0;
    bool imported = false;                  ///< from another record: read-only
    bool needs_newer = false;               ///< holds an event type unknown here: "needs a newer Timbang"; out of the numbers
    int decided = 0;                        ///< indicators
    int scored = 0;
    int exact = 0;                          ///< of those scored
    int voted = 0;                          ///< indicators that a room voted on
};

/// The last decision on an indicator in a session, with what the newest comparison said of it.
struct DecisionRow {
    std::string session;
    std::int64_t seq = 0;
    std::string person;
    std::string scenario;
    std::string framework;
    std::string indicator;                  ///< code
    base::Time time;
    std::optional<int> score;
    std::string verdict;                    ///< "" none
    std::optional<int> confidence;
    std::string key_hash;                   ///< of the newest `scored`; "" not scored
    std::string result;                     ///< canonical JSON of `domain::result_json`; "" not scored
    std::optional<bool> exact;
    std::string item_hash;                  ///< of task, evidence and bands: what statistics count by; "" not known
    std::string version;                    ///< of the scenario
    std::string content_hash;               ///< of the scenario
    std::string mode;                       ///< of the session: "learn", "practise", "check"
};

/// The last vote of its kind on an indicator in a round: of a person, or of a group (without a person).
struct VoteRow {
    std::string session;
    std::int64_t seq = 0;
    std::string person;                     ///< id; "" of a group's decision, or where the person is not known
    std::string person_code;
    int round = 0;
    std::string indicator;                  ///< code
    std::string kind;                       ///< "first", "second", "group"; only first votes count for the person
    base::Time time;
    std::optional<int> score;
    std::string verdict;                    ///< "" none
    std::optional<int> confidence;
    std::string way;                        ///< "phone", "shared", "paper"
    std::string key_hash;                   ///< of the newest `vote_scored`; "" not scored
    std::string result;                     ///< canonical JSON of `domain::result_json`; "" not scored
    std::optional<bool> exact;
    std::string scenario;
    std::string framework;
    std::string item_hash;                  ///< of task, evidence and bands: what statistics count by; "" not known
    std::string version;                    ///< of the scenario
    std::string content_hash;               ///< of the scenario
};

/// An event that claims an id or a place that is taken by another: kept aside, never in its place.
struct SetAside {
    std::string session;
    StoredEvent event;
    std::string reason;                     ///< "id-taken", "place-taken"; behind one of those "session-differs"; "own-session":
                                            ///< another record goes on with a session that was written here
};

/// Reads the record. One object belongs to one thread; it sees what is committed at the moment of each call.
class Reader {
public:
    /// Codes: "records-missing" (no file yet), "records-newer", "records-foreign", "records-damaged", "records-locked",
    /// "records-unreadable". `vfs`: SQLite's name of another file layer, for tests.
    [[nodiscard]] static base::Result<Reader> open(const std::string& path, const std::string& vfs = "");
    Reader(Reader&&) noexcept;
    Reader& operator=(Reader&&) noexcept;
    ~Reader();

    /// All sessions, sorted by id (that is by start).
    [[nodiscard]] base::Result<std::vector<SessionRow>> sessions();
    /// Code "session-unknown".
    [[nodiscard]] base::Result<SessionRow> session(const std::string& id);
    /// Sessions of a person that are neither finished nor abandoned, can go on here and were not played by a machine;
    /// the one with the newest event first.
    [[nodiscard]] base::Result<std::vector<SessionRow>> open_sessions(const std::string& person);
    /// The events in order, with their free texts; not those that were forgotten or withheld. Code "session-unknown".
    [[nodiscard]] base::Result<std::vector<StoredEvent>> events(const std::string& session);

    /// In the order they were added; not those who were forgotten.
    [[nodiscard]] base::Result<std::vector<Person>> people();
    /// The ids that are said to be one person with this one, which stands first.
    [[nodiscard]] base::Result<std::vector<std::string>> same_people(const std::string& person);
    /// Code "person-unknown".
    [[nodiscard]] base::Result<Person> person_with_code(const std::string& code);

    // Of a person: of all who are said to be one with them, too.

    /// What counts towards a person's progress, oldest first: last decisions, neither of automatic players nor of sessions
    /// that need a newer program.
    [[nodiscard]] base::Result<std::vector<DecisionRow>> decisions(const std::string& person);
    /// The last decisions of a session, in the order they were made.
    [[nodiscard]] base::Result<std::vector<DecisionRow>> decisions_in(const std::string& session);
    /// The last votes of a room's session, in the order in which they were cast.
    [[nodiscard]] base::Result<std::vector<VoteRow>> votes_in(const std::string& session);
    /// What counts towards a person's progress of the rooms they sat in, oldest first: first votes, not of sessions that
    /// need a newer program.
    [[nodiscard]] base::Result<std::vector<VoteRow>> votes_of(const std::string& person);
    /// For statistics over everybody: hands each last decision of a person on, session by session, as `decisions` chooses
    /// them; in memory is one row at a time. `each` returns false to stop.
    base::Status all_decisions(const std::function<bool(const DecisionRow&)>& each);
    /// The same for first votes of people in rooms.
    base::Status all_votes(const std::function<bool(const VoteRow&)>& each);
    /// By scenario: the newest session of this person that is finished, for the library.
    [[nodiscard]] base::Result<std::map<std::string, SessionRow>> last_results(const std::string& person);

    [[nodiscard]] base::Result<std::vector<SetAside>> set_aside();
    /// Asks SQLite to read the whole file, and compares every payload with its hash. Code "records-damaged".
    base::Status verify();

private:
    struct Inner;
    explicit Reader(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

} // namespace timbang::store
