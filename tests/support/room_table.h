#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "room/hub.h"
#include "support/fake_desk.h"

namespace timbang::tests {

/// A client without a network: what it is sent stands in a list.
class PaperPeer final : public room::Peer {
public:
    std::vector<std::string> sent;
    bool ended = false;

    void send(room::Frame frame, room::About) override { sent.push_back(*frame); }
    void end(bool) override { ended = true; }

    /// The last message of a type; null without one.
    [[nodiscard]] nlohmann::json last(const std::string& type) const {
        for (auto each = sent.rbegin(); each != sent.rend(); ++each) {
            nlohmann::json json = nlohmann::json::parse(*each);
            if (json["t"] == type) return json;
        }
        return nullptr;
    }
    [[nodiscard]] std::string all() const {
        std::string text;
        for (const std::string& each : sent)
            text += each + "\n";
        return text;
    }
};

/// A hub without sockets, with a clock that stands still and tokens that count.
struct RoomTable {
    FakeDesk desk;
    std::int64_t now = 5000;
    int tokens = 0;
    std::unique_ptr<room::Hub> hub;

    explicit RoomTable(FakeDesk its_desk = FakeDesk(6, 3)) : desk(std::move(its_desk)) {
        room::HubOptions options;
        options.code = "482917";
        options.projector_token = "screen";
        options.limits.push_ms = 250;
        options.steady = [this] { return now; };
        options.token = [this] { return "token-" + std::to_string(++tokens); };
        options.address = [] { return std::string("192.168.10.1:8080"); };
        hub = std::make_unique<room::Hub>(std::move(options), desk);
    }

    int come(PaperPeer& peer) { return hub->join(peer); }
    /// A device with one seat, or a group's computer.
    int sit(PaperPeer& peer, const std::string& seat) {
        const int client = come(peer);
        hub->hear(client, R"({"t":"take","code":"482917","seat":")" + seat + "\"}");
        return client;
    }
    int sit_group(PaperPeer& peer, int group) {
        const int client = come(peer);
        hub->hear(client, R"({"t":"take","code":"482917","group":)" + std::to_string(group) + "}");
        return client;
    }
    void vote(int client, const std::string& seat, int score, const std::string& kind = "first",
              const std::string& reason = "", const std::string& indicator = "HA-O1") {
        const int round = desk.state.round() != nullptr ? desk.state.round()->number : 0;
        hub->hear(client, R"({"t":"vote","id":"v)" + std::to_string(++votes_) + R"(","seat":")" + seat +
                              R"(","round":)" + std::to_string(round) + R"(,"indicator":")" + indicator +
                              R"(","kind":")" + kind + R"(","score":)" + std::to_string(score) +
                              R"(,"verdict":"return","confidence":2,"reason":")" + reason + R"("})");
    }
    bool lead(const RoomCommand& command) {
        const bool accepted = desk.lead(command);
        hub->changed();
        push();
        return accepted;
    }
    /// What has changed is told.
    void push() {
        now += 250;
        while (hub->tick()) {
        }
    }

private:
    int votes_ = 0;
};

} // namespace timbang::tests
