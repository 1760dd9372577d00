#include "domain/room_step.h"

#include <algorithm>
#include <utility>

#include "domain/room_votes.h"

namespace timbang::domain {
namespace {

using Events = std::vector<RoomEvent>;
constexpr std::int64_t kLongestTimer = 24 * 60 * 60 * 1000;

bool has(const std::vector<RoomTaskIx>& tasks, RoomTaskIx task) {
    return std::find(tasks.begin(), tasks.end(), task) != tasks.end();
}

bool reference_was_shown(const RoomState& state, RoomTaskIx task) {
    return std::any_of(state.rounds.begin(), state.rounds.end(),
                       [&](const Round& round) { return has(round.shown, task); });
}

/// What each command leads to; the room is not over and, for those of a round, `round_` is the open one.
class Rules {
public:
    Rules(const RoomRules& rules, const RoomState& state) : rules_(rules), state_(state), round_(state.round()) {}

    RoomOutcome operator()(const room_command::TakeSeat& command) const {
        if (!in_list(command.seat, state_.seats.size())) return RoomRefusal::UnknownSeat;
        const RoomSeat& seat = state_.seats[static_cast<std::size_t>(command.seat)];
        if (!seat.token_hash.empty() && seat.token_hash != command.token_hash) return RoomRefusal::SeatTaken;
        if (seat.token_hash == command.token_hash && seat.way == command.way && seat.presence == Presence::Expected)
            return Events();
        return Events{room_event::SeatTaken{command.seat, command.way, command.token_hash}};
    }
    RoomOutcome operator()(const room_command::FreeSeat& command) const {
        if (!in_list(command.seat, state_.seats.size())) return RoomRefusal::UnknownSeat;
        if (state_.seats[static_cast<std::size_t>(command.seat)].token_hash.empty()) return Events();
        return Events{room_event::SeatFreed{command.seat}};
    }
    RoomOutcome operator()(const room_command::AddSeat& command) const {
        if (command.code.empty()) return RoomRefusal::UnknownSeat;
        if (state_.find_seat(command.code) >= 0) return RoomRefusal::SeatCodeTwice;
        if (state_.seats.size() >= kMostSeats) return RoomRefusal::TooManySeats;
        RoomSeat seat;
        seat.code = command.code;
        seat.group = command.group;
        seat.way = command.way;
        return Events{room_event::SeatAdded{sound_seat(std::move(seat))}};
    }
    RoomOutcome operator()(const room_command::SetSeats& command) const {
        if (command.seats.size() != state_.seats.size()) return RoomRefusal::UnknownSeat;
        std::vector<RoomSeat> seats = state_.seats;
        for (std::size_t i = 0; i < seats.size(); ++i) {
            const std::string token = std::move(seats[i].token_hash);
            const std::string code = std::move(seats[i].code);
            seats[i] = sound_seat(command.seats[i]);
            seats[i].code = code;
            seats[i].token_hash = token;
        }
        if (seats == state_.seats) return Events();
        for (RoomSeat& seat : seats)
            seat.token_hash.clear();
        return Events{room_event::SeatsSet{std::move(seats)}};
    }
    RoomOutcome operator()(const room_command::OpenRound& command) const {
        if (round_) return RoomRefusal::RoundOpen;
        if (command.tasks.empty()) return RoomRefusal::UnknownIndicator;
        room_event::RoundOpened opened{static_cast<int>(state_.rounds.size()) + 1, {}, rules_.consensus};
        for (const RoomTaskIx task : command.tasks) {
            if (!in_list(task, rules_.tasks.size())) return RoomRefusal::UnknownIndicator;
            if (reference_was_shown(state_, task)) return RoomRefusal::ReferenceAlreadyShown;
            if (!has(opened.tasks, task)) opened.tasks.push_back(task);
        }
        Events events{std::move(opened)};
        start_timer(events);
        return events;
    }
    RoomOutcome operator()(const room_command::CastVote& command) const {
        return vote_events(rules_, state_, command.vote);
    }

