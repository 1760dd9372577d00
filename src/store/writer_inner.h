#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "store/append.h"
#include "store/database.h"
#include "store/recovery.h"
#include "store/restore.h"
#include "store/writer.h"

// What the parts of the writer share; inside this module only.

namespace timbang::store {

struct AppendJob {
    std::string session;
    std::vector<StoredEvent> events;
    OnAppended done;
};
using Job = std::variant<AppendJob, std::function<void()>>;

/// A session that could not be written: everything of it since then.
struct Lost {
    RecoveryFile file;
    std::string path;
    base::Error reason;
};

struct Writer::Inner {
    WriterOptions options;
    Opened opened;                          ///< no database: nothing but recovery files
    base::Error reason;                     ///< why there is no database
    Recovered recovered;
    bool rollback_journal = false;          ///< as opened at the start

    std::mutex mutex;
    std::condition_variable filled;
    std::deque<Job> queue;
    bool stopping = false;

    // Only the writer's thread touches these.
    std::unique_ptr<Appender> appender;
    std::map<std::string, Lost> lost;

    std::thread thread;

    void post(Job job) {
        {
            const std::lock_guard lock(mutex);
            queue.push_back(std::move(job));
        }
        filled.notify_one();
    }

    /// Runs `work` on the writer's thread and waits for what it returns.
    template <class Work> auto call(Work work) -> decltype(work()) {
        std::promise<decltype(work())> promise;
        auto future = promise.get_future();
        post(std::function<void()>([&] { promise.set_value(work()); }));
        return future.get();
    }

    /// `call` for work on the database; its exceptions become errors.
    template <class Work> auto call_database(Work work) -> decltype(work(*opened.database)) {
        return call([&]() -> decltype(work(*opened.database)) {
            if (!opened.database) return reason;
            return guarded(options.path, [&] { return work(*opened.database); });
        });
    }

    void loop() {
        for (;;) {
            std::deque<Job> jobs;
            {
                std::unique_lock lock(mutex);
                filled.wait(lock, [&] { return stopping || !queue.empty(); });
                if (queue.empty()) return;
                jobs.swap(queue);
            }
            while (!jobs.empty()) take(jobs);
        }
    }

    /// Does the first job, with all appends that follow it directly.
    void take(std::deque<Job>& jobs) {
        if (auto* work = std::get_if<std::function<void()>>(&jobs.front())) {
            (*work)();
            jobs.pop_front();
            return;
        }
        std::vector<AppendJob> batch;
        while (!jobs.empty() && std::holds_alternative<AppendJob>(jobs.front())) {
            batch.push_back(std::move(std::get<AppendJob>(jobs.front())));
            jobs.pop_front();
        }
        const std::vector<base::Status> written = commit(batch);
        for (std::size_t i = 0; i < batch.size(); ++i) answer(batch[i], written[i]);
        if (options.wake) options.wake();
    }

    /// Writes a batch as one transaction; one status for each append. A session that fails alone does not hold up
    /// others.
    std::vector<base::Status> commit(const std::vector<AppendJob>& batch) {
        if (!opened.database) return std::vector<base::Status>(batch.size(), reason);
        std::vector<base::Status> statuses(batch.size());
        try {
            SQLite::Database& database = *opened.database;
            if (!appender) appender = std::make_unique<Appender>(database);
            SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
            std::map<std::string, base::Error> failed;
            for (std::size_t i = 0; i < batch.size(); ++i) {
                const AppendJob& job = batch[i];
                if (const auto before = lost.find(job.session); before != lost.end())
                    statuses[i] = before->second.reason;
                else if (const auto now = failed.find(job.session); now != failed.end()) statuses[i] = now->second;
                else statuses[i] = add_all(job);
                if (!statuses[i]) failed.emplace(job.session, statuses[i].error());
            }
            transaction.commit();
        } catch (const SQLite::Exception& exception) {
            const base::Error error = database_error(exception, options.path);
            for (base::Status& status : statuses)
                if (status) status = error;
            appender.reset(); // its statements may stand in the middle of something
        }
        return statuses;
    }

    base::Status add_all(const AppendJob& job) {
        SQLite::Database& database = *opened.database;
        database.exec("SAVEPOINT one_append");
        for (const StoredEvent& event : job.events)
            if (const base::Result<bool> added = appender->add(job.session, event, options.now()); !added) {
                database.exec("ROLLBACK TO one_append");
                database.exec("RELEASE one_append");
                return added.error();
            }
        database.exec("RELEASE one_append");
        return {};
    }

    /// Calls back; what was not written goes into the session's recovery file first.
    void answer(const AppendJob& job, const base::Status& status) {
        Appended appended;
        appended.session = job.session;
        appended.last_seq = job.events.empty() ? 0 : job.events.back().seq;
        if (!status) lose(job, status.error(), appended);
        if (job.done) job.done(appended);
    }

    void lose(const AppendJob& job, const base::Error& error, Appended& appended) {
        auto [found, first] = lost.try_emplace(job.session);
        Lost& kept = found->second;
        if (first) {
            kept.reason = error;
            kept.file.session = job.session;
            kept.path = new_recovery_path(options.recovery_folder, job.session);
            give_up_reserve(options.recovery_folder);
        }
        kept.file.events.insert(kept.file.events.end(), job.events.begin(), job.events.end());
        keep_aside(kept, appended);
    }

    static void keep_aside(const Lost& kept, Appended& appended) {
        const bool kept_aside = write_recovery(kept.path, kept.file).ok();
        if (kept_aside) appended.recovery_file = kept.path;
        appended.status = base::Error(kept_aside ? "session-not-saved" : "session-not-kept", {{"path", kept.path}})
                              .caused_by(kept.reason);
    }

    void retry(const std::string& session, const OnAppended& done) {
        Appended appended;
        appended.session = session;
        if (const auto found = lost.find(session); found != lost.end()) {
            Lost& kept = found->second;
            appended.last_seq = kept.file.events.empty() ? 0 : kept.file.events.back().seq;
            if (const base::Status written = write_kept(kept.file); written) {
                std::error_code ignored; // a file that stays is read again at the next start and changes nothing
                std::filesystem::remove(kept.path, ignored);
                lost.erase(found);
                if (lost.empty()) keep_reserve(options.recovery_folder);
            } else {
                kept.reason = written.error();
                keep_aside(kept, appended);
            }
        }
        if (done) done(appended);
        if (options.wake) options.wake();
    }

    base::Status write_kept(const RecoveryFile& file) {
        if (!opened.database)
            if (base::Status open = open_late(); !open) return open;
        const auto added = guarded(options.path, [&] { return add_file(*opened.database, file, options.now()); });
        return added ? base::Status{} : base::Status(added.error());
    }

    /// The database that could not be opened at the start, perhaps now.
    base::Status open_late() {
        base::Result<Opened> now = open_for_writing(options.path, options.vfs, options.busy_ms);
        if (!now) return reason = now.error();
        base::Status outgrown = guarded(options.path, [&] { return rebuild_outgrown(*now->database); });
        if (!outgrown) return reason = outgrown.error();
        opened = std::move(*now);
        (void)restore(*opened.database, options); // what stays is told at the next start
        return {};
    }
};

} // namespace timbang::store
