#include "bench/room_server.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <fstream>
#include <mutex>
#include <sched.h>
#include <signal.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <utility>

#include "base/network.h"
#include "room/host.h"
#include "support/fake_desk.h"

namespace timbang::bench {
namespace {

/// Stands for the thread that writes: what has come while one commit ran goes into the next.
class Committer {
public:
    Committer(tests::FakeDesk& desk, room::Host& host, int commit_ms)
        : desk_(desk), host_(host), commit_ms_(commit_ms) {
        desk_.writing = tests::FakeDesk::Writing::Held;
        desk_.on_held = [this] { take(); };
        std::thread([this] { run(); }).detach();
    }

private:
    /// On the host's thread.
    void take() {
        const std::lock_guard lock(mutex_);
        for (auto& done : desk_.held)
            waiting_.push_back(std::move(done));
        desk_.held.clear();
        ready_.notify_one();
    }
    void run() {
        for (;;) {
            std::vector<room::OnAnswer> group;
            {
                std::unique_lock lock(mutex_);
                ready_.wait(lock, [&] { return !waiting_.empty(); });
                group.swap(waiting_);
            }
            if (commit_ms_ > 0) std::this_thread::sleep_for(std::chrono::milliseconds(commit_ms_));
            host_.post([this, group = std::move(group)] {
                for (const room::OnAnswer& done : group)
                    done(room::Kept{});
                host_.changed();
            });
        }
    }

    tests::FakeDesk& desk_;
    room::Host& host_;
    int commit_ms_;
    std::mutex mutex_;
    std::condition_variable ready_;
    std::vector<room::OnAnswer> waiting_;
};

/// All threads on one core, whichever this one is on.
void stay_on_one_core() {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    CPU_SET(0, &cores);
    (void)::sched_setaffinity(0, sizeof cores, &cores);
}

[[noreturn]] void run_room(int seats, int commit_ms, int port_to, int orders) {
    tests::FakeDesk desk(seats);
    room::HostOptions options;
    options.bind = "127.0.0.1";
    options.port = 0;
    options.code = "482917";
    auto opened = room::Host::open(std::move(options), desk);
    if (!opened) ::_exit(1);
    room::Host& host = **opened;
    Committer committer(desk, host, commit_ms);
    const std::uint16_t port = host.port();
    if (::write(port_to, &port, sizeof port) != sizeof port) ::_exit(1);
    std::thread([&] {
        char order = 0;
        while (::read(orders, &order, 1) == 1)
            host.post([&] {
                (void)desk.lead(domain::room_command::CloseRound{});
                (void)desk.lead(domain::room_command::OpenRound{{0}});
                host.changed();
            });
        ::_exit(0);
    }).detach();
    host.run();
    ::_exit(0);
}

struct Started {
    int pid;
    int pipe;
    std::uint16_t port;
};
template <class Run> Started start(Run run) {
    int ports[2], orders[2];
    if (::pipe(ports) != 0 || ::pipe(orders) != 0) std::abort();
    const int pid = ::fork();
    if (pid == 0) {
        ::close(ports[0]);
        ::close(orders[1]);
        stay_on_one_core();
        run(ports[1], orders[0]);
    }
    ::close(ports[1]);
    ::close(orders[0]);
    std::uint16_t port = 0;
    if (::read(ports[0], &port, sizeof port) != sizeof port) std::abort();
    ::close(ports[0]);
    return {pid, orders[1], port};
}

std::string line_of(int pid, const char* file, const std::string& name) {
    std::ifstream in("/proc/" + std::to_string(pid) + "/" + file);
    for (std::string line; std::getline(in, line);)
        if (name.empty() || line.compare(0, name.size(), name) == 0) return line.substr(name.size());
    return "";
}

} // namespace

ServerProcess ServerProcess::room(int seats, int commit_ms) {
    const Started made = start([=](int port_to, int orders) { run_room(seats, commit_ms, port_to, orders); });
    return {made.pid, made.pipe, made.port};
}

ServerProcess ServerProcess::echo() {
    base::allow_open_files(4096);
    const Started made = start([](int port_to, int) { run_echo(port_to); });
    return {made.pid, made.pipe, made.port};
}

ServerProcess ServerProcess::program(const std::string& binary, const std::string& folder, int seats) {
    int in[2], out[2];
    if (::pipe(in) != 0 || ::pipe(out) != 0) std::abort();
    const std::string people = std::to_string(seats), groups = std::to_string(std::max(1, seats / 5));
    const int pid = ::fork();
    if (pid == 0) {
        ::dup2(in[0], 0);
        ::dup2(out[1], 1);
        for (const int end : {in[0], in[1], out[0], out[1]})
            ::close(end);
        stay_on_one_core();
        ::execl(binary.c_str(), binary.c_str(), "room", TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok",
                "--port", "0", "--bind", "127.0.0.1", "--people", people.c_str(), "--groups", groups.c_str(),
                "--data-dir", folder.c_str(), static_cast<char*>(nullptr));
        ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    std::string line;
    for (char byte = 0; ::read(out[0], &byte, 1) == 1 && byte != '\n';)
        line.push_back(byte);
    const auto behind = [&](const std::string& name) {
        const std::size_t at = line.find("\"" + name + "\":");
        return at == std::string::npos ? std::string() : line.substr(at + name.size() + 3);
    };
    ServerProcess made(pid, in[1], static_cast<std::uint16_t>(std::strtoul(behind("port").c_str(), nullptr, 10)));
    made.code_ = behind("code").substr(1, 6);
    made.program_ = true;
    std::thread([end = out[0]] { // what it says is for a facilitator; somebody has to read it
        char bytes[65536];
        while (::read(end, bytes, sizeof bytes) > 0) {
        }
        ::close(end);
    })
        .detach();
    return made;
}

ServerProcess::ServerProcess(ServerProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), pipe_(std::exchange(other.pipe_, -1)), port_(other.port_),
      code_(std::move(other.code_)), program_(other.program_) {}

ServerProcess::~ServerProcess() {
    if (pid_ < 0) return;
    ::close(pipe_);
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
}

void ServerProcess::write(const std::string& text) {
    if (::write(pipe_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) std::abort();
}

void ServerProcess::next_round() {
    if (!program_) return write("o");
    write("{\"do\":\"close\",\"what\":\"round\"}\n{\"do\":\"open\",\"indicator\":\"" + std::string(kProgramIndicator) +
          "\"}\n");
}

double ServerProcess::cpu_ms() const {
    std::string line = line_of(pid_, "stat", "");
    line.erase(0, line.rfind(')') + 2); // fields 14 and 15 are user and system time; the third comes first now
    std::size_t at = 0;
    for (int field = 3; field < 14; ++field)
        at = line.find(' ', at) + 1;
    char* end = nullptr;
    const double user = std::strtod(line.c_str() + at, &end);
    const double system = std::strtod(end, nullptr);
    return (user + system) * 1000.0 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double ServerProcess::memory_mb() const {
    return std::strtod(line_of(pid_, "status", "VmHWM:").c_str(), nullptr) / 1024.0;
}

} // namespace timbang::bench
