#include "room/protocol_out.h"

#include <algorithm>

#include "room/json_text.h"

namespace timbang::room {
namespace {

using domain::Presence;
using domain::RoomSeat;
using domain::VoteKind;
using domain::WayIn;

void write_group(JsonText& out, const std::vector<RoomSeat>& seats, int group) {
    bool shared = false;
    out.open().number("group", group).key("seats").open_list();
    for (const RoomSeat& seat : seats) {
        if (seat.group != group) continue;
        shared = shared || seat.way == WayIn::Shared;
        out.open().text("seat", seat.code).truth("taken", !seat.token_hash.empty()).text("way", way_id(seat.way)).close();
    }
    out.close_list().text("way", way_id(shared ? WayIn::Shared : WayIn::Phone)).close();
}

} // namespace

RoundVotes::RoundVotes(const domain::RoomState& state) : round_(state.round()), seats_(state.seats.size()) {
    if (round_ == nullptr) return;
    for (const domain::Vote& vote : round_->votes) {
        auto& lists = vote.kind == VoteKind::Group ? groups_ : seats_;
        const int owner = vote.kind == VoteKind::Group ? vote.group : vote.seat;
        if (owner < 0) continue;
        const auto place = static_cast<std::size_t>(owner);
        if (place >= lists.size()) lists.resize(place + 1);
        lists[place].push_back(&vote);
    }
}

const std::vector<const domain::Vote*>& RoundVotes::of_seat(domain::SeatIx seat) const {
    const auto place = static_cast<std::size_t>(seat);
    return seat >= 0 && place < seats_.size() ? seats_[place] : none_;
}

const std::vector<const domain::Vote*>& RoundVotes::of_group(int group) const {
    const auto place = static_cast<std::size_t>(group);
    return group >= 0 && place < groups_.size() ? groups_[place] : none_;
}

VoteKind RoundVotes::kind(const domain::RoomRules& rules) const {
    if (round_ == nullptr) return VoteKind::First;
    const bool second = round_->phase == domain::Phase::SecondVote || round_->phase == domain::Phase::ReferenceShown;
    if (!second) return VoteKind::First;
    return rules.group_second ? VoteKind::Group : VoteKind::Second;
}

bool RoundVotes::complete(const std::vector<const domain::Vote*>& votes, VoteKind kind) const {
    if (round_ == nullptr || votes.empty()) return false;
    return std::all_of(round_->tasks.begin(), round_->tasks.end(), [&](domain::RoomTaskIx task) {
        return std::any_of(votes.begin(), votes.end(),
                           [&](const domain::Vote* vote) { return vote->task == task && vote->kind == kind; });
    });
}

Attendance attendance(const Scene& scene) {
    Attendance made;
    const auto& seats = scene.view.state->seats;
    for (std::size_t i = 0; i < seats.size(); ++i) {
        const bool connected = i < scene.connections.size() && scene.connections[i] > 0;
        const bool without_device = seats[i].way == WayIn::Paper && seats[i].presence == Presence::Expected;
        if (seats[i].presence != Presence::Absent || connected) ++made.people;
        if (connected || without_device) ++made.here;
    }
    return made;
}

std::string seats_message(const RoomView& view) {
    const auto& seats = view.state->seats;
    std::vector<int> groups;
    for (const RoomSeat& seat : seats)
        if (std::find(groups.begin(), groups.end(), seat.group) == groups.end()) groups.push_back(seat.group);
    std::sort(groups.begin(), groups.end());
    JsonText out;
    out.open().text("t", "seats").key("groups").open_list();
    for (const int group : groups) write_group(out, seats, group);
    return out.close_list().close().take();
}

std::string joined_message(const RoomView& view, std::string_view token, const std::vector<domain::SeatIx>& seats) {
    JsonText out;
    out.open().text("t", "joined").text("token", token).key("seats").open_list();
    for (const domain::SeatIx seat : seats) out.text(view.state->seats[static_cast<std::size_t>(seat)].code);
    return out.close_list().close().take();
}

std::string short_message(std::string_view type, std::string_view id, std::string_view reason) {
    JsonText out;
    out.open().text("t", type);
    if (!id.empty()) out.text("id", id);
    if (!reason.empty()) out.text("reason", reason);
    return out.close().take();
}

} // namespace timbang::room
