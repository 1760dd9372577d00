#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "domain/room_step.h"
#include "domain/room_votes.h"

namespace timbang::domain {
namespace {

/// The vote as it is kept: only what is asked, the reason in one line, members in the order of the seats.
Vote sound_vote(const RoomTask& task, Vote vote) {
    if (task.scores.empty()) vote.score.reset();
    if (!task.asks_verdict) vote.verdict.reset();
    vote.reason = base::fold_spaces(vote.reason);
    if (vote.kind == VoteKind::Group) {
        vote.seat = -1;
        std::sort(vote.members.begin(), vote.members.end());
        vote.members.erase(std::unique(vote.members.begin(), vote.members.end()), vote.members.end());
    } else {
        vote.group = 0;
        vote.members.clear();
    }
    return vote;
}

std::optional<RoomRefusal> who_refused(const RoomState& state, const Vote& vote) {
    if (vote.kind != VoteKind::Group)
        return in_list(vote.seat, state.seats.size()) ? std::nullopt : std::optional(RoomRefusal::UnknownSeat);
    if (vote.group < 1 || vote.group > kHighestGroup) return RoomRefusal::UnknownSeat;
    for (const SeatIx seat : vote.members)
        if (!in_list(seat, state.seats.size()) || state.seats[static_cast<std::size_t>(seat)].group != vote.group)
            return RoomRefusal::UnknownSeat;
    return vote.members.empty() ? std::optional(RoomRefusal::IncompleteVote) : std::nullopt;
}

std::optional<RoomRefusal> kind_refused(const RoomRules& rules, const Round& round, VoteKind kind) {
    if (!round.voting) return RoomRefusal::NoVoteOpen;
    if (round.phase == Phase::FirstVote)
        return kind == VoteKind::First ? std::nullopt : std::optional(RoomRefusal::WrongKind);
    if (kind == VoteKind::First || (kind == VoteKind::Second && rules.group_second)) return RoomRefusal::WrongKind;
    return std::nullopt;
}

std::optional<RoomRefusal> answer_refused(const RoomTask& task, const Vote& vote) {
    if (task.asks_verdict && !vote.verdict) return RoomRefusal::IncompleteVote;
    if (!task.scores.empty()) {
        if (!vote.score) return RoomRefusal::IncompleteVote;
        if (std::find(task.scores.begin(), task.scores.end(), *vote.score) == task.scores.end())
            return RoomRefusal::ScoreOffScale;
    }
    if (vote.confidence < 1 || vote.confidence > 3) return RoomRefusal::BadConfidence;
    if (vote.reason.size() > kLongestReason) return RoomRefusal::ReasonTooLong;
    return std::nullopt;
}

} // namespace

RoomOutcome vote_events(const RoomRules& rules, const RoomState& state, const Vote& vote) {
    // Asked before anything else: whoever did not hear that a vote was kept sends it again, also when the room has gone
    // on.
    if (state.was_taken(vote)) return std::vector<RoomEvent>();
    if (state.over) return RoomRefusal::RoomOver;
    if (!in_list(vote.task, rules.tasks.size())) return RoomRefusal::UnknownIndicator;
    const Round* const round = state.round();
    if (!round) return RoomRefusal::NoVoteOpen;
    if (std::find(round->tasks.begin(), round->tasks.end(), vote.task) == round->tasks.end())
        return RoomRefusal::NotThisRound;
    if (const auto refused = kind_refused(rules, *round, vote.kind)) return *refused;
    const RoomTask& task = rules.tasks[static_cast<std::size_t>(vote.task)];
    Vote sound = sound_vote(task, vote);
    if (const auto refused = who_refused(state, sound)) return *refused;
    if (const auto refused = answer_refused(task, sound)) return *refused;
    const int who = sound.kind == VoteKind::Group ? sound.group : sound.seat;
    if (const Vote* const before = state.vote_of(*round, sound.task, sound.kind, who)) {
        Vote same = sound;
        same.client_id.clear();
        if (same == *before) return std::vector<RoomEvent>();
    }
    return std::vector<RoomEvent>{room_event::Voted{round->number, std::move(sound)}};
}

} // namespace timbang::domain
