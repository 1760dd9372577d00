#include "base/files.h"
#include "store/erase.h"
#include "store/export.h"
#include "store/keys.h"
#include "store/merge.h"
#include "store/same_person.h"
#include "store/site.h"
#include "store/writer_inner.h"

namespace timbang::store {
namespace {

/// Taking files in, batch by batch, on the writer's thread.
class MergeRun {
public:
    using Call = std::function<base::Result<bool>(const std::function<bool(SQLite::Database&)>&)>;
    MergeRun(const MergeOptions& options, base::Time now, Call call)
        : options_(options), now_(now), call_(std::move(call)) {}

    base::Result<Merged> run() {
        std::vector<MergedFile> believed = verify();
        for (const MergedFile& file : believed) {
            if (stopped_) break;
            const std::int64_t events = file.head.counts.events;
            if (base::Status added = add(file); !added) return added.error();
            gathered_ += events;
            if (gathered_ >= options_.batch)
                if (base::Status drained = drain(); !drained) return drained.error();
        }
        if (!stopped_)
            if (base::Status drained = drain(); !drained) return drained.error();
        return finish();
    }

private:
    /// Nothing is used before all of its file was believed.
    std::vector<MergedFile> verify() {
        std::vector<MergedFile> believed;
        for (const std::string& path : options_.files) {
            const base::Result<ExportHead> head = verify_export(path, [&](std::int64_t, std::int64_t) { return go_on(); });
            MergedFile file;
            file.path = path;
            if (head) {
                file.head = *head;
                total_ += head->counts.events;
                believed.push_back(std::move(file));
            } else if (head.error().code == "stopped") {
                stopped_ = true;
                return {};
            } else {
                file.error = head.error();
                refused_.push_back(std::move(file));
            }
        }
        return believed;
    }
    bool go_on() {
        if (!stopped_ && options_.progress && !options_.progress(merger_ ? merger_->done() : 0, total_)) stopped_ = true;
        return !stopped_;
    }
    base::Status add(const MergedFile& file) {
        const base::Result<bool> added = call_([&](SQLite::Database& database) {
            if (!merger_) merger_ = std::make_unique<Merger>(database, now_, options_);
            merger_->add(file);
            return true;
        });
        return added ? base::Status() : base::Status(added.error());
    }
    base::Status drain() {
        gathered_ = 0;
        while (merger_ && go_on()) {
            const base::Result<bool> more = call_([&](SQLite::Database&) { return merger_->step(); });
            if (!more) return fail(more.error());
            if (!*more) break;
        }
        return {};
    }
    base::Status fail(const base::Error& error) {
        (void)call_([&](SQLite::Database&) { merger_.reset(); return true; });
        return error;
    }
    base::Result<Merged> finish() {
        Merged merged;
        if (merger_) {
            const base::Result<bool> ended = call_([&](SQLite::Database& database) {
                if (!stopped_) merger_->finish();
                merged = merger_->result();
                merger_.reset();
                if (needs_compaction(database)) (void)compact(database); // else with the next merge
                return true;
            });
            if (!ended) return fail(ended.error()).error();
        }
        merged.stopped = stopped_;
        merged.files.insert(merged.files.end(), refused_.begin(), refused_.end());
        return merged;
    }

    const MergeOptions& options_;
    base::Time now_;
    Call call_;
    std::unique_ptr<Merger> merger_; ///< touched on the writer's thread, or while it waits
    std::vector<MergedFile> refused_;
    std::int64_t gathered_ = 0, total_ = 0;
    bool stopped_ = false;
};

} // namespace

base::Result<Exported> Writer::export_records(const ExportOptions& given) {
    ExportOptions options = given;
    if (!options.now) options.now = inner_->options.now;
    if (!options.random) options.random = inner_->options.random;
    const base::Result<OwnKey> key = own_key(options.keys_folder);
    if (!key) return key.error();
    const base::Result<Site> site = inner_->call_database([&](SQLite::Database& database) -> base::Result<Site> {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        Site own = keep_own_site(database, options.site_name, key->key.open, options.now(), options.random);
        transaction.commit();
        return own;
    });
    if (!site) return site.error();
    // Reading takes a connection of its own, so that sessions are written meanwhile.
    base::Result<std::unique_ptr<SQLite::Database>> database = open_for_reading(inner_->options.path, inner_->options.vfs);
    if (!database) return database.error();
    return guarded(inner_->options.path,
                   [&] { return store::export_records(**database, options, *site, key->key); });
}

base::Result<Merged> Writer::merge(const MergeOptions& options) {
    const auto call = [this](const std::function<bool(SQLite::Database&)>& work) {
        return inner_->call_database([&](SQLite::Database& database) -> base::Result<bool> { return work(database); });
    };
    return MergeRun(options, inner_->options.now(), call).run();
}

base::Status Writer::say_same_person(const std::string& a, const std::string& b, bool joined) {
    return inner_->call_database([&](SQLite::Database& database) {
        return store::say_same_person(database, a, b, joined, inner_->options.now(), inner_->options.random);
    });
}

} // namespace timbang::store
