#include "store/append.h"

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "store/rows.h"

namespace timbang::store {

Appender::Appender(SQLite::Database& database)
    : by_id_(database, "SELECT session, seq, payload_hash FROM event WHERE id=?"),
      by_place_(database, "SELECT 1 FROM event WHERE session=? AND seq=?"),
      session_(database, "SELECT last_seq, origin FROM session WHERE id=?"),
      insert_event_(database,
                    "INSERT INTO event(session, seq, id, type, time, payload, payload_hash) VALUES(?,?,?,?,?,?,?)"),
      insert_text_(database, "INSERT OR REPLACE INTO free_text(id, event, field, text) VALUES(?,?,?,?)"),
      insert_aside_(database, "INSERT OR IGNORE INTO set_aside(reason, found, session, seq, id, type, time, payload, "
                              "payload_hash, texts) VALUES(?,?,?,?,?,?,?,?,?,?)"),
      projector_(database) {}

base::Result<bool> Appender::add(const std::string& session, const StoredEvent& event, base::Time now) {
    switch (place_of(session, event)) {
    case Place::Same: return false;
    case Place::IdTaken: set_aside(session, event, "id-taken", now); return false;
    case Place::PlaceTaken: set_aside(session, event, "place-taken", now); return false;
    case Place::Free: break;
    }
    if (base::Status ready = check_session(session, event); !ready) return ready.error();
    insert(session, event);
    projector_.take_in(session, event);
    return true;
}

Appender::Place Appender::place_of(const std::string& session, const StoredEvent& event) {
    by_id_.reset();
    by_id_.bind(1, event.id);
    Place place = Place::Free;
    if (by_id_.executeStep()) {
        const bool same = by_id_.getColumn(0).getString() == session && by_id_.getColumn(1).getInt64() == event.seq &&
                          by_id_.getColumn(2).getString() == event.payload_hash;
        place = same ? Place::Same : Place::IdTaken;
    }
    by_id_.reset();
    if (place != Place::Free) return place;
    by_place_.reset();
    by_place_.bind(1, session);
    by_place_.bind(2, event.seq);
    if (by_place_.executeStep()) place = Place::PlaceTaken;
    by_place_.reset();
    return place;
}

base::Status Appender::check_session(const std::string& session, const StoredEvent& event) {
    session_.reset();
    session_.bind(1, session);
    const bool known = session_.executeStep();
    const std::int64_t last = known ? session_.getColumn(0).getInt64() : 0;
    const bool imported = known && !session_.getColumn(1).getString().empty();
    session_.reset();
    const base::Args args{{"session", session}};
    if (imported) return base::Error("session-imported", args);
    if (!known && event.type != "session_started") return base::Error("session-unknown", args);
    if (event.seq != last + 1) return base::Error("session-gap", args);
    return known ? base::Status() : projector_.begin(session, event);
}

void Appender::set_aside(const std::string& session, const StoredEvent& event, const char* reason, base::Time now) {
    nlohmann::json texts = nlohmann::json::array();
    for (const domain::FreeText& text : event.texts) texts.push_back({{"field", text.field}, {"text", text.text}});
    insert_aside_.bind(1, reason);
    insert_aside_.bind(2, millis(now));
    insert_aside_.bind(3, session);
    insert_aside_.bind(4, event.seq);
    insert_aside_.bind(5, event.id);
    insert_aside_.bind(6, event.type);
    insert_aside_.bind(7, millis(event.time));
    insert_aside_.bind(8, event.payload);
    insert_aside_.bind(9, event.payload_hash);
    insert_aside_.bind(10, base::canonical_json(texts));
    run(insert_aside_);
}

void Appender::insert(const std::string& session, const StoredEvent& event) {
    insert_event_.bind(1, session);
    insert_event_.bind(2, event.seq);
    insert_event_.bind(3, event.id);
    insert_event_.bind(4, event.type);
    insert_event_.bind(5, millis(event.time));
    insert_event_.bind(6, event.payload);
    insert_event_.bind(7, event.payload_hash);
    run(insert_event_);
    for (const domain::FreeText& text : event.texts) {
        insert_text_.bind(1, event.id + "/" + text.field);
        insert_text_.bind(2, event.id);
        insert_text_.bind(3, text.field);
        insert_text_.bind(4, text.text);
        run(insert_text_);
    }
}

} // namespace timbang::store
