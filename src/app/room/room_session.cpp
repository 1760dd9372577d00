#include "app/room/room_session.h"

#include <algorithm>

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

} // namespace

RoomSession::RoomSession(RoomPorts ports, RoomRecord& record, RoomSetup setup)
    : ports_(std::move(ports)), record_(record), setup_(std::move(setup)) {
    for (CaseForRoom& one : setup_.cases)
        cases_.push_back(std::make_unique<RoomCase>(
            std::move(one), RoomCase::Stamps{ports_.now, ports_.steady, ports_.random}));
    setup_.cases.clear();
    for (const domain::Participant& person : setup_.workshop.roster) names_[person.code] = person.name;
}

RoomSession::~RoomSession() = default;

base::Status RoomSession::know_people(RoomCase& one, const std::vector<domain::RoomSeat>& seats) {
    std::vector<std::string> ids;
    for (const domain::RoomSeat& seat : seats) {
        std::string& id = person_ids_[seat.code];
        if (id.empty()) {
            base::Result<store::Person> person = record_.person(seat.code, names_[seat.code]);
            if (!person) return person.error();
            id = person->id;
            if (names_[seat.code].empty()) names_[seat.code] = person->name;
        }
        ids.push_back(id);
    }
    one.set_people(std::move(ids));
    return {};
}

base::Status RoomSession::begin() {
    const domain::RoomRules rules = room_rules(cases_.front()->scenario(), setup_.workshop);
    return begin_case(0, rules.seats, {});
}

base::Status RoomSession::begin_case(int place, const std::vector<domain::RoomSeat>& seats, OnWritten done) {
    RoomCase& one = *cases_[at(place)];
    const domain::Scenario& scenario = one.scenario();
    if (base::Status known = know_people(one, seats); !known) return known;
    domain::RoomStarted started;
    started.scenario = scenario.id;
    started.version = scenario.version;
    started.content_hash = scenario.hashes.content;
    started.key_hash = scenario.hashes.key;
    started.framework = scenario.framework->reference();
    started.program_version = setup_.program_version;
    started.workshop = setup_.workshop.id;
    started.title = setup_.workshop.title;
    started.code = setup_.code;
    started.rules = room_rules(scenario, setup_.workshop);
    started.rules.seats = seats;
    for (domain::RoomSeat& seat : started.rules.seats) seat.token_hash.clear();
    RoomBatch batch;
    one.begin(std::move(started), batch);
    for (std::size_t i = 0; i < seats.size(); ++i)
        if (!seats[i].token_hash.empty())
            (void)one.carry_out(
                domain::room_command::TakeSeat{static_cast<int>(i), seats[i].way, seats[i].token_hash}, batch);
    hand_in(place, std::move(batch), std::move(done));
    if (place == current_) tell_changed();
    return {};
}

base::Status RoomSession::resume(const std::vector<Kept>& sessions) {
    base::Time newest{};
    for (const Kept& kept : sessions) {
        // Which case it is stands in its first event; the case itself compares what it reads.
        const auto one = std::find_if(cases_.begin(), cases_.end(), [&](const auto& other) {
            return !other->begun() && other->belongs(kept.events);
        });
        if (one == cases_.end()) return base::Error("room-case-missing", {{"session", kept.session}});
        if (base::Status resumed = (*one)->resume(kept.session, kept.events); !resumed) return resumed;
        if (base::Status known = know_people(**one, (*one)->kept().room.seats); !known) return known;
        if ((*one)->last() < newest) continue;
        newest = (*one)->last();
        current_ = static_cast<int>(one - cases_.begin());
    }
    if (!now().begun()) return base::Error("session-empty");
    setup_.code = now().started().code;
    setup_.workshop.id = now().started().workshop;
    setup_.workshop.title = now().started().title;
    screen_ = now().kept().room.round() != nullptr ? room::Screen::Waiting : room::Screen::Join;
    tell_changed();
    return {};
}

bool RoomSession::over() const { return now().kept().room.over; }

