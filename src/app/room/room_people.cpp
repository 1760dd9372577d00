// People and groups, in the plan and in the running room.
#include <algorithm>

#include "app/controller.h"
#include "app/room/room_controller.h"
#include "app/room/room_numbers.h"
#include "app/room/room_rules.h"
#include "app/room/room_snapshot.h"
#include "app/room/roster.h"
#include "base/rng.h"

namespace timbang::app {
namespace {

void speak(domain::Workshop& plan, const std::string& code) {
    const domain::Participant* const speaker = plan.person(code);
    if (speaker == nullptr) return;
    for (domain::Participant& one : plan.roster)
        if (one.group == speaker->group && one.group != 0) one.speaks = one.code == code;
}

} // namespace

/// In the running room the same change is made to its seats; what stays as it is is not sent.
void RoomController::change_seats(const std::function<bool(domain::Workshop&)>& how) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr) return change([&](domain::Workshop& plan) { (void)how(plan); });
    domain::Workshop plan;
    std::vector<domain::RoomSeat> seats = snapshot->state->seats;
    plan.roster = room_roster(seats);
    domain::number_groups(plan);
    if (!how(plan)) return;
    for (std::size_t i = 0; i < seats.size() && i < plan.roster.size(); ++i) {
        const domain::Participant& one = plan.roster[i];
        seats[i].group = one.group;
        seats[i].way = one.way.value_or(seats[i].way);
        seats[i].speaks = one.speaks;
        seats[i].presence = one.presence;
    }
    command(domain::room_command::SetSeats{std::move(seats)});
}

void RoomController::operator()(const action::AskRoster&) {
    if (state().plan() == nullptr) return;
    ask(RoomPromptKind::Roster).fields = {{kFieldList, ""}};
}

void RoomController::operator()(const action::AskRosterFile&) {
    if (state().plan() == nullptr) return;
    ask(RoomPromptKind::RosterFile).fields = {{kFieldPath, model_.options.home_folder + "/"}};
}

void RoomController::read_list() {
    RoomPromptState& prompt = *state().prompt;
    prompt.lines.clear();
    prompt.people.clear();
    if (prompt.text(kFieldList).empty()) return;
    auto read = parse_roster(prompt.text(kFieldList), say("workshop.pasted"));
    if (!read) {
        prompt.lines.push_back(model_.catalogue.text(model_.lang(), read.error()));
        return;
    }
    prompt.people = std::move(*read);
    prompt.lines.push_back(say("workshop.list-read", {{"count", static_cast<std::int64_t>(prompt.people.size())}}));
}

bool RoomController::answer_roster() {
    RoomPromptState& prompt = *state().prompt;
    if (prompt.kind == RoomPromptKind::RosterFile) {
        auto read = read_roster(prompt.text(kFieldPath));
        if (!read) {
            prompt.problem = model_.catalogue.text(model_.lang(), read.error());
            prompt.problem_field = kFieldPath;
            return false;
        }
        prompt.people = std::move(*read);
    }
    if (prompt.people.empty())
        return problem("workshop.nobody-in-list", prompt.kind == RoomPromptKind::Roster ? kFieldList : kFieldPath);
    const std::vector<domain::Participant> people = prompt.people;
    bool shuffled = false;
    change([&](domain::Workshop& plan) {
        plan.roster = people;
        const auto grouped = [](const domain::Participant& one) { return one.group > 0; };
        shuffled = std::none_of(people.begin(), people.end(), grouped);
        if (shuffled) {
            base::Rng rng(model_.ports.random());
            domain::shuffle_groups(plan, state().group_size, rng);
        }
        domain::number_groups(plan);
    });
    state().people_said = say(shuffled ? "workshop.read-and-shuffled" : "workshop.list-read",
                              {{"count", static_cast<std::int64_t>(people.size())}});
    state().people_tint = Tint::Ok;
    state().person.clear();
    return true;
}

void RoomController::operator()(const action::AskParticipant& a) {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr && state().plan() == nullptr) return;
    const domain::Participant* const known = snapshot == nullptr ? state().plan()->plan.person(a.code) : nullptr;
    RoomPromptState& prompt = ask(RoomPromptKind::Participant);
    prompt.subject = known != nullptr ? known->code : "";
    prompt.fields = {{kFieldCode, known ? known->code : ""}, {kFieldName, known ? known->name : ""}};
    if (snapshot == nullptr) {
        prompt.fields[kFieldOffice] = known ? known->office : "";
        prompt.fields[kFieldLate] = known ? known->late_until : "";
    }
    prompt.chosen = {known ? known->group : 0, known && known->way ? static_cast<int>(*known->way) + 1 : 0};
}

