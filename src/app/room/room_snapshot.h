#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/room.h"
#include "domain/session.h"
#include "room/desk.h"

namespace timbang::app {

/// Everything of a running room that the facilitator may see, for the console and the command line: a value, made on the
/// host's thread and read anywhere. Nothing of it goes to the network.
struct RoomSnapshot {
    struct Case {
        std::string session;                    ///< "" not begun yet
        std::shared_ptr<const domain::Scenario> scenario;
    };
    /// A reason on the second screen.
    struct Reason {
        domain::SeatIx seat = -1;
        domain::RoomTaskIx task = -1;
        domain::VoteKind kind = domain::VoteKind::First;
        room::ShownReason shown;
        bool asked = false;                     ///< the device is asked for the name, and has not answered
    };

    std::string workshop;                       ///< id
    std::string title;
    std::string code;                           ///< to join with
    std::vector<Case> cases;
    int current = 0;                            ///< place in `cases`
    std::shared_ptr<const domain::Scenario> scenario; ///< with references, notes and hidden evidence
    std::shared_ptr<const domain::State> script;
    std::shared_ptr<const domain::RoomRules> rules;
    std::shared_ptr<const domain::RoomState> state;   ///< with every vote and its reason
    std::vector<std::string> names;             ///< by seat; "" none
    std::vector<int> connections;               ///< by seat
    std::vector<bool> voted;                    ///< by seat: on every indicator of the round, in the vote that is or was open
    std::vector<bool> legal;                    ///< by place in `domain::RoomCommand`
    std::optional<domain::RoomCommand> next;    ///< what the big button does
    std::int64_t timer_left_ms = 0;             ///< at `timer_at`
    std::int64_t timer_at = 0;                  ///< of the steady clock, ms
    room::Screen screen = room::Screen::Join;
    std::string screen_task;
    std::optional<Reason> reason;
    std::vector<std::string> shown;             ///< codes of the indicators of the round whose reference is shown
    bool writing = false;                       ///< something is not durable yet
    std::optional<base::Error> failure;         ///< saving failed: no command is taken until it works again
    std::string recovery_file;
};

/// How many of the room are there: connected, or voting on a shared computer or on paper.
[[nodiscard]] int people_here(const RoomSnapshot& snapshot);
/// Seats that a device took which is gone.
[[nodiscard]] std::vector<domain::SeatIx> seats_offline(const RoomSnapshot& snapshot);
/// Seats that were expected to vote and have not, in the vote that is open; none where none is.
[[nodiscard]] std::vector<domain::SeatIx> missing_votes(const RoomSnapshot& snapshot);

} // namespace timbang::app
