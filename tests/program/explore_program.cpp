#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::bundled_cases;
using timbang::test::file_text;
using timbang::test::Ran;
using timbang::test::replace_in;
using timbang::test::run_shell;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::test::write_text;

namespace {

const std::string kBase = TIMBANG_TEST_DATA "/content/base";

/// The sound case of the tests with one place changed.
std::string changed_case(const TempFolder& folder, const std::string& find, const std::string& by) {
    std::filesystem::copy(kBase, folder.path(),
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    replace_in(folder.file("case/scenario.yaml"), find, by);
    return folder.file("case");
}

} // namespace

TEST_CASE("explore finds nothing to mend in the bundled cases and leaves with 0") {
    for (const std::string& name : bundled_cases()) {
        CAPTURE(name);
        const Ran ran = run_timbang("explore " + name + " --runs 40 --json");
        CHECK(ran.exit_code == 0);
        CHECK(ran.err == "");
        const json report = json::parse(ran.out);
        CHECK(report["complete"] == true);
        CHECK(report["stopped"] == false);
        CHECK(report["reference_exact"] == true);
        CHECK(report["findings"].empty());
        CHECK(report["coverage"]["steps"]["missing"].empty());
        CHECK(report["players"].size() == 4);
        CHECK(report["players"][3]["runs"] == 40);
        CHECK(ran.out == run_timbang("explore " + name + " --runs 40 --json").out);
    }
}

TEST_CASE("the best random run of a report is that of play with its seed") {
    const json report = json::parse(run_timbang("explore jumlah-yang-tidak-cocok --runs 30 --seed 5 --json").out);
    const json& random = report["players"][3];
    const Ran ran = run_timbang("play jumlah-yang-tidak-cocok --player random --json --seed " +
                                std::to_string(random["best_seed"].get<int>()));
    CHECK(json::parse(ran.out)["exact"] == random["most"]);
}

TEST_CASE("a dead end leaves with 1 in both languages, and its way is written so that play follows it") {
    const TempFolder folder;
    const std::string path = changed_case(folder, "        - letter\n      next: [{goto: end}]",
                                          "        - letter\n      next: [{when: {spent: {above: 90}}, goto: end}]");
    const Ran ran = run_timbang("explore " + path + " --runs 5 --paths " + folder.file("ways"));
    CHECK(ran.exit_code == 1);
    CHECK(ran.out.find("error[stuck-since]") != std::string::npos);
    CHECK(ran.out.find("sign-off") != std::string::npos);
    const std::string way = folder.file("ways/dead-end-1-sign-off.play");
    REQUIRE(std::filesystem::exists(way));
    CHECK(ran.out.find(way) != std::string::npos);
    const Ran played = run_timbang("play " + path + " --player " + way + " --json");
    CHECK(played.exit_code == 0);
    CHECK(json::parse(played.out)["finished"] == false);
    // Nothing leads on from there.
    write_text(way, file_text(way) + "category baik\nnext\n");
    CHECK(run_timbang("play " + path + " --player " + way).exit_code == 3);

    const Ran indonesian = run_timbang("explore " + path + " --runs 5 --lang id");
    CHECK(indonesian.exit_code == 1);
    CHECK(indonesian.out.find("kasus berhenti di langkah sign-off") != std::string::npos);
    CHECK(indonesian.out.find("next") != std::string::npos);
}

TEST_CASE("a case that cannot be read, or is not there, is told as play tells it") {
    CHECK(run_timbang("explore no-such-case").exit_code == run_timbang("play no-such-case").exit_code);
    CHECK(run_timbang("explore").exit_code == 2);
    CHECK(run_timbang("explore jumlah-yang-tidak-cocok --runs -1").exit_code == 2);
}

TEST_CASE("Ctrl-C ends a long exploration at once with what was found") {
    // The signal waits, blocked, while the shell becomes timbang, which therefore finds it at the first look.
    const Ran ran = run_shell("env --block-signal=INT sh -c 'kill -INT $$; exec \"$0\" explore jumlah-yang-tidak-cocok "
                              "--runs 1000000 --json' '" TIMBANG_BINARY "'");
    CHECK(ran.exit_code == 0);
    const json report = json::parse(ran.out);
    CHECK(report["stopped"] == true);
    CHECK(report["findings"].back()["code"] == "stopped");
}
