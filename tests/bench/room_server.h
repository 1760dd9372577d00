#pragma once

#include <cstdint>
#include <string>

namespace timbang::bench {

/// A server in a process of its own, so that its memory and time are its own. Ends with this value.
class ServerProcess {
public:
    /// A room for `seats` people whose votes are committed in groups, each commit taking `commit_ms`.
    [[nodiscard]] static ServerProcess room(int seats, int commit_ms);
    /// `timbang room` itself with the first of the bundled cases, its record in `folder`: what it acknowledges is on
    /// the disk.
    [[nodiscard]] static ServerProcess program(const std::string& binary, const std::string& folder, int seats);
    /// A bare WebSocket server of Beast that says back what it hears.
    [[nodiscard]] static ServerProcess echo();
    ServerProcess(ServerProcess&& other) noexcept;
    ServerProcess& operator=(ServerProcess&&) = delete;
    ~ServerProcess();

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] const std::string& code() const { return code_; }
    /// Opens the next round of the room.
    void next_round();
    /// Processor time of all its threads so far, in milliseconds.
    [[nodiscard]] double cpu_ms() const;
    /// The most memory it ever had resident, in megabytes.
    [[nodiscard]] double memory_mb() const;

private:
    ServerProcess(int pid, int pipe, std::uint16_t port) : pid_(pid), pipe_(pipe), port_(port) {}
    void write(const std::string& text);
    int pid_ = -1;
    int pipe_ = -1;
    std::uint16_t port_ = 0;
    std::string code_ = "482917";
    bool program_ = false;
};

/// The indicator that `program` votes on, with a score of its scale.
inline constexpr const char* kProgramIndicator = "KS-P2";

/// Listens on a free port, says which, and echoes until the end of time.
[[noreturn]] void run_echo(int port_to);

} // namespace timbang::bench
