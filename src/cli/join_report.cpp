#include "cli/join_report.h"

#include <nlohmann/json.hpp>

namespace timbang::cli {

namespace {

using nlohmann::json;

std::string name_of(const store::Site& site) { return site.name.empty() ? site.id.substr(0, 8) : site.name; }

void say(const Context& context, const char* key, const base::Args& args = {}) {
    context.out() << context.text(key, args) << "\n";
}

json site_json(const store::Site& site) { return {{"id", site.id}, {"name", site.name}, {"key", site.key}}; }

json file_json(const Context& context, const store::MergedFile& file) {
    json row = {{"path", file.path}};
    if (file.error) {
        row["error"] = {{"code", file.error->code},
                        {"message", context.text("error." + file.error->code, file.error->args)}};
        return row;
    }
    row["site"] = site_json(file.head.site);
    row["new_site"] = file.new_site;
    row["new_key"] = file.new_key;
    row["names"] = store::names_id(file.head.names);
    row["sessions"] = file.head.counts.sessions;
    row["set_aside"] = file.set_aside;
    row["ahead"] = file.ahead;
    row["unknown"] = file.unknown;
    return row;
}

void tell_file(const Context& context, const store::MergedFile& file) {
    const base::Args args{{"path", file.path}, {"site", name_of(file.head.site)}};
    const auto counted = [&](const char* key, std::int64_t n) {
        if (n > 0) say(context, key, {{"n", n}, {"site", name_of(file.head.site)}});
    };
    if (file.error) {
        (void)fail(context, *file.error);
        return;
    }
    if (file.new_site) say(context, "carry.new-site", args);
    if (file.new_key) say(context, "carry.new-key", args);
    if (file.head.names == store::Names::Pseudonyms) say(context, "carry.pseudonyms", args);
    counted("carry.set-aside", file.set_aside);
    counted("carry.ahead", file.ahead);
    counted("carry.unknown", file.unknown);
}

} // namespace

void tell_exported(const Context& context, const std::string& file, store::Names names, const store::Exported& exported) {
    if (context.json) {
        context.out() << json{{"file", file},
                              {"site", site_json(exported.site)},
                              {"names", store::names_id(names)},
                              {"people", exported.counts.people},
                              {"sessions", exported.counts.sessions},
                              {"events", exported.counts.events},
                              {"bytes", exported.bytes}}
                             .dump(2)
                      << "\n";
        return;
    }
    say(context, "carry.exported",
        {{"path", file}, {"sessions", exported.counts.sessions}, {"people", exported.counts.people}});
    say(context, names == store::Names::Keep    ? "carry.with-names"
                 : names == store::Names::Codes ? "carry.with-codes"
                                                : "carry.with-pseudonyms");
}

int tell_merged(const Context& context, const store::Merged& merged) {
    bool refused = false;
    for (const store::MergedFile& file : merged.files) refused = refused || file.error.has_value();
    if (context.json) {
        json files = json::array();
        for (const store::MergedFile& file : merged.files) files.push_back(file_json(context, file));
        context.out() << json{{"files", files},
                              {"sessions", merged.sessions},
                              {"events", merged.events},
                              {"people", merged.people},
                              {"forgotten", merged.forgotten},
                              {"same_codes", merged.same_codes},
                              {"stopped", merged.stopped}}
                             .dump(2)
                      << "\n";
        return refused || merged.stopped ? kFailed : kSuccess;
    }
    for (const store::MergedFile& file : merged.files) tell_file(context, file);
    say(context, "carry.merged", {{"sessions", merged.sessions}, {"people", merged.people}});
    if (merged.forgotten > 0) say(context, "carry.forgotten-there", {{"n", merged.forgotten}});
    for (const std::string& code : merged.same_codes) say(context, "carry.same-code", {{"code", code}});
    if (merged.stopped) return fail(context, base::Error("stopped"));
    return refused ? kFailed : kSuccess;
}

void tell_forgotten(const Context& context, const std::string& code, bool decisions, const store::Forgotten& forgotten) {
    if (context.json) {
        context.out() << json{{"person", code},
                              {"decisions", decisions},
                              {"people", forgotten.people},
                              {"texts", forgotten.texts},
                              {"sessions", forgotten.sessions},
                              {"events", forgotten.events},
                              {"removed", forgotten.removed},
                              {"left", forgotten.left}}
                             .dump(2)
                      << "\n";
        return;
    }
    say(context, decisions ? "carry.forgotten-all" : "carry.forgotten", {{"code", code}});
    for (const std::string& path : forgotten.removed) say(context, "carry.copy-removed", {{"path", path}});
    for (const std::string& path : forgotten.left) say(context, "carry.copy-left", {{"path", path}});
    say(context, "carry.copies-elsewhere");
}

} // namespace timbang::cli
