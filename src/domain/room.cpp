#include "domain/room.h"

#include <algorithm>

#include "domain/room_votes.h"

namespace timbang::domain {

Phase RoomState::phase() const {
    const Round* const open = round();
    return open ? open->phase : Phase::Briefing;
}

const Round* RoomState::round() const {
    return rounds.empty() || rounds.back().closed ? nullptr : &rounds.back();
}

SeatIx RoomState::find_seat(std::string_view code) const {
    for (std::size_t i = 0; i < seats.size(); ++i)
        if (seats[i].code == code) return static_cast<SeatIx>(i);
    return -1;
}

const Vote* RoomState::vote_of(const Round& round, RoomTaskIx task, VoteKind kind, int seat_or_group) const {
    const std::size_t place = vote_place(round, task, kind, seat_or_group);
    if (place >= round.places.size() || round.places[place] == 0) return nullptr;
    return &round.votes[static_cast<std::size_t>(round.places[place] - 1)];
}

bool RoomState::was_taken(const Vote& vote) const {
    return !vote.client_id.empty() && seen.has(seen_digest(vote));
}

RoomState initial_room(const RoomRules& rules) {
    RoomState state;
    for (const RoomSeat& seat : rules.seats)
        state.seats.push_back(sound_seat(seat));
    return state;
}

RoomState replay(const RoomRules& rules, const std::vector<RoomEvent>& events) {
    RoomState state = initial_room(rules);
    for (const RoomEvent& event : events)
        apply(rules, state, event);
    return state;
}

std::optional<RoomCommand> next_room_command(const RoomRules&, const RoomState& state) {
    const Round* const round = state.round();
    if (!round || state.over) return std::nullopt;
    const auto hidden = std::find_if(round->tasks.begin(), round->tasks.end(), [&](RoomTaskIx task) {
        return std::find(round->shown.begin(), round->shown.end(), task) == round->shown.end();
    });
    switch (round->phase) {
    case Phase::Briefing:
        return std::nullopt;
    case Phase::FirstVote:
        return room_command::ShowVotes{};
    case Phase::VotesShown:
        return room_command::BeginDiscussion{};
    case Phase::Discussion:
        if (!round->second_over) return room_command::OpenSecondVote{};
        break;
    case Phase::SecondVote:
    case Phase::ReferenceShown:
        break;
    }
    if (hidden == round->tasks.end()) return room_command::CloseRound{};
    return room_command::ShowReference{*hidden};
}

} // namespace timbang::domain
