#include "cli/authoring.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/files.h"
#include "cli/context.h"
#include "content/compare_cases.h"
#include "content/new_case.h"
#include "content/schema.h"

namespace timbang::cli {

namespace {

using nlohmann::json;

constexpr std::pair<const char*, content::SchemaOf> kSchemas[] = {{"case", content::SchemaOf::Case},
                                                                  {"indicator", content::SchemaOf::Indicator},
                                                                  {"framework", content::SchemaOf::Framework},
                                                                  {"lesson", content::SchemaOf::Lesson},
                                                                  {"programme", content::SchemaOf::Programme},
                                                                  {"policy", content::SchemaOf::Policy}};

int print_schema(const Context& context, const std::string& name) {
    content::SchemaOf what = content::SchemaOf::Case;
    for (const auto& [known, of] : kSchemas)
        if (name == known) what = of;
    const base::Catalogue& catalogue = *context.environment.catalogue;
    context.out() << content::json_schema(
        what, [&](std::string_view key) { return catalogue.has(key) ? context.text(key) : std::string(); });
    return kSuccess;
}

std::string names(const std::vector<std::string>& list) {
    std::string all;
    for (const std::string& name : list)
        all += (all.empty() ? "" : ", ") + name;
    return all;
}

/// What follows for sessions of the older version, in sentences.
std::vector<std::string> consequences(const Context& context, const content::CaseComparison& comparison) {
    std::vector<std::string> lines;
    if (comparison.rescored.empty())
        lines.push_back(context.text("diff.rescore-none"));
    else
        lines.push_back(context.text("diff.rescore", {{"names", names(comparison.rescored)}}));
    if (!comparison.new_items.empty())
        lines.push_back(context.text("diff.new-items", {{"names", names(comparison.new_items)}}));
    if (comparison.other_script) lines.push_back(context.text("diff.other-script"));
    if (!comparison.version_raised && !comparison.same_files) lines.push_back(context.text("diff.raise-version"));
    return lines;
}

void print_text(const Context& context, const content::CaseComparison& comparison) {
    if (comparison.changes.empty() && comparison.same_files) {
        context.out() << context.text("diff.same") << "\n";
        return;
    }
    std::string heading;
    for (const content::CaseChange& change : comparison.changes) {
        const std::string about =
            context.text(std::string("diff.of-") + content::change_of_id(change.of), {{"id", change.id}});
        if (about != heading) context.out() << about << "\n";
        heading = about;
        context.out() << "  " << context.environment.catalogue->text(context.lang, change.message) << "\n";
    }
    context.out() << context.text("diff.follows") << "\n";
    for (const std::string& line : consequences(context, comparison))
        context.out() << "  " << line << "\n";
}

void print_json(const Context& context, const domain::Scenario& older, const domain::Scenario& newer,
                const content::CaseComparison& comparison) {
    json changes = json::array();
    for (const content::CaseChange& change : comparison.changes)
        changes.push_back({{"about", content::change_of_id(change.of)},
                           {"id", change.id},
                           {"part", change.part},
                           {"message", context.environment.catalogue->text(context.lang, change.message)}});
    const auto version = [](const domain::Scenario& scenario) {
        return json{{"id", scenario.id},
                    {"version", scenario.version},
                    {"content", scenario.hashes.content},
                    {"key", scenario.hashes.key}};
    };
    context.out() << json{{"old", version(older)},
                          {"new", version(newer)},
                          {"same_files", comparison.same_files},
                          {"same_key", comparison.same_key},
                          {"changes", changes},
                          {"rescored", comparison.rescored},
                          {"new_items", comparison.new_items},
                          {"other_script", comparison.other_script}}
                         .dump(2, ' ', false, json::error_handler_t::replace)
                  << "\n";
}

int run_diff(const Context& context, const AuthoringOptions& options) {
    int exit_code = kSuccess;
    const auto older = open_scenario(context, options.older, exit_code);
    if (older == nullptr) return exit_code;
    const auto newer = open_scenario(context, options.newer, exit_code);
    if (newer == nullptr) return exit_code;
    const content::CaseComparison comparison = content::compare_cases(*older, *newer);
    if (context.json)
        print_json(context, *older, *newer, comparison);
    else
        print_text(context, comparison);
    return kSuccess;
}

/// "pasar-dan-air" as "Pasar dan air".
std::string title_of(const std::string& id) {
    std::string title = id;
    for (char& c : title)
        if (c == '-') c = ' ';
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

int run_new(const Context& context, const AuthoringOptions& options) {
    std::string folder = options.folder;
    while (folder.size() > 1 && folder.back() == '/')
        folder.pop_back();
    const std::string id = content::id_from_name(base::file_name(folder));
    if (id.empty()) return fail(context, base::Error("new-name", {{"name", folder}}), kWrongUsage);
    const std::string templates = base::join_path(context.environment.share_folder, "assets/templates");
    const auto files = content::files_of_template(templates, options.pattern, id,
                                                  options.title.empty() ? title_of(id) : options.title);
    if (!files) return fail(context, files.error(), files.error().code == "new-template" ? kWrongUsage : kFailed);
    if (base::Status written = content::write_new_case(*files, folder); !written) return fail(context, written.error());
    if (context.json) {
        json names = json::array();
        for (const auto& [path, text] : *files)
            names.push_back(path);
        context.out() << json{{"folder", folder}, {"id", id}, {"template", options.pattern}, {"files", names}}.dump(2)
                      << "\n";
    } else {
        context.out() << context.text("cli.new-made",
                                      {{"folder", folder}, {"files", static_cast<std::int64_t>(files->size())}})
                      << "\n";
    }
    return kSuccess;
}

} // namespace

void add_authoring(CLI::App& app, AuthoringOptions& options,
                   const std::function<std::string(std::string_view)>& words) {
    CLI::App* fresh = app.add_subcommand("new", words("cli.help-new"));
    fresh->add_option("folder", options.folder, words("cli.help-new-folder"))->required();
    fresh->add_option("--template", options.pattern, words("cli.help-new-template"));
    fresh->add_option("--title", options.title, words("cli.help-new-title"));
    CLI::App* schema = app.add_subcommand("schema", words("cli.help-schema"));
    schema->add_option("of", options.schema, words("cli.help-schema-of"))
        ->check(CLI::IsMember({"case", "indicator", "framework", "lesson", "programme", "policy"}));
    CLI::App* diff = app.add_subcommand("diff", words("cli.help-diff"));
    diff->add_option("old", options.older, words("cli.help-diff-old"))->required();
    diff->add_option("new", options.newer, words("cli.help-diff-new"))->required();
}

bool run_authoring(const CLI::App& app, const Context& context, const AuthoringOptions& options, int& exit_code) {
    if (app.got_subcommand("schema"))
        exit_code = print_schema(context, options.schema);
    else if (app.got_subcommand("new"))
        exit_code = run_new(context, options);
    else if (app.got_subcommand("diff"))
        exit_code = run_diff(context, options);
    else
        return false;
    return true;
}

} // namespace timbang::cli
