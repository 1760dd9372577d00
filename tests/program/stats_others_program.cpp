#include <map>

#include "support/stats_program.h"

using nlohmann::json;
using timbang::test::Ran;
using timbang::test::run_timbang;
using timbang::test::TempFolder;
using timbang::test::write_text;
using namespace timbang::tests;

namespace {

StatsCase the_case(std::string_view statistic, const std::string& id) {
    for (const StatsCase& one : stats_cases({statistic}))
        if (one.id() == id) return one;
    FAIL("no case ", id);
    return {};
}

/// Rows of a matrix behind a first column of names, below a row of names.
std::string with_names(const json& matrix, const std::string& column_name) {
    std::string text = "name";
    for (std::size_t column = 1; column <= matrix.at(0).size(); ++column)
        text += "," + column_name + std::to_string(column);
    text += "\n";
    std::size_t row_number = 0;
    for (const json& row : matrix) {
        text += "p" + std::to_string(++row_number);
        for (const json& cell : row) text += "," + csv_cell(cell);
        text += "\n";
    }
    return text;
}

/// Every number of the expected list against what `value` gives for its place.
template <class Value> void check_list(const StatsCase& one, const char* key, const Value& value) {
    const json& wanted = one.expected().at(key);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        INFO(one.id(), " (", one.source(), "): ", key, " ", i);
        const json found = value(i);
        REQUIRE(found.is_number());
        CHECK(std::abs(found.get<double>() - wanted.at(i).get<double>()) <= one.tolerance(key));
    }
}

std::string refused(const std::string& arguments, const std::string& input, int exit_code) {
    const Ran ran = run_timbang("stats " + arguments + " --input - --json", input);
    CAPTURE(arguments);
    CAPTURE(ran.err);
    CHECK(ran.exit_code == exit_code);
    return json::parse(ran.err).at("error").at("code");
}

} // namespace

TEST_CASE("partial credit measures are those of the converged solution of Liking for Science") {
    const StatsCase one = the_case("partial_credit_jmle", "science_pcm_converged");
    const json found = run_stats("rasch --model pcm", with_names(one.data().at("matrix"), "item"));
    CHECK(found["converged"] == true);
    one.check("deviance", -2 * found["log_likelihood"].get<double>());
    const json& items = found["facets"][1]["elements"];
    const auto item = [&](const char* key) { return [&items, key](std::size_t i) { return items.at(i).at(key); }; };
    check_list(one, "item_measure", item("measure"));
    check_list(one, "item_infit", item("infit"));
    check_list(one, "item_outfit", item("outfit"));
    check_list(one, "item_infit_z", item("infit_z"));
}

TEST_CASE("three facets in a long table give the published measures of raters and criteria") {
    const StatsCase one = the_case("many_facet_rasch_jmle", "mfrm_ratings1_jmle");
    std::string text = "person;criterion;rater;score\n";
    std::size_t persons = 0;
    for (const json& row : one.data().at("rows")) {
        text +=
            "P" + row.at(0).dump() + ";C" + row.at(1).dump() + ";R" + row.at(2).dump() + ";" + row.at(3).dump() + "\n";
        persons = std::max(persons, row.at(0).get<std::size_t>() + 1);
    }
    const json found = run_stats("rasch --model facets", text);
    CHECK(found["converged"] == true);
    one.check("loglik", found["log_likelihood"].get<double>());
    std::map<std::string, json> elements;
    for (const json& facet : found["facets"])
        for (const json& element : facet["elements"]) elements[element["element"]] = element;
    CHECK(found["facets"][0]["elements"].size() == persons);
    check_list(one, "raters", [&](std::size_t i) { return elements.at("R" + std::to_string(i)).at("measure"); });
    check_list(one, "criteria", [&](std::size_t i) { return elements.at("C" + std::to_string(i)).at("measure"); });
    check_list(one, "rater_se", [&](std::size_t i) { return elements.at("R" + std::to_string(i)).at("se"); });
    check_list(one, "thresholds", [&](std::size_t i) { return found["thresholds"][0]["thresholds"].at(i); });
    const json& raters = found["facets"][2];
    one.check("rater_separation_population", raters["separation"]["population"]["separation"]);
    one.check("rater_reliability_sample", raters["separation"]["sample"]["reliability"]);
    one.check("rater_fixed_chi2", raters["fixed_effect"]["chi_square"]);
}

