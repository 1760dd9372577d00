#include "store/merge_session.h"

#include <chrono>

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "store/payload.h"
#include "store/rows.h"
#include "store/stored_event.h"

namespace timbang::store {
namespace {

/// Clocks of laptops differ by minutes; beyond that an event is named as one of a clock that is ahead.
constexpr std::int64_t kAheadMs = 10 * 60 * 1000;

} // namespace

SessionMerger::SessionMerger(SQLite::Database& database, base::Time now)
    : database_(database), now_(millis(now)),
      session_(database, "SELECT last_seq, origin, coalesce(person, '') FROM session WHERE id=?"),
      insert_session_(database,
                      "INSERT INTO session(id, person, scenario, version, framework, mode, player, content_hash, "
                      "key_hash, continues, origin, started, last) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?12)"),
      end_session_(database, "UPDATE session SET last_seq=?2, last=?3, ended=?4, state=?5, needs_newer=?6 WHERE id=?1"),
      drop_session_(database, "DELETE FROM session WHERE id=?"),
      place_(database, "SELECT id, payload_hash, payload='' FROM event WHERE session=? AND seq=?"),
      insert_event_(database, "INSERT OR IGNORE INTO event(session, seq, id, type, time, payload, payload_hash) "
                              "VALUES(?,?,?,?,?,?,?)"),
      fill_event_(database, "UPDATE event SET payload=?3 WHERE session=?1 AND seq=?2"),
      insert_text_(database, "INSERT OR IGNORE INTO free_text(id, event, field, text) VALUES(?,?,?,?)"),
      insert_aside_(database, "INSERT OR IGNORE INTO set_aside(reason, found, session, seq, id, type, time, payload, "
                              "payload_hash, texts) VALUES(?,?,?,?,?,?,?,?,?,?)"),
      add_person_(database, "INSERT OR IGNORE INTO person(id, code, added) VALUES(?1, ?1, ?2)"),
      projector_(database), fold_(database),
      forgotten_(forgotten_people(database)), known_types_(known_types()) {}

void SessionMerger::begin(const SessionLine& session) {
    line_ = session;
    differs_ = refilled_ = own_ = needs_newer_ = false;
    last_seq_ = 0;
}

void SessionMerger::forgot(const std::string& person, bool decisions) {
    forgotten_[person] = forgotten_[person] || decisions;
}

std::string SessionMerger::hash_of(const EventLine& event) const {
    return event.payload.empty() ? event.hash : payload_hash(event.type, event.payload);
}

void SessionMerger::count(const EventLine& event) {
    if (event.time > now_ + kAheadMs) ++counts.ahead;
    if (!known_types_.contains(event.type)) ++counts.unknown;
}

void SessionMerger::take(const EventLine& event) {
    if (event.seq == 1) first(event);
    if (way_ == Way::Skip) return;
    count(event);
    if (forgotten_.empty()) {
        way_ == Way::Known ? take_known(event) : take_new(event);
        return;
    }
    EventLine rest = event;
    rest.hash = hash_of(event);
    withhold(rest);
    way_ == Way::Known ? take_known(rest) : take_new(rest);
}

void SessionMerger::withhold(EventLine& event) const {
    std::string person = person_;
    if (person.empty() && !event.payload.empty()) person = text_under(event.payload, "person");
    const auto found = forgotten_.find(person);
    if (found == forgotten_.end()) return;
    event.texts.clear();
    if (found->second) event.payload = {};
}

void SessionMerger::first(const EventLine& event) {
    session_.reset();
    session_.bind(1, line_.id);
    const bool known = session_.executeStep();
    if (known) {
        last_seq_ = session_.getColumn(0).getInt64();
        own_ = session_.getColumn(1).getString().empty();
        person_ = session_.getColumn(2).getString();
        way_ = Way::Known;
    }
    session_.reset();
    if (known) return;
    start_ = read_start(event.payload);
    person_ = start_.person;
    const bool room = start_.mode == "room";
    const auto forgotten = forgotten_.find(person_);
    way_ = forgotten != forgotten_.end() && forgotten->second ? Way::Skip : room ? Way::Project : Way::Fold;
    if (way_ != Way::Skip) make_session(event);
}

void SessionMerger::add_person(const std::string& id, std::int64_t time) {
    if (id.empty() || !people_.insert(id).second) return;
    add_person_.bind(1, id);
    add_person_.bind(2, time);
    run(add_person_);
}

void SessionMerger::make_session(const EventLine& event) {
    add_person(person_, event.time);
    SQLite::Statement& row = insert_session_;
    row.bindNoCopy(1, line_.id);
    bind_text_or_null(row, 2, person_);
    int place = 3;
    for (const std::string* text : {&start_.scenario, &start_.version, &start_.framework, &start_.mode, &start_.player,
                                    &start_.content_hash, &start_.key_hash, &start_.continues, &line_.origin})
        row.bindNoCopy(place++, *text);
    row.bind(place, event.time);
    run(row);
    fold_.begin();
    ++counts.sessions;
}

void SessionMerger::take_known(const EventLine& event) {
    const std::string hash = hash_of(event);
    if (event.seq > last_seq_) {
        if (own_) set_aside(event, hash, "own-session");
        else if (differs_) set_aside(event, hash, "session-differs");
        else if (add(event, hash)) project(event, hash);
        return;
    }
    place_.reset();
    place_.bindNoCopy(1, line_.id);
    place_.bind(2, event.seq);
    const bool there = place_.executeStep();
    const bool same_id = there && place_.getColumn(0).getString() == event.id;
    const bool same = same_id && place_.getColumn(1).getString() == hash;
    const bool empty = there && place_.getColumn(2).getInt() != 0;
    place_.reset();
    if (!same) return set_aside(event, hash, same_id ? "id-taken" : "place-taken");
    if (empty && !event.payload.empty()) {
        payload_.assign(event.payload);
        fill_event_.bindNoCopy(3, payload_);
        fill_event_.bindNoCopy(1, line_.id);
        fill_event_.bind(2, event.seq);
        run(fill_event_);
        refilled_ = true;
    }
    add_texts(event);
}

void SessionMerger::take_new(const EventLine& event) {
    const std::string hash = hash_of(event);
    if (differs_) return set_aside(event, hash, "session-differs");
    if (!add(event, hash)) return;
    if (way_ == Way::Project) return project(event, hash);
    fold_.take(event.seq, event.type, event.time, event.payload);
    if (!known_types_.contains(event.type)) needs_newer_ = true;
    if (event.type == "voted" || event.type == "vote_scored") refilled_ = true; // no place for them in a fold
}

bool SessionMerger::add(const EventLine& event, const std::string& hash) {
    SQLite::Statement& row = insert_event_;
    row.bindNoCopy(1, line_.id);
    row.bind(2, event.seq);
    row.bindNoCopy(3, event.id);
    row.bindNoCopy(4, event.type);
    row.bind(5, event.time);
    payload_.assign(event.payload);
    row.bindNoCopy(6, payload_);
    row.bindNoCopy(7, hash);
    if (run(row) == 0) {
        set_aside(event, hash, "id-taken");
        return false;
    }
    last_seq_ = event.seq;
    ++counts.events;
    add_texts(event);
    return true;
}

void SessionMerger::project(const EventLine& event, const std::string& hash) {
    StoredEvent stored;
    stored.id = event.id;
    stored.seq = event.seq;
    stored.type = event.type;
    stored.time = base::Time(std::chrono::milliseconds(event.time));
    stored.payload = event.payload;
    stored.payload_hash = hash;
    projector_.take_in(line_.id, stored);
}

void SessionMerger::add_texts(const EventLine& event) {
    for (const domain::FreeText& text : event.texts) {
        const std::string id = event.id + "/" + text.field;
        insert_text_.bindNoCopy(1, id);
        insert_text_.bindNoCopy(2, event.id);
        insert_text_.bindNoCopy(3, text.field);
        insert_text_.bindNoCopy(4, text.text);
        run(insert_text_);
    }
}

void SessionMerger::set_aside(const EventLine& event, const std::string& hash, const char* reason) {
    differs_ = true;
    nlohmann::json texts = nlohmann::json::array();
    for (const domain::FreeText& text : event.texts) texts.push_back({{"field", text.field}, {"text", text.text}});
    SQLite::Statement& row = insert_aside_;
    row.bind(1, reason);
    row.bind(2, now_);
    row.bind(3, line_.id);
    row.bind(4, event.seq);
    row.bind(5, event.id);
    row.bind(6, event.type);
    row.bind(7, event.time);
    row.bind(8, std::string(event.payload));
    row.bind(9, hash);
    row.bind(10, base::canonical_json(texts));
    run(row);
    ++counts.set_aside;
}

void SessionMerger::end() {
    if (way_ == Way::Skip) return;
    if (way_ != Way::Known && last_seq_ == 0) { // its very first event claims a taken id
        drop_session_.bind(1, line_.id);
        run(drop_session_);
        --counts.sessions;
        return;
    }
    if (way_ == Way::Fold) {
        fold_.write(line_.id, person_);
        end_session_.bindNoCopy(1, line_.id);
        end_session_.bind(2, last_seq_);
        end_session_.bind(3, fold_.last());
        if (fold_.ended()) end_session_.bind(4, *fold_.ended());
        else end_session_.bind(4);
        end_session_.bindNoCopy(5, fold_.state());
        end_session_.bind(6, needs_newer_ ? 1 : 0);
        run(end_session_);
    }
    if (refilled_) (void)rebuild_session(database_, projector_, line_.id);
}

} // namespace timbang::store
