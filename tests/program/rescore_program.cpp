#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::file_text;
using timbang::test::Ran;
using timbang::test::replace_in;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::test::write_text;

namespace {

/// A case of its own, played to its end and kept.
struct Played {
    TempFolder folder;
    std::string scenario = folder.file("scenarios/case");
    std::string session;

    Played() {
        std::filesystem::create_directories(folder.file("scenarios"));
        std::filesystem::copy(TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok", scenario,
                              std::filesystem::copy_options::recursive);
        REQUIRE(ran("play " + scenario + " --player reference --record --json").exit_code == 0);
        session = json::parse(ran("records list --json").out)["sessions"][0]["id"];
    }
    [[nodiscard]] Ran ran(const std::string& arguments) const {
        return run_timbang(arguments + " --lang en --data-dir " + folder.file("data"));
    }
    [[nodiscard]] json rescored() const { return json::parse(ran("records rescore --json " + scenario).out); }
    [[nodiscard]] json decision(const std::string& code) const {
        const json shown = json::parse(ran("records show --json " + session).out);
        for (const json& one : shown["decisions"])
            if (one["indicator"] == code) return one;
        return {};
    }
};

} // namespace

TEST_CASE("after a corrected reference the newest result counts, and the former one is kept and shown") {
    const Played played;
    CHECK(played.rescored()["decisions"] == 0);
    CHECK(played.decision("KS-O1")["result"]["exact"] == true);
    replace_in(played.scenario + "/indicators/KS-O1.yaml", "score: 8", "score: 10");
    const json done = played.rescored();
    CHECK(done["sessions"] == 1);
    CHECK(done["decisions"] == 9);
    CHECK(done["changed"] == 1);
    const json decision = played.decision("KS-O1");
    CHECK(decision["result"]["exact"] == false);
    REQUIRE(decision["former"].size() == 1);
    CHECK(decision["former"][0]["result"]["exact"] == true);
    CHECK(json::parse(played.ran("records list --json").out)["sessions"][0]["exact"] == 8);
    CHECK(played.ran("records show " + played.session).out.find("exact; with the corrected reference: different") !=
          std::string::npos);
    CHECK(played.rescored()["decisions"] == 0); // nothing is left to do
    CHECK(played.ran("records rebuild").exit_code == 0);
    CHECK(played.decision("KS-O1")["result"]["exact"] == false);
}

TEST_CASE("who answered another task is not judged by the new key") {
    const Played played;
    replace_in(played.scenario + "/indicators/KS-O1.yaml", "score: 8", "score: 10");
    const std::string page = file_text(played.scenario + "/evidence/persalinan-1.md");
    write_text(played.scenario + "/evidence/persalinan-1.md", page + "\n\nLampiran lain.\n");
    const json done = played.rescored();
    CHECK(done["other_tasks"].get<int>() >= 1);
    CHECK(played.decision("KS-O1")["result"]["exact"] == true);
    CHECK_FALSE(played.decision("KS-O1").contains("former"));
}
