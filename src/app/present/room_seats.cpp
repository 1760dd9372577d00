#include <algorithm>
#include <map>

#include "app/present/room_parts.h"

namespace timbang::app {
namespace {

namespace command = domain::room_command;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

enum class Seat { Voted, Deciding, Here, Paper, Offline, NotJoined, Late, Absent };

struct Look { const char* word; IconName icon; Tint tint; bool marked; };
Look look_of(Seat seat) {
    switch (seat) {
    case Seat::Voted: return {"workshop.seat-voted", "check-circle", Tint::Ok, false};
    case Seat::Deciding: return {"workshop.seat-deciding", "timer-sand", Tint::Neutral, false};
    case Seat::Here: return {"workshop.seat-here", "check", Tint::Neutral, false};
    case Seat::Paper: return {"workshop.seat-paper", "file-multiple", Tint::Neutral, false};
    case Seat::Offline: return {"workshop.seat-offline", "lan-disconnect", Tint::Reject, true};
    case Seat::NotJoined: return {"workshop.seat-missing", "account-off", Tint::Return, true};
    case Seat::Late: return {"workshop.seat-late", "timer-sand", Tint::Neutral, false};
    case Seat::Absent: return {"workshop.seat-absent", "account-off", Tint::Neutral, true};
    }
    return {"workshop.seat-missing", "account-off", Tint::Return, true};
}

Seat seat_of(const ConsoleParts& parts, int place) {
    const domain::RoomSeat& one = parts.room.state->seats[at(place)];
    const bool voting = parts.round != nullptr && parts.round->voting;
    if (parts.round != nullptr && parts.room.voted[at(place)]) return Seat::Voted;
    if (one.presence == domain::Presence::Absent) return Seat::Absent;
    if (one.way == domain::WayIn::Paper) return voting ? Seat::Deciding : Seat::Paper;
    if (one.token_hash.empty()) return one.presence == domain::Presence::Late ? Seat::Late : Seat::NotJoined;
    if (parts.room.connections[at(place)] == 0) return Seat::Offline;
    return voting ? Seat::Deciding : Seat::Here;
}

Menu menu_of(const ConsoleParts& parts, int place) {
    const Words& words = parts.words;
    const domain::RoomSeat& one = parts.room.state->seats[at(place)];
    Menu menu;
    menu.label = one.code;
    const auto add = [&](const std::string& label, IconName icon, Action action, bool chosen = false) {
        Choice made;
        made.label = label;
        made.icon = icon;
        made.chosen = chosen;
        made.action = std::move(action);
        menu.options.push_back(std::move(made));
    };
    if (parts.round != nullptr && parts.round->voting) add(words("workshop.paper-vote"), "pencil", action::AskPaperVote{one.code});
    if (!one.token_hash.empty()) add(words("workshop.free-seat"), "lan-disconnect", action::RoomDo{command::FreeSeat{place}});
    if (!one.speaks && one.group > 0) add(words("workshop.make-speaker"), "account-circle", action::SetSpeaker{one.code});
    using domain::Presence;
    if (one.presence != Presence::Expected) add(words("workshop.is-there"), "check", action::SetPresence{one.code, Presence::Expected});
    if (one.presence != Presence::Late) add(words("workshop.is-late"), "timer-sand", action::SetPresence{one.code, Presence::Late});
    if (one.presence != Presence::Absent) add(words("workshop.is-absent"), "account-off", action::SetPresence{one.code, Presence::Absent});
    for (const domain::WayIn way : {domain::WayIn::Phone, domain::WayIn::Shared, domain::WayIn::Paper})
        if (way != one.way) add(words("workshop.votes-by", {{"way", way_word(words, way)}}), way_icon(way), action::SetParticipantWay{one.code, way});
    int last = 0;
    for (const domain::RoomSeat& other : parts.room.state->seats) last = std::max(last, other.group);
    for (int group = 1; group <= last + 1 && group <= domain::kHighestGroup; ++group)
        if (group != one.group) add(words("workshop.move-to", {{"group", std::int64_t{group}}}), "shuffle", action::MoveParticipant{one.code, group});
    return menu;
}

} // namespace

void fill_people(const ConsoleParts& parts, ConsoleView& view) {
    const Words& words = parts.words;
    const domain::RoomState& state = *parts.room.state;
    std::map<int, SeatGroup> groups;
    std::map<int, std::pair<int, int>> done; // by group: those who have voted or are there, of those expected
    std::map<Seat, int> counts;
    std::vector<std::string> offline, missing;
    for (int place = 0; at(place) < state.seats.size(); ++place) {
        const domain::RoomSeat& one = state.seats[at(place)];
        const Seat seat = seat_of(parts, place);
        const Look look = look_of(seat);
        ++counts[seat];
        if (seat == Seat::Offline) offline.push_back(one.code);
        if (seat == Seat::NotJoined) missing.push_back(one.code);
        groups[one.group].seats.push_back({one.code, words(look.word), look.icon, look.tint, look.marked, menu_of(parts, place)});
        auto& [there, of] = done[one.group];
        const bool voting = parts.round != nullptr && parts.round->voting;
        there += seat == Seat::Voted || (!voting && (seat == Seat::Here || seat == Seat::Paper));
        of += seat != Seat::Absent && seat != Seat::Late;
    }
    for (auto& [number, group] : groups) {
        const auto [there, of] = done[number];
        group.title = number == 0 ? words("workshop.no-group") : words("workshop.group", {{"n", std::int64_t{number}}});
        group.count = words("workshop.of", {{"n", std::int64_t{there}}, {"of", std::int64_t{of}}});
        group.complete = of > 0 && there >= of;
        view.groups.push_back(std::move(group));
    }
    view.people = words("workshop.people");
    for (const Seat seat : {Seat::Voted, Seat::Deciding, Seat::Here, Seat::Paper, Seat::Offline, Seat::NotJoined})
        if (counts[seat] > 0)
            view.people_counts.push_back({words.number(counts[seat]), look_of(seat).icon, look_of(seat).tint});
    if (!offline.empty()) view.people_lines.push_back(words("workshop.offline", {{"codes", joined(offline)}}));
    if (!missing.empty()) view.people_lines.push_back(words("workshop.missing", {{"codes", joined(missing)}}));
    const bool voting = parts.round != nullptr && parts.round->voting;
    view.people_buttons = {
        {words("workshop.paper-vote"), "", "pencil", voting, words("rejection.room-no-vote-open"), action::AskPaperVote{}},
        {words("workshop.add-person"), "", "account-plus", true, "", action::AskParticipant{}}};
    if (!offline.empty()) view.people_note = words("workshop.keep-seats", {{"codes", joined(offline)}});
}

} // namespace timbang::app