TEST_CASE("scores that the model cannot take are told with row and column") {
    CHECK(refused("rasch", "p,A,B\nx,1,0\ny,2,0\n", 3) == "stats-rasch-scores");
    CHECK(refused("rasch --model rsm", "p,A,B\nx,1,0\ny,1.5,0\n", 3) == "stats-score");
    CHECK(refused("rasch --model facets", "person,score\nx,1\n", 2) == "stats-facets-few");
    CHECK(refused("rasch --model facets", "person,rater,mark\nx,a,1\n", 2) == "stats-column-missing");
    CHECK(refused("rasch --model facets --layout matrix", "p,A\nx,1\n", 2) == "stats-options-clash");
    CHECK(refused("rasch --model facets --thresholds-of item", "person,rater,score\nx,a,1\n", 2) ==
          "stats-thresholds-facet");
    const json all = run_stats("rasch", "p,A,B\nx,1,1\ny,1,1\n");
    CHECK(all["code"] == "stats.undefined-all-extreme");
    CHECK(run_stats("rasch", "p,A,B\n").contains("undefined"));
}

TEST_CASE("alpha and items are those of pingouin and psych") {
    const StatsCase one = the_case("item_analysis", "cronbach_pingouin_items");
    const json found = run_stats("items", with_names(one.data().at("matrix"), "Q"));
    one.check("alpha", found["alpha"]["estimate"]);
    one.check("alpha_standardized", found["alpha"]["standardized"]);
    check_list(one, "alpha_if_deleted", [&](std::size_t i) { return found["items"].at(i)["alpha_if_deleted"]; });
    check_list(one, "item_rest", [&](std::size_t i) { return found["items"].at(i)["item_rest"]; });
    const StatsCase interval = the_case("cronbach_alpha", "cronbach_pingouin");
    check_list(interval, "ci", [&](std::size_t i) { return found["alpha"]["ci"].at(i); });
}

TEST_CASE("with a key the options are counted, and items are flagged with their reason") {
    std::string text = "person,Q1,Q2,Q3\n";
    // Q1 follows ability; Q2's key is the answer of the weak; everybody gets Q3 right.
    for (int i = 0; i < 24; ++i)
        text += "p" + std::to_string(i) + (i < 12 ? ",A,B,C\n" : i < 18 ? ",B,A,C\n" : ",A,A,C\n");
    const json found = run_stats("items --key A,A,C", text);
    CHECK(found["items"][0]["options"] ==
          json::array({found["items"][0]["options"][0], found["items"][0]["options"][1]}));
    CHECK(found["items"][0]["options"][0]["count"] == 18);
    CHECK(found["items"][0]["options"][0]["key"] == true);
    CHECK(found["items"][1]["flags"][0]["code"] == "suspected-wrong-key");
    CHECK(found["items"][2]["flags"][0]["code"] == "too-easy");
    CHECK(found["items"][2]["point_biserial"]["code"] == "stats.undefined-no-variance");
    const TempFolder folder;
    write_text(folder.file("key.csv"), "item,key\nQ3,C\nQ2,A\nQ1,A\n");
    CHECK(run_stats("items --key " + folder.file("key.csv"), text)["items"] == found["items"]);
    write_text(folder.file("experts.csv"), "expert,Q1,Q2,Q3\n1,A,A,C\n2,A,B,C\n3,A,A,C\n4,A,B,C\n");
    const json experts = run_stats("items --key A,A,C --experts " + folder.file("experts.csv"), text);
    bool split = false;
    for (const json& flag : experts["items"][1]["flags"]) split |= flag["code"] == "splits-experts";
    CHECK(split);
    CHECK(refused("items --key A,A", text, 2) == "stats-key-length");
    CHECK(refused("items --experts x.csv", text, 2) == "stats-experts-key");
    CHECK(refused("items", "p,A\nx,good\n", 3) == "stats-number");
    CHECK(run_stats("items", "p,A,B\n")["alpha"].contains("undefined"));
}

