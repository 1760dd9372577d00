#include <doctest/doctest.h>

#include <fstream>
#include <map>

#include <SQLiteCpp/SQLiteCpp.h>

#include "store/database.h"
#include "store/migrate.h"
#include "store_fixture.h"
#include "support/forgetful_vfs.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

namespace {

/// What a run handed in and what was acknowledged, by session.
struct Run {
    std::map<std::string, std::vector<StoredEvent>> handed_in;
    std::map<std::string, std::int64_t> acknowledged;
};

WriterOptions options_on(const ForgetfulVfs& vfs, const TempFolder& folder) {
    WriterOptions options;
    options.path = "/records.db";
    options.vfs = vfs.name();
    options.recovery_folder = folder / "blocked/recovery"; // a file stands in the way: nothing can be rescued there
    options.busy_ms = 0;
    return options;
}

/// Opens a writer and hands in a few sessions piece by piece, some without waiting; until the power goes.
Run practise(const WriterOptions& options, std::uint64_t seed) {
    Run run;
    EventMaker maker(seed);
    base::Rng rng(seed);
    base::Result<std::unique_ptr<Writer>> writer = Writer::open(options);
    if (!writer) return run;
    for (int s = 0; s < 3; ++s) {
        const std::string session = maker.session();
        for (std::int64_t seq = 1; seq <= 12;) {
            std::vector<StoredEvent> events;
            for (auto more = 1 + rng.below(3); more > 0 && seq <= 12; --more, ++seq)
                events.push_back(
                    seq == 1 ? maker.started("p-1")
                             : maker.decided(seq, "KS-O1", static_cast<int>(seq), std::string(rng.below(900), 'r')));
            auto& all = run.handed_in[session];
            all.insert(all.end(), events.begin(), events.end());
            (*writer)->append(session, std::move(events), [&run](const Appended& appended) {
                if (appended.status) run.acknowledged[appended.session] = appended.last_seq;
            });
            if (rng.below(2)) (*writer)->flush();
        }
    }
    (*writer)->flush();
    return run;
}

/// Every acknowledged event is there as handed in, and the file is sound.
void check_kept(const WriterOptions& options, const Run& run) {
    if (run.acknowledged.empty()) return;
    base::Result<Reader> reader = Reader::open(options.path, options.vfs);
    REQUIRE_MESSAGE(reader.ok(), code_of(reader));
    CHECK(reader->verify());
    for (const auto& [session, last] : run.acknowledged) {
        const auto events = reader->events(session);
        REQUIRE(events);
        REQUIRE(static_cast<std::int64_t>(events->size()) >= last);
        for (std::size_t i = 0; i < events->size(); ++i) {
            CHECK(events->at(i).id == run.handed_in.at(session).at(i).id);
            CHECK(events->at(i).payload == run.handed_in.at(session).at(i).payload);
            CHECK(events->at(i).texts.size() == run.handed_in.at(session).at(i).texts.size());
        }
        CHECK(reader->session(session)->last_seq == static_cast<std::int64_t>(events->size()));
    }
}

void lose_power_at_many_moments(bool shared_memory, int moments) {
    const TempFolder folder;
    std::ofstream(folder / "blocked") << "x";
    long whole = 0;
    {
        ForgetfulVfs vfs(1, shared_memory);
        const Run run = practise(options_on(vfs, folder), 1);
        CHECK(run.acknowledged.size() == 3);
        whole = vfs.operations();
    }
    base::Rng rng(2026);
    int acknowledged = 0, cut_short = 0;
    for (int i = 0; i < moments; ++i) {
        CAPTURE(i);
        ForgetfulVfs vfs(static_cast<std::uint64_t>(i), shared_memory);
        const WriterOptions options = options_on(vfs, folder);
        vfs.lose_power_at(1 + static_cast<long>(rng.below(static_cast<std::uint64_t>(whole))));
        const Run run = practise(options, static_cast<std::uint64_t>(i));
        vfs.restore_power();
        check_kept(options, run);
        for (const auto& entry : run.acknowledged) acknowledged += static_cast<int>(entry.second);
        cut_short += run.acknowledged.size() < 3;
        // The record can be gone on with.
        const auto writer = Writer::open(options);
        REQUIRE_MESSAGE(writer.ok(), code_of(writer));
        EventMaker maker(1'000'000 + static_cast<std::uint64_t>(i));
        CHECK(append_now(**writer, maker.session(), {maker.started("p-1")}).status);
    }
    CHECK(acknowledged > moments); // the moments were not all before the first commit
    CHECK(cut_short > moments / 3);
}

} // namespace

TEST_CASE("after a power loss every acknowledged event is there (write-ahead log)") {
    lose_power_at_many_moments(true, 300);
}

