#include <doctest/doctest.h>

#include "support/program.h"
#include "support/room_client.h"
#include "support/room_process.h"
#include "support/room_seated.h"

using nlohmann::json;
using timbang::test::RoomProcess;
using timbang::test::TempFolder;
using timbang::tests::RoomClient;
using timbang::tests::Seated;

namespace {

constexpr const char* kCase = "scenarios/jumlah-yang-tidak-cocok";

std::vector<std::string> arguments(const TempFolder& folder, std::vector<std::string> more = {}) {
    std::vector<std::string> all = {kCase, "--port", "0", "--bind", "127.0.0.1", "--data-dir", folder.path()};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace

TEST_CASE("a round from the first vote to the reference, driven by JSON lines, with phones and paper") {
    const TempFolder folder;
    RoomProcess room(arguments(folder, {"--people", "6", "--groups", "2"}));
    (void)room.next_state();
    CHECK(room.state.at("people") == 6);
    CHECK(room.state.at("phase") == "briefing");
    Seated first(room.port(), room.code(), "01");
    Seated second(room.port(), room.code(), "02");

    CHECK(first.known.at("indicators").size() == 9);
    CHECK(room.ask({{"do", "open"}, {"indicator", "XX-1"}, {"id", 7}}).at("refused").at("code") == "unknown-indicator");
    CHECK(room.ask({{"do", "open"}, {"indicator", "KS-O1"}, {"id", 8}}) == json{{"done", "open"}, {"id", 8}});
    CHECK(room.state.at("phase") == "first-vote");
    first.vote("a-1", 1, "KS-O1", "first", 8, "the sum holds");
    second.vote("b-1", 1, "KS-O1", "first", 2);
    CHECK(first.hear("kept").at("id") == "a-1");
    CHECK(second.hear("kept").at("id") == "b-1");
    CHECK(room.done({{"do", "paper-vote"}, {"seat", "03"}, {"score", 8}, {"verdict", "return"}, {"confidence", 3}}));
    CHECK(room.state["round"]["voted"] == 3);
    CHECK(room.state["round"]["missing"] == json::array({"04", "05", "06"}));
    CHECK(room.state["round"]["votes"][0]["reason"] == "the sum holds");
    REQUIRE(room.state["agenda"].size() == 1);
    CHECK(room.state["agenda"][0]["reason"].get<std::string>().find("agenda-") == std::string::npos);

    CHECK(room.ask({{"do", "show-reference"}}).at("refused").at("code") == "not-now");
    CHECK(room.done({{"do", "show-votes"}}));
    CHECK(first.hear("state", R"("phase":"votes-shown")")["tallies"][0]["votes"] == 3);
    CHECK(room.done({{"do", "comment"}, {"about", "rule"}, {"text", "what is a copy?"}, {"indicator", "KS-O1"}}));
    CHECK(room.done({{"do", "show-reason"}, {"seat", "01"}}));
    CHECK(room.done({{"do", "discuss"}}));
    CHECK(room.done({{"do", "second-vote"}}));
    second.vote("b-2", 1, "KS-O1", "second", 8);
    CHECK(second.hear("kept").at("id") == "b-2");
    CHECK(room.done({{"do", "show-reference"}}));
    const json shown = second.hear("state", R"("phase":"reference-shown")");
    REQUIRE(shown["references"].size() == 1);
    CHECK(shown["references"][0]["score"] == 8);
    CHECK(room.state["round"]["indicators"][0]["moves"]["moved"] == 1);
    CHECK(room.state["round"]["indicators"][0]["moves"]["closer"] == 1);
    CHECK(room.done({{"do", "close"}}));
    CHECK(room.done({{"do", "quit"}}));
    CHECK(first.client.hear_of("bye"));
    CHECK(room.wait() == 0);

    // Votes are people's own in the record.
    const auto shown_record = timbang::test::run_timbang("records show " + room.room["session"].get<std::string>() +
                                                         " --json --data-dir '" + folder.path() + "'");
    REQUIRE(shown_record.exit_code == 0);
    int judged = 0;
    const json record = json::parse(shown_record.out);
    for (const json& event : record.at("events")) judged += event["type"] == "vote_scored";
    CHECK(judged == 3);
}

TEST_CASE("bad lines and commands are answered with what is wrong, and change nothing") {
    const TempFolder folder;
    RoomProcess room(arguments(folder, {"--lang", "en"}));
    room.write("not json\n");
    json answer = room.next();
    while (answer.contains("state")) answer = room.next();
    CHECK(answer["refused"]["code"] == "not-json");
    CHECK(room.ask({{"do", "dance"}})["refused"]["code"] == "unknown-command");
    CHECK(room.ask(json::array({1}))["refused"]["code"] == "not-json");
    CHECK(room.ask({{"do", 7}})["refused"]["code"] == "unknown-command");
    CHECK(room.ask({{"do", "free-seat"}, {"seat", "99"}})["refused"]["code"] == "field");
    CHECK(room.ask({{"do", "screen"}, {"show", "everything"}})["refused"]["code"] == "field");
    CHECK(room.ask({{"do", "groups"}, {"seats", "all"}})["refused"]["code"] == "field");
    CHECK(room.ask({{"do", "show-votes"}})["refused"]["message"].get<std::string>().find("rejection.") ==
          std::string::npos);
    CHECK(room.ask({{"do", "act"}, {"action", "nothing"}})["refused"]["code"] == "unknown-action");
    CHECK(room.ask({{"do", "case"}, {"scenario", "nothing"}})["refused"]["code"] == "field");
    CHECK(room.ask({{"do", "bind"}, {"address", "203.0.113.9"}}).contains("failed"));
    CHECK(room.done({{"do", "open"}}));
    CHECK(room.state["round"]["indicators"].size() == 9);
    room.close_input();
    CHECK(room.wait() == 0);
}

TEST_CASE("a port that is taken is said in one sentence") {
    const TempFolder folder, other;
    RoomProcess room(arguments(folder));
    const auto ran = timbang::test::run_timbang(std::string("room ") + kCase + " --bind 127.0.0.1 --port " +
                                                std::to_string(room.port()) + " --json --data-dir '" + other.path() + "'");
    CHECK(ran.exit_code == 3);
    CHECK(json::parse(ran.err).at("error").at("code") == "port-taken");
}

TEST_CASE("a room that is left goes on with --resume: same code, same seats; one that was ended does not") {
    const TempFolder folder;
    std::string code, token, projector;
    {
        RoomProcess room(arguments(folder));
        code = room.code();
        projector = room.room["projector_token"];
        Seated page(room.port(), code, "05");
        token = page.token;
        CHECK(room.done({{"do", "open"}, {"indicator", "KS-O1"}}));
        page.vote("x-1", 1, "KS-O1", "first", 6);
        (void)page.hear("kept");
        room.interrupt();
        CHECK(room.wait() == 0);
    }
    {
        RoomProcess room(arguments(folder, {"--resume"}));
        CHECK(room.code() == code);
        CHECK(room.room["projector_token"] == projector);
        RoomClient page(room.port());
        REQUIRE(page.upgrade() == 101);
        page.say(json{{"t", "hello"}, {"protocol", 1}, {"token", token}}.dump());
        const auto you = page.hear_of("you");
        REQUIRE(you);
        CHECK(json::parse(*you)["seats"] == json::array({"05"}));
        CHECK(json::parse(*you)["votes"][0]["score"] == 6);
        CHECK(room.done({{"do", "quit"}}));
        CHECK(room.wait() == 0);
    }
    const auto ran = timbang::test::run_timbang(std::string("room ") + kCase + " --bind 127.0.0.1 --port 0 --resume --json --data-dir '" +
                                                folder.path() + "'");
    CHECK(ran.exit_code == 3);
    CHECK(json::parse(ran.err).at("error").at("code") == "no-room-to-resume");
}

TEST_CASE("a roster says who sits where, or which cell is wrong") {
    const TempFolder folder;
    timbang::test::write_text(folder.file("people.csv"), "Kode;Nama;Kelompok;Cara\nA1;Rini;1;ponsel\nA2;;2;kertas\n");
    {
        RoomProcess room(arguments(folder, {"--roster", folder.file("people.csv")}));
        (void)room.next_state();
        CHECK(room.state["seats"][0]["name"] == "Rini");
        CHECK(room.state["seats"][1]["way"] == "paper");
        CHECK(room.state["seats"][1]["group"] == 2);
    }
    timbang::test::write_text(folder.file("bad.csv"), "A1,Rini,Dinas,zero\n");
    const auto ran = timbang::test::run_timbang(std::string("room ") + kCase + " --lang en --roster '" + folder.file("bad.csv") +
                                                "' --data-dir '" + folder.path() + "'");
    CHECK(ran.exit_code == 3);
    CHECK(ran.err.find("row 1, column 4 (D), \"zero\" should be a number from 1") != std::string::npos);
}
