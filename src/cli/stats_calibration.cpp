#include <nlohmann/json.hpp>

#include "cli/stats_columns.h"
#include "cli/stats_commands.h"
#include "cli/stats_input.h"
#include "stats/calibration.h"
#include "stats/detection_auc.h"
#include "stats/say_calibration.h"

namespace timbang::cli {

namespace {

using stats::Defined;
using stats::Estimate;

/// The rows that have an outcome and a confidence.
struct Stated {
    std::vector<std::uint8_t> outcomes;
    std::vector<double> confidence;
    std::vector<double> score;   ///< one for each, where there is such a column; NaN where the cell is empty
    bool has_score = false;
    std::size_t left_out = 0;
};

base::Result<double> probability(const sheets::Table& table, const std::string& path, std::size_t row,
                                 std::size_t column) {
    const auto value = table.number(row, column);
    if (!value || !(*value >= 0 && *value <= 1)) return cell_error("stats-probability", table, path, row, column);
    return *value;
}

base::Result<Stated> read_stated(const sheets::Table& table, const StatsOptions& options) {
    const std::string& path = options.input;
    const auto outcome = find_column(table, path, options.outcome);
    if (!outcome) return outcome.error();
    const auto confidence = find_column(table, path, options.stated);
    if (!confidence) return confidence.error();
    Stated stated;
    stated.has_score = has_column(table, options.score);
    const std::size_t score = stated.has_score ? *find_column(table, path, options.score) : 0;
    for (std::size_t row = 1; row < table.rows(); ++row) {
        if (table.empty(row, *outcome) || table.empty(row, *confidence)) {
            ++stated.left_out;
            continue;
        }
        const auto came = yes_or_no(table, path, row, *outcome);
        if (!came) return came.error();
        const auto p = probability(table, path, row, *confidence);
        if (!p) return p.error();
        stated.outcomes.push_back(*came ? 1 : 0);
        stated.confidence.push_back(*p);
        if (!stated.has_score) continue;
        const auto value = table.number(row, score);
        if (!value && !table.empty(row, score)) return cell_error("stats-number", table, path, row, score);
        stated.score.push_back(value.value_or(std::numeric_limits<double>::quiet_NaN()));
    }
    return stated;
}

std::vector<std::string> row_of(const Context& context, const char* name, const Defined<Estimate>& value) {
    if (!value)
        return {context.text(name), context.text("stats.not-defined", {{"reason", reason(context, value.error())}})};
    return {context.text(name), shown(context, value->estimate), shown(context, value->se),
            shown(context, value->interval)};
}

StatsJson murphy_json(const Context& context, const Stated& stated) {
    const auto classes = stats::probability_classes(stated.confidence, stated.outcomes);
    if (!classes) return undefined_json(context, classes.error());
    const auto parts = stats::murphy(*classes);
    if (!parts) return undefined_json(context, parts.error());
    return {{"reliability", parts->reliability}, {"resolution", parts->resolution},
            {"uncertainty", parts->uncertainty}, {"base_rate", parts->base_rate},
            {"classes", classes->size()},        {"skill", number_json(context, parts->skill)}};
}

void add_bins(const Context& context, const Stated& stated, const StatsOptions& options, StatsJson& json,
              StatsReport& out) {
    stats::CalibrationOptions calibration_options;
    calibration_options.bins = options.bins;
    calibration_options.level = options.confidence;
    const auto result = stats::calibration(stated.confidence, stated.outcomes, calibration_options);
    if (!result) {
        json["calibration"] = undefined_json(context, result.error());
        return;
    }
    StatsJson bins = StatsJson::array();
    TextTable table{context.text("stats.title-bins"),
                    {context.text("stats.head-stated"), context.text("stats.head-n"),
                     context.text("stats.head-mean-stated"), context.text("stats.head-came-true"),
                     context.text("stats.head-interval", {{"level", stats::in_percent(options.confidence)}})},
                    {}};
    for (const stats::CalibrationBin& bin : result->bins) {
        bins.push_back({{"low", bin.low},
                        {"high", bin.high},
                        {"n", bin.n},
                        {"mean_confidence", bin.n > 0 ? StatsJson(bin.mean_p) : StatsJson(nullptr)},
                        {"rate", defined_json(context, bin.rate)}});
        if (bin.n == 0) continue;
        table.rows.push_back(
            {context.text("stats.from-to",
                          {{"low", stats::rounded(bin.low, 2)}, {"high", stats::rounded(bin.high, 2)}}),
             std::to_string(bin.n), shown(context, bin.mean_p), bin.rate ? shown(context, bin.rate->estimate) : "",
             bin.rate ? shown(context, bin.rate->interval) : ""});
    }
    json["calibration"] = {
        {"ece", result->ece}, {"rmsce", result->rmsce}, {"mce", result->mce}, {"bins", std::move(bins)}};
    out.tables.push_back(std::move(table));
}

} // namespace

int run_stats_calibration(const Context& context, const StatsOptions& options) {
    const base::Result<sheets::Csv> csv = read_input(context, options.input);
    if (!csv) return fail_stats(context, csv.error());
    const base::Result<Stated> stated = read_stated(csv->table, options);
    if (!stated) return fail_stats(context, stated.error());
    const auto& p = stated->confidence;
    const auto& y = stated->outcomes;
    const auto brier = stats::brier_score(p, y, options.confidence);
    const auto log_loss = stats::log_loss(p, y, stats::LogClip::Epsilon, options.confidence);
    const auto summary = stats::confidence_summary(p, y, options.confidence);
    stats::AucOptions auc_options;
    auc_options.level = options.confidence;
    const auto auc = stats::roc_auc(y, stated->has_score ? stated->score : p, auc_options);
    const auto part = [&](Estimate stats::Confidence::*member) {
        return summary ? Defined<Estimate>((*summary).*member) : Defined<Estimate>(summary.error());
    };

    StatsJson json{{"n", y.size()}, {"n_left_out", stated->left_out}};
    add_input(json, *csv);
    json["mean_confidence"] = summary ? StatsJson(summary->mean_confidence) : undefined_json(context, summary.error());
    json["accuracy"] = defined_json(context, part(&stats::Confidence::accuracy));
    json["over_confidence"] = defined_json(context, part(&stats::Confidence::over_confidence));
    const auto gap = summary ? summary->resolution_gap : Defined<Estimate>(summary.error());
    json["resolution_gap"] = defined_json(context, gap);
    json["brier"] = defined_json(context, brier);
    json["murphy"] = murphy_json(context, *stated);
    json["log_loss"] = defined_json(context, log_loss);
    const auto area = auc ? Defined<Estimate>(auc->area) : Defined<Estimate>(auc.error());
    json["auc"] = defined_json(context, area);
    json["auc"]["of"] = stated->has_score ? "score" : "confidence";

    StatsReport out;
    out.intro.push_back(context.text("stats.intro-calibration", {{"n", static_cast<std::int64_t>(y.size())}}));
    TextTable table{"", estimate_head(context, options.confidence), {}};
    table.rows = {row_of(context, "stats.name-accuracy", part(&stats::Confidence::accuracy)),
                  row_of(context, "stats.name-over-confidence", part(&stats::Confidence::over_confidence)),
                  row_of(context, "stats.name-resolution-gap", gap),
                  row_of(context, "stats.name-brier", brier),
                  row_of(context, "stats.name-log-loss", log_loss),
                  row_of(context, "stats.name-auc", area)};
    out.tables.push_back(std::move(table));
    add_bins(context, *stated, options, json, out);
    if (summary) {
        out.says.push_back(joined(context, stats::say_confidence(*summary)));
        out.says.push_back(joined(context, stats::say_auc(area, y.size(), stated->has_score)));
        out.warnings = stats::warn_confidence(*summary);
    }
    if (stated->left_out > 0)
        out.warnings.push_back({"stats.warn-rows-left-out", {{"n", static_cast<std::int64_t>(stated->left_out)}}});
    return print_stats(context, json, out);
}

} // namespace timbang::cli
