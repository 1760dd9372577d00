// Opening a room, going on with one, and ending it.
#include <algorithm>
#include <set>

#include "app/controller.h"
#include "app/room/room_controller.h"
#include "app/room/room_insight.h"
#include "app/room/room_service.h"
#include "base/ids.h"
#include "content/library.h"

namespace timbang::app {

std::optional<std::vector<std::pair<CaseForRoom, std::string>>> RoomController::cases_of(const domain::Workshop& plan) {
    std::vector<std::pair<CaseForRoom, std::string>> cases;
    std::set<std::string> ids;
    for (const domain::WorkshopCase& one : plan.cases) {
        const LibraryEntry* const known = model_.library.with_id(one.scenario);
        const std::string folder = known != nullptr ? known->card.folder : one.scenario;
        const auto scenario = model_.library.open(folder);
        if (!scenario) return window_.tell_error(scenario.error()), std::nullopt;
        if (!ids.insert((*scenario)->id).second)
            return window_.tell_error(base::Error("room-case-twice", {{"scenario", (*scenario)->title}})), std::nullopt;
        cases.push_back({CaseForRoom{*scenario, {}}, folder});
    }
    if (cases.empty()) return tell("workshop.problem-no-case", {}, Tint::Return), std::nullopt;
    return cases;
}

bool RoomController::open_room(const domain::Workshop& plan, std::vector<RoomSession::Kept> kept) {
    if (state().running || !state().opening.empty()) return tell("workshop.one-room"), false;
    auto cases = cases_of(plan);
    if (!cases) return false;
    auto setup = std::make_shared<RoomSetup>();
    setup->workshop = plan;
    setup->code = make_room_code(model_.ports.random);
    setup->program_version = model_.options.program_version;
    RoomService::Options options;
    const std::vector<std::string> own = model_.ports.addresses();
    const bool there = std::find(own.begin(), own.end(), plan.address) != own.end();
    options.bind = there ? plan.address : model_.options.room_bind;
    options.port = model_.options.room_port;
    options.names = model_.options.room_names;
    options.now = model_.ports.now;
    options.steady = model_.ports.steady;
    options.random = base::secure_random;
    state().opening = plan.title.empty() ? (*cases).front().first.scenario->title.in(model_.lang()) : plan.title;
    const auto sessions = std::make_shared<std::vector<RoomSession::Kept>>(std::move(kept));
    const auto given = std::make_shared<std::vector<std::pair<CaseForRoom, std::string>>>(std::move(*cases));
    state().work.start([this, setup, options, sessions, given, bound = options.bind, record = model_.ports.record,
                        openers = model_.options.openers](Tasks::Context& task) {
        content::CaseFiles files(openers);
        for (auto& [one, path] : *given) {
            one.pictures = room_pictures(*one.scenario, content::case_folder(path, openers).folder, files);
            setup->cases.push_back(std::move(one));
        }
        auto made = std::make_shared<base::Result<std::unique_ptr<RoomService>>>(
            RoomService::open(options, record, state().work, std::move(*setup), *sessions));
        task.deliver([this, made, bound] {
            const std::string title = std::exchange(state().opening, "");
            if (!*made) return window_.tell_error(made->error(), true);
            opened(std::move(**made), bound);
            if (model_.screen != Screen::Workshop) tell("workshop.room-open", {{"title", title}}, Tint::Ok);
        });
    });
    return true;
}

void RoomController::opened(std::unique_ptr<RoomService> service, const std::string& bound) {
    auto running = std::make_unique<RunningRoom>(std::move(service));
    running->bound = bound;
    running->addresses = running->service->addresses();
    running->projector_token = running->service->projector_token();
    running->briefing_since = model_.now();
    state().running = std::move(running);
    (void)look_for_address();
    state().prompt.reset();
    state().running->service->adopt([this](std::shared_ptr<const RoomSnapshot> snapshot) { taken(std::move(snapshot)); });
}

void RoomController::taken(std::shared_ptr<const RoomSnapshot> snapshot) {
    RunningRoom& running = *state().running;
    const domain::Round* const round = snapshot->state->round();
    const bool was_open = running.snapshot && running.snapshot->state->round() != nullptr;
    if (round != nullptr && running.times.round != round->number) {
        running.times = {round->number, {}};
        running.item.clear();
    }
    if (round != nullptr) running.times.began.emplace(static_cast<int>(round->phase), model_.now());
    if (round == nullptr && was_open) running.briefing_since = model_.now();
    if (running.snapshot && running.snapshot->current != snapshot->current) running.item.clear();
    running.insight = std::make_shared<const RoomInsight>(room_insight(*snapshot));
    running.snapshot = std::move(snapshot);
}

void RoomController::operator()(const action::OpenRoom&) {
    const KeptWorkshop* const one = state().find(state().open);
    if (one == nullptr) return;
    const auto problems = domain::plan_problems(one->plan);
    const auto blocks = [](const domain::PlanFinding& found) {
        return found.problem != domain::PlanProblem::SlotsOverlap && found.problem != domain::PlanProblem::NobodyInGroup;
    };
    const auto first = std::find_if(problems.begin(), problems.end(), blocks);
    if (first != problems.end())
        return tell(std::string("workshop.problem-") + domain::plan_problem_id(first->problem),
                    {{"about", first->about}}, Tint::Return);
    read_open_rooms();
    const std::string id = one->plan.id;
    const bool left = std::any_of(state().open_rooms.begin(), state().open_rooms.end(),
                                  [&](const OpenRoom& room) { return room.workshop == id; });
    if (left) return (*this)(action::ContinueRoom{id});
    (void)open_room(one->plan, {});
}

void RoomController::operator()(const action::ContinueRoom& a) {
    const auto room = std::find_if(state().open_rooms.begin(), state().open_rooms.end(),
                                   [&](const OpenRoom& one) { return one.workshop == a.workshop; });
    if (room == state().open_rooms.end()) return;
    const KeptWorkshop* const kept = state().find(a.workshop);
    domain::Workshop plan = kept != nullptr ? kept->plan : room->plan;
    // Cases that were begun must be there, whatever was taken out of the plan since.
    for (const std::string& scenario : room->scenarios) {
        const LibraryEntry* const entry = model_.library.with_id(scenario);
        const bool listed = std::any_of(plan.cases.begin(), plan.cases.end(), [&](const domain::WorkshopCase& one) {
            return one.scenario == scenario || (entry != nullptr && one.scenario == entry->card.folder);
        });
        if (listed) continue;
        if (entry == nullptr) return tell("workshop.case-gone", {{"scenario", scenario}}, Tint::Return);
        plan.cases.push_back({entry->card.folder, {}});
    }
    (void)open_room(plan, room->sessions);
}

void RoomController::ended() {
    const RoomSnapshot* const snapshot = live();
    const std::string id = snapshot != nullptr ? snapshot->workshop : "";
    state().running.reset();
    state().prompt.reset();
    state().open.clear();
    if (KeptWorkshop* const one = state().find(id)) {
        one->held = model_.now();
        keep(id);
    }
    model_.record_changed = true;
    read_open_rooms();
    tell("workshop.room-ended", {}, Tint::Ok);
}

} // namespace timbang::app
