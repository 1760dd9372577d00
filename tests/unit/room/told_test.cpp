#include <doctest/doctest.h>

#include "support/room_table.h"

using namespace timbang;
using namespace timbang::tests;
using nlohmann::json;

namespace {

json list(std::initializer_list<const char*> codes) {
    return json(std::vector<std::string>(codes.begin(), codes.end()));
}

} // namespace

TEST_CASE("the case is told with its scales, in words, and without what is hidden") {
    RoomTable table;
    PaperPeer peer;
    table.sit(peer, "01");
    const json told = peer.last("case");
    REQUIRE(told.is_object());
    CHECK(told["district"] == "Contoh Raya");
    CHECK(told["indicators"].size() == 2);
    CHECK(told["indicators"][0]["code"] == "HA-O1");
    CHECK(told["indicators"][0]["scores"][5]["score"] == 10);
    CHECK(told["indicators"][0]["scores"][5]["text"]["id"] == "≥ 95%");
    CHECK(told["evidence"].size() == 2);
    CHECK(told["evidence"][0]["pages"].size() == 2);
    CHECK(told["evidence"][0]["pages"][0]["hash"].get<std::string>().size() == 32);
    CHECK(told["verdicts"].size() == 3);
}

TEST_CASE("a first vote is counted but its spread is told only when votes are shown") {
    RoomTable table;
    PaperPeer one, two;
    const int first = table.sit(one, "01"), second = table.sit(two, "02");
    REQUIRE(table.lead(room_command::OpenRound{{0}}));
    table.vote(first, "01", 2);
    table.push();
    CHECK(two.last("state")["round"]["votes"] == 1);
    CHECK(two.last("state")["round"]["of"] == 6);
    CHECK(two.last("state")["tallies"].empty());
    CHECK(two.all().find("\"score\":2,\"verdict\"") == std::string::npos); // nobody else's vote
    CHECK(one.last("you")["votes"][0]["score"] == 2);
    table.vote(second, "02", 6);
    REQUIRE(table.lead(room_command::ShowVotes{}));
    const json tally = two.last("state")["tallies"][0];
    CHECK(tally["kind"] == "first");
    CHECK(tally["votes"] == 2);
    CHECK(tally["scores"] == json({{0, 0}, {2, 1}, {4, 0}, {6, 1}, {8, 0}, {10, 0}}));
    CHECK(tally["consensus"] == false);
    CHECK(one.last("you")["group_first"][0]["scores"][1] == json({2, 1}));
}

TEST_CASE("with the spread only, counts wait for the reference") {
    FakeDesk desk(6, 3);
    desk.rules.show = ShowVotes::Spread;
    RoomTable table(std::move(desk));
    PaperPeer peer;
    const int client = table.sit(peer, "01");
    REQUIRE(table.lead(room_command::OpenRound{{0}}));
    table.vote(client, "01", 2);
    REQUIRE(table.lead(room_command::ShowVotes{}));
    json tally = peer.last("state")["tallies"][0];
    CHECK_FALSE(tally.contains("scores"));
    CHECK_FALSE(tally.contains("verdicts"));
    CHECK(tally["lowest"] == 2);
    CHECK(tally["highest"] == 2);
    json group = peer.last("you")["group_first"][0]; // nor to a group about its own
    CHECK_FALSE(group.contains("scores"));
    CHECK(group["lowest"] == 2);
    CHECK(group["highest"] == 2);
    REQUIRE(table.lead(room_command::BeginDiscussion{}));
    REQUIRE(table.lead(room_command::OpenSecondVote{}));
    CHECK(peer.last("state")["tallies"].size() == 1);
    REQUIRE(table.lead(room_command::ShowReference{-1}));
    CHECK(peer.last("state")["tallies"].size() == 2);
    CHECK(peer.last("state")["tallies"][0].contains("scores"));
    CHECK(peer.last("you")["group_first"][0]["scores"][1] == json({2, 1}));
    CHECK(peer.last("state")["tallies"][1]["kind"] == "second");
}

