#include "insight/room_parts.h"

#include <algorithm>

namespace timbang::insight {

std::optional<int> step_of(const domain::RoomTask& task, std::optional<int> score) {
    if (!score) return std::nullopt;
    const auto found = std::find(task.scores.begin(), task.scores.end(), *score);
    if (found == task.scores.end()) return std::nullopt;
    return static_cast<int>(found - task.scores.begin());
}

bool has_votes(const domain::Round& round, domain::RoomTaskIx task) {
    return std::any_of(round.votes.begin(), round.votes.end(),
                       [&](const domain::Vote& vote) { return vote.task == task; });
}

const domain::Round* last_round_on(const domain::RoomState& state, domain::RoomTaskIx task) {
    const auto found = std::find_if(state.rounds.rbegin(), state.rounds.rend(),
                                    [&](const domain::Round& round) { return has_votes(round, task); });
    return found == state.rounds.rend() ? nullptr : &*found;
}

RoomReference reference_of(const std::vector<RoomReference>& references, domain::RoomTaskIx task) {
    const std::size_t place = static_cast<std::size_t>(task);
    return place < references.size() ? references[place] : RoomReference{};
}

} // namespace timbang::insight
