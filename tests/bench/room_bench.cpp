// A room of many people who all vote within one second, on one core: room_bench [people] [rounds] [timbang FOLDER]
// With a program and an empty folder, `timbang room` itself is measured too, its record in that folder.
// The clients are another process. The yardstick is a bare echo server of Beast with as many clients and messages of
// the same size in the same run. Exit 1 only when a vote was not acknowledged: times are printed, not tested.
#include <algorithm>
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
    Latencies worst; ///< of the rounds
    double best_p99 = 1e9;
    double cpu_ms = 0; ///< of one round's second, the mean
    double memory_mb = 0;
    bool complete = true;
};

std::string seat_code(int number, int people) {
    const std::string digits = std::to_string(number);
    const std::size_t width = std::max<std::size_t>(2, std::to_string(people).size());
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

std::string vote(const std::string& seat, int round, const std::string& indicator) {
    return R"({"t":"vote","id":"v-)" + std::to_string(round) + "-" + seat + R"(","seat":")" + seat + R"(","round":)" +
           std::to_string(round) + R"(,"indicator":")" + indicator +
           R"(","kind":"first","score":4,"verdict":"return","confidence":2,"reason":"halaman dua"})";
}

void take_in(Measured& measured, const Latencies& one, int people) {
    if (one.p99 >= measured.worst.p99) measured.worst = one;
    measured.best_p99 = std::min(measured.best_p99, one.p99);
    measured.complete = measured.complete && one.answered == people;
}

/// `seat` names somebody by number.
template <class Seat>
Measured measure_room(ServerProcess server, int people, int rounds, const char* indicator, Seat seat) {
    RoomClients clients(server.port(), people);
    Measured measured;
    std::vector<std::string> messages;
    for (int i = 1; i <= people; ++i)
        messages.push_back(R"({"t":"take","code":")" + server.code() + R"(","seat":")" + seat(i) + "\"}");
    if (!clients.open() || clients.say(messages, R"({"t":"joined")", 1000).answered != people)
        return {{}, 0, 0, 0, false};
    for (int round = 1; round <= rounds; ++round) {
        server.next_round();
        const std::string open = "\"number\":" + std::to_string(round) + ",\"phase\":\"first-vote\"";
        measured.complete = clients.hear(open) && measured.complete;
        for (int i = 1; i <= people; ++i)
            messages[static_cast<std::size_t>(i - 1)] = vote(seat(i), round, indicator);
        const double before = server.cpu_ms();
        take_in(measured, clients.say(messages, R"({"t":"kept")", 1000), people);
        measured.cpu_ms += (server.cpu_ms() - before) / rounds;
    }
    measured.memory_mb = server.memory_mb();
    return measured;
}

Measured measure_rules(int people, int rounds, int commit_ms) {
    return measure_room(ServerProcess::room(people, commit_ms), people, rounds, "HA-O1",
                        [](int i) { return seat_code(i, 1); });
}

Measured measure_program(int people, int rounds, const char* binary, const char* folder) {
    return measure_room(ServerProcess::program(binary, folder, people), people, rounds, kProgramIndicator,
                        [people](int i) { return seat_code(i, people); });
}

Measured measure_echo(int people, int rounds) {
    ServerProcess server = ServerProcess::echo();
    RoomClients clients(server.port(), people);
    Measured measured;
    if (!clients.open()) return {{}, 0, 0, 0, false};
    std::vector<std::string> messages;
    for (int i = 1; i <= people; ++i)
        messages.push_back(vote(seat_code(i, 1), 1, "HA-O1"));
    for (int round = 1; round <= rounds; ++round) {
        const double before = server.cpu_ms();
        take_in(measured, clients.say(messages, R"({"t":"vote")", 1000), people);
        measured.cpu_ms += (server.cpu_ms() - before) / rounds;
    }
    measured.memory_mb = server.memory_mb();
    return measured;
}

const char* verdict(bool bounded, double value, double bound) {
    return !bounded ? "" : value < bound ? " (ok)" : " (over)";
}

void print(const char* name, const Measured& one, bool bounded) {
    std::printf("%-30s median %6.1f ms  99%% %6.1f ms%s, best round %.1f  most %6.1f ms", name, one.worst.median,
                one.worst.p99, verdict(bounded, one.worst.p99, 100), one.best_p99, one.worst.most);
    std::printf("  processor %5.0f ms  memory %5.1f MB%s%s\n", one.cpu_ms, one.memory_mb,
                verdict(bounded, one.memory_mb, 200), one.complete ? "" : "  NOT ALL ACKNOWLEDGED");
}

} // namespace

int main(int count, char** arguments) {
    const int people = count > 1 ? std::atoi(arguments[1]) : 1000;
    const int rounds = count > 2 ? std::atoi(arguments[2]) : 5;
    timbang::base::allow_open_files(people + 100);
    std::printf("%d people vote within one second, %d rounds, the host on one core; bounds 100 ms, 200 MB\n", people,
                rounds);
    const Measured echo = measure_echo(people, rounds), quick = measure_rules(people, rounds, 0),
                   slow = measure_rules(people, rounds, 20);
    print("bare echo server", echo, false);
    print("room, a commit takes 0 ms", quick, true);
    print("room, a commit takes 20 ms", slow, true);
    bool complete = echo.complete && quick.complete && slow.complete;
    if (count > 4) {
        const Measured program = measure_program(people, rounds, arguments[3], arguments[4]);
        print("timbang room, on this disk", program, true);
        complete = complete && program.complete;
    }
    if (echo.cpu_ms > 0)
        std::printf("processor time of the room against the echo server: %.2f (0 ms), %.2f (20 ms)\n",
                    quick.cpu_ms / echo.cpu_ms, slow.cpu_ms / echo.cpu_ms);
    return complete ? 0 : 1;
}
