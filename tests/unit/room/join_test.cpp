#include <doctest/doctest.h>

#include "support/room_house.h"

using namespace timbang;
using namespace timbang::tests;

TEST_CASE("a seat is taken with the code, and its token brings it back") {
    RoomHouse house;
    RoomClient client = house.come();
    client.say(R"({"t":"hello","protocol":1})");
    CHECK(client.hear() == R"({"t":"need-code"})");
    client.say(R"({"t":"code","code":"482917"})");
    const auto seats = client.hear_of("seats");
    REQUIRE(seats);
    CHECK(seats->find(R"({"group":1,"seats":[{"seat":"01","taken":false,"way":"phone"})") != std::string::npos);
    client.say(R"({"t":"take","code":"482917","seat":"12"})");
    const auto joined = client.hear_of("joined");
    REQUIRE(joined);
    CHECK(joined == R"({"t":"joined","token":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1","seats":["12"]})");
    CHECK(client.hear_of("case"));
    CHECK(client.hear_of("state", "\"here\":1"));
    client.close();

    RoomClient again = house.come();
    again.say(R"({"t":"hello","protocol":1,"token":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa1"})");
    const auto you = again.hear_of("you");
    REQUIRE(you);
    CHECK(you->find(R"("seats":["12"])") != std::string::npos);
    house.on_host([&] { CHECK(house.desk.state.seats[11].token_hash.size() == 64); });
}

TEST_CASE("a seat that somebody holds is refused to another device") {
    RoomHouse house;
    const RoomClient first = house.sit("12");
    RoomClient second = house.come();
    second.say(R"({"t":"take","code":"482917","seat":"12"})");
    CHECK(second.hear_of("refused") == R"({"t":"refused","reason":"seat-taken"})");
    second.say(R"({"t":"take","code":"482917","seat":"99"})");
    CHECK(second.hear_of("refused") == R"({"t":"refused","reason":"unknown-seat"})");
}

TEST_CASE("a vote is answered once it is kept") {
    RoomHouse house;
    RoomClient client = house.sit("12");
    REQUIRE(house.lead(room_command::OpenRound{{0}}));
    CHECK(client.hear_of("state", "first-vote"));
    client.say(RoomHouse::vote("v-1", "12", 1, 6));
    CHECK(client.hear_of("kept") == R"({"t":"kept","id":"v-1"})");
    const auto you = client.hear_of("you", "\"score\":6");
    CHECK(you);
    house.on_host([&] { CHECK(house.desk.state.rounds[0].votes.size() == 1); });
}
