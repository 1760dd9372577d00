// A room of many people who all vote within one second, on one core: room_bench [people] [rounds]
// The clients are another process. The yardstick is a bare echo server of Beast with as many clients and messages of the same
// size in the same run. Exit 1 only when a vote was not acknowledged: times are printed, not tested.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/network.h"
#include "bench/room_clients.h"
#include "bench/room_server.h"

namespace {

using namespace timbang::bench;

struct Measured {
    Latencies worst;        ///< of the rounds
    double best_p99 = 1e9;
    double cpu_ms = 0;      ///< of one round's second, the mean
    double memory_mb = 0;
    bool complete = true;
};

std::string seat_code(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string vote(int number, int round) {
    return R"({"t":"vote","id":"v-)" + std::to_string(round) + "-" + std::to_string(number) + R"(","seat":")" +
           seat_code(number) + R"(","round":)" + std::to_string(round) +
           R"(,"indicator":"HA-O1","kind":"first","score":4,"verdict":"return","confidence":2,"reason":"halaman dua"})";
}

void take_in(Measured& measured, const Latencies& one, int people) {
    if (one.p99 >= measured.worst.p99) measured.worst = one;
    measured.best_p99 = std::min(measured.best_p99, one.p99);
    measured.complete = measured.complete && one.answered == people;
}

Measured measure_room(int people, int rounds, int commit_ms) {
    ServerProcess server = ServerProcess::room(people, commit_ms);
    RoomClients clients(server.port(), people);
    Measured measured;
    std::vector<std::string> messages;
    for (int i = 1; i <= people; ++i) messages.push_back(R"({"t":"take","code":"482917","seat":")" + seat_code(i) + "\"}");
    if (!clients.open() || clients.say(messages, R"({"t":"joined")", 1000).answered != people) return {{}, 0, 0, 0, false};
    for (int round = 1; round <= rounds; ++round) {
        server.next_round();
        if (!clients.hear("\"number\":" + std::to_string(round) + ",\"phase\":\"first-vote\"")) measured.complete = false;
        for (int i = 1; i <= people; ++i) messages[static_cast<std::size_t>(i - 1)] = vote(i, round);
        const double before = server.cpu_ms();
        take_in(measured, clients.say(messages, R"({"t":"kept")", 1000), people);
        measured.cpu_ms += (server.cpu_ms() - before) / rounds;
    }
    measured.memory_mb = server.memory_mb();
    return measured;
}

Measured measure_echo(int people, int rounds) {
    ServerProcess server = ServerProcess::echo();
    RoomClients clients(server.port(), people);
    Measured measured;
    if (!clients.open()) return {{}, 0, 0, 0, false};
    std::vector<std::string> messages;
    for (int i = 1; i <= people; ++i) messages.push_back(vote(i, 1));
    for (int round = 1; round <= rounds; ++round) {
        const double before = server.cpu_ms();
        take_in(measured, clients.say(messages, R"({"t":"vote")", 1000), people);
        measured.cpu_ms += (server.cpu_ms() - before) / rounds;
    }
    measured.memory_mb = server.memory_mb();
    return measured;
}

void print(const char* name, const Measured& one, bool bounded) {
    std::printf("%-28s median %6.1f ms  99%% %6.1f ms (best round %.1f)%s  most %6.1f ms  processor %5.0f ms  memory %5.1f MB%s%s\n", name,
                one.worst.median, one.worst.p99, one.best_p99, !bounded ? "" : one.worst.p99 < 100 ? " (bound 100: ok)" : " (bound 100: over)",
                one.worst.most, one.cpu_ms, one.memory_mb, !bounded ? "" : one.memory_mb < 200 ? " (bound 200: ok)" : " (bound 200: over)",
                one.complete ? "" : "  NOT ALL ACKNOWLEDGED");
}

} // namespace

int main(int count, char** arguments) {
    const int people = count > 1 ? std::atoi(arguments[1]) : 1000;
    const int rounds = count > 2 ? std::atoi(arguments[2]) : 5;
    timbang::base::allow_open_files(people + 100);
    std::printf("%d people vote within one second, %d rounds, the host on one core\n", people, rounds);
    const Measured echo = measure_echo(people, rounds), quick = measure_room(people, rounds, 0),
                   slow = measure_room(people, rounds, 20);
    print("bare echo server", echo, false);
    print("room, commit takes 0 ms", quick, true);
    print("room, commit takes 20 ms", slow, true);
    if (echo.cpu_ms > 0)
        std::printf("processor time of the room against the echo server: %.2f (0 ms), %.2f (20 ms)\n", quick.cpu_ms / echo.cpu_ms,
                    slow.cpu_ms / echo.cpu_ms);
    return echo.complete && quick.complete && slow.complete ? 0 : 1;
}
