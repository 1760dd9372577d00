#include <CLI/CLI.hpp>

#include "cli/stats.h"

namespace timbang::cli {

namespace {

CLI::App* add_command(CLI::App& stats, StatsOptions& options, const char* name, const char* description) {
    CLI::App* const command = stats.add_subcommand(name, description);
    command->add_option("--input", options.input, "CSV file, or - for standard input")->required();
    command->add_option("--confidence", options.confidence, "Of intervals, 0.95 unless told")->check(CLI::Range(0.5, 0.9999));
    command->callback([&options, name] { options.command = name; });
    return command;
}

void add_agreement(CLI::App& stats, StatsOptions& options) {
    CLI::App* const command = add_command(stats, options, "agreement", "How far raters agree beyond chance");
    command->add_option("--layout", options.layout, "ratings (units x raters), counts (units x categories) or table (square)")
        ->check(CLI::IsMember({"ratings", "counts", "table"}));
    command->add_option("--level", options.level, "nominal, ordinal, interval or ratio: the metric of alpha")
        ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio"}));
    command->add_option("--weights", options.weights,
                        "unweighted, linear, quadratic, ordinal, radical, ratio, circular, bipolar or FILE.csv");
    command->add_option("--categories", options.categories, "All categories in order, A,B,C");
    command->add_option("--se", options.se, "Convention of standard errors: gwet, fce, fnl, bootstrap, none, irrcac, irrcac-dist, irrcac-python");
    command->add_option("--bootstrap", options.bootstrap, "Standard errors from N resamples of the units")->check(CLI::Range(2, 10000000));
    command->add_option("--seed", options.seed, "Seed of the bootstrap");
}

} // namespace

void add_stats(CLI::App& app, StatsOptions& options) {
    CLI::App* const stats = app.add_subcommand("stats", "Statistics on any table");
    stats->require_subcommand(1);
    add_agreement(*stats, options);
}

} // namespace timbang::cli