void RoomSession::hand_in(int place, RoomBatch batch, OnWritten done) {
    if (batch.stored.empty()) {
        // Nothing new; what it rests on may still be on its way to the disk.
        if (waiting_.empty()) {
            if (done) done({});
        } else if (done) {
            waiting_.back().done.push_back(std::move(done));
        }
        return;
    }
    std::vector<store::StoredEvent> stored = std::move(batch.stored);
    batch.stored.clear();
    waiting_.push_back({place, std::move(batch), {}, false});
    if (done) waiting_.back().done.push_back(std::move(done));
    record_.append(cases_[at(place)]->session(), std::move(stored), when_appended());
}

store::OnAppended RoomSession::when_appended() {
    return [this, post = ports_.post, alive = std::weak_ptr<bool>(alive_)](const store::Appended& appended) {
        post([this, alive, appended] {
            if (!alive.expired()) written(appended);
        });
    };
}

void RoomSession::written(const store::Appended& appended) {
    const auto first = std::find_if(waiting_.begin(), waiting_.end(), [](const Waiting& one) { return !one.failed; });
    if (first == waiting_.end()) return;
    std::vector<OnWritten> done;
    if (appended.status) {
        const Waiting kept = std::move(*first);
        waiting_.erase(first);
        settle(kept);
        done = kept.done;
    } else {
        first->failed = true;
        done.swap(first->done);
        failure_ = appended.status.error();
        recovery_file_ = appended.recovery_file;
    }
    tell_changed();
    for (const OnWritten& tell : done) tell(appended.status);
}

void RoomSession::settle(const Waiting& kept) {
    cases_[at(kept.place)]->settle(kept.batch);
    if (kept.place != current_) return;
    for (const RoomBatch::Happened& happened : kept.batch.happened) {
        const auto* event = std::get_if<domain::RoomEvent>(&happened);
        if (event == nullptr) continue;
        follow_screen(*event);
        if (const auto* freed = std::get_if<domain::room_event::SeatFreed>(event); freed && ports_.seat_freed)
            ports_.seat_freed(freed->seat);
    }
}

/// The second screen goes along with the round; from the console it can be led elsewhere at any time.
void RoomSession::follow_screen(const domain::RoomEvent& event) {
    const auto code = [this](domain::RoomTaskIx task) { return now().rules()->tasks[at(task)].code; };
    if (const auto* opened = std::get_if<domain::room_event::RoundOpened>(&event)) {
        screen_ = room::Screen::Waiting;
        screen_task_ = opened->tasks.empty() ? "" : code(opened->tasks.front());
        reason_.reset();
        asks_.clear();
    } else if (std::holds_alternative<domain::room_event::VotesShown>(event)) {
        screen_ = room::Screen::Votes;
    } else if (std::holds_alternative<domain::room_event::SecondVoteOpened>(event)) {
        screen_ = room::Screen::Waiting;
    } else if (const auto* shown = std::get_if<domain::room_event::ReferenceShown>(&event)) {
        screen_ = room::Screen::Reference;
        screen_task_ = code(shown->task);
    } else if (std::holds_alternative<domain::room_event::RoundClosed>(event)) {
        screen_ = room::Screen::Waiting;
        screen_task_.clear();
        reason_.reset();
        asks_.clear();
    }
}

void RoomSession::tell_changed() {
    view_.reset();
    snapshot_.reset();
    if (ports_.changed) ports_.changed();
}

std::string RoomSession::name_of(domain::SeatIx seat) const {
    const auto& seats = now().kept().room.seats;
    if (seat < 0 || at(seat) >= seats.size()) return "";
    const auto found = names_.find(seats[at(seat)].code);
    return found == names_.end() || found->second.empty() ? seats[at(seat)].code : found->second;
}

int RoomSession::rounds_before() const {
    std::size_t rounds = 0;
    for (int place = 0; place < static_cast<int>(cases_.size()); ++place)
        if (place != current_) rounds += cases_[at(place)]->kept().room.rounds.size();
    return static_cast<int>(rounds);
}

std::int64_t RoomSession::timer_left() const {
    const RoomMoment& moment = now().ahead();
    const domain::Timer& timer = moment.room.timer;
    return timer.running ? timer.left_ms - (ports_.steady() - moment.timer_at) : timer.left_ms;
}

} // namespace timbang::app
