#include "store/reader_inner.h"

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "store/same_person.h"
#include "store/shown.h"

namespace timbang::store {
namespace {

constexpr const char* kSessions =
    "SELECT s.id, coalesce(s.person, ''), coalesce(p.code, ''), s.scenario, s.version, s.framework, s.mode, s.player, "
    "s.content_hash, s.key_hash, s.continues, s.started, s.last, s.ended, s.state, s.last_seq, s.origin, "
    "s.needs_newer, "
    "count(d.seq), count(d.result), coalesce(sum(d.exact), 0), "
    "(SELECT count(DISTINCT indicator) FROM vote v WHERE v.session=s.id) "
    "FROM session s LEFT JOIN person p ON p.id=s.person LEFT JOIN decision d ON d.session=s.id AND d.is_last=1 ";

SessionRow session_of(const SQLite::Statement& row) {
    SessionRow session;
    std::string* const texts[] = {&session.id,           &session.person,    &session.person_code, &session.scenario,
                                  &session.version,      &session.framework, &session.mode,        &session.player,
                                  &session.content_hash, &session.key_hash,  &session.continues};
    int at = 0;
    for (std::string* text : texts)
        *text = row.getColumn(at++).getString();
    session.started = time_of(row.getColumn(at++));
    session.last = time_of(row.getColumn(at++));
    if (!row.getColumn(at).isNull()) session.ended = time_of(row.getColumn(at));
    const std::string state = row.getColumn(++at).getString();
    session.state = state == "finished"    ? SessionState::Finished
                    : state == "abandoned" ? SessionState::Abandoned
                                           : SessionState::Open;
    session.last_seq = row.getColumn(++at).getInt64();
    session.imported = !row.getColumn(++at).getString().empty();
    session.needs_newer = row.getColumn(++at).getInt() != 0;
    session.decided = row.getColumn(++at).getInt();
    session.scored = row.getColumn(++at).getInt();
    session.exact = row.getColumn(++at).getInt();
    session.voted = row.getColumn(++at).getInt();
    return session;
}

constexpr const char* kDecisions =
    "SELECT d.session, d.seq, coalesce(d.person, ''), s.scenario, s.framework, d.indicator, d.time, d.score, "
    "d.verdict, "
    "d.confidence, d.key_hash, d.result, d.exact, d.item_hash, s.version, s.content_hash, s.mode "
    "FROM decision d JOIN session s ON s.id=d.session WHERE d.is_last=1 ";

DecisionRow decision_of(const SQLite::Statement& row) {
    DecisionRow decision;
    decision.session = row.getColumn(0).getString();
    decision.seq = row.getColumn(1).getInt64();
    decision.person = row.getColumn(2).getString();
    decision.scenario = row.getColumn(3).getString();
    decision.framework = row.getColumn(4).getString();
    decision.indicator = row.getColumn(5).getString();
    decision.time = time_of(row.getColumn(6));
    if (!row.getColumn(7).isNull()) decision.score = row.getColumn(7).getInt();
    decision.verdict = row.getColumn(8).getString(); // NULL reads as ""
    if (!row.getColumn(9).isNull()) decision.confidence = row.getColumn(9).getInt();
    decision.key_hash = row.getColumn(10).getString();
    decision.result = row.getColumn(11).getString();
    if (!row.getColumn(12).isNull()) decision.exact = row.getColumn(12).getInt() != 0;
    decision.item_hash = row.getColumn(13).getString();
    decision.version = row.getColumn(14).getString();
    decision.content_hash = row.getColumn(15).getString();
    decision.mode = row.getColumn(16).getString();
    return decision;
}

} // namespace

base::Result<std::vector<SessionRow>> Reader::Inner::sessions(const std::string& rest, const std::string* argument) {
    return guarded(path, [&]() -> base::Result<std::vector<SessionRow>> {
        std::vector<SessionRow> found = rows(*database, kSessions + rest, argument, session_of);
        const std::map<std::string, std::string> numbered = numbered_codes(*database);
        if (numbered.empty()) return found;
        for (SessionRow& session : found)
            if (const auto code = numbered.find(session.person); code != numbered.end())
                session.person_code = code->second;
        return found;
    });
}

base::Result<std::vector<DecisionRow>> Reader::Inner::decisions(const std::string& rest, const std::string& argument) {
    return guarded(path, [&]() -> base::Result<std::vector<DecisionRow>> {
        return rows(*database, kDecisions + rest, &argument, decision_of);
    });
}

Reader::Reader(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

base::Result<Reader> Reader::open(const std::string& path, const std::string& vfs) {
    base::Result<std::unique_ptr<SQLite::Database>> opened = open_for_reading(path, vfs);
    if (!opened) return opened.error();
    auto inner = std::make_unique<Inner>();
    inner->path = path;
    inner->database = std::move(*opened);
    return Reader(std::move(inner));
}

base::Result<std::vector<SessionRow>> Reader::sessions() {
    return inner_->sessions("GROUP BY s.id ORDER BY s.id");
}

base::Result<SessionRow> Reader::session(const std::string& id) {
    base::Result<std::vector<SessionRow>> found = inner_->sessions("WHERE s.id=? GROUP BY s.id", &id);
    if (!found) return found.error();
    if (found->empty()) return base::Error("session-unknown", {{"session", id}});
    return found->front();
}

base::Result<std::string> Reader::Inner::same_as(const std::string& person) {
    return guarded(path, [&]() -> base::Result<std::string> {
        return base::canonical_json(nlohmann::json(store::same_people(*database, person)));
    });
}

base::Result<std::vector<SessionRow>> Reader::open_sessions(const std::string& person) {
    const base::Result<std::string> same = inner_->same_as(person);
    if (!same) return same.error();
    return inner_->sessions("WHERE s.person IN (SELECT value FROM json_each(?)) AND s.state='open' AND s.origin='' AND "
                            "s.player='' AND s.needs_newer=0 GROUP BY s.id ORDER BY s.last DESC, s.id DESC",
                            &*same);
}

base::Result<std::map<std::string, SessionRow>> Reader::last_results(const std::string& person) {
    const base::Result<std::string> same = inner_->same_as(person);
    if (!same) return same.error();
    const auto found =
        inner_->sessions("WHERE s.person IN (SELECT value FROM json_each(?)) AND s.state='finished' AND s.player='' AND "
                         "s.needs_newer=0 GROUP BY s.id ORDER BY s.ended, s.id",
                         &*same);
    if (!found) return found.error();
    std::map<std::string, SessionRow> newest;
    for (const SessionRow& session : *found)
        newest.insert_or_assign(session.scenario, session);
    return newest;
}

base::Result<std::vector<StoredEvent>> Reader::events(const std::string& session) {
    if (base::Result<SessionRow> known = this->session(session); !known) return known.error();
    return guarded(inner_->path, [&]() -> base::Result<std::vector<StoredEvent>> {
        // One transaction, so that events and texts are of the same moment.
        SQLite::Transaction moment(*inner_->database);
        const auto read = [](const SQLite::Statement& row) { return event_of(row); };
        auto found = rows<StoredEvent>(*inner_->database,
                                       "SELECT seq, id, type, time, payload, payload_hash FROM event "
                                       "WHERE session=? AND payload<>'' ORDER BY seq",
                                       &session, +read);
        SQLite::Statement texts(*inner_->database,
                                "SELECT e.seq, f.field, f.text FROM event e JOIN free_text f ON f.event=e.id "
                                "WHERE e.session=? ORDER BY e.seq, f.field");
        texts.bind(1, session);
        auto event = found.begin();
        while (texts.executeStep()) {
            while (event != found.end() && event->seq < texts.getColumn(0).getInt64())
                ++event;
            if (event != found.end())
                event->texts.push_back({texts.getColumn(1).getString(), texts.getColumn(2).getString()});
        }
        return found;
    });
}

base::Result<std::vector<Person>> Reader::people() {
    return guarded(inner_->path,
                   [&]() -> base::Result<std::vector<Person>> { return people_shown(*inner_->database); });
}

base::Result<std::vector<std::string>> Reader::same_people(const std::string& person) {
    return guarded(inner_->path, [&]() -> base::Result<std::vector<std::string>> {
        return store::same_people(*inner_->database, person);
    });
}

base::Result<Person> Reader::person_with_code(const std::string& code) {
    const base::Result<std::vector<Person>> all = people();
    if (!all) return all.error();
    for (const Person& person : *all)
        if (person.code == code) return person;
    return base::Error("person-unknown", {{"code", code}});
}

base::Result<std::vector<DecisionRow>> Reader::decisions(const std::string& person) {
    const base::Result<std::string> same = inner_->same_as(person);
    if (!same) return same.error();
    return inner_->decisions("AND d.person IN (SELECT value FROM json_each(?)) AND s.player='' AND s.needs_newer=0 "
                             "ORDER BY d.time, d.session, d.seq",
                             *same);
}

base::Result<std::vector<DecisionRow>> Reader::decisions_in(const std::string& session) {
    return inner_->decisions("AND d.session=? ORDER BY d.seq", session);
}

base::Status Reader::all_decisions(const std::function<bool(const DecisionRow&)>& each) {
    return guarded(inner_->path, [&]() -> base::Status {
        SQLite::Statement statement(*inner_->database,
                                    std::string(kDecisions) + "AND s.player='' AND s.needs_newer=0 ORDER BY d.session, d.seq");
        while (statement.executeStep())
            if (!each(decision_of(statement))) break;
        return {};
    });
}

base::Result<std::vector<SetAside>> Reader::set_aside() {
    return guarded(inner_->path, [&]() -> base::Result<std::vector<SetAside>> {
        const auto read = [](const SQLite::Statement& row) {
            SetAside aside{row.getColumn(0).getString(), event_of(row, 2), row.getColumn(1).getString()};
            const base::Result<nlohmann::json> texts = base::parse_json(row.getColumn(8).getString());
            if (texts && texts->is_array())
                for (const nlohmann::json& text : *texts)
                    aside.event.texts.push_back({text.value("field", ""), text.value("text", "")});
            return aside;
        };
        return rows<SetAside>(*inner_->database,
                              "SELECT session, reason, seq, id, type, time, payload, payload_hash, texts "
                              "FROM set_aside ORDER BY n",
                              nullptr, +read);
    });
}

base::Status Reader::verify() {
    return guarded(inner_->path, [&]() -> base::Status {
        const base::Error damaged("records-damaged", {{"path", inner_->path}});
        if (inner_->database->execAndGet("PRAGMA integrity_check(1)").getString() != "ok") return damaged;
        SQLite::Statement events(*inner_->database, "SELECT type, payload, payload_hash FROM event WHERE payload<>''");
        while (events.executeStep())
            if (payload_hash(events.getColumn(0).getString(), events.getColumn(1).getString()) !=
                events.getColumn(2).getString())
                return damaged;
        return {};
    });
}

} // namespace timbang::store
