// What the facilitator asks of a running room.
#include <algorithm>

#include "app/controller.h"
#include "app/room/room_controller.h"
#include "app/room/room_insight.h"
#include "app/room/room_prompt.h"
#include "app/room/room_service.h"

namespace timbang::app {
namespace {

constexpr std::int64_t kMinute = 60'000;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

} // namespace

void RoomController::told(const RoomAnswer& answer) {
    if (answer.kind == RoomAnswer::Kind::Refused) window_.tell(answer.why, Tint::Return);
    if (answer.kind == RoomAnswer::Kind::Failed) window_.tell_error(answer.error);
}

void RoomController::ask_room(std::function<void(RoomSession&, OnRoomAnswer)> what, std::function<void()> done) {
    if (!state().running) return;
    state().running->service->ask(std::move(what), [this, done = std::move(done)](const RoomAnswer& answer) {
        told(answer);
        if (answer.kind == RoomAnswer::Kind::Done && done) done();
    });
}

void RoomController::command(domain::RoomCommand wanted) {
    ask_room([wanted = std::move(wanted)](RoomSession& session, OnRoomAnswer done) {
        session.ask(wanted, std::move(done));
    });
}

void RoomController::operator()(const action::RoomDo& a) { command(a.command); }

void RoomController::operator()(const action::RoomNext&) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr || state().prompt) return;
    if (!snapshot->next) return window_.tell({"room-command.nothing-next", {}});
    if (closes_early(*snapshot)) {
        RoomPromptState& prompt = ask(RoomPromptKind::StillDeciding);
        prompt.place = static_cast<int>(snapshot->state->phase());
        return;
    }
    command(*snapshot->next);
}

void RoomController::operator()(const action::OpenRoomIndicator& a) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return;
    std::vector<domain::RoomTaskIx> tasks;
    const KeptWorkshop* const kept = state().find(snapshot->workshop);
    const std::vector<std::string>* wanted = nullptr;
    if (kept != nullptr)
        for (const domain::WorkshopCase& one : kept->plan.cases) {
            const LibraryEntry* const entry = model_.library.with_id(snapshot->scenario->id);
            if (one.scenario == snapshot->scenario->id || (entry != nullptr && one.scenario == entry->card.folder))
                wanted = &one.indicators;
        }
    for (int task = 0; at(task) < snapshot->rules->tasks.size(); ++task) {
        const std::string& code = snapshot->rules->tasks[at(task)].code;
        const bool chosen = wanted == nullptr || wanted->empty() ||
                            std::find(wanted->begin(), wanted->end(), code) != wanted->end();
        if (a.code.empty() ? chosen && !reference_was_shown(*snapshot->state, task) : code == a.code)
            tasks.push_back(task);
    }
    command(domain::room_command::OpenRound{std::move(tasks)});
}

void RoomController::operator()(const action::SelectAgendaItem& a) {
    if (!state().running) return;
    state().running->item = a.code == state().running->item ? "" : a.code;
}

void RoomController::operator()(const action::PauseRoomTimer&) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return;
    if (snapshot->state->timer.running)
        return ask_room([](RoomSession& session, OnRoomAnswer done) { session.pause_timer(std::move(done)); });
    command(domain::room_command::ResumeTimer{});
}

void RoomController::operator()(const action::ExtendRoomTimer&) {
    ask_room([](RoomSession& session, OnRoomAnswer done) { session.extend_timer(kMinute, std::move(done)); });
}

void RoomController::operator()(const action::ShowOnScreen& a) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr || a.screen < 0 || a.screen > static_cast<int>(room::Screen::Reference)) return;
    const domain::RoomTaskIx task = task_looked_at(*snapshot, state().running->item);
    const std::string code = task < 0 ? "" : snapshot->rules->tasks[at(task)].code;
    ask_room([screen = static_cast<room::Screen>(a.screen), code](RoomSession& session, OnRoomAnswer done) {
        session.show_screen(screen, code, std::move(done));
    });
}

void RoomController::operator()(const action::ShowReasonOnScreen& a) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return;
    if (a.seat.empty())
        return ask_room([](RoomSession& session, OnRoomAnswer done) { session.hide_reason(std::move(done)); });
    if (a.ask_name)
        return ask_room([](RoomSession& session, OnRoomAnswer done) { session.ask_name(std::move(done)); });
    const domain::SeatIx seat = snapshot->state->find_seat(a.seat);
    const domain::RoomTaskIx task = a.indicator.empty() ? task_looked_at(*snapshot, state().running->item)
                                                        : snapshot->scenario->find_task(a.indicator);
    ask_room([seat, task, kind = a.kind](RoomSession& session, OnRoomAnswer done) {
        session.show_reason(seat, task, kind, std::move(done));
    });
}

void RoomController::operator()(const action::GoToRoomCase& a) {
    ask_room([place = a.place](RoomSession& session, OnRoomAnswer done) { session.go_to_case(place, std::move(done)); });
}

void RoomController::operator()(const action::RetryRoomSaving&) {
    ask_room([](RoomSession& session, OnRoomAnswer done) { session.retry_saving(std::move(done)); });
}

void RoomController::operator()(const action::HoldNotes& a) {
    if (state().running) state().running->notes_held = a.held;
}

void RoomController::operator()(const action::FreeOfflineSeats&) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return;
    for (const domain::SeatIx seat : seats_offline(*snapshot)) command(domain::room_command::FreeSeat{seat});
}

void RoomController::operator()(const action::AskPaperVote& a) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return;
    const domain::Round* const round = snapshot->state->round();
    if (round == nullptr || !round->voting) return window_.tell({"rejection.room-no-vote-open", {}}, Tint::Return);
    RoomPromptState& prompt = ask(RoomPromptKind::PaperVote);
    prompt.fields = {{kFieldSeat, a.seat}, {kFieldReason, ""}};
    prompt.chosen.assign(4, -1);
    const domain::SeatIx seat = snapshot->state->find_seat(a.seat);
    if (seat >= 0 && vote_rows(*snapshot, prompt).by_group)
        prompt.fields[kFieldSeat] = std::to_string(snapshot->state->seats[at(seat)].group);
}

void RoomController::operator()(const action::AskRoomComment&) {
    if (live() == nullptr) return;
    RoomPromptState& prompt = ask(RoomPromptKind::Comment);
    prompt.fields = {{kFieldText, ""}};
    prompt.chosen = {0, task_looked_at(*live(), state().running->item) < 0 ? 1 : 0};
}

void RoomController::operator()(const action::AskScript&) {
    if (live() == nullptr) return;
    RoomPromptState& prompt = ask(RoomPromptKind::Script);
    prompt.chosen.assign(script_rows(*live()->scenario, *live()->script).size(), -1);
}

void RoomController::operator()(const action::AskEndRoom&) {
    if (state().running) (void)ask(RoomPromptKind::EndRoom);
}

} // namespace timbang::app
