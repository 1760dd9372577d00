// Records of many laptops joined into one.
#include "unit/store/merge_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

TEST_CASE("a merged record shows the other laptop's sessions, for reading only, and counts them") {
    Laptop first(1, "Laptop 1"), second(2, "Laptop 2");
    const std::string ani = first.person("DP-01", "Ani");
    const std::string session = first.practise(ani, "KS-O1", 6, "Halaman dua berbeda.");
    const std::string budi = second.person("DP-02");
    second.practise(budi);

    const Merged merged = second.merge({first.exported("a.timbang-records")});
    CHECK(merged.sessions == 1);
    CHECK(merged.events == 4);
    CHECK(merged.people == 1);
    REQUIRE(merged.files.size() == 1);
    CHECK(merged.files[0].head.site.name == "Laptop 1");
    CHECK(merged.files[0].new_site);
    CHECK_FALSE(merged.files[0].error.has_value());
    Reader reader = second.reader();
    CHECK(reader.verify());
    CHECK(reader.session(session)->imported);
    CHECK(reader.session(session)->person_code == "DP-01");
    CHECK(reader.decisions(ani)->size() == 1);
    CHECK(reader.decisions(ani)->at(0).exact == true);
    CHECK(reader.events(session)->at(1).texts.at(0).text == "Halaman dua berbeda.");
    CHECK(reader.open_sessions(ani)->empty());
    const auto status = append_now(*second.writer, session, {second.maker.opened(5)}).status;
    CHECK(chain_of(status.error()) == "session-not-saved < session-imported");
}

TEST_CASE("merging again changes nothing, and what is derived equals what is made anew") {
    Laptop first(1), second(2);
    const std::string ani = first.person("DP-01");
    first.practise(ani);
    const std::string room = first.maker.session();
    append_now(*first.writer, room, {first.maker.room_started(), first.maker.voted(2, ani, "first", 4, 1, "Sebab"),
                                     first.maker.vote_scored(3, ani, true), first.maker.voted(4, "group 1", "group", 6)});
    const std::string changed = first.maker.session();
    append_now(*first.writer, changed, {first.maker.started(ani), first.maker.decided(2, "KS-O1", 4), first.maker.decided(3, "KS-O2", 8),
                                        first.maker.decided(4, "KS-O1", 6), first.maker.scored(5, "KS-O1", false), first.maker.scored(6, "KS-O1", true, "k2")});
    const std::string file = first.exported("a");
    (void)second.merge({file});
    const std::string once = content_of(second.path());
    const Merged again = second.merge({file, file});
    CHECK(again.sessions == 0);
    CHECK(again.events == 0);
    CHECK(again.people == 0);
    CHECK_FALSE(again.files[0].new_site);
    CHECK(content_of(second.path()) == once);
    CHECK(second.writer->rebuild());
    CHECK(content_of(second.path()) == once);
    CHECK(content_of(first.path()) == once); // all of it came along
}

TEST_CASE("a session that went on is completed, and its own laptop learns nothing new from its own export") {
    Laptop first(1), second(2);
    const std::string ani = first.person("DP-01");
    const std::string session = first.maker.session();
    append_now(*first.writer, session, {first.maker.started(ani), first.maker.decided(2, "KS-O1", 4)});
    const std::string early = first.exported("early");
    append_now(*first.writer, session, {first.maker.decided(3, "KS-O1", 6), first.maker.finished(4)});
    const std::string late = first.exported("late");
    (void)second.merge({early});
    CHECK(second.reader().session(session)->last_seq == 2);
    (void)second.merge({late});
    CHECK(second.reader().session(session)->state == SessionState::Finished);
    CHECK(second.reader().decisions(ani)->at(0).score == 6);
    (void)second.merge({early});
    CHECK(content_of(second.path()) == content_of(first.path()));
    const Merged back = first.merge({second.exported("back"), early});
    CHECK(back.events == 0);
    CHECK_FALSE(first.reader().session(session)->imported);
    CHECK(append_now(*first.writer, session, {first.maker.opened(5)}).status);
}

