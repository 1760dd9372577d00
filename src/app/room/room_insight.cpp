#include "app/room/room_insight.h"

#include <algorithm>

namespace timbang::app {
namespace {

bool has(const std::vector<domain::RoomTaskIx>& tasks, domain::RoomTaskIx task) {
    return std::find(tasks.begin(), tasks.end(), task) != tasks.end();
}

} // namespace

RoomInsight room_insight(const RoomSnapshot& snapshot) {
    RoomInsight made;
    made.references = insight::room_references(*snapshot.rules, *snapshot.scenario);
    made.items = insight::compare_room(*snapshot.rules, *snapshot.state, made.references);
    made.agenda = insight::debrief_agenda(*snapshot.rules, *snapshot.state, made.references);
    return made;
}

const domain::Round* last_round_of(const domain::RoomState& state, domain::RoomTaskIx task) {
    for (auto round = state.rounds.rbegin(); round != state.rounds.rend(); ++round)
        if (has(round->tasks, task)) return &*round;
    return nullptr;
}

bool reference_was_shown(const domain::RoomState& state, domain::RoomTaskIx task) {
    return std::any_of(state.rounds.begin(), state.rounds.end(),
                       [&](const domain::Round& round) { return has(round.shown, task); });
}

domain::RoomTaskIx task_looked_at(const RoomSnapshot& snapshot, const std::string& item) {
    const auto& tasks = snapshot.rules->tasks;
    const auto named = std::find_if(tasks.begin(), tasks.end(), [&](const auto& one) { return one.code == item; });
    if (!item.empty() && named != tasks.end()) return static_cast<domain::RoomTaskIx>(named - tasks.begin());
    if (snapshot.state->rounds.empty()) return -1;
    const domain::Round& round = snapshot.state->rounds.back();
    if (round.tasks.empty()) return -1;
    // While references are shown one after the other, the last shown is talked about.
    if (!round.shown.empty()) return round.shown.back();
    return round.tasks.front();
}

std::int64_t timer_left(const RoomSnapshot& snapshot, std::int64_t steady) {
    if (!snapshot.state->timer.running) return snapshot.timer_left_ms;
    return snapshot.timer_left_ms - (steady - snapshot.timer_at);
}

} // namespace timbang::app
