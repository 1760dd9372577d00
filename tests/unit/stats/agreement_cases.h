#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "stats/ratings.h"
#include "stats/weights.h"
#include "support/stats_cases.h"

namespace timbang::tests {

using Cells = std::vector<std::vector<std::optional<double>>>;

/// Numbers on the scale of those that occur; missing cells are empty.
inline stats::Ratings ratings_of(const Cells& rows, std::optional<stats::Scale> scale = std::nullopt) {
    std::vector<double> values;
    for (const auto& row : rows) {
        for (const auto& cell : row) values.push_back(cell.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    auto made = stats::Ratings::of_values(rows.size(), rows.empty() ? 0 : rows[0].size(), values, std::move(scale));
    REQUIRE(made.ok());
    return std::move(*made);
}

/// Words on a scale of the given order, or of those that occur, sorted.
inline stats::Ratings words_of(const nlohmann::json& matrix, std::vector<std::string> order) {
    if (order.empty()) {
        for (const auto& row : matrix) {
            for (const auto& cell : row) {
                if (!cell.is_null()) order.push_back(cell);
            }
        }
        std::sort(order.begin(), order.end());
        order.erase(std::unique(order.begin(), order.end()), order.end());
    }
    std::vector<int> codes;
    for (const auto& row : matrix) {
        for (const auto& cell : row) {
            const auto place =
                cell.is_null() ? order.end() : std::find(order.begin(), order.end(), cell.get<std::string>());
            codes.push_back(place == order.end() ? stats::kNoRating : static_cast<int>(place - order.begin()));
        }
    }
    auto made = stats::Ratings::of_codes(stats::Scale(order), matrix.size(), matrix.at(0).size(), codes);
    REQUIRE(made.ok());
    return std::move(*made);
}

inline stats::Ratings table_of(const std::vector<std::vector<std::uint64_t>>& cells) {
    std::vector<std::uint64_t> all;
    for (const auto& row : cells) all.insert(all.end(), row.begin(), row.end());
    auto made = stats::Ratings::of_table(stats::Scale::of_positions(cells.size()), all);
    REQUIRE(made.ok());
    return std::move(*made);
}

inline stats::Ratings counts_of(const std::vector<std::vector<double>>& cells) {
    std::vector<double> all;
    for (const auto& row : cells) all.insert(all.end(), row.begin(), row.end());
    const std::size_t categories = cells.empty() ? 0 : cells[0].size();
    auto made = stats::Ratings::of_counts(stats::Scale::of_positions(categories), cells.size(), all);
    REQUIRE(made.ok());
    return std::move(*made);
}

/// The data of a case in the form that it says.
inline stats::Ratings ratings_of(const StatsCase& one) {
    const auto& matrix = one.data().at("matrix");
    const std::string kind = one.data().at("kind");
    if (kind == "contingency_table") return table_of(matrix.get<std::vector<std::vector<std::uint64_t>>>());
    if (kind == "counts") return counts_of(matrix.get<std::vector<std::vector<double>>>());
    bool words = false;
    for (const auto& row : matrix) {
        for (const auto& cell : row) words = words || cell.is_string();
    }
    if (words) return words_of(matrix, one.options().value("value_domain", std::vector<std::string>()));
    Cells cells;
    for (const auto& row : matrix) {
        auto& made = cells.emplace_back();
        for (const auto& cell : row) made.push_back(cell.is_null() ? std::nullopt : std::optional(cell.get<double>()));
    }
    if (!one.options().contains("categories")) return ratings_of(cells);
    return ratings_of(cells, stats::Scale::of_values(one.options().at("categories").get<std::vector<double>>()));
}

/// The weights of a case, for the scale of its data.
inline stats::Weights weights_of(const StatsCase& one, const stats::Scale& scale) {
    const auto matrix_of = [&](const char* key) {
        std::vector<double> all;
        for (const auto& row : one.options().at(key)) {
            for (const double cell : row) all.push_back(cell);
        }
        return all;
    };
    if (one.options().contains("weight_matrix"))
        return stats::Weights::own(scale.size(), matrix_of("weight_matrix")).value();
    if (one.options().contains("disagreement_weights")) {
        return stats::Weights::own(scale.size(), matrix_of("disagreement_weights")).value();
    }
    if (one.options().contains("distance_weights")) {
        return stats::Weights::by_distance(one.options().at("distance_weights").get<std::vector<double>>()).value();
    }
    const auto kind = stats::weight_kind(one.options().value("weights", "unweighted"));
    REQUIRE(kind);
    return stats::Weights::make(*kind, scale).value();
}

inline stats::Weights weights_of(stats::WeightKind kind, const stats::Ratings& ratings) {
    return stats::Weights::make(kind, ratings.scale()).value();
}

} // namespace timbang::tests
