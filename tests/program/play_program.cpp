#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::bundled_cases;
using timbang::test::Ran;
using timbang::test::run_timbang;

namespace {

json played(const std::string& name, const std::string& options) {
    const Ran ran = run_timbang("play scenarios/" + name + " --json " + options);
    INFO(ran.err);
    REQUIRE(ran.exit_code == 0);
    return json::parse(ran.out);
}

} // namespace

TEST_CASE("the reference player is exact in every bundled case, with nothing missed and no false alarm") {
    REQUIRE(bundled_cases().size() >= 5);
    for (const std::string& name : bundled_cases()) {
        CAPTURE(name);
        const json result = played(name, "--player reference");
        CHECK(result["finished"] == true);
        CHECK(result["exact"] == result["indicators"]);
        CHECK(result["problems"]["missed"] == 0);
        CHECK(result["problems"]["false_alarm"] == 0);
        CHECK(result["total"] == result["reference_total"]);
        CHECK(result["category"] == result["reference_category"]);
        for (const json& decision : result["decisions"]) CHECK(decision["verdict"] == decision["reference_verdict"]);
    }
}

TEST_CASE("neither leniency nor strictness pays in any bundled case") {
    for (const std::string& name : bundled_cases())
        for (const char* player : {"lenient", "strict"}) {
            CAPTURE(name);
            CAPTURE(player);
            const json result = played(name, std::string("--player ") + player);
            CHECK(result["exact"].get<int>() * 2 <= result["indicators"].get<int>());
        }
}

TEST_CASE("at most 40 percent of the references are the highest or the lowest score") {
    int extreme = 0, all = 0;
    for (const std::string& name : bundled_cases()) {
        const json result = played(name, "--player reference");
        for (const json& decision : result["decisions"]) {
            if (decision["reference"].is_null()) continue;
            ++all;
            extreme += decision["reference"] == 0 || decision["reference"] == 10;
        }
    }
    CHECK(extreme * 100 <= all * 40);
}

TEST_CASE("the same seed gives the same digest, another seed another one") {
    for (const std::string& name : bundled_cases()) {
        CAPTURE(name);
        const json first = played(name, "--player random --seed 7");
        CHECK(first["digest"] == played(name, "--player random --seed 7")["digest"]);
        CHECK(first["digest"] != played(name, "--player random --seed 8")["digest"]);
        CHECK(first["finished"] == true);
    }
}

TEST_CASE("repeat prints one object a line, each with the next seed") {
    const Ran ran = run_timbang("play jumlah-yang-tidak-cocok --player random --seed 3 --repeat 3 --json");
    REQUIRE(ran.exit_code == 0);
    std::istringstream lines(ran.out);
    std::string line;
    int seed = 3;
    while (std::getline(lines, line)) CHECK(json::parse(line)["seed"] == seed++);
    CHECK(seed == 6);
}

TEST_CASE("the example's figures are those of its own framework") {
    const json result = played("jumlah-yang-tidak-cocok", "--player reference");
    CHECK(result["framework"] == "practice-22-2021@1");
    CHECK(result["reference_total"] == 55.0);
    CHECK(result["reference_category"] == "mulai-peduli");
    CHECK(result["indicators"] == 9);
    CHECK(result["problems"]["found"] == 7);
}

TEST_CASE("wrong usage, a case that is not there and a broken script have exit codes and say how to go on") {
    CHECK(run_timbang("play").exit_code == 2);
    CHECK(run_timbang("play jumlah-yang-tidak-cocok --mode sideways").exit_code == 2);
    const Ran missing = run_timbang("play scenarios/nowhere --player reference");
    CHECK(missing.exit_code == 3);
    CHECK(missing.err.find("scenarios/nowhere") != std::string::npos);
    const Ran as_json = run_timbang("play scenarios/nowhere --player reference --json");
    CHECK(json::parse(as_json.err)["error"]["code"] == "no-such-case");
}

TEST_CASE("the terminal player finishes a case typed by hand and tells the comparison") {
    const Ran ran =
        run_timbang("play jumlah-yang-tidak-cocok --lang en",
                    "help\nlook\nnext\nopen berkas-pengantar 3\ncheck completeness/checklist complete no\nquit\n");
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.find("Completeness") != std::string::npos);
    CHECK(ran.out.find("Notulen rapat Gugus Tugas (4 notulen)") != std::string::npos);
}
