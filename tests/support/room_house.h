#pragma once

#include <atomic>
#include <cassert>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>

#include "room/host.h"
#include "support/fake_desk.h"
#include "support/room_client.h"

namespace timbang::tests {

/// A host on a thread of its own at a free port of loopback, with a desk that keeps nothing and a clock that stands
/// still until it is moved.
class RoomHouse {
public:
    static constexpr const char* kCode = "482917";
    static constexpr const char* kScreen = "0123456789abcdef0123456789abcdef";

    FakeDesk desk;
    std::atomic<std::int64_t> now{1'000'000};

    /// Pushes at once, unless the limits say otherwise: time stands still.
    static room::Limits quick() {
        room::Limits limits;
        limits.push_ms = 0;
        return limits;
    }

    explicit RoomHouse(room::Limits limits = quick(), int seats = 30) : desk(seats) {
        room::HostOptions options;
        options.bind = "127.0.0.1";
        options.port = 0;
        options.names = {"timbang.test"};
        options.code = kCode;
        options.projector_token = kScreen;
        options.limits = limits;
        options.steady = [this] { return now.load(); };
        options.token = [this] {
            std::string digits = std::to_string(++tokens_);
            return std::string(32 - digits.size(), 'a') + digits;
        };
        auto opened = room::Host::open(std::move(options), desk);
        assert(opened.ok());
        host_ = std::move(opened.value());
        thread_ = std::thread([this] { host_->run(); });
    }
    ~RoomHouse() {
        host_->stop();
        thread_.join();
    }

    [[nodiscard]] std::uint16_t port() const { return host_->port(); }
    [[nodiscard]] room::Host& host() { return *host_; }
    void stop() { host_->stop(); }

    /// Runs something on the host's thread and waits for it.
    void on_host(const std::function<void()>& work) {
        std::promise<void> done;
        host_->post([&] {
            work();
            done.set_value();
        });
        done.get_future().wait();
    }
    /// Waits until what the host had begun is done: what one piece of work leaves behind runs before the second of
    /// these.
    void settle() {
        on_host([] {});
        on_host([] {});
    }
    /// A command of the facilitator.
    bool lead(const RoomCommand& command) {
        bool accepted = false;
        on_host([&] {
            accepted = desk.lead(command);
            host_->changed();
        });
        return accepted;
    }

    /// A connected WebSocket.
    RoomClient come() {
        RoomClient client(port());
        client.upgrade();
        return client;
    }
    /// One that has taken a seat and was told the first state; `token` gets what it was told.
    RoomClient sit(const std::string& seat, std::string* token = nullptr) {
        RoomClient client = come();
        client.say(R"({"t":"take","code":"482917","seat":")" + seat + "\"}");
        const auto joined = client.hear_of("joined");
        if (token != nullptr && joined) *token = joined->substr(joined->find("\"token\":\"") + 9, 32);
        client.hear_of("you");
        return client;
    }
    static std::string vote(const std::string& id, const std::string& seat, int round, int score = 2,
                            const std::string& indicator = "HA-O1", const std::string& kind = "first") {
        return R"({"t":"vote","id":")" + id + R"(","seat":")" + seat + R"(","round":)" + std::to_string(round) +
               R"(,"indicator":")" + indicator + R"(","kind":")" + kind + R"(","score":)" + std::to_string(score) +
               R"(,"verdict":"return","confidence":2,"reason":""})";
    }

private:
    int tokens_ = 0;
    std::unique_ptr<room::Host> host_;
    std::thread thread_;
};

} // namespace timbang::tests
