// Fields that are typed into, and prompts.
#include <algorithm>
#include <charconv>

#include "app/controller.h"
#include "app/room/room_controller.h"
#include "app/room/room_insight.h"
#include "app/room/room_numbers.h"
#include "app/room/room_prompt.h"

namespace timbang::app {

std::optional<int> whole_number(const std::string& text, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
    return value;
}

RoomPromptState& RoomController::ask(RoomPromptKind kind) {
    state().prompt.emplace();
    state().prompt->kind = kind;
    return *state().prompt;
}

bool RoomController::problem(const std::string& key, int field, const base::Args& args) {
    state().prompt->problem = say(key, args);
    state().prompt->problem_field = field;
    return false;
}

void RoomController::operator()(const action::EditRoomField& a) {
    if (state().prompt && state().prompt->fields.contains(a.field)) {
        RoomPromptState& prompt = *state().prompt;
        prompt.fields[a.field] = a.text;
        prompt.problem.clear();
        if (a.field == kFieldFind) prompt.chosen.assign(1, room_case_choices(model_, prompt).empty() ? -1 : 0);
        if (a.field == kFieldList) read_list();
        return;
    }
    switch (a.field) {
    case kFieldTitle: return change([&](domain::Workshop& plan) { plan.title = a.text; });
    case kFieldWifi: return change([&](domain::Workshop& plan) { plan.wifi = a.text; });
    case kFieldTimer:
        state().timer_text = a.text;
        if (const auto minutes = whole_number(a.text, 0, kMostVoteMinutes))
            change([&](domain::Workshop& plan) { plan.vote_minutes = *minutes; });
        return;
    case kFieldGroupSize:
        state().group_size_text = a.text;
        if (const auto size = whole_number(a.text, 1, kMostPeople)) state().group_size = *size;
        return;
    case kFieldOwnNote: {
        const RoomSnapshot* const snapshot = live();
        KeptWorkshop* const kept = snapshot == nullptr ? nullptr : state().find(snapshot->workshop);
        const domain::RoomTaskIx task = snapshot == nullptr ? -1 : task_looked_at(*snapshot, state().running->item);
        if (kept == nullptr || task < 0) return;
        kept->notes[snapshot->scenario->id + "/" + snapshot->rules->tasks[static_cast<std::size_t>(task)].code] = a.text;
        return keep(kept->plan.id);
    }
    default: return;
    }
}

void RoomController::operator()(const action::ChooseRoomOption& a) {
    if (!state().prompt || a.row < 0) return;
    RoomPromptState& prompt = *state().prompt;
    const auto row = static_cast<std::size_t>(a.row);
    // A vote's scale hangs on its indicator, which is the first row.
    const bool other_task = prompt.kind == RoomPromptKind::PaperVote && row == 0 && live() != nullptr &&
                            vote_rows(*live(), prompt).task_row == 0 && prompt.choice(0) != a.option;
    if (other_task) prompt.chosen.assign(prompt.chosen.size(), -1);
    if (row >= prompt.chosen.size()) prompt.chosen.resize(row + 1, -1);
    prompt.chosen[row] = a.option;
    prompt.problem.clear();
}

void RoomController::operator()(const action::CancelRoomPrompt&) { state().prompt.reset(); }

void RoomController::operator()(const action::AnswerRoomPrompt& a) {
    if (!state().prompt) return;
    const RoomPromptKind kind = state().prompt->kind;
    bool done = true;
    switch (kind) {
    case RoomPromptKind::QuickRoom: done = answer_quick(); break;
    case RoomPromptKind::Roster:
    case RoomPromptKind::RosterFile: done = answer_roster(); break;
    case RoomPromptKind::Participant: done = answer_participant(); break;
    case RoomPromptKind::Slot: done = answer_slot(a.answer); break;
    case RoomPromptKind::Case: done = answer_case(); break;
    case RoomPromptKind::PaperVote: done = answer_vote(); break;
    case RoomPromptKind::Comment: done = answer_comment(); break;
    case RoomPromptKind::Script: done = answer_script(a.answer); break;
    case RoomPromptKind::StillDeciding: {
        // What was asked about has passed: nobody said yes to what would come now.
        const RoomSnapshot* const snapshot = live();
        if (snapshot != nullptr && snapshot->next && static_cast<int>(snapshot->state->phase()) == state().prompt->place)
            command(*snapshot->next);
        break;
    }
    case RoomPromptKind::EndRoom:
        ask_room(
            [](RoomSession& session, OnRoomAnswer answered) {
                if (session.over()) return answered({});
                session.ask(domain::room_command::EndRoom{}, std::move(answered));
            },
            [this] { ended(); });
        break;
    }
    if (done) state().prompt.reset();
}

bool RoomController::answer_quick() {
    RoomPromptState& prompt = *state().prompt;
    const auto choices = room_case_choices(model_, prompt);
    const int chosen = prompt.choice(0);
    if (chosen < 0 || static_cast<std::size_t>(chosen) >= choices.size()) return problem("workshop.choose-case");
    const auto people = whole_number(prompt.text(kFieldPeople), 1, kMostPeople);
    if (!people) return problem("workshop.people-number", kFieldPeople, {{"most", std::int64_t{kMostPeople}}});
    const auto size = whole_number(prompt.text(kFieldGroupsOf), 1, kMostPeople);
    if (!size) return problem("workshop.people-number", kFieldGroupsOf, {{"most", std::int64_t{kMostPeople}}});
    const store::IndexedCase card = choices[static_cast<std::size_t>(chosen)]->card;
    domain::Workshop plan = domain::plain_workshop(*people, *size);
    plan.id = blank().id;
    plan.title = card.title.in(model_.lang());
    plan.wifi = prompt.text(kFieldWifi);
    plan.cases = {{card.folder, {}}};
    if (const domain::Framework* const pack = model_.library.framework(card.framework))
        plan.consensus = pack->aggregation.consensus;
    if (!open_room(plan, {})) return true;
    add(std::move(plan));
    return true;
}

bool RoomController::answer_comment() {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return true;
    RoomPromptState& prompt = *state().prompt;
    if (prompt.text(kFieldText).empty()) return problem("workshop.type-comment", kFieldText);
    const auto about = prompt.choice(0) == 1 ? domain::CommentAbout::Rule : domain::CommentAbout::Reading;
    const domain::RoomTaskIx task = prompt.choice(1) == 1 ? -1 : task_looked_at(*snapshot, state().running->item);
    command(domain::room_command::AddComment{task, about, prompt.text(kFieldText)});
    return true;
}

} // namespace timbang::app
