#include "store/export.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/json.h"
#include "store/export_file.h"
#include "store/export_lines.h"
#include "store/json_cursor.h"
#include "store/pseudonyms.h"
#include "store/rows.h"
#include "store/same_person.h"

namespace timbang::store {
namespace {

constexpr std::int64_t kTellEvery = 4096; ///< events between two looks at progress and stop

/// Which people, as JSON for `json_each`; of these sessions and no others. A room belongs to everybody in it and goes with
/// the whole record only. A session without a first event that can be read has nothing to begin with.
constexpr const char* kChosen = " s.last_seq>0 AND (?1='[]' OR s.person IN (SELECT value FROM json_each(?1))) ";

class Exporter {
public:
    Exporter(SQLite::Database& database, const ExportOptions& options, const Site& site)
        : database_(database), options_(options), site_(site) {}

    base::Result<Exported> write(const base::SigningKey& key) {
        SQLite::Transaction moment(database_); // everything is of the same moment
        choose_people();
        ExportHead head{site_, options_.now(), options_.names, count()};
        base::Result<ExportWriter> file = ExportWriter::open(options_.file, head, key);
        if (!file) return file.error();
        file_ = &*file;
        total_ = head.counts.events;
        if (base::Status written = write_rows(); !written) return written.error();
        if (base::Status written = write_sessions(); !written) return written.error();
        const base::Result<std::int64_t> bytes = file->finish();
        if (!bytes) return bytes.error();
        if (options_.progress) (void)options_.progress(total_, total_);
        return Exported{site_, head.counts, *bytes};
    }

private:
    [[nodiscard]] bool pseudonyms() const { return options_.names == Names::Pseudonyms; }

    void choose_people() {
        std::vector<std::string> ids;
        for (const std::string& one : options_.people)
            for (std::string& same : same_people(database_, one)) ids.push_back(std::move(same));
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        chosen_ = base::canonical_json(nlohmann::json(ids));
        SQLite::Statement people(database_, "SELECT id FROM person");
        while (people.executeStep()) pseudonyms_.add_person(people.getColumn(0).getString());
    }
    std::int64_t number(const std::string& query) {
        SQLite::Statement statement(database_, query);
        if (statement.getBindParameterCount() > 0) statement.bind(1, chosen_);
        return statement.executeStep() ? statement.getColumn(0).getInt64() : 0;
    }
    ExportCounts count() {
        ExportCounts counts;
        const std::string sessions = std::string(" FROM session s WHERE") + kChosen;
        counts.sessions = number("SELECT count(*)" + sessions);
        counts.events = number("SELECT coalesce(sum(s.last_seq), 0)" + sessions);
        counts.people = number(std::string("SELECT count(*)") + kPeople);
        counts.same_person = number(std::string("SELECT count(*)") + kSame);
        // A tombstone names somebody; under a pseudonym it would tell nobody anything.
        if (!pseudonyms()) counts.tombstones = number("SELECT count(*) FROM tombstone");
        return counts;
    }

    base::Status write_rows() {
        if (!pseudonyms()) {
            SQLite::Statement rows(database_, "SELECT person, scope, time, site FROM tombstone ORDER BY person, scope");
            while (rows.executeStep())
                if (base::Status put = file_->line(tombstone_line({rows.getColumn(0).getString(),
                                                                   rows.getColumn(1).getString(),
                                                                   rows.getColumn(2).getInt64(),
                                                                   rows.getColumn(3).getString()}));
                    !put)
                    return put;
        }
        if (base::Status put = write_people(); !put) return put;
        SQLite::Statement rows(database_, std::string("SELECT id, a, b, joined, time, site") + kSame + "ORDER BY id");
        rows.bind(1, chosen_);
        while (rows.executeStep()) {
            SamePerson same{rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                            rows.getColumn(3).getInt() != 0, rows.getColumn(4).getInt64(), rows.getColumn(5).getString()};
            if (pseudonyms()) {
                same.id = pseudonyms_.id(same.id);
                same.a = pseudonyms_.id(same.a);
                same.b = pseudonyms_.id(same.b);
                if (same.b < same.a) std::swap(same.a, same.b);
            }
            if (base::Status put = file_->line(same_person_line(same)); !put) return put;
        }
        return {};
    }

