#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "cli/stats_commands.h"
#include "cli/stats_input.h"
#include "cli/stats_report.h"
#include "stats/icc.h"
#include "stats/kappa.h"
#include "stats/say.h"

namespace timbang::cli {

namespace {

using stats::Coefficient;
using stats::Defined;

struct Named {
    const char* name;
    const Defined<Coefficient>* value;
};

std::vector<Named> all_of(const stats::AgreementReport& report) {
    std::vector<Named> all{{"percent_agreement", &report.percent_agreement}};
    if (report.cohen_kappa) all.push_back({"cohen_kappa", &*report.cohen_kappa});
    if (report.scott_pi) all.push_back({"scott_pi", &*report.scott_pi});
    const std::array<Named, 7> of_any_number{{{"fleiss_kappa", &report.fleiss_kappa},
                                              {"conger_kappa", &report.conger_kappa},
                                              {"brennan_prediger", &report.brennan_prediger},
                                              {"gwet_ac", &report.gwet_ac},
                                              {"krippendorff_alpha", &report.krippendorff_alpha},
                                              {"krippendorff_alpha_gwet", &report.krippendorff_alpha_gwet},
                                              {"light_kappa", &report.light_kappa}}};
    for (const Named& named : of_any_number) all.push_back(named);
    return all;
}

/// The convention asked for; --bootstrap asks for one as well.
base::Result<stats::Conventions> conventions_of(const StatsOptions& options) {
    const bool bootstrap = options.bootstrap > 0;
    if (bootstrap && !options.se.empty() && options.se != "bootstrap")
        return base::Error("stats-options-clash", {{"first", "--bootstrap"}, {"second", "--se " + options.se}});
    const std::string name = bootstrap ? "bootstrap" : options.se.empty() ? "gwet" : options.se;
    auto found = stats::conventions(name);
    if (!found) return base::Error("stats-se-unknown", {{"name", name}});
    found->confidence = options.confidence;
    if (bootstrap) found->resamples = options.bootstrap;
    found->seed = options.seed;
    return *found;
}

/// With weights that the scale does not allow every weighted coefficient is undefined for that reason.
stats::AgreementReport compute(const stats::Ratings& ratings, const base::Result<stats::Weights>& weights,
                               stats::Level level, const stats::Conventions& conventions) {
    if (weights) return stats::agreement(ratings, *weights, level, conventions);
    const auto unweighted = stats::Weights::make(stats::WeightKind::unweighted, ratings.scale());
    stats::AgreementReport report = stats::agreement(ratings, *unweighted, level, conventions);
    const auto drop = [&](Defined<Coefficient>& value) {
        if (value) value = weights.error();
    };
    drop(report.percent_agreement);
    if (report.cohen_kappa) drop(*report.cohen_kappa);
    if (report.scott_pi) drop(*report.scott_pi);
    for (auto* value : {&report.fleiss_kappa, &report.conger_kappa, &report.brennan_prediger, &report.gwet_ac,
                        &report.krippendorff_alpha_gwet, &report.light_kappa})
        drop(*value);
    return report;
}

StatsJson categories_json(const stats::Scale& scale) {
    return scale.numeric() ? StatsJson(scale.values()) : StatsJson(scale.labels());
}

std::string list_of(const std::vector<std::string>& labels) {
    constexpr std::size_t kMost = 12;
    std::string list;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels.size() > kMost && i == kMost - 2) {
            list += ", …";
            i = labels.size() - 1;
        }
        list += (list.empty() ? "" : ", ") + labels[i];
    }
    return list;
}

std::vector<std::string> row_of(const Context& context, const std::string& name, const Defined<Coefficient>& value) {
    if (!value) return {name, context.text("stats.not-defined", {{"reason", reason(context, value.error())}})};
    return {name, shown(context, value->estimate), shown(context, value->se), shown(context, value->interval),
            shown(context, value->p_observed), shown(context, value->p_expected)};
}

std::string name_of(const Context& context, std::string_view name) {
    std::string key = "stats.name-" + std::string(name);
    for (char& c : key)
        if (c == '_') c = '-';
    return context.text(key);
}

/// What the numbers are about.
StatsJson about(const stats::AgreementReport& report, const StatsOptions& options, const std::string& layout) {
    return {{"n_units", report.units},
            {"n_raters", report.raters},
            {"n_ratings", report.ratings},
            {"categories", categories_json(report.scale)},
            {"weights", options.weights},
            {"level", options.level},
            {"layout", layout},
            {"se", options.bootstrap > 0 ? "bootstrap" : options.se.empty() ? "gwet" : options.se}};
}

} // namespace

int run_stats_agreement(const Context& context, const StatsOptions& options) {
    const base::Result<stats::Conventions> conventions = conventions_of(options);
    if (!conventions) return fail_stats(context, conventions.error());
    const base::Result<sheets::Csv> csv = read_input(context, options.input);
    if (!csv) return fail_stats(context, csv.error());
    const std::string layout = options.layout.empty() ? "ratings" : options.layout;
    const base::Result<RatingsInput> input = read_ratings(csv->table, options.input, layout, options.categories);
    if (!input) return fail_stats(context, input.error());
    const stats::Ratings& ratings = input->ratings;
    const base::Result<stats::Weights> weights = read_weights(options.weights, ratings.scale());
    if (!weights && !is_reason(weights.error())) return fail_stats(context, weights.error());
    const stats::Level level = *stats::level_named(options.level);
    const stats::AgreementReport report = compute(ratings, weights, level, *conventions);
    const stats::RatingFacts facts = stats::facts(ratings);
    const bool weighted = options.weights != "unweighted";

    StatsJson json = about(report, options, layout);
    add_input(json, *csv);
    StatsReport out;
    out.warnings = input->warnings;
    out.intro.push_back(
        context.text("stats.intro-agreement", {{"raters", static_cast<std::int64_t>(report.raters)},
                                               {"units", static_cast<std::int64_t>(report.units)},
                                               {"ratings", static_cast<std::int64_t>(report.ratings)}}));
    out.intro.push_back(context.text("stats.intro-scale", {{"categories", list_of(report.scale.labels())},
                                                           {"weights", options.weights},
                                                           {"level", options.level}}));
    TextTable table;
    table.head = estimate_head(context, options.confidence);
    table.head.insert(table.head.end(), {context.text("stats.head-observed"), context.text("stats.head-expected")});
    StatsJson coefficients = StatsJson::object();
    for (const auto& [name, value] : all_of(report)) {
        const std::string says = joined(context, stats::say_coefficient(name, *value, facts, weighted));
        coefficients[name] = coefficient_json(context, *value);
        coefficients[name]["says"] = says;
        table.rows.push_back(row_of(context, name_of(context, name), *value));
        if (*value) out.says.push_back(says);
    }
    out.tables.push_back(std::move(table));
    add_numbers(context, ratings, options.confidence, coefficients, out);
    json["coefficients"] = std::move(coefficients);
    const auto warnings = stats::warn_agreement(report, facts, level);
    out.warnings.insert(out.warnings.end(), warnings.begin(), warnings.end());
    return print_stats(context, json, out);
}

} // namespace timbang::cli
