#include <map>
#include <set>

#include "support/stats_program.h"

using nlohmann::json;
using timbang::test::TempFolder;
using timbang::test::write_text;
using namespace timbang::tests;

namespace {

/// Names in the cases and in the program's output.
const std::map<std::string, std::string> kCoefficients{{"percent_agreement", "percent_agreement"},
                                                       {"cohen_kappa", "cohen_kappa"},
                                                       {"cohen_kappa_weighted", "cohen_kappa"},
                                                       {"scott_pi", "scott_pi"},
                                                       {"fleiss_kappa", "fleiss_kappa"},
                                                       {"fleiss_kappa_generalized", "fleiss_kappa"},
                                                       {"conger_kappa", "conger_kappa"},
                                                       {"brennan_prediger", "brennan_prediger"},
                                                       {"gwet_ac", "gwet_ac"},
                                                       {"krippendorff_alpha", "krippendorff_alpha"},
                                                       {"krippendorff_alpha_gwet_form", "krippendorff_alpha_gwet"},
                                                       {"light_kappa", "light_kappa"}};

std::string matrix_csv(const json& matrix) {
    std::string text;
    for (const json& row : matrix) {
        std::string line;
        for (const json& cell : row) line += (line.empty() ? "" : ",") + cell.dump();
        text += line + "\n";
    }
    return text;
}

std::string joined(const json& list) {
    std::string text;
    for (const json& label : list) text += (text.empty() ? "" : ",") + csv_cell(label);
    return text;
}

/// The options of a case as arguments; "" with `false` where the command line has none for them.
bool arguments_for(const StatsCase& one, const TempFolder& folder, std::string& arguments) {
    const json& options = one.options();
    if (options.contains("distance_weights")) return false;
    for (const char* matrix : {"weight_matrix", "disagreement_weights"}) {
        if (!options.contains(matrix)) continue;
        write_text(folder.file("weights.csv"), matrix_csv(options.at(matrix)));
        arguments += " --weights " + folder.file("weights.csv");
        break;
    }
    if (arguments.find("--weights") == std::string::npos && options.contains("weights"))
        arguments += " --weights " + options.at("weights").get<std::string>();
    if (options.contains("level")) arguments += " --level " + options.at("level").get<std::string>();
    // irr, scikit-learn and others take the categories that occur; a case that names its own scale says so.
    if (options.contains("value_domain")) arguments += " --categories \"" + joined(options.at("value_domain")) + "\"";
    if (options.contains("categories") && !options.contains("categories_note"))
        arguments += " --categories \"" + joined(options.at("categories")) + "\"";
    return true;
}

void check_if_there(const StatsCase& one, const char* key, const json& value) {
    if (one.has(key)) one.check(key, value.get<double>());
}

} // namespace

TEST_CASE("published agreement is printed by the command line to every digit") {
    int checked = 0;
    for (const auto& [statistic, name] : kCoefficients) {
        const std::string_view statistic_name = statistic;
        for (const StatsCase& one : stats_cases({statistic_name})) {
            const TempFolder folder;
            const AgreementFile file = agreement_file(one);
            std::string arguments = "agreement --layout " + file.layout;
            if (!arguments_for(one, folder, arguments)) continue;
            CAPTURE(one.id());
            const json output = run_stats(arguments, file.text);
            const json& found = output.at("coefficients").at(name);
            INFO(found.dump());
            REQUIRE(found.contains("estimate"));
            // A case with both holds the unweighted one in "kappa".
            const char* const kappa = one.has("kappa_quadratic") ? "kappa_quadratic" : "kappa";
            for (const char* key : {"coefficient", kappa, "alpha", "kappa_w"})
                check_if_there(one, key, found.at("estimate"));
            if (!one.has("coefficient")) continue;
            check_if_there(one, "pa", found.at("p_observed"));
            check_if_there(one, "pe", found.at("p_expected"));
            if (name == "krippendorff_alpha_gwet") continue; // its error has a convention for each peer
            if (name == "cohen_kappa" && one.options().contains("weight_matrix"))
                continue; // the peer swaps the margins of asymmetric weights
            check_if_there(one, "se", found.at("se"));
            if (found.at("ci").is_null()) continue;
            check_if_there(one, "ci_low", found.at("ci").at(0));
            check_if_there(one, "ci_high", found.at("ci").at(1));
            ++checked;
        }
    }
    CHECK(checked > 30);
}

