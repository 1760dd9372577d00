#include "bench/room_clients.h"

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <random>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "support/room_client.h"

namespace timbang::bench {
namespace {

constexpr double kPatience = 10'000;

double now_ms() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int connect_to(std::uint16_t port) {
    const int made = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int one = 1;
    ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    if (::connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return -1;
    return made;
}

/// Length of the first frame's head and of the whole frame; 0 while its head is not there.
std::pair<std::size_t, std::size_t> frame_size(const std::string& bytes, std::size_t at) {
    if (bytes.size() < at + 2) return {0, 0};
    const auto byte = [&](std::size_t i) {
        return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + i]));
    };
    const std::size_t length = byte(1) & 0x7F;
    if (length < 126) return {2, 2 + length};
    const std::size_t count = length == 126 ? 2 : 8;
    if (bytes.size() < at + 2 + count) return {0, 0};
    std::size_t size = 0;
    for (std::size_t i = 2; i < 2 + count; ++i)
        size = size << 8 | byte(i);
    return {2 + count, 2 + count + size};
}

} // namespace

RoomClients::RoomClients(std::uint16_t port, int count)
    : port_(port), clients_(static_cast<std::size_t>(count)), epoll_(::epoll_create1(0)) {}

RoomClients::~RoomClients() {
    for (const Client& client : clients_)
        if (client.socket >= 0) ::close(client.socket);
    ::close(epoll_);
}

bool RoomClients::open() {
    const std::string host = "127.0.0.1:" + std::to_string(port_);
    for (std::size_t i = 0; i < clients_.size(); ++i) {
        Client& client = clients_[i];
        client.socket = connect_to(port_);
        if (client.socket < 0) return false;
        const std::string ask = "GET /ws HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host +
                                "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        if (::send(client.socket, ask.data(), ask.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(ask.size()))
            return false;
        char bytes[1024];
        while (client.read.find("\r\n\r\n") == std::string::npos) {
            const ssize_t count = ::recv(client.socket, bytes, sizeof bytes, 0);
            if (count <= 0) return false;
            client.read.append(bytes, static_cast<std::size_t>(count));
        }
        if (client.read.compare(0, 12, "HTTP/1.1 101") != 0) return false;
        client.read.erase(0, client.read.find("\r\n\r\n") + 4);
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = i;
        ::epoll_ctl(epoll_, EPOLL_CTL_ADD, client.socket, &event);
    }
    return true;
}

void RoomClients::write(Client& client) {
    const ssize_t count = ::send(client.socket, client.to_write.data(), client.to_write.size(), MSG_NOSIGNAL);
    if (count != static_cast<ssize_t>(client.to_write.size())) client.heard = true; // counted as never answered
    client.to_write.clear();
}

void RoomClients::drain(Client& client, const std::string& words, bool at_start) {
    char bytes[65536];
    const ssize_t count = ::recv(client.socket, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count <= 0) return;
    client.read.append(bytes, static_cast<std::size_t>(count));
    std::size_t at = 0;
    for (;;) {
        const auto [head, whole] = frame_size(client.read, at);
        if (head == 0 || client.read.size() < at + whole) break;
        const std::string_view payload(client.read.data() + at + head, whole - head);
        const std::size_t found = at_start ? payload.substr(0, words.size()).find(words) : payload.find(words);
        if (!client.heard && found != std::string_view::npos) {
            client.heard = true;
            client.answered = now_ms();
        }
        at += whole;
    }
    client.read.erase(0, at);
}

int RoomClients::wait(const std::string& words, bool at_start, int timeout_ms) {
    epoll_event events[256];
    const int count = ::epoll_wait(epoll_, events, 256, timeout_ms);
    for (int i = 0; i < count; ++i)
        drain(clients_[events[i].data.u64], words, at_start);
    return count;
}

Latencies RoomClients::say(const std::vector<std::string>& messages, const std::string& answer, int over_ms) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> within(0, over_ms);
    const double start = now_ms();
    std::vector<std::size_t> order(clients_.size());
    for (std::size_t i = 0; i < clients_.size(); ++i) {
        clients_[i].heard = false;
        clients_[i].answered = 0;
        clients_[i].due = start + within(random);
        clients_[i].to_write = tests::RoomClient::frame(messages[i]);
        order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return clients_[a].due < clients_[b].due; });
    std::size_t next = 0;
    const auto done = [&] {
        return std::all_of(clients_.begin(), clients_.end(), [](const Client& each) { return each.heard; });
    };
    while (now_ms() < start + over_ms + kPatience && (next < order.size() || !done())) {
        while (next < order.size() && clients_[order[next]].due <= now_ms())
            write(clients_[order[next++]]);
        (void)wait(answer, true, 1);
    }
    std::vector<double> took;
    for (const Client& client : clients_)
        if (client.answered > 0) took.push_back(client.answered - client.due);
    std::sort(took.begin(), took.end());
    Latencies made;
    made.answered = static_cast<int>(took.size());
    if (took.empty()) return made;
    made.median = took[took.size() / 2];
    made.p99 = took[std::min(took.size() - 1, took.size() * 99 / 100)];
    made.most = took.back();
    return made;
}

bool RoomClients::hear(const std::string& words) {
    for (Client& client : clients_)
        client.heard = false;
    const auto done = [&] {
        return std::all_of(clients_.begin(), clients_.end(), [](const Client& each) { return each.heard; });
    };
    for (const double end = now_ms() + kPatience; now_ms() < end && !done();)
        (void)wait(words, false, 20);
    return done();
}

} // namespace timbang::bench
