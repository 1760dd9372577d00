// What the facilitator may ask of a room.
#include <algorithm>

#include "app/room/room_session.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

base::Message own(const char* id) { return {std::string("room-command.") + id, {}}; }

base::Message why_not(domain::RoomRefusal refusal) {
    return {std::string("rejection.room-") + domain::room_refusal_id(refusal), {}};
}

void tell_done(const OnRoomAnswer& done) {
    if (done) done({});
}

void tell_failed(const OnRoomAnswer& done, const base::Error& error) {
    if (done) done({RoomAnswer::Kind::Failed, error.code, {}, error});
}

void tell_refused(const OnRoomAnswer& done, std::string code, base::Message why) {
    if (done) done({RoomAnswer::Kind::Refused, std::move(code), std::move(why), {}});
}

void tell_refused(const OnRoomAnswer& done, domain::RoomRefusal refusal) {
    tell_refused(done, domain::room_refusal_id(refusal), why_not(refusal));
}

std::function<void(const base::Status&)> when_written(OnRoomAnswer done) {
    return [done = std::move(done)](const base::Status& status) {
        if (status)
            tell_done(done);
        else
            tell_failed(done, status.error());
    };
}

} // namespace

void RoomSession::ask(const domain::RoomCommand& command, OnRoomAnswer done) {
    if (failure_) return tell_failed(done, *failure_);
    if (std::holds_alternative<domain::room_command::EndRoom>(command))
        for (int place = 0; place < static_cast<int>(cases_.size()); ++place) {
            RoomCase& other = *cases_[at(place)];
            if (place == current_ || !other.begun() || other.ahead().room.over) continue;
            RoomBatch ended;
            if (!other.carry_out(command, ended)) hand_in(place, std::move(ended), {});
        }
    RoomBatch batch;
    if (const auto refusal = now().carry_out(command, batch)) return tell_refused(done, *refusal);
    hand_in(current_, std::move(batch), when_written(std::move(done)));
}

void RoomSession::ask(const domain::Command& command, OnRoomAnswer done) {
    if (failure_) return tell_failed(done, *failure_);
    if (now().ahead().room.over) return tell_refused(done, domain::RoomRefusal::RoomOver);
    RoomBatch batch;
    if (const auto rejection = now().carry_out(command, batch)) {
        const char* const id = domain::rejection_id(rejection->reason);
        return tell_refused(done, id, {std::string("rejection.") + id, {}});
    }
    hand_in(current_, std::move(batch), when_written(std::move(done)));
}

void RoomSession::pause_timer(OnRoomAnswer done) {
    ask(domain::room_command::PauseTimer{timer_left()}, std::move(done));
}

void RoomSession::extend_timer(std::int64_t by_ms, OnRoomAnswer done) {
    ask(domain::room_command::ExtendTimer{timer_left(), by_ms}, std::move(done));
}

void RoomSession::close(OnRoomAnswer done) {
    const domain::Round* const round = now().ahead().room.round();
    if (round != nullptr && round->voting) return ask(domain::room_command::CloseVote{}, std::move(done));
    ask(domain::room_command::CloseRound{}, std::move(done));
}

void RoomSession::add_person(const domain::Participant& person, OnRoomAnswer done) {
    if (failure_) return tell_failed(done, *failure_);
    if (now().ahead().room.find_seat(person.code) >= 0)
        return tell_refused(done, domain::RoomRefusal::SeatCodeTwice);
    if (!person.name.empty()) names_[person.code] = person.name;
    std::vector<domain::RoomSeat> seats = now().ahead().room.seats;
    seats.emplace_back().code = person.code;
    if (const base::Status known = know_people(now(), seats); !known) return tell_failed(done, known.error());
    ask(domain::room_command::AddSeat{person.code, person.group, setup_.workshop.way_of(person)}, std::move(done));
}

void RoomSession::go_to_case(int place, OnRoomAnswer done) {
    if (failure_) return tell_failed(done, *failure_);
    if (place < 0 || at(place) >= cases_.size()) return tell_refused(done, "unknown-case", own("unknown-case"));
    if (place == current_) return tell_done(done);
    if (now().ahead().room.over) return tell_refused(done, domain::RoomRefusal::RoomOver);
    if (now().ahead().room.round() != nullptr) return tell_refused(done, domain::RoomRefusal::RoundOpen);
    const auto go = [this, place, done](const base::Status& status) {
        if (!status) return tell_failed(done, status.error());
        versions_before_ += now().version();
        const int left = current_;
        current_ = place;
        screen_ = room::Screen::Waiting;
        screen_task_.clear();
        reason_.reset();
        asks_.clear();
        tell_changed();
        // Seats may have been taken or freed in the old case while this one was written.
        RoomBatch late;
        carry_seats(now(), cases_[at(left)]->ahead().room.seats, late);
        hand_in(place, std::move(late), when_written(done));
    };
    const std::vector<domain::RoomSeat> seats = now().ahead().room.seats;
    if (!cases_[at(place)]->begun()) {
        if (const base::Status begun = begin_case(place, seats, go); !begun) tell_failed(done, begun.error());
        return;
    }
    RoomBatch batch;
    if (const base::Status known = know_people(*cases_[at(place)], seats); !known)
        return tell_failed(done, known.error());
    carry_seats(*cases_[at(place)], seats, batch);
    hand_in(place, std::move(batch), go);
}

