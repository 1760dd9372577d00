#include <doctest/doctest.h>

#include "base/rng.h"
#include "support/small_room.h"

using namespace timbang::tests;
namespace command = timbang::domain::room_command;

namespace {

/// Any command at all, sound or not.
class AnyCommand {
public:
    explicit AnyCommand(std::uint64_t seed) : rng_(seed) {}

    RoomCommand operator()(const RoomState& state) {
        switch (below(22)) {
        case 0:
            return command::TakeSeat{seat(), way(), below(4) == 0 ? "" : "t" + std::to_string(below(3))};
        case 1:
            return command::FreeSeat{seat()};
        case 2:
            return command::AddSeat{std::to_string(below(12)), below(5) - 1, way()};
        case 3:
            return command::SetSeats{seats(state)};
        case 4:
            return command::OpenRound{tasks()};
        case 5:
            return command::CloseVote{};
        case 6:
            return command::ReopenVote{};
        case 7:
            return command::ShowVotes{};
        case 8:
            return command::BeginDiscussion{};
        case 9:
            return command::OpenSecondVote{};
        case 10:
            return command::Skip{};
        case 11:
            return command::ShowReference{below(5) - 1};
        case 12:
            return below(3) == 0 ? RoomCommand(command::CloseRound{}) : command::ResumeTimer{};
        case 13:
            return command::PauseTimer{below(500'000) - 100'000};
        case 14:
            return command::ExtendTimer{below(1000), below(3) * 60'000};
        case 15:
            return command::AddComment{below(5) - 1, CommentAbout::Rule, below(2) == 0 ? "" : "unclear"};
        case 16:
            if (below(300) == 0) return command::EndRoom{};
            break;
        default:
            break;
        }
        return command::CastVote{vote()};
    }

private:
    int below(int bound) { return static_cast<int>(rng_.below(static_cast<std::uint64_t>(bound))); }
    SeatIx seat() { return below(10) - 1; }
    WayIn way() { return static_cast<WayIn>(below(3)); }
    std::vector<RoomTaskIx> tasks() {
        std::vector<RoomTaskIx> tasks;
        for (int i = below(4); i > 0; --i)
            tasks.push_back(below(7) == 0 ? 3 : below(3));
        return tasks;
    }
    std::vector<RoomSeat> seats(const RoomState& state) {
        std::vector<RoomSeat> seats = state.seats;
        for (RoomSeat& one : seats)
            one.group = below(4);
        if (below(5) == 0) seats.pop_back();
        return seats;
    }
    Vote vote() {
        Vote vote;
        vote.task = below(4);
        vote.kind = static_cast<VoteKind>(below(3));
        vote.seat = seat();
        vote.group = below(4);
        if (below(6) != 0) vote.score = below(6) * 2;
        if (below(6) != 0) vote.verdict = static_cast<Verdict>(below(3));
        vote.confidence = static_cast<Confidence>(below(12) == 0 ? 0 : 1 + below(3));
        if (below(3) == 0) vote.reason = "because";
        for (int i = below(3); i > 0; --i)
            vote.members.push_back(seat());
        if (below(2) == 0) vote.client_id = std::to_string(below(40));
        return vote;
    }

    timbang::base::Rng rng_;
};

/// What must hold in every state.
void check_sound(const RoomState& state) {
    for (const Round& round : state.rounds) {
        const bool present = &round == state.round();
        if (round.voting) REQUIRE(present);
        if (!round.shown.empty()) REQUIRE((round.second_over && !round.voting));
        for (const Vote& vote : round.votes) {
            const int who = vote.kind == VoteKind::Group ? vote.group : vote.seat;
            REQUIRE(state.vote_of(round, vote.task, vote.kind, who) == &vote);
        }
        if (!present && !state.over) REQUIRE(round.closed);
    }
}

} // namespace

TEST_CASE("whatever is asked, the events tell the state and a refusal changes nothing") {
    int accepted = 0, refused = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        RoomRules rules = small_rules();
        rules.group_second = seed % 3 == 0;
        rules.vote_seconds = seed % 2 == 0 ? 60 : 0;
        RoomState state = initial_room(rules);
        std::vector<RoomEvent> events;
        AnyCommand any(seed);
        for (int i = 0; i < 400; ++i) {
            const RoomCommand command = any(state);
            const RoomState before = state;
            const std::vector<bool> legal = legal_room_commands(rules, state);
            const RoomOutcome outcome = step(rules, state, command);
            if (const auto* made = std::get_if<std::vector<RoomEvent>>(&outcome)) {
                ++accepted;
                if (!made->empty() && !std::holds_alternative<command::TakeSeat>(command))
                    REQUIRE(legal[command.index()]);
                REQUIRE((!made->empty() || state == before));
                events.insert(events.end(), made->begin(), made->end());
            } else {
                ++refused;
                REQUIRE(state == before);
            }
            check_sound(state);
        }
        REQUIRE(replay(rules, events) == state);
    }
    CHECK(accepted > 2000);
    CHECK(refused > 2000);
}

TEST_CASE("events that do not fit are passed over") {
    RunningRoom room;
    room.open();
    room.ok(RunningRoom::vote(0, 2));
    const RoomState before = room.state;
    Vote far = RunningRoom::vote(50, 2);
    const std::vector<RoomEvent> strange{room_event::SeatTaken{50, WayIn::Phone, "t"},
                                         room_event::SeatFreed{-2},
                                         room_event::Voted{1, far},
                                         room_event::Voted{7, RunningRoom::vote(1, 2)},
                                         room_event::VoteClosed{9},
                                         room_event::ReferenceShown{1, 2},
                                         room_event::Voted{1, RunningRoom::group_vote(100'000, 2, {0})},
                                         room_event::RoundClosed{0},
                                         room_event::Voted{1, RunningRoom::group_vote(1, 2, {77})},
                                         room_event::SeatAdded{room.state.seats[0]},
                                         room_event::Commented{{1, 8, CommentAbout::Rule, "x"}}};
    for (const RoomEvent& event : strange) {
        apply(room.rules, room.state, event);
        CHECK(room.state == before);
    }
}
