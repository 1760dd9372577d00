#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "cli/stats_commands.h"
#include "cli/stats_input.h"
#include "cli/stats_items_input.h"
#include "stats/items.h"
#include "stats/items_choice.h"
#include "stats/say_items.h"

namespace timbang::cli {

namespace {

/// What is known of the items, index by index.
struct Analysis {
    stats::Defined<stats::Alpha> alpha = stats::undefined(stats::kNoData);
    stats::Defined<std::vector<stats::ItemStatistics>> items = stats::undefined(stats::kNoData);
    std::vector<std::vector<stats::OptionStatistics>> options; ///< empty without a key
    std::vector<std::vector<stats::ItemFlag>> flags;
};

/// Mean signed distance of a person from the reference on the other items, and whether this one was missed.
void add_persons(const ItemsInput& input, std::size_t item, stats::ItemEvidence& evidence) {
    if (input.distance.empty()) return;
    const std::size_t items = input.names.size();
    for (std::size_t person = 0; person < input.scores.units(); ++person) {
        const double* const row = &input.distance[person * items];
        if (std::isnan(row[item])) continue;
        double sum = 0;
        std::size_t n = 0;
        for (std::size_t other = 0; other < items; ++other) {
            if (other == item || std::isnan(row[other])) continue;
            sum += row[other];
            ++n;
        }
        evidence.persons.push_back({n > 0 ? sum / static_cast<double>(n) : 0, row[item] != 0});
    }
}

Analysis analyse(const ItemsInput& input, const StatsOptions& options) {
    Analysis found;
    const auto missing =
        options.missing == "pairwise" ? stats::MissingScores::pairwise : stats::MissingScores::listwise;
    stats::AlphaOptions alpha_options;
    alpha_options.missing = missing;
    alpha_options.level = options.confidence;
    found.alpha = stats::cronbach_alpha(input.scores, alpha_options);
    stats::ItemOptions item_options;
    item_options.missing = missing;
    if (input.highest > 0) item_options.highest.assign(input.names.size(), input.highest);
    found.items = stats::item_statistics(input.scores, item_options);
    const bool with_key = !input.key.empty();
    const std::vector<double> totals = with_key ? stats::number_right(input.choices, input.key) : std::vector<double>();
    for (std::size_t item = 0; item < input.names.size(); ++item) {
        stats::ItemEvidence evidence;
        if (with_key) {
            auto chosen = stats::option_statistics(input.choices, item, totals);
            found.options.push_back(chosen ? std::move(chosen).value() : std::vector<stats::OptionStatistics>());
            found.options.back().resize(input.options[item].size());
            evidence.options = found.options.back();
            evidence.key = input.key[item];
        }
        if (found.items) {
            const stats::ItemStatistics& statistics = (*found.items)[item];
            evidence.answers = statistics.persons;
            if (statistics.difficulty) evidence.difficulty = *statistics.difficulty;
            if (statistics.item_rest) evidence.item_rest = *statistics.item_rest;
        }
        if (!input.experts.empty()) evidence.experts = input.experts[item];
        add_persons(input, item, evidence);
        found.flags.push_back(stats::item_flags(evidence));
    }
    return found;
}

StatsJson alpha_json(const Context& context, const stats::Defined<stats::Alpha>& alpha) {
    if (!alpha) return undefined_json(context, alpha.error());
    StatsJson json{{"estimate", alpha->alpha}, {"se", nullptr}};
    json["ci"] = alpha->interval ? StatsJson::array({alpha->interval->low, alpha->interval->high})
                                 : undefined_json(context, alpha->interval.error());
    json["persons"] = alpha->persons;
    json["standardized"] = number_json(context, alpha->standardized);
    return json;
}

StatsJson options_json(const Context& context, const ItemsInput& input, const Analysis& found, std::size_t item) {
    StatsJson list = StatsJson::array();
    for (std::size_t option = 0; option < input.options[item].size(); ++option) {
        const stats::OptionStatistics& one = found.options[item][option];
        list.push_back({{"option", input.options[item][option]},
                        {"key", static_cast<int>(option) == input.key[item]},
                        {"count", one.count},
                        {"share", one.share},
                        {"point_biserial", number_json(context, one.point_biserial)},
                        {"mean_total", number_json(context, one.mean_total)}});
    }
    return list;
}

std::string cell(const Context& context, const stats::Defined<double>& value) {
    return value ? shown(context, *value) : "–";
}

void add_item(const Context& context, const ItemsInput& input, const Analysis& found, std::size_t item, StatsJson& list,
              TextTable& table, StatsReport& out) {
    const stats::ItemStatistics& one = (*found.items)[item];
    const bool has_alpha = found.alpha && item < found.alpha->if_deleted.size();
    const stats::Defined<double> without =
        has_alpha ? found.alpha->if_deleted[item]
                  : stats::Defined<double>(found.alpha ? stats::undefined(stats::kNoData) : found.alpha.error());
    StatsJson json{{"item", input.names[item]},
                   {"n", one.persons},
                   {"mean", one.mean},
                   {"difficulty", number_json(context, one.difficulty)},
                   {"point_biserial", number_json(context, one.point_biserial)},
                   {"item_rest", number_json(context, one.item_rest)},
                   {"upper_lower", number_json(context, one.upper_lower)},
                   {"alpha_if_deleted", number_json(context, without)}};
    if (!input.key.empty()) json["options"] = options_json(context, input, found, item);
    json["flags"] = StatsJson::array();
    std::string mark;
    for (const stats::ItemFlag flag : found.flags[item]) {
        const base::Message message = stats::say_flag(flag, input.names[item]);
        json["flags"].push_back(
            {{"code", stats::flag_name(flag)}, {"message", context.text(message.key, message.args)}});
        out.warnings.push_back(message);
        mark = "!";
    }
    list.push_back(std::move(json));
    table.rows.push_back({input.names[item], std::to_string(one.persons), cell(context, one.difficulty),
                          cell(context, one.point_biserial), cell(context, one.item_rest),
                          cell(context, one.upper_lower), cell(context, without), mark});
}

} // namespace

int run_stats_items(const Context& context, const StatsOptions& options) {
    const base::Result<sheets::Csv> csv = read_input(context, options.input);
    if (!csv) return fail_stats(context, csv.error());
    const base::Result<ItemsInput> input = read_items(csv->table, options);
    if (!input) return fail_stats(context, input.error());
    const Analysis found = analyse(*input, options);

    StatsJson json{
        {"n_persons", input->scores.units()}, {"n_items", input->names.size()}, {"missing", options.missing}};
    add_input(json, *csv);
    json["alpha"] = alpha_json(context, found.alpha);
    StatsReport out;
    out.intro.push_back(
        context.text("stats.intro-items", {{"items", static_cast<std::int64_t>(input->names.size())},
                                           {"persons", static_cast<std::int64_t>(input->scores.units())}}));
    if (found.alpha)
        out.intro.push_back(
            context.text("stats.alpha-is", {{"alpha", stats::rounded(found.alpha->alpha, 3)}}) + " " +
            (found.alpha->interval ? shown(context, std::optional<stats::Interval>(*found.alpha->interval)) : ""));
    out.says.push_back(joined(context, stats::say_alpha(found.alpha)));
    out.warnings = stats::warn_items(found.alpha, input->scores.units());
    StatsJson list = StatsJson::array();
    TextTable table{"",
                    {"", context.text("stats.head-n"), context.text("stats.head-difficulty"),
                     context.text("stats.head-point-biserial"), context.text("stats.head-item-rest"),
                     context.text("stats.head-upper-lower"), context.text("stats.head-if-deleted"), ""},
                    {}};
    if (found.items)
        for (std::size_t item = 0; item < input->names.size(); ++item)
            add_item(context, *input, found, item, list, table, out);
    else
        json["items_undefined"] = undefined_json(context, found.items.error());
    json["items"] = std::move(list);
    if (!table.rows.empty()) out.tables.push_back(std::move(table));
    return print_stats(context, json, out);
}

} // namespace timbang::cli
