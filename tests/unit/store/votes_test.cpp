#include <doctest/doctest.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include "base/rng.h"
#include "store/project.h"
#include "store_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

namespace {

/// A record with one room in it.
struct RoomRecord {
    TempFolder folder;
    WriterOptions options = options_in(folder);
    EventMaker maker;
    std::string session = maker.session();
    std::unique_ptr<Writer> writer = Writer::open(options).value();

    RoomRecord() { add({maker.room_started()}); }

    void add(std::vector<StoredEvent> events) { REQUIRE(append_now(*writer, session, std::move(events)).status); }
    [[nodiscard]] Reader reader() const { return Reader::open(options.path).value(); }
    [[nodiscard]] std::vector<VoteRow> votes() const { return *reader().votes_in(session); }
    [[nodiscard]] SessionRow row() const { return *reader().session(session); }
};

/// "person kind score" of each vote.
std::vector<std::string> words(const std::vector<VoteRow>& votes) {
    std::vector<std::string> said;
    for (const VoteRow& vote : votes)
        said.push_back((vote.person.empty() ? "-" : vote.person) + " " + vote.kind + " " +
                       std::to_string(vote.score.value_or(-1)));
    return said;
}

} // namespace

TEST_CASE("the newest vote of a person takes the place of the older one") {
    RoomRecord record;
    record.add({record.maker.voted(2, "p-1", "first", 6, 1, "because"), record.maker.voted(3, "p-2", "first", 2),
                record.maker.voted(4, "p-1", "first", 4), record.maker.voted(5, "p-1", "second", 2),
                record.maker.voted(6, "p-1", "first", 8, 2)});
    CHECK(words(record.votes()) ==
          std::vector<std::string>{"p-2 first 2", "p-1 first 4", "p-1 second 2", "p-1 first 8"});
    const VoteRow vote = record.votes()[1];
    CHECK(vote.round == 1);
    CHECK(vote.indicator == "KS-O1");
    CHECK(vote.verdict == "return");
    CHECK(vote.confidence == 2);
    CHECK(vote.way == "phone");
    CHECK(vote.person_code == "p-1"); // somebody who was not known is added under the id
    CHECK_FALSE(vote.exact);
}

TEST_CASE("decisions of groups, and votes of seats without a person, stay apart") {
    RoomRecord record;
    record.add({record.maker.voted(2, "group 1", "group", 6), record.maker.voted(3, "group 2", "group", 2),
                record.maker.voted(4, "group 1", "group", 4), record.maker.voted(5, "", "second", 1, 1, "", "07"),
                record.maker.voted(6, "", "second", 2, 1, "", "08"),
                record.maker.voted(7, "", "second", 3, 1, "", "07")});
    CHECK(words(record.votes()) == std::vector<std::string>{"- group 2", "- group 4", "- second 2", "- second 3"});
}

TEST_CASE("what the comparison said of a first vote stands beside it, and the newest counts") {
    RoomRecord record;
    record.add({record.maker.voted(2, "p-1", "first", 6), record.maker.voted(3, "p-1", "second", 2),
                record.maker.voted(4, "p-2", "first", 6), record.maker.vote_scored(5, "p-1", false),
                record.maker.vote_scored(6, "nobody", true), record.maker.vote_scored(7, "p-1", true, 2)});
    CHECK(record.votes()[0].exact == false);
    CHECK(record.votes()[0].key_hash == "k1");
    CHECK(record.votes()[0].result == R"({"exact":false})");
    CHECK_FALSE(record.votes()[1].exact);
    CHECK_FALSE(record.votes()[2].exact);
    record.add({record.maker.vote_scored(8, "p-1", true)});
    CHECK(record.votes()[0].exact == true);
}

