#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "domain/event.h"
#include "store/export_file.h"

// The lines of an export and their order: tombstones, people, same-person rows, then each session with its events. Inside
// this module only.

namespace timbang::store {

struct Tombstone {
    std::string person;
    std::string scope;          ///< "details", "decisions"
    std::int64_t time = 0;
    std::string site;
};
struct PersonLine {
    std::string id, code, name;
    bool with_name = false;     ///< false: says nothing of the name
    std::int64_t added = 0, changed = 0, named = 0;
};
struct SamePerson {
    std::string id, a, b;       ///< a < b
    bool joined = true;         ///< false: no longer
    std::int64_t time = 0;
    std::string site;
};
struct SessionLine {
    std::string id, origin;
    std::int64_t events = 0;    ///< lines that follow, numbered from 1
};
struct EventLine {
    std::string id, type;
    std::int64_t seq = 0, time = 0;
    std::string_view payload;   ///< "": withheld or forgotten, `hash` is what it was
    std::string hash;
    std::vector<domain::FreeText> texts;
};

[[nodiscard]] std::string tombstone_line(const Tombstone& tombstone);
[[nodiscard]] std::string person_line(const PersonLine& person);
[[nodiscard]] std::string same_person_line(const SamePerson& same);
[[nodiscard]] std::string session_line(const SessionLine& session);
/// Replaces `line`. `texts` as the event has them.
void write_event_line(std::string& line, const EventLine& event);

struct ExportLine {
    enum class Kind : std::uint8_t { End, Tombstone, Person, SamePerson, Session, Event };
    Kind kind = Kind::End;
    Tombstone tombstone;
    PersonLine person;
    SamePerson same;
    SessionLine session;
    EventLine event;            ///< its payload is good until the next line
};

/// Reads lines and checks each, and their order and number. What comes out of it can be taken in without further checks.
class ExportLines {
public:
    ExportLines(ExportReader reader, std::string path) : reader_(std::move(reader)), path_(std::move(path)) {}

    [[nodiscard]] const ExportHead& head() const { return reader_.head(); }
    base::Status verify(const OnProgress& progress) { return reader_.verify(progress); }
    /// Code "export-damaged".
    base::Status next(ExportLine& line);

private:
    bool read(std::string_view text, ExportLine& line);
    bool read_event(std::string_view text, EventLine& event);
    bool in_order(ExportLine::Kind kind);
    [[nodiscard]] bool complete() const;

    ExportReader reader_;
    std::string path_;
    ExportLine::Kind last_ = ExportLine::Kind::End;
    ExportCounts seen_;
    std::int64_t events_left_ = 0; ///< of the session
    std::int64_t seq_ = 0;
};

} // namespace timbang::store
