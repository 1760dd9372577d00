#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/files.h"
#include "store/database.h"
#include "store/migrate.h"
#include "store_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;
namespace fs = std::filesystem;

namespace {

/// A record with one session of two events; returns the session's id.
std::string make_record(const WriterOptions& options, EventMaker& maker) {
    const auto writer = Writer::open(options);
    REQUIRE(writer);
    const std::string session = maker.session();
    REQUIRE(append_now(**writer, session, {maker.started("p-1"), maker.opened(2)}).status);
    return session;
}

std::string bytes_of(const std::string& path) { return base::read_file(path).value(); }

/// The row of answers of a query, for comparing two databases.
std::string answers(SQLite::Database& database, const std::string& query) {
    std::string all;
    SQLite::Statement statement(database, query);
    while (statement.executeStep())
        for (int i = 0; i < statement.getColumnCount(); ++i) all += statement.getColumn(i).getString() + "|";
    return all;
}

} // namespace

TEST_CASE("a new record carries its marks") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    make_record(options, maker);
    SQLite::Database database(options.path);
    const Header header = read_header(database);
    CHECK(header.application == kApplicationId);
    CHECK(header.version == migrations().back().version);
    CHECK(min_reader(database) == kMinReader);
    CHECK(database.execAndGet("PRAGMA journal_mode").getString() == "wal");
    CHECK((fs::status(options.path).permissions() & fs::perms::others_read) == fs::perms::none);
}

TEST_CASE("steps of the schema are numbered without gaps") {
    int expected = 1;
    for (const Migration& step : migrations()) CHECK(step.version == expected++);
}

TEST_CASE("a record of a newer program is left alone") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    make_record(options, maker);
    SQLite::Database(options.path, SQLite::OPEN_READWRITE).exec("PRAGMA user_version=999");
    const std::string before = bytes_of(options.path);
    CHECK(code_of(Writer::open(options)) == "records-newer");
    CHECK(bytes_of(options.path) == before);
    CHECK(Reader::open(options.path)); // its smallest reader is still this one
    SQLite::Database(options.path, SQLite::OPEN_READWRITE).exec("UPDATE meta SET value='999' WHERE key='min_reader'");
    CHECK(code_of(Reader::open(options.path)) == "records-newer");
}

TEST_CASE("somebody else's file is left alone") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    SQLite::Database(options.path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE recipes(name)");
    const std::string before = bytes_of(options.path);
    CHECK(code_of(Writer::open(options)) == "records-foreign");
    CHECK(code_of(Reader::open(options.path)) == "records-foreign");
    CHECK(bytes_of(options.path) == before);
}

TEST_CASE("a damaged file is left alone") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    std::ofstream(options.path) << std::string(5000, 'x');
    CHECK(code_of(Writer::open(options)) == "records-damaged");
    CHECK(code_of(Reader::open(options.path)) == "records-damaged");
    CHECK(bytes_of(options.path) == std::string(5000, 'x'));
}

TEST_CASE("a payload that was changed behind the program's back is noticed") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    make_record(options, maker);
    CHECK(Reader::open(options.path)->verify());
    SQLite::Database(options.path, SQLite::OPEN_READWRITE).exec("UPDATE event SET payload='{}' WHERE seq=2");
    CHECK(code_of(Reader::open(options.path)->verify()) == "records-damaged");
}

TEST_CASE("no record yet is told apart from a broken one") {
    const TempFolder folder;
    CHECK(code_of(Reader::open(folder / "records.db")) == "records-missing");
    CHECK_FALSE(fs::exists(folder / "records.db"));
    std::ofstream(folder / "empty.db");
    CHECK(code_of(Reader::open(folder / "empty.db")) == "records-missing");
}

TEST_CASE("while another program holds the record, events go into a recovery file and come back") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = make_record(options, maker);
    {
        const auto writer = Writer::open(options);
        REQUIRE(writer);
        SQLite::Database other(options.path, SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        const Appended lost = append_now(**writer, session, {maker.decided(3, "KS-O1", 8, "alasan")});
        REQUIRE_FALSE(lost.status);
        CHECK(chain_of(lost.status.error()) == "session-not-saved < records-locked");
        CHECK(base::file_kind(lost.recovery_file) == base::FileKind::File);
        CHECK((fs::status(lost.recovery_file).permissions() & fs::perms::others_read) == fs::perms::none);
        other.exec("COMMIT");
        // The session is not taken up again in the middle: numbers must not be missing.
        CHECK_FALSE(append_now(**writer, session, {maker.opened(4)}).status);
        CHECK(Reader::open(options.path)->session(session)->last_seq == 2);
        const std::string next = maker.session();
        CHECK(append_now(**writer, next, {maker.started("p-1")}).status);
    }
    const auto writer = Writer::open(options);
    REQUIRE(writer);
    CHECK((*writer)->recovered().sessions == std::vector{session});
    CHECK((*writer)->recovered().events == 2);
    CHECK((*writer)->recovered().left.empty());
    CHECK(base::list_folder(options.recovery_folder).empty());
    const auto events = Reader::open(options.path)->events(session);
    REQUIRE(events->size() == 4);
    CHECK(events->at(2).texts.at(0).text == "alasan");
    CHECK(append_now(**writer, session, {maker.opened(5)}).status);
}

