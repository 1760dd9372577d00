#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::Ran;
using timbang::test::run_shell;
using timbang::test::TempFolder;

namespace {

const std::string kDisplay = "xvfb-run --auto-servernum --server-args='-screen 0 1440x900x24 -noreset' ";

} // namespace

TEST_CASE("the guided case can be finished in the real window by keyboard alone, and is found in the record") {
    const TempFolder folder;
    const Ran ran =
        run_shell(kDisplay + "'" TIMBANG_SOURCE_DIR "/tests/program/finish_by_keyboard.sh' '" TIMBANG_BINARY "' '" +
                  folder.path() + "'");
    CAPTURE(ran.out);
    CAPTURE(ran.err);
    REQUIRE(ran.exit_code == 0);
    const json sessions = json::parse(ran.out)["sessions"];
    REQUIRE(sessions.size() == 1);
    CHECK(sessions[0]["scenario"] == "perkenalan-meja-kerja");
    CHECK(sessions[0]["indicators"] == 2);
    CHECK(sessions[0]["exact"] == 2);
    CHECK(!sessions[0]["finished"].is_null());
}

TEST_CASE(
    "the window opens on a case that is broken and on a record that is no database, and says so instead of failing") {
    const TempFolder folder;
    timbang::test::write_text(folder.file("data/records.db"), "this is no database");
    timbang::test::write_text(folder.file("broken/scenario.yaml"), "timbang: 1\nid: [\n");
    const Ran ran = run_shell(kDisplay + "'" TIMBANG_BINARY "' --data-dir '" + folder.file("data") +
                              "' --frames settled '" + folder.file("broken") + "'");
    CAPTURE(ran.err);
    CHECK(ran.exit_code == 0);
    CHECK(timbang::test::file_text(folder.file("data/records.db")) == "this is no database");
}

TEST_CASE("the window opens a bundled case by its name from any folder; a case that is not there is told at once") {
    const TempFolder folder;
    const std::string there = "cd '" + folder.path() + "' && ";
    const std::string window = "'" TIMBANG_BINARY "' --data-dir data --frames settled ";
    const Ran named = run_shell(there + kDisplay + window + "perkenalan-meja-kerja");
    CAPTURE(named.err);
    CHECK(named.exit_code == 0);
    const Ran missing = run_shell(there + window + "perkenalan-meja-kerjaa --lang en");
    CHECK(missing.exit_code == 3);
    CHECK(missing.err.find("There is no case at perkenalan-meja-kerjaa.") == 0);
}
