#include "bench/records_rows.h"

#include <cstdio>
#include <cstdlib>

#include "base/crypto.h"
#include "base/ids.h"
#include "base/rng.h"
#include "store/export_file.h"
#include "store/export_lines.h"
#include "store/stored_event.h"

namespace timbang::bench {
namespace {

constexpr std::int64_t kFirstDay = 1'770'000'000'000;
constexpr std::int64_t kBatch = 100'000;
const char* const kIndicators[] = {"KS-O1", "KS-S1", "KS-P2", "PD-O1", "PD-S3", "PD-P1", "HP-O2", "HP-S1", "HP-P4", "LH-O1"};

std::string id_at(std::int64_t time, base::Rng& rng) {
    return base::make_uuid7(base::Time(std::chrono::milliseconds(time)), [&] { return rng.next(); });
}

std::string decided_payload(const std::string& indicator, int score) {
    return R"({"category":null,"checklist":{"arithmetic":"no","authority":"yes","data-year":"yes","endorsed":"unsure"},"choice":null,)"
           R"("confidence":3,"indicator":")" +
           indicator + R"(","marks":[{"evidence":"persalinan","page":2,"problem":"arithmetic","quote":"6.729"},)"
                       R"({"evidence":"jawaban-dinkes","page":1,"problem":"authority","quote":"Kepala Bidang"}],"reason":null,"score":)" +
           std::to_string(score) + R"(,"verdict":"return"})";
}

std::string result_text(bool exact) {
    return std::string(R"({"alarms":[],"checklist":{"different":1,"same":3},"confidence":3,"exact":)") + (exact ? "true" : "false") +
           R"(,"found":["arithmetic"],"item_hash":"9c1e5b7d0f3a4c6e8b2d1f0a9c8e7b6d5f4a3c2e1b0d9f8a7c6e5b4d3f2a1c0e",)"
           R"("missed":["authority"],"near":false,"reference":{"score":8,"verdict":"return"},"steps":1,"verdict":"same"})";
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char sign : text) {
        if (sign == '"') out.push_back('\\');
        out.push_back(sign);
    }
    return out;
}

class SessionMaker {
public:
    SessionMaker(SessionRows& session, std::int64_t time, base::Rng& rng) : session_(session), time_(time), rng_(rng) {
        session_.id = id_at(time_, rng_);
    }
    void event(const char* type, std::string payload, std::string text = "") {
        EventRow row;
        time_ += 20'000;
        row.id = id_at(time_, rng_);
        row.type = type;
        row.seq = static_cast<std::int64_t>(session_.events.size()) + 1;
        row.time = time_;
        row.payload_hash = store::payload_hash(type, payload);
        row.payload = std::move(payload);
        row.text = std::move(text);
        session_.events.push_back(std::move(row));
    }
    void decision(const std::string& indicator, int number) {
        const int score = static_cast<int>(rng_.below(6)) * 2;
        const bool exact = score == 8;
        event("decided", decided_payload(indicator, score),
              number % 2 == 0 ? "Jumlah di halaman 2 tidak sama dengan lampiran; angka Dukcapil lebih baru." : "");
        DecisionRow row;
        row.seq = session_.events.back().seq;
        row.time = session_.events.back().time;
        row.indicator = indicator;
        row.item_hash = "9c1e5b7d0f3a4c6e8b2d1f0a9c8e7b6d5f4a3c2e1b0d9f8a7c6e5b4d3f2a1c0e";
        row.verdict = "return";
        row.key_hash = std::string(64, 'b');
        row.result = result_text(exact);
        row.score = score;
        row.confidence = 3;
        row.exact = exact ? 1 : 0;
        event("scored", R"({"indicator":")" + indicator + R"(","key_hash":")" + row.key_hash + R"(","reason":"","result":")" +
                            escaped(row.result) + R"("})");
        session_.decisions.push_back(std::move(row));
    }

private:
    SessionRows& session_;
    std::int64_t time_;
    base::Rng& rng_;
};

} // namespace

std::string person_id(int site, int person) {
    base::Rng rng(static_cast<std::uint64_t>(site) * 1000 + static_cast<std::uint64_t>(person) + 1);
    return id_at(kFirstDay - 1000, rng);
}

SiteRows rows_of_site(const Plan& plan, int site) {
    SiteRows rows;
    base::Rng rng(static_cast<std::uint64_t>(site) + 77);
    rows.id = id_at(kFirstDay - 2000, rng);
    for (int i = 0; i < plan.people; ++i) rows.people.push_back(person_id(site, i));
    for (int s = 0; s < plan.sessions; ++s) {
        SessionRows& session = rows.sessions.emplace_back();
        session.person = rows.people[static_cast<std::size_t>(s % plan.people)];
        SessionMaker maker(session, kFirstDay + s * 3'600'000LL + static_cast<std::int64_t>(rng.below(3'000'000)), rng);
        maker.event("session_started", R"({"content_hash":"c1","continues":"","framework":"practice-22-2021","key_hash":"k1","mode":"practise","person":")" +
                                           session.person + R"(","player":"","program_version":"1","scenario":"jumlah-yang-tidak-cocok","seed":7,"version":"2"})");
        for (int d = 0; d < plan.decisions; ++d) maker.decision(kIndicators[d % 10], d);
        maker.event("finished", "{}");
    }
    return rows;
}