    base::Status write_people() {
        SQLite::Statement rows(database_, std::string("SELECT id, code, coalesce((SELECT name FROM person_detail WHERE "
                                                      "person=id), ''), added, changed, named") +
                                              kPeople + "ORDER BY n");
        rows.bind(1, chosen_);
        while (rows.executeStep()) {
            PersonLine person{rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                              rows.getColumn(2).getString(), options_.names == Names::Keep,
                              rows.getColumn(3).getInt64(),  rows.getColumn(4).getInt64(),
                              rows.getColumn(5).getInt64()};
            if (pseudonyms()) {
                person.code = pseudonyms_.code("P-", person.id);
                person.id = pseudonyms_.id(person.id);
                person.added = person.changed = millis(options_.now());
            }
            if (base::Status put = file_->line(person_line(person)); !put) return put;
        }
        return {};
    }

    base::Status write_sessions() {
        SQLite::Statement sessions(
            database_, std::string("SELECT s.id, s.origin, s.last_seq FROM session s WHERE") + kChosen + "ORDER BY s.id");
        sessions.bind(1, chosen_);
        SQLite::Statement events(
            database_, "SELECT seq, id, type, time, payload, payload_hash FROM event WHERE session=? ORDER BY seq");
        SQLite::Statement texts(database_, "SELECT field, text FROM free_text WHERE event=? ORDER BY field");
        while (sessions.executeStep()) {
            SessionLine session{sessions.getColumn(0).getString(), sessions.getColumn(1).getString(),
                                sessions.getColumn(2).getInt64()};
            if (session.origin.empty()) session.origin = site_.id;
            if (base::Status put = write_session(session, events, texts); !put) return put;
        }
        return {};
    }

    base::Status write_session(const SessionLine& session, SQLite::Statement& events, SQLite::Statement& texts) {
        SessionLine named = session;
        if (pseudonyms()) named.id = pseudonyms_.id(session.id);
        if (base::Status put = file_->line(session_line(named)); !put) return put;
        EventLine event;
        std::string payload, line;
        events.reset();
        events.bind(1, session.id);
        while (events.executeStep()) {
            event.id = events.getColumn(1).getText();
            event.type = events.getColumn(2).getText();
            event.time = events.getColumn(3).getInt64();
            const SQLite::Column stored = events.getColumn(4);
            event.payload = {stored.getText(), static_cast<std::size_t>(stored.size())};
            event.hash = events.getColumn(5).getText();
            read_texts(texts, event);
            if (pseudonyms()) pseudonyms_.rewrite(event, session.id, payload);
            else if (!is_object(event.payload)) event.payload = {};
            write_event_line(line, event);
            if (base::Status put = file_->line(line); !put) return put;
            if (++done_ % kTellEvery == 0 && options_.progress && !options_.progress(done_, total_))
                return base::Error("stopped");
        }
        return {};
    }
    static void read_texts(SQLite::Statement& texts, EventLine& event) {
        event.texts.clear();
        texts.reset();
        texts.bind(1, event.id);
        while (texts.executeStep())
            event.texts.push_back({texts.getColumn(0).getString(), texts.getColumn(1).getString()});
    }
    /// What the program writes always is; of anything else the hash goes alone.
    static bool is_object(std::string_view payload) {
        JsonCursor cursor(payload);
        std::string_view span;
        return cursor.next() == '{' && cursor.value(span) && cursor.at_end();
    }

    static constexpr const char* kPeople =
        " FROM person WHERE (?1='[]' OR id IN (SELECT value FROM json_each(?1))) AND "
        "id NOT IN (SELECT person FROM tombstone) ";
    static constexpr const char* kSame =
        " FROM same_person WHERE (?1='[]' OR (a IN (SELECT value FROM json_each(?1)) AND "
        "b IN (SELECT value FROM json_each(?1)))) ";

    SQLite::Database& database_;
    const ExportOptions& options_;
    Site site_;
    Pseudonyms pseudonyms_;
    std::string chosen_;
    ExportWriter* file_ = nullptr;
    std::int64_t done_ = 0, total_ = 0;
};

} // namespace

base::Result<Exported> export_records(SQLite::Database& database, const ExportOptions& options, const Site& site,
                                      const base::SigningKey& key) {
    return Exporter(database, options, site).write(key);
}

base::Result<ExportHead> verify_export(const std::string& path, const OnProgress& progress) {
    base::Result<ExportReader> reader = ExportReader::open(path);
    if (!reader) return reader.error();
    ExportLines lines(std::move(*reader), path);
    if (base::Status whole = lines.verify(progress); !whole) return whole.error();
    const std::int64_t total = lines.head().counts.events;
    ExportLine line;
    std::int64_t done = 0;
    do {
        if (base::Status read = lines.next(line); !read) return read.error();
        if (line.kind == ExportLine::Kind::Event && ++done % kTellEvery == 0 && progress && !progress(done, total))
            return base::Error("stopped");
    } while (line.kind != ExportLine::Kind::End);
    return lines.head();
}

} // namespace timbang::store
