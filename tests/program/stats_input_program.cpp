#include <regex>

#include <doctest/doctest.h>

#include "support/stats_program.h"

using nlohmann::json;
using timbang::test::Ran;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::test::write_text;
using namespace timbang::tests;

namespace {

/// The error object of a run that must fail with `exit_code`.
json refused(const std::string& arguments, const std::string& input, int exit_code = 3) {
    const Ran ran = run_timbang("stats " + arguments + " --json", input);
    CAPTURE(arguments);
    CAPTURE(ran.err);
    CHECK(ran.exit_code == exit_code);
    CHECK(ran.out.empty());
    const json error = json::parse(ran.err).at("error");
    CHECK_FALSE(std::regex_search(error["message"].get<std::string>(),
                                  std::regex("\\{[a-z]+\\}"))); // a placeholder without a value
    CHECK(error["message"] != error["code"]);
    return error;
}

bool says(const json& error, const std::string& words) {
    return error["message"].get<std::string>().find(words) != std::string::npos;
}

json coefficients(const std::string& arguments, const std::string& input) {
    return run_stats("agreement " + arguments, input).at("coefficients");
}

void check_all_undefined(const json& found) {
    for (const auto& [name, value] : found.items()) {
        CAPTURE(name);
        CAPTURE(value.dump());
        REQUIRE(value.contains("undefined"));
        CHECK(value["undefined"].get<std::string>().find("stats.") == std::string::npos);
    }
}

bool warned(const json& output, const std::string& code) {
    for (const json& warning : output["warnings"])
        if (warning["code"] == code) return true;
    return false;
}

} // namespace

TEST_CASE("an empty file, or one without a table, is told") {
    CHECK(refused("agreement --input -", "")["code"] == "sheet-empty");
    CHECK(refused("agreement --input -", "\xEF\xBB\xBF\n\n")["code"] == "sheet-empty");
    CHECK(refused("agreement --input /nowhere/f.csv", "")["code"] == "file-not-found");
}

TEST_CASE("names without units, all missing, one rater: a result with its reason") {
    check_all_undefined(coefficients("", "u,A,B\n"));
    check_all_undefined(coefficients("", "u,A,B\nx,,\ny,,\n"));
    check_all_undefined(coefficients("", "u,A\nx,1\ny,2\n"));
    check_all_undefined(coefficients("", "u\nx\ny\n"));
    check_all_undefined(coefficients("--layout counts", "u,a,b\nx,0,0\n"));
    check_all_undefined(coefficients("--layout table", "0,0\n0,0\n"));
}

TEST_CASE("one unit, all equal: percent agreement stands, what needs chance is undefined") {
    const json one = coefficients("", "u,A,B,C\nx,1,2,2\n");
    CHECK(one["percent_agreement"].contains("estimate"));
    CHECK(one["icc"].contains("undefined"));
    const json equal = coefficients("--level ordinal", "u,A,B\nx,3,3\ny,3,3\nz,3,3\n");
    CHECK(equal["percent_agreement"]["estimate"] == 1.0);
    for (const char* name : {"cohen_kappa", "scott_pi", "fleiss_kappa", "krippendorff_alpha", "icc", "kendall_w"}) {
        CAPTURE(std::string(name));
        CHECK(equal[name].contains("undefined"));
    }
}

TEST_CASE("nothing is ever printed as nan or infinity") {
    for (const char* text : {"u,A,B\nx,3,3\n", "u,A,B\nx,0,0\ny,0,1\n", "u,A,B\nx,-1,-1\ny,1,1\n",
                             "u,A,B\nx,1,\ny,,1\n", "u,A,B\nx,1e300,1\ny,1,1e300\n"})
        for (const char* level : {"nominal", "ordinal", "interval", "ratio"}) {
            const Ran ran = run_timbang(std::string("stats agreement --input - --json --level ") + level, text);
            CAPTURE(ran.out);
            CHECK(ran.exit_code == 0);
            const json parsed = json::parse(ran.out);
            for (const auto& [name, value] : parsed["coefficients"].items()) {
                CAPTURE(name);
                if (name != "icc") CHECK(value.contains("undefined") != value.value("estimate", json()).is_number());
            }
        }
}

TEST_CASE("words where numbers are needed: undefined with the reason, and where the first word stands") {
    const std::string words = "u,A,B\nx,low,high\ny,low,low\nz,high,high\n";
    for (const char* level : {"interval", "ratio"}) {
        const json found = coefficients(std::string("--level ") + level, words);
        CHECK(found["krippendorff_alpha"]["code"] == "stats.undefined-not-numeric");
        CHECK(found["cohen_kappa"].contains("estimate"));
    }
    CHECK(coefficients("", words)["icc"]["code"] == "stats.undefined-not-numeric");
    CHECK(coefficients("", words)["kendall_w"]["code"] == "stats.undefined-not-numeric");
    const json ratio = coefficients("--weights ratio", words);
    CHECK(ratio["gwet_ac"]["code"] == "stats.undefined-not-numeric");
    CHECK(ratio["krippendorff_alpha"].contains("estimate"));
    const json mixed = run_stats("agreement", "u,A,B\nx,1,2\ny,2,n.a.\nz,1,1\n");
    CHECK(warned(mixed, "stats.warn-words-among-numbers"));
    CHECK(mixed.dump().find("row 3, column 3 (C)") != std::string::npos);
}