std::int64_t write_site(const Plan& plan, int site, const std::string& file) {
    const SiteRows rows = rows_of_site(plan, site);
    const base::SigningKey key = base::make_signing_key();
    store::ExportHead head;
    head.site = {rows.id, "Laptop " + std::to_string(site), key.open};
    head.written = base::Time(std::chrono::milliseconds(kFirstDay));
    head.counts.people = plan.people;
    head.counts.sessions = plan.sessions;
    head.counts.events = static_cast<std::int64_t>(plan.sessions) * (2 + 2 * plan.decisions);
    auto writer = store::ExportWriter::open(file, head, key);
    if (!writer) std::exit(1);
    for (std::size_t i = 0; i < rows.people.size(); ++i)
        (void)writer->line(store::person_line({rows.people[i], "P" + std::to_string(site) + "-" + std::to_string(i), "", true, kFirstDay, kFirstDay, 0}));
    std::string line;
    for (const SessionRows& session : rows.sessions) {
        (void)writer->line(store::session_line({session.id, rows.id, static_cast<std::int64_t>(session.events.size())}));
        for (const EventRow& row : session.events) {
            store::EventLine event;
            event.id = row.id;
            event.type = row.type;
            event.time = row.time;
            event.payload = row.payload;
            if (!row.text.empty()) event.texts.push_back({"reason", row.text});
            store::write_event_line(line, event);
            (void)writer->line(line);
        }
    }
    const auto bytes = writer->finish();
    if (!bytes) std::exit(1);
    return *bytes;
}

BareInsert::BareInsert(SQLite::Database& database)
    : database_(database), person_(database, "INSERT INTO person(id, code, added, changed) VALUES(?,?,?,?)"),
      session_(database, "INSERT INTO session(id, person, scenario, version, framework, mode, content_hash, key_hash, origin, "
                         "started, last, ended, state, last_seq) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
      event_(database, "INSERT INTO event(session, seq, id, type, time, payload, payload_hash) VALUES(?,?,?,?,?,?,?)"),
      text_(database, "INSERT INTO free_text(id, event, field, text) VALUES(?,?,?,?)"),
      decision_(database, "INSERT INTO decision(session, seq, person, indicator, item_hash, time, score, verdict, confidence, is_last, "
                          "key_hash, result, exact) VALUES(?,?,?,?,?,?,?,?,?,1,?,?,?)") {
    database_.exec("BEGIN IMMEDIATE");
}

void BareInsert::finish() { database_.exec("COMMIT"); }

void BareInsert::add(const SiteRows& site) {
    for (std::size_t i = 0; i < site.people.size(); ++i) {
        person_.bindNoCopy(1, site.people[i]);
        person_.bind(2, site.people[i].substr(0, 8));
        person_.bind(3, kFirstDay);
        person_.bind(4, kFirstDay);
        person_.exec();
        person_.reset();
    }
    for (const SessionRows& session : site.sessions) add(site.id, session);
}

void BareInsert::add(const std::string& site, const SessionRows& session) {
    session_.bindNoCopy(1, session.id);
    session_.bindNoCopy(2, session.person);
    int place = 3;
    for (const char* text : {"jumlah-yang-tidak-cocok", "2", "practice-22-2021", "practise", "c1", "k1"}) session_.bind(place++, text);
    session_.bindNoCopy(9, site);
    session_.bind(10, session.events.front().time);
    session_.bind(11, session.events.back().time);
    session_.bind(12, session.events.back().time);
    session_.bind(13, "finished");
    session_.bind(14, session.events.back().seq);
    session_.exec();
    session_.reset();
    for (const EventRow& row : session.events) {
        event_.bindNoCopy(1, session.id);
        event_.bind(2, row.seq);
        event_.bindNoCopy(3, row.id);
        event_.bindNoCopy(4, row.type);
        event_.bind(5, row.time);
        event_.bindNoCopy(6, row.payload);
        event_.bindNoCopy(7, row.payload_hash);
        event_.exec();
        event_.reset();
        if (row.text.empty()) continue;
        text_.bind(1, row.id + "/reason");
        text_.bindNoCopy(2, row.id);
        text_.bind(3, "reason");
        text_.bindNoCopy(4, row.text);
        text_.exec();
        text_.reset();
    }
    for (const DecisionRow& row : session.decisions) {
        decision_.bindNoCopy(1, session.id);
        decision_.bind(2, row.seq);
        decision_.bindNoCopy(3, session.person);
        decision_.bindNoCopy(4, row.indicator);
        decision_.bindNoCopy(5, row.item_hash);
        decision_.bind(6, row.time);
        decision_.bind(7, row.score);
        decision_.bindNoCopy(8, row.verdict);
        decision_.bind(9, row.confidence);
        decision_.bindNoCopy(10, row.key_hash);
        decision_.bindNoCopy(11, row.result);
        decision_.bind(12, row.exact);
        decision_.exec();
        decision_.reset();
    }
    pending_ += static_cast<std::int64_t>(session.events.size());
    if (pending_ < kBatch) return;
    pending_ = 0;
    database_.exec("COMMIT");
    database_.exec("BEGIN IMMEDIATE");
}

} // namespace timbang::bench