    RoomOutcome operator()(const room_command::CloseVote&) const {
        if (!round_) return RoomRefusal::NoRound;
        if (!round_->voting) return RoomRefusal::NoVoteOpen;
        return Events{closed()};
    }
    RoomOutcome operator()(const room_command::ReopenVote&) const {
        if (!round_) return RoomRefusal::NoRound;
        if (round_->phase == Phase::ReferenceShown) return RoomRefusal::ReferenceAlreadyShown;
        if (round_->phase != Phase::FirstVote && round_->phase != Phase::SecondVote)
            return round_->votes_shown ? RoomRefusal::VotesAlreadyShown : RoomRefusal::NotNow;
        if (round_->voting) return RoomRefusal::NotNow;
        return Events{room_event::VoteReopened{round_->number, kind()}};
    }
    RoomOutcome operator()(const room_command::ShowVotes&) const {
        if (!round_) return RoomRefusal::NoRound;
        if (round_->votes_shown) return RoomRefusal::VotesAlreadyShown;
        Events events;
        if (round_->phase == Phase::FirstVote && round_->voting) events.emplace_back(closed());
        events.emplace_back(room_event::VotesShown{round_->number});
        return events;
    }
    RoomOutcome operator()(const room_command::BeginDiscussion&) const {
        if (!round_) return RoomRefusal::NoRound;
        if (round_->phase != Phase::VotesShown) return RoomRefusal::NotNow;
        return Events{room_event::DiscussionBegun{round_->number}};
    }
    RoomOutcome operator()(const room_command::OpenSecondVote&) const {
        if (!round_) return RoomRefusal::NoRound;
        if (round_->phase == Phase::ReferenceShown) return RoomRefusal::ReferenceAlreadyShown;
        if (round_->phase != Phase::VotesShown && round_->phase != Phase::Discussion) return RoomRefusal::NotNow;
        Events events{room_event::SecondVoteOpened{round_->number}};
        start_timer(events);
        return events;
    }
    RoomOutcome operator()(const room_command::Skip&) const {
        if (!round_) return RoomRefusal::NoRound;
        Events events;
        switch (round_->phase) {
        case Phase::FirstVote:
            if (round_->voting) events.emplace_back(closed());
            events.emplace_back(room_event::DiscussionBegun{round_->number});
            return events;
        case Phase::VotesShown:
            return (*this)(room_command::OpenSecondVote{});
        case Phase::Discussion:
            if (round_->second_over) return RoomRefusal::NotNow;
            return Events{room_event::SecondVotePassedOver{round_->number}};
        case Phase::Briefing:
        case Phase::SecondVote:
        case Phase::ReferenceShown:
            break;
        }
        return RoomRefusal::NotNow;
    }
    RoomOutcome operator()(const room_command::ShowReference& command) const {
        if (!round_) return RoomRefusal::NoRound;
        if (command.task != -1 && !in_list(command.task, rules_.tasks.size())) return RoomRefusal::UnknownIndicator;
        if (command.task != -1 && !has(round_->tasks, command.task)) return RoomRefusal::NotThisRound;
        if (round_->phase != Phase::SecondVote && !round_->second_over) return RoomRefusal::NotNow;
        Events events;
        if (round_->voting) events.emplace_back(closed());
        const std::size_t before = events.size();
        for (const RoomTaskIx task : round_->tasks)
            if ((command.task == -1 || command.task == task) && !has(round_->shown, task))
                events.emplace_back(room_event::ReferenceShown{round_->number, task});
        if (events.size() == before) return RoomRefusal::ReferenceAlreadyShown;
        return events;
    }
    RoomOutcome operator()(const room_command::CloseRound&) const {
        if (!round_) return RoomRefusal::NoRound;
        Events events;
        if (round_->voting) events.emplace_back(closed());
        events.emplace_back(room_event::RoundClosed{round_->number});
        return events;
    }
    RoomOutcome operator()(const room_command::PauseTimer& command) const {
        if (!round_) return RoomRefusal::NoRound;
        if (!state_.timer.set || !state_.timer.running) return RoomRefusal::NotNow;
        return timer(command.left_ms, 0, false);
    }
    RoomOutcome operator()(const room_command::ResumeTimer&) const {
        if (!round_) return RoomRefusal::NoRound;
        if (!state_.timer.set || state_.timer.running) return RoomRefusal::NotNow;
        return timer(state_.timer.left_ms, 0, true);
    }
    RoomOutcome operator()(const room_command::ExtendTimer& command) const {
        if (!round_) return RoomRefusal::NoRound;
        if (command.by_ms == 0) return Events();
        // More time is more time from now, however long ago it ran out.
        const std::int64_t left = !state_.timer.set ? 0 : command.by_ms > 0 ? std::max<std::int64_t>(command.left_ms, 0) : command.left_ms;
        return timer(left, command.by_ms, !state_.timer.set || state_.timer.running);
    }
    RoomOutcome operator()(const room_command::AddComment& command) const {
        if (command.task != -1 && !in_list(command.task, rules_.tasks.size())) return RoomRefusal::UnknownIndicator;
        if (command.text.size() > kLongestComment) return RoomRefusal::ReasonTooLong;
        if (command.text.empty()) return Events();
        const int round = state_.rounds.empty() ? 0 : state_.rounds.back().number;
        return Events{room_event::Commented{{round, command.task, command.about, command.text}}};
    }
    RoomOutcome operator()(const room_command::EndRoom&) const {
        Events events;
        if (round_) events = std::get<Events>((*this)(room_command::CloseRound{}));
        events.emplace_back(room_event::RoomEnded{});
        return events;
    }

private:
    /// Of the vote that the phase takes. A group's decision is part of the second vote.
    [[nodiscard]] VoteKind kind() const {
        return round_->phase == Phase::FirstVote ? VoteKind::First : VoteKind::Second;
    }
    [[nodiscard]] room_event::VoteClosed closed() const { return {round_->number, kind()}; }

    void start_timer(Events& events) const {
        if (rules_.vote_seconds > 0)
            events.emplace_back(room_event::TimerSet{{true, true, std::int64_t{rules_.vote_seconds} * 1000}});
    }
    [[nodiscard]] static Events timer(std::int64_t left, std::int64_t by, bool running) {
        const auto within = [](std::int64_t ms) { return std::clamp(ms, -kLongestTimer, kLongestTimer); };
        return Events{room_event::TimerSet{{true, running, within(within(left) + within(by))}}};
    }

    const RoomRules& rules_;
    const RoomState& state_;
    const Round* round_;
};

} // namespace

RoomOutcome room_events(const RoomRules& rules, const RoomState& state, const RoomCommand& command) {
    if (const auto* const vote = std::get_if<room_command::CastVote>(&command))
        return vote_events(rules, state, vote->vote);
    if (state.over) return RoomRefusal::RoomOver;
    return std::visit(Rules(rules, state), command);
}

RoomOutcome step(const RoomRules& rules, RoomState& state, const RoomCommand& command) {
    RoomOutcome outcome = room_events(rules, state, command);
    if (const auto* const events = std::get_if<Events>(&outcome))
        for (const RoomEvent& event : *events)
            apply(rules, state, event);
    return outcome;
}

} // namespace timbang::domain
