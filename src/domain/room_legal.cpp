#include <algorithm>
#include <utility>

#include "domain/room_step.h"

namespace timbang::domain {
namespace {

/// Commands that need something chosen, with the choice that is accepted if any is.
class Sample {
public:
    Sample(const RoomRules& rules, const RoomState& state) : rules_(rules), state_(state) {}

    [[nodiscard]] std::vector<RoomCommand> all() const {
        std::vector<RoomCommand> commands{room_command::TakeSeat{seat(false), WayIn::Phone, "free"},
                                          room_command::FreeSeat{seat(true)},
                                          room_command::AddSeat{unused_code(), 0, WayIn::Phone},
                                          room_command::SetSeats{state_.seats},
                                          room_command::OpenRound{{hidden_task()}},
                                          room_command::CastVote{},
                                          room_command::CloseVote{},
                                          room_command::ReopenVote{},
                                          room_command::ShowVotes{},
                                          room_command::BeginDiscussion{},
                                          room_command::OpenSecondVote{},
                                          room_command::Skip{},
                                          room_command::ShowReference{-1},
                                          room_command::CloseRound{},
                                          room_command::PauseTimer{},
                                          room_command::ResumeTimer{},
                                          room_command::ExtendTimer{0, 60'000},
                                          room_command::AddComment{-1, CommentAbout::Reading, "…"},
                                          room_command::EndRoom{}};
        return commands;
    }

private:
    [[nodiscard]] SeatIx seat(bool held) const {
        for (std::size_t i = 0; i < state_.seats.size(); ++i)
            if (state_.seats[i].token_hash.empty() != held) return static_cast<SeatIx>(i);
        return -1;
    }
    [[nodiscard]] std::string unused_code() const {
        std::size_t longest = 0;
        for (const RoomSeat& seat : state_.seats)
            longest = std::max(longest, seat.code.size());
        return std::string(longest + 1, '0');
    }
    [[nodiscard]] RoomTaskIx hidden_task() const {
        for (RoomTaskIx task = 0; task < static_cast<RoomTaskIx>(rules_.tasks.size()); ++task) {
            const auto shown = [task](const Round& round) {
                return std::find(round.shown.begin(), round.shown.end(), task) != round.shown.end();
            };
            if (std::none_of(state_.rounds.begin(), state_.rounds.end(), shown)) return task;
        }
        return -1;
    }

    const RoomRules& rules_;
    const RoomState& state_;
};

} // namespace

std::vector<bool> legal_room_commands(const RoomRules& rules, const RoomState& state) {
    std::vector<bool> legal;
    for (const RoomCommand& command : Sample(rules, state).all())
        if (std::holds_alternative<room_command::CastVote>(command))
            legal.push_back(!state.over && state.round() && state.round()->voting && !state.seats.empty());
        else
            legal.push_back(!std::holds_alternative<RoomRefusal>(room_events(rules, state, command)));
    return legal;
}

} // namespace timbang::domain
