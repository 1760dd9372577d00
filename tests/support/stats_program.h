#pragma once

#include <cmath>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"
#include "support/stats_cases.h"

namespace timbang::tests {

/// A cell of a case's matrix as it would stand in a file.
inline std::string csv_cell(const nlohmann::json& cell) {
    if (cell.is_null()) return "";
    if (!cell.is_string()) return cell.dump();
    return cell.get<std::string>();
}

/// The data of a case as the file that `stats agreement` reads, and its layout.
struct AgreementFile {
    std::string layout;
    std::string text;
};

inline AgreementFile agreement_file(const StatsCase& one) {
    const nlohmann::json& data = one.data();
    const std::string kind = data.at("kind");
    AgreementFile file{kind == "counts" ? "counts" : kind == "contingency_table" ? "table" : "ratings", ""};
    const nlohmann::json& matrix = data.at("matrix");
    if (file.layout != "table") {
        file.text = "unit";
        for (std::size_t column = 1; column <= matrix.at(0).size(); ++column)
            file.text += (file.layout == "ratings" ? ",R" : ",") + std::to_string(column);
        file.text += "\n";
    }
    std::size_t unit = 0;
    for (const auto& row : matrix) {
        std::string line = file.layout == "table" ? "" : "u" + std::to_string(++unit);
        for (const auto& cell : row) line += (line.empty() ? "" : ",") + csv_cell(cell);
        file.text += line + "\n";
    }
    return file;
}

/// Runs `stats …` on a text in standard input and gives the object it prints.
inline nlohmann::json run_stats(const std::string& arguments, const std::string& input) {
    const test::Ran ran = test::run_timbang("stats " + arguments + " --input - --json", input);
    INFO("stats ", arguments, ": ", ran.err);
    REQUIRE(ran.exit_code == 0);
    REQUIRE(ran.err.empty());
    return nlohmann::json::parse(ran.out);
}

} // namespace timbang::tests