TEST_CASE("on a computer that is passed on, votes stay folded until they are shown") {
    FakeDesk desk(6, 3);
    for (int seat = 0; seat < 3; ++seat)
        desk.rules.seats[static_cast<std::size_t>(seat)].way = WayIn::Shared;
    desk.state = initial_room(desk.rules);
    RoomTable table(std::move(desk));
    PaperPeer shared, phone;
    const int computer = table.sit_group(shared, 1);
    table.sit(phone, "04");
    CHECK(shared.last("joined")["seats"] == list({"01", "02", "03"}));
    REQUIRE(table.lead(room_command::OpenRound{{0}}));
    table.vote(computer, "02", 8, "first", "why so");
    table.push();
    json you = shared.last("you");
    CHECK(you["way"] == "shared");
    CHECK(you["votes"].empty());
    CHECK(you["voted"] == list({"02"}));
    CHECK(shared.all().find("why so") == std::string::npos);
    REQUIRE(table.lead(room_command::ShowVotes{}));
    CHECK(shared.last("you")["votes"][0]["score"] == 8);
    CHECK(phone.last("you").contains("voted") == false);
    REQUIRE(table.lead(room_command::OpenSecondVote{}));
    table.vote(computer, "02", 4, "second");
    table.push();
    CHECK(shared.last("you")["votes"].size() == 1);
    CHECK(shared.last("you")["voted"] == list({"02"}));
    CHECK(table.hub->seats_of("token-1").size() == 3);
}

TEST_CASE("a reference comes with what each is told, when it is shown, and without a quote of what is hidden") {
    FakeDesk desk(6, 3);
    room::ShownReference reference;
    reference.task = 0;
    reference.verdict = Verdict::Return;
    reference.score = 6;
    reference.why = words("the canary");
    reference.rules = {"data-year"};
    reference.panel = {{6, 3}, {8, 1}};
    reference.rests_on = {{"report", 1, "2023", {19, 23}}, {"answer", 1, "hidden words", {0, 5}}};
    reference.seats.resize(6);
    reference.seats[0] = {words("your reply"), "wrong-year"};
    desk.shown.references = {reference};
    RoomTable table(std::move(desk));
    PaperPeer one, two;
    table.sit(one, "01");
    table.sit(two, "02");
    REQUIRE(table.lead(room_command::OpenRound{{0, 1}}));
    REQUIRE(table.lead(room_command::ShowVotes{}));
    REQUIRE(table.lead(room_command::OpenSecondVote{}));
    CHECK(one.all().find("canary") == std::string::npos);
    REQUIRE(table.lead(room_command::ShowReference{1}));
    CHECK(one.all().find("canary") == std::string::npos);
    CHECK(one.all().find("your reply") == std::string::npos);
    REQUIRE(table.lead(room_command::ShowReference{0}));
    const json told = one.last("state")["references"][0];
    CHECK(told["score"] == 6);
    CHECK(told["why"]["en"] == "the canary");
    CHECK(told["rules"][0]["code"] == "T-2");
    CHECK(told["panel"] == json({{6, 3}, {8, 1}}));
    CHECK(told["rests_on"].size() == 1);
    CHECK(one.last("you")["feedback"][0]["why"]["en"] == "your reply");
    CHECK(one.last("you")["feedback"][0]["type"]["id"] == "wrong-year");
    CHECK(two.last("you")["feedback"].empty());
    CHECK(one.all().find("hidden words") == std::string::npos);
    CHECK(two.all().find("your reply") == std::string::npos);
}