TEST_CASE("rater effects are the classical ones of a long table") {
    const StatsCase one = the_case("classical_rater_effects", "rater_effects_classical_ratings1");
    std::string text = "unit,rater,k1,k2,k3,k4,k5\n";
    const json& matrix = one.data().at("matrix");
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        text += one.data().at("person").at(i).dump() + "," + one.data().at("rater").at(i).get<std::string>();
        for (const json& cell : matrix.at(i)) text += "," + csv_cell(cell);
        text += "\n";
    }
    const json found = run_stats("raters --layout long --ends 0,3", text);
    one.check("grand_mean", found["grand_mean"]);
    std::map<std::string, json> raters;
    for (const json& rater : found["raters"]) raters[rater["rater"]] = rater;
    const json& names = one.options().at("raters");
    const auto rater = [&](std::size_t i) { return raters.at(names.at(i).get<std::string>()); };
    check_list(one, "mean_minus_grand", [&](std::size_t i) { return rater(i)["severity"]["estimate"]; });
    check_list(one, "sd", [&](std::size_t i) { return rater(i)["sd"]; });
    check_list(one, "extreme_share", [&](std::size_t i) { return rater(i)["extreme_share"]["estimate"]; });
    check_list(one, "halo", [&](std::size_t i) { return rater(i)["halo"]["estimate"]; });
}

TEST_CASE("raters are compared with the reference that is named") {
    const std::string text = "unit,truth,A,B\n1,2,3,2\n2,1,2,1\n3,3,3,3\n4,1,2,1\n5,2,3,1\n";
    const json found = run_stats("raters --reference truth", text);
    CHECK(found["baseline"] == "reference");
    REQUIRE(found["raters"].size() == 2);
    CHECK(found["raters"][0]["rater"] == "A");
    CHECK(found["raters"][0]["severity"]["estimate"].get<double>() == doctest::Approx(0.8));
    CHECK(found["raters"][1]["severity"]["estimate"].get<double>() == doctest::Approx(-0.2));
    const json rows =
        run_stats("raters --layout long --reference truth",
                  "rater,unit,score\ntruth,1,2\nA,1,3\nB,1,2\ntruth,2,1\nA,2,2\nB,2,1\ntruth,3,3\nA,3,3\nB,3,3\n"
                  "truth,4,1\nA,4,2\nB,4,1\ntruth,5,2\nA,5,3\nB,5,1\n");
    CHECK(rows["raters"] == found["raters"]);
    CHECK(refused("raters --reference nobody", text, 2) == "stats-reference-missing");
    CHECK(refused("raters --ends 3,0", text, 2) == "stats-ends");
    CHECK(refused("raters", "u,A\nx,good\n", 3) == "stats-number");
    CHECK(run_stats("raters", "u,A\n").contains("undefined"));
}

TEST_CASE("confidence against outcomes: Brier, calibration error, over-confidence") {
    const auto table = [](const StatsCase& one) {
        std::string text = "id,Confidence,outcome\n";
        for (std::size_t i = 0; i < one.data().at("y").size(); ++i)
            text += std::to_string(i) + "," + one.data().at("p").at(i).dump() + "," + one.data().at("y").at(i).dump() +
                    "\n";
        return text;
    };
    for (const StatsCase& one : stats_cases({"brier_score"}))
        one.check("brier", run_stats("calibration", table(one))["brier"]["estimate"]);
    for (const StatsCase& one : stats_cases({"log_loss"}))
        one.check("log_loss", run_stats("calibration", table(one))["log_loss"]["estimate"]);
    for (const StatsCase& one : stats_cases({"calibration_error"})) {
        const std::string norm = one.options().at("norm");
        const json found = run_stats("calibration --bins " + one.options().at("n_bins").dump(), table(one));
        one.check("ce", found["calibration"][norm == "l1" ? "ece" : norm == "l2" ? "rmsce" : "mce"]);
    }
    const StatsCase one = the_case("confidence_calibration", "confidence_summary");
    const json found = run_stats("calibration", table(one));
    one.check("mean_confidence", found["mean_confidence"]);
    one.check("accuracy", found["accuracy"]["estimate"]);
    one.check("over_confidence", found["over_confidence"]["estimate"]);
    one.check("resolution_gap", found["resolution_gap"]["estimate"]);
    CHECK(found["says"].size() == 2);
}

