#include <doctest/doctest.h>

#include <atomic>
#include <functional>
#include <random>
#include <thread>
#include <vector>

#include "support/room_house.h"

using namespace timbang;
using namespace timbang::tests;

namespace {

using Random = std::mt19937;

int up_to(Random& random, int most) {
    return std::uniform_int_distribution<int>(0, most)(random);
}

std::string noise(Random& random, int most) {
    std::string bytes(static_cast<std::size_t>(up_to(random, most)), ' ');
    for (char& byte : bytes)
        byte = static_cast<char>(up_to(random, 255));
    return bytes;
}

/// A message as an honest client says it, with some bytes changed, lost or doubled.
std::string spoilt(Random& random, std::string message) {
    for (int i = up_to(random, 4); i >= 0 && !message.empty(); --i) {
        const auto at = static_cast<std::size_t>(up_to(random, static_cast<int>(message.size()) - 1));
        switch (up_to(random, 2)) {
        case 0:
            message[at] = static_cast<char>(up_to(random, 255));
            break;
        case 1:
            message.erase(at, 1);
            break;
        default:
            message.insert(at, message.substr(at, 20));
            break;
        }
    }
    return message;
}

void fuzz_frames(RoomHouse& house, Random& random) {
    RoomClient client = house.come();
    for (int i = 0; i < 20; ++i) {
        const std::string message = spoilt(random, up_to(random, 1) ? RoomHouse::vote("v", "30", 1)
                                                                    : R"({"t":"take","code":"482917","seat":"01"})");
        const auto first = static_cast<unsigned char>(up_to(random, 3) ? 0x81 : up_to(random, 255));
        if (client.write_some(RoomClient::frame(message, first, up_to(random, 9) != 0)) < 0) return;
    }
    std::string raw = noise(random, 300);
    (void)client.write_some(raw);
}

void fuzz_requests(RoomHouse& house, Random& random) {
    RoomClient client(house.port());
    (void)client.write_some(
        spoilt(random, "GET /page/report/1 HTTP/1.1\r\nHost: " + client.own_host() +
                           "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nAuthorization: Timbang x\r\n\r\n") +
        noise(random, 100));
}

void flood(RoomHouse& house, Random&) {
    RoomClient client = house.come();
    std::string many;
    for (int i = 0; i < 500; ++i)
        many += RoomClient::frame(R"({"t":"hello","protocol":1,"token":"no"})");
    for (int i = 0; i < 20 && client.write_some(many) >= 0; ++i) {
    }
}

void ping_flood(RoomHouse& house, Random&) {
    RoomClient client = house.come();
    std::string many;
    for (int i = 0; i < 2000; ++i)
        many += RoomClient::frame("p", 0x89);
    for (int i = 0; i < 5 && client.write_some(many) >= 0; ++i) {
    }
}

void endless(RoomHouse& house, Random&) {
    RoomClient client = house.come();
    (void)client.write_some(RoomClient::frame("", 0x01));
    const std::string piece = RoomClient::frame(std::string(30'000, 'x'), 0x00);
    for (int i = 0; i < 50 && client.write_some(piece) >= 0; ++i) {
    }
}

/// Does one hostile thing after the other until told to stop, and keeps some connections that say nothing.
void attack(RoomHouse& house, const std::atomic<bool>& stop, unsigned seed, std::atomic<int>& attacks) {
    Random random(seed);
    const std::vector<std::function<void(RoomHouse&, Random&)>> ways = {fuzz_frames, fuzz_frames, fuzz_requests,
                                                                        flood,       ping_flood,  endless};
    std::vector<RoomClient> silent;
    while (!stop) {
        ways[static_cast<std::size_t>(up_to(random, static_cast<int>(ways.size()) - 1))](house, random);
        if (silent.size() < 50) silent.emplace_back(house.port());
        ++attacks;
    }
}

} // namespace

TEST_CASE("whatever a hostile client does, the other twenty-nine vote undisturbed") {
    RoomHouse house;
    std::vector<RoomClient> honest;
    for (int i = 2; i <= 30; ++i)
        honest.push_back(house.sit((i < 10 ? "0" : "") + std::to_string(i)));
    std::atomic<bool> stop{false};
    std::atomic<int> attacks{0};
    std::thread first([&] { attack(house, stop, 1, attacks); }), second([&] { attack(house, stop, 2, attacks); });
    for (int round = 1; round <= 3; ++round) {
        REQUIRE(house.lead(room_command::OpenRound{{0}}));
        for (std::size_t i = 0; i < honest.size(); ++i) {
            CHECK(honest[i].hear_of("state", "\"number\":" + std::to_string(round) + ",\"phase\":\"first-vote\""));
            const std::string seat = (i < 8 ? "0" : "") + std::to_string(i + 2);
            honest[i].say(RoomHouse::vote("r" + std::to_string(round) + "-" + seat, seat, round));
            CHECK(honest[i].hear_of("kept"));
        }
        while (attacks < 40 * round)
            std::this_thread::yield();
        REQUIRE(house.lead(room_command::CloseRound{}));
    }
    stop = true;
    first.join();
    second.join();
    for (RoomClient& client : honest) {
        client.say(R"({"t":"ping"})");
        CHECK(client.hear_of("pong"));
    }
    house.on_host([&] {
        for (const Round& round : house.desk.state.rounds)
            CHECK(round.votes.size() >= 29);
        for (int seat = 1; seat < 30; ++seat)
            CHECK(house.desk.connections[seat] == 1);
    });
}

TEST_CASE("a thousand connections that say nothing keep nobody out") {
    room::Limits limits = RoomHouse::quick();
    limits.connections = 500;
    RoomHouse house(limits);
    RoomClient seated = house.sit("01");
    std::vector<RoomClient> silent;
    for (int i = 0; i < 1000; ++i) {
        silent.emplace_back(house.port());
        REQUIRE(silent.back().connected());
        if (i == 700) house.settle();
    }
    RoomClient late = house.sit("02");
    late.say(R"({"t":"ping"})");
    CHECK(late.hear_of("pong"));
    seated.say(R"({"t":"ping"})");
    CHECK(seated.hear_of("pong"));
}
