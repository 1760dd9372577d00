#include "cli/stats_input.h"

#include <cmath>
#include <iterator>
#include <limits>
#include <unordered_map>

namespace timbang::cli {

namespace {

using sheets::Table;

constexpr double kLargestCount = 9007199254740992; // 2⁵³: every whole number up to here is a double

std::int64_t whole(std::size_t value) { return static_cast<std::int64_t>(value); }

/// A whole number of at least 0 and at most `most`; an empty cell is 0.
base::Result<std::uint64_t> count_of(const Table& table, const std::string& path, std::size_t row, std::size_t column,
                                     double most) {
    if (table.empty(row, column)) return std::uint64_t{0};
    const auto value = table.number(row, column);
    if (!value || *value < 0 || *value != std::floor(*value) || *value > most)
        return cell_error("stats-whole-count", table, path, row, column);
    return static_cast<std::uint64_t>(*value);
}

stats::Scale scale_of(const std::vector<std::string>& labels) {
    const auto values = label_numbers(labels);
    return values ? stats::Scale::of_values(*values) : stats::Scale(labels);
}

/// Things a reader may not have meant: a first row of numbers, units of the same name.
std::vector<base::Message> doubts_about_names(const Table& table) {
    std::vector<base::Message> warnings;
    bool numbers = table.columns() > 1 && table.rows() > 1;
    for (std::size_t column = 1; column < table.columns() && numbers; ++column)
        numbers = table.number(0, column).has_value();
    if (numbers) warnings.push_back({"stats.warn-names-are-numbers", {}});
    std::unordered_map<std::string_view, std::size_t> seen;
    for (std::size_t row = 1; row < table.rows(); ++row) {
        if (table.empty(row, 0)) continue;
        const auto [first, added] = seen.emplace(table.text(row, 0), row);
        if (added) continue;
        warnings.push_back({"stats.warn-unit-twice",
                            {{"unit", std::string(table.text(row, 0))},
                             {"first", whole(table.place(first->second, 0).row)},
                             {"second", whole(table.place(row, 0).row)}}});
        break;
    }
    return warnings;
}

base::Result<RatingsInput> from_ratings(const Table& table, const std::string& path, const std::string& categories) {
    base::Result<CodedCells> coded = code_cells(table, path, 1, 1, categories);
    if (!coded) return coded.error();
    RatingsInput input;
    input.warnings = doubts_about_names(table);
    if (coded->word) {
        base::Args args = sheets::place_args(path, *coded->word);
        input.warnings.push_back({"stats.warn-words-among-numbers", std::move(args)});
    }
    base::Result<stats::Ratings> ratings =
        stats::Ratings::of_codes(std::move(coded->scale), table.rows() - 1, table.columns() - 1, coded->codes);
    if (!ratings) return ratings.error();
    input.ratings = std::move(ratings).value();
    return input;
}

/// The place of each category's column in the scale; the columns themselves where no categories were given.
struct CountColumns {
    std::vector<std::string> labels;
    std::vector<std::size_t> position;
};

base::Result<CountColumns> count_columns(const Table& table, const std::string& path, const std::string& categories) {
    CountColumns columns;
    columns.labels = split_labels(categories);
    const bool given = !columns.labels.empty();
    for (std::size_t column = 1; column < table.columns(); ++column) {
        const std::string label(table.text(0, column));
        std::size_t at = column - 1;
        if (!given) {
            columns.labels.push_back(label);
        } else {
            for (at = 0; at < columns.labels.size() && columns.labels[at] != label;) ++at;
            if (at == columns.labels.size()) {
                base::Error error = cell_error("stats-category-unknown", table, path, 0, column);
                error.args.emplace_back("categories", categories);
                return error;
            }
        }
        columns.position.push_back(at);
    }
    if (const auto twice = label_twice(columns.labels)) return base::Error("stats-category-twice", {{"text", *twice}});
    return columns;
}

base::Result<RatingsInput> from_counts(const Table& table, const std::string& path, const std::string& categories) {
    base::Result<CountColumns> columns = count_columns(table, path, categories);
    if (!columns) return columns.error();
    const std::size_t size = columns->labels.size();
    std::vector<double> counts((table.rows() - 1) * size, 0);
    for (std::size_t row = 1; row < table.rows(); ++row)
        for (std::size_t column = 1; column < table.columns(); ++column) {
            if (table.empty(row, column)) continue;
            const auto count = table.number(row, column);
            if (!count || !(*count >= 0 && *count <= kLargestCount))
                return cell_error("stats-count", table, path, row, column);
            counts[(row - 1) * size + columns->position[column - 1]] += *count;
        }
    base::Result<stats::Ratings> ratings =
        stats::Ratings::of_counts(scale_of(columns->labels), table.rows() - 1, std::move(counts));
    if (!ratings) return ratings.error();
    RatingsInput input{std::move(ratings).value(), doubts_about_names(table)};
    if (label_numbers(columns->labels) && !input.warnings.empty() &&
        input.warnings.front().key == "stats.warn-names-are-numbers")
        input.warnings.erase(input.warnings.begin()); // the names are the scale
    return input;
}

base::Result<RatingsInput> from_table(const Table& table, const std::string& path, const std::string& categories) {
    const std::size_t size = table.columns();
    if (table.rows() != size)
        return base::Error("stats-table-square",
                           {{"path", path}, {"rows", whole(table.rows())}, {"columns", whole(size)}});
    const std::vector<std::string> labels = split_labels(categories);
    if (!labels.empty() && labels.size() != size)
        return base::Error("stats-categories-differ",
                           {{"path", path}, {"found", whole(labels.size())}, {"expected", whole(size)}});
    if (const auto twice = label_twice(labels)) return base::Error("stats-category-twice", {{"text", *twice}});
    std::vector<std::uint64_t> cells;
    cells.reserve(size * size);
    double total = 0;
    for (std::size_t row = 0; row < size; ++row)
        for (std::size_t column = 0; column < size; ++column) {
            const auto count = count_of(table, path, row, column, kLargestCount - total);
            if (!count) return count.error();
            cells.push_back(*count);
            total += static_cast<double>(*count);
        }
    const stats::Scale scale = labels.empty() ? stats::Scale::of_positions(size) : scale_of(labels);
    base::Result<stats::Ratings> ratings = stats::Ratings::of_table(scale, cells);
    if (!ratings) return ratings.error();
    return RatingsInput{std::move(ratings).value(), {}};
}

} // namespace

base::Result<sheets::Csv> read_input(const Context& context, const std::string& input) {
    if (input != "-") return sheets::read_csv(input);
    std::istream& stream = *context.environment.in;
    std::string content;
    std::string block(std::size_t{1} << 20, '\0');
    while (stream.read(block.data(), static_cast<std::streamsize>(block.size())) || stream.gcount() > 0) {
        content.append(block, 0, static_cast<std::size_t>(stream.gcount()));
        if (content.size() > sheets::kLargestFile) break; // parse_csv tells that it is too large
    }
    return sheets::parse_csv(std::move(content), input);
}

base::Result<RatingsInput> read_ratings(const Table& table, const std::string& path, const std::string& layout,
                                        const std::string& categories) {
    if (layout == "table") return from_table(table, path, categories);
    if (layout == "counts") return from_counts(table, path, categories);
    return from_ratings(table, path, categories);
}

stats::Defined<stats::Table> numbers_of(const stats::Ratings& ratings) {
    constexpr std::uint64_t kMostUnits = 20'000'000;
    if (ratings.has_counts()) return stats::undefined(stats::kRatersUnknown);
    const stats::Scale& scale = ratings.scale();
    if (!scale.numeric() && scale.size() > 0) return stats::undefined(stats::kNotNumeric);
    const std::uint64_t units = ratings.units();
    if (!ratings.frequencies().empty() && units > kMostUnits) return stats::undefined(stats::kTooManyUnits);
    stats::Table numbers(units, ratings.raters());
    std::size_t unit = 0;
    for (std::size_t row = 0; row < ratings.rows(); ++row)
        for (std::uint64_t copy = 0; copy < ratings.frequency(row); ++copy, ++unit)
            for (std::size_t rater = 0; rater < ratings.raters(); ++rater) {
                const int code = ratings.code(row, rater);
                if (code != stats::kNoRating) numbers.set(unit, rater, scale.values()[static_cast<std::size_t>(code)]);
            }
    return numbers;
}

base::Result<stats::Weights> read_weights(const std::string& name, const stats::Scale& scale) {
    if (const auto kind = stats::weight_kind(name)) return stats::Weights::make(*kind, scale);
    if (name.find('.') == std::string::npos && name.find('/') == std::string::npos)
        return base::Error("stats-weights-unknown", {{"name", name}});
    const base::Result<sheets::Csv> csv = sheets::read_csv(name);
    if (!csv) return csv.error();
    const Table& table = csv->table;
    if (table.rows() != scale.size() || table.columns() != scale.size())
        return base::Error("stats-weights-square", {{"path", name},
                                                    {"rows", whole(table.rows())},
                                                    {"columns", whole(table.columns())},
                                                    {"expected", whole(scale.size())}});
    std::vector<double> matrix;
    for (std::size_t row = 0; row < table.rows(); ++row)
        for (std::size_t column = 0; column < table.columns(); ++column) {
            const auto weight = table.number(row, column);
            if (!weight) return cell_error("stats-number", table, name, row, column);
            matrix.push_back(*weight);
        }
    return stats::Weights::own(scale.size(), matrix);
}

} // namespace timbang::cli
