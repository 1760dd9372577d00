#include "store/merge.h"

#include <optional>

#include "store/erase.h"
#include "store/export_file.h"
#include "store/export_lines.h"
#include "store/merge_people.h"
#include "store/merge_session.h"
#include "store/same_person.h"
#include "store/site.h"

namespace timbang::store {
namespace {

constexpr int kCacheKiB = 64 * 1024; ///< new ids fall everywhere in the index of ids

} // namespace

struct Merger::Inner {
    SQLite::Database& database;
    base::Time now;
    bool trust;
    std::int64_t full; ///< events of a batch
    PeopleMerger people;
    std::unique_ptr<SessionMerger> sessions;
    std::deque<MergedFile> waiting;
    std::optional<ExportLines> lines; ///< of the first one waiting, once it was begun
    ExportLine line;
    Merged merged;
    std::int64_t done = 0;
    std::int64_t batch = 0;

    Inner(SQLite::Database& db, base::Time time, const MergeOptions& options)
        : database(db), now(time), trust(options.trust), full(options.batch), people(db),
          sessions(std::make_unique<SessionMerger>(db, time)) {}

    /// Whether the signer may bring something; keeps who it is.
    base::Status meet(MergedFile& file) {
        const Site& site = file.head.site;
        const std::optional<Site> known = find_site(database, site.id);
        file.new_site = !known;
        file.new_key = known && known->key != site.key;
        if (file.new_key && !trust)
            return base::Error("site-key-changed",
                               {{"path", file.path}, {"site", site.name.empty() ? site.id.substr(0, 8) : site.name}});
        if (known != site) keep_site(database, site, now);
        return {};
    }
    base::Status begin(MergedFile& file) {
        if (base::Status met = meet(file); !met) return met;
        base::Result<ExportReader> reader = ExportReader::open(file.path);
        if (!reader) return reader.error();
        lines.emplace(std::move(*reader), file.path);
        return {};
    }
    void take() {
        switch (line.kind) {
        case ExportLine::Kind::Tombstone: {
            bool added = false;
            sessions->forgot(line.tombstone.person, line.tombstone.scope == kDecisions);
            (void)bury_new(added);
            merged.forgotten += added ? 1 : 0;
            break;
        }
        case ExportLine::Kind::Person:
            if (sessions->is_forgotten(line.person.id)) break;
            merged.people += people.take(line.person) ? 1 : 0;
            break;
        case ExportLine::Kind::SamePerson: (void)add_same_person(database, line.same); break;
        case ExportLine::Kind::Session: sessions->begin(line.session); break;
        case ExportLine::Kind::Event:
            ++done;
            ++batch;
            sessions->take(line.event);
            if (line.event.seq == line.session.events) sessions->end();
            break;
        case ExportLine::Kind::End: break;
        }
    }
    /// A tombstone that is here already covers nothing that could be here again.
    bool bury_new(bool& added) {
        SQLite::Statement known(database, "SELECT 1 FROM tombstone WHERE person=? AND scope=? AND (time, site)<=(?, ?)");
        known.bind(1, line.tombstone.person);
        known.bind(2, line.tombstone.scope);
        known.bind(3, line.tombstone.time);
        known.bind(4, line.tombstone.site);
        if (known.executeStep()) return false;
        known.reset();
        (void)bury(database, line.tombstone, &added);
        return true;
    }
    /// The first file, to its end or to the end of the batch; true at its end.
    base::Result<bool> read_on(MergedFile& file) {
        if (!lines)
            if (base::Status begun = begin(file); !begun) return begun.error();
        for (;;) {
            if (base::Status read = lines->next(line); !read) return read.error();
            if (line.kind == ExportLine::Kind::End) return true;
            take();
            const bool between = line.kind != ExportLine::Kind::Event || line.event.seq == line.session.events;
            if (batch >= full && between && line.kind != ExportLine::Kind::Session) return false;
        }
    }
    /// False when the batch is full.
    bool take_file() {
        MergedFile& file = waiting.front();
        database.exec("SAVEPOINT one_file");
        const Merged before = merged;
        const SessionCounts counts = sessions->counts;
        const base::Result<bool> through = read_on(file);
        if (!through) {
            // It changed since it was believed: nothing of this batch of it stays.
            database.exec("ROLLBACK TO one_file");
            merged = before;
            sessions = std::make_unique<SessionMerger>(database, now);
            sessions->counts = counts;
            file.error = through.error();
        }
        database.exec("RELEASE one_file");
        file.set_aside += sessions->counts.set_aside - counts.set_aside;
        file.ahead += sessions->counts.ahead - counts.ahead;
        file.unknown += sessions->counts.unknown - counts.unknown;
        if (through && !*through) return false;
        lines.reset();
        merged.files.push_back(std::move(file));
        waiting.pop_front();
        return batch < full;
    }
};

Merger::Merger(SQLite::Database& database, base::Time now, const MergeOptions& options) {
    database.exec("PRAGMA cache_size=-" + std::to_string(kCacheKiB));
    inner_ = std::make_unique<Inner>(database, now, options);
}

Merger::~Merger() {
    SQLite::Database& database = inner_->database;
    inner_.reset();
    (void)database.tryExec("PRAGMA cache_size=-2000");
}

void Merger::add(const MergedFile& file) { inner_->waiting.push_back(file); }
std::int64_t Merger::done() const { return inner_->done; }

bool Merger::step() {
    Inner& me = *inner_;
    if (me.waiting.empty()) return false;
    // What refers to what was checked line by line; SQLite need not look it up again for each row.
    me.database.exec("PRAGMA foreign_keys=OFF");
    try {
        SQLite::Transaction transaction(me.database, SQLite::TransactionBehavior::IMMEDIATE);
        me.batch = 0;
        while (!me.waiting.empty() && me.take_file()) {}
        transaction.commit();
    } catch (const SQLite::Exception&) {
        (void)me.database.tryExec("PRAGMA foreign_keys=ON");
        throw;
    }
    me.database.exec("PRAGMA foreign_keys=ON");
    return !me.waiting.empty();
}

void Merger::finish() {
    SQLite::Transaction transaction(inner_->database, SQLite::TransactionBehavior::IMMEDIATE);
    bury_again(inner_->database);
    transaction.commit();
}

Merged Merger::result() {
    Merged merged = inner_->merged;
    merged.sessions = inner_->sessions->counts.sessions;
    merged.events = inner_->sessions->counts.events;
    merged.same_codes = shared_codes(inner_->database);
    return merged;
}

} // namespace timbang::store
