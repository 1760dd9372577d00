#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using namespace timbang::test;
using nlohmann::json;

namespace {

std::string line(const json& command) {
    return command.dump() + "\n";
}

json paper(const char* seat, int score) {
    return {{"do", "paper-vote"}, {"seat", seat}, {"score", score}, {"verdict", "return"}, {"confidence", 2}};
}

} // namespace

TEST_CASE("the votes of a room are listed and shown from the record, and made again from it") {
    const TempFolder folder;
    const std::string data = " --data-dir '" + folder.path() + "'";
    std::string commands = line({{"do", "open"}, {"indicator", "KS-P2"}});
    for (const auto& [seat, score] : std::vector<std::pair<const char*, int>>{{"01", 6}, {"02", 2}, {"01", 4}})
        commands += line(paper(seat, score));
    for (const char* next : {"show-votes", "second-vote"})
        commands += line({{"do", next}});
    commands += line(paper("01", 2));
    commands += line({{"do", "group-vote"}, {"group", 1}, {"score", 2}, {"verdict", "return"}, {"confidence", 3}});
    commands += line({{"do", "show-reference"}, {"indicator", "all"}}) + line({{"do", "quit"}});
    const Ran room = run_timbang(
        "room scenarios/jumlah-yang-tidak-cocok --people 4 --groups 2 --bind 127.0.0.1 --port 0" + data, commands);
    REQUIRE(room.exit_code == 0);
    CHECK(room.out.find("\"refused\"") == std::string::npos);

    const json listed = json::parse(run_timbang("records list --json" + data).out)["sessions"];
    REQUIRE(listed.size() == 1);
    CHECK(listed[0]["mode"] == "room");
    CHECK(listed[0]["person"] == "");
    CHECK(listed[0]["indicators"] == 1);
    CHECK(listed[0]["finished"].is_string());
    CHECK(run_timbang("records list --lang en" + data)
              .out.find("workshop jumlah-yang-tidak-cocok: finished, votes on 1 indicator\n") != std::string::npos);

    const std::string show = "records show --json " + listed[0]["id"].get<std::string>() + data;
    const json votes = json::parse(run_timbang(show).out)["votes"];
    std::vector<std::string> said;
    for (const json& vote : votes)
        said.push_back(vote["person"].get<std::string>() + " " + vote["vote"].get<std::string>() + " " +
                       vote["score"].dump() + " " + vote["exact"].dump());
    // The reference is 2; second votes and decisions of groups are not the score of record and are not scored.
    CHECK(said == std::vector<std::string>{"02 first 2 true", "01 first 4 false", "01 second 2 null", " group 2 null"});
    CHECK(run_timbang("records rebuild" + data).exit_code == 0);
    CHECK(json::parse(run_timbang(show).out)["votes"] == votes);
}