void RoomSession::carry_seats(RoomCase& to, const std::vector<domain::RoomSeat>& seats, RoomBatch& batch) {
    namespace command = domain::room_command;
    for (std::size_t i = to.ahead().room.seats.size(); i < seats.size(); ++i)
        (void)to.carry_out(command::AddSeat{seats[i].code, seats[i].group, seats[i].way}, batch);
    (void)to.carry_out(command::SetSeats{seats}, batch);
    for (int seat = 0; seat < static_cast<int>(seats.size()); ++seat) {
        const domain::RoomSeat& wanted = seats[at(seat)];
        const std::string held = to.ahead().room.seats[at(seat)].token_hash;
        if (held == wanted.token_hash) continue;
        if (!held.empty()) (void)to.carry_out(command::FreeSeat{seat}, batch);
        if (!wanted.token_hash.empty())
            (void)to.carry_out(command::TakeSeat{seat, wanted.way, wanted.token_hash}, batch);
    }
}

void RoomSession::show_screen(room::Screen screen, const std::string& task, OnRoomAnswer done) {
    const auto& tasks = now().rules()->tasks;
    const bool known = task.empty() || std::any_of(tasks.begin(), tasks.end(),
                                                   [&](const domain::RoomTask& one) { return one.code == task; });
    if (!known) return tell_refused(done, domain::RoomRefusal::UnknownIndicator);
    screen_ = screen;
    if (!task.empty()) screen_task_ = task;
    tell_changed();
    tell_done(done);
}

bool RoomSession::may_tell_reason(domain::VoteKind kind) const {
    const domain::Round* const round = now().kept().room.round();
    if (round == nullptr) return false;
    return kind == domain::VoteKind::First ? round->votes_shown : round->second_over || !round->shown.empty();
}

void RoomSession::show_reason(domain::SeatIx seat, domain::RoomTaskIx task, domain::VoteKind kind,
                              OnRoomAnswer done) {
    const domain::RoomState& state = now().kept().room;
    if (seat < 0 || at(seat) >= state.seats.size()) return tell_refused(done, domain::RoomRefusal::UnknownSeat);
    if (state.round() == nullptr) return tell_refused(done, domain::RoomRefusal::NoRound);
    if (!may_tell_reason(kind)) return tell_refused(done, domain::RoomRefusal::NotNow);
    const domain::Vote* const vote = state.vote_of(*state.round(), task, kind, seat);
    if (vote == nullptr || vote->reason.empty()) return tell_refused(done, "no-reason", own("no-reason"));
    RoomSnapshot::Reason reason;
    reason.seat = seat;
    reason.task = task;
    reason.kind = kind;
    reason.shown = {vote->reason, ""};
    reason_ = std::move(reason);
    asks_.clear();
    tell_changed();
    tell_done(done);
}

void RoomSession::hide_reason(OnRoomAnswer done) {
    reason_.reset();
    asks_.clear();
    tell_changed();
    tell_done(done);
}

void RoomSession::ask_name(OnRoomAnswer done) {
    if (!reason_) return tell_refused(done, "no-reason-shown", own("no-reason-shown"));
    const domain::RoomSeat& seat = now().kept().room.seats[at(reason_->seat)];
    // A shared computer is in other hands, and paper has none.
    if (seat.token_hash.empty() || seat.way != domain::WayIn::Phone)
        return tell_refused(done, "no-device", own("no-device"));
    asks_ = {{next_ask_++, reason_->seat, reason_->shown.text}};
    reason_->asked = true;
    tell_changed();
    tell_done(done);
}

void RoomSession::retry_saving(OnRoomAnswer done) {
    const auto failed =
        std::find_if(waiting_.begin(), waiting_.end(), [](const Waiting& one) { return one.failed; });
    if (failed == waiting_.end()) {
        failure_.reset();
        return tell_done(done);
    }
    const int place = failed->place;
    record_.retry(cases_[at(place)]->session(), [this, place, done, post = ports_.post,
                                                 alive = std::weak_ptr<bool>(alive_)](const store::Appended& tried) {
        post([this, alive, place, done, tried] {
            if (alive.expired()) return;
            if (!tried.status) return tell_failed(done, tried.status.error());
            for (const Waiting& one : waiting_)
                if (one.failed && one.place == place) settle(one);
            std::erase_if(waiting_, [&](const Waiting& one) { return one.failed && one.place == place; });
            tell_changed();
            retry_saving(done); // another case may wait too
        });
    });
}

} // namespace timbang::app
