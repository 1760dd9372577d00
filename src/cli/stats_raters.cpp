#include <limits>

#include <nlohmann/json.hpp>

#include "cli/stats_columns.h"
#include "cli/stats_commands.h"
#include "cli/stats_input.h"
#include "stats/say_raters.h"

namespace timbang::cli {

namespace {

using sheets::Table;
using stats::Judgements;
using stats::RaterEffects;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// Judgements with the names of the raters.
struct RatersInput {
    Judgements judgements;
    std::vector<std::string> raters;
};

/// One row of a file while it is read: who said what of which unit.
struct Row {
    std::size_t unit, rater;
    double time;
    std::vector<double> scores;
};

/// A number, NaN where the cell is empty.
base::Result<double> number_of(const Table& table, const std::string& path, std::size_t row, std::size_t column) {
    if (table.empty(row, column)) return kNone;
    const auto value = table.number(row, column);
    if (!value) return cell_error("stats-number", table, path, row, column);
    return *value;
}

/// Splits the reference off and numbers the others. `reference` is the number of the rater who is it, or the count.
RatersInput assemble(const std::vector<Row>& rows, std::size_t criteria, std::vector<std::string> raters,
                     std::size_t reference) {
    RatersInput input;
    std::size_t kept = 0;
    for (const Row& row : rows) kept += row.rater != reference;
    Judgements& judgements = input.judgements;
    judgements.values = stats::Table(kept, criteria);
    const bool has_reference = reference < raters.size();
    if (has_reference) judgements.reference = stats::Table(kept, criteria);
    std::vector<const Row*> reference_of;
    for (const Row& row : rows) {
        reference_of.resize(std::max(reference_of.size(), row.unit + 1), nullptr);
        if (row.rater == reference) reference_of[row.unit] = &row;
    }
    std::size_t at = 0;
    for (const Row& row : rows) {
        if (row.rater == reference) continue;
        for (std::size_t c = 0; c < criteria; ++c) {
            judgements.values.set(at, c, row.scores[c]);
            if (has_reference && reference_of[row.unit])
                judgements.reference.set(at, c, reference_of[row.unit]->scores[c]);
        }
        judgements.rater.push_back(row.rater - (has_reference && row.rater > reference ? 1 : 0));
        judgements.unit.push_back(row.unit);
        judgements.time.push_back(row.time);
        ++at;
    }
    if (has_reference) raters.erase(raters.begin() + static_cast<std::ptrdiff_t>(reference));
    input.raters = std::move(raters);
    return input;
}

/// The number of the rater called `name`; the count where none is asked for.
base::Result<std::size_t> reference_among(const std::vector<std::string>& raters, const std::string& name,
                                          const std::string& path) {
    if (name.empty()) return raters.size();
    for (std::size_t i = 0; i < raters.size(); ++i)
        if (raters[i] == name) return i;
    return base::Error("stats-reference-missing", {{"name", name}, {"path", path}});
}

base::Result<RatersInput> read_matrix(const Table& table, const StatsOptions& options) {
    std::vector<std::string> raters;
    for (std::size_t column = 1; column < table.columns(); ++column) raters.emplace_back(table.text(0, column));
    const auto reference = reference_among(raters, options.reference, options.input);
    if (!reference) return reference.error();
    std::vector<Row> rows;
    for (std::size_t row = 1; row < table.rows(); ++row)
        for (std::size_t column = 1; column < table.columns(); ++column) {
            const auto score = number_of(table, options.input, row, column);
            if (!score) return score.error();
            rows.push_back({row - 1, column - 1, kNone, {*score}});
        }
    return assemble(rows, 1, std::move(raters), *reference);
}

base::Result<RatersInput> read_long(const Table& table, const StatsOptions& options) {
    const std::string& path = options.input;
    const auto unit = find_column(table, path, options.unit);
    if (!unit) return unit.error();
    const auto rater = find_column(table, path, options.rater);
    if (!rater) return rater.error();
    const bool timed = has_column(table, options.time);
    const std::size_t time = timed ? *find_column(table, path, options.time) : table.columns();
    std::vector<std::size_t> criteria;
    for (std::size_t column = 0; column < table.columns(); ++column)
        if (column != *unit && column != *rater && column != time) criteria.push_back(column);
    const Elements units = elements_of(table, *unit);
    Elements raters = elements_of(table, *rater);
    const auto reference = reference_among(raters.names, options.reference, path);
    if (!reference) return reference.error();
    std::vector<Row> rows;
    for (std::size_t row = 1; row < table.rows(); ++row) {
        if (table.empty(row, *unit)) return cell_error("stats-cell-empty", table, path, row, *unit);
        if (table.empty(row, *rater)) return cell_error("stats-cell-empty", table, path, row, *rater);
        Row one{units.of_row[row - 1], raters.of_row[row - 1], kNone, {}};
        if (timed) {
            const auto value = number_of(table, path, row, time);
            if (!value) return value.error();
            one.time = *value;
        }
        for (const std::size_t column : criteria) {
            const auto score = number_of(table, path, row, column);
            if (!score) return score.error();
            one.scores.push_back(*score);
        }
        rows.push_back(std::move(one));
    }
    return assemble(rows, criteria.size(), std::move(raters.names), *reference);
}

base::Status set_ends(Judgements& judgements, const std::string& ends) {
    if (ends.empty()) return {};
    const auto values = label_numbers(split_labels(ends));
    if (!values || values->size() != 2 || !((*values)[0] < (*values)[1]))
        return base::Error("stats-ends", {{"text", ends}});
    judgements.lowest = (*values)[0];
    judgements.highest = (*values)[1];
    return {};
}

StatsJson rater_json(const Context& context, const std::string& name, const RaterEffects& one) {
    StatsJson json{{"rater", name},
                   {"rows", one.rows},
                   {"scores", one.scores},
                   {"units", one.units},
                   {"mean", one.scores > 0 ? StatsJson(one.mean) : StatsJson(nullptr)},
                   {"severity", defined_json(context, one.severity)},
                   {"extreme_share", defined_json(context, one.extreme_share)},
                   {"central_tendency", defined_json(context, one.central_tendency)},
                   {"slope", defined_json(context, one.slope)},
                   {"sd", number_json(context, one.sd)},
                   {"range_ratio", defined_json(context, one.range_ratio)},
                   {"halo", defined_json(context, one.halo)},
                   {"residual_halo", defined_json(context, one.residual_halo)},
                   {"drift", defined_json(context, one.drift)},
                   {"change", defined_json(context, one.change)},
                   {"blocks", StatsJson::array()}};
    for (const stats::TimeBlock& block : one.blocks)
        json["blocks"].push_back({{"from", block.from},
                                  {"to", block.to},
                                  {"rows", block.rows},
                                  {"severity", estimate_json(block.severity)}});
    return json;
}

std::string cell(const Context& context, const stats::Defined<stats::Estimate>& value) {
    return value ? shown(context, value->estimate) : "–";
}

std::vector<std::string> row_of(const Context& context, const std::string& name, const RaterEffects& one) {
    return {name,
            std::to_string(one.scores),
            one.scores > 0 ? shown(context, one.mean) : "–",
            cell(context, one.severity),
            one.severity ? shown(context, one.severity->interval) : "",
            cell(context, one.central_tendency),
            cell(context, one.range_ratio),
            cell(context, one.halo),
            cell(context, one.drift)};
}

const char* baseline_name(stats::Baseline baseline) {
    switch (baseline) {
    case stats::Baseline::GrandMean: return "mean";
    case stats::Baseline::OtherRaters: return "others";
    case stats::Baseline::Reference: return "reference";
    }
    return "";
}

stats::Baseline baseline_of(const StatsOptions& options) {
    if (options.baseline == "others") return stats::Baseline::OtherRaters;
    const bool reference = options.baseline == "reference" || (options.baseline.empty() && !options.reference.empty());
    return reference ? stats::Baseline::Reference : stats::Baseline::GrandMean;
}

std::vector<std::string> head_of(const Context& context, double confidence) {
    return {"",
            context.text("stats.head-scores"),
            context.text("stats.head-mean"),
            context.text("stats.head-severity"),
            context.text("stats.head-interval", {{"level", stats::in_percent(confidence)}}),
            context.text("stats.head-central"),
            context.text("stats.head-range"),
            context.text("stats.head-halo"),
            context.text("stats.head-drift")};
}

} // namespace

int run_stats_raters(const Context& context, const StatsOptions& options) {
    const base::Result<sheets::Csv> csv = read_input(context, options.input);
    if (!csv) return fail_stats(context, csv.error());
    base::Result<RatersInput> input =
        options.layout == "long" ? read_long(csv->table, options) : read_matrix(csv->table, options);
    if (!input) return fail_stats(context, input.error());
    if (const base::Status ends = set_ends(input->judgements, options.ends); !ends)
        return fail_stats(context, ends.error());
    stats::RaterEffectOptions effect_options;
    effect_options.baseline = baseline_of(options);
    effect_options.level = options.confidence;
    effect_options.time_blocks = options.blocks;
    const auto report = stats::rater_effects(input->judgements, effect_options);

    StatsJson json{{"n_raters", input->raters.size()}, {"baseline", baseline_name(effect_options.baseline)}};
    add_input(json, *csv);
    StatsReport out;
    if (!report) {
        json["undefined"] = reason(context, report.error());
        json["code"] = report.error().code;
        json["raters"] = StatsJson::array();
        out.intro.push_back(context.text("stats.not-defined", {{"reason", reason(context, report.error())}}));
        return print_stats(context, json, out);
    }
    json["n_units"] = report->units;
    json["n_scores"] = report->scores;
    json["n_criteria"] = report->criteria;
    json["grand_mean"] = report->grand_mean;
    json["raters"] = StatsJson::array();
    const std::string baseline = context.text(std::string("stats.baseline-") + baseline_name(effect_options.baseline));
    out.intro.push_back(
        context.text("stats.intro-raters", {{"raters", static_cast<std::int64_t>(report->raters.size())},
                                            {"units", static_cast<std::int64_t>(report->units)},
                                            {"scores", static_cast<std::int64_t>(report->scores)},
                                            {"baseline", baseline}}));
    TextTable table{"", head_of(context, options.confidence), {}};
    for (std::size_t i = 0; i < report->raters.size(); ++i) {
        const RaterEffects& one = report->raters[i];
        const std::string says = joined(context, stats::say_rater(input->raters[i], one, effect_options.baseline));
        json["raters"].push_back(rater_json(context, input->raters[i], one));
        json["raters"].back()["says"] = says;
        out.says.push_back(says);
        table.rows.push_back(row_of(context, input->raters[i], one));
    }
    out.tables.push_back(std::move(table));
    out.warnings = stats::warn_raters(*report, input->raters);
    return print_stats(context, json, out);
}

} // namespace timbang::cli
