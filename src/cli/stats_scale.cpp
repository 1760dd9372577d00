#include <algorithm>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

#include "cli/stats_input.h"

namespace timbang::cli {

namespace {

using sheets::DecimalMark;
using sheets::Table;

constexpr std::size_t kMostCategories = 65535;

} // namespace

std::vector<std::string> split_labels(const std::string& given) {
    const char separator = given.find(';') == std::string::npos ? ',' : ';';
    std::vector<std::string> labels;
    for (std::size_t begin = 0; begin <= given.size();) {
        const std::size_t end = std::min(given.find(separator, begin), given.size());
        std::string label = given.substr(begin, end - begin);
        label.erase(0, std::min(label.find_first_not_of(' '), label.size()));
        label.erase(label.find_last_not_of(' ') + 1);
        if (!label.empty()) labels.push_back(std::move(label));
        begin = end + 1;
    }
    return labels;
}

std::optional<std::vector<double>> label_numbers(const std::vector<std::string>& labels) {
    std::vector<double> values;
    for (const std::string& label : labels) {
        const bool comma = label.find(',') != std::string::npos;
        const auto value = sheets::parse_number(label, comma ? DecimalMark::Comma : DecimalMark::Point);
        if (!value) return std::nullopt;
        values.push_back(*value);
    }
    return values;
}

std::optional<std::string> label_twice(const std::vector<std::string>& labels) {
    const auto values = label_numbers(labels);
    std::set<std::string_view> seen;
    std::set<double> seen_values;
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (!seen.insert(labels[i]).second || (values && !seen_values.insert((*values)[i]).second)) return labels[i];
    return std::nullopt;
}

namespace {

/// Texts of the cells in the order in which they first occur, and the index of each cell's text.
struct Distinct {
    std::vector<std::string_view> texts;
    std::vector<std::pair<std::size_t, std::size_t>> first; ///< row and column where a text first stands
    std::vector<int> cells;
    bool too_many = false;
};

Distinct distinct_texts(const Table& table, std::size_t first_row, std::size_t first_column) {
    Distinct found;
    std::unordered_map<std::string_view, int> known;
    const std::size_t columns = table.columns() > first_column ? table.columns() - first_column : 0;
    const std::size_t rows = table.rows() > first_row ? table.rows() - first_row : 0;
    found.cells.reserve(rows * columns);
    for (std::size_t row = first_row; row < table.rows(); ++row)
        for (std::size_t column = first_column; column < table.columns(); ++column) {
            const std::string_view text = table.text(row, column);
            if (text.empty()) {
                found.cells.push_back(stats::kNoRating);
                continue;
            }
            const auto [place, added] = known.emplace(text, static_cast<int>(found.texts.size()));
            if (added) {
                found.texts.push_back(text);
                found.first.emplace_back(row, column);
            }
            if (found.texts.size() > kMostCategories) {
                found.too_many = true;
                return found;
            }
            found.cells.push_back(place->second);
        }
    return found;
}

/// Puts for each index of a distinct text its position on the scale into the cells.
void replace_codes(std::vector<int>& cells, const std::vector<int>& position) {
    for (int& cell : cells)
        if (cell != stats::kNoRating) cell = position[static_cast<std::size_t>(cell)];
}

CodedCells code_occurring(const Table& table, Distinct found) {
    CodedCells coded;
    std::vector<double> values;
    std::optional<std::size_t> word;
    for (std::size_t i = 0; i < found.texts.size(); ++i) {
        const auto value = sheets::parse_number(found.texts[i], table.decimal_mark());
        if (value) values.push_back(*value);
        else if (!word) word = i;
    }
    std::vector<int> position(found.texts.size());
    if (!word) {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
        for (std::size_t i = 0; i < values.size(); ++i)
            position[i] = static_cast<int>(std::lower_bound(sorted.begin(), sorted.end(), values[i]) - sorted.begin());
        coded.scale = stats::Scale::of_values(std::move(sorted));
    } else {
        std::vector<std::size_t> order(found.texts.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        // The order of UTF-8 bytes is the order of code points.
        std::sort(order.begin(), order.end(),
                  [&](std::size_t a, std::size_t b) { return found.texts[a] < found.texts[b]; });
        std::vector<std::string> labels;
        for (std::size_t i = 0; i < order.size(); ++i) {
            position[order[i]] = static_cast<int>(i);
            labels.emplace_back(found.texts[order[i]]);
        }
        coded.scale = stats::Scale(std::move(labels));
        if (!values.empty()) coded.word = table.place(found.first[*word].first, found.first[*word].second);
    }
    replace_codes(found.cells, position);
    coded.codes = std::move(found.cells);
    return coded;
}

base::Result<CodedCells> code_given(const Table& table, const std::string& path, Distinct found,
                                    const std::string& given) {
    CodedCells coded;
    const std::vector<std::string> labels = split_labels(given);
    const auto values = label_numbers(labels);
    if (const auto twice = label_twice(labels)) return base::Error("stats-category-twice", {{"text", *twice}});
    std::vector<int> position(found.texts.size());
    for (std::size_t i = 0; i < found.texts.size(); ++i) {
        auto at = static_cast<std::size_t>(std::find(labels.begin(), labels.end(), found.texts[i]) - labels.begin());
        if (at == labels.size() && values) {
            const auto value = sheets::parse_number(found.texts[i], table.decimal_mark());
            if (value)
                at = static_cast<std::size_t>(std::find(values->begin(), values->end(), *value) - values->begin());
        }
        if (at == labels.size()) {
            base::Error error =
                cell_error("stats-category-unknown", table, path, found.first[i].first, found.first[i].second);
            error.args.emplace_back("categories", given);
            return error;
        }
        position[i] = static_cast<int>(at);
    }
    coded.scale = values ? stats::Scale::of_values(*values) : stats::Scale(labels);
    replace_codes(found.cells, position);
    coded.codes = std::move(found.cells);
    return coded;
}

} // namespace

base::Error cell_error(std::string code, const Table& table, const std::string& path, std::size_t row,
                       std::size_t column) {
    base::Args args = sheets::place_args(path, table.place(row, column));
    args.emplace_back("text", std::string(table.text(row, column)));
    return base::Error(std::move(code), std::move(args));
}

base::Result<CodedCells> code_cells(const Table& table, const std::string& path, std::size_t first_row,
                                    std::size_t first_column, const std::string& given) {
    Distinct found = distinct_texts(table, first_row, first_column);
    if (found.too_many) {
        base::Error error =
            cell_error("stats-categories-many", table, path, found.first.back().first, found.first.back().second);
        error.args.emplace_back("most", static_cast<std::int64_t>(kMostCategories));
        return error;
    }
    if (split_labels(given).empty()) return code_occurring(table, std::move(found));
    return code_given(table, path, std::move(found), given);
}

} // namespace timbang::cli
