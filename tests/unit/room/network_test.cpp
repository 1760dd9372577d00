#include <doctest/doctest.h>

#include "support/room_house.h"

using namespace timbang;
using namespace timbang::tests;

namespace {

room::HostOptions at(const std::string& address, std::uint16_t port) {
    room::HostOptions options;
    options.bind = address;
    options.port = port;
    options.code = "482917";
    return options;
}

std::string code_of(const base::Result<std::unique_ptr<room::Host>>& opened) {
    return opened.ok() ? "" : opened.error().code;
}

} // namespace

TEST_CASE("a port that is taken and an address that is not ours are said so") {
    RoomHouse house;
    FakeDesk desk;
    CHECK(code_of(room::Host::open(at("127.0.0.1", house.port()), desk)) == "port-taken");
    CHECK(code_of(room::Host::open(at("192.0.2.77", 0), desk)) == "address-unknown");
    CHECK(code_of(room::Host::open(at("not an address", 0), desk)) == "address-unknown");
}

TEST_CASE("a host can be opened again at once where it was") {
    FakeDesk desk;
    std::uint16_t port = 0;
    for (int i = 0; i < 3; ++i) {
        auto opened = room::Host::open(at("127.0.0.1", port), desk);
        REQUIRE(opened.ok());
        port = (*opened)->port();
        std::thread thread([&] { (*opened)->run(); });
        {
            RoomClient client(port);
            CHECK(client.request("GET", "/").status == 200);
        }
        (*opened)->stop();
        thread.join();
    }
}

TEST_CASE("bound anew, the host keeps code, tokens and open connections") {
    RoomHouse house;
    std::string token;
    RoomClient before = house.sit("12", &token);
    const std::uint16_t old_port = house.port();
    house.on_host([&] { CHECK(house.host().bind_anew("127.0.0.1", 0)); });
    CHECK(house.port() != old_port);
    CHECK_FALSE(RoomClient(old_port).connected());
    before.say(R"({"t":"ping"})");
    CHECK(before.hear_of("pong"));
    RoomClient after = house.come();
    after.say(R"({"t":"hello","protocol":1,"token":")" + token + "\"}");
    CHECK(after.hear_of("you", R"("seats":["12"])"));
    house.on_host(
        [&] { CHECK(house.host().bind_anew("0.0.0.0", house.port())); }); // the same port: its own is in the way
    CHECK(RoomClient(house.port()).request("GET", "/").status == 200);
}

TEST_CASE("when it cannot be bound anew, it goes on as it was") {
    RoomHouse house, other;
    const std::uint16_t port = house.port();
    house.on_host([&] {
        const base::Status taken = house.host().bind_anew("127.0.0.1", other.port());
        REQUIRE_FALSE(taken);
        CHECK(taken.error().code == "port-taken");
        const base::Status away = house.host().bind_anew("192.0.2.77", port);
        REQUIRE_FALSE(away);
        CHECK(away.error().code == "address-unknown");
    });
    CHECK(house.port() == port);
    CHECK(RoomClient(port).request("GET", "/").status == 200);
}

TEST_CASE("addresses are told as people type them") {
    RoomHouse house;
    house.on_host([&] {
        CHECK(house.host().addresses() == std::vector<std::string>{"127.0.0.1:" + std::to_string(house.port())});
    });
}

TEST_CASE("requests that are none are refused, and one connection carries many") {
    RoomHouse house;
    RoomClient many(house.port());
    for (int i = 0; i < 20; ++i)
        CHECK(many.request("GET", "/").status == 200);
    CHECK(many.request("HEAD", "/").body.empty());
    CHECK(many.request("GET", "/", "Accept-Encoding: gzip\r\n").body.substr(0, 2) == "\x1f\x8b");
    const auto status = [&](const std::string& bytes) {
        RoomClient client(house.port());
        client.write(bytes);
        return client.answer().status;
    };
    const std::string host = "Host: 127.0.0.1:" + std::to_string(house.port()) + "\r\n";
    CHECK(status("nonsense\r\n\r\n") == 400);
    CHECK(status("GET / HTTP/1.1\r\n\r\n") == 421);
    CHECK(status("GET / HTTP/1.1\r\n" + host + host + "\r\n") == 421);
    CHECK(status("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") == 421);
    CHECK(status("GET / HTTP/1.1\r\n" + host + "X: " + std::string(9000, 'x') + "\r\n\r\n") == 431);
    CHECK(status("POST / HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello") == 405);
    CHECK(status("GET / HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\nhello") == 413);
    CHECK(status("GET / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n") == 413);
    CHECK(status("GET /../../etc/passwd HTTP/1.1\r\n" + host + "\r\n") == 404);
    CHECK(status("GET / HTTP/1.1\r\nHost: timbang.test:" + std::to_string(house.port()) + "\r\n\r\n") == 200);
}

TEST_CASE("a WebSocket of another origin or another host is refused") {
    RoomHouse house;
    const std::string own = "127.0.0.1:" + std::to_string(house.port());
    CHECK(RoomClient(house.port()).upgrade("") == 403);
    CHECK(RoomClient(house.port()).upgrade("http://evil.example") == 403);
    CHECK(RoomClient(house.port()).upgrade("null") == 403);
    CHECK(RoomClient(house.port()).upgrade("http://evil.example", "evil.example") == 421);
    CHECK(RoomClient(house.port()).upgrade("http://" + own) == 101);
    const std::string named = "timbang.test:" + std::to_string(house.port());
    CHECK(RoomClient(house.port()).upgrade("http://" + named, named) == 101);
    CHECK(RoomClient(house.port()).upgrade("http://" + own, "", "/ws2") == 404);
}
