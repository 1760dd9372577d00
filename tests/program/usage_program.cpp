#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::Ran;
using timbang::test::run_shell;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::test::write_text;

TEST_CASE("help and usage errors are in the language asked for, wherever the option stands") {
    CHECK(run_timbang("--help --lang id").out.find("Pemakaian: timbang") != std::string::npos);
    const Ran help = run_timbang("play --help --lang=id");
    CHECK(help.exit_code == 0);
    CHECK(help.out.find("Simpan sesi dalam catatan") != std::string::npos);
    CHECK(help.out.find("Options") == std::string::npos);
    CHECK(run_timbang("play --lang en --help").out.find("Keep the session in the records") != std::string::npos);
    const Ran wrong = run_timbang("play --lang id");
    CHECK(wrong.exit_code == 2);
    CHECK(wrong.err == "scenario belum disebut. Lihat timbang --help.\n");
}

TEST_CASE("a failure with --json is one object, whatever bytes were typed") {
    for (const char* arguments : {"check \"$(printf '\\377')\" --json", "play \"$(printf '\\377')\" --json",
                                  "records show x --data-dir /nowhere --json"}) {
        CAPTURE(arguments);
        const Ran ran = run_timbang(arguments);
        CHECK(ran.exit_code == 3);
        CHECK(ran.out.empty());
        CHECK(json::parse(ran.err)["error"]["message"].is_string());
    }
    const TempFolder folder;
    write_text(folder.file("bytes.play"), "\xff\xfe go\n");
    const Ran played = run_timbang("play perkenalan-meja-kerja --json --player " + folder.file("bytes.play"));
    CHECK(played.exit_code == 3);
    CHECK(json::parse(played.err)["error"]["code"] == "play-line");
}

TEST_CASE("a case that cannot be opened is told as one object with its findings") {
    const TempFolder folder;
    write_text(folder.file("broken/scenario.yaml"), "timbang: 1\nid: [\n");
    const Ran ran = run_timbang("play '" + folder.file("broken") + "' --player reference --json");
    CHECK(ran.exit_code == 3);
    const json error = json::parse(ran.err)["error"];
    CHECK(error["code"] == "case-broken");
    CHECK(error["findings"][0]["code"] == "syntax");
    CHECK(error["findings"][0]["file"] == folder.file("broken/scenario.yaml"));
}

TEST_CASE("a share folder or a display that is not there is told in the form asked for") {
    const Ran share = run_shell("TIMBANG_SHARE=/nowhere '" TIMBANG_BINARY "' check x --json");
    CHECK(share.exit_code == 3);
    CHECK(json::parse(share.err)["error"]["code"] == "share-missing");
    const Ran window = run_shell("env -u DISPLAY -u WAYLAND_DISPLAY '" TIMBANG_BINARY "' --json");
    CHECK(window.exit_code == 3);
    CHECK(json::parse(window.err)["error"]["code"] == "display-unavailable");
}

TEST_CASE("tables are made again only where there is a record") {
    const TempFolder folder;
    const std::string data = " --json --data-dir '" + folder.path() + "'";
    const Ran none = run_timbang("records rebuild" + data);
    CHECK(none.exit_code == 3);
    CHECK(json::parse(none.err)["error"]["code"] == "records-missing");
    CHECK(!std::filesystem::exists(folder.file("records.db")));
    REQUIRE(run_timbang("play perkenalan-meja-kerja --player reference --record" + data).exit_code == 0);
    CHECK(json::parse(run_timbang("records rebuild" + data).out)["rebuilt"] == true);
}
