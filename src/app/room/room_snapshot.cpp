#include "app/room/room_snapshot.h"

#include <algorithm>

#include "app/room/room_session.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Whether a seat has voted on every indicator of the round in its present vote.
bool has_voted(const domain::RoomRules& rules, const domain::RoomState& state, const domain::Round& round, int seat) {
    const bool second = round.phase == domain::Phase::SecondVote ||
                        (round.phase == domain::Phase::ReferenceShown &&
                         std::any_of(round.votes.begin(), round.votes.end(),
                                     [](const domain::Vote& vote) { return vote.kind != domain::VoteKind::First; }));
    return std::all_of(round.tasks.begin(), round.tasks.end(), [&](domain::RoomTaskIx task) {
        if (!second) return state.vote_of(round, task, domain::VoteKind::First, seat) != nullptr;
        if (!rules.group_second) return state.vote_of(round, task, domain::VoteKind::Second, seat) != nullptr;
        const domain::Vote* const group =
            state.vote_of(round, task, domain::VoteKind::Group, state.seats[at(seat)].group);
        return group != nullptr;
    });
}

} // namespace

std::shared_ptr<const RoomSnapshot> RoomSession::snapshot() {
    if (snapshot_ != nullptr) return snapshot_;
    auto made = std::make_shared<RoomSnapshot>();
    const RoomCase& one = now();
    made->workshop = setup_.workshop.id;
    made->title = setup_.workshop.title;
    made->code = setup_.code;
    for (const auto& each : cases_) made->cases.push_back({each->session(), each->scenario_pointer()});
    made->current = current_;
    made->scenario = one.scenario_pointer();
    made->script = one.script();
    made->rules = one.rules();
    made->state = one.room();
    const domain::RoomState& state = *made->state;
    made->connections = connections_;
    made->connections.resize(state.seats.size(), 0);
    const domain::Round* const round = state.round();
    for (int seat = 0; seat < static_cast<int>(state.seats.size()); ++seat) {
        const auto name = names_.find(state.seats[at(seat)].code);
        made->names.push_back(name == names_.end() ? "" : name->second);
        made->voted.push_back(round != nullptr && has_voted(*made->rules, state, *round, seat));
    }
    made->legal = domain::legal_room_commands(*made->rules, state);
    made->next = domain::next_room_command(*made->rules, state);
    made->timer_left_ms = state.timer.left_ms;
    made->timer_at = one.kept().timer_at;
    made->screen = screen_;
    made->screen_task = screen_task_;
    made->reason = reason_;
    if (round != nullptr)
        for (const domain::RoomTaskIx task : round->shown) made->shown.push_back(made->rules->tasks[at(task)].code);
    made->writing = std::any_of(waiting_.begin(), waiting_.end(), [](const Waiting& w) { return !w.failed; });
    made->failure = failure_;
    made->recovery_file = recovery_file_;
    snapshot_ = std::move(made);
    return snapshot_;
}

int people_here(const RoomSnapshot& snapshot) {
    int here = 0;
    for (std::size_t seat = 0; seat < snapshot.state->seats.size(); ++seat) {
        const domain::RoomSeat& one = snapshot.state->seats[seat];
        here += one.presence != domain::Presence::Absent &&
                (snapshot.connections[seat] > 0 || one.way == domain::WayIn::Paper);
    }
    return here;
}

std::vector<domain::SeatIx> seats_offline(const RoomSnapshot& snapshot) {
    std::vector<domain::SeatIx> offline;
    for (std::size_t seat = 0; seat < snapshot.state->seats.size(); ++seat)
        if (!snapshot.state->seats[seat].token_hash.empty() && snapshot.connections[seat] == 0)
            offline.push_back(static_cast<domain::SeatIx>(seat));
    return offline;
}

std::vector<domain::SeatIx> missing_votes(const RoomSnapshot& snapshot) {
    std::vector<domain::SeatIx> missing;
    const domain::Round* const round = snapshot.state->round();
    if (round == nullptr || !round->voting) return missing;
    for (std::size_t seat = 0; seat < snapshot.state->seats.size(); ++seat)
        if (!snapshot.voted[seat] && snapshot.state->seats[seat].presence == domain::Presence::Expected)
            missing.push_back(static_cast<domain::SeatIx>(seat));
    return missing;
}

} // namespace timbang::app
