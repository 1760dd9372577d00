#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/stats.h"
#include "cli/stats_report.h"
#include "sheets/csv.h"
#include "stats/ratings.h"

namespace timbang::cli {

[[nodiscard]] int run_stats_agreement(const Context& context, const StatsOptions& options);
[[nodiscard]] int run_stats_raters(const Context& context, const StatsOptions& options);
[[nodiscard]] int run_stats_items(const Context& context, const StatsOptions& options);
[[nodiscard]] int run_stats_rasch(const Context& context, const StatsOptions& options);
[[nodiscard]] int run_stats_calibration(const Context& context, const StatsOptions& options);

/// Whether an error says why a statistic is undefined.
[[nodiscard]] bool is_reason(const base::Error& error);

/// "input": how the file was read: delimiter and decimal mark.
void add_input(StatsJson& json, const sheets::Csv& csv);

/// estimate_json, or undefined_json.
[[nodiscard]] StatsJson defined_json(const Context& context, const stats::Defined<stats::Estimate>& value);

/// Heads of the columns name, estimate, standard error and interval.
[[nodiscard]] std::vector<std::string> estimate_head(const Context& context, double confidence);

/// ICC and Kendall's W: what needs numbers and knows the raters. Adds "icc" and "kendall_w" and a table.
void add_numbers(const Context& context, const stats::Ratings& ratings, double confidence, StatsJson& coefficients,
                 StatsReport& out);

} // namespace timbang::cli
