#include "cli/report.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/report_letter.h"
#include "app/report_person.h"
#include "app/report_sheets.h"
#include "app/report_statement.h"
#include "app/report_workshop.h"
#include "app/report_write.h"
#include "base/files.h"
#include "cli/report_items.h"
#include "report/agenda.h"
#include "report/pdf.h"
#include "store/settings.h"

namespace timbang::cli {
namespace {

using app::ReportFormat;

enum class Kinds : std::uint8_t { Documents, DocumentsAndTables };

/// One report on its way: how it is to be written is settled before anything is read.
class Run {
public:
    Run(const Context& context, const ReportOptions& options, Kinds kinds)
        : context_(context), options_(options), format_(app::report_format(options.out)),
          words_(*context.environment.catalogue, context.lang, context.environment.utc_offset),
          shelf_(folders(context, options), context.check_context()) {
        const bool table = format_ == ReportFormat::Csv || format_ == ReportFormat::Xlsx;
        if (table && kinds == Kinds::Documents) format_.reset();
        endings_ = kinds == Kinds::Documents ? ".pdf, .html" : ".pdf, .html, .csv, .xlsx";
    }

    [[nodiscard]] bool sound() const { return format_.has_value(); }
    [[nodiscard]] int refuse() const {
        return fail(context_, base::Error("report-ending", {{"path", options_.out}, {"endings", endings_}}), kWrongUsage);
    }
    [[nodiscard]] bool table() const { return format_ == ReportFormat::Csv || format_ == ReportFormat::Xlsx; }
    [[nodiscard]] const report::Words& words() const { return words_; }
    [[nodiscard]] base::Time now() const { return context_.environment.clock(); }
    [[nodiscard]] app::ReportSources sources() { return shelf_.sources(context_.lang, now()); }
    [[nodiscard]] base::Result<store::Reader> record() const {
        return store::Reader::open(base::join_path(context_.data_folder, "records.db"));
    }
    [[nodiscard]] std::string workshops() const { return base::join_path(context_.data_folder, "workshops"); }

    int write(const report::Document& document) const {
        const auto fonts = report::font_folders({context_.environment.share_folder});
        return told(app::write_report(document, *format_, options_.out, fonts));
    }
    int write(const std::vector<report::PartLine>& lines) const {
        return told(app::write_table(report::parts_book(lines, words_), *format_, options_.out, context_.lang));
    }

private:
    static std::vector<std::string> folders(const Context& context, const ReportOptions& options) {
        std::vector<std::string> all = options.cases;
        if (auto settings = store::load_settings(base::join_path(context.data_folder, "settings")))
            all.insert(all.end(), settings->case_folders.begin(), settings->case_folders.end());
        all.push_back(base::join_path(context.environment.share_folder, "scenarios"));
        return all;
    }

