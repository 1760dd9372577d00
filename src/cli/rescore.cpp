#include <nlohmann/json.hpp>

#include "app/rescore.h"
#include "base/files.h"
#include "base/ids.h"
#include "cli/context.h"
#include "store/writer.h"

namespace timbang::cli {

namespace {

base::Status rescore(const Context& context, store::Reader& reader, store::Writer& writer,
                     const std::shared_ptr<const domain::Scenario>& scenario, const std::string& reason,
                     app::RescoreCount& count) {
    const auto rows = reader.sessions();
    if (!rows) return rows.error();
    const app::RescorePorts ports{
        [&](const std::string& session) { return reader.events(session); },
        [&](const std::string& session, std::vector<store::StoredEvent> events) {
            base::Status status;
            writer.append(session, std::move(events), [&status](const store::Appended& done) { status = done.status; });
            writer.flush();
            return status;
        },
        context.environment.clock, base::secure_random};
    return app::rescore(ports, scenario, *rows, reason, count);
}

int tell(const Context& context, const app::RescoreCount& count) {
    const auto sessions = static_cast<std::int64_t>(count.sessions.size());
    if (context.json)
        context.out() << nlohmann::json{{"sessions", sessions},
                                        {"decisions", count.decisions},
                                        {"changed", count.changed},
                                        {"other_tasks", count.other_tasks},
                                        {"left", count.left}}
                             .dump()
                      << "\n";
    else
        context.out() << context.text("records.rescored", {{"sessions", sessions},
                                                           {"decisions", count.decisions},
                                                           {"changed", count.changed},
                                                           {"other", count.other_tasks},
                                                           {"left", count.left}})
                      << "\n";
    return kSuccess;
}

} // namespace

int run_records_rescore(const Context& context, const std::string& name, const std::string& reason) {
    int exit_code = kSuccess;
    const auto scenario = open_scenario(context, name, exit_code);
    if (!scenario) return exit_code;
    const std::string database = base::join_path(context.data_folder, "records.db");
    if (base::file_kind(database) == base::FileKind::Missing)
        return fail(context, base::Error("records-missing", {{"path", database}}));
    store::WriterOptions options;
    options.path = database;
    options.recovery_folder = base::join_path(context.data_folder, "recovery");
    options.now = context.environment.clock;
    const auto writer = store::Writer::open(options);
    if (!writer) return fail(context, writer.error());
    auto reader = store::Reader::open(database);
    if (!reader) return fail(context, reader.error());
    app::RescoreCount count;
    const std::string why = reason.empty() ? "reference corrected: " + scenario->id + " " + scenario->version : reason;
    if (base::Status done = rescore(context, *reader, **writer, scenario, why, count); !done)
        return fail(context, done.error());
    return tell(context, count);
}

} // namespace timbang::cli
