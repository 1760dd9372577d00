#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "cli/context.h"
#include "stats/agreement.h"

namespace timbang::cli {

/// Keys in the order in which they are added.
using StatsJson = nlohmann::ordered_json;

/// A number for people, in the form of the language; "" where there is none.
[[nodiscard]] std::string shown(const Context& context, double value, int decimals = 3);
[[nodiscard]] std::string shown(const Context& context, const std::optional<double>& value, int decimals = 3);
[[nodiscard]] std::string shown(const Context& context, const std::optional<stats::Interval>& interval,
                                int decimals = 3);

/// The sentence of a reason why a statistic is undefined.
[[nodiscard]] std::string reason(const Context& context, const base::Error& error);

/// {"undefined": sentence, "code": code}
[[nodiscard]] StatsJson undefined_json(const Context& context, const base::Error& error);
/// {"estimate", "se", "ci", "p_observed", "p_expected"}, null for what the convention does not give; the numbers are
/// whole doubles, which JSON writes with the fewest digits that read back as the same.
[[nodiscard]] StatsJson estimate_json(const stats::Estimate& estimate);
/// The same with "p_value" and "df".
[[nodiscard]] StatsJson coefficient_json(const Context& context, const stats::Defined<stats::Coefficient>& coefficient);
/// The number, or undefined_json.
[[nodiscard]] StatsJson number_json(const Context& context, const stats::Defined<double>& value);
[[nodiscard]] StatsJson optional_json(const std::optional<double>& value);
[[nodiscard]] StatsJson interval_json(const std::optional<stats::Interval>& interval);

/// Rows of cells below a head. A row may have fewer cells: its last one then spans the rest (a reason).
struct TextTable {
    std::string title;
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};

/// Everything one command has to say.
struct StatsReport {
    std::vector<std::string> intro; ///< for people, before the tables
    std::vector<TextTable> tables;
    std::vector<std::string> says;
    std::vector<base::Message> warnings;
};

/// Prints `json` with "says" and "warnings" added, or the readable form. Returns the exit code.
int print_stats(const Context& context, StatsJson& json, const StatsReport& report);

/// Texts of messages, one after the other with a space between.
[[nodiscard]] std::string joined(const Context& context, const std::vector<base::Message>& messages);

/// `fail`, also for the reasons of statistics ("stats.…"), with usage as exit code where the arguments were wrong.
int fail_stats(const Context& context, const base::Error& error);

} // namespace timbang::cli
