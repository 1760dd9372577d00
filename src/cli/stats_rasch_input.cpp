#include "cli/stats_rasch_input.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "cli/stats_columns.h"
#include "cli/stats_input.h"
#include "stats/rasch.h"

namespace timbang::cli {

namespace {

using sheets::Table;

constexpr double kHighestScore = 999;

base::Result<int> score_of(const Table& table, const std::string& path, const std::string& model, std::size_t row,
                           std::size_t column) {
    const auto score = table.number(row, column);
    if (!score || *score < 0 || *score > kHighestScore || *score != std::floor(*score))
        return cell_error("stats-score", table, path, row, column);
    if (model == "rasch" && *score > 1) return cell_error("stats-rasch-scores", table, path, row, column);
    return static_cast<int>(*score);
}

stats::BiasCorrection correction(const std::string& name) {
    if (name == "i-1/i") return stats::BiasCorrection::i_minus_1_over_i;
    return name == "eps" ? stats::BiasCorrection::eps_adjusted : stats::BiasCorrection::none;
}

/// A name for every element, also where the cell is empty.
std::string name_or_number(std::string_view name, std::size_t number) {
    return name.empty() ? std::to_string(number) : std::string(name);
}

base::Result<FacetsInput> read_matrix(const Table& table, const StatsOptions& options, FacetsInput input) {
    const std::size_t persons = table.rows() - 1;
    const std::size_t items = table.columns() - 1;
    input.facets = {"person", "item"};
    input.elements.resize(2);
    for (std::size_t row = 1; row < table.rows(); ++row)
        input.elements[0].push_back(name_or_number(table.text(row, 0), row));
    for (std::size_t column = 1; column < table.columns(); ++column)
        input.elements[1].push_back(name_or_number(table.text(0, column), column));
    input.ratings.facets = {{persons, true, true}, {items, false, false}};
    for (std::size_t row = 1; row < table.rows(); ++row)
        for (std::size_t column = 1; column < table.columns(); ++column) {
            if (table.empty(row, column)) continue;
            const auto score = score_of(table, options.input, input.model, row, column);
            if (!score) return score.error();
            input.ratings.add({static_cast<std::uint32_t>(row - 1), static_cast<std::uint32_t>(column - 1)}, *score);
        }
    if (input.model == "pcm") input.options.thresholds_of = stats::kItems;
    return input;
}

/// The columns of the facets, the person first.
base::Result<std::vector<std::size_t>> facet_columns(const Table& table, const StatsOptions& options,
                                                     std::size_t score) {
    std::vector<std::size_t> columns;
    for (const std::string& name : split_labels(options.facets)) {
        const auto column = find_column(table, options.input, name);
        if (!column) return column.error();
        columns.push_back(*column);
    }
    if (columns.empty())
        for (std::size_t column = 0; column < table.columns(); ++column)
            if (column != score) columns.push_back(column);
    if (columns.size() < 2)
        return base::Error("stats-facets-few", {{"found", static_cast<std::int64_t>(columns.size())}});
    return columns;
}

base::Result<FacetsInput> read_long(const Table& table, const StatsOptions& options, FacetsInput input) {
    const auto score = find_column(table, options.input, options.score);
    if (!score) return score.error();
    const auto columns = facet_columns(table, options, *score);
    if (!columns) return columns.error();
    std::vector<Elements> elements;
    for (const std::size_t column : *columns) {
        elements.push_back(elements_of(table, column));
        input.facets.emplace_back(table.text(0, column));
        input.elements.push_back(elements.back().names);
        const bool first = input.ratings.facets.empty();
        input.ratings.facets.push_back({elements.back().names.size(), first, first});
    }
    for (std::size_t row = 1; row < table.rows(); ++row) {
        const bool gap =
            table.empty(row, *score) ||
            std::any_of(columns->begin(), columns->end(), [&](std::size_t column) { return table.empty(row, column); });
        if (gap) {
            ++input.left_out;
            continue;
        }
        const auto value = score_of(table, options.input, input.model, row, *score);
        if (!value) return value.error();
        for (const Elements& facet : elements)
            input.ratings.element.push_back(static_cast<std::uint32_t>(facet.of_row[row - 1]));
        input.ratings.score.push_back(*value);
    }
    if (options.thresholds_of.empty() && input.model != "pcm") return input;
    const std::string name = options.thresholds_of.empty() ? input.facets[1] : options.thresholds_of;
    const auto found = std::find(input.facets.begin(), input.facets.end(), name);
    if (found == input.facets.end()) return base::Error("stats-thresholds-facet", {{"name", name}});
    input.options.thresholds_of = static_cast<std::size_t>(found - input.facets.begin());
    return input;
}

} // namespace

base::Result<FacetsInput> read_facets(const Table& table, const StatsOptions& options) {
    FacetsInput input;
    const bool long_table = options.layout == "long" || (options.layout.empty() && options.model == "facets");
    if (!long_table && options.model == "facets")
        return base::Error("stats-options-clash", {{"first", "--layout matrix"}, {"second", "--model facets"}});
    if (!long_table && !options.thresholds_of.empty())
        return base::Error("stats-options-clash", {{"first", "--layout matrix"}, {"second", "--thresholds-of"}});
    input.model = !options.model.empty() ? options.model : long_table ? "facets" : "rasch";
    input.options.bias = correction(options.bias_correction);
    return long_table ? read_long(table, options, std::move(input)) : read_matrix(table, options, std::move(input));
}

} // namespace timbang::cli
