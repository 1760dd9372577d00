#include <algorithm>

#include "domain/room_tally.h"
#include "room/state_parts.h"

namespace timbang::room {
namespace {

using domain::Round;
using domain::SeatIx;
using domain::Vote;
using domain::VoteKind;
using domain::WayIn;
using Seats = std::vector<SeatIx>;

const domain::RoomSeat& seat_of(const RoomView& view, SeatIx seat) {
    return view.state->seats[static_cast<std::size_t>(seat)];
}

const std::string& code_of(const RoomView& view, domain::RoomTaskIx task) {
    return view.rules->tasks[static_cast<std::size_t>(task)].code;
}

/// On a computer that is passed on, the next must not see what the one before chose.
bool folded(const Round& round, const Vote& vote, WayIn way) {
    if (way != WayIn::Shared) return false;
    return vote.kind == VoteKind::First ? !round.votes_shown : !round.second_over;
}

void write_own_votes(JsonText& out, const RoomView& view, const RoundVotes& votes, const Seats& seats, WayIn way) {
    const Round* round = votes.round();
    out.key("votes").open_list();
    for (const SeatIx seat : seats)
        for (const Vote* vote : votes.of_seat(seat))
            if (!folded(*round, *vote, way)) write_vote(out, view, *round, *vote);
    out.close_list();
    if (way != WayIn::Shared) return;
    const VoteKind kind = votes.kind(*view.rules) == VoteKind::First ? VoteKind::First : VoteKind::Second;
    out.key("voted").open_list();
    for (const SeatIx seat : seats)
        if (votes.complete(votes.of_seat(seat), kind)) out.text(seat_of(view, seat).code);
    out.close_list();
}

void write_group(JsonText& out, const RoomView& view, const RoundVotes& votes, int group) {
    const Round* round = votes.round();
    out.key("group_votes").open_list();
    for (const Vote* vote : votes.of_group(group))
        write_vote(out, view, *round, *vote);
    out.close_list().key("group_first").open_list();
    if (round != nullptr && round->votes_shown && group != 0)
        for (const domain::RoomTaskIx task : round->tasks) {
            const domain::Tally& counts = votes.group_first(view, group, task);
            out.open().text("indicator", code_of(view, task));
            if (tells_counts(view, *round, task)) write_scores(out, counts);
            if (counts.lowest) out.number("lowest", *counts.lowest);
            if (counts.highest) out.number("highest", *counts.highest);
            out.close();
        }
    out.close_list();
}

void write_feedback(JsonText& out, const RoomView& view, const RoundVotes& votes, const Seats& seats) {
    const Round* round = votes.round();
    out.key("feedback").open_list();
    for (const ShownReference& reference : view.references) {
        if (round == nullptr ||
            std::find(round->shown.begin(), round->shown.end(), reference.task) == round->shown.end())
            continue;
        for (const SeatIx seat : seats) {
            if (static_cast<std::size_t>(seat) >= reference.seats.size()) continue;
            const ShownReference::OfSeat& told = reference.seats[static_cast<std::size_t>(seat)];
            if (told.why.empty() && told.type.empty()) continue;
            out.open().text("seat", seat_of(view, seat).code).text("indicator", code_of(view, reference.task));
            out.both("why", told.why).key("type");
            const domain::Framework* pack = view.scenario->framework.get();
            const domain::ProblemType* type = pack != nullptr ? pack->problem_type(told.type) : nullptr;
            if (type == nullptr)
                out.null();
            else
                out.open().text("id", type->id).both("name", type->short_name).close();
            out.close();
        }
    }
    out.close_list();
}

void write_ask(JsonText& out, const RoomView& view, const Seats& seats) {
    const auto mine = [&](const NameAsk& ask) {
        return std::find(seats.begin(), seats.end(), ask.seat) != seats.end();
    };
    const auto found = std::find_if(view.asks.begin(), view.asks.end(), mine);
    out.key("ask");
    if (found == view.asks.end()) {
        out.null();
        return;
    }
    out.open()
        .number("ask", found->id)
        .text("seat", seat_of(view, found->seat).code)
        .text("reason", found->reason)
        .close();
}

} // namespace

void write_vote(JsonText& out, const RoomView& view, const Round& round, const Vote& vote) {
    out.open();
    if (vote.kind == VoteKind::Group)
        out.number("group", vote.group);
    else
        out.text("seat", seat_of(view, vote.seat).code);
    out.number("round", round.number).text("indicator", code_of(view, vote.task));
    out.text("kind", vote_kind_id(vote.kind));
    if (vote.score) out.number("score", *vote.score);
    if (vote.verdict) out.text("verdict", verdict_id(*vote.verdict));
    out.number("confidence", vote.confidence).text("reason", vote.reason);
    if (vote.kind == VoteKind::Group) {
        out.key("members").open_list();
        for (const SeatIx member : vote.members)
            out.text(seat_of(view, member).code);
        out.close_list();
    }
    out.close();
}

std::string you_message(const RoomView& view, const RoundVotes& votes, const Seats& seats, WayIn way) {
    const int group = seats.empty() ? 0 : seat_of(view, seats.front()).group;
    const bool speaks =
        std::any_of(seats.begin(), seats.end(), [&](SeatIx seat) { return seat_of(view, seat).speaks; });
    JsonText out;
    out.open().text("t", "you").text("way", way_id(way)).number("group", group).truth("speaks", speaks);
    out.key("seats").open_list();
    for (const SeatIx seat : seats)
        out.text(seat_of(view, seat).code);
    out.close_list().key("members").open_list();
    for (const SeatIx seat : votes.members(group))
        out.text(seat_of(view, seat).code);
    out.close_list();
    write_own_votes(out, view, votes, seats, way);
    write_group(out, view, votes, group);
    write_feedback(out, view, votes, seats);
    write_ask(out, view, seats);
    return out.close().take();
}

} // namespace timbang::room
