// What statistics over everybody read: last decisions and first votes, with what they were about.
#include "unit/store/store_fixture.h"

using namespace timbang;
using namespace timbang::store;
using namespace timbang::test;

TEST_CASE("last decisions of everybody come one by one, without those of automatic players") {
    const TempFolder folder;
    EventMaker maker;
    const auto writer = Writer::open(options_in(folder));
    const std::string first = maker.session(), second = maker.session(), machine = maker.session();
    const std::string ani = maker.session(), budi = maker.session();
    append_now(**writer, first, {maker.started(ani), maker.decided(2, "KS-O1", 4), maker.decided(3, "KS-O1", 6),
                                 maker.make(4, "scored", R"({"indicator":"KS-O1","key_hash":"k1","reason":"","result":"{\"exact\":true,\"item_hash\":\"i7\"}"})")});
    append_now(**writer, second, {maker.started(budi, "case-b"), maker.decided(2, "KS-O2", 8)});
    append_now(**writer, machine, {maker.started(ani, "case-a", "lenient"), maker.decided(2, "KS-O1", 10)});
    auto reader = Reader::open(folder / "records.db");
    std::vector<DecisionRow> rows;
    CHECK(reader->all_decisions([&](const DecisionRow& row) { rows.push_back(row); return true; }));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].person == ani);
    CHECK(rows[0].score == 6);
    CHECK(rows[0].item_hash == "i7");
    CHECK(rows[0].version == "2");
    CHECK(rows[0].content_hash == "c1");
    CHECK(rows[0].mode == "practise");
    CHECK(rows[1].scenario == "case-b");
    CHECK(rows[1].item_hash.empty());
    CHECK(reader->decisions(ani)->at(0).item_hash == "i7");
    int seen = 0;
    CHECK(reader->all_decisions([&](const DecisionRow&) { ++seen; return false; }));
    CHECK(seen == 1);
}

TEST_CASE("first votes of a person, and of everybody, say what they were about") {
    const TempFolder folder;
    EventMaker maker;
    const auto writer = Writer::open(options_in(folder));
    const std::string room = maker.session(), ani = maker.session(), budi = maker.session();
    append_now(**writer, room, {maker.room_started("case-r"), maker.voted(2, ani, "first", 4), maker.voted(3, budi, "first", 6),
                                maker.vote_scored(4, ani, true), maker.voted(5, ani, "second", 8), maker.voted(6, "group 1", "group", 8)});
    auto reader = Reader::open(folder / "records.db");
    const auto of_ani = reader->votes_of(ani);
    REQUIRE(of_ani->size() == 1);
    CHECK(of_ani->at(0).score == 4);
    CHECK(of_ani->at(0).exact == true);
    CHECK(of_ani->at(0).scenario == "case-r");
    CHECK(of_ani->at(0).version == "2");
    CHECK(of_ani->at(0).content_hash == "c1");
    CHECK(of_ani->at(0).framework == "practice-22-2021");
    std::vector<std::string> people;
    CHECK(reader->all_votes([&](const VoteRow& row) { people.push_back(row.person); return true; }));
    CHECK(people == std::vector{ani, budi});
}