TEST_CASE("the second screen shows what the console allows") {
    RoomTable table;
    table.desk.shown.screen = room::Screen::Votes;
    table.desk.shown.screen_task = "HA-O1";
    PaperPeer screen, stranger, phone;
    const int client = table.come(screen), other = table.come(stranger);
    table.hub->hear(other, R"({"t":"projector","token":"guess"})");
    CHECK(stranger.sent == std::vector<std::string>{R"({"t":"need-code"})"});
    table.hub->hear(client, R"({"t":"projector","token":"screen"})");
    json told = screen.last("screen");
    CHECK(told["join"]["code"] == "482917");
    CHECK(told["join"]["qr"]["rows"].size() == told["join"]["qr"]["size"]);
    const int voter = table.sit(phone, "01");
    REQUIRE(table.lead(room_command::OpenRound{{0}}));
    table.vote(voter, "01", 2, "first", "a private reason");
    REQUIRE(table.lead(room_command::ShowVotes{}));
    CHECK(screen.last("screen")["state"]["tallies"].size() == 1);
    table.desk.shown.screen = room::Screen::Waiting;
    table.desk.touch();
    table.hub->changed();
    table.push();
    CHECK(screen.last("screen")["state"]["tallies"].empty());
    CHECK(screen.all().find("a private reason") == std::string::npos);
    table.desk.shown.screen_reason = room::ShownReason{"a private reason", ""};
    table.desk.touch();
    table.hub->changed();
    table.push();
    CHECK(screen.last("screen")["reason"]["text"] == "a private reason");
}

TEST_CASE("a device is asked before a name is shown, and only its own answer counts") {
    RoomTable table;
    table.desk.shown.asks = {{7, 0, "well read"}};
    PaperPeer one, two;
    const int mine = table.sit(one, "01"), other = table.sit(two, "02");
    CHECK(one.last("you")["ask"]["ask"] == 7);
    CHECK(two.last("you")["ask"].is_null());
    table.hub->hear(other, R"({"t":"name","ask":7,"yes":true})");
    CHECK(table.desk.names.empty());
    table.hub->hear(mine, R"({"t":"name","ask":7,"yes":false})");
    CHECK(table.desk.names == std::vector<std::pair<int, bool>>{{7, false}});
}

TEST_CASE("a decision of the group comes from its computer or from who speaks for it") {
    FakeDesk desk(6, 3);
    desk.rules.group_second = true;
    RoomTable table(std::move(desk));
    PaperPeer speaker, member;
    const int speaks = table.sit(speaker, "01"), listens = table.sit(member, "02");
    REQUIRE(table.lead(room_command::OpenRound{{0}}));
    REQUIRE(table.lead(room_command::ShowVotes{}));
    REQUIRE(table.lead(room_command::OpenSecondVote{}));
    const std::string decision =
        R"({"t":"vote","id":"g","group":1,"round":1,"indicator":"HA-O1","kind":"group","score":4,)"
        R"("verdict":"return","confidence":2,"members":["01","02"]})";
    table.hub->hear(listens, decision);
    CHECK(member.last("refused")["reason"] == "unknown-seat");
    table.hub->hear(speaks, decision);
    CHECK(speaker.last("kept")["id"] == "g");
    table.push();
    CHECK(member.last("you")["group_votes"][0]["members"] == list({"01", "02"}));
    CHECK(member.last("state")["round"]["votes"] == 1);
    CHECK(member.last("state")["round"]["of"] == 2);
}

TEST_CASE("everybody is told at most four times a second, and nothing that is no news") {
    RoomTable table;
    PaperPeer peer, other;
    table.sit(peer, "01");
    table.push();
    const int voter = table.sit(other, "02");
    REQUIRE(table.lead(room_command::OpenRound{{0, 1}}));
    const std::size_t before = peer.sent.size();
    for (int i = 0; i < 20; ++i) {
        table.vote(voter, "02", 2 * (i % 5), "first", "", i % 2 == 0 ? "HA-O1" : "HB-P1");
        CHECK_FALSE(table.hub->tick());
    }
    CHECK(peer.sent.size() == before);
    table.push();
    CHECK(peer.sent.size() == before + 1); // one state; its own page did not change
    for (int i = 0; i < 10; ++i) {
        table.hub->changed();
        table.push();
    }
    CHECK(peer.sent.size() == before + 1);
}
