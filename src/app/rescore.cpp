#include "app/rescore.h"

#include <optional>
#include <utility>

#include "app/room/votes_again.h"
#include "domain/comparison.h"
#include "store/stored_event.h"

namespace timbang::app {
namespace {

bool can_change(const store::SessionRow& row, const domain::Scenario& scenario) {
    return !row.imported && !row.needs_newer && row.state == store::SessionState::Finished &&
           row.framework == scenario.framework->reference();
}

/// What is to be appended to one session, and what it is of.
struct Again {
    std::vector<store::StoredEvent> events;
    std::int64_t changed = 0, other_tasks = 0;
};

/// `seq` is the newest number of the session. Nothing where the events do not fit the case any more.
std::optional<Again> solo_again(const RescorePorts& ports, const domain::Scenario& scenario, std::int64_t seq,
                                const std::vector<store::StoredEvent>& stored, const std::string& reason) {
    std::vector<domain::Event> events;
    for (const store::StoredEvent& one : stored) {
        base::Result<domain::Event> event = store::read_stored(scenario, one);
        if (!event) return std::nullopt;
        events.push_back(std::move(*event));
    }
    const domain::Rescored found = domain::scores_again(scenario, events, reason);
    Again again{{}, found.changed, found.other_tasks};
    for (const domain::Event& event : found.events)
        again.events.push_back(store::make_stored(scenario, event, ++seq, ports.now(), ports.random));
    return again;
}

std::optional<Again> room_again(const RescorePorts& ports, const std::shared_ptr<const domain::Scenario>& scenario,
                                std::int64_t seq, const std::vector<store::StoredEvent>& stored,
                                const std::string& reason) {
    base::Result<VotesAgain> found = votes_again(scenario, stored, reason);
    if (!found) return std::nullopt;
    Again again{{}, found->changed, found->other_tasks};
    for (std::string& payload : found->scored)
        again.events.push_back(
            store::make_stored("vote_scored", std::move(payload), {}, ++seq, ports.now(), ports.random));
    return again;
}

std::optional<Again> again(const RescorePorts& ports, const std::shared_ptr<const domain::Scenario>& scenario,
                           const store::SessionRow& row, const std::string& reason) {
    if (!can_change(row, *scenario)) return std::nullopt;
    const auto stored = ports.events(row.id);
    if (!stored) return std::nullopt;
    return row.mode == "room" ? room_again(ports, scenario, row.last_seq, *stored, reason)
                              : solo_again(ports, *scenario, row.last_seq, *stored, reason);
}

} // namespace

base::Status rescore(const RescorePorts& ports, const std::shared_ptr<const domain::Scenario>& scenario,
                     const std::vector<store::SessionRow>& rows, const std::string& reason, RescoreCount& count) {
    for (const store::SessionRow& row : rows) {
        if (row.scenario != scenario->id) continue;
        std::optional<Again> found = again(ports, scenario, row, reason);
        if (!found) {
            ++count.left;
            continue;
        }
        count.other_tasks += found->other_tasks;
        if (found->events.empty()) continue;
        const auto compared = static_cast<std::int64_t>(found->events.size());
        if (base::Status kept = ports.append(row.id, std::move(found->events)); !kept) return kept;
        count.sessions.insert(row.id);
        count.decisions += compared;
        count.changed += found->changed;
    }
    return {};
}

} // namespace timbang::app
