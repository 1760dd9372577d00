#include "app/room/open_rooms.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/room/room_rules.h"
#include "base/json.h"
#include "domain/room_event.h"

namespace timbang::app {
namespace {

domain::Workshop plan_of(const domain::RoomStarted& started) {
    domain::Workshop plan;
    plan.id = started.workshop;
    plan.title = started.title;
    plan.consensus = started.rules.consensus;
    plan.show = started.rules.show;
    plan.vote_minutes = started.rules.vote_seconds / 60;
    plan.group_second = started.rules.group_second;
    plan.roster = room_roster(started.rules.seats);
    domain::number_groups(plan);
    return plan;
}

} // namespace

std::vector<OpenRoom> open_rooms(const std::vector<store::SessionRow>& rows, const EventsOf& events) {
    std::vector<OpenRoom> rooms;
    for (const store::SessionRow& row : rows) {
        if (row.mode != "room" || row.imported || row.needs_newer || row.state != store::SessionState::Open) continue;
        base::Result<std::vector<store::StoredEvent>> read = events(row.id);
        if (!read || read->empty()) continue;
        const base::Result<nlohmann::json> payload = base::parse_json(read->front().payload);
        if (!payload) continue;
        const base::Result<domain::RoomStarted> started = domain::room_started_from_json(*payload);
        if (!started) continue;
        auto room = std::find_if(rooms.begin(), rooms.end(),
                                 [&](const OpenRoom& one) { return one.workshop == started->workshop; });
        if (room == rooms.end()) {
            room = rooms.emplace(rooms.end());
            room->workshop = started->workshop;
            room->title = started->title;
            room->plan = plan_of(*started);
        }
        room->scenarios.push_back(started->scenario);
        room->last = std::max(room->last, row.last);
        room->people = std::max(room->people, static_cast<int>(started->rules.seats.size()));
        room->rounds += static_cast<int>(std::count_if(read->begin(), read->end(), [](const store::StoredEvent& event) {
            return event.type == "round_opened";
        }));
        room->sessions.push_back({row.id, std::move(*read)});
    }
    std::stable_sort(rooms.begin(), rooms.end(), [](const OpenRoom& a, const OpenRoom& b) {
        return std::pair(a.last, a.sessions.back().session) > std::pair(b.last, b.sessions.back().session);
    });
    return rooms;
}

} // namespace timbang::app
