#include <algorithm>

#include <nlohmann/json.hpp>

#include "cli/stats_commands.h"
#include "cli/stats_input.h"
#include "stats/concordance_many.h"
#include "stats/icc.h"
#include "stats/say.h"

namespace timbang::cli {

namespace {

StatsJson icc_json(const Context& context, const stats::Icc& form) {
    StatsJson json = estimate_json(form.coefficient);
    if (form.test) {
        json["f"] = form.test->f;
        json["df1"] = form.test->df1;
        json["df2"] = form.test->df2;
        json["p_value"] = form.test->p;
    } else {
        json["test"] = undefined_json(context, form.test.error());
    }
    return json;
}

void add_icc(const Context& context, const stats::Defined<stats::Table>& numbers, double confidence,
             StatsJson& coefficients, StatsReport& out, TextTable& table) {
    const auto undefined_for_all = [&](const base::Error& error) {
        StatsJson icc = undefined_json(context, error);
        for (const stats::IccForm form : stats::kIccForms)
            icc[std::string(stats::name(form))] = undefined_json(context, error);
        coefficients["icc"] = std::move(icc);
        table.rows.push_back({"ICC", context.text("stats.not-defined", {{"reason", reason(context, error)}})});
    };
    if (!numbers) return undefined_for_all(numbers.error());
    stats::IccOptions icc_options;
    icc_options.level = confidence;
    const auto result = stats::icc(*numbers, icc_options);
    if (!result) return undefined_for_all(result.error());
    const bool none =
        std::none_of(result->forms.begin(), result->forms.end(), [](const auto& form) { return form.ok(); });
    if (none) return undefined_for_all(result->forms.front().error());
    StatsJson icc = StatsJson::object();
    for (const stats::IccForm form : stats::kIccForms) {
        const std::string name(stats::name(form));
        const auto& value = (*result)[form];
        const std::string title = context.text("stats.name-icc", {{"form", name}});
        if (!value) {
            icc[name] = undefined_json(context, value.error());
            table.rows.push_back(
                {title, context.text("stats.not-defined", {{"reason", reason(context, value.error())}})});
            continue;
        }
        icc[name] = icc_json(context, *value);
        const std::string says = joined(context, stats::say_icc(form, *value, result->anova));
        icc[name]["says"] = says;
        out.says.push_back(says);
        table.rows.push_back(
            {title, shown(context, value->coefficient.estimate), "", shown(context, value->coefficient.interval)});
    }
    if (result->anova.left_out > 0)
        out.warnings.push_back({"stats.warn-left-out", {{"n", static_cast<std::int64_t>(result->anova.left_out)},
                                                        {"used", static_cast<std::int64_t>(result->anova.units)}}});
    coefficients["icc"] = std::move(icc);
}

void add_kendall(const Context& context, const stats::Defined<stats::Table>& numbers, StatsJson& coefficients,
                 StatsReport& out, TextTable& table) {
    const std::string title = context.text("stats.name-kendall-w");
    const auto result = numbers ? stats::kendall_w(*numbers) : stats::Defined<stats::KendallW>(numbers.error());
    if (!result) {
        coefficients["kendall_w"] = undefined_json(context, result.error());
        table.rows.push_back({title, context.text("stats.not-defined", {{"reason", reason(context, result.error())}})});
        return;
    }
    StatsJson json = estimate_json(result->coefficient);
    json["chi_square"] = result->chi_square;
    json["df"] = result->df;
    json["p_value"] = result->p;
    const std::string says = joined(context, stats::say_kendall(*result));
    json["says"] = says;
    coefficients["kendall_w"] = std::move(json);
    out.says.push_back(says);
    table.rows.push_back(
        {title, shown(context, result->coefficient.estimate), "", shown(context, result->coefficient.interval)});
}

} // namespace

void add_numbers(const Context& context, const stats::Ratings& ratings, double confidence, StatsJson& coefficients,
                 StatsReport& out) {
    const stats::Defined<stats::Table> numbers = numbers_of(ratings);
    TextTable table{context.text("stats.title-numbers"), estimate_head(context, confidence), {}};
    add_icc(context, numbers, confidence, coefficients, out, table);
    add_kendall(context, numbers, coefficients, out, table);
    out.tables.push_back(std::move(table));
}

} // namespace timbang::cli