TEST_CASE("calibration reads words, percents and a score, and tells what it cannot read") {
    const json found =
        run_stats("calibration",
                  "outcome;confidence;score\nya;90%;0,8\ntidak;0,4;0,35\nbenar;60 %;0,4\nsalah;;0,1\nsalah;0,2;0,1\n");
    CHECK(found["n"] == 4);
    CHECK(found["n_left_out"] == 1);
    CHECK(found["auc"]["of"] == "score");
    CHECK(found["auc"]["estimate"] == 1.0);
    CHECK(refused("calibration", "outcome,confidence\n1,1.5\n", 3) == "stats-probability");
    CHECK(refused("calibration", "outcome,confidence\nperhaps,0.5\n", 3) == "stats-outcome");
    CHECK(refused("calibration", "came,confidence\n1,0.5\n", 2) == "stats-column-missing");
    CHECK(run_stats("calibration", "outcome,confidence\n")["brier"].contains("undefined"));
}

TEST_CASE("every command speaks both languages without a key or a placeholder left over") {
    const std::string items = "person,Q1,Q2,Q3\na,1,0,1\nb,0,0,1\nc,1,1,1\nd,1,1,0\ne,0,0,0\nf,1,0,0\n";
    const std::map<std::string, std::string> inputs{{"raters", "unit,A,B,C\n1,1,2,3\n2,2,2,3\n3,1,1,2\n4,3,2,3\n"},
                                                    {"items", items},
                                                    {"rasch", items},
                                                    {"calibration", "outcome,confidence\n1,0.9\n0,0.6\n1,0.7\n0,0.8\n"},
                                                    {"agreement", "unit,A,B,C\n1,1,2,3\n2,2,2,3\n3,1,1,2\n4,3,2,3\n"}};
    for (const char* lang : {"en", "id"})
        for (const auto& [command, input] : inputs) {
            const Ran ran = run_timbang("stats " + command + " --input - --lang " + lang, input);
            CAPTURE(command);
            CAPTURE(ran.out);
            CHECK(ran.exit_code == 0);
            CHECK(ran.err.empty());
            CHECK(ran.out.find("stats.") == std::string::npos);
            CHECK(ran.out.find('{') == std::string::npos);
        }
}

TEST_CASE("the examples of the guide run and give every key it names") {
    const std::string guide = timbang::test::file_text(TIMBANG_SOURCE_DIR "/src/stats/README.md");
    const std::string mark = "<!-- example: ";
    int examples = 0;
    for (std::size_t at = guide.find(mark); at != std::string::npos; at = guide.find(mark, at + 1)) {
        const std::size_t begin = at + mark.size();
        const std::string arguments = guide.substr(begin, guide.find(" -->", begin) - begin);
        const std::size_t block = guide.find("```\n", begin) + 4;
        const std::string input = guide.substr(block, guide.find("```", block) - block);
        CAPTURE(arguments);
        const std::string found = run_stats(arguments, input).dump();
        // The paragraph behind the example names the keys in backquotes; option values there are no keys.
        const std::size_t text = guide.find("\n\n", guide.find("```", block)) + 2;
        const std::string keys = guide.substr(text, guide.find("\n\n", text) - text);
        for (std::size_t tick = keys.find('`'); tick != std::string::npos;) {
            const std::size_t end = keys.find('`', tick + 1);
            const std::string key = keys.substr(tick + 1, end - tick - 1);
            const bool value = key.find('-') != std::string::npos || key == "cohen_kappa" || key == "scott_pi" ||
                               key == "converged" || key == "diverging" || key == "measured" || key == "lowest" ||
                               key == "highest";
            CAPTURE(key);
            if (!value) CHECK(found.find("\"" + key + "\":") != std::string::npos);
            tick = keys.find('`', end + 1);
        }
        ++examples;
    }
    CHECK(examples == 5);
}