TEST_CASE("a session that could not be written goes on once trying again succeeds") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = make_record(options, maker);
    const auto writer = Writer::open(options);
    REQUIRE(writer);
    CHECK(retry_now(**writer, session).status); // nothing is kept aside
    SQLite::Database other(options.path, SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    REQUIRE_FALSE(append_now(**writer, session, {maker.decided(3, "KS-O1", 8, "alasan")}).status);
    const Appended held = retry_now(**writer, session);
    CHECK(chain_of(held.status.error()) == "session-not-saved < records-locked");
    CHECK(base::file_kind(held.recovery_file) == base::FileKind::File);
    other.exec("COMMIT");
    const Appended saved = retry_now(**writer, session);
    CHECK(saved.status);
    CHECK(saved.last_seq == 3);
    CHECK(base::list_folder(options.recovery_folder).empty());
    CHECK(append_now(**writer, session, {maker.opened(4)}).status);
    const auto events = Reader::open(options.path)->events(session);
    REQUIRE(events->size() == 4);
    CHECK(events->at(2).texts.at(0).text == "alasan");
}

TEST_CASE("a record that could not be opened at the start is opened when trying again") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    fs::create_directories(options.path); // a folder stands where the record should be
    const auto writer = Writer::without_database(options, base::Error("records-unreadable", {{"path", options.path}}));
    EventMaker maker;
    const std::string session = maker.session(), second = maker.session();
    REQUIRE_FALSE(append_now(*writer, session, {maker.started("p-1"), maker.opened(2)}).status);
    REQUIRE_FALSE(append_now(*writer, second, {maker.started("p-1")}).status);
    CHECK(chain_of(retry_now(*writer, session).status.error()) == "session-not-saved < records-unreadable");
    fs::remove(options.path);
    CHECK(retry_now(*writer, session).status);
    CHECK(append_now(*writer, session, {maker.opened(3)}).status);
    CHECK(Reader::open(options.path)->events(session)->size() == 3);
    CHECK(retry_now(*writer, second).status);
    CHECK(append_now(*writer, second, {maker.opened(2)}).status);
    CHECK(Reader::open(options.path)->events(second)->size() == 2);
}

TEST_CASE("room for recovery files is held back, given up when it is needed, and held back again") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    const std::string reserve = options.recovery_folder + ".reserve";
    EventMaker maker;
    const std::string session = make_record(options, maker);
    CHECK(base::file_stamp(reserve).size >= 256 * 1024);
    const auto writer = Writer::open(options);
    REQUIRE(writer);
    SQLite::Database other(options.path, SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    CHECK_FALSE(append_now(**writer, session, {maker.opened(3)}).status);
    CHECK(base::file_kind(reserve) == base::FileKind::Missing);
    other.exec("COMMIT");
    CHECK(retry_now(**writer, session).status);
    CHECK(base::file_stamp(reserve).size >= 256 * 1024);
}

TEST_CASE("opening while another program holds the record says so") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    make_record(options, maker);
    SQLite::Database other(options.path, SQLite::OPEN_READWRITE);
    other.exec("PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
    CHECK(code_of(Writer::open(options)) == "records-locked");
}

TEST_CASE("a folder that cannot be made is told") {
    const TempFolder folder;
    WriterOptions options = options_in(folder);
    std::ofstream(folder / "file") << "x";
    options.path = folder / "file/records.db";
    CHECK(code_of(Writer::open(options)) == "folder-unwritable");
}

TEST_CASE("without a database every session goes into recovery files, and the next start takes them in") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = maker.session();
    {
        const auto writer = Writer::without_database(options, base::Error("records-damaged"));
        const Appended first = append_now(*writer, session, {maker.started("p-9")});
        CHECK(chain_of(first.status.error()) == "session-not-saved < records-damaged");
        CHECK(append_now(*writer, session, {maker.opened(2)}).recovery_file == first.recovery_file);
        CHECK(code_of(writer->add_person("x", "")) == "records-damaged");
    }
    const auto writer = Writer::open(options);
    CHECK((*writer)->recovered().events == 2);
    CHECK(Reader::open(options.path)->events(session)->size() == 2);
}

