#include <doctest/doctest.h>

#include "support/room_house.h"

using namespace timbang;
using namespace timbang::tests;

TEST_CASE("wrong codes are slowed for all together, and who has a seat is not touched") {
    room::Limits limits = RoomHouse::quick();
    limits.code_tries = 3;
    RoomHouse house(limits);
    RoomClient seated = house.sit("01");
    for (int i = 0; i < 3; ++i) {
        RoomClient guesser = house.come();
        guesser.say(R"({"t":"code","code":"000000"})");
        CHECK(guesser.hear() == R"({"t":"wrong-code"})");
    }
    RoomClient honest = house.come();
    honest.say(R"({"t":"code","code":"482917"})");
    REQUIRE(house.lead(room_command::OpenRound{{0}}));
    CHECK(seated.hear_of("state", "first-vote"));
    seated.say(RoomHouse::vote("v-1", "01", 1));
    CHECK(seated.hear_of("kept"));
    honest.say(R"({"t":"ping"})");
    CHECK(honest.hear() == R"({"t":"pong"})"); // and not the seats: the code has not had its turn
    house.now += 1000;
    CHECK(honest.hear_of("seats"));
}

TEST_CASE("a code that waits for its turn is asked once, whoever asks again or leaves") {
    room::Limits limits = RoomHouse::quick();
    limits.code_tries = 1;
    RoomHouse house(limits);
    RoomClient guesser = house.come();
    guesser.say(R"({"t":"code","code":"000000"})");
    CHECK(guesser.hear_of("wrong-code"));
    for (int i = 0; i < 5; ++i)
        guesser.say(R"({"t":"code","code":"111111"})");
    {
        RoomClient gone = house.come();
        gone.say(R"({"t":"code","code":"222222"})");
        gone.say(R"({"t":"ping"})");
        CHECK(gone.hear_of("pong"));
    }
    RoomClient honest = house.come();
    honest.say(R"({"t":"code","code":"482917"})");
    honest.say(R"({"t":"ping"})");
    CHECK(honest.hear_of("pong"));
    house.now += 1000; // the guesser's one turn
    CHECK(guesser.hear_of("wrong-code"));
    house.now += 2000; // nobody waits for the one who left
    CHECK(honest.hear_of("seats"));
}

TEST_CASE("a vote after closing, for another round, of another's seat or off the scale is refused") {
    RoomHouse house;
    RoomClient client = house.sit("12");
    client.say(RoomHouse::vote("early", "12", 1));
    CHECK(client.hear_of("refused") == R"({"t":"refused","id":"early","reason":"no-vote-open"})");
    REQUIRE(house.lead(room_command::OpenRound{{0}}));
    client.say(RoomHouse::vote("other", "13", 1));
    CHECK(client.hear_of("refused") == R"({"t":"refused","id":"other","reason":"unknown-seat"})");
    client.say(RoomHouse::vote("old", "12", 7));
    CHECK(client.hear_of("refused") == R"({"t":"refused","id":"old","reason":"no-vote-open"})");
    client.say(RoomHouse::vote("scale", "12", 1, 3));
    CHECK(client.hear_of("refused") == R"({"t":"refused","id":"scale","reason":"score-off-scale"})");
    client.say(RoomHouse::vote("what", "12", 1, 2, "XX-1"));
    CHECK(client.hear_of("refused") == R"({"t":"refused","id":"what","reason":"unknown-indicator"})");
    client.say(
        R"({"t":"vote","id":"g","group":3,"round":1,"indicator":"HA-O1","kind":"group","score":2,"verdict":"return","confidence":2,"members":["12"]})");
    CHECK(client.hear_of("refused") == R"({"t":"refused","id":"g","reason":"unknown-seat"})");
    client.say(RoomHouse::vote("good", "12", 1));
    CHECK(client.hear_of("kept") == R"({"t":"kept","id":"good"})");
    REQUIRE(house.lead(room_command::CloseVote{}));
    client.say(RoomHouse::vote("late", "12", 1, 8));
    CHECK(client.hear_of("refused") == R"({"t":"refused","id":"late","reason":"no-vote-open"})");
    client.say(RoomHouse::vote("good", "12", 1));
    CHECK(client.hear_of("kept") == R"({"t":"kept","id":"good"})");
    house.on_host([&] { CHECK(house.desk.state.rounds[0].votes.size() == 1); });
}

