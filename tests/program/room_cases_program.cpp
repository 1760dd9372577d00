#include <doctest/doctest.h>

#include "support/program.h"
#include "support/room_process.h"
#include "support/room_seated.h"

using nlohmann::json;
using timbang::test::RoomProcess;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::tests::Seated;

namespace {

// Both ask AK-O1.
constexpr const char* kFirst = "scenarios/dari-akta-ke-bangku-sekolah";
constexpr const char* kSecond = "scenarios/dua-belas-map-dari-muara";

std::vector<std::string> arguments(std::vector<std::string> cases, const TempFolder& folder) {
    for (const char* const more : {"--people", "4", "--port", "0", "--bind", "127.0.0.1", "--data-dir"})
        cases.emplace_back(more);
    cases.push_back(folder.path());
    return cases;
}

} // namespace

TEST_CASE("several cases in one room: seats stay, votes count for the case they were given in, also after a kill") {
    const TempFolder folder;
    std::string code, token;
    {
        RoomProcess room(arguments({kFirst, kSecond}, folder));
        code = room.code();
        Seated page(room.port(), code, "01");
        token = page.token;
        REQUIRE(room.done({{"do", "open"}, {"indicator", "AK-O1"}}));
        CHECK(page.hear("state", R"("phase":"first-vote")")["round"]["number"] == 1);
        page.vote("a-1", 1, "AK-O1", "first", 2);
        (void)page.hear("kept");
        CHECK(room.ask({{"do", "case"}, {"scenario", "dua-belas-map-dari-muara"}}).at("refused").at("code") == "round-open");
        REQUIRE(room.done({{"do", "close"}, {"what", "round"}}));
        REQUIRE(room.done({{"do", "open"}, {"scenario", "dua-belas-map-dari-muara"}, {"indicator", "AK-O1"}}));
        CHECK(page.hear("case")["id"] == "dua-belas-map-dari-muara");
        CHECK(page.hear("state", R"("phase":"first-vote")")["round"]["number"] == 2);

        page.vote("a-1", 1, "AK-O1", "first", 2); // its answer was lost
        (void)page.hear("kept");
        page.vote("a-2", 1, "AK-O1", "first", 4); // kept through a sleep
        CHECK(page.hear("refused")["reason"] == "no-vote-open");
        page.vote("a-3", 2, "AK-O1", "first", 8);
        (void)page.hear("kept");
        room.kill();
    }
    RoomProcess room(arguments({kFirst, kSecond, "--resume"}, folder));
    CHECK(room.code() == code);
    (void)room.next_state();
    CHECK(room.state["case"]["id"] == "dua-belas-map-dari-muara");
    REQUIRE(room.state["round"]["votes"].size() == 1);
    CHECK(room.state["round"]["votes"][0]["score"] == 8);
    timbang::tests::RoomClient page(room.port());
    REQUIRE(page.upgrade() == 101);
    page.say(json{{"t", "hello"}, {"protocol", 1}, {"token", token}}.dump());
    const auto you = page.hear_of("you");
    REQUIRE(you);
    CHECK(json::parse(*you)["votes"][0]["round"] == 2);
    CHECK(room.done({{"do", "quit"}}));
    CHECK(room.wait() == 0);

    int finished = 0;
    const json listed = json::parse(run_timbang("records list --json --data-dir '" + folder.path() + "'").out);
    for (const json& one : listed.at("sessions"))
        finished += one["finished"].is_string();
    CHECK(finished == 2);
}

TEST_CASE("a sealed case runs in a room with its passphrase only") {
    const TempFolder folder;
    const std::string packed = folder.file("case.timbang"), sealed = folder.file("sealed.timbang"), pass = folder.file("pass");
    timbang::test::write_text(pass, "kata sandi pelatih\n");
    const std::string data = " --data-dir '" + folder.path() + "'";
    REQUIRE(run_timbang(std::string("pack ") + kFirst + " --out " + packed + data).exit_code == 0);
    REQUIRE(run_timbang("seal " + packed + " --out " + sealed + " --passphrase-file " + pass + data).exit_code == 0);

    const auto closed = run_timbang("room " + sealed + " --port 0 --bind 127.0.0.1 --lang en" + data);
    CHECK(closed.exit_code != 0);
    CHECK(closed.err.find("--passphrase-file") != std::string::npos);

    RoomProcess room(arguments({sealed, "--passphrase-file", pass}, folder));
    Seated page(room.port(), room.code(), "01");
    CHECK(page.known["id"] == "dari-akta-ke-bangku-sekolah");
    CHECK(room.done({{"do", "open"}, {"indicator", "AK-O1"}}));
    CHECK(page.hear("state", R"("phase":"first-vote")")["round"]["indicators"] == json::array({"AK-O1"}));
}
