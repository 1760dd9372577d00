// What an export says, and what is believed of one.
#include <sys/stat.h>

#include "base/crypto.h"
#include "store/export_file.h"
#include "store/export_frames.h"
#include "store/export_lines.h"
#include "unit/store/merge_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

namespace {

const std::string kSite = "019c1c38-b000-7a10-8f00-000000000001";
const std::string kSession = "019c1c38-b000-7a10-8f00-000000000002";
const std::string kStarted = R"(["019c1c38-b000-7a10-8f00-000000000003","session_started",1770000000000,{"mode":"practise","person":"","scenario":"case-a"}])";

/// A signed file with these lines, whatever they are.
std::string signed_file(const TempFolder& folder, const std::vector<std::string>& lines, ExportCounts counts) {
    const base::SigningKey key = base::make_signing_key();
    ExportHead head;
    head.site = {kSite, "", key.open};
    head.counts = counts;
    const std::string path = folder / "signed";
    auto writer = ExportWriter::open(path, head, key);
    REQUIRE(writer);
    for (const std::string& line : lines) CHECK(writer->line(line));
    CHECK(writer->finish());
    return path;
}

std::string session(int events) { return session_line({kSession, kSite, events}); }

void write(const std::string& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

int rights(const std::string& path) {
    struct stat entry {};
    return ::stat(path.c_str(), &entry) == 0 ? static_cast<int>(entry.st_mode & 0777) : -1;
}

} // namespace

TEST_CASE("the record, its keys and exports are readable by their owner only") {
    Laptop laptop(1);
    laptop.practise(laptop.person("DP-01"));
    const std::string file = laptop.exported("a");
    CHECK(rights(file) == 0600);
    CHECK(rights(laptop.path()) == 0600);
    CHECK(rights(laptop.folder / "keys") == 0700);
    for (const char* beside : {"-wal", "-shm"}) CHECK((rights(laptop.path() + beside) & 0077) <= 0);
}

TEST_CASE("no byte of an export can change or be missing without being noticed, and nothing of it is used") {
    Laptop laptop(1), other(2);
    laptop.practise(laptop.person("DP-01", "Ani"), "KS-O1", 4, "Sebab");
    const std::string good = bytes_in(laptop.exported("a"));
    const std::string path = laptop.folder / "bad";
    const std::string before = content_of(other.path());
    const auto refused = [&](const std::string& bytes) {
        write(path, bytes);
        const auto head = verify_export(path);
        return !head && (head.error().code == "export-damaged" || head.error().code == "export-foreign" || head.error().code == "export-newer");
    };
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ (1 << (i % 8)));
        CHECK_MESSAGE(refused(bad), i);
        if (i % 7 == 0) CHECK_MESSAGE(refused(good.substr(0, i)), i);
    }
    CHECK(refused(good + "x"));
    const Merged merged = other.merge({path, laptop.exported("b")});
    CHECK(merged.files.size() == 2);
    CHECK(merged.sessions == 1); // the other file is taken in all the same
    CHECK(before != content_of(other.path()));
}

TEST_CASE("foreign files, newer ones and what is no file are told apart") {
    const TempFolder folder;
    const auto code = [&](const std::string& bytes) {
        write(folder / "file", bytes);
        return code_of(verify_export(folder / "file"));
    };
    CHECK(code("") == "export-foreign");
    CHECK(code("PK\x03\x04 some zip") == "export-foreign");
    CHECK(code(skippable_frame(R"({"magic":"other"})") + std::string(400, ' ')) == "export-foreign");
    CHECK(code(skippable_frame(R"({"magic":"timbang-records","format":2})") + std::string(400, ' ')) == "export-newer");
    CHECK(code_of(verify_export(folder / "none")) == "file-not-found");
    CHECK(code_of(verify_export(folder.path())) == "file-unreadable");
}

TEST_CASE("a signature does not make lines believable that cannot be read") {
    const TempFolder folder;
    ExportCounts one;
    one.sessions = one.events = 1;
    CHECK(code_of(verify_export(signed_file(folder, {session(1), kStarted}, one))) == "");
    const auto damaged = [&](const std::vector<std::string>& lines, ExportCounts counts) {
        return code_of(verify_export(signed_file(folder, lines, counts))) == "export-damaged";
    };
    ExportCounts two = one;
    two.events = 2;
    const std::string event = R"(["019c1c38-b000-7a10-8f00-000000000004","opened",1770000000001,{}])";
    CHECK(damaged({session(1), kStarted}, two));                          // fewer than the head says
    CHECK(damaged({session(2), kStarted}, one));                          // fewer than the session says
    CHECK(damaged({session(1), kStarted, event}, two));                   // more than the session says
    CHECK(damaged({session(1), event}, one));                             // nothing that a session begins with
    CHECK(damaged({event, session(1), kStarted}, two));                   // of no session
    CHECK(damaged({session(1), kStarted.substr(1)}, one));
    CHECK(damaged({session(1), kStarted + "x"}, one));
    CHECK(damaged({session(1), kStarted, ""}, one));
    CHECK(damaged({R"({"session":{"id":"x","origin":"y","events":1}})", kStarted}, one));
    CHECK(damaged({R"({"surprise":{}})", session(1), kStarted}, one));
    CHECK(damaged({session(2), kStarted, R"(["019c1c38-b000-7a10-8f00-000000000004","opened",-1,{}])"}, two));
    CHECK(damaged({session(2), kStarted, R"(["019c1c38-b000-7a10-8f00-000000000004","opened",1,{"a":}])"}, two));
    CHECK(damaged({session(2), kStarted, R"(["019c1c38-b000-7a10-8f00-000000000004","opened",1,[]])"}, two));
    CHECK(damaged({session(2), kStarted, R"(["NOT-AN-ID","opened",1,{}])"}, two));
    CHECK(damaged({session(2), kStarted, "[\"019c1c38-b000-7a10-8f00-000000000004\",\"op\xFF\",1,{}]"}, two));
    CHECK(damaged({session(2), kStarted, R"(["019c1c38-b000-7a10-8f00-000000000004","opened",1,)" + std::string(100, '{') + "]"}, two));
}

