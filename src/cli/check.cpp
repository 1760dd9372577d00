#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "cli/context.h"
#include "cli/package.h"
#include "cli/sarif.h"
#include "content/lessons.h"
#include "content/policies.h"
#include "content/programmes.h"

namespace timbang::cli {

namespace {

using nlohmann::json;

/// `case/../frameworks/x.yaml` as `frameworks/x.yaml`: the shorter name of the same file. Where the folder is a link
/// the two differ, and the path stays as it is.
std::string tidy_path(std::string path) {
    constexpr std::string_view kUp = "/../";
    for (std::size_t up = path.find(kUp); up != std::string::npos; up = path.find(kUp)) {
        const std::string below = path.substr(0, up);
        std::error_code failed;
        const std::string name = base::file_name(below);
        if (name == "." || name == ".." || name.empty() || std::filesystem::is_symlink(below, failed) || failed) break;
        const std::string above = base::parent_path(below);
        path = above.empty() ? path.substr(up + kUp.size()) : base::join_path(above, path.substr(up + kUp.size()));
    }
    return path;
}

/// Findings with paths that work from where the command was called. What several cases share is told once.
struct Report {
    const Context& context;
    content::CheckContext check = context.check_context(); ///< one for all cases: a framework is read once
    int checked = 0;
    json scenarios = json::array();
    base::Diagnostics findings{};
    std::set<std::string> told{};
    bool know = false;
    std::vector<std::string> said{}; ///< of packages
    base::Status trouble{};

