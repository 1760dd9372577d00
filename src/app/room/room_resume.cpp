// Reading a room's session back.
#include <algorithm>
#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

#include "app/room/room_case.h"
#include "base/json.h"

namespace timbang::app {
namespace {

/// Types of the case's script; what is not among them is the room's own.
constexpr std::array<std::string_view, 9> kScript = {"opened",       "decided",   "drafted",  "part_decided",
                                                     "part_drafted", "action_taken", "script_fired", "left_step",
                                                     "finished"};
/// Conclusions from other events: nothing is to be taken up again.
constexpr std::string_view kJudged = "vote_scored";

} // namespace

bool RoomCase::belongs(const std::vector<store::StoredEvent>& events) const {
    if (events.empty()) return false;
    const base::Result<nlohmann::json> payload = base::parse_json(events.front().payload);
    if (!payload || !payload->is_object()) return false;
    const auto scenario = payload->find("scenario");
    return scenario != payload->end() && *scenario == given_.scenario->id;
}

base::Status RoomCase::take_back(const store::StoredEvent& stored) {
    if (stored.type == kJudged) return {};
    RoomBatch::Happened happened;
    if (std::find(kScript.begin(), kScript.end(), stored.type) != kScript.end()) {
        base::Result<domain::Event> event = store::read_stored(*given_.scenario, stored);
        if (!event) return event.error();
        happened = std::move(*event);
    } else {
        if (store::payload_hash(stored.type, stored.payload) != stored.payload_hash)
            return base::Error("event-damaged", {{"id", stored.id}});
        const base::Result<nlohmann::json> payload = base::parse_json(stored.payload);
        if (!payload) return base::Error("event-broken", {{"type", stored.type}, {"field", std::string()}});
        base::Result<domain::RoomEvent> event =
            domain::room_event_from_json(*rules_, kept_.room, stored.type, *payload, stored.texts);
        if (!event) return event.error();
        happened = std::move(*event);
    }
    // Time went on while nobody served; a clock that was set back counts as none.
    const auto away = std::max<std::int64_t>(0, (stamps_.now() - stored.time).count());
    happen(kept_, happened, stamps_.steady() - away);
    see(happened);
    return {};
}

base::Status RoomCase::resume(const std::string& session, const std::vector<store::StoredEvent>& events) {
    if (events.empty()) return base::Error("session-empty");
    const base::Result<nlohmann::json> payload = base::parse_json(events.front().payload);
    if (!payload)
        return base::Error("event-broken", {{"type", events.front().type}, {"field", std::string()}});
    base::Result<domain::RoomStarted> started = domain::room_started_from_json(*payload);
    if (!started) return started.error();
    // Votes name indicators by their place.
    const std::vector<domain::RoomTask> tasks = room_tasks(*given_.scenario);
    const auto same_code = [](const domain::RoomTask& a, const domain::RoomTask& b) { return a.code == b.code; };
    if (!std::equal(tasks.begin(), tasks.end(), started->rules.tasks.begin(), started->rules.tasks.end(), same_code))
        return base::Error("room-case-changed", {{"scenario", given_.scenario->title}});
    started_ = std::move(*started);
    session_ = session;
    rules_ = std::make_shared<const domain::RoomRules>(started_.rules);
    kept_.room = domain::initial_room(*rules_);
    for (std::size_t i = 1; i < events.size(); ++i)
        if (base::Status taken = take_back(events[i]); !taken) return taken;
    ahead_ = kept_;
    ++version_;
    next_seq_ = events.back().seq + 1;
    last_ = events.back().time;
    return {};
}

} // namespace timbang::app
