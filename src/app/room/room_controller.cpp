#include "app/room/room_controller.h"

#include <algorithm>
#include <chrono>
#include <thread>

#include "app/controller.h"
#include "app/room/room_insight.h"
#include "app/room/room_prompt.h"
#include "app/room/room_service.h"
#include "base/ids.h"

namespace timbang::app {
namespace {

using namespace std::chrono_literals;

constexpr std::int64_t kAddressEvery = 5000; ///< ms; nothing tells that a network went or came

/// What stands on the clock: whole seconds, rounded up while there is time left.
std::int64_t second_of(std::int64_t left_ms) { return left_ms > 0 ? (left_ms + 999) / 1000 : left_ms / 1000; }

} // namespace

WorkshopState& RoomController::state() { return model_.workshop; }

const RoomSnapshot* RoomController::live() const {
    const auto& running = model_.workshop.running;
    return running ? running->snapshot.get() : nullptr;
}

void RoomController::tell(const std::string& key, const base::Args& args, Tint tint) {
    window_.tell({key, args}, tint);
}

std::string RoomController::say(const std::string& key, const base::Args& args) const {
    return model_.catalogue.text(model_.lang(), key, args);
}

void RoomController::enter() {
    if (!state().read) read_workshops();
    read_open_rooms();
    read_programmes();
}

void RoomController::read_workshops() {
    state().read = true;
    if (model_.options.workshop_folder.empty()) return;
    state().work.start([this, folder = model_.options.workshop_folder](Tasks::Context& task) {
        auto found = std::make_shared<FoundWorkshops>(find_workshops(folder));
        task.deliver([this, found] {
            for (const base::Error& trouble : found->troubles) window_.tell_error(trouble);
            for (KeptWorkshop& one : found->kept)
                if (state().find(one.plan.id) == nullptr) state().kept.push_back(std::move(one));
        });
    });
}

void RoomController::read_open_rooms() {
    state().open_rooms.clear();
    if (!model_.ports.record) return;
    const auto rows = model_.ports.record->sessions();
    if (!rows) return;
    state().open_rooms =
        open_rooms(*rows, [this](const std::string& session) { return model_.ports.record->events(session); });
}

bool RoomController::tick() {
    bool changed = state().work.deliver() > 0;
    const RoomSnapshot* const snapshot = live();
    if (snapshot != nullptr && snapshot->state->timer.running) {
        const std::int64_t second = second_of(timer_left(*snapshot, model_.ports.steady()));
        changed = changed || second != state().running->shown_second;
        state().running->shown_second = second;
    }
    if (snapshot != nullptr && model_.ports.steady() - state().running->own_at >= kAddressEvery)
        changed = look_for_address() || changed;
    return changed;
}

bool RoomController::look_for_address() {
    RunningRoom& running = *state().running;
    running.own_at = model_.ports.steady();
    std::vector<std::string> own = model_.ports.addresses();
    const bool changed = own != running.own;
    running.own = std::move(own);
    running.found = running.found || std::find(running.own.begin(), running.own.end(), running.host()) != running.own.end();
    return changed;
}

std::optional<base::Time> RoomController::deadline() const {
    const RoomSnapshot* const snapshot = live();
    if (snapshot == nullptr || model_.screen != Screen::Workshop) return std::nullopt;
    if (!snapshot->state->timer.running) return model_.now() + std::chrono::milliseconds(kAddressEvery);
    const std::int64_t left = timer_left(*snapshot, model_.ports.steady());
    return model_.now() + std::chrono::milliseconds((left % 1000 + 1000) % 1000 + 1);
}

bool RoomController::busy() const {
    const WorkshopState& state = model_.workshop;
    return state.work.busy() || state.saving || (state.running && state.running->service->busy());
}

void RoomController::flush() {
    // A save that goes on may not overtake the last one.
    while (state().saving) {
        state().work.deliver();
        if (state().saving) std::this_thread::sleep_for(1ms);
    }
    for (const auto& [id, count] : state().changed)
        if (KeptWorkshop* const one = state().find(id)) {
            one->saved = model_.now();
            (void)save_workshop(model_.options.workshop_folder, *one); // there is nobody to tell any more
        }
    state().changed.clear();
}

void RoomController::keep(const std::string& id) {
    if (model_.options.workshop_folder.empty() || id.empty()) return;
    ++state().changed[id];
    save_next();
}

void RoomController::save_next() {
    if (state().saving) return;
    while (!state().changed.empty() && state().find(state().changed.begin()->first) == nullptr)
        state().changed.erase(state().changed.begin());
    if (state().changed.empty()) return;
    const auto [id, count] = *state().changed.begin();
    auto copy = std::make_shared<KeptWorkshop>(*state().find(id));
    copy->saved = model_.now();
    state().saving = true;
    state().work.start([this, copy, count = count, folder = model_.options.workshop_folder](Tasks::Context& task) {
        const base::Status saved = save_workshop(folder, *copy);
        task.deliver([this, copy, count, saved] {
            state().saving = false;
            const auto waiting = state().changed.find(copy->plan.id);
            // What failed is tried again with the next change.
            if (waiting != state().changed.end() && (waiting->second == count || !saved)) state().changed.erase(waiting);
            if (!saved) window_.tell_error(saved.error());
            else if (KeptWorkshop* const one = state().find(copy->plan.id)) one->saved = copy->saved;
            save_next();
        });
    });
}

void RoomController::change(const std::function<void(domain::Workshop&)>& how) {
    KeptWorkshop* const one = state().find(state().open);
    if (one == nullptr) return;
    how(one->plan);
    keep(one->plan.id);
}

domain::Workshop RoomController::blank() const {
    domain::Workshop plan;
    plan.id = base::make_uuid7(model_.now(), model_.ports.random);
    return plan;
}

void RoomController::add(domain::Workshop plan) {
    const std::string id = plan.id;
    KeptWorkshop kept;
    kept.plan = std::move(plan);
    kept.saved = model_.now();
    state().kept.insert(state().kept.begin(), std::move(kept));
    keep(id);
}

void RoomController::operator()(const action::OpenWorkshop& a) {
    const KeptWorkshop* const one = state().find(a.workshop);
    if (one == nullptr) return;
    state().open = a.workshop;
    state().timer_text = std::to_string(one->plan.vote_minutes);
    state().person.clear();
    state().people_said.clear();
    state().slot = -1;
}

void RoomController::operator()(const action::NewWorkshop& a) {
    const auto& known = state().programmes;
    const auto from = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one->id == a.programme; });
    if (!a.programme.empty() && from == known.end()) return;
    domain::Workshop plan = a.programme.empty() ? blank() : planned(**from);
    if (plan.title.empty()) plan.title = say("workshop.new-title");
    for (const KeptWorkshop& other : state().kept)
        if (!other.plan.wifi.empty()) {
            plan.wifi = other.plan.wifi;
            break;
        }
    const std::string id = plan.id;
    add(plan);
    (*this)(action::OpenWorkshop{id});
    tell_missing(plan);
}

void RoomController::operator()(const action::AskQuickRoom&) {
    if (state().running || !state().opening.empty()) return tell("workshop.one-room");
    RoomPromptState& prompt = ask(RoomPromptKind::QuickRoom);
    prompt.fields = {{kFieldPeople, "30"}, {kFieldGroupsOf, "5"}, {kFieldWifi, ""}, {kFieldFind, ""}};
    for (const KeptWorkshop& one : state().kept)
        if (!one.plan.wifi.empty()) {
            prompt.fields[kFieldWifi] = one.plan.wifi;
            break;
        }
    prompt.chosen = {room_case_choices(model_, prompt).empty() ? -1 : 0};
}

void RoomController::operator()(const action::CloseWorkshop&) {
    state().open.clear();
    read_open_rooms();
}


} // namespace timbang::app
