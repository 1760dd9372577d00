#include "store/writer_inner.h"

#include "base/ids.h"
#include "store/people.h"

namespace timbang::store {

Writer::Writer(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {
    if (!inner_->options.now) inner_->options.now = base::system_now;
    if (!inner_->options.random) inner_->options.random = base::secure_random;
    inner_->thread = std::thread([&inner = *inner_] { inner.loop(); });
}

base::Result<std::unique_ptr<Writer>> Writer::open(WriterOptions options) {
    base::Result<Opened> opened = open_for_writing(options.path, options.vfs, options.busy_ms);
    if (!opened) return opened.error();
    auto inner = std::make_unique<Inner>();
    inner->opened = std::move(*opened);
    inner->rollback_journal = inner->opened.rollback_journal;
    const base::Status outgrown = guarded(options.path, [&] { return rebuild_outgrown(*inner->opened.database); });
    if (!outgrown) return outgrown.error();
    inner->recovered = restore(*inner->opened.database, options);
    keep_reserve(options.recovery_folder);
    inner->options = std::move(options);
    return std::unique_ptr<Writer>(new Writer(std::move(inner)));
}

std::unique_ptr<Writer> Writer::without_database(WriterOptions options, base::Error reason) {
    auto inner = std::make_unique<Inner>();
    inner->options = std::move(options);
    inner->reason = std::move(reason);
    return std::unique_ptr<Writer>(new Writer(std::move(inner)));
}

Writer::~Writer() {
    {
        const std::lock_guard lock(inner_->mutex);
        inner_->stopping = true;
    }
    inner_->filled.notify_one();
    inner_->thread.join();
}

void Writer::append(std::string session, std::vector<StoredEvent> events, OnAppended done) {
    inner_->post(AppendJob{std::move(session), std::move(events), std::move(done)});
}

void Writer::retry(std::string session, OnAppended done) {
    inner_->post(std::function<void()>(
        [&inner = *inner_, session = std::move(session), done = std::move(done)] { inner.retry(session, done); }));
}

void Writer::flush() {
    (void)inner_->call([] { return true; });
}

base::Result<Person> Writer::add_person(const std::string& code, const std::string& name) {
    return inner_->call_database([&](SQLite::Database& database) {
        const base::Time now = inner_->options.now();
        return store::add_person(database, {base::make_uuid7(now, inner_->options.random), code, name}, now);
    });
}

base::Result<Person> Writer::ensure_person(const std::string& code) {
    return inner_->call_database([&](SQLite::Database& database) {
        const base::Time now = inner_->options.now();
        return store::ensure_person(database, {base::make_uuid7(now, inner_->options.random), code, ""}, now);
    });
}

base::Status Writer::change_person(const Person& person) {
    return inner_->call_database([&](SQLite::Database& database) {
        return store::change_person(database, person, inner_->options.now());
    });
}

base::Status Writer::rebuild() {
    return inner_->call_database([](SQLite::Database& database) { return rebuild_projections(database); });
}

const Recovered& Writer::recovered() const { return inner_->recovered; }
bool Writer::uses_rollback_journal() const { return inner_->rollback_journal; }

} // namespace timbang::store
