#include "app/rescore.h"

#include <optional>
#include <utility>

#include "domain/comparison.h"
#include "store/stored_event.h"

namespace timbang::app {
namespace {

bool can_change(const store::SessionRow& row, const domain::Scenario& scenario) {
    return !row.imported && !row.needs_newer && row.state == store::SessionState::Finished &&
           row.framework == scenario.framework->reference();
}

/// The session's events for the case as it is now; nothing where they do not fit it any more.
std::optional<std::vector<domain::Event>> read_events(const RescorePorts& ports, const domain::Scenario& scenario,
                                                      const std::string& session) {
    const auto stored = ports.events(session);
    if (!stored) return std::nullopt;
    std::vector<domain::Event> events;
    for (const store::StoredEvent& one : *stored) {
        base::Result<domain::Event> event = store::read_stored(scenario, one);
        if (!event) return std::nullopt;
        events.push_back(std::move(*event));
    }
    return events;
}

} // namespace

base::Status rescore(const RescorePorts& ports, const domain::Scenario& scenario,
                     const std::vector<store::SessionRow>& rows, const std::string& reason, RescoreCount& count) {
    for (const store::SessionRow& row : rows) {
        if (row.scenario != scenario.id) continue;
        const auto events = can_change(row, scenario) ? read_events(ports, scenario, row.id) : std::nullopt;
        if (!events) {
            ++count.left;
            continue;
        }
        const domain::Rescored again = domain::scores_again(scenario, *events, reason);
        count.other_tasks += again.other_tasks;
        if (again.events.empty()) continue;
        std::vector<store::StoredEvent> stored;
        std::int64_t seq = row.last_seq;
        for (const domain::Event& event : again.events)
            stored.push_back(store::make_stored(scenario, event, ++seq, ports.now(), ports.random));
        if (base::Status kept = ports.append(row.id, std::move(stored)); !kept) return kept;
        count.sessions.insert(row.id);
        count.decisions += static_cast<std::int64_t>(again.events.size());
        count.changed += again.changed;
    }
    return {};
}

} // namespace timbang::app