TEST_CASE("after a power loss every acknowledged event is there (rollback journal)") {
    lose_power_at_many_moments(false, 300);
}

TEST_CASE("where WAL is refused the rollback journal takes its place") {
    const TempFolder folder;
    ForgetfulVfs without(1, false), with(2, true);
    CHECK((*Writer::open(options_on(without, folder)))->uses_rollback_journal());
    CHECK_FALSE((*Writer::open(options_on(with, folder)))->uses_rollback_journal());
}

TEST_CASE("a record that may only be read is read, and not opened for writing") {
    const TempFolder folder;
    std::ofstream(folder / "blocked") << "x";
    ForgetfulVfs vfs(3);
    const WriterOptions options = options_on(vfs, folder);
    const Run run = practise(options, 3);
    vfs.set_read_only(true);
    CHECK(code_of(Writer::open(options)) == "records-read-only");
    check_kept(options, run);
}

TEST_CASE("the forgetting file layer does forget what was not synced") {
    int lost = 0;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        ForgetfulVfs vfs(seed);
        {
            SQLite::Database database(std::string("/careless.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                                      vfs.name());
            database.exec("PRAGMA synchronous=OFF; CREATE TABLE t(x); INSERT INTO t VALUES(1), (2), (3)");
            vfs.lose_power_at(vfs.operations() + 1);
        }
        vfs.restore_power();
        try {
            SQLite::Database database(std::string("/careless.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 0,
                                      vfs.name());
            lost += database.execAndGet("SELECT count(*) FROM t").getInt() != 3;
        } catch (const SQLite::Exception&) {
            ++lost;
        }
    }
    CHECK(lost > 5);
}

TEST_CASE("a power loss during a step of the schema leaves the old or the new, with everything in it") {
    const TempFolder folder;
    std::ofstream(folder / "blocked") << "x";
    std::vector<Migration> steps = migrations();
    const int next = steps.back().version + 1;
    steps.push_back(
        {next, "next",
         "ALTER TABLE event ADD COLUMN note TEXT; UPDATE event SET note=payload; CREATE INDEX n ON event(note)"});
    int old_ones = 0, new_ones = 0;
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        ForgetfulVfs vfs(seed, seed % 2 == 0);
        const WriterOptions options = options_on(vfs, folder);
        const Run run = practise(options, seed);
        {
            auto opened = open_for_writing(options.path, options.vfs, 0);
            REQUIRE(opened);
            vfs.lose_power_at(vfs.operations() + 1 + static_cast<long>(base::Rng(seed).below(140)));
            try {
                (void)migrate(*opened->database, options.path, steps);
            } catch (const SQLite::Exception&) {
            }
        }
        vfs.restore_power();
        {
            SQLite::Database database(options.path, SQLite::OPEN_READWRITE, 0, options.vfs);
            const int version = read_header(database).version;
            CHECK((version == next - 1 || version == next));
            (version == next ? new_ones : old_ones)++;
            CHECK(database.execAndGet("PRAGMA integrity_check").getString() == "ok");
            CHECK(database.execAndGet("SELECT count(*) FROM event").getInt() == 36);
            if (version == next)
                database.exec("PRAGMA user_version=" + std::to_string(next - 1)); // for the reader of today
        }
        check_kept(options, run);
    }
    CHECK(old_ones > 5);
    CHECK(new_ones > 5);
}

TEST_CASE("on a full disk the session goes into its recovery file, and what was saved stays") {
    const TempFolder folder;
    for (std::size_t room = 0; room < 60'000; room += 6'000) {
        CAPTURE(room);
        ForgetfulVfs vfs(room);
        WriterOptions options = options_on(vfs, folder);
        options.recovery_folder = folder / "recovery";
        EventMaker maker(room);
        const std::string session = maker.session();
        Run run;
        bool full = false;
        {
            const auto writer = Writer::open(options);
            REQUIRE(writer);
            REQUIRE(append_now(**writer, session, {maker.started("p-1")}).status);
            vfs.set_capacity(200'000 + room);
            for (std::int64_t seq = 2; seq <= 60; ++seq) {
                const Appended answer =
                    append_now(**writer, session, {maker.decided(seq, "KS-O1", 8, std::string(4'000, 'x'))});
                if (!answer.status) {
                    CHECK(chain_of(answer.status.error()) == "session-not-saved < disk-full");
                    full = true;
                }
            }
            CHECK(full);
        }
        vfs.set_capacity(std::size_t{1} << 40);
        const auto writer = Writer::open(options);
        REQUIRE(writer);
        CHECK((*writer)->recovered().sessions == std::vector{session});
        auto reader = Reader::open(options.path, options.vfs);
        CHECK(reader->verify());
        CHECK(reader->events(session)->size() == 60);
    }
}