TEST_CASE("a recovery file that cannot be written is told too") {
    const TempFolder folder;
    WriterOptions options = options_in(folder);
    std::ofstream(folder / "recovery") << "a file where the folder should be";
    EventMaker maker;
    const auto writer = Writer::without_database(options, base::Error("disk-full"));
    const Appended lost = append_now(*writer, maker.session(), {maker.started("p-1")});
    CHECK(chain_of(lost.status.error()) == "session-not-kept < disk-full");
    CHECK(lost.recovery_file.empty());
}

TEST_CASE("damaged recovery files stay where they are and do not stop the others") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string good = maker.session(), bad = maker.session();
    {
        const auto writer = Writer::without_database(options, base::Error("records-damaged"));
        const std::string path = append_now(*writer, bad, {maker.started("p-1")}).recovery_file;
        append_now(*writer, good, {maker.started("p-1")});
        std::string bytes = bytes_of(path);
        bytes[bytes.size() / 2] ^= 1;
        std::ofstream(path, std::ios::binary) << bytes;
    }
    const auto writer = Writer::open(options);
    CHECK((*writer)->recovered().sessions == std::vector{good});
    REQUIRE((*writer)->recovered().left.size() == 1);
    CHECK(chain_of((*writer)->recovered().left[0]) == "recovery-damaged < local-file-damaged");
    CHECK(base::list_folder(options.recovery_folder).size() == 1);
}

TEST_CASE("every stored schema comes up to the newest, with a copy of what it was") {
    const std::string samples = base::join_path(TIMBANG_TEST_DATA, "store");
    int seen = 0;
    for (const std::string& name : base::list_folder(samples)) {
        if (!name.ends_with(".sql")) continue;
        CAPTURE(name);
        ++seen;
        const TempFolder folder;
        const WriterOptions options = options_in(folder);
        SQLite::Database(options.path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
            .exec(bytes_of(base::join_path(samples, name)));
        const auto writer = Writer::open(options);
        REQUIRE_MESSAGE(writer.ok(), code_of(writer));
        base::Result<Reader> opened = Reader::open(options.path);
        REQUIRE(opened);
        Reader& reader = *opened;
        CHECK(reader.verify());
        const auto people = reader.people();
        REQUIRE(people->size() == 2);
        CHECK(people->at(1).name == "Sari Dewi");
        const auto sessions = reader.sessions();
        REQUIRE(sessions->size() == 2);
        CHECK(sessions->at(0).person == people->at(0).id);
        CHECK(sessions->at(0).decided == 2);
        CHECK(sessions->at(0).exact == 1);
        CHECK(sessions->at(0).state == SessionState::Finished);
        CHECK(sessions->at(1).state == SessionState::Open);
        CHECK(reader.events(sessions->at(1).id)->at(1).texts.at(0).text ==
              "Jumlah di halaman 2 tidak sama dengan lampiran.");
        CHECK((*writer)->rebuild());
        CHECK(reader.sessions()->at(0).exact == 1);
    }
    CHECK(seen == migrations().back().version);
}

TEST_CASE("an existing record is copied before its first new step, and a failing step changes nothing") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = make_record(options, maker);
    std::vector<Migration> steps = migrations();
    const int next = steps.back().version + 1;
    steps.push_back({next, "next", "ALTER TABLE person ADD COLUMN mood TEXT; UPDATE person SET mood='calm'"});
    steps.push_back({next + 1, "broken", "CREATE TABLE half(x); INSERT INTO no_such_table VALUES(1)"});
    {
        SQLite::Database database(options.path, SQLite::OPEN_READWRITE);
        CHECK_THROWS_AS((void)migrate(database, options.path, steps), SQLite::Exception);
        CHECK(read_header(database).version == next); // the sound step stays, the broken one left no trace
        CHECK_FALSE(database.tableExists("half"));
        CHECK(answers(database, "SELECT mood FROM person") == "calm|");
    }
    const std::string copy = options.path + ".before-" + std::to_string(next + 1);
    SQLite::Database before(copy);
    CHECK(read_header(before).version == next - 1);
    CHECK(answers(before, "SELECT id, last_seq FROM session") == session + "|2|");
    // A second try keeps the first copy.
    SQLite::Database database(options.path, SQLite::OPEN_READWRITE);
    CHECK_THROWS((void)migrate(database, options.path, steps));
    CHECK(fs::exists(copy + "-2"));
}

TEST_CASE("a session that an older program could not read counts once this one can") {
    const TempFolder folder;
    const WriterOptions options = options_in(folder);
    EventMaker maker;
    const std::string session = make_record(options, maker);
    SQLite::Database(options.path, SQLite::OPEN_READWRITE).exec("UPDATE session SET needs_newer=1");
    CHECK(Writer::open(options));
    CHECK_FALSE(Reader::open(options.path)->session(session)->needs_newer);
}