TEST_CASE("names go along, or codes alone, or nothing that leads back to anybody") {
    Laptop laptop(1);
    const std::string ani = laptop.person("DP-01", "Ani Lestari"), budi = laptop.person("DP-02", "Budi");
    laptop.practise(ani, "KS-O1", 4, "Bu Ani menulis ini");
    const std::string room = laptop.maker.session();
    append_now(*laptop.writer, room, {laptop.maker.room_started(), laptop.maker.voted(2, ani, "first", 4, 1, "Sebab", "DP-01"), laptop.maker.voted(3, budi, "first", 4, 1, "", "DP-02")});
    CHECK(laptop.writer->say_same_person(ani, budi, true));
    const auto read = [&](const std::string& file) {
        Laptop other(9);
        const Merged merged = other.merge({file});
        CHECK_FALSE(merged.files[0].error.has_value());
        CHECK(other.writer->rebuild());
        CHECK(other.reader().verify());
        return content_of(other.path());
    };
    const std::string all = read(laptop.exported("all"));
    CHECK(all.find("Ani Lestari") != std::string::npos);
    const std::string codes = read(laptop.exported("codes", Names::Codes));
    CHECK(codes.find("Ani Lestari") == std::string::npos);
    CHECK(codes.find("DP-01") != std::string::npos);
    CHECK(codes.find("Bu Ani menulis ini") != std::string::npos);
    const std::string hidden = read(laptop.exported("hidden", Names::Pseudonyms));
    for (const std::string& trace : {ani, budi, room, std::string("DP-0"), std::string("Ani"), std::string("Sebab")})
        CHECK_MESSAGE(hidden.find(trace) == std::string::npos, trace);
    CHECK(hidden.find("KS-O1") != std::string::npos);
    Laptop other(9);
    (void)other.merge({laptop.exported("hidden-2", Names::Pseudonyms)});
    CHECK(content_of(other.path()) != hidden); // of another export, other pseudonyms
    const auto sessions = other.reader().sessions();
    REQUIRE(sessions->size() == 2);
    const std::string somebody = sessions->at(0).person.empty() ? sessions->at(1).person : sessions->at(0).person;
    CHECK(other.reader().votes_of(somebody)->size() == 2); // the same person in both, and joined as before
}

TEST_CASE("of chosen people only their own sessions go, with whoever is joined with them") {
    Laptop laptop(1), other(2);
    const std::string ani = laptop.person("DP-01"), again = laptop.person("DP-91"), budi = laptop.person("DP-02", "Budi");
    laptop.practise(ani);
    laptop.practise(again);
    laptop.practise(budi);
    append_now(*laptop.writer, laptop.maker.session(), {laptop.maker.room_started(), laptop.maker.voted(2, ani, "first", 4)});
    CHECK(laptop.writer->say_same_person(ani, again, true));
    ExportOptions options = laptop.exporting(laptop.folder / "one");
    options.people = {ani};
    CHECK(laptop.writer->export_records(options)->counts.sessions == 2);
    (void)other.merge({options.file});
    CHECK(other.reader().people()->size() == 2);
    CHECK(other.reader().decisions(ani)->size() == 2);
    CHECK(bytes_in(options.file).find("Budi") == std::string::npos);
}

TEST_CASE("an export that is stopped, or cannot be written, leaves what was there") {
    Laptop laptop(1);
    const std::string ani = laptop.person("DP-01");
    for (int i = 0; i < 1100; ++i) laptop.practise(ani);
    ExportOptions options = laptop.exporting(laptop.folder / "out");
    write(options.file, "before");
    options.progress = [](std::int64_t, std::int64_t) { return false; };
    CHECK(code_of(laptop.writer->export_records(options)) == "stopped");
    CHECK(bytes_in(options.file) == "before");
    options.progress = {};
    options.file = laptop.folder / "nowhere/out";
    CHECK(code_of(laptop.writer->export_records(options)) == "file-unwritable");
    for (const std::string& name : base::list_folder(laptop.folder.path())) CHECK_FALSE(name.starts_with("."));
}
