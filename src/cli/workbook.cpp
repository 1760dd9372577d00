#include "cli/workbook.h"

#include <filesystem>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "cli/context.h"
#include "content/package.h"
#include "content/workbook.h"

namespace timbang::cli {

namespace {

using nlohmann::json;

bool is_framework_file(const std::string& path) {
    return path.ends_with(".yaml") && base::file_name(path) != "scenario.yaml";
}

/// The folder of a case, also where its `scenario.yaml` was named.
std::string case_folder(std::string path) {
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    if (base::file_name(path) != "scenario.yaml") return path;
    const std::string folder = base::parent_path(path);
    return folder.empty() ? "." : folder;
}

/// What cannot take a workbook, nor give one: a package, or what is no case at all.
base::Error no_case_folder(const std::string& path) {
    return base::Error(content::is_package(path) ? "workbook-in-package" : "no-such-case", {{"path", path}});
}

/// A folder for CSV has no ending that names another kind of spreadsheet.
bool bad_ending(const std::string& out) {
    for (const char* ending : {".xls", ".xlsm", ".ods", ".csv", ".yaml", ".pdf"})
        if (out.ends_with(ending)) return true;
    return false;
}

int run_export(const Context& context, const WorkbookOptions& options) {
    const bool xlsx = options.out.ends_with(".xlsx");
    if (!xlsx && bad_ending(options.out))
        return fail(context, base::Error("workbook-out-ending", {{"path", options.out}}), kWrongUsage);
    const base::Catalogue& words = *context.environment.catalogue;
    std::optional<base::Result<sheets::OutBook>> book;
    if (is_framework_file(options.source)) {
        book = content::export_framework(options.source, words, context.lang);
    } else {
        const std::optional<std::string> path = case_path(context, options.source);
        if (!path) return kFailed;
        if (base::file_kind(*path) == base::FileKind::File && base::file_name(*path) != "scenario.yaml")
            return fail(context, no_case_folder(*path));
        book = content::export_case(case_folder(*path), context.check_context(), words, context.lang);
    }
    if (!*book) return fail(context, book->error());
    const char delimiter = context.lang == base::Lang::Id ? ';' : ',';
    const base::Status written =
        xlsx ? sheets::write_xlsx(**book, options.out) : sheets::write_csv_folder(**book, options.out, delimiter);
    if (!written) return fail(context, written.error());
    if (context.json)
        context.out() << json{{"written", options.out}}.dump() << "\n";
    else
        context.out() << context.text("workbook.exported", {{"path", options.out}}) << "\n";
    return kSuccess;
}

/// Writes every file or leaves all of them as they were; `scenario.yaml`, which names the others, comes last.
base::Status write_all(const std::string& folder, const std::map<std::string, std::string>& files) {
    std::vector<std::string> order;
    for (const auto& [path, text] : files)
        if (path != "scenario.yaml") order.push_back(path);
    if (files.count("scenario.yaml") > 0) order.emplace_back("scenario.yaml");
    std::vector<std::pair<std::string, std::optional<std::string>>> done;
    for (const std::string& path : order) {
        base::Result<std::string> full = base::safe_join(folder, path);
        base::Status written = full ? base::make_folders(base::parent_path(*full)) : base::Status(full.error());
        std::optional<std::string> before;
        if (written.ok() && base::file_kind(*full) == base::FileKind::File) {
            base::Result<std::string> old = base::read_file(*full);
            if (old)
                before = std::move(old).value();
            else
                written = old.error();
        }
        if (written.ok()) written = base::write_file_atomically(*full, files.at(path));
        if (written.ok()) {
            done.emplace_back(*full, std::move(before));
            continue;
        }
        for (const auto& [undo, text] : done) {
            std::error_code ignored;
            if (text)
                static_cast<void>(base::write_file_atomically(undo, *text));
            else
                std::filesystem::remove(undo, ignored);
        }
        return written;
    }
    return {};
}

json finding_json(const Context& context, const content::CellFinding& finding) {
    return {{"severity", base::severity_id(finding.severity)},
            {"code", finding.code},
            {"sheet", finding.sheet},
            {"row", finding.row},
            {"column", finding.column},
            {"cell", finding.row > 0 && finding.column > 0 ? sheets::cell_name({finding.row, finding.column}) : ""},
            {"value", finding.value},
            {"message", context.environment.catalogue->text(context.lang, finding.message())}};
}

int tell(const Context& context, const content::WorkbookChanges& changes, const std::string& target) {
    std::int64_t errors = 0;
    json findings = json::array(), files = json::array();
    for (const content::CellFinding& finding : changes.findings) {
        errors += finding.severity == base::Severity::Error;
        if (context.json)
            findings.push_back(finding_json(context, finding));
        else
            context.err() << base::severity_id(finding.severity) << "[" << finding.code
                          << "]: " << context.environment.catalogue->text(context.lang, finding.message()) << "\n";
    }
    const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    for (const auto& [path, text] : changes.files)
        files.push_back(path);
    if (context.json)
        context.out() << json{{"path", target},
                              {"files", files},
                              {"added", changes.added},
                              {"changed", changes.changed},
                              {"removed", changes.removed},
                              {"findings", findings}}
                             .dump(2, ' ', false, json::error_handler_t::replace)
                      << "\n";
    else if (errors > 0)
        context.err() << context.text("workbook.refused", {{"count", errors}}) << "\n";
    else if (changes.files.empty())
        context.out() << context.text("workbook.unchanged", {{"path", target}}) << "\n";
    else
        context.out() << context.text("workbook.imported", {{"path", target},
                                                            {"added", count(changes.added)},
                                                            {"changed", count(changes.changed)},
                                                            {"removed", count(changes.removed)},
                                                            {"files", count(changes.files.size())}})
                      << "\n"
                      << context.text("workbook.check-next", {{"path", target}}) << "\n";
    return errors > 0 ? kAnswerIsNo : kSuccess;
}

int run_import(const Context& context, const WorkbookOptions& options) {
    if (options.into.empty() == options.out.empty()) return fail(context, base::Error("workbook-which"), kWrongUsage);
    const bool framework = options.into.empty();
    if (framework && !is_framework_file(options.out)) return fail(context, base::Error("workbook-which"), kWrongUsage);
    const std::string target = framework ? options.out : case_folder(options.into);
    if (!framework && base::file_kind(target) != base::FileKind::Folder)
        return fail(context, no_case_folder(target));
    const base::Result<sheets::Workbook> book = sheets::read_workbook(options.source);
    if (!book) return fail(context, book.error());
    const base::Catalogue& words = *context.environment.catalogue;
    const base::Result<content::WorkbookChanges> changes =
        framework ? content::import_framework(*book, target, words)
                  : content::import_case(*book, target, context.check_context(), words);
    if (!changes) return fail(context, changes.error());
    const std::string above = base::parent_path(target);
    const base::Status written = write_all(framework ? (above.empty() ? "." : above) : target, changes->files);
    if (!written) return fail(context, written.error());
    return tell(context, *changes, target);
}

} // namespace

void add_workbook(CLI::App& app, WorkbookOptions& options, const std::function<std::string(std::string_view)>& words) {
    CLI::App* out = app.add_subcommand("export", words("cli.help-export"));
    out->add_option("source", options.source, words("cli.help-export-source"))->required();
    out->add_option("--out", options.out, words("cli.help-export-out"))->required();
    CLI::App* in = app.add_subcommand("import", words("cli.help-import"));
    in->add_option("file", options.source, words("cli.help-import-file"))->required();
    in->add_option("--into", options.into, words("cli.help-import-into"));
    in->add_option("--out", options.out, words("cli.help-import-out"));
}

bool run_workbook(const CLI::App& app, const Context& context, const WorkbookOptions& options, int& exit_code) {
    if (app.got_subcommand("export"))
        exit_code = run_export(context, options);
    else if (app.got_subcommand("import"))
        exit_code = run_import(context, options);
    else
        return false;
    return true;
}

} // namespace timbang::cli
