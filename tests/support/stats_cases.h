#pragma once

#include <cmath>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

namespace timbang::tests {

/// One conformance case of tests/data/stats/cases.json.
struct StatsCase {
    nlohmann::json all;

    [[nodiscard]] std::string id() const { return all.at("id"); }
    [[nodiscard]] std::string source() const { return all.at("source"); }
    [[nodiscard]] const nlohmann::json& options() const { return all.at("options"); }
    [[nodiscard]] const nlohmann::json& data() const { return all.at("data"); }
    [[nodiscard]] const nlohmann::json& expected() const { return all.at("expected"); }
    [[nodiscard]] bool has(const std::string& key) const { return expected().contains(key); }

    /// How far a result may be from the expected `key`.
    [[nodiscard]] double tolerance(const std::string& key) const {
        const auto& tolerances = all.at("digits").at("abs_tol");
        if (tolerances.is_number()) return tolerances;
        return tolerances.contains(key) ? tolerances.at(key).get<double>() : tolerances.at("*").get<double>();
    }

    /// Asserts that `value` is the expected `key` within its tolerance. A key the case does not have is a failure.
    void check(const std::string& key, double value) const {
        INFO(id(), " (", source(), "): ", key);
        REQUIRE(has(key));
        CHECK(std::isfinite(value));
        const double wanted = expected().at(key);
        CHECK_MESSAGE(std::abs(value - wanted) <= tolerance(key), value, " is not ", wanted, " within ", tolerance(key));
    }
};

/// The cases of one of the named statistics; fails where a name has none.
inline std::vector<StatsCase> stats_cases(std::initializer_list<std::string_view> statistics) {
    std::ifstream file(std::string(TIMBANG_TEST_DATA) + "/stats/cases.json");
    const auto cases = nlohmann::json::parse(file);
    std::vector<StatsCase> found;
    for (const auto statistic : statistics) {
        const auto before = found.size();
        for (const auto& one : cases) {
            if (one.at("statistic") == statistic) found.push_back({one});
        }
        INFO(std::string(statistic));
        REQUIRE(found.size() > before);
    }
    return found;
}

} // namespace timbang::tests