bool RoomController::answer_participant() {
    const RoomPromptState& prompt = *state().prompt;
    domain::Participant one;
    one.code = prompt.text(kFieldCode);
    if (one.code.empty()) return problem("workshop.type-code", kFieldCode);
    one.name = prompt.text(kFieldName);
    one.office = prompt.text(kFieldOffice);
    one.late_until = prompt.text(kFieldLate);
    one.group = std::max(0, prompt.choice(0));
    if (prompt.choice(1) > 0) one.way = static_cast<domain::WayIn>(prompt.choice(1) - 1);
    if (live() != nullptr) {
        if (live()->state->find_seat(one.code) >= 0) return problem("rejection.room-seat-code-twice", kFieldCode);
        ask_room([one](RoomSession& session, OnRoomAnswer done) { session.add_person(one, std::move(done)); });
        return true;
    }
    if (state().plan() == nullptr) return true;
    if (one.code != prompt.subject && state().plan()->plan.person(one.code) != nullptr)
        return problem("rejection.room-seat-code-twice", kFieldCode);
    change([&](domain::Workshop& plan) {
        domain::Participant* known = plan.person(prompt.subject);
        if (known == nullptr) {
            plan.roster.emplace_back().code = one.code;
            known = &plan.roster.back();
        }
        known->code = one.code;
        known->name = one.name;
        known->office = one.office;
        known->late_until = one.late_until;
        if (!one.late_until.empty()) known->presence = domain::Presence::Late;
        else if (known->presence == domain::Presence::Late) known->presence = domain::Presence::Expected;
        known->way = one.way;
        if (one.group != known->group) domain::move_to_group(plan, one.code, one.group);
    });
    state().person = one.code;
    return true;
}

void RoomController::operator()(const action::SelectParticipant& a) {
    state().person = a.code == state().person ? "" : a.code;
}

void RoomController::operator()(const action::MoveParticipant& a) {
    change_seats([&](domain::Workshop& plan) {
        if (plan.person(a.code) == nullptr) return false;
        domain::move_to_group(plan, a.code, a.group);
        return true;
    });
}

void RoomController::operator()(const action::SetPresence& a) {
    change_seats([&](domain::Workshop& plan) {
        domain::Participant* const one = plan.person(a.code);
        if (one == nullptr) return false;
        one->presence = a.presence;
        if (a.presence != domain::Presence::Late) one->late_until.clear();
        return true;
    });
}

void RoomController::operator()(const action::SetSpeaker& a) {
    change_seats([&](domain::Workshop& plan) {
        speak(plan, a.code);
        return plan.person(a.code) != nullptr;
    });
}

void RoomController::operator()(const action::SetParticipantWay& a) {
    change_seats([&](domain::Workshop& plan) {
        domain::Participant* const one = plan.person(a.code);
        if (one != nullptr) one->way = a.way;
        return one != nullptr && a.way.has_value();
    });
}

void RoomController::operator()(const action::RemoveParticipant& a) {
    change([&](domain::Workshop& plan) {
        domain::move_to_group(plan, a.code, 0);
        std::erase_if(plan.roster, [&](const domain::Participant& one) { return one.code == a.code; });
    });
    if (state().person == a.code) state().person.clear();
}

void RoomController::operator()(const action::SetGroupWay& a) {
    change([&](domain::Workshop& plan) {
        for (domain::Group& group : plan.groups)
            if (group.number == a.group) group.way = a.way;
    });
}

void RoomController::operator()(const action::ShuffleGroups&) {
    if (!whole_number(state().group_size_text, 1, kMostPeople)) {
        state().people_said = say("workshop.people-number", {{"most", std::int64_t{kMostPeople}}});
        state().people_tint = Tint::Return;
        return;
    }
    change([&](domain::Workshop& plan) {
        base::Rng rng(model_.ports.random());
        domain::shuffle_groups(plan, state().group_size, rng);
        state().people_said = say("workshop.shuffled", {{"groups", static_cast<std::int64_t>(plan.groups.size())}});
        state().people_tint = Tint::Ok;
    });
}

} // namespace timbang::app
