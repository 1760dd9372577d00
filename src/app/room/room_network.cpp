// What the network may ask of a room.
#include <algorithm>

#include "app/room/room_session.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Tells the network when it is durable.
std::function<void(const base::Status&)> tell(room::OnAnswer done) {
    return [done = std::move(done)](const base::Status& status) {
        if (!done) return;
        if (status)
            done(room::Kept{});
        else
            done(status.error());
    };
}

} // namespace

/// What is kept, with the round's number as clients are told it.
std::shared_ptr<const domain::RoomState> RoomSession::told_state() const {
    const std::shared_ptr<const domain::RoomState> state = now().room();
    const int before = rounds_before();
    if (before == 0 || state->round() == nullptr) return state;
    auto told = std::make_shared<domain::RoomState>(*state);
    told->rounds.back().number += before;
    return told;
}

std::shared_ptr<const room::RoomView> RoomSession::view() {
    if (view_ != nullptr) return view_;
    auto made = std::make_shared<room::RoomView>();
    const RoomCase& one = now();
    made->title = {setup_.workshop.title, setup_.workshop.title};
    made->wifi = setup_.workshop.wifi;
    made->scenario = one.published();
    made->case_version = versions_before_ + one.version();
    made->rules = one.rules();
    made->state = told_state();
    made->timer_left_ms = made->state->timer.left_ms;
    made->timer_at = one.kept().timer_at;
    if (made->state->round() != nullptr) made->references = one.references();
    for (room::ShownReference& reference : made->references) reference.seats.resize(made->state->seats.size());
    made->screen = screen_;
    made->screen_task = screen_task_;
    if (reason_) made->screen_reason = reason_->shown;
    made->asks = asks_;
    view_ = std::move(made);
    return view_;
}

void RoomSession::take_seats(std::vector<domain::SeatIx> seats, domain::WayIn way, std::string token_hash,
                             room::OnAnswer done) {
    if (failure_) return done(*failure_);
    std::vector<domain::RoomCommand> commands;
    for (const domain::SeatIx seat : seats)
        commands.emplace_back(domain::room_command::TakeSeat{seat, way, token_hash});
    RoomBatch batch;
    if (const auto refusal = now().carry_out_all(commands, batch)) return done(*refusal);
    hand_in(current_, std::move(batch), tell(std::move(done)));
}

void RoomSession::vote(int round, domain::Vote vote, room::OnAnswer done) {
    if (failure_) return done(*failure_);
    vote.typed = false;
    RoomBatch batch;
    const bool taken = std::any_of(cases_.begin(), cases_.end(), [&](const auto& one) {
        return one->begun() && one->ahead().room.was_taken(vote);
    });
    if (taken) return hand_in(current_, std::move(batch), tell(std::move(done)));
    const domain::Round* const open = now().ahead().room.round();
    if (open == nullptr || rounds_before() + open->number != round) return done(domain::RoomRefusal::NoVoteOpen);
    if (const auto refusal = now().carry_out(domain::room_command::CastVote{std::move(vote)}, batch))
        return done(*refusal);
    hand_in(current_, std::move(batch), tell(std::move(done)));
}

void RoomSession::answer_name(int ask, domain::SeatIx seat, bool yes) {
    const auto asked = std::find_if(asks_.begin(), asks_.end(), [&](const room::NameAsk& one) {
        return one.id == ask && one.seat == seat;
    });
    if (asked == asks_.end()) return;
    asks_.erase(asked);
    if (reason_ && reason_->seat == seat) {
        reason_->asked = false;
        if (yes) reason_->shown.name = name_of(seat);
    }
    tell_changed();
}

void RoomSession::connected(domain::SeatIx seat, int connections) {
    if (seat < 0) return;
    if (at(seat) >= connections_.size()) connections_.resize(at(seat) + 1, 0);
    if (connections_[at(seat)] == connections) return;
    connections_[at(seat)] = connections;
    tell_changed();
}

base::Result<room::Picture> RoomSession::picture(const std::string& evidence, int page) {
    const RoomCase& one = now();
    const domain::EvidenceIx document = one.scenario().find_evidence(evidence);
    // What is not there and what is not revealed look the same.
    if (document < 0 || !domain::visible(one.scenario(), one.kept().script, document)) return base::Error("no-picture");
    const auto found = one.pictures().find({evidence, page});
    if (found == one.pictures().end()) return base::Error("no-picture");
    return found->second;
}

} // namespace timbang::app
