// Agenda, cases, rounds and network of the plan.
#include <algorithm>
#include <cstdio>
#include <sstream>

#include "app/controller.h"
#include "app/room/room_controller.h"
#include "app/room/room_numbers.h"
#include "app/room/room_prompt.h"
#include "app/room/room_service.h"

namespace timbang::app {
namespace {

constexpr int kDayMinutes = 24 * 60;
constexpr int kStep = 5;        ///< minutes that Alt and an arrow move a slot
constexpr int kMostDays = 14;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// "9:00", "09.00"; nothing for what is no time of day.
std::optional<int> time_of_day(const std::string& text) {
    const std::size_t mark = text.find_first_of(":.");
    if (mark == std::string::npos) return std::nullopt;
    const auto hours = whole_number(text.substr(0, mark), 0, 23);
    const auto minutes = whole_number(text.substr(mark + 1), 0, 59);
    if (!hours || !minutes) return std::nullopt;
    return *hours * 60 + *minutes;
}

std::string clock_text(int minutes) {
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", minutes / 60 % 24, minutes % 60);
    return text;
}

void sort_slots(domain::Day& day) {
    std::stable_sort(day.slots.begin(), day.slots.end(),
                     [](const domain::Slot& a, const domain::Slot& b) { return a.start < b.start; });
}

/// Cases are named by id where a programme names them, by their folder where they were chosen from the library.
bool is_of(const store::IndexedCase& card, const std::string& scenario) {
    return scenario == card.folder || scenario == card.id;
}

bool there(const domain::Workshop& plan, int day, int slot) {
    return day >= 0 && at(day) < plan.days.size() && slot >= 0 && at(slot) < plan.days[at(day)].slots.size();
}

} // namespace

void RoomController::operator()(const action::AskSlot& a) {
    const KeptWorkshop* const kept = state().plan();
    if (kept == nullptr) return;
    const bool known = there(kept->plan, a.day, a.slot);
    const int days = static_cast<int>(kept->plan.days.size());
    RoomPromptState& prompt = ask(RoomPromptKind::Slot);
    prompt.day = a.day;
    prompt.place = known ? a.slot : -1;
    if (known) {
        const domain::Slot& slot = kept->plan.days[at(a.day)].slots[at(a.slot)];
        prompt.fields = {{kFieldStart, clock_text(slot.start)},
                         {kFieldMinutes, std::to_string(slot.minutes)},
                         {kFieldText, slot.note.in(model_.lang())}};
        prompt.chosen = {a.day, static_cast<int>(slot.kind)};
        return;
    }
    const int day = std::clamp(a.day, 0, std::max(0, days - 1));
    int start = 9 * 60;
    if (day < days && !kept->plan.days[at(day)].slots.empty()) {
        const domain::Slot& last = kept->plan.days[at(day)].slots.back();
        start = std::min(last.start + last.minutes, kDayMinutes - kStep);
    }
    prompt.fields = {{kFieldStart, clock_text(start)}, {kFieldMinutes, "45"}, {kFieldText, ""}};
    prompt.chosen = {day, static_cast<int>(domain::SlotKind::Case)};
}

bool RoomController::answer_slot(int answer) {
    const RoomPromptState prompt = *state().prompt;
    if (answer == 2) {
        const KeptWorkshop* const kept = state().plan();
        if (kept == nullptr || !there(kept->plan, prompt.day, prompt.place)) return true;
        window_(action::OpenLesson{kept->plan.days[at(prompt.day)].slots[at(prompt.place)].ref, ""});
        return true;
    }
    if (answer > 0) {
        (*this)(action::RemoveSlot{prompt.day, prompt.place});
        return true;
    }
    const auto start = time_of_day(prompt.text(kFieldStart));
    if (!start) return problem("workshop.bad-time", kFieldStart);
    const auto minutes = whole_number(prompt.text(kFieldMinutes), 1, kDayMinutes);
    if (!minutes) return problem("workshop.bad-minutes", kFieldMinutes);
    domain::Slot slot;
    if (state().plan() != nullptr && there(state().plan()->plan, prompt.day, prompt.place))
        slot = state().plan()->plan.days[at(prompt.day)].slots[at(prompt.place)];
    slot.start = *start;
    slot.minutes = *minutes;
    slot.kind = static_cast<domain::SlotKind>(std::clamp(prompt.choice(1), 0, static_cast<int>(domain::SlotKind::Break)));
    // Typed once, it stands in both languages.
    if (slot.note.in(model_.lang()) != prompt.text(kFieldText)) slot.note = {prompt.text(kFieldText), prompt.text(kFieldText)};
    change([&](domain::Workshop& plan) {
        if (there(plan, prompt.day, prompt.place))
            plan.days[at(prompt.day)].slots.erase(plan.days[at(prompt.day)].slots.begin() + prompt.place);
        const int day = std::clamp(prompt.choice(0), 0, kMostDays - 1);
        while (plan.days.size() <= at(day)) plan.days.emplace_back();
        plan.days[at(day)].slots.push_back(slot);
        sort_slots(plan.days[at(day)]);
    });
    state().slot = -1;
    return true;
}

void RoomController::operator()(const action::SelectSlot& a) {
    state().day = a.day;
    state().slot = a.slot;
}

void RoomController::operator()(const action::MoveSlot& a) {
    change([&](domain::Workshop& plan) {
        if (!there(plan, a.day, a.slot)) return;
        domain::Day& day = plan.days[at(a.day)];
        domain::Slot& slot = day.slots[at(a.slot)];
        slot.start = std::clamp(slot.start + a.by * kStep, 0, kDayMinutes - kStep);
        const domain::Slot moved = slot;
        sort_slots(day);
        state().day = a.day;
        state().slot = static_cast<int>(std::find(day.slots.begin(), day.slots.end(), moved) - day.slots.begin());
    });
}

void RoomController::operator()(const action::RemoveSlot& a) {
    change([&](domain::Workshop& plan) {
        if (!there(plan, a.day, a.slot)) return;
        plan.days[at(a.day)].slots.erase(plan.days[at(a.day)].slots.begin() + a.slot);
        while (!plan.days.empty() && plan.days.back().slots.empty()) plan.days.pop_back();
    });
    state().slot = -1;
}

void RoomController::operator()(const action::AskWorkshopCase& a) {
    const KeptWorkshop* const kept = state().plan();
    if (kept == nullptr) return;
    const bool known = a.place >= 0 && at(a.place) < kept->plan.cases.size();
    RoomPromptState& prompt = ask(RoomPromptKind::Case);
    prompt.place = known ? a.place : -1;
    std::string codes;
    if (known)
        for (const std::string& code : kept->plan.cases[at(a.place)].indicators) codes += (codes.empty() ? "" : ", ") + code;
    prompt.fields = {{kFieldFind, ""}, {kFieldText, codes}};
    const std::string scenario = known ? kept->plan.cases[at(a.place)].scenario : "";
    auto choices = room_case_choices(model_, prompt);
    const auto listed = [&] {
        return std::any_of(choices.begin(), choices.end(), [&](const auto* one) { return is_of(one->card, scenario); });
    };
    const LibraryEntry* const by_id = model_.library.with_id(scenario);
    const LibraryEntry* const entry = by_id != nullptr ? by_id : model_.library.entry(scenario);
    if (entry != nullptr && !listed()) { // of many cases only some are offered
        prompt.fields[kFieldFind] = entry->card.title.in(model_.lang());
        choices = room_case_choices(model_, prompt);
    }
    prompt.chosen = {known || choices.empty() ? -1 : 0}; // one that is not there is not silently another one
    for (std::size_t i = 0; known && i < choices.size(); ++i)
        if (is_of(choices[i]->card, scenario)) prompt.chosen = {static_cast<int>(i)};
    if (known && entry == nullptr) (void)problem("workshop.case-not-there", 0, {{"case", scenario}});
}

bool RoomController::answer_case() {
    const RoomPromptState& prompt = *state().prompt;
    const auto choices = room_case_choices(model_, prompt);
    if (prompt.choice(0) < 0 || at(prompt.choice(0)) >= choices.size()) return problem("workshop.choose-case");
    const store::IndexedCase card = choices[at(prompt.choice(0))]->card;
    domain::WorkshopCase one{card.folder, {}};
    std::string codes = prompt.text(kFieldText);
    for (char& letter : codes)
        if (letter == ',' || letter == ';') letter = ' ';
    std::istringstream words(codes);
    for (std::string code; words >> code;) {
        if (std::find(card.indicators.begin(), card.indicators.end(), code) == card.indicators.end())
            return problem("workshop.no-such-indicator", kFieldText, {{"code", code}});
        one.indicators.push_back(code);
    }
    const int place = prompt.place;
    const auto taken = [&](const domain::Workshop& plan) {
        for (int i = 0; at(i) < plan.cases.size(); ++i)
            if (i != place && is_of(card, plan.cases[at(i)].scenario)) return true;
        return false;
    };
    if (state().plan() != nullptr && taken(state().plan()->plan)) return problem("workshop.case-twice");
    change([&](domain::Workshop& plan) {
        if (place >= 0 && at(place) < plan.cases.size()) plan.cases[at(place)] = one;
        else plan.cases.push_back(one);
    });
    return true;
}

void RoomController::operator()(const action::RemoveWorkshopCase& a) {
    change([&](domain::Workshop& plan) {
        if (a.place >= 0 && at(a.place) < plan.cases.size()) plan.cases.erase(plan.cases.begin() + a.place);
    });
}

void RoomController::operator()(const action::SetConsensus& a) {
    change([&](domain::Workshop& plan) { plan.consensus = std::clamp(a.percent, 1, 100); });
}

void RoomController::operator()(const action::SetShowVotes& a) {
    change([&](domain::Workshop& plan) { plan.show = a.show; });
}

void RoomController::operator()(const action::SetGroupSecond& a) {
    change([&](domain::Workshop& plan) { plan.group_second = a.group; });
}

void RoomController::operator()(const action::SetRoomAddress& a) {
    if (!state().running) return change([&](domain::Workshop& plan) { plan.address = a.address; });
    RunningRoom& running = *state().running;
    const std::string address = a.address.empty() ? model_.options.room_bind : a.address;
    running.service->bind_anew(address, running.service->port(),
                               [this, address](const base::Status& bound, const std::vector<std::string>& addresses) {
                                   if (!state().running) return;
                                   if (!bound) return window_.tell_error(bound.error());
                                   state().running->addresses = addresses;
                                   state().running->bound = address;
                                   state().running->found = false;
                                   (void)look_for_address();
                                   tell("workshop.bound-anew", {{"address", addresses.front()}}, Tint::Ok);
                               });
}

} // namespace timbang::app
