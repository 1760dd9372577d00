#include <nlohmann/json.hpp>

#include "cli/stats_commands.h"
#include "cli/stats_input.h"
#include "cli/stats_rasch_input.h"
#include "stats/say_rasch.h"

namespace timbang::cli {

namespace {

using stats::ElementMeasure;
using stats::FacetsResult;

const char* state_name(stats::ElementState state) {
    switch (state) {
    case stats::ElementState::measured: return "measured";
    case stats::ElementState::lowest: return "lowest";
    case stats::ElementState::highest: return "highest";
    case stats::ElementState::one_category: return "one-category";
    case stats::ElementState::no_ratings: return "no-ratings";
    }
    return "";
}

const char* end_name(stats::FacetsEnd end) {
    switch (end) {
    case stats::FacetsEnd::converged: return "converged";
    case stats::FacetsEnd::too_many_sweeps: return "too-many-sweeps";
    case stats::FacetsEnd::diverging: return "diverging";
    }
    return "";
}

StatsJson element_json(const std::string& name, const ElementMeasure& one) {
    StatsJson json{{"element", name},
                   {"state", state_name(one.state)},
                   {"subset", one.subset},
                   {"ratings", one.ratings},
                   {"score", one.score},
                   {"measure", optional_json(one.measure)},
                   {"se", optional_json(one.se)},
                   {"real_se", optional_json(one.real_se)}};
    json["infit"] = one.fit ? StatsJson(one.fit->infit) : StatsJson(nullptr);
    json["infit_z"] = one.fit ? optional_json(one.fit->infit_z) : StatsJson(nullptr);
    json["outfit"] = one.fit ? StatsJson(one.fit->outfit) : StatsJson(nullptr);
    json["outfit_z"] = one.fit ? optional_json(one.fit->outfit_z) : StatsJson(nullptr);
    return json;
}

StatsJson separation_json(const Context& context, const FacetsResult& result, std::size_t facet,
                          stats::VarianceForm form) {
    stats::FacetSummaryOptions options;
    options.variance = form;
    const auto found = stats::facet_separation(result, facet, options);
    if (!found) return undefined_json(context, found.error());
    return {{"elements", found->elements},       {"mean", found->mean},
            {"observed_sd", found->observed_sd}, {"rmse", found->rmse},
            {"true_sd", found->true_sd},         {"separation", found->separation},
            {"reliability", found->reliability}, {"strata", found->strata}};
}

StatsJson fixed_json(const Context& context, const stats::Defined<stats::FixedEffect>& fixed) {
    if (!fixed) return undefined_json(context, fixed.error());
    return {{"chi_square", fixed->chi_square}, {"df", fixed->df}, {"p_value", fixed->p}};
}

std::vector<std::string> row_of(const Context& context, const std::string& name, const ElementMeasure& one) {
    const auto fit = [&](auto member) {
        return one.fit ? shown(context, std::optional<double>((*one.fit).*member), 2) : std::string();
    };
    std::vector<std::string> row{name,
                                 std::to_string(one.ratings),
                                 shown(context, one.score, 0),
                                 shown(context, one.measure, 2),
                                 shown(context, one.se, 2),
                                 fit(&stats::Fit::infit),
                                 one.fit ? shown(context, one.fit->infit_z, 1) : "",
                                 fit(&stats::Fit::outfit),
                                 one.fit ? shown(context, one.fit->outfit_z, 1) : "",
                                 one.state == stats::ElementState::measured
                                     ? ""
                                     : context.text(std::string("stats.state-") + state_name(one.state))};
    return row;
}

void add_facet(const Context& context, const FacetsInput& input, const FacetsResult& result, std::size_t facet,
               StatsJson& list, StatsReport& out) {
    TextTable table{input.facets[facet],
                    {"", context.text("stats.head-n"), context.text("stats.head-score"),
                     context.text("stats.head-measure"), context.text("stats.head-se"),
                     context.text("stats.head-infit"), "z", context.text("stats.head-outfit"), "z", ""},
                    {}};
    StatsJson elements = StatsJson::array();
    for (std::size_t i = 0; i < result.elements[facet].size(); ++i) {
        elements.push_back(element_json(input.elements[facet][i], result.elements[facet][i]));
        table.rows.push_back(row_of(context, input.elements[facet][i], result.elements[facet][i]));
    }
    out.tables.push_back(std::move(table));
    const auto fixed = stats::facet_fixed_effect(result, facet);
    const auto separation = stats::facet_separation(result, facet);
    const std::string says = joined(context, stats::say_facet(input.facets[facet], separation, fixed));
    out.says.push_back(says);
    list.push_back({{"facet", input.facets[facet]},
                    {"says", says},
                    {"separation",
                     {{"population", separation_json(context, result, facet, stats::VarianceForm::population)},
                      {"sample", separation_json(context, result, facet, stats::VarianceForm::sample)}}},
                    {"fixed_effect", fixed_json(context, fixed)},
                    {"elements", std::move(elements)}});
}

StatsJson thresholds_json(const FacetsInput& input, const FacetsResult& result) {
    StatsJson list = StatsJson::array();
    for (std::size_t i = 0; i < result.scales.size(); ++i) {
        const stats::RatingScale& scale = result.scales[i];
        const StatsJson of = input.options.thresholds_of ? StatsJson(input.elements[*input.options.thresholds_of][i])
                                                         : StatsJson(nullptr);
        list.push_back(
            {{"of", of}, {"categories", scale.category}, {"counts", scale.count}, {"thresholds", scale.threshold}});
    }
    return list;
}

} // namespace

int run_stats_rasch(const Context& context, const StatsOptions& options) {
    const base::Result<sheets::Csv> csv = read_input(context, options.input);
    if (!csv) return fail_stats(context, csv.error());
    const base::Result<FacetsInput> input = read_facets(csv->table, options);
    if (!input) return fail_stats(context, input.error());
    const auto result = stats::facets(input->ratings, input->options);

    StatsJson json{{"model", input->model},
                   {"bias_correction", options.bias_correction},
                   {"n_ratings", input->ratings.rows()},
                   {"n_left_out", input->left_out}};
    add_input(json, *csv);
    StatsReport out;
    if (!result) {
        json["undefined"] = reason(context, result.error());
        json["code"] = result.error().code;
        out.intro.push_back(context.text("stats.not-defined", {{"reason", reason(context, result.error())}}));
        return print_stats(context, json, out);
    }
    json["converged"] = result->converged();
    json["end"] = end_name(result->end);
    json["sweeps"] = result->sweeps;
    json["largest_change"] = result->largest_change;
    json["largest_residual"] = result->largest_residual;
    json["n_counted"] = result->ratings;
    json["connected"] = result->connected;
    json["origin"] = result->origin;
    json["log_likelihood"] = result->log_likelihood;
    out.intro.push_back(context.text(
        "stats.intro-rasch", {{"ratings", static_cast<std::int64_t>(result->ratings)}, {"model", input->model}}));
    out.intro.push_back(
        context.text(std::string("stats.end-") + end_name(result->end), {{"sweeps", std::int64_t{result->sweeps}}}));
    StatsJson facets = StatsJson::array();
    for (std::size_t facet = 0; facet < input->facets.size(); ++facet)
        add_facet(context, *input, *result, facet, facets, out);
    json["facets"] = std::move(facets);
    json["thresholds"] = thresholds_json(*input, *result);
    out.warnings = stats::warn_facets(*result, input->elements);
    if (input->left_out > 0)
        out.warnings.push_back({"stats.warn-rows-left-out", {{"n", static_cast<std::int64_t>(input->left_out)}}});
    return print_stats(context, json, out);
}

} // namespace timbang::cli
