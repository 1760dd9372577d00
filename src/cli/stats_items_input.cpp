#include "cli/stats_items_input.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "cli/stats_columns.h"
#include "cli/stats_input.h"
#include "sheets/csv.h"

namespace timbang::cli {

namespace {

using sheets::Table;

base::Result<ItemsInput> read_scores(const Table& table, const StatsOptions& options, ItemsInput input) {
    for (std::size_t person = 0; person + 1 < table.rows(); ++person)
        for (std::size_t item = 0; item < input.names.size(); ++item) {
            if (table.empty(person + 1, item + 1)) continue;
            const auto score = table.number(person + 1, item + 1);
            if (!score) return cell_error("stats-number", table, options.input, person + 1, item + 1);
            input.scores.set(person, item, *score);
        }
    input.highest = options.highest;
    return input;
}

/// The key as texts in the order of the items: "B,A,C", or a file with columns item and key.
base::Result<std::vector<std::string>> read_key(const std::string& key, const std::vector<std::string>& names) {
    std::vector<std::string> texts;
    const bool file = key.size() > 4 && key.compare(key.size() - 4, 4, ".csv") == 0;
    if (!file) {
        texts = split_labels(key);
        if (texts.size() != names.size())
            return base::Error("stats-key-length", {{"found", static_cast<std::int64_t>(texts.size())},
                                                    {"expected", static_cast<std::int64_t>(names.size())}});
        return texts;
    }
    const base::Result<sheets::Csv> csv = sheets::read_csv(key);
    if (!csv) return csv.error();
    const auto item = find_column(csv->table, key, "item");
    if (!item) return item.error();
    const auto answer = find_column(csv->table, key, "key");
    if (!answer) return answer.error();
    for (const std::string& name : names) {
        std::size_t row = 1;
        while (row < csv->table.rows() && csv->table.text(row, *item) != name) ++row;
        if (row == csv->table.rows()) return base::Error("stats-key-item", {{"name", name}, {"path", key}});
        texts.emplace_back(csv->table.text(row, *answer));
    }
    return texts;
}

/// Options of an item: every text that occurs and the key's.
std::vector<std::string> options_of(const Table& table, std::size_t column, const std::string& key) {
    std::set<std::string> found{key};
    for (std::size_t row = 1; row < table.rows(); ++row)
        if (!table.empty(row, column)) found.emplace(table.text(row, column));
    std::vector<std::string> options(found.begin(), found.end());
    const auto values = label_numbers(options);
    if (!values) return options;
    std::stable_sort(options.begin(), options.end(), [](const std::string& a, const std::string& b) {
        return *label_numbers({a}).value().begin() < *label_numbers({b}).value().begin();
    });
    return options;
}

int place_of(const std::vector<std::string>& options, std::string_view text) {
    const auto found = std::find(options.begin(), options.end(), text);
    return found == options.end() ? stats::kNoChoice : static_cast<int>(found - options.begin());
}

void add_distances(ItemsInput& input) {
    std::vector<std::vector<double>> values;
    for (const auto& options : input.options) {
        auto numbers = label_numbers(options);
        if (!numbers) return;
        values.push_back(std::move(*numbers));
    }
    const std::size_t items = input.names.size();
    input.distance.assign(input.choices.option.size(), std::numeric_limits<double>::quiet_NaN());
    for (std::size_t i = 0; i < input.distance.size(); ++i) {
        const std::size_t item = i % items;
        const int option = input.choices.option[i];
        if (option == stats::kNoChoice) continue;
        input.distance[i] =
            values[item][static_cast<std::size_t>(option)] - values[item][static_cast<std::size_t>(input.key[item])];
    }
}

/// Counts the experts' answers; an answer that is no option so far becomes one.
base::Status read_experts(const std::string& path, ItemsInput& input) {
    const base::Result<sheets::Csv> csv = sheets::read_csv(path);
    if (!csv) return csv.error();
    for (std::size_t item = 0; item < input.names.size(); ++item) {
        const auto column = find_column(csv->table, path, input.names[item]);
        if (!column) return column.error();
        std::vector<std::size_t> counts(input.options[item].size(), 0);
        for (std::size_t row = 1; row < csv->table.rows(); ++row) {
            if (csv->table.empty(row, *column)) continue;
            int option = place_of(input.options[item], csv->table.text(row, *column));
            if (option == stats::kNoChoice) {
                option = static_cast<int>(input.options[item].size());
                input.options[item].emplace_back(csv->table.text(row, *column));
                counts.push_back(0);
            }
            ++counts[static_cast<std::size_t>(option)];
        }
        input.experts.push_back(std::move(counts));
    }
    return {};
}

base::Result<ItemsInput> read_choices(const Table& table, const StatsOptions& options, ItemsInput input) {
    const auto key = read_key(options.key, input.names);
    if (!key) return key.error();
    const std::size_t persons = table.rows() - 1;
    const std::size_t items = input.names.size();
    input.choices = {persons, items, std::vector<int>(persons * items, stats::kNoChoice)};
    for (std::size_t item = 0; item < items; ++item) {
        input.options.push_back(options_of(table, item + 1, (*key)[item]));
        input.key.push_back(place_of(input.options.back(), (*key)[item]));
        for (std::size_t person = 0; person < persons; ++person) {
            if (table.empty(person + 1, item + 1)) continue;
            const int option = place_of(input.options.back(), table.text(person + 1, item + 1));
            input.choices.option[person * items + item] = option;
            input.scores.set(person, item, option == input.key.back() ? 1 : 0);
        }
    }
    input.highest = 1;
    add_distances(input);
    if (!options.experts.empty())
        if (const base::Status read = read_experts(options.experts, input); !read) return read.error();
    return input;
}

} // namespace

base::Result<ItemsInput> read_items(const Table& table, const StatsOptions& options) {
    ItemsInput input;
    for (std::size_t column = 1; column < table.columns(); ++column) input.names.emplace_back(table.text(0, column));
    input.scores = stats::Table(table.rows() - 1, input.names.size());
    if (!options.key.empty()) return read_choices(table, options, std::move(input));
    if (!options.experts.empty()) return base::Error("stats-experts-key");
    return read_scores(table, options, std::move(input));
}

} // namespace timbang::cli
