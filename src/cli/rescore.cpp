#include <nlohmann/json.hpp>

#include "base/files.h"
#include "base/ids.h"
#include "cli/context.h"
#include "domain/comparison.h"
#include "store/writer.h"

namespace timbang::cli {

namespace {

/// What was done, over all sessions of the case.
struct Count {
    std::int64_t sessions = 0;    ///< that got new results
    std::int64_t decisions = 0;
    std::int64_t changed = 0;     ///< decisions whose result is another one now
    std::int64_t other_tasks = 0; ///< decisions left as they are
    std::int64_t left = 0;        ///< sessions left as they are: imported, open, or of a case too different
};

bool can_change(const store::SessionRow& row, const domain::Scenario& scenario) {
    return !row.imported && !row.needs_newer && row.state == store::SessionState::Finished &&
           row.framework == scenario.framework->reference();
}

/// The session's events for the case as it is now; nothing where they do not fit it any more.
std::optional<std::vector<domain::Event>> read_events(store::Reader& reader, const domain::Scenario& scenario,
                                                      const std::string& session) {
    const auto stored = reader.events(session);
    if (!stored) return std::nullopt;
    std::vector<domain::Event> events;
    for (const store::StoredEvent& one : *stored) {
        base::Result<domain::Event> event = store::read_stored(scenario, one);
        if (!event) return std::nullopt;
        events.push_back(std::move(*event));
    }
    return events;
}

base::Status append(const Context& context, store::Writer& writer, const domain::Scenario& scenario,
                    const store::SessionRow& row, const std::vector<domain::Event>& events) {
    std::vector<store::StoredEvent> stored;
    std::int64_t seq = row.last_seq;
    for (const domain::Event& event : events)
        stored.push_back(store::make_stored(scenario, event, ++seq, context.environment.clock(), base::secure_random));
    base::Status status;
    writer.append(row.id, std::move(stored), [&status](const store::Appended& done) { status = done.status; });
    writer.flush();
    return status;
}

base::Status rescore(const Context& context, store::Reader& reader, store::Writer& writer,
                     const domain::Scenario& scenario, const std::string& reason, Count& count) {
    const auto rows = reader.sessions();
    if (!rows) return rows.error();
    for (const store::SessionRow& row : *rows) {
        if (row.scenario != scenario.id) continue;
        const auto events = can_change(row, scenario) ? read_events(reader, scenario, row.id) : std::nullopt;
        if (!events) {
            ++count.left;
            continue;
        }
        const domain::Rescored again = domain::scores_again(scenario, *events, reason);
        count.other_tasks += again.other_tasks;
        if (again.events.empty()) continue;
        if (base::Status kept = append(context, writer, scenario, row, again.events); !kept) return kept;
        ++count.sessions;
        count.decisions += static_cast<std::int64_t>(again.events.size());
        count.changed += again.changed;
    }
    return {};
}

int tell(const Context& context, const Count& count) {
    if (context.json)
        context.out() << nlohmann::json{{"sessions", count.sessions},
                                        {"decisions", count.decisions},
                                        {"changed", count.changed},
                                        {"other_tasks", count.other_tasks},
                                        {"left", count.left}}
                             .dump()
                      << "\n";
    else
        context.out() << context.text("records.rescored", {{"sessions", count.sessions},
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
    Count count;
    const std::string why = reason.empty() ? "reference corrected: " + scenario->id + " " + scenario->version : reason;
    if (base::Status done = rescore(context, *reader, **writer, *scenario, why, count); !done)
        return fail(context, done.error());
    return tell(context, count);
}

} // namespace timbang::cli
