#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <map>
#include <optional>
#include <thread>

#include "base/rng.h"
#include "support/program.h"
#include "support/room_client.h"
#include "support/room_process.h"

using nlohmann::json;
using timbang::test::RoomProcess;
using timbang::test::TempFolder;
using timbang::tests::RoomClient;

namespace {

constexpr int kSeats = 6;
constexpr int kBurst = 50; ///< messages that a client may say at once
constexpr int kScores[] = {0, 2, 4, 6, 8, 10};

/// TIMBANG_KILLS sets how many; tools/kill_loop uses it.
int kills_wanted() {
    const char* const wanted = std::getenv("TIMBANG_KILLS");
    return wanted ? std::atoi(wanted) : 12;
}

/// One person's page: votes as fast as it is answered, and comes back with its token.
struct Voter {
    std::string seat;
    std::string token;
    int sent = 0;
    std::optional<json> unanswered;             ///< sent again after a drop
    std::map<std::string, int> acknowledged;    ///< id and score
    std::string last;                           ///< id of the last one acknowledged
    bool lost_its_seat = false;

    void join(std::uint16_t port, const std::string& code) {
        RoomClient client(port);
        client.upgrade();
        client.say(R"({"t":"hello","protocol":1})");
        client.say(json{{"t", "take"}, {"code", code}, {"seat", seat}}.dump());
        if (const auto joined = client.hear_of("joined")) token = json::parse(*joined).at("token").get<std::string>();
    }
    /// Until the host is gone.
    void vote(std::uint16_t port) {
        RoomClient client(port);
        if (client.upgrade() != 101) return;
        client.say(json{{"t", "hello"}, {"protocol", 1}, {"token", token}}.dump());
        int said = 0;
        while (const auto message = client.hear()) {
            const json heard = json::parse(*message);
            if (heard["t"] == "need-code") {
                lost_its_seat = true;
                return;
            }
            if (heard["t"] == "kept" && unanswered && heard["id"] == (*unanswered)["id"]) {
                last = heard["id"].get<std::string>();
                acknowledged[last] = (*unanswered)["score"].get<int>();
                unanswered.reset();
            }
            if (heard["t"] != "you" && heard["t"] != "kept") continue;
            if (!unanswered) unanswered = make();
            else if (heard["t"] == "kept") continue;
            if (++said > kBurst || !client.say(unanswered->dump())) continue;
        }
    }
    json make() {
        ++sent;
        return {{"t", "vote"},          {"id", seat + "-" + std::to_string(sent)},
                {"seat", seat},         {"round", 1},
                {"indicator", "KS-O1"}, {"kind", "first"},
                {"score", kScores[sent % 6]}, {"verdict", "return"},
                {"confidence", 1 + sent % 3}, {"reason", "reason " + std::to_string(sent)}};
    }
};

} // namespace

TEST_CASE("a host killed again and again while people vote loses no vote that was acknowledged, and no seat") {
    const TempFolder folder;
    std::vector<std::string> arguments = {"scenarios/jumlah-yang-tidak-cocok", "--port", "0", "--bind", "127.0.0.1", "--people",
                                          std::to_string(kSeats), "--data-dir", folder.path()};
    std::vector<Voter> voters(kSeats);
    for (int i = 0; i < kSeats; ++i) voters[static_cast<std::size_t>(i)].seat = "0" + std::to_string(i + 1);
    timbang::base::Rng rng(31);
    std::string session;
    const int kills = kills_wanted();
    for (int turn = 0; turn <= kills; ++turn) {
        RoomProcess room(arguments);
        if (turn == 0) {
            session = room.room["session"];
            for (Voter& voter : voters) voter.join(room.port(), room.code());
            REQUIRE(room.done({{"do", "open"}, {"indicator", "KS-O1"}}));
            arguments.emplace_back("--resume");
        }
        REQUIRE(room.room["session"] == session);
        if (turn == kills) break;
        std::vector<std::thread> threads;
        for (Voter& voter : voters) threads.emplace_back([&] { voter.vote(room.port()); });
        // States come while votes are taken: a moment among them, then one within.
        for (std::uint64_t states = 1 + rng.below(2); states > 0; --states) (void)room.next_state();
        for (std::uint64_t spin = rng.below(200'000); spin > 0; --spin) std::atomic_signal_fence(std::memory_order_seq_cst);
        room.kill();
        for (std::thread& thread : threads) thread.join();
        for (const Voter& voter : voters) REQUIRE_FALSE(voter.lost_its_seat);
    }
    // Every acknowledged vote stands in the record once; what counts is the last one.
    const auto shown = timbang::test::run_timbang("records show " + session + " --json --data-dir '" + folder.path() + "'");
    REQUIRE(shown.exit_code == 0);
    std::map<std::string, int> found;
    std::int64_t seq = 0;
    const json record = json::parse(shown.out);
    for (const json& event : record.at("events")) {
        CHECK(event["seq"] == ++seq);
        if (event["type"] == "voted") ++found[event["payload"]["client_id"].get<std::string>()];
    }
    std::size_t acknowledged = 0;
    for (const Voter& voter : voters) {
        acknowledged += voter.acknowledged.size();
        for (const auto& [id, score] : voter.acknowledged) {
            INFO(id);
            CHECK(found[id] == 1);
        }
    }
    MESSAGE(kills << " kills, " << acknowledged << " acknowledged votes");
    CHECK(acknowledged > static_cast<std::size_t>(kills));
}
