#include "cli/report_items.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "app/report_items.h"
#include "base/files.h"

namespace timbang::cli {
namespace {

using nlohmann::json;

double rounded(double value) {
    return std::round(value * 10000) / 10000;
}

json exact_json(const insight::ItemReport& item) {
    if (item.n == 0) return nullptr;
    return {{"k", item.exact.k},
            {"share", rounded(static_cast<double>(item.exact.k) / item.n)},
            {"low", rounded(item.exact.low)},
            {"high", rounded(item.exact.high)}};
}

json item_json(const insight::ItemReport& item, const report::Words& words) {
    json scores = json::object(), differed = json::array(), signs = json::array(), says = json::array();
    for (const auto& [score, n] : item.scores)
        scores[std::to_string(score)] = n;
    for (const insight::ReplyCount& reply : item.replies)
        differed.push_back({{"part", reply.part}, {"about", reply.about}, {"n", reply.n}});
    for (const insight::ItemSign sign : item.signs)
        signs.push_back(insight::item_sign_id(sign));
    for (const base::Message& sentence : item.sentences)
        says.push_back(words(sentence));
    json reference = json::object();
    if (item.reference) reference["score"] = *item.reference;
    if (!item.reference_verdict.empty()) reference["verdict"] = item.reference_verdict;
    return {{"scenario", item.scenario},
            {"indicator", item.code},
            {"item", item.item},
            {"n", item.n},
            {"repeats", item.repeats},
            {"few", item.n < insight::kFew},
            {"exact", exact_json(item)},
            {"reference", reference},
            {"keys", item.keys},
            {"scores", scores},
            {"verdicts", item.verdicts},
            {"differed", differed},
            {"sure_and_different", item.sure_and_different},
            {"item_rest", item.item_rest ? json(rounded(*item.item_rest)) : json()},
            {"signs", signs},
            {"says", says},
            {"comments", {{"rule", item.rule_comments}, {"reading", item.reading_comments}}}};
}

std::string items_json(const report::ItemsInput& input, const report::Words& words) {
    json items = json::array();
    for (const insight::ItemReport& item : input.items)
        items.push_back(item_json(item, words));
    return json{{"items", items}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace

int run_report_items(const Context& context, const ReportOptions& options) {
    if (!context.json)
        return fail(context, base::Error("wrong-usage", {{"detail", context.text("report.items-where")}}), kWrongUsage);
    auto reader = store::Reader::open(base::join_path(context.data_folder, "records.db"));
    if (!reader) return fail(context, reader.error());
    const report::Words words(*context.environment.catalogue, context.lang, context.environment.utc_offset);
    app::ReportShelf shelf(report_case_folders(context, options), context.check_context());
    const auto input =
        app::items_report(*reader, options.scenario, shelf.sources(context.lang, context.environment.clock()));
    if (!input) return fail(context, input.error());
    context.out() << items_json(*input, words) << "\n";
    return kSuccess;
}

} // namespace timbang::cli