TEST_CASE("a forged event with a known id is set aside and named, with what hangs on it") {
    Laptop first(1), forger(2), third(3);
    const std::string ani = first.person("DP-01");
    const std::string session = first.maker.session();
    std::vector<StoredEvent> events{first.maker.started(ani), first.maker.decided(2, "KS-O1", 4)};
    append_now(*first.writer, session, events);
    StoredEvent forged = events[1];
    forged.payload = R"({"indicator":"KS-O1","score":10})";
    forged.payload_hash = payload_hash(forged.type, forged.payload);
    append_now(*forger.writer, session, {events[0], forged, forger.maker.finished(3)});
    (void)third.merge({first.exported("a")});
    const std::string before = content_of(third.path());
    const Merged merged = third.merge({forger.exported("b")});
    CHECK(merged.files[0].set_aside == 2);
    CHECK(merged.events == 0);
    CHECK(content_of(third.path()) == before);
    const auto aside = third.reader().set_aside();
    REQUIRE(aside->size() == 2);
    CHECK(aside->at(0).reason == "id-taken");
    CHECK(aside->at(0).event.payload == forged.payload);
    CHECK(aside->at(1).reason == "session-differs");
    (void)third.merge({forger.exported("b")});
    CHECK(third.reader().set_aside()->size() == 2);
}

TEST_CASE("nobody goes on with a session that was written here") {
    Laptop first(1), forger(2);
    const std::string ani = first.person("DP-01");
    const std::string session = first.maker.session();
    const StoredEvent started = first.maker.started(ani);
    append_now(*first.writer, session, {started});
    append_now(*forger.writer, session, {started, forger.maker.decided(2, "KS-O1", 10)});
    const Merged merged = first.merge({forger.exported("b")});
    CHECK(merged.files[0].set_aside == 1);
    CHECK(first.reader().set_aside()->at(0).reason == "own-session");
    CHECK(first.reader().session(session)->last_seq == 1);
}

TEST_CASE("an event id that another session has already is set aside") {
    Laptop first(1), forger(2);
    const std::string ani = first.person("DP-01");
    const std::string session = first.maker.session(), other = first.maker.session();
    const StoredEvent started = first.maker.started(ani), decided = first.maker.decided(2, "KS-O1", 4);
    append_now(*first.writer, session, {started, decided});
    append_now(*forger.writer, other, {forger.maker.started(ani), decided});
    const std::string whole = forger.maker.session();
    append_now(*forger.writer, whole, {started});
    SQLite::Database(forger.path(), SQLite::OPEN_READWRITE).exec("PRAGMA foreign_keys=OFF");
    const Merged merged = first.merge({forger.exported("b")});
    CHECK(merged.files[0].set_aside == 2);
    CHECK(merged.sessions == 1);
    CHECK(first.reader().session(other)->last_seq == 1);
    CHECK(code_of(first.reader().session(whole)) == "session-unknown");
    CHECK(first.reader().verify());
}

TEST_CASE("unknown event types are kept, and events of a clock that is ahead are kept and counted") {
    Laptop first(1), second(2);
    const std::string ani = first.person("DP-01");
    const std::string session = first.maker.session();
    append_now(*first.writer, session, {first.maker.started(ani), first.maker.make(2, "dreamt", R"({"of":"sheep"})"), first.maker.decided(3, "KS-O1", 4)});
    const std::string file = first.exported("a");
    second.now = base::Time(std::chrono::milliseconds(1'600'000'000'000)); // years before the events
    const Merged merged = second.merge({file});
    CHECK(merged.files[0].unknown == 1);
    CHECK(merged.files[0].ahead == 3);
    CHECK(second.reader().session(session)->needs_newer);
    CHECK(second.reader().events(session)->at(1).payload == R"({"of":"sheep"})");
    CHECK(second.reader().decisions(ani)->empty());
    CHECK(content_of(second.path()) == content_of(first.path()));
}

