#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "store/join.h"
#include "store/records.h"

namespace timbang::store {

struct WriterOptions {
    std::string path;                       ///< the database; made with its folder where it is missing
    std::string recovery_folder;            ///< where events go that cannot be written
    base::Clock now;                        ///< not set: the system's
    std::function<std::uint64_t()> random;  ///< not set: the system's
    std::function<void()> wake;             ///< called from the writer's thread after callbacks have run
    int busy_ms = 5000;                     ///< how long another program may hold the database
    std::string vfs;                        ///< SQLite's name of another file layer, for tests
};

/// How an append ended. On failure the events, and everything of the session after them, are in `recovery_file`; the session
/// takes no more events until `retry` succeeds or the program starts again, and `status` holds "session-not-saved" with the
/// cause. When the recovery file cannot be written either, the code is "session-not-kept" and `recovery_file` is "".
struct Appended {
    std::string session;
    std::int64_t last_seq = 0;
    base::Status status;
    std::string recovery_file;
};
using OnAppended = std::function<void(const Appended&)>;

/// What reading recovery files at the start came to.
struct Recovered {
    std::vector<std::string> sessions;      ///< whose events are now in the record
    std::int64_t events = 0;
    std::vector<base::Error> left;          ///< files that stay: "recovery-damaged", "recovery-incomplete"; arg path
};

/// The only one that writes the database, on a thread of its own. What is handed in while a commit runs is gathered and
/// committed as one transaction with `synchronous=FULL`; only then the callbacks run (on the writer's thread), in order.
class Writer {
public:
    /// Opens or makes the record, migrates it (after a backup beside it: `<path>.before-<version>`), reads recovery files.
    /// Codes: "records-newer", "records-foreign", "records-damaged", "records-locked", "records-read-only", "disk-full",
    /// "records-unreadable", "backup-failed". Whatever goes wrong, the file is as it was.
    [[nodiscard]] static base::Result<std::unique_ptr<Writer>> open(WriterOptions options);
    /// A writer for when the database cannot be opened: every session goes into recovery files, and every append says so
    /// with `reason` as the cause.
    [[nodiscard]] static std::unique_ptr<Writer> without_database(WriterOptions options, base::Error reason);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    /// Writes what was handed in, then ends the thread.
    ~Writer();

    /// Appends events that follow the session's last one. The first of a session is its `session_started`, which names the
    /// person. Returns at once; `done` may be empty.
    void append(std::string session, std::vector<StoredEvent> events, OnAppended done);
    /// Tries once more to write what is kept aside of a session; with no database, to open it first. On success the session
    /// goes on and its recovery file is gone; else `done` says what `append` would. Returns at once.
    void retry(std::string session, OnAppended done);
    /// Waits until everything handed in before is durable or has failed, and its callbacks have run. Not from a callback.
    void flush();

    // The following wait for the writer's thread; they are rare.

    /// Codes: "person-code-taken", "person-code-empty", those of writing.
    [[nodiscard]] base::Result<Person> add_person(const std::string& code, const std::string& name);
    /// The person with this code, added when there is none.
    [[nodiscard]] base::Result<Person> ensure_person(const std::string& code);
    /// Codes as `add_person`, and "person-unknown".
    base::Status change_person(const Person& person);
    /// Makes the projections anew from the events.
    base::Status rebuild();

    /// Writes an export: one compressed, signed file. Codes: those of writing it and of the own key, "person-unknown",
    /// "export-failed", "stopped". On failure nothing stands in its place.
    [[nodiscard]] base::Result<Exported> export_records(const ExportOptions& options);
    /// Joins exports into this record. A file that cannot be believed is named in what comes back and does not stop the
    /// others; the same call again changes nothing, or brings what is missing. Other work of the writer goes on between
    /// the batches. Codes: those of writing ("disk-full", …), after which what was committed stays.
    [[nodiscard]] base::Result<Merged> merge(const MergeOptions& options);
    /// Says that two people are one person, or not. Codes: "person-unknown", "same-person-itself".
    base::Status say_same_person(const std::string& a, const std::string& b, bool joined);
    /// Forgets somebody and whoever is joined with them, on this computer and wherever its exports are merged. Codes:
    /// "person-unknown"; "forget-room-open" (decisions of a room that still goes on here); "forget-not-compacted" (with cause): they are forgotten, but the file could not be written anew,
    /// and the same call does it.
    [[nodiscard]] base::Result<Forgotten> forget(const ForgetOptions& options);

    [[nodiscard]] const Recovered& recovered() const;
    /// Whether, since it was opened, the rollback journal is used instead of WAL (network folder, or WAL refused).
    [[nodiscard]] bool uses_rollback_journal() const;

private:
    struct Inner;
    explicit Writer(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

} // namespace timbang::store
