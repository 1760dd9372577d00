// Forgetting somebody, here and wherever the record goes.
#include "store/recovery.h"
#include "unit/store/merge_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

namespace {

/// Whether these bytes stand anywhere in the files of the record.
bool traces(const Laptop& laptop, const std::string& text) {
    for (const std::string& name : base::list_folder(laptop.folder.path()))
        if (name.starts_with("records.db") && bytes_in(laptop.folder / name).find(text) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("details and free texts go, and no byte of them stays in the files; decisions stay") {
    Laptop laptop(1);
    const std::string ani = laptop.person("DP-0417", "Ani Lestari"), budi = laptop.person("DP-02", "Budi Santoso");
    laptop.practise(ani, "KS-O1", 4, "Tulisan rahasia Ani");
    laptop.practise(budi, "KS-O1", 4, "Tulisan Budi");
    append_now(*laptop.writer, laptop.maker.session(), {laptop.maker.room_started(), laptop.maker.voted(2, ani, "first", 4, 1, "Alasan lisan Ani"), laptop.maker.voted(3, budi, "first", 4, 1, "Alasan lisan Budi")});
    const auto forgotten = laptop.writer->forget({"DP-0417", false});
    REQUIRE_MESSAGE(forgotten.ok(), code_of(forgotten));
    CHECK(forgotten->texts == 2);
    for (const char* text : {"Ani Lestari", "DP-0417", "Tulisan rahasia Ani", "Alasan lisan Ani"}) CHECK_MESSAGE(!traces(laptop, text), text);
    CHECK(traces(laptop, "Tulisan Budi"));
    CHECK(laptop.reader().decisions(ani)->size() == 1);
    CHECK(laptop.reader().votes_of(ani)->size() == 1);
    CHECK(laptop.reader().people()->size() == 1);
    CHECK(laptop.reader().verify());
    CHECK(code_of(laptop.writer->forget({"DP-0417", false})) == "person-unknown");
    CHECK(laptop.writer->ensure_person("DP-0417")->id != ani); // whoever comes now is somebody else
}

TEST_CASE("with the decisions nothing stays but the numbers of a room's events") {
    Laptop laptop(1);
    const std::string ani = laptop.person("DP-01", "Ani"), budi = laptop.person("DP-02");
    laptop.practise(ani);
    laptop.practise(budi);
    const std::string room = laptop.maker.session();
    append_now(*laptop.writer, room, {laptop.maker.room_started(), laptop.maker.voted(2, ani, "first", 4), laptop.maker.voted(3, budi, "first", 6), laptop.maker.vote_scored(4, ani, true)});
    CHECK(code_of(laptop.writer->forget({"DP-01", true})) == "forget-room-open");
    append_now(*laptop.writer, room, {laptop.maker.make(5, "room_ended", "{}")});
    const auto forgotten = laptop.writer->forget({"DP-01", true});
    REQUIRE(forgotten);
    CHECK(forgotten->sessions == 1);
    CHECK_FALSE(traces(laptop, ani + "\""));
    CHECK(laptop.reader().decisions(ani)->empty());
    CHECK(laptop.reader().votes_of(ani)->empty());
    CHECK(laptop.reader().sessions()->size() == 2);
    CHECK(laptop.reader().votes_in(room)->size() == 1);
    CHECK(laptop.reader().events(room)->size() == 3); // the others are empty and left out
    CHECK(laptop.reader().session(room)->last_seq == 5);
    CHECK(laptop.reader().verify());
    const std::string before = content_of(laptop.path());
    CHECK(laptop.writer->rebuild());
    CHECK(content_of(laptop.path()) == before);
}

TEST_CASE("an old export brings nobody back, and a new one forgets them elsewhere") {
    Laptop first(1), second(2), third(3);
    const std::string ani = first.person("DP-01", "Ani Lestari");
    first.practise(ani, "KS-O1", 4, "Tulisan rahasia");
    append_now(*first.writer, first.maker.session(), {first.maker.room_started(), first.maker.voted(2, ani, "first", 4, 1, "Alasan lisan"), first.maker.make(3, "room_ended", "{}")});
    const std::string old = first.exported("old");
    (void)second.merge({old});
    CHECK(first.writer->forget({"DP-01", true}));
    const Merged back = first.merge({old});
    CHECK(back.sessions == 0);
    CHECK(back.people == 0);
    const std::string fresh = first.exported("fresh");
    CHECK(second.merge({fresh}).forgotten == 1);
    (void)third.merge({old, fresh, old});
    for (Laptop* laptop : {&first, &second, &third}) {
        CHECK(laptop->reader().people()->empty());
        CHECK(laptop->reader().decisions(ani)->empty());
        CHECK(content_of(laptop->path()) == content_of(first.path()));
        for (const char* text : {"Ani Lestari", "Tulisan rahasia", "Alasan lisan"}) CHECK_MESSAGE(!traces(*laptop, text), text);
    }
}

TEST_CASE("whoever is said to be the same person is forgotten together, and copies on this computer go") {
    Laptop laptop(1);
    const std::string ani = laptop.person("DP-01"), again = laptop.person("DP-91"), budi = laptop.person("DP-02");
    CHECK(laptop.writer->say_same_person(ani, again, true));
    laptop.practise(again);
    std::ofstream(laptop.path() + ".before-2") << "a copy";
    RecoveryFile theirs{laptop.maker.session(), {laptop.maker.started(ani), laptop.maker.decided(2, "KS-O1", 4)}};
    RecoveryFile others{laptop.maker.session(), {laptop.maker.started(budi)}};
    const std::string recovery = laptop.folder / "recovery";
    CHECK(base::make_folders(recovery));
    const std::string path = new_recovery_path(recovery, theirs.session), kept = new_recovery_path(recovery, others.session);
    CHECK(write_recovery(path, theirs));
    CHECK(write_recovery(kept, others));
    std::ofstream(base::join_path(recovery, "broken.recovery")) << "x";
    const auto forgotten = laptop.writer->forget({"DP-91", true});
    REQUIRE(forgotten);
    CHECK(forgotten->people == std::vector{again, ani});
    CHECK(forgotten->removed.size() == 2);
    CHECK(forgotten->left == std::vector{base::join_path(recovery, "broken.recovery")});
    CHECK(base::file_kind(path) == base::FileKind::Missing);
    CHECK(base::file_kind(kept) == base::FileKind::File);
    CHECK(base::file_kind(laptop.path() + ".before-2") == base::FileKind::Missing);
    CHECK(laptop.reader().people()->size() == 1);
}

TEST_CASE("when the file cannot be written anew it is said, and the same command does it later") {
    Laptop laptop(1);
    laptop.practise(laptop.person("DP-01"), "KS-O1", 4, "Tulisan rahasia");
    {
        SQLite::Database reader(laptop.path()); // reads on, so that the log cannot be emptied
        SQLite::Statement busy(reader, "SELECT * FROM event");
        CHECK(busy.executeStep());
        const auto held = laptop.writer->forget({"DP-01", false});
        REQUIRE_FALSE(held.ok());
        CHECK(chain_of(held.error()).starts_with("forget-not-compacted < records-locked"));
        CHECK(laptop.reader().people()->empty());
    }
    CHECK(laptop.writer->forget({"DP-01", false}));
    CHECK_FALSE(traces(laptop, "Tulisan rahasia"));
    CHECK(code_of(laptop.writer->forget({"DP-01", false})) == "person-unknown");
    CHECK(rows_of(laptop.path(), "SELECT count(*) FROM meta WHERE key='compact'") == "0|\n");
}

TEST_CASE("what was said of a vote goes from sessions of nobody, where the vote itself never came, and does not come back") {
    Laptop laptop(1), other(2);
    const std::string ani = laptop.person("DP-01", "Ani"), session = laptop.maker.session();
    append_now(*laptop.writer, session, {laptop.maker.started(""), laptop.maker.vote_scored(2, ani, true), laptop.maker.finished(3)});
    const std::string before = laptop.exported("before");
    REQUIRE(laptop.writer->forget({"DP-01", true}));
    CHECK(laptop.reader().events(session)->size() == 2);
    other.merge({laptop.exported("after")});
    const std::string once = content_of(other.path());
    other.merge({before});
    CHECK(other.reader().events(session)->size() == 2);
    CHECK(content_of(other.path()) == once);
}

TEST_CASE("votes of somebody forgotten go from sessions that are no rooms too, here and where they are merged") {
    for (const bool of_budi : {false, true}) {
        CAPTURE(of_budi);
        Laptop laptop(1), other(2);
        const std::string ani = laptop.person("DP-01", "Ani"), budi = laptop.person("DP-02"), session = laptop.maker.session();
        StoredEvent begun = laptop.maker.started(of_budi ? budi : ""); // as only somebody else's program writes it
        append_now(*laptop.writer, session,
                   {begun, laptop.maker.voted(2, ani, "first", 4, 1, "Alasan lisan Ani"), laptop.maker.finished(3)});
        const std::string before = laptop.exported("before");
        REQUIRE(laptop.reader().votes_of(ani)->size() == 1);
        REQUIRE(laptop.writer->forget({"DP-01", true}));
        CHECK_FALSE(traces(laptop, "Alasan lisan Ani"));
        CHECK(laptop.writer->rebuild());
        CHECK(laptop.reader().votes_in(session)->empty());
        other.merge({laptop.exported("after"), before});
        CHECK(other.writer->rebuild());
        CHECK(other.reader().votes_in(session)->empty());
        CHECK_FALSE(traces(other, "Alasan lisan Ani"));
        const std::string once = content_of(other.path());
        other.merge({before, laptop.folder / "after"});
        CHECK(content_of(other.path()) == once);
    }
}