    /// Whether it is sealed, and who signed it.
    void add_package(const std::string& path, bool sealed) {
        if (sealed) scenarios.back()["sealed"] = true;
        if (sealed) said.push_back(path + ": " + context.text("package.check-sealed"));
        const base::Result<content::Package> package = content::open_package_file(path);
        if (!package) return; // that is a finding
        std::vector<app::SignedBy> authors = signed_by(context, *package);
        if (know && trouble) trouble = know_authors(context, authors); // the first failure is the one told
        scenarios.back()["signatures"] = signatures_json(authors);
        for (const std::string& line : signature_lines(context, authors)) said.push_back(path + ": " + line);
    }
    void add(const base::Diagnostics& found, const std::string& folder) {
        for (base::Finding finding : found) {
            std::string& file = finding.where.file;
            if (file.empty()) file = folder;
            else if (file.front() != '/') file = tidy_path(base::join_path(folder, file)); // else it lies elsewhere
            if (finding.fix) finding.fix->where.file = finding.where.file;
            std::string line = finding.where.file + ":" + std::to_string(finding.where.line) + ":" +
                               std::to_string(finding.where.column) + ": " +
                               context.environment.catalogue->text(context.lang, finding.message());
            if (told.insert(std::move(line)).second) findings.push_back(std::move(finding));
        }
    }
};

void check_one(const std::string& path, Report& report) {
    const content::LoadedScenario loaded = content::check_scenario(path, report.check);
    ++report.checked;
    const std::string id = loaded.scenario ? loaded.scenario->id : content::read_card(path).id;
    report.scenarios.push_back({{"path", path}, {"id", id}, {"playable", loaded.scenario != nullptr}});
    if (content::is_package(path)) report.add_package(path, loaded.sealed);
    report.add(loaded.findings, path);
}

/// A file that is no case, by what it says that it is; one that does not say is read as a framework.
base::Diagnostics check_file(const std::string& path, const Report& report) {
    const std::string kind = content::kind_of_file(path);
    if (kind == "lesson") return content::load_lesson(path, report.check).findings;
    if (kind == "programme") return content::load_programme(path, report.check).findings;
    if (kind == "policy") return content::load_policy(path, report.check).findings;
    return content::load_framework(path).findings;
}

constexpr const char* kFolders[] = {"frameworks", "lessons", "policies", "programmes"}; // beside the cases

bool is_beside(const std::string& folder) {
    return std::find(std::begin(kFolders), std::end(kFolders), base::file_name(folder)) != std::end(kFolders);
}

void check_files(const std::string& folder, Report& report) {
    for (const std::string& name : base::list_folder(folder))
        if (name.ends_with(".yaml")) report.add(check_file(base::join_path(folder, name), report), folder);
}

bool check_path(std::string path, Report& report) {
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    if (base::file_kind(path) == base::FileKind::Missing) return false;
    if (base::file_name(path) == "scenario.yaml")
        path = base::parent_path(path).empty() ? "." : base::parent_path(path);
    if (path.ends_with(".yaml")) {
        report.add(check_file(path, report), base::parent_path(path).empty() ? "." : base::parent_path(path));
        return true;
    }
    if (base::file_kind(path) == base::FileKind::File && !content::is_package(path)) return false;
    const std::vector<std::string> cases = content::find_scenarios(path);
    for (const std::string& found : cases)
        check_one(found, report);
    bool found = !cases.empty() || is_beside(path);
    if (is_beside(path)) check_files(path, report);
    for (const char* name : kFolders) {
        const std::string folder = base::join_path(path, name);
        check_files(folder, report);
        found = found || base::file_kind(folder) == base::FileKind::Folder;
    }
    return found;
}

json fix_json(const base::Finding& finding) {
    if (!finding.fix) return nullptr;
    const base::Fix& fix = *finding.fix;
    return {{"line", fix.where.line},
            {"column", fix.where.column},
            {"begin", fix.where.begin},
            {"end", fix.where.end},
            {"replacement", fix.replacement}};
}

std::optional<std::string> text_of_file(const std::string& path) {
    auto text = base::read_file(path);
    return text ? std::optional<std::string>(std::move(text).value()) : std::nullopt;
}

void print_json(const Context& context, const Report& report) {
    json findings = json::array();
    for (const base::Finding& finding : report.findings)
        findings.push_back({{"file", finding.where.file},
                            {"line", finding.where.line},
                            {"column", finding.where.column},
                            {"severity", base::severity_id(finding.severity)},
                            {"code", finding.code},
                            {"message", context.environment.catalogue->text(context.lang, finding.message())},
                            {"fix", fix_json(finding)}});
    context.out() << json{{"checked", report.checked}, {"scenarios", report.scenarios}, {"findings", findings}}.dump(
                         2, ' ', false, json::error_handler_t::replace)
                  << "\n";
}

void print_text(const Context& context, const Report& report) {
    std::int64_t errors = 0, warnings = 0;
    for (const base::Finding& finding : report.findings) {
        errors += finding.severity == base::Severity::Error;
        warnings += finding.severity == base::Severity::Warning;
        context.out() << finding.where.file << ":" << finding.where.line << ":" << finding.where.column << ": "
                      << base::severity_id(finding.severity) << "[" << finding.code
                      << "]: " << context.environment.catalogue->text(context.lang, finding.message()) << "\n";
    }
    for (const std::string& line : report.said) context.out() << line << "\n";
    context.out() << context.text("cli.checked",
                                  {{"n", std::int64_t{report.checked}}, {"errors", errors}, {"warnings", warnings}})
                  << "\n";
}

} // namespace

int run_check(const Context& context, const CheckOptions& options) {
    Report report{context};
    report.know = options.know_authors;
    for (const std::string& path : options.paths)
        if (!check_path(path, report)) return fail(context, base::Error("no-such-case", {{"path", path}}));
    if (!report.trouble) return fail(context, report.trouble.error());
    if (options.format == "json")
        print_json(context, report);
    else if (options.format == "sarif")
        context.out() << sarif(report.findings, *context.environment.catalogue, context.lang,
                               context.environment.version, text_of_file)
                      << "\n";
    else
        print_text(context, report);
    return base::has_errors(report.findings) ? kAnswerIsNo : kSuccess;
}

} // namespace timbang::cli