TEST_CASE("a known laptop with another key is refused until it is trusted") {
    Laptop first(1, "Laptop 1"), second(2);
    first.practise(first.person("DP-01"));
    (void)second.merge({first.exported("a")});
    std::filesystem::remove_all(first.folder / "keys");
    first.practise(first.person("DP-02"));
    const std::string file = first.exported("b");
    const Merged refused = second.merge({file});
    REQUIRE(refused.files[0].error.has_value());
    CHECK(refused.files[0].error->code == "site-key-changed");
    CHECK(refused.sessions == 0);
    CHECK(second.reader().sessions()->size() == 1);
    const Merged trusted = second.merge({file}, true);
    CHECK(trusted.files[0].new_key);
    CHECK(trusted.sessions == 1);
    CHECK_FALSE(second.merge({file}).files[0].error.has_value());
}

TEST_CASE("two people with one code stay two, are told apart, and the newer name of one person counts") {
    Laptop first(1), second(2);
    const std::string ani = first.person("DP-01", "Ani");
    const std::string session = first.practise(ani);
    const std::string other = second.person("DP-01", "Andi");
    second.practise(other);
    const std::string early = first.exported("early");
    const Merged merged = second.merge({early});
    CHECK(merged.same_codes == std::vector<std::string>{"DP-01"});
    Reader reader = second.reader();
    REQUIRE(reader.people()->size() == 2);
    CHECK(reader.people()->at(0).code == "DP-01");
    CHECK(reader.people()->at(1).code == "DP-01 (2)");
    CHECK(reader.person_with_code("DP-01 (2)")->id == ani);
    CHECK(reader.session(session)->person_code == "DP-01 (2)");
    CHECK(reader.decisions(ani)->size() == 1);
    first.now += std::chrono::hours(1);
    CHECK(first.writer->change_person({ani, "DP-09", "Ani Lestari"}));
    const std::string late = first.exported("late");
    (void)second.merge({late, early});
    CHECK(reader.person_with_code("DP-09")->name == "Ani Lestari");
    CHECK(second.writer->ensure_person("DP-01")->id == other);
}

TEST_CASE("two records of one person are joined by saying so, and that can be taken back on any laptop") {
    Laptop first(1), second(2), third(3);
    const std::string here = first.person("DP-01"), there = second.person("DP-77");
    first.practise(here);
    second.practise(there);
    (void)first.merge({second.exported("b")});
    CHECK(first.reader().decisions(here)->size() == 1);
    CHECK(first.writer->say_same_person(here, there, true));
    CHECK(first.reader().decisions(here)->size() == 2);
    CHECK(first.reader().decisions(there)->size() == 2);
    CHECK(code_of(first.writer->say_same_person(here, here, true)) == "same-person-itself");
    CHECK(code_of(first.writer->say_same_person(here, first.maker.session(), true)) == "person-unknown");
    const std::string joined = first.exported("joined");
    (void)third.merge({joined});
    CHECK(third.reader().decisions(there)->size() == 2);
    third.now -= std::chrono::hours(24 * 365); // a clock that is behind still has the last word
    CHECK(third.writer->say_same_person(there, here, false));
    CHECK(third.reader().decisions(there)->size() == 1);
    (void)first.merge({third.exported("parted"), joined});
    CHECK(first.reader().decisions(here)->size() == 1);
    CHECK(content_of(first.path()) == content_of(third.path()));
}

TEST_CASE("work can be stopped, and the same call brings the rest") {
    Laptop first(1), second(2);
    first.practise(first.person("DP-01"));
    const std::string file = first.exported("a");
    MergeOptions options;
    options.files = {file};
    options.progress = [](std::int64_t, std::int64_t) { return false; };
    const auto stopped = second.writer->merge(options);
    REQUIRE(stopped);
    CHECK(stopped->stopped);
    CHECK(Reader::open(second.path())->sessions()->empty());
    CHECK(second.merge({file}).sessions == 1);
}
