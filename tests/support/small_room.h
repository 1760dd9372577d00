#pragma once

#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "domain/room.h"
#include "domain/room_event.h"

namespace timbang::tests {

using namespace timbang::domain;

/// Six people in two groups and three indicators: one with score and verdict, one with a score, one with a verdict.
inline RoomRules small_rules() {
    RoomRules rules;
    rules.tasks = {{"KS-P2", true, {0, 2, 4, 6, 10}}, {"KS-O1", false, {0, 5, 8, 10}}, {"KS-S1", true, {}}};
    for (int i = 1; i <= 6; ++i) {
        RoomSeat seat;
        seat.code = "0" + std::to_string(i);
        seat.group = i <= 3 ? 1 : 2;
        rules.seats.push_back(seat);
    }
    return rules;
}

/// A room that remembers what happened.
struct RunningRoom {
    RoomRules rules = small_rules();
    RoomState state = initial_room(rules);
    std::vector<RoomEvent> events;

    RunningRoom() = default;
    explicit RunningRoom(RoomRules own) : rules(std::move(own)), state(initial_room(rules)) {}

    /// The types of the events of a command that is accepted, "a b c".
    std::string ok(const RoomCommand& command) {
        const RoomOutcome outcome = step(rules, state, command);
        if (const auto* refusal = std::get_if<RoomRefusal>(&outcome)) {
            FAIL_CHECK("refused: " << room_refusal_id(*refusal));
            return "";
        }
        std::string types;
        for (const RoomEvent& event : std::get<std::vector<RoomEvent>>(outcome)) {
            types += (types.empty() ? "" : " ") + std::string(room_event_type(event));
            events.push_back(event);
        }
        return types;
    }
    /// Why a command is refused; "" if it is not. A refusal leaves the state as it was.
    std::string refused(const RoomCommand& command) {
        const RoomState before = state;
        const RoomOutcome outcome = step(rules, state, command);
        const auto* const refusal = std::get_if<RoomRefusal>(&outcome);
        if (!refusal) return "";
        CHECK(state == before);
        return room_refusal_id(*refusal);
    }

    static Vote vote(SeatIx seat, int score, VoteKind kind = VoteKind::First, const std::string& id = "") {
        Vote vote;
        vote.task = 0;
        vote.kind = kind;
        vote.seat = seat;
        vote.score = score;
        vote.verdict = Verdict::Return;
        vote.confidence = 2;
        vote.client_id = id;
        return vote;
    }
    static Vote group_vote(int group, int score, std::vector<SeatIx> members) {
        Vote made = vote(-1, score, VoteKind::Group);
        made.group = group;
        made.members = std::move(members);
        return made;
    }
    std::string ok(const Vote& vote) { return ok(RoomCommand(room_command::CastVote{vote})); }
    std::string refused(const Vote& vote) { return refused(RoomCommand(room_command::CastVote{vote})); }

    void open(std::vector<RoomTaskIx> tasks = {0}) { ok(room_command::OpenRound{std::move(tasks)}); }
    void to_second() {
        ok(room_command::ShowVotes{});
        ok(room_command::BeginDiscussion{});
        ok(room_command::OpenSecondVote{});
    }
    [[nodiscard]] std::string phase() const { return phase_id(state.phase()); }
};

} // namespace timbang::tests