TEST_CASE("the six intraclass correlations and Kendall's W are those of Shrout and Fleiss and of irr") {
    for (const StatsCase& one : stats_cases({"icc_with_ci", "icc_six_forms", "kendall_W"})) {
        const json found = run_stats("agreement --level interval", agreement_file(one).text).at("coefficients");
        for (const char* form : {"ICC1", "ICC2", "ICC3", "ICC1k", "ICC2k", "ICC3k"})
            check_if_there(one, form, found.at("icc").at(form).at("estimate"));
        check_if_there(one, "W", found.at("kendall_w").at("estimate"));
    }
}

TEST_CASE("the object has the keys that were promised") {
    const json two = run_stats("agreement", "unit,A,B\n1,yes,yes\n2,no,yes\n3,no,no\n");
    CHECK(two["n_units"] == 3);
    CHECK(two["n_raters"] == 2);
    CHECK(two["categories"] == json({"no", "yes"}));
    CHECK(two["weights"] == "unweighted");
    const std::set<std::string> keys{"percent_agreement", "cohen_kappa",        "scott_pi",
                                     "fleiss_kappa",      "conger_kappa",       "brennan_prediger",
                                     "gwet_ac",           "krippendorff_alpha", "krippendorff_alpha_gwet",
                                     "light_kappa",       "icc",                "kendall_w"};
    std::set<std::string> found;
    for (const auto& [key, value] : two["coefficients"].items()) found.insert(key);
    CHECK(found == keys);
    for (const char* key : {"estimate", "se", "ci", "p_observed", "p_expected"})
        CHECK(two["coefficients"]["cohen_kappa"].contains(key));
    CHECK(two["coefficients"]["icc"]["ICC2k"].contains("undefined"));
    CHECK(two["coefficients"]["kendall_w"].contains("undefined"));
    CHECK_FALSE(two["says"].empty());

    const json three = run_stats("agreement", "unit,A,B,C\n1,1,1,2\n2,2,2,2\n3,3,1,3\n");
    CHECK(three["categories"] == json({1.0, 2.0, 3.0}));
    CHECK_FALSE(three["coefficients"].contains("cohen_kappa"));
    CHECK_FALSE(three["coefficients"].contains("scott_pi"));
    CHECK(three["coefficients"]["icc"]["ICC1"].contains("estimate"));
}

TEST_CASE("categories: as given, else those that occur in order; counts take every column; tables count from one") {
    CHECK(run_stats("agreement", "u,A,B\nx,10,9\ny,2,10\n")["categories"] == json({2.0, 9.0, 10.0}));
    CHECK(run_stats("agreement", "u,A,B\nx,b,\xC3\xA4\ny,Z,b\n")["categories"] == json({"Z", "b", "\xC3\xA4"}));
    CHECK(run_stats("agreement --categories low,mid,high", "u,A,B\nx,high,low\ny,low,low\n")["categories"] ==
          json({"low", "mid", "high"}));
    CHECK(run_stats("agreement --layout counts", "u,c,a,b\nx,2,0,0\ny,0,2,0\n")["categories"] == json({"c", "a", "b"}));
    CHECK(run_stats("agreement --layout table", "3,1\n0,4\n")["categories"] == json({1.0, 2.0}));
    // An unused category counts for Brennan–Prediger.
    const json wide = run_stats("agreement --categories 1,2,3,4", "u,A,B\nx,1,1\ny,2,1\nz,2,2\n");
    CHECK(wide["coefficients"]["brennan_prediger"]["p_expected"] == 0.25);
}