    int told(const base::Status& written) const {
        if (!written) return fail(context_, written.error());
        if (context_.json)
            context_.out() << nlohmann::json{{"written", options_.out}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << "\n";
        else
            context_.out() << context_.text("report.written", {{"path", options_.out}}) << "\n";
        return kSuccess;
    }

    const Context& context_;
    const ReportOptions& options_;
    std::optional<ReportFormat> format_;
    std::string endings_;
    report::Words words_;
    app::ReportShelf shelf_;
};

int report_person(const Context& context, const ReportOptions& options) {
    Run run(context, options, Kinds::DocumentsAndTables);
    if (!run.sound()) return run.refuse();
    auto reader = run.record();
    if (!reader) return fail(context, reader.error());
    if (run.table()) {
        const auto lines = app::person_lines(*reader, options.of);
        return lines ? run.write(*lines) : fail(context, lines.error());
    }
    const auto input = app::person_report(*reader, options.of, run.sources(), run.words());
    return input ? run.write(report::person_document(*input, run.words())) : fail(context, input.error());
}

int report_statement(const Context& context, const ReportOptions& options) {
    Run run(context, options, Kinds::Documents);
    if (!run.sound()) return run.refuse();
    auto reader = run.record();
    if (!reader) return fail(context, reader.error());
    const auto input = app::statement_report(*reader, options.of, run.sources(), run.words());
    return input ? run.write(report::statement_document(*input, run.words())) : fail(context, input.error());
}

int report_workshop(const Context& context, const ReportOptions& options) {
    Run run(context, options, Kinds::DocumentsAndTables);
    if (!run.sound()) return run.refuse();
    auto reader = run.record();
    if (!reader) return fail(context, reader.error());
    if (run.table()) {
        const auto lines = app::workshop_lines(*reader, options.of);
        return lines ? run.write(*lines) : fail(context, lines.error());
    }
    const auto input = app::workshop_report(*reader, options.of, app::kept_workshop(run.workshops(), options.of), run.sources());
    return input ? run.write(report::workshop_document(*input, run.words())) : fail(context, input.error());
}

int report_sheets(const Context& context, const ReportOptions& options) {
    Run run(context, options, Kinds::Documents);
    if (!run.sound()) return run.refuse();
    int exit_code = kSuccess;
    const auto scenario = open_scenario(context, options.of, exit_code);
    if (!scenario) return exit_code;
    report::SheetOptions sheets;
    sheets.indicators = options.indicators;
    for (const std::string& code : options.indicators)
        if (scenario->find_task(code) < 0) {
            const std::string detail = context.text("report.no-such-indicator", {{"code", code}});
            return fail(context, base::Error("wrong-usage", {{"detail", detail}}), kWrongUsage);
        }
    for (int i = 1; i <= options.sets; ++i) sheets.codes.push_back(fmt::format("{:02}", i));
    sheets.checklist = options.checklist;
    sheets.evidence = options.evidence;
    if (const auto path = case_path(context, options.of); path && options.evidence)
        sheets.pictures = app::sheet_pictures(*scenario, content::case_folder(*path, context.openers).folder, context.openers);
    return run.write(app::answer_sheets(*scenario, std::move(sheets), run.now(), run.words()));
}

int report_agenda(const Context& context, const ReportOptions& options) {
    Run run(context, options, Kinds::Documents);
    if (!run.sound()) return run.refuse();
    const auto kept = app::kept_workshop(run.workshops(), options.of);
    if (!kept) return fail(context, base::Error("workshop-unknown", {{"id", options.of}}));
    if (kept->plan.days.empty()) return fail(context, base::Error("report-no-days"));
    const app::ReportSources sources = run.sources();
    std::map<std::string, std::string> titles;
    for (const domain::Day& day : kept->plan.days)
        for (const domain::Slot& slot : day.slots)
            if (const base::Text title = sources.title(slot.ref); !title.empty()) titles[slot.ref] = title.in(context.lang);
    return run.write(report::agenda_document(kept->plan, titles, run.now(), run.words()));
}

int report_letter(const Context& context, const ReportOptions& options) {
    Run run(context, options, Kinds::Documents);
    if (!run.sound()) return run.refuse();
    auto reader = run.record();
    if (!reader) return fail(context, reader.error());
    const auto input = app::letter_report(*reader, options.of, run.sources());
    return input ? run.write(report::letter_document(*input, run.words())) : fail(context, input.error());
}

constexpr struct {
    const char* name;
    const char* argument;
    int (*run)(const Context&, const ReportOptions&);
} kReports[] = {{"person", "code", report_person},
                {"statement", "code", report_statement},
                {"workshop", "id", report_workshop},
                {"sheets", "scenario", report_sheets},
                {"agenda", "id", report_agenda},
                {"letter", "session", report_letter},
                {"items", "", run_report_items}};

} // namespace

void add_report(CLI::App& app, ReportOptions& options, const std::function<std::string(std::string_view)>& words) {
    CLI::App* report = app.add_subcommand("report", words("cli.help-report"));
    report->require_subcommand(1);
    for (const auto& kind : kReports) {
        const std::string key = std::string("cli.help-report-") + kind.name;
        CLI::App* one = report->add_subcommand(kind.name, words(key));
        const bool of_all = std::string(kind.name) == "items";
        if (of_all) one->add_option("--scenario", options.scenario, words("cli.help-report-scenario"));
        else one->add_option(kind.argument, options.of, words(key + "-of"))->required();
        one->add_option("--out", options.out, words("cli.help-report-out"))->required(!of_all);
        one->add_option("--cases", options.cases, words("cli.help-report-cases"))->allow_extra_args(false);
        if (std::string(kind.name) != "sheets") continue;
        one->add_option("--indicator", options.indicators, words("cli.help-report-indicator"))->allow_extra_args(false);
        one->add_option("--sets", options.sets, words("cli.help-report-sets"))->check(CLI::Range(1, 200));
        one->add_flag("--checklist", options.checklist, words("cli.help-report-checklist"));
        one->add_flag("--evidence", options.evidence, words("cli.help-report-evidence"));
    }
}

bool run_report(const CLI::App& app, const Context& context, const ReportOptions& options, int& exit_code) {
    if (!app.got_subcommand("report")) return false;
    const CLI::App* report = app.get_subcommand("report");
    for (const auto& kind : kReports)
        if (report->got_subcommand(kind.name)) {
            exit_code = kind.run(context, options);
            return true;
        }
    return false;
}

} // namespace timbang::cli
