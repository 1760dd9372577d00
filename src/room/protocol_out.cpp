#include "room/protocol_out.h"

#include <algorithm>
#include <numeric>

#include "room/json_text.h"

namespace timbang::room {
namespace {

using domain::Presence;
using domain::RoomSeat;
using domain::VoteKind;
using domain::WayIn;

using Places = std::vector<domain::SeatIx>;

/// The seats from `first` on that belong to one group; the places are sorted by group. Gives the place behind them.
std::size_t write_group(JsonText& out, const std::vector<RoomSeat>& seats, const Places& places, std::size_t first,
                        const Places& lost) {
    const auto seat_at = [&](std::size_t place) -> const RoomSeat& {
        return seats[static_cast<std::size_t>(places[place])];
    };
    const int group = seat_at(first).group;
    bool shared = false;
    std::size_t place = first;
    out.open().number("group", group).key("seats").open_list();
    for (; place < places.size() && seat_at(place).group == group; ++place) {
        const RoomSeat& seat = seat_at(place);
        shared = shared || seat.way == WayIn::Shared;
        const bool free = seat.token_hash.empty() || std::find(lost.begin(), lost.end(), places[place]) != lost.end();
        out.open().text("seat", seat.code).truth("taken", !free).text("way", way_id(seat.way)).close();
    }
    out.close_list().text("way", way_id(shared ? WayIn::Shared : WayIn::Phone)).close();
    return place;
}

} // namespace

RoundVotes::RoundVotes(const domain::RoomState& state) : round_(state.round()), seats_(state.seats.size()) {
    for (std::size_t seat = 0; seat < state.seats.size(); ++seat) {
        if (state.seats[seat].group <= 0) continue;
        const auto group = static_cast<std::size_t>(state.seats[seat].group);
        if (group >= members_.size()) members_.resize(group + 1);
        members_[group].push_back(static_cast<domain::SeatIx>(seat));
    }
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

const Places& RoundVotes::members(int group) const {
    const auto place = static_cast<std::size_t>(group);
    return group > 0 && place < members_.size() ? members_[place] : nobody_;
}

const domain::Tally& RoundVotes::group_first(const RoomView& view, int group, domain::RoomTaskIx task) const {
    const auto [found, fresh] = first_.try_emplace(std::pair(group, task));
    if (fresh) found->second = domain::tally(*view.rules, *view.state, *round_, task, VoteKind::First, group);
    return found->second;
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

std::string seats_message(const RoomView& view, const std::vector<domain::SeatIx>& lost) {
    const auto& seats = view.state->seats;
    Places places(seats.size());
    std::iota(places.begin(), places.end(), 0);
    const auto group = [&](domain::SeatIx seat) { return seats[static_cast<std::size_t>(seat)].group; };
    std::stable_sort(places.begin(), places.end(), [&](auto a, auto b) { return group(a) < group(b); });
    JsonText out;
    out.open().text("t", "seats").key("groups").open_list();
    for (std::size_t place = 0; place < places.size();)
        place = write_group(out, seats, places, place, lost);
    return out.close_list().close().take();
}

std::string joined_message(const RoomView& view, std::string_view token, const std::vector<domain::SeatIx>& seats) {
    JsonText out;
    out.open().text("t", "joined").text("token", token).key("seats").open_list();
    for (const domain::SeatIx seat : seats)
        out.text(view.state->seats[static_cast<std::size_t>(seat)].code);
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
