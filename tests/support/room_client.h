#pragma once

#include <arpa/inet.h>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <poll.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace timbang::tests {

/// A client by hand, with plain sockets: it can also say what no honest client says. Waits at most ten seconds for
/// anything.
class RoomClient {
public:
    explicit RoomClient(std::uint16_t port, int receive_buffer = 0, const std::string& host = "127.0.0.1")
        : host_(host), port_(port), socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        if (receive_buffer > 0) ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
        const int one = 1;
        ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = ::inet_addr(host.c_str());
        connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    RoomClient(const RoomClient&) = delete;
    RoomClient& operator=(const RoomClient&) = delete;
    RoomClient(RoomClient&& other) noexcept
        : host_(std::move(other.host_)), port_(other.port_), socket_(std::exchange(other.socket_, -1)), connected_(other.connected_),
          read_(std::move(other.read_)) {}
    ~RoomClient() { close(); }

    [[nodiscard]] bool connected() const { return connected_; }
    [[nodiscard]] std::string own_host() const { return host_ + ":" + std::to_string(port_); }
    void close() {
        if (socket_ >= 0) ::close(std::exchange(socket_, -1));
    }

    bool write(const std::string& bytes) {
        std::size_t sent = 0;
        while (sent < bytes.size()) {
            const ssize_t count = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
            if (count <= 0) return false;
            sent += static_cast<std::size_t>(count);
        }
        return true;
    }
    /// As much as goes without waiting; the count of bytes, or -1 when the connection is gone.
    long write_some(const std::string& bytes) {
        const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        return count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK) ? 0 : count;
    }

    struct Answer {
        int status = 0;
        std::string head, body;
    };
    /// A whole answer; status 0 when the connection ended before.
    Answer request(const std::string& method, const std::string& target, const std::string& fields = "") {
        write(method + " " + target + " HTTP/1.1\r\nHost: " + own_host() + "\r\n" + fields + "\r\n");
        return answer(method == "HEAD");
    }
    Answer answer(bool head_only = false) {
        Answer made;
        std::size_t end = 0;
        while ((end = read_.find("\r\n\r\n")) == std::string::npos)
            if (!more()) return made;
        made.head = read_.substr(0, end + 2);
        read_.erase(0, end + 4);
        made.status = std::stoi(made.head.substr(9, 3));
        const std::size_t length = made.head.find("Content-Length: ");
        const std::size_t size =
            length == std::string::npos || head_only ? 0 : std::stoul(made.head.substr(length + 16));
        while (read_.size() < size)
            if (!more()) return {};
        made.body = read_.substr(0, size);
        read_.erase(0, size);
        return made;
    }

    /// Asks for a WebSocket; the status of the answer.
    int upgrade(const std::string& origin, const std::string& host = "", const std::string& target = "/ws") {
        write("GET " + target + " HTTP/1.1\r\nHost: " + (host.empty() ? own_host() : host) +
              "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
              "Sec-WebSocket-Version: 13\r\n" +
              (origin.empty() ? "" : "Origin: " + origin + "\r\n") + "\r\n");
        return answer().status;
    }
    int upgrade() { return upgrade("http://" + own_host()); }

    /// A frame as clients make it. `first`: FIN, reserved bits and kind.
    static std::string frame(const std::string& payload, unsigned char first = 0x81, bool masked = true) {
        std::string made(1, static_cast<char>(first));
        const unsigned char mask_bit = masked ? 0x80 : 0;
        if (payload.size() < 126) {
            made.push_back(static_cast<char>(mask_bit | payload.size()));
        } else if (payload.size() < 65536) {
            made.push_back(static_cast<char>(mask_bit | 126));
            for (const int shift : {8, 0})
                made.push_back(static_cast<char>(payload.size() >> shift));
        } else {
            made.push_back(static_cast<char>(mask_bit | 127));
            for (int shift = 56; shift >= 0; shift -= 8)
                made.push_back(static_cast<char>(payload.size() >> shift));
        }
        if (!masked) return made + payload;
        const char mask[4] = {0x12, 0x34, 0x56, 0x78};
        made.append(mask, 4);
        for (std::size_t i = 0; i < payload.size(); ++i)
            made.push_back(static_cast<char>(payload[i] ^ mask[i % 4]));
        return made;
    }
    bool say(const std::string& message) { return write(frame(message)); }

    /// The next text message; nothing when the connection has ended. Pings are answered unless `answer_pings` is off.
    std::optional<std::string> hear() {
        for (;;) {
            while (read_.size() < 2 || read_.size() < frame_size())
                if (!more()) return std::nullopt;
            const int kind = read_[0] & 0x0F;
            const std::size_t whole = frame_size();
            const std::string payload = read_.substr(head_size(), whole - head_size());
            read_.erase(0, whole);
            if (kind == 8) {
                write(frame(payload, 0x88));
                return std::nullopt;
            }
            if (kind == 9 && answer_pings) write(frame(payload, 0x8A));
            if (kind == 9 && until_ping_) return payload;
            if (kind == 1 && !until_ping_) return payload;
        }
    }
    /// Whether a ping comes, whatever else comes before; it is answered.
    bool hear_ping() {
        until_ping_ = true;
        const bool came = hear().has_value();
        until_ping_ = false;
        return came;
    }
    /// The next message of a type, whatever else comes before.
    std::optional<std::string> hear_of(const std::string& type) {
        const std::string start = "{\"t\":\"" + type + "\"";
        for (;;) {
            std::optional<std::string> message = hear();
            if (!message || message->compare(0, start.size(), start) == 0) return message;
        }
    }
    /// The next message of a type that holds these words.
    std::optional<std::string> hear_of(const std::string& type, const std::string& words) {
        for (;;) {
            std::optional<std::string> message = hear_of(type);
            if (!message || message->find(words) != std::string::npos) return message;
        }
    }
    /// Whether the other side ends the connection, whatever it still says.
    bool ended() {
        while (more())
            read_.clear();
        return !timed_out_;
    }

    bool answer_pings = true;

private:
    [[nodiscard]] std::size_t head_size() const {
        const auto length = static_cast<unsigned char>(read_[1]) & 0x7F;
        return length == 126 ? 4 : length == 127 ? 10 : 2;
    }
    [[nodiscard]] std::size_t frame_size() const {
        const std::size_t head = head_size();
        if (read_.size() < head) return head;
        if (head == 2) return 2 + (static_cast<unsigned char>(read_[1]) & 0x7F);
        std::size_t size = 0;
        for (std::size_t i = 2; i < head; ++i)
            size = size << 8 | static_cast<unsigned char>(read_[i]);
        return head + size;
    }
    bool more() {
        pollfd wait{socket_, POLLIN, 0};
        timed_out_ = ::poll(&wait, 1, 10'000) == 0;
        if (timed_out_) return false;
        char bytes[65536];
        const ssize_t count = ::recv(socket_, bytes, sizeof bytes, 0);
        if (count <= 0) return false;
        read_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    std::string host_;
    std::uint16_t port_;
    int socket_ = -1;
    bool connected_ = false;
    bool timed_out_ = false;
    bool until_ping_ = false;
    std::string read_;
};

} // namespace timbang::tests
