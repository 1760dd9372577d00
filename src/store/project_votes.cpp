#include <nlohmann/json.hpp>

#include "base/json.h"
#include "store/payload.h"
#include "store/project.h"
#include "store/rows.h"

namespace timbang::store {
namespace {

using Json = nlohmann::json;

/// `result` of a vote is an object; a text that holds one is read, too.
Json result_of(const Json& payload) {
    const auto found = payload.find("result");
    if (found == payload.end()) return Json::object();
    if (found->is_string()) return object_of(found->get<std::string>());
    return found->is_object() ? *found : Json::object();
}

void bind_key(SQLite::Statement& statement, const std::string& session, const Json& payload) {
    statement.bind(1, session);
    bind_whole_or_null(statement, 2, payload, "round");
    statement.bind(3, text_in(payload, "indicator"));
    statement.bind(4, text_in(payload, "vote"));
}

/// Whether the payload says what a row cannot be without.
bool has_key(const Json& payload) {
    const auto round = payload.find("round");
    return round != payload.end() && round->is_number_integer() && !text_in(payload, "indicator").empty() &&
           !text_in(payload, "vote").empty();
}

} // namespace

// In a room of a thousand, earlier votes are found through the index of people, not among all votes of the session.
VoteProjector::VoteProjector(SQLite::Database& database)
    : add_person_(database, "INSERT OR IGNORE INTO person(id, code, added) VALUES(?1, ?1, ?2)"),
      forget_of_person_(database, "DELETE FROM vote INDEXED BY vote_person WHERE person=?5 AND session=?1 AND round=?2 "
                                  "AND indicator=?3 AND kind=?4"),
      forget_of_other_(database,
                       "DELETE FROM vote INDEXED BY vote_person WHERE person IS NULL AND session=?1 AND round=?2 AND "
                       "indicator=?3 AND kind=?4 AND EXISTS (SELECT 1 FROM event e WHERE e.session=?1 AND e.seq=vote.seq "
                       "AND json_extract(e.payload, '$.seat') IS ?5 AND json_extract(e.payload, '$.group') IS ?6)"),
      vote_(database, "INSERT INTO vote(session, round, indicator, kind, seq, person, item_hash, time, score, verdict, "
                      "confidence, way) VALUES(?,?,?,?,?,?,?,?,?,?,?,?)"),
      score_(database, "UPDATE vote INDEXED BY vote_person SET key_hash=?6, result=?7, exact=?8, "
                       "item_hash=coalesce(?9, item_hash) WHERE person=?5 AND session=?1 AND round=?2 AND indicator=?3 "
                       "AND kind=?4") {}

void VoteProjector::voted(const std::string& session, const StoredEvent& event) {
    const Json payload = object_of(event.payload);
    if (!has_key(payload)) return;
    forget_earlier(session, event, payload);
    bind_key(vote_, session, payload);
    vote_.bind(5, event.seq);
    bind_text_or_null(vote_, 6, text_in(payload, "person"));
    bind_text_or_null(vote_, 7, text_in(payload, "item_hash"));
    vote_.bind(8, millis(event.time));
    bind_whole_or_null(vote_, 9, payload, "score");
    bind_text_or_null(vote_, 10, text_in(payload, "verdict"));
    bind_whole_or_null(vote_, 11, payload, "confidence");
    bind_text_or_null(vote_, 12, text_in(payload, "way"));
    run(vote_);
}

void VoteProjector::forget_earlier(const std::string& session, const StoredEvent& event, const Json& payload) {
    const std::string person = text_in(payload, "person");
    if (person.empty()) {
        bind_key(forget_of_other_, session, payload);
        bind_text_or_null(forget_of_other_, 5, text_in(payload, "seat"));
        bind_whole_or_null(forget_of_other_, 6, payload, "group");
        run(forget_of_other_);
        return;
    }
    add_person_.bind(1, person);
    add_person_.bind(2, millis(event.time));
    run(add_person_);
    bind_key(forget_of_person_, session, payload);
    forget_of_person_.bind(5, person);
    run(forget_of_person_);
}

void VoteProjector::scored(const std::string& session, const StoredEvent& event) {
    const Json payload = object_of(event.payload);
    const std::string person = text_in(payload, "person");
    if (!has_key(payload) || person.empty()) return;
    const Json result = result_of(payload);
    bind_key(score_, session, payload);
    score_.bind(5, person);
    score_.bind(6, text_in(payload, "key_hash"));
    score_.bind(7, base::canonical_json(result));
    bind_exact_or_null(score_, 8, result);
    bind_text_or_null(score_, 9, text_in(result, "item_hash"));
    run(score_);
}

} // namespace timbang::store
