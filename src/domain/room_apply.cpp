#include <algorithm>
#include <utility>

#include "domain/room_votes.h"

namespace timbang::domain {
namespace {

/// Takes in one event; whatever names a seat, a round or an indicator that is not there is passed over.
class Applier {
public:
    Applier(const RoomRules& rules, RoomState& state) : rules_(rules), state_(state) {}

    void operator()(const room_event::SeatTaken& event) {
        if (!in_list(event.seat, state_.seats.size())) return;
        RoomSeat& seat = state_.seats[static_cast<std::size_t>(event.seat)];
        seat.token_hash = event.token_hash;
        seat.way = event.way;
        seat.presence = Presence::Expected;
    }
    void operator()(const room_event::SeatFreed& event) {
        if (in_list(event.seat, state_.seats.size()))
            state_.seats[static_cast<std::size_t>(event.seat)].token_hash.clear();
    }
    void operator()(const room_event::SeatAdded& event) {
        if (state_.seats.size() < kMostSeats && state_.find_seat(event.seat.code) < 0)
            state_.seats.push_back(sound_seat(event.seat));
    }
    void operator()(const room_event::SeatsSet& event) {
        for (std::size_t i = 0; i < std::min(event.seats.size(), state_.seats.size()); ++i) {
            RoomSeat seat = sound_seat(event.seats[i]);
            seat.code = std::move(state_.seats[i].code);
            seat.token_hash = std::move(state_.seats[i].token_hash);
            state_.seats[i] = std::move(seat);
        }
    }
    void operator()(const room_event::RoundOpened& event) {
        Round round;
        round.number = event.round;
        round.consensus = event.consensus;
        round.voting = true;
        for (const RoomTaskIx task : event.tasks)
            if (in_list(task, rules_.tasks.size())) round.tasks.push_back(task);
        if (!state_.rounds.empty()) state_.rounds.back().closed = true;
        state_.rounds.push_back(std::move(round));
        state_.timer = {};
    }
    void operator()(const room_event::Voted& event) {
        Round* const round = present(event.round);
        const Vote& vote = event.vote;
        const bool by_group = vote.kind == VoteKind::Group;
        if (!round || (by_group ? vote.group < 1 || vote.group > kHighestGroup : !known_seat(vote.seat))) return;
        if (!std::all_of(vote.members.begin(), vote.members.end(), [&](SeatIx seat) { return known_seat(seat); }))
            return;
        if (!vote.client_id.empty()) state_.seen.add(seen_digest(vote));
        put_vote(*round, vote);
    }
    void operator()(const room_event::VoteClosed& event) {
        Round* const round = present(event.round);
        if (!round) return;
        round->voting = false;
        round->second_over = round->second_over || event.kind != VoteKind::First;
        state_.timer = {};
    }
    void operator()(const room_event::VoteReopened& event) {
        Round* const round = present(event.round);
        if (!round) return;
        round->voting = true;
        if (event.kind != VoteKind::First) round->second_over = false;
    }
    void operator()(const room_event::VotesShown& event) {
        Round* const round = present(event.round);
        if (!round) return;
        round->votes_shown = true;
        if (round->phase == Phase::FirstVote) round->phase = Phase::VotesShown;
    }
    void operator()(const room_event::DiscussionBegun& event) { go(event.round, Phase::Discussion); }
    void operator()(const room_event::SecondVoteOpened& event) {
        Round* const round = go(event.round, Phase::SecondVote);
        if (!round) return;
        round->voting = true;
        round->second_over = false;
    }
    void operator()(const room_event::SecondVotePassedOver& event) {
        if (Round* const round = present(event.round)) round->second_over = true;
    }
    void operator()(const room_event::ReferenceShown& event) {
        Round* const round = present(event.round);
        if (!round || std::find(round->tasks.begin(), round->tasks.end(), event.task) == round->tasks.end()) return;
        go(event.round, Phase::ReferenceShown);
        if (std::find(round->shown.begin(), round->shown.end(), event.task) == round->shown.end())
            round->shown.push_back(event.task);
    }
    void operator()(const room_event::RoundClosed& event) {
        Round* const round = present(event.round);
        if (!round) return;
        round->voting = false;
        round->closed = true;
        state_.timer = {};
    }
    void operator()(const room_event::TimerSet& event) { state_.timer = event.timer; }
    void operator()(const room_event::Commented& event) {
        if (event.comment.task < 0 || in_list(event.comment.task, rules_.tasks.size()))
            state_.comments.push_back(event.comment);
    }
    void operator()(const room_event::RoomEnded&) {
        state_.over = true;
        state_.timer = {};
    }

private:
    [[nodiscard]] bool known_seat(SeatIx seat) const { return in_list(seat, state_.seats.size()); }
    /// The round of that number if it is the one that is open.
    [[nodiscard]] Round* present(int number) {
        if (state_.rounds.empty() || state_.rounds.back().closed || state_.rounds.back().number != number)
            return nullptr;
        return &state_.rounds.back();
    }
    Round* go(int number, Phase phase) {
        Round* const round = present(number);
        if (round) round->phase = phase;
        return round;
    }

    const RoomRules& rules_;
    RoomState& state_;
};

} // namespace

void apply(const RoomRules& rules, RoomState& state, const RoomEvent& event) {
    if (!state.over) std::visit(Applier(rules, state), event);
}

} // namespace timbang::domain
