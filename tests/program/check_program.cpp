#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::Ran;
using timbang::test::run_shell;
using timbang::test::TempFolder;
using timbang::test::run_timbang;
using timbang::test::write_text;

TEST_CASE("every bundled case and framework is sound") {
    const Ran ran = run_timbang("check scenarios --json");
    CAPTURE(ran.out);
    CHECK(ran.exit_code == 0);
    const json report = json::parse(ran.out);
    CHECK(report["checked"] == timbang::test::bundled_cases().size());
    for (const json& scenario : report["scenarios"]) CHECK(scenario["playable"] == true);
    for (const json& finding : report["findings"]) CHECK(finding["severity"] != "error");
}

TEST_CASE("a broken case is told with file, line and what to do, and the others are still checked") {
    const TempFolder folder;
    write_text(folder.file("broken/scenario.yaml"), "timbang: 1\nid: [\n");
    std::filesystem::copy(TIMBANG_SOURCE_DIR "/scenarios/jumlah-yang-tidak-cocok", folder.file("sound"),
                          std::filesystem::copy_options::recursive);
    const Ran ran = run_timbang("check " + folder.path() + " --json");
    CHECK(ran.exit_code == 1);
    const json report = json::parse(ran.out);
    REQUIRE(report["checked"] == 2);
    CHECK(report["scenarios"][0]["playable"] == false);
    CHECK(report["scenarios"][1]["playable"] == true);
    bool syntax = false;
    for (const json& finding : report["findings"])
        syntax |= finding["code"] == "syntax" && finding["file"] == folder.file("broken/scenario.yaml") &&
                  finding["line"].get<int>() >= 2;
    CHECK(syntax);

    const Ran text = run_timbang("check " + folder.path());
    CHECK(text.out.find(folder.file("broken/scenario.yaml") + ":") != std::string::npos);
    CHECK(text.out.find("error[syntax]") != std::string::npos);
}

TEST_CASE("paths in the report work from where the command was called") {
    const json report = json::parse(run_timbang("check scenarios/jumlah-yang-tidak-cocok/ --format json").out);
    CHECK(report["scenarios"][0]["path"] == "scenarios/jumlah-yang-tidak-cocok");
}

TEST_CASE("sarif names every finding by rule and place") {
    const TempFolder folder;
    write_text(folder.file("broken/scenario.yaml"), "timbang: 1\nid: [\n");
    const Ran ran = run_timbang("check " + folder.path() + " --format sarif");
    CHECK(ran.exit_code == 1);
    const json log = json::parse(ran.out);
    CHECK(log["version"] == "2.1.0");
    const json& result = log["runs"][0]["results"][0];
    CHECK(result["ruleId"] == "syntax");
    CHECK(result["locations"][0]["physicalLocation"]["region"]["startLine"].get<int>() >= 1);
}

TEST_CASE("a path that is not there is a failure, not a sound case") {
    const Ran ran = run_timbang("check nowhere-at-all");
    CHECK(ran.exit_code == 3);
    CHECK(ran.err.find("nowhere-at-all") != std::string::npos);
}

TEST_CASE("frameworks, readings, policies and programmes can be checked on their own, as folders and one by one") {
    for (const char* path : {"scenarios/frameworks", "scenarios/frameworks/practice-22-2021.yaml", "scenarios/lessons",
                             "scenarios/lessons/how-sure.yaml", "scenarios/policies/ready-to-verify.yaml",
                             "scenarios/programmes",
                             "scenarios/programmes/three-days.yaml"}) {
        CAPTURE(path);
        const Ran ran = run_timbang(std::string("check --json ") + path);
        CHECK(ran.exit_code == 0);
        const json report = json::parse(ran.out);
        CHECK(report["checked"] == 0);
        for (const json& finding : report["findings"]) CHECK(finding["severity"] != "error");
    }
}

TEST_CASE("a reading that is broken is told beside the cases, and does not count as one") {
    const TempFolder folder;
    write_text(folder.file("lessons/one.yaml"), "timbang: 1\nkind: lesson\nid: two\n");
    write_text(folder.file("programmes/day.yaml"), "timbang: 1\nkind: programme\nid: day\ntitle: Sehari\ndays: []\n");
    for (const std::string& path : {folder.path(), folder.file("lessons")}) {
        CAPTURE(path);
        const Ran ran = run_timbang("check --json " + path);
        CHECK(ran.exit_code == 1);
        const json report = json::parse(ran.out);
        CHECK(report["checked"] == 0);
        CHECK(report["findings"][0]["file"] == folder.file("lessons/one.yaml"));
        bool named = false, language = false;
        for (const json& finding : report["findings"]) {
            named |= finding["code"] == "name-differs" && finding["line"] == 3;
            language |= finding["code"] == "text-missing-language" && finding["file"] == folder.file("programmes/day.yaml");
        }
        CHECK(named);
        CHECK(language == (path == folder.path()));
    }
}

TEST_CASE("a case whose file is written with a capital letter is found and told") {
    const TempFolder folder;
    write_text(folder.file("capital/Scenario.yaml"), "timbang: 1\n");
    const Ran ran = run_timbang("check --json '" + folder.path() + "'");
    CHECK(ran.exit_code == 1);
    const json report = json::parse(ran.out);
    CHECK(report["checked"] == 1);
    CHECK(report["findings"][0]["code"] == "missing-file");
    CHECK(report["findings"][0]["message"].get<std::string>().find("Scenario.yaml") != std::string::npos);
}

TEST_CASE("what several cases share is told once, by its shortest path") {
    const TempFolder folder;
    write_text(folder.file("frameworks/practice-22-2021.yaml"), "timbang: 1\nkind: framework\nid: [\n");
    for (const char* name : {"a", "b"})
        std::filesystem::copy(TIMBANG_SOURCE_DIR "/scenarios/perkenalan-meja-kerja", folder.file(name),
                              std::filesystem::copy_options::recursive);
    const json report = json::parse(run_timbang("check --json '" + folder.path() + "'").out);
    int told = 0;
    for (const json& finding : report["findings"])
        told += finding["file"] == folder.file("frameworks/practice-22-2021.yaml");
    CHECK(told == 1);
}

TEST_CASE("a framework that came with the program is told by its own path, and its missing short names not at all") {
    const TempFolder folder;
    const std::string scenarios = TIMBANG_SOURCE_DIR "/scenarios/";
    const auto recursive = std::filesystem::copy_options::recursive;
    std::filesystem::create_directories(folder.file("cases"));
    std::filesystem::create_directories(folder.file("share/scenarios"));
    std::filesystem::copy(scenarios + "jumlah-yang-tidak-cocok", folder.file("cases/mine"), recursive);
    std::filesystem::copy(scenarios + "frameworks", folder.file("share/scenarios/frameworks"), recursive);
    std::filesystem::create_directory_symlink(TIMBANG_SOURCE_DIR "/assets", folder.file("share/assets"));
    const std::string check =
        "TIMBANG_SHARE=" + folder.file("share") + " " TIMBANG_BINARY " check --json " + folder.file("cases");
    const json sound = json::parse(run_shell(check).out);
    CHECK(sound["findings"].empty());

    const std::string framework = folder.file("share/scenarios/frameworks/practice-22-2021.yaml");
    write_text(framework, timbang::test::file_text(framework) + "kind: framework\n");
    const json broken = json::parse(run_shell(check).out);
    bool told = false;
    for (const json& finding : broken["findings"]) told |= finding["file"] == framework;
    CHECK(told);
}