TEST_CASE("a room is known, belongs to nobody, and ends when the room ends") {
    RoomRecord record;
    std::vector<StoredEvent> events;
    std::int64_t seq = 2;
    for (const char* type : {"seat_taken", "seat_freed", "seat_added", "seats_set", "round_opened", "vote_closed",
                             "vote_reopened", "votes_shown", "discussion_begun", "second_vote_opened",
                             "second_vote_passed_over", "reference_shown", "timer_set", "comment", "round_closed"})
        events.push_back(record.maker.make(seq++, type, "{}"));
    events.push_back(record.maker.finished(seq++)); // of the script
    record.add(std::move(events));
    CHECK(record.row().mode == "room");
    CHECK(record.row().person.empty());
    CHECK(record.row().person_code.empty());
    CHECK_FALSE(record.row().needs_newer);
    CHECK(record.row().state == SessionState::Open);
    record.add({record.maker.make(seq, "room_ended", "{}")});
    CHECK(record.row().state == SessionState::Finished);
    CHECK(record.row().ended);
}

TEST_CASE("votes never count as decisions of a person") {
    RoomRecord record;
    record.add({record.maker.voted(2, "p-1", "first", 6), record.maker.vote_scored(3, "p-1", true),
                record.maker.decided(4, "KS-O1", 6)}); // the room's answer, which the script goes on with
    CHECK(record.reader().decisions("p-1")->empty());
    CHECK(record.reader().open_sessions("p-1")->empty());
    CHECK(record.reader().last_results("p-1")->empty());
    CHECK(record.row().decided == 1);
    CHECK(record.row().voted == 1);
}

TEST_CASE("a vote that says too little is kept as an event alone") {
    RoomRecord record;
    record.add({record.maker.make(2, "voted", "{}"), record.maker.make(3, "voted", "[7]"),
                record.maker.make(4, "vote_scored", "{}"),
                record.maker.make(5, "voted", R"({"indicator":"KS-O1","round":1,"vote":"first"})")});
    CHECK(record.votes().size() == 1);
    CHECK_FALSE(record.votes()[0].score);
    CHECK(record.reader().events(record.session)->size() == 5);
}

TEST_CASE("votes made anew equal those made vote by vote") {
    RoomRecord record;
    base::Rng rng(5);
    std::vector<StoredEvent> events;
    for (std::int64_t seq = 2; seq < 1500; ++seq) {
        const int round = 1 + static_cast<int>(rng.below(3)), score = static_cast<int>(rng.below(10));
        const std::string person = "p-" + std::to_string(rng.below(12)), seat = std::to_string(rng.below(4));
        switch (rng.below(5)) {
        case 0:
            events.push_back(record.maker.vote_scored(seq, person, rng.below(2), round));
            break;
        case 1:
            events.push_back(record.maker.voted(seq, "group " + std::to_string(rng.below(3)), "group", score, round));
            break;
        case 2:
            events.push_back(record.maker.voted(seq, "", "first", score, round, "", seat));
            break;
        default:
            events.push_back(record.maker.voted(seq, person, rng.below(2) ? "first" : "second", score, round));
            break;
        }
    }
    record.add(std::move(events));
    const auto dump = [&] {
        SQLite::Database database(record.options.path);
        std::string all;
        SQLite::Statement statement(database, "SELECT * FROM vote ORDER BY session, seq");
        while (statement.executeStep())
            for (int i = 0; i < statement.getColumnCount(); ++i)
                all += statement.getColumn(i).getString() + "|";
        return all;
    };
    const std::string before = dump();
    CHECK(record.votes().size() == 3 * (12 * 2 + 3 + 4)); // every voter by now
    SQLite::Database(record.options.path, SQLite::OPEN_READWRITE)
        .exec("UPDATE vote SET score=99, exact=NULL WHERE seq%2; DELETE FROM vote WHERE seq%3=0");
    CHECK(dump() != before);
    REQUIRE(record.writer->rebuild());
    CHECK(dump() == before);
}

TEST_CASE("every type that this program writes is known") {
    const auto known = known_types();
    for (const char* type : {"decided", "voted", "vote_scored", "room_ended", "seat_taken", "comment", "timer_set"})
        CHECK(known.contains(type));
}
