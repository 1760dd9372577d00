#pragma once

#include <cstdint>
#include <string>

namespace timbang::bench {

/// A server in a process of its own, so that its memory and time are its own. Ends with this value.
class ServerProcess {
public:
    /// A room for `seats` people whose votes are committed in groups, each commit taking `commit_ms`.
    [[nodiscard]] static ServerProcess room(int seats, int commit_ms);
    /// A bare WebSocket server of Beast that says back what it hears.
    [[nodiscard]] static ServerProcess echo();
    ServerProcess(ServerProcess&& other) noexcept;
    ServerProcess& operator=(ServerProcess&&) = delete;
    ~ServerProcess();

    [[nodiscard]] std::uint16_t port() const { return port_; }
    /// Opens the next round of the room.
    void next_round();
    /// Processor time of all its threads so far, in milliseconds.
    [[nodiscard]] double cpu_ms() const;
    /// The most memory it ever had resident, in megabytes.
    [[nodiscard]] double memory_mb() const;

private:
    ServerProcess(int pid, int pipe, std::uint16_t port) : pid_(pid), pipe_(pipe), port_(port) {}
    int pid_ = -1;
    int pipe_ = -1;
    std::uint16_t port_ = 0;
};

/// Listens on a free port, says which, and echoes until the end of time.
[[noreturn]] void run_echo(int port_to);

} // namespace timbang::bench
