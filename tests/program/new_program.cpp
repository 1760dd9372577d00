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

std::string files_below(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        names.push_back(entry.path().string());
    std::sort(names.begin(), names.end());
    std::string all;
    for (const std::string& name : names)
        all += name + "\n";
    return all;
}

} // namespace

TEST_CASE("a case from each template is sound in both languages, and exact by its key") {
    for (const char* name : {"small", "branching", "group"}) {
        CAPTURE(name);
        const TempFolder folder;
        const std::string path = folder.file("pasar-dan-air");
        const Ran made =
            run_timbang("new '" + path + "' --template " + name + " --title 'Pasar \"dan\" air: 1' --lang en");
        CAPTURE(made.err);
        REQUIRE(made.exit_code == 0);
        CHECK(made.out.find("timbang check " + path) != std::string::npos);
        for (const char* language : {"id", "en"}) {
            const json report = json::parse(run_timbang("check '" + path + "' --json --lang " + language).out);
            CHECK(report["findings"] == json::array());
            CHECK(report["scenarios"][0]["id"] == "pasar-dan-air");
            CHECK(report["scenarios"][0]["playable"] == true);
        }
        const json played = json::parse(run_timbang("play '" + path + "' --player reference --json").out);
        CHECK(played["version"] == "0.1.0");
        CHECK(played["indicators"].get<int>() >= 2);
        CHECK(played["exact"] == played["indicators"]);
        for (const char* attitude : {"lenient", "strict"})
            CHECK(json::parse(run_timbang("play '" + path + "' --json --player " + attitude).out)["exact"] == 0);
        CHECK(file_text(path + "/scenario.yaml").find("title: \"Pasar \\\"dan\\\" air: 1\"\n") != std::string::npos);
    }
}

TEST_CASE("the folder's name gives id and title where no title is given") {
    const TempFolder folder;
    const json made = json::parse(run_timbang("new '" + folder.file("Pasar_Air 2/") + "' --json").out);
    CHECK(made["id"] == "pasar-air-2");
    CHECK(made["template"] == "small");
    CHECK(made["files"].size() == 7);
    const std::string text = file_text(folder.file("Pasar_Air 2/scenario.yaml"));
    CHECK(text.find("id: pasar-air-2\nversion: 0.1.0\ntitle: \"Pasar air 2\"\n") != std::string::npos);
}

TEST_CASE("nothing is written over, and a wrong template or name leaves nothing behind") {
    const TempFolder folder;
    write_text(folder.file("there/mine.txt"), "mine");
    const std::string before = files_below(folder.path());
    const Ran there = run_timbang("new '" + folder.file("there") + "' --json");
    CHECK(there.exit_code == 3);
    CHECK(json::parse(there.err)["error"]["code"] == "new-folder-exists");
    const Ran unknown = run_timbang("new '" + folder.file("other") + "' --template large --lang en");
    CHECK(unknown.exit_code == 2);
    CHECK(unknown.err == "There is no template \"large\". There are: branching, group, small.\n");
    CHECK(run_timbang("new '" + folder.file("---") + "'").exit_code == 2);
    CHECK(run_timbang("new").exit_code == 2);
    CHECK(files_below(folder.path()) == before);
}

TEST_CASE("diff tells what changed between two versions and what follows for old sessions") {
    const TempFolder folder;
    const std::string older = folder.file("lama"), newer = folder.file("baru");
    REQUIRE(run_timbang("new '" + older + "' --title Sama").exit_code == 0);
    std::filesystem::copy(older, newer, std::filesystem::copy_options::recursive);
    const std::string files = "diff '" + older + "' '" + newer + "' ";
    CHECK(run_timbang(files + "--lang en").out == "The two versions are the same.\n");
    replace_in(newer + "/indicators/PK-O1.yaml", "score: 4\n", "score: 6\n");
    replace_in(newer + "/indicators/PK-O1.yaml", "\"4/9\"", "\"5/9\"");
    const Ran told = run_timbang(files + "--lang en");
    CHECK(told.exit_code == 0);
    CHECK(
        told.out ==
        "Indicator PK-O1\n"
        "  The reference score is now 6, before 4.\n"
        "  The worked-out figure is now 500/9, before 400/9.\n"
        "What follows\n"
        "  Old sessions are scored again for PK-O1; the former result is kept and shown.\n"
        "  The files differ and the version is the same. Raise \"version\", so that records can tell the two apart.\n");
    CHECK(run_timbang(files + "--lang id").out.find("Nilai acuan kini 6, sebelumnya 4.") != std::string::npos);
    replace_in(newer + "/scenario.yaml", "version: 0.1.0", "version: 0.2.0");
    const json report = json::parse(run_timbang(files + "--json").out);
    CHECK(report["same_key"] == false);
    CHECK(report["rescored"] == json{"PK-O1"});
    CHECK(report["new_items"] == json::array());
    CHECK(report["other_script"] == false);
    CHECK(report["changes"].size() == 3);
    CHECK(report["changes"][1]["about"] == "indicator");
    CHECK(report["changes"][1]["id"] == "PK-O1");
    CHECK(report["changes"][1]["part"] == "score");
    CHECK(report["old"]["version"] == "0.1.0");
    CHECK(run_timbang("diff '" + older + "' /nowhere/x --json").exit_code == 3);
}
