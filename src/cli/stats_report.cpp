#include "cli/stats_report.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "stats/say.h"

namespace timbang::cli {

namespace {

std::string padded(const std::string& text, std::size_t width, bool left) {
    const std::size_t length = base::length(text);
    const std::string blanks(width > length ? width - length : 0, ' ');
    return left ? text + blanks : blanks + text;
}

std::vector<std::size_t> widths(const TextTable& table) {
    std::vector<std::size_t> widths;
    for (const std::string& name : table.head) widths.push_back(base::length(name));
    for (const auto& row : table.rows) {
        const std::size_t alone = row.size() < table.head.size() ? row.size() - 1 : row.size(); // the last cell spans
        for (std::size_t i = 0; i < alone; ++i) widths[i] = std::max(widths[i], base::length(row[i]));
    }
    return widths;
}

void print_row(std::ostream& out, const std::vector<std::string>& row, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (i > 0) line += "   ";
        const bool spans = row.size() < widths.size() && i + 1 == row.size();
        line += spans ? row[i] : padded(row[i], widths[i], i == 0);
    }
    out << line.substr(0, line.find_last_not_of(' ') + 1) << "\n";
}

void print_list(std::ostream& out, const std::string& title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out << "\n" << title << "\n";
    for (const std::string& line : lines) out << "- " << line << "\n";
}

} // namespace

std::string shown(const Context& context, double value, int decimals) {
    const base::Arg arg = stats::rounded(value, decimals);
    if (const auto* key = std::get_if<base::Key>(&arg)) return context.text(key->key);
    const auto& decimal = std::get<base::Decimal>(arg);
    return base::format_number(context.lang, decimal.value, decimal.decimals);
}

std::string shown(const Context& context, const std::optional<double>& value, int decimals) {
    return value ? shown(context, *value, decimals) : "";
}

std::string shown(const Context& context, const std::optional<stats::Interval>& interval, int decimals) {
    if (!interval) return "";
    return context.text("stats.from-to", {{"low", stats::rounded(interval->low, decimals)},
                                          {"high", stats::rounded(interval->high, decimals)}});
}

std::string reason(const Context& context, const base::Error& error) {
    const base::Catalogue& catalogue = *context.environment.catalogue;
    return catalogue.has(error.code) ? context.text(error.code, error.args) : catalogue.text(context.lang, error);
}

StatsJson undefined_json(const Context& context, const base::Error& error) {
    return {{"undefined", reason(context, error)}, {"code", error.code}};
}

StatsJson optional_json(const std::optional<double>& value) { return value ? StatsJson(*value) : StatsJson(nullptr); }

StatsJson interval_json(const std::optional<stats::Interval>& interval) {
    return interval ? StatsJson::array({interval->low, interval->high}) : StatsJson(nullptr);
}

StatsJson estimate_json(const stats::Estimate& estimate) {
    return {{"estimate", estimate.estimate},
            {"se", optional_json(estimate.se)},
            {"ci", interval_json(estimate.interval)},
            {"p_observed", optional_json(estimate.p_observed)},
            {"p_expected", optional_json(estimate.p_expected)}};
}

StatsJson coefficient_json(const Context& context, const stats::Defined<stats::Coefficient>& coefficient) {
    if (!coefficient) return undefined_json(context, coefficient.error());
    StatsJson json = estimate_json(*coefficient);
    json["p_value"] = optional_json(coefficient->p_value);
    json["df"] = optional_json(coefficient->df);
    return json;
}

StatsJson number_json(const Context& context, const stats::Defined<double>& value) {
    return value ? StatsJson(*value) : undefined_json(context, value.error());
}

std::string joined(const Context& context, const std::vector<base::Message>& messages) {
    std::string text;
    for (const base::Message& message : messages) {
        if (!text.empty()) text += ' ';
        text += context.text(message.key, message.args);
    }
    return text;
}

int print_stats(const Context& context, StatsJson& json, const StatsReport& report) {
    std::vector<std::string> warnings;
    for (const base::Message& message : report.warnings) warnings.push_back(context.text(message.key, message.args));
    if (context.json) {
        json["says"] = report.says;
        json["warnings"] = StatsJson::array();
        for (std::size_t i = 0; i < warnings.size(); ++i)
            json["warnings"].push_back({{"code", report.warnings[i].key}, {"message", warnings[i]}});
        context.out() << json.dump(2, ' ', false, StatsJson::error_handler_t::replace) << "\n";
        return kSuccess;
    }
    for (const std::string& line : report.intro) context.out() << line << "\n";
    for (const TextTable& table : report.tables) {
        context.out() << "\n";
        if (!table.title.empty()) context.out() << table.title << "\n";
        const std::vector<std::size_t> columns = widths(table);
        print_row(context.out(), table.head, columns);
        for (const auto& row : table.rows) print_row(context.out(), row, columns);
    }
    print_list(context.out(), context.text("stats.title-says"), report.says);
    print_list(context.out(), context.text("stats.title-warnings"), warnings);
    return kSuccess;
}

int fail_stats(const Context& context, const base::Error& error) {
    const bool usage = error.code == "stats-ends" || error.code == "stats-key-length" ||
                       error.code == "stats-experts-key" || error.code == "stats-reference-missing" ||
                       error.code == "stats-facets-few" || error.code == "stats-thresholds-facet" ||
                       error.code == "stats-weights-unknown" || error.code == "stats-se-unknown" ||
                       error.code == "stats-category-twice" || error.code == "stats-options-clash" ||
                       error.code == "stats-column-missing";
    if (context.environment.catalogue->has("error." + error.code))
        return fail(context, error, usage ? kWrongUsage : kFailed);
    const std::string message = reason(context, error);
    if (context.json)
        context.err() << StatsJson{{"error", {{"code", error.code}, {"message", message}}}}.dump() << "\n";
    else
        context.err() << message << "\n";
    return kFailed;
}

} // namespace timbang::cli