TEST_CASE("the three layouts of the same ratings give the same numbers") {
    const json ratings = run_stats("agreement", "u,A,B\n1,1,1\n2,1,1\n3,1,2\n4,2,2\n5,2,2\n6,2,1\n");
    const json table = run_stats("agreement --layout table", "2,1\n1,2\n");
    const json counts = run_stats("agreement --layout counts", "u,1,2\n1,2,0\n2,2,0\n3,1,1\n4,0,2\n5,0,2\n6,1,1\n");
    for (const char* name :
         {"percent_agreement", "fleiss_kappa", "brennan_prediger", "gwet_ac", "krippendorff_alpha"}) {
        CAPTURE(std::string(name));
        const double value = ratings["coefficients"][name]["estimate"];
        CHECK(table["coefficients"][name]["estimate"].get<double>() == doctest::Approx(value).epsilon(1e-12));
        CHECK(counts["coefficients"][name]["estimate"].get<double>() == doctest::Approx(value).epsilon(1e-12));
    }
    CHECK(ratings["coefficients"]["cohen_kappa"] == table["coefficients"]["cohen_kappa"]);
}

TEST_CASE("numbers in JSON read back as the same double") {
    const auto ran = timbang::test::run_timbang("stats agreement --input - --json", "u,A,B\n1,1,1\n2,1,2\n3,2,2\n");
    CHECK(ran.out.find("\"estimate\": 0.6666666666666666,") != std::string::npos); // two of three units agree
}

TEST_CASE("standard errors follow the convention that is named") {
    const std::string table = "88,14,18\n10,40,10\n2,6,12\n";
    const json gwet = run_stats("agreement --layout table", table);
    const json fce = run_stats("agreement --layout table --se fce", table);
    CHECK(gwet["se"] == "gwet");
    CHECK(fce["se"] == "fce");
    CHECK(gwet["coefficients"]["cohen_kappa"]["ci"] != fce["coefficients"]["cohen_kappa"]["ci"]);
    CHECK(gwet["coefficients"]["fleiss_kappa"]["se"].is_number());
    CHECK(fce["coefficients"]["fleiss_kappa"]["se"].is_null());
    const json none = run_stats("agreement --layout table --se none", table);
    CHECK(none["coefficients"]["cohen_kappa"]["se"].is_null());
    CHECK(none["coefficients"]["cohen_kappa"]["ci"].is_null());
}

TEST_CASE("a bootstrap depends on its seed alone") {
    const std::string ratings = "u,A,B,C\n1,1,1,2\n2,2,2,2\n3,3,1,3\n4,1,1,1\n5,2,3,2\n6,3,3,3\n7,1,2,1\n";
    const json first = run_stats("agreement --level ordinal --bootstrap 200 --seed 7", ratings);
    CHECK(first == run_stats("agreement --level ordinal --bootstrap 200 --seed 7", ratings));
    const json other = run_stats("agreement --level ordinal --bootstrap 200 --seed 8", ratings);
    CHECK(first["coefficients"]["krippendorff_alpha"]["estimate"] ==
          other["coefficients"]["krippendorff_alpha"]["estimate"]);
    CHECK(first["coefficients"]["krippendorff_alpha"]["se"] != other["coefficients"]["krippendorff_alpha"]["se"]);
}

TEST_CASE("the readable table stands in both languages with its sentences") {
    for (const char* lang : {"en", "id"}) {
        const auto ran = timbang::test::run_timbang(std::string("stats agreement --input - --lang ") + lang,
                                                    "u,A,B\n1,1,1\n2,1,2\n3,2,2\n4,2,2\n");
        CHECK(ran.exit_code == 0);
        CAPTURE(ran.out);
        CHECK(ran.out.find(lang[0] == 'e' ? "Cohen's kappa" : "Kappa Cohen") != std::string::npos);
        CHECK(ran.out.find(lang[0] == 'e' ? "What this says" : "Artinya") != std::string::npos);
        CHECK(ran.out.find(lang[0] == 'e' ? "0.750" : "0,750") != std::string::npos);
        CHECK(ran.out.find("stats.") == std::string::npos); // no key without a text
        CHECK(ran.out.find('{') == std::string::npos);      // no placeholder without a value
    }
}