TEST_CASE("a vote is not acknowledged before it is kept, nor to a device that has left, and survives a drop") {
    RoomHouse house;
    std::string token;
    RoomClient client = house.sit("12", &token);
    REQUIRE(house.lead(room_command::OpenRound{{0}}));
    house.on_host([&] { house.desk.writing = FakeDesk::Writing::Held; });
    client.say(RoomHouse::vote("v", "12", 1));
    client.say(R"({"t":"ping"})");
    CHECK(client.hear_of("pong")); // the answer to the vote would have come first
    client.close();
    house.on_host([&] { house.desk.release(); });

    RoomClient again = house.come();
    again.say(R"({"t":"hello","protocol":1,"token":")" + token + "\"}");
    again.say(RoomHouse::vote("v", "12", 1));
    again.say(R"({"t":"ping"})");
    CHECK(again.hear_of("pong"));
    house.on_host([&] {
        CHECK(house.desk.held.size() == 1);
        house.desk.release();
    });
    CHECK(again.hear_of("kept") == R"({"t":"kept","id":"v"})");
    house.on_host([&] { CHECK(house.desk.state.rounds[0].votes.size() == 1); });
}

TEST_CASE("a vote that cannot be written is said to have failed") {
    RoomHouse house;
    RoomClient client = house.sit("12");
    REQUIRE(house.lead(room_command::OpenRound{{0}}));
    house.on_host([&] { house.desk.writing = FakeDesk::Writing::Failing; });
    client.say(RoomHouse::vote("v", "12", 1));
    CHECK(client.hear_of("failed") == R"({"t":"failed","id":"v"})");
}

TEST_CASE("silent connections are closed, and an HTTP request that never ends too") {
    RoomHouse house;
    RoomClient silent(house.port()), slow(house.port()), mute = house.come(), seated = house.sit("01");
    slow.write("GET / HTTP/1.1\r\nHost: 127");
    CHECK(silent.request("GET", "/").status == 200);
    house.settle();
    house.now += 10'001;
    CHECK(silent.ended());
    CHECK(slow.ended());
    CHECK(mute.ended());
    seated.say(R"({"t":"ping"})");
    CHECK(seated.hear_of("pong"));
}

TEST_CASE("a half-open connection is asked for a sign of life and ends without one") {
    RoomHouse house;
    RoomClient alive = house.sit("01"), dead = house.sit("02");
    dead.answer_pings = false;
    house.now += 31'000;
    CHECK(alive.hear_ping());
    CHECK(dead.hear_ping());
    alive.say(R"({"t":"ping"})");
    CHECK(alive.hear_of("pong"));
    house.now += 31'000;
    CHECK(dead.ended());
    CHECK(alive.hear_of("state", "\"here\":1"));
    alive.say(R"({"t":"ping"})");
    CHECK(alive.hear_of("pong"));
    house.on_host([&] { CHECK(house.desk.connections[1] == 0); });
}

TEST_CASE("with too many connections the oldest without a name gives way") {
    room::Limits limits = RoomHouse::quick();
    limits.connections = 3;
    RoomHouse house(limits);
    RoomClient seated = house.sit("01"), first = house.come(), second = house.come(), third = house.come();
    CHECK(first.ended());
    third.say(R"({"t":"take","code":"482917","seat":"02"})");
    CHECK(third.hear_of("joined"));
    second.say(R"({"t":"take","code":"482917","seat":"03"})");
    CHECK(second.hear_of("joined"));
    RoomClient fourth(house.port());
    CHECK(fourth.ended());
    seated.say(R"({"t":"ping"})");
    CHECK(seated.hear_of("pong"));
}

TEST_CASE("what is too long, no JSON or not text is answered and the connection stays") {
    RoomHouse house;
    RoomClient client = house.sit("01");
    client.say(R"({"t":"vote","id":"x","reason":")" + std::string(9000, 'a') + "\"}");
    CHECK(client.hear_of("error") == R"({"t":"error","reason":"too-long"})");
    client.say("not json");
    CHECK(client.hear_of("error") == R"({"t":"error","reason":"not-json"})");
    client.write(RoomClient::frame(R"({"t":"ping"})", 0x82));
    CHECK(client.hear_of("error") == R"({"t":"error","reason":"not-json"})");
    client.say(R"({"t":"advance"})");
    CHECK(client.hear_of("error") == R"({"t":"error","reason":"not-known"})");
    client.say(R"({"t":"hello","protocol":2})");
    CHECK(client.hear_of("error") == R"({"t":"error","reason":"protocol"})");
    client.write(RoomClient::frame(R"({"t":)", 0x01) + RoomClient::frame(R"("ping"})", 0x80));
    CHECK(client.hear_of("pong"));
}

TEST_CASE("flooding ends the connection, and comes back to a full budget only with time") {
    RoomHouse house;
    RoomClient flooder = house.sit("01"), other = house.sit("02");
    for (int i = 0; i < 70; ++i)
        flooder.say(R"({"t":"ping"})");
    CHECK(flooder.hear_of("error") == R"({"t":"error","reason":"too-many"})");
    CHECK(flooder.ended());
    for (int i = 0; i < 50; ++i)
        other.say(R"({"t":"ping"})");
    for (int i = 0; i < 50; ++i)
        CHECK(other.hear_of("pong"));
    house.now += 3000;
    for (int i = 0; i < 50; ++i)
        other.say(R"({"t":"ping"})");
    for (int i = 0; i < 50; ++i)
        CHECK(other.hear_of("pong"));
}

