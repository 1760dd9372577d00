#include "cli/context.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/files.h"
#include "content/framework_shelf.h"

namespace timbang::cli {

content::CheckContext Context::check_context() const {
    content::CheckContext check;
    check.framework_folders = {base::join_path(environment.share_folder, "scenarios/frameworks")};
    check.has_glyph = environment.has_glyph;
    check.openers = openers;
    check.shelf = std::make_shared<content::FrameworkShelf>();
    return check;
}

int tell_failure(std::ostream& err, const base::Catalogue& catalogue, base::Lang lang, bool json,
                 const base::Error& error, int exit_code) {
    const std::string message = catalogue.text(lang, error);
    if (json)
        err << nlohmann::json{{"error", {{"code", error.code}, {"message", message}}}}.dump(
                   -1, ' ', false, nlohmann::json::error_handler_t::replace)
            << "\n";
    else
        err << message << "\n";
    return exit_code;
}

int fail(const Context& context, const base::Error& error, int exit_code) {
    return tell_failure(context.err(), *context.environment.catalogue, context.lang, context.json, error, exit_code);
}

namespace {

/// The errors that keep a case from opening: a line for each and what to do; with `--json` one object with all of them.
int tell_broken(const Context& context, const content::LoadedScenario& loaded, const std::string& path) {
    const auto whole = std::find_if(loaded.findings.begin(), loaded.findings.end(),
                                    [](const base::Finding& finding) { return finding.where.file.empty(); });
    if (whole != loaded.findings.end()) return fail(context, base::Error(whole->code, whole->args)); // a package
    const base::Error broken("case-broken", {{"path", path}});
    nlohmann::json findings = nlohmann::json::array();
    for (const base::Finding& finding : loaded.findings) {
        if (finding.severity != base::Severity::Error) continue;
        const std::string file = base::join_path(loaded.folder, finding.where.file);
        const std::string message = context.environment.catalogue->text(context.lang, finding.message());
        findings.push_back({{"file", file},
                            {"line", finding.where.line},
                            {"column", finding.where.column},
                            {"code", finding.code},
                            {"message", message}});
        if (!context.json) context.err() << file << ":" << finding.where.line << ": " << message << "\n";
    }
    if (!context.json) return fail(context, broken);
    const nlohmann::json error = {{"code", broken.code},
                                  {"message", context.environment.catalogue->text(context.lang, broken)},
                                  {"findings", std::move(findings)}};
    context.err() << nlohmann::json{{"error", error}}.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
                  << "\n";
    return kFailed;
}

/// A sealed case that nothing at hand opens: nothing is wrong with it, but the answer is no.
int tell_sealed(const Context& context, const std::string& path) {
    if (!context.json) return fail(context, base::Error("case-sealed", {{"path", path}}), kAnswerIsNo);
    const nlohmann::json closed = {{"scenario", content::read_card(path).id}, {"playable", false}, {"sealed", true}};
    context.out() << closed.dump() << "\n";
    return kAnswerIsNo;
}

} // namespace

std::optional<std::string> case_path(const Context& context, const std::string& name) {
    std::string path = name;
    if (base::file_kind(path) == base::FileKind::Missing && name.find('/') == std::string::npos)
        path = base::join_path(base::join_path(context.environment.share_folder, "scenarios"), name);
    if (base::file_kind(path) != base::FileKind::Missing) return path;
    fail(context, base::Error("no-such-case", {{"path", name}}));
    return std::nullopt;
}

std::shared_ptr<const domain::Scenario> open_scenario(const Context& context, const std::string& name, int& exit_code) {
    const std::optional<std::string> path = case_path(context, name);
    if (!path) {
        exit_code = kFailed;
        return nullptr;
    }
    const content::LoadedScenario loaded = content::load_scenario(*path, context.check_context());
    if (loaded.scenario) return loaded.scenario;
    if (loaded.sealed) {
        exit_code = tell_sealed(context, *path);
        return nullptr;
    }
    exit_code = tell_broken(context, loaded, *path);
    return nullptr;
}

} // namespace timbang::cli
