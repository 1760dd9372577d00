#include <set>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "support/program.h"

using nlohmann::json;
using timbang::test::file_text;

TEST_CASE("every statistic of the conformance cases is computed by a test of its own") {
    std::string tests;
    for (const auto& entry : std::filesystem::directory_iterator(TIMBANG_SOURCE_DIR "/tests/unit/stats"))
        tests += file_text(entry.path().string());
    REQUIRE_FALSE(tests.empty());
    std::set<std::string> statistics;
    for (const json& one : json::parse(file_text(TIMBANG_TEST_DATA "/stats/cases.json"))) {
        statistics.insert(one.at("statistic"));
        CHECK_FALSE(one.at("source").get<std::string>().empty());
    }
    CHECK(statistics.size() > 50);
    for (const std::string& statistic : statistics) {
        CAPTURE(statistic);
        CHECK(tests.find('"' + statistic + '"') != std::string::npos);
    }
}
