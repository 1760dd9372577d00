#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace timbang::bench {

/// How long answers took, in milliseconds.
struct Latencies {
    double median = 0, p99 = 0, most = 0;
    int answered = 0;
};

/// Many WebSocket clients on one thread, by plain sockets and epoll, so that they cost less than what they measure.
class RoomClients {
public:
    RoomClients(std::uint16_t port, int count);
    ~RoomClients();
    RoomClients(const RoomClients&) = delete;
    RoomClients& operator=(const RoomClients&) = delete;

    /// Opens every WebSocket; false when one failed.
    [[nodiscard]] bool open();
    /// Client i says `messages[i]`, at random within `over_ms`; then waits until each has heard a message that starts
    /// with `answer`, or for ten seconds. Counted from the moment at which a message was due.
    [[nodiscard]] Latencies say(const std::vector<std::string>& messages, const std::string& answer, int over_ms);
    /// Waits until every client has heard a message that holds `words`, or for ten seconds.
    [[nodiscard]] bool hear(const std::string& words);

private:
    struct Client {
        int socket = -1;
        std::string read, to_write;
        bool heard = false;
        double due = 0, answered = 0;
    };
    void drain(Client& client, const std::string& words, bool at_start);
    void write(Client& client);
    int wait(const std::string& words, bool at_start, int timeout_ms);

    std::uint16_t port_;
    std::vector<Client> clients_;
    int epoll_ = -1;
};

} // namespace timbang::bench
