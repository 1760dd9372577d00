#include "cli/report.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/report_workshop.h"
#include "app/take_home.h"
#include "base/files.h"
#include "cli/report_items.h"
#include "report/pdf.h"
#include "store/settings.h"

namespace timbang::cli {
namespace {

using app::action::TakeHome;

/// One report on its way: how it is to be written is settled before anything is read.
class Run {
public:
    Run(const Context& context, const ReportOptions& options, TakeHome what) : context_(context), options_(options) {
        order_.what = what;
        order_.of = what == TakeHome::Items ? options.scenario : options.of;
        order_.path = options.out;
    }

    int write() {
        const auto format = app::take_home_format(order_.what, order_.path);
        if (!format) return fail(context_, format.error(), kWrongUsage);
        order_.format = *format;
        int exit_code = kSuccess;
        if (order_.what == TakeHome::Sheets && !take_case(exit_code)) return exit_code;
        if (order_.what == TakeHome::Workshop || order_.what == TakeHome::Agenda)
            order_.plan = app::kept_workshop(base::join_path(context_.data_folder, "workshops"), order_.of);
        app::ReportShelf shelf(report_case_folders(context_, options_), context_.check_context());
        const app::TakeHomeFrom from{base::join_path(context_.data_folder, "records.db"),
                                     shelf.sources(context_.lang, context_.environment.clock()),
                                     context_.openers,
                                     report::font_folders({context_.environment.share_folder}),
                                     {*context_.environment.catalogue, context_.lang, context_.environment.utc_offset}};
        return told(app::write_take_home(order_, from));
    }

private:
    /// Opens the case of the sheets. False: it has been said why.
    bool take_case(int& exit_code) {
        order_.scenario = open_scenario(context_, options_.of, exit_code);
        if (!order_.scenario) return false;
        order_.sheets.indicators = options_.indicators;
        for (int i = 1; i <= options_.sets; ++i) order_.sheets.codes.push_back(fmt::format("{:02}", i));
        order_.sheets.checklist = options_.checklist;
        order_.sheets.evidence = options_.evidence;
        if (const auto path = case_path(context_, options_.of); path && options_.evidence)
            order_.case_folder = content::case_folder(*path, context_.openers).folder;
        return true;
    }

    int told(const base::Status& written) const {
        if (!written && written.error().code == "report-no-such-indicator") {
            const std::string detail = context_.text("report.no-such-indicator", written.error().args);
            return fail(context_, base::Error("wrong-usage", {{"detail", detail}}), kWrongUsage);
        }
        if (!written) return fail(context_, written.error());
        if (context_.json)
            context_.out() << nlohmann::json{{"written", options_.out}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
        else
            context_.out() << context_.text("report.written", {{"path", options_.out}}) << "\n";
        return kSuccess;
    }

    const Context& context_;
    const ReportOptions& options_;
    app::TakeHomeOrder order_;
};

constexpr struct {
    const char* name;
    const char* argument;
    TakeHome what;
} kReports[] = {{"person", "code", TakeHome::Record},
                {"statement", "code", TakeHome::Statement},
                {"workshop", "id", TakeHome::Workshop},
                {"sheets", "scenario", TakeHome::Sheets},
                {"agenda", "id", TakeHome::Agenda},
                {"letter", "session", TakeHome::Letter}};
constexpr const char* kItems = "items"; ///< of the whole record: names nothing, and can be read without a file

} // namespace

void add_report(CLI::App& app, ReportOptions& options, const std::function<std::string(std::string_view)>& words) {
    CLI::App* report = app.add_subcommand("report", words("cli.help-report"));
    report->require_subcommand(1);
    CLI::App* items = report->add_subcommand(kItems, words("cli.help-report-items"));
    items->add_option("--scenario", options.scenario, words("cli.help-report-scenario"));
    items->add_option("--out", options.out, words("cli.help-report-out"));
    items->add_option("--cases", options.cases, words("cli.help-report-cases"))->allow_extra_args(false);
    for (const auto& kind : kReports) {
        const std::string key = std::string("cli.help-report-") + kind.name;
        CLI::App* one = report->add_subcommand(kind.name, words(key));
        one->add_option(kind.argument, options.of, words(key + "-of"))->required();
        one->add_option("--out", options.out, words("cli.help-report-out"))->required();
        one->add_option("--cases", options.cases, words("cli.help-report-cases"))->allow_extra_args(false);
        if (std::string(kind.name) != "sheets") continue;
        one->add_option("--indicator", options.indicators, words("cli.help-report-indicator"))->allow_extra_args(false);
        one->add_option("--sets", options.sets, words("cli.help-report-sets"))->check(CLI::Range(1, 200));
        one->add_flag("--checklist", options.checklist, words("cli.help-report-checklist"));
        one->add_flag("--evidence", options.evidence, words("cli.help-report-evidence"));
    }
}

std::vector<std::string> report_case_folders(const Context& context, const ReportOptions& options) {
    std::vector<std::string> all = options.cases;
    if (auto settings = store::load_settings(base::join_path(context.data_folder, "settings")))
        all.insert(all.end(), settings->case_folders.begin(), settings->case_folders.end());
    all.push_back(base::join_path(context.environment.share_folder, "scenarios"));
    return all;
}

bool run_report(const CLI::App& app, const Context& context, const ReportOptions& options, int& exit_code) {
    if (!app.got_subcommand("report")) return false;
    const CLI::App* report = app.get_subcommand("report");
    if (report->got_subcommand(kItems)) {
        exit_code = options.out.empty() ? run_report_items(context, options) : Run(context, options, TakeHome::Items).write();
        return true;
    }
    for (const auto& kind : kReports)
        if (report->got_subcommand(kind.name)) {
            exit_code = Run(context, options, kind.what).write();
            return true;
        }
    return false;
}

} // namespace timbang::cli
