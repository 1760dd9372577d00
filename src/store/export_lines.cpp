#include "store/export_lines.h"

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "base/utf8.h"
#include "store/export_frames.h"
#include "store/json_cursor.h"
#include "store/payload.h"

namespace timbang::store {
namespace {

using Json = nlohmann::json;
using Kind = ExportLine::Kind;

constexpr std::int64_t kLastTime = 253'402'300'799'999; // year 9999
constexpr std::size_t kMaxCode = 400;
constexpr std::size_t kMaxType = 64;

bool is_time(std::int64_t time) { return time >= 0 && time <= kLastTime; }

std::int64_t whole_in(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_integer() ? found->get<std::int64_t>() : -1;
}

bool read_tombstone(const Json& object, Tombstone& tombstone) {
    tombstone = {text_in(object, "person"), text_in(object, "scope"), whole_in(object, "time"), text_in(object, "site")};
    return is_id(tombstone.person) && is_id(tombstone.site) && is_time(tombstone.time) &&
           (tombstone.scope == "details" || tombstone.scope == "decisions");
}

bool read_person(const Json& object, PersonLine& person) {
    person = {text_in(object, "id"), text_in(object, "code"), text_in(object, "name"), object.contains("name"),
              whole_in(object, "added"), whole_in(object, "changed"), object.contains("name") ? whole_in(object, "named") : 0};
    return is_id(person.id) && !person.code.empty() && person.code.size() <= kMaxCode &&
           person.name.size() <= kMaxCode && is_time(person.added) && is_time(person.changed) && is_time(person.named);
}

bool read_same(const Json& object, SamePerson& same) {
    const auto joined = object.find("joined");
    same = {text_in(object, "id"), text_in(object, "a"), text_in(object, "b"), false, whole_in(object, "time"),
            text_in(object, "site")};
    if (joined == object.end() || !joined->is_boolean()) return false;
    same.joined = joined->get<bool>();
    return is_id(same.id) && is_id(same.a) && is_id(same.b) && is_id(same.site) && same.a < same.b && is_time(same.time);
}

bool read_session(const Json& object, SessionLine& session) {
    session = {text_in(object, "id"), text_in(object, "origin"), whole_in(object, "events")};
    return is_id(session.id) && is_id(session.origin) && session.events > 0;
}

/// Whether a session can begin with it.
bool begins(const EventLine& event) {
    bool scenario = false, mode = false;
    JsonCursor cursor(event.payload);
    const bool read = members(cursor, [&](const std::string& name, JsonCursor& at) {
        std::string_view span;
        if (!at.value(span)) return false;
        const bool text = span.size() > 2 && span.front() == '"';
        if (name == "scenario") scenario = text;
        if (name == "mode") mode = text;
        return true;
    });
    return read && scenario && mode && event.type == "session_started";
}

bool read_texts(JsonCursor& cursor, std::vector<domain::FreeText>& texts) {
    return members(cursor, [&](const std::string& name, JsonCursor& at) {
        texts.push_back({name, {}});
        return name.size() <= kMaxType && at.string(texts.back().text);
    });
}

} // namespace

std::string tombstone_line(const Tombstone& tombstone) {
    return base::canonical_json({{"tombstone",
                                  {{"person", tombstone.person},
                                   {"scope", tombstone.scope},
                                   {"time", tombstone.time},
                                   {"site", tombstone.site}}}});
}

std::string person_line(const PersonLine& person) {
    Json line = {{"id", person.id}, {"code", person.code}, {"added", person.added}, {"changed", person.changed}};
    if (person.with_name) {
        line["name"] = person.name;
        line["named"] = person.named;
    }
    return base::canonical_json({{"person", line}});
}

std::string same_person_line(const SamePerson& same) {
    return base::canonical_json({{"same_person",
                                  {{"id", same.id},
                                   {"a", same.a},
                                   {"b", same.b},
                                   {"joined", same.joined},
                                   {"time", same.time},
                                   {"site", same.site}}}});
}

std::string session_line(const SessionLine& session) {
    return base::canonical_json(
        {{"session", {{"id", session.id}, {"origin", session.origin}, {"events", session.events}}}});
}

void write_event_line(std::string& line, const EventLine& event) {
    // By hand: ids, hashes and payloads are JSON already, and lines come by the million.
    line.assign("[\"").append(event.id).append("\",").append(base::canonical_json(event.type)).push_back(',');
    line.append(std::to_string(event.time)).push_back(',');
    if (event.payload.empty()) line.append("\"").append(event.hash).append("\"");
    else line.append(event.payload);
    if (!event.texts.empty()) {
        Json texts = Json::object();
        for (const domain::FreeText& text : event.texts) texts[text.field] = text.text;
        line.append(",").append(base::canonical_json(texts));
    }
    line.push_back(']');
}

base::Status ExportLines::next(ExportLine& line) {
    std::string_view text;
    const base::Result<bool> more = reader_.next(text);
    if (!more) return more.error();
    line.kind = Kind::End;
    if (*more ? read(text, line) : complete()) return {};
    return base::Error("export-damaged", {{"path", path_}});
}

bool ExportLines::complete() const { return events_left_ == 0 && seen_ == head().counts; }

bool ExportLines::read(std::string_view text, ExportLine& line) {
    if (text.empty() || base::invalid_utf8(text)) return false;
    if (text.front() == '[') {
        line.kind = Kind::Event;
        return in_order(Kind::Event) && read_event(text, line.event);
    }
    const base::Result<Json> parsed = base::parse_json(text);
    if (!parsed || !parsed->is_object() || parsed->size() != 1 || !parsed->front().is_object()) return false;
    const std::string& name = parsed->begin().key();
    const Json& object = parsed->front();
    bool fine = false;
    if (name == "tombstone") {
        line.kind = Kind::Tombstone;
        fine = read_tombstone(object, line.tombstone);
    } else if (name == "person") {
        line.kind = Kind::Person;
        fine = read_person(object, line.person);
    } else if (name == "same_person") {
        line.kind = Kind::SamePerson;
        fine = read_same(object, line.same);
    } else if (name == "session") {
        line.kind = Kind::Session;
        fine = read_session(object, line.session);
    }
    if (!fine || !in_order(line.kind)) return false;
    if (line.kind == Kind::Session) {
        events_left_ = line.session.events;
        seq_ = 0;
    }
    return true;
}

bool ExportLines::in_order(Kind kind) {
    if (kind == Kind::Event) {
        ++seen_.events;
        ++seq_;
        return events_left_-- > 0;
    }
    const bool order = events_left_ == 0 && kind >= last_;
    last_ = kind;
    ++(kind == Kind::Tombstone    ? seen_.tombstones
       : kind == Kind::Person     ? seen_.people
       : kind == Kind::SamePerson ? seen_.same_person
                                  : seen_.sessions);
    return order;
}

bool ExportLines::read_event(std::string_view text, EventLine& event) {
    JsonCursor cursor(text);
    event.seq = seq_;
    event.texts.clear();
    event.payload = {};
    event.hash.clear();
    if (!cursor.take('[') || !cursor.string(event.id) || !is_id(event.id) || !cursor.take(',') ||
        !cursor.string(event.type) || event.type.empty() || event.type.size() > kMaxType || !cursor.take(',') ||
        !cursor.integer(event.time) || !is_time(event.time) || !cursor.take(','))
        return false;
    if (cursor.next() == '"') {
        if (!cursor.string(event.hash) || event.hash.size() != 64 ||
            event.hash.find_first_not_of("0123456789abcdef") != std::string::npos)
            return false;
    } else if (cursor.next() != '{' || !cursor.value(event.payload)) {
        return false;
    }
    if (cursor.take(',') && !read_texts(cursor, event.texts)) return false;
    return cursor.take(']') && cursor.at_end() && (seq_ != 1 || begins(event));
}

} // namespace timbang::store
