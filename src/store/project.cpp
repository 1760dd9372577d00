#include "store/project.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "domain/readiness_event.h"
#include "domain/room.h"
#include "domain/room_event.h"
#include "store/payload.h"
#include "store/rows.h"

namespace timbang::store {
namespace {

using Json = nlohmann::json;

constexpr const char* kVoted = "voted";
constexpr const char* kVoteScored = "vote_scored";
constexpr const char* kRoomEnded = "room_ended";

using Types = std::set<std::string, std::less<>>;

template <std::size_t... Place> void add_event_types(Types& types, std::index_sequence<Place...>) {
    (types.emplace(domain::event_type(domain::Event(std::in_place_index<Place>))), ...);
}
template <std::size_t... Place> void add_room_types(Types& types, std::index_sequence<Place...>) {
    (types.emplace(domain::room_event_type(domain::RoomEvent(std::in_place_index<Place>))), ...);
}

} // namespace

std::set<std::string, std::less<>> known_types() {
    Types types{kVoteScored, domain::kReadinessStarted, domain::kReadinessEnded};
    add_event_types(types, std::make_index_sequence<std::variant_size_v<domain::Event>>());
    add_room_types(types, std::make_index_sequence<std::variant_size_v<domain::RoomEvent>>());
    return types;
}

Projector::Projector(SQLite::Database& database)
    : add_person_(database, "INSERT OR IGNORE INTO person(id, code, added) VALUES(?1, ?1, ?2)"),
      begin_(database,
             "INSERT INTO session(id, person, scenario, version, framework, mode, player, content_hash, key_hash, "
             "continues, started, last) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?11) ON CONFLICT(id) DO UPDATE SET "
             "person=?2, scenario=?3, version=?4, framework=?5, mode=?6, player=?7, content_hash=?8, key_hash=?9, "
             "continues=?10, started=?11, last=?11, ended=NULL, state='open', last_seq=0, needs_newer=0"),
      advance_(database, "UPDATE session SET last_seq=?2, last=?3, needs_newer=max(needs_newer, ?4) WHERE id=?1"),
      // The script of a room's case may come to its end before the room does.
      end_(database, "UPDATE session SET state=?2, ended=?3 WHERE id=?1 AND (mode='room')=?4"),
      earlier_(database, "UPDATE decision SET is_last=0 WHERE session=? AND indicator=? AND is_last=1"),
      decide_(database,
              "INSERT INTO decision(session, seq, person, indicator, item_hash, time, score, verdict, confidence) "
              "VALUES(?1, ?2, (SELECT person FROM session WHERE id=?1), ?3, ?4, ?5, ?6, ?7, ?8)"),
      score_(database, "UPDATE decision SET key_hash=?3, result=?4, exact=?5, item_hash=coalesce(?6, item_hash) "
                       "WHERE session=?1 AND indicator=?2 AND is_last=1"),
      votes_(database), known_(known_types()) {}

base::Status Projector::begin(const std::string& session, const StoredEvent& started) {
    const Json payload = object_of(started.payload);
    const std::string person = text_in(payload, "person");
    if (text_in(payload, "scenario").empty() || text_in(payload, "mode").empty())
        return base::Error("event-broken", {{"type", started.type}, {"field", std::string("scenario")}});
    if (!person.empty()) {
        add_person_.bind(1, person);
        add_person_.bind(2, millis(started.time));
        run(add_person_);
    }
    begin_.bind(1, session);
    bind_text_or_null(begin_, 2, person);
    int place = 3;
    for (const char* key :
         {"scenario", "version", "framework", "mode", "player", "content_hash", "key_hash", "continues"})
        begin_.bind(place++, text_in(payload, key));
    begin_.bind(place, millis(started.time));
    run(begin_);
    return {};
}

void Projector::take_in(const std::string& session, const StoredEvent& event) {
    advance_.bind(1, session);
    advance_.bind(2, event.seq);
    advance_.bind(3, millis(event.time));
    advance_.bind(4, known_.contains(event.type) ? 0 : 1);
    run(advance_);
    if (event.type == "decided") decided(session, event);
    else if (event.type == "scored") scored(session, event);
    else if (event.type == kVoted) votes_.voted(session, event);
    else if (event.type == kVoteScored) votes_.scored(session, event);
    else if (event.type == "finished" || event.type == "abandoned" || event.type == kRoomEnded) {
        end_.bind(1, session);
        end_.bind(2, event.type == kRoomEnded ? "finished" : event.type);
        end_.bind(3, millis(event.time));
        end_.bind(4, event.type == kRoomEnded ? 1 : 0);
        run(end_);
    }
}

void Projector::decided(const std::string& session, const StoredEvent& event) {
    const Json payload = object_of(event.payload);
    const std::string indicator = text_in(payload, "indicator");
    if (indicator.empty()) return;
    earlier_.bind(1, session);
    earlier_.bind(2, indicator);
    run(earlier_);
    decide_.bind(1, session);
    decide_.bind(2, event.seq);
    decide_.bind(3, indicator);
    bind_text_or_null(decide_, 4, text_in(payload, "item_hash"));
    decide_.bind(5, millis(event.time));
    bind_whole_or_null(decide_, 6, payload, "score");
    bind_text_or_null(decide_, 7, text_in(payload, "verdict"));
    bind_whole_or_null(decide_, 8, payload, "confidence");
    run(decide_);
}

void Projector::scored(const std::string& session, const StoredEvent& event) {
    const Json payload = object_of(event.payload);
    const std::string result = text_in(payload, "result");
    const Json parts = object_of(result);
    score_.bind(1, session);
    score_.bind(2, text_in(payload, "indicator"));
    score_.bind(3, text_in(payload, "key_hash"));
    score_.bind(4, result);
    bind_exact_or_null(score_, 5, parts);
    bind_text_or_null(score_, 6, text_in(parts, "item_hash"));
    run(score_);
}

} // namespace timbang::store
