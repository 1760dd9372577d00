#pragma once

#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/room_client.h"

namespace timbang::tests {

/// A page that has joined with the code and holds a seat.
struct Seated {
    RoomClient client;
    std::string seat, token;
    nlohmann::json known; ///< the first `case`

    Seated(std::uint16_t port, const std::string& code, std::string its_seat) : client(port), seat(std::move(its_seat)) {
        REQUIRE(client.upgrade() == 101);
        client.say(R"({"t":"hello","protocol":1})");
        REQUIRE(client.hear_of("need-code"));
        client.say(nlohmann::json{{"t", "take"}, {"code", code}, {"seat", seat}}.dump());
        token = hear("joined").at("token").get<std::string>();
        known = hear("case");
    }
    /// Hears on until a message of this type holds the words.
    nlohmann::json hear(const std::string& type, const std::string& words = "") {
        const auto message = client.hear_of(type, words);
        REQUIRE(message);
        return nlohmann::json::parse(*message);
    }
    void vote(const std::string& id, int round, const std::string& indicator, const std::string& kind, int score,
              const std::string& reason = "") {
        client.say(nlohmann::json{{"t", "vote"},          {"id", id},
                                  {"seat", seat},         {"round", round},
                                  {"indicator", indicator}, {"kind", kind},
                                  {"score", score},       {"verdict", "return"},
                                  {"confidence", 2},      {"reason", reason}}
                       .dump());
    }
};

} // namespace timbang::tests
