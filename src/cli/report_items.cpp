#include "cli/report_items.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "app/report_items.h"
#include "app/report_write.h"
#include "base/files.h"
#include "report/pdf.h"
#include "store/settings.h"

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

std::vector<std::string> case_folders(const Context& context, const ReportOptions& options) {
    std::vector<std::string> all = options.cases;
    if (auto settings = store::load_settings(base::join_path(context.data_folder, "settings")))
        all.insert(all.end(), settings->case_folders.begin(), settings->case_folders.end());
    all.push_back(base::join_path(context.environment.share_folder, "scenarios"));
    return all;
}

base::Status write_items(const report::ItemsInput& input, const report::Words& words, app::ReportFormat format,
                         const std::string& path, const Context& context) {
    if (format == app::ReportFormat::Csv || format == app::ReportFormat::Xlsx)
        return app::write_table(report::items_book(input, words), format, path, context.lang);
    return app::write_report(report::items_document(input, words), format, path,
                             report::font_folders({context.environment.share_folder}));
}

} // namespace

int run_report_items(const Context& context, const ReportOptions& options) {
    const auto format = app::report_format(options.out);
    if (options.out.empty() && !context.json)
        return fail(context, base::Error("wrong-usage", {{"detail", context.text("report.items-where")}}), kWrongUsage);
    if (!options.out.empty() && !format)
        return fail(context,
                    base::Error("report-ending", {{"path", options.out}, {"endings", ".pdf, .html, .csv, .xlsx"}}),
                    kWrongUsage);
    auto reader = store::Reader::open(base::join_path(context.data_folder, "records.db"));
    if (!reader) return fail(context, reader.error());
    const report::Words words(*context.environment.catalogue, context.lang, context.environment.utc_offset);
    app::ReportShelf shelf(case_folders(context, options), context.check_context());
    const auto input =
        app::items_report(*reader, options.scenario, shelf.sources(context.lang, context.environment.clock()));
    if (!input) return fail(context, input.error());
    if (options.out.empty()) {
        context.out() << items_json(*input, words) << "\n";
        return kSuccess;
    }
    if (auto written = write_items(*input, words, *format, options.out, context); !written)
        return fail(context, written.error());
    if (context.json)
        context.out() << json{{"written", options.out}}.dump(-1, ' ', false, json::error_handler_t::replace) << "\n";
    else
        context.out() << context.text("report.written", {{"path", options.out}}) << "\n";
    return kSuccess;
}

} // namespace timbang::cli
