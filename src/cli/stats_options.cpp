#include <CLI/CLI.hpp>

#include "cli/stats.h"

namespace timbang::cli {

namespace {

CLI::App* add_command(CLI::App& stats, StatsOptions& options, const StatsWords& words, const std::string& name) {
    CLI::App* const command = stats.add_subcommand(name, words("stats.help-" + name));
    command->add_option("--input", options.input, words("stats.help-input"))->required();
    command->add_option("--confidence", options.confidence, words("stats.help-confidence"))
        ->check(CLI::Range(0.5, 0.9999));
    command->callback([&options, name] { options.command = name; });
    return command;
}

void add_agreement(CLI::App& stats, StatsOptions& options, const StatsWords& words) {
    CLI::App* const command = add_command(stats, options, words, "agreement");
    command->add_option("--layout", options.layout, words("stats.help-layout-agreement"))
        ->check(CLI::IsMember({"ratings", "counts", "table"}));
    command->add_option("--level", options.level, words("stats.help-level"))
        ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio"}));
    command->add_option("--weights", options.weights, words("stats.help-weights"));
    command->add_option("--categories", options.categories, words("stats.help-categories"));
    command->add_option("--se", options.se, words("stats.help-se"));
    command->add_option("--bootstrap", options.bootstrap, words("stats.help-bootstrap"))
        ->check(CLI::Range(2, 10000000));
    command->add_option("--seed", options.seed, words("stats.help-seed"));
}

void add_calibration(CLI::App& stats, StatsOptions& options, const StatsWords& words) {
    CLI::App* const command = add_command(stats, options, words, "calibration");
    command->add_option("--outcome", options.outcome, words("stats.help-outcome"));
    command->add_option("--stated", options.stated, words("stats.help-stated"));
    command->add_option("--score", options.score, words("stats.help-score"));
    command->add_option("--bins", options.bins, words("stats.help-bins"))->check(CLI::Range(1, 1000));
}

void add_items(CLI::App& stats, StatsOptions& options, const StatsWords& words) {
    CLI::App* const command = add_command(stats, options, words, "items");
    command->add_option("--key", options.key, words("stats.help-key"));
    command->add_option("--experts", options.experts, words("stats.help-experts"));
    command->add_option("--missing", options.missing, words("stats.help-missing"))
        ->check(CLI::IsMember({"listwise", "pairwise"}));
    command->add_option("--highest", options.highest, words("stats.help-highest"))->check(CLI::PositiveNumber);
}

void add_raters(CLI::App& stats, StatsOptions& options, const StatsWords& words) {
    CLI::App* const command = add_command(stats, options, words, "raters");
    command->add_option("--layout", options.layout, words("stats.help-layout-raters"))
        ->check(CLI::IsMember({"ratings", "long"}));
    command->add_option("--reference", options.reference, words("stats.help-reference"));
    command->add_option("--baseline", options.baseline, words("stats.help-baseline"))
        ->check(CLI::IsMember({"mean", "others", "reference"}));
    command->add_option("--ends", options.ends, words("stats.help-ends"));
    command->add_option("--blocks", options.blocks, words("stats.help-blocks"))->check(CLI::Range(1, 1000));
    command->add_option("--unit", options.unit, words("stats.help-unit"));
    command->add_option("--rater", options.rater, words("stats.help-rater"));
    command->add_option("--time", options.time, words("stats.help-time"));
}

void add_rasch(CLI::App& stats, StatsOptions& options, const StatsWords& words) {
    CLI::App* const command = add_command(stats, options, words, "rasch");
    command->add_option("--layout", options.layout, words("stats.help-layout-rasch"))
        ->check(CLI::IsMember({"matrix", "long"}));
    command->add_option("--model", options.model, words("stats.help-model"))
        ->check(CLI::IsMember({"rasch", "rsm", "pcm", "facets"}));
    command->add_option("--facets", options.facets, words("stats.help-facets"));
    command->add_option("--score", options.score, words("stats.help-score"));
    command->add_option("--thresholds-of", options.thresholds_of, words("stats.help-thresholds-of"));
    command->add_option("--bias-correction", options.bias_correction, words("stats.help-bias-correction"))
        ->check(CLI::IsMember({"none", "i-1/i", "eps"}));
}

} // namespace

void add_stats(CLI::App& app, StatsOptions& options, const StatsWords& words) {
    CLI::App* const stats = app.add_subcommand("stats", words("stats.help-stats"));
    stats->require_subcommand(1);
    add_agreement(*stats, options, words);
    add_raters(*stats, options, words);
    add_items(*stats, options, words);
    add_rasch(*stats, options, words);
    add_calibration(*stats, options, words);
}

} // namespace timbang::cli
