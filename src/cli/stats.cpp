#include "cli/stats.h"

#include <nlohmann/json.hpp>

#include "cli/stats_commands.h"
#include "stats/say.h"

namespace timbang::cli {

bool is_reason(const base::Error& error) { return error.code.rfind("stats.undefined-", 0) == 0; }

void add_input(StatsJson& json, const sheets::Csv& csv) {
    json["input"] = {{"delimiter", std::string(1, csv.delimiter)},
                     {"decimal", csv.table.decimal_mark() == sheets::DecimalMark::Comma ? "," : "."}};
}

StatsJson defined_json(const Context& context, const stats::Defined<stats::Estimate>& value) {
    return value ? estimate_json(*value) : undefined_json(context, value.error());
}

std::vector<std::string> estimate_head(const Context& context, double confidence) {
    return {"", context.text("stats.head-estimate"), context.text("stats.head-se"),
            context.text("stats.head-interval", {{"level", stats::in_percent(confidence)}})};
}

int run_stats(const Context& context, const StatsOptions& options) {
    if (options.command == "raters") return run_stats_raters(context, options);
    if (options.command == "items") return run_stats_items(context, options);
    if (options.command == "rasch") return run_stats_rasch(context, options);
    if (options.command == "calibration") return run_stats_calibration(context, options);
    return run_stats_agreement(context, options);
}

} // namespace timbang::cli