TEST_CASE("an endless message is passed over, counted and ended") {
    RoomHouse house;
    RoomClient endless = house.sit("01");
    endless.write(RoomClient::frame("", 0x01));
    const std::string piece = RoomClient::frame(std::string(60'000, 'x'), 0x00);
    while (endless.write(piece)) {
    }
    house.settle();
    house.on_host([&] { CHECK(house.desk.connections[0] == 0); });
    CHECK(house.sit("02").connected());
}

TEST_CASE("a slow reader is cut off and comes back; the others hear everything") {
    room::Limits limits = RoomHouse::quick();
    limits.waiting = 20'000;
    limits.messages_per_second = 1'000'000;
    limits.burst = 1'000'000;
    RoomHouse house(limits);
    std::string token;
    RoomClient other = house.sit("02");
    RoomClient slow(house.port(), 4096);
    slow.upgrade();
    slow.say(R"({"t":"take","code":"482917","seat":"01"})");
    token = *slow.hear_of("joined");
    token = token.substr(token.find("\"token\":\"") + 9, 32);
    std::string many; // the answers are longer than the questions
    for (int i = 0; i < 1000; ++i)
        many += RoomClient::frame(R"({"t":"nothing"})");
    while (slow.write_some(many) >= 0) { // never reads
        other.say(R"({"t":"ping"})");
        REQUIRE(other.hear_of("pong"));
    }
    RoomClient again = house.come();
    again.say(R"({"t":"hello","protocol":1,"token":")" + token + "\"}");
    CHECK(again.hear_of("you", R"("seats":["01"])"));
}

TEST_CASE("a waiting state gives way to a newer one, so that a sleeping phone costs little") {
    room::Limits limits = RoomHouse::quick();
    limits.waiting = 60'000;
    RoomHouse house(limits);
    RoomClient asleep(house.port(), 4096), other = house.sit("02");
    asleep.upgrade();
    asleep.say(R"({"t":"take","code":"482917","seat":"01"})");
    CHECK(asleep.hear_of("you"));
    std::string note(2000, 'n');
    for (int i = 0; i < 400; ++i) { // more than a megabyte of states, far more than the socket holds
        note[0] = static_cast<char>('a' + i % 26);
        house.on_host([&] {
            house.desk.shown.title = words(note + std::to_string(i));
            house.desk.touch();
            house.host().changed();
        });
    }
    CHECK(other.hear_of("state", "n399\""));
    CHECK(asleep.hear_of("state", "n399\""));
}

TEST_CASE("a lost answer to taking a seat does not lock its person out") {
    RoomHouse house;
    {
        RoomClient lost = house.come();
        lost.say(R"({"t":"take","code":"482917","seat":"12"})");
        CHECK(lost.hear_of("joined")); // as if it had got lost: nothing is ever heard of the token
    }
    RoomClient again = house.come();
    again.say(R"({"t":"code","code":"482917"})");
    CHECK(again.hear_of("seats", R"({"seat":"12","taken":false)"));
    again.say(R"({"t":"take","code":"482917","seat":"12"})");
    CHECK(again.hear_of("joined"));
    again.say(R"({"t":"ping"})");
    CHECK(again.hear_of("pong"));
    again.close();
    RoomClient third = house.come();
    third.say(R"({"t":"take","code":"482917","seat":"12"})");
    CHECK(third.hear_of("refused") == R"({"t":"refused","reason":"seat-taken"})");
}

TEST_CASE("a freed seat loses its rights at once, and the token is worth nothing") {
    RoomHouse house;
    std::string token;
    RoomClient client = house.sit("12", &token);
    REQUIRE(house.lead(room_command::OpenRound{{0}}));
    house.on_host([&] {
        house.desk.lead(room_command::FreeSeat{11});
        house.host().drop_seat(11);
    });
    CHECK(client.hear_of("freed"));
    client.say(RoomHouse::vote("v", "12", 1));
    CHECK(client.hear_of("refused") == R"({"t":"refused","id":"v","reason":"unknown-seat"})");
    RoomClient again = house.come();
    again.say(R"({"t":"hello","protocol":1,"token":")" + token + "\"}");
    CHECK(again.hear() == R"({"t":"need-code"})");
    RoomClient next = house.sit("12");
    CHECK(next.connected());
}

TEST_CASE("a page left open over night goes on with its seat") {
    RoomHouse house;
    std::string token;
    RoomClient client = house.sit("12", &token);
    house.now += 12 * 3600 * 1000;
    CHECK(client.ended());
    RoomClient again = house.come();
    again.say(R"({"t":"hello","protocol":1,"token":")" + token + "\"}");
    CHECK(again.hear_of("you", R"("seats":["12"])"));
}

TEST_CASE("the end of the room is told") {
    RoomHouse house;
    RoomClient client = house.sit("12");
    house.stop();
    CHECK(client.hear_of("bye") == R"({"t":"bye"})");
    CHECK(client.ended());
}
