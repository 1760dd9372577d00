#include "cli/context.h"

#include <nlohmann/json.hpp>

#include "base/files.h"

namespace timbang::cli {

content::CheckContext Context::check_context() const {
    content::CheckContext check;
    check.framework_folders = {base::join_path(environment.share_folder, "scenarios/frameworks")};
    check.has_glyph = environment.has_glyph;
    return check;
}

int fail(const Context& context, const base::Error& error, int exit_code) {
    const std::string message = context.environment.catalogue->text(context.lang, error);
    if (context.json)
        context.err() << nlohmann::json{{"error", {{"code", error.code}, {"message", message}}}}.dump() << "\n";
    else
        context.err() << message << "\n";
    return exit_code;
}

std::shared_ptr<const domain::Scenario> open_scenario(const Context& context, const std::string& name, int& exit_code) {
    std::string path = name;
    const bool bare = name.find('/') == std::string::npos;
    if (base::file_kind(path) == base::FileKind::Missing && bare)
        path = base::join_path(base::join_path(context.environment.share_folder, "scenarios"), name);
    if (base::file_kind(path) == base::FileKind::Missing) {
        exit_code = fail(context, base::Error("no-such-case", {{"path", name}}));
        return nullptr;
    }
    const content::LoadedScenario loaded = content::load_scenario(path, context.check_context());
    if (loaded.scenario) return loaded.scenario;
    for (const base::Finding& finding : loaded.findings) {
        if (finding.severity != base::Severity::Error) continue;
        context.err() << base::join_path(loaded.folder, finding.where.file) << ":" << finding.where.line << ": "
                      << context.environment.catalogue->text(context.lang, finding.message()) << "\n";
    }
    exit_code = fail(context, base::Error("case-broken", {{"path", path}}));
    return nullptr;
}

} // namespace timbang::cli
