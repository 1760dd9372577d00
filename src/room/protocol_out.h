#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/room_tally.h"
#include "room/desk.h"
#include "room/pages.h"

namespace timbang::room {

// What the host says (README.md), as JSON. Pure: the same view at the same moment gives the same bytes.

/// A room at one moment, as its clients are told of it.
struct Scene {
    const RoomView& view;
    std::vector<int> connections; ///< by seat
    std::int64_t now = 0;         ///< steady clock, ms
};

/// Votes of the present round by seat and by group, in the order of the round; and the members and counts of each group,
/// which its members are told alike, so that a push costs what the room is large and not its square.
class RoundVotes {
public:
    explicit RoundVotes(const domain::RoomState& state);
    [[nodiscard]] const domain::Round* round() const { return round_; }
    [[nodiscard]] const std::vector<const domain::Vote*>& of_seat(domain::SeatIx seat) const;
    [[nodiscard]] const std::vector<const domain::Vote*>& of_group(int group) const;
    /// Who is in a group, in the order of the seats; nobody in group 0.
    [[nodiscard]] const std::vector<domain::SeatIx>& members(int group) const;
    /// First votes of a group on an indicator of the round, counted once.
    [[nodiscard]] const domain::Tally& group_first(const RoomView& view, int group, domain::RoomTaskIx task) const;
    /// The kind that is voted on in this phase: second votes may be the group's.
    [[nodiscard]] domain::VoteKind kind(const domain::RoomRules& rules) const;
    /// Whether there is a vote of that kind on every indicator of the round.
    [[nodiscard]] bool complete(const std::vector<const domain::Vote*>& votes, domain::VoteKind kind) const;

private:
    const domain::Round* round_ = nullptr;
    std::vector<std::vector<const domain::Vote*>> seats_, groups_;
    std::vector<const domain::Vote*> none_;
    std::vector<std::vector<domain::SeatIx>> members_;
    std::vector<domain::SeatIx> nobody_;
    mutable std::map<std::pair<int, domain::RoomTaskIx>, domain::Tally> first_; ///< by group
};

/// Who belongs to the room, and who is there: connected, or expected and voting on paper or at a group's computer.
struct Attendance {
    int people = 0;
    int here = 0;
};
[[nodiscard]] Attendance attendance(const Scene& scene);

struct JoinLines {
    std::string wifi, address, code;
};

[[nodiscard]] std::string case_message(const RoomView& view, const Pages& pages);
[[nodiscard]] std::string state_message(const Scene& scene, const RoundVotes& votes);
/// What a device is told that holds these seats.
[[nodiscard]] std::string you_message(const RoomView& view, const RoundVotes& votes,
                                      const std::vector<domain::SeatIx>& seats, domain::WayIn way);
[[nodiscard]] std::string screen_message(const Scene& scene, const RoundVotes& votes, const JoinLines& join);
/// `lost`: seats that count as free although they are held.
[[nodiscard]] std::string seats_message(const RoomView& view, const std::vector<domain::SeatIx>& lost);
[[nodiscard]] std::string joined_message(const RoomView& view, std::string_view token,
                                         const std::vector<domain::SeatIx>& seats);
/// {"t":type} with `id` and `reason` where they are not empty.
[[nodiscard]] std::string short_message(std::string_view type, std::string_view id = {}, std::string_view reason = {});

} // namespace timbang::room