TEST_CASE("semicolons, decimal commas, a byte-order mark and line ends of Windows change nothing") {
    const json plain = run_stats("agreement --level interval", "u,A,B\n1,1.5,2\n2,2.5,2.5\n3,1.5,1.5\n");
    const json comma =
        run_stats("agreement --level interval", "\xEF\xBB\xBFu;A;B\r\n1;1,5;2\r\n2;2,5;2,5\r\n3;1,5;1,5\r\n");
    CHECK(plain["coefficients"] == comma["coefficients"]);
    CHECK(comma["input"] == json({{"delimiter", ";"}, {"decimal", ","}}));
    CHECK(comma["categories"] == json({1.5, 2.0, 2.5}));
    CHECK(run_stats("agreement", "u\tA\tB\n1\t1\t2\n")["input"]["delimiter"] == "\t");
}

TEST_CASE("a ragged row, an unknown category, a strange count: row and column") {
    CHECK(says(refused("agreement --input -", "u,A,B\nx,1,2\ny,1\n"), "row 3"));
    const json unknown = refused("agreement --input - --categories 1,2,3", "u,A,B\nx,1,2\ny,4,1\n");
    CHECK(unknown["code"] == "stats-category-unknown");
    CHECK(says(unknown, "row 3, column 2 (B)"));
    CHECK(says(unknown, "\"4\""));
    const json count = refused("agreement --input - --layout counts", "u,a,b\nx,1,2\ny,1,many\n");
    CHECK(says(count, "row 3, column 3 (C)"));
    CHECK(refused("agreement --input - --layout counts", "u,a,b\nx,1,-2\n")["code"] == "stats-count");
    CHECK(refused("agreement --input - --layout table", "1,2\n3,x\n")["code"] == "stats-whole-count");
    CHECK(refused("agreement --input - --layout table", "1,2,3\n3,4,5\n")["code"] == "stats-table-square");
    CHECK(refused("agreement --input - --layout counts", "u,a,a\nx,1,2\n", 2)["code"] == "stats-category-twice");
}

TEST_CASE("weights that do not fit are told with their place") {
    const TempFolder folder;
    const std::string ratings = "u,A,B\nx,1,2\ny,2,2\n";
    write_text(folder.file("word.csv"), "1,x\n0,1\n");
    write_text(folder.file("large.csv"), "1,0,0\n0,1,0\n0,0,1\n");
    const json word = refused("agreement --input - --weights " + folder.file("word.csv"), ratings);
    CHECK(says(word, "row 1, column 2 (B)"));
    CHECK(refused("agreement --input - --weights " + folder.file("large.csv"), ratings)["code"] ==
          "stats-weights-square");
    CHECK(refused("agreement --input - --weights " + folder.file("absent.csv"), ratings)["code"] == "file-not-found");
    CHECK(refused("agreement --input - --weights cubic", ratings, 2)["code"] == "stats-weights-unknown");
}

TEST_CASE("wrong usage leaves with 2 and a sentence") {
    CHECK(refused("agreement", "", 2)["code"] == "wrong-usage");
    CHECK(refused("agreement --input - --level cardinal", "", 2)["code"] == "wrong-usage");
    CHECK(refused("agreement --input - --se own", "u,A\n", 2)["code"] == "stats-se-unknown");
    CHECK(refused("agreement --input - --se fce --bootstrap 10", "u,A\n", 2)["code"] == "stats-options-clash");
    CHECK(refused("", "", 2)["code"] == "wrong-usage");
    const Ran plain = run_timbang("stats agreement --input - --weights cubic", "u,A,B\nx,1,2\n");
    CHECK(plain.err.find("cubic") != std::string::npos);
    CHECK(plain.err.find('\n') + 1 == plain.err.size());
}

TEST_CASE("doubtful input is read with a warning") {
    CHECK(warned(run_stats("agreement", "1,1,2\n2,2,2\n3,1,1\n"), "stats.warn-names-are-numbers"));
    CHECK(warned(run_stats("agreement", "u,A,B\nx,1,2\nx,2,2\n"), "stats.warn-unit-twice"));
    CHECK(warned(run_stats("agreement", "u,A,B\nx,a,NA\ny,a,b\n"), "stats.warn-missing-mark"));
    CHECK(warned(run_stats("agreement", "u,A,B\nx,a,b\ny,a,b\n"), "stats.warn-few-units"));
    CHECK(warned(run_stats("agreement", "u,A\nx,a\ny,b\n"), "stats.warn-one-rater"));
    std::string dominated = "u,A,B\n";
    for (int i = 0; i < 30; ++i) dominated += "u" + std::to_string(i) + (i == 3 ? ",fine,doubt\n" : ",fine,fine\n");
    CHECK(warned(run_stats("agreement", dominated), "stats.warn-one-category"));
}

TEST_CASE("a million columns are raters like any others") {
    std::string names = "u", first = "x", second = "y";
    for (int i = 0; i < 1'000'000; ++i) {
        names += ",r" + std::to_string(i);
        first += i % 3 ? ",1" : ",2";
        second += i % 5 ? ",2" : ",1";
    }
    const json found = run_stats("agreement", names + "\n" + first + "\n" + second + "\n");
    CHECK(found["n_raters"] == 1'000'000);
    CHECK(found["coefficients"]["krippendorff_alpha"].contains("estimate"));
    CHECK(found["coefficients"]["light_kappa"]["code"] == "stats.undefined-too-many-raters");
    const json many = refused("agreement --input - --layout counts", names + "\n" + first + "\n");
    CHECK(many["code"] == "stats.ratings-categories");
}
