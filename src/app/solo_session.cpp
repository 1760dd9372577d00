#include "app/solo_session.h"

#include "base/ids.h"
#include "domain/comparison.h"
#include "domain/readiness_event.h"
#include "domain/session_start.h"

namespace timbang::app {
namespace {

using namespace std::chrono_literals;
using domain::Event;

constexpr auto kDraftPause = 500ms;

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

} // namespace

SoloSession::SoloSession(const Ports& ports, Tasks& tasks, Begin begin) : SoloSession(ports, tasks) {
    scenario_ = std::move(begin.scenario);
    folder_ = std::move(begin.folder);
    recorded_ = !begin.person.empty() && ports.record != nullptr;
    id_ = base::make_uuid7(ports.now(), ports.random);
    state_ = domain::initial_state(*scenario_, begin.mode);
    decided_at_.resize(scenario_->tasks.size());
    part_decided_at_.resize(scenario_->parts.size());
    domain::SessionStarted started = domain::session_start(*scenario_, begin.mode, begin.seed);
    started.person = std::move(begin.person);
    started.program_version = std::move(begin.program_version);
    record({Event(std::move(started))}, std::move(begin.also));
}

base::Result<std::unique_ptr<SoloSession>> SoloSession::resume(const Ports& ports, Tasks& tasks,
                                                               std::shared_ptr<const domain::Scenario> scenario,
                                                               std::string folder, std::string session,
                                                               const std::vector<store::StoredEvent>& events) {
    if (events.empty()) return base::Error("session-empty");
    std::unique_ptr<SoloSession> result(new SoloSession(ports, tasks));
    result->scenario_ = std::move(scenario);
    result->folder_ = std::move(folder);
    result->id_ = std::move(session);
    result->recorded_ = true;
    result->state_ = domain::initial_state(*result->scenario_, domain::Mode::Practise);
    result->decided_at_.resize(result->scenario_->tasks.size());
    result->part_decided_at_.resize(result->scenario_->parts.size());
    for (const store::StoredEvent& stored : events) {
        if (domain::is_readiness_event(stored.type)) continue; // no command made it
        base::Result<Event> event = store::read_stored(*result->scenario_, stored);
        if (!event) return event.error();
        domain::apply(*result->scenario_, result->state_, *event);
        result->note(*event, stored.time);
    }
    result->next_seq_ = events.back().seq + 1;
    result->saving_->durable = events.back().time;
    return result;
}

std::optional<domain::Rejection> SoloSession::carry_out(const domain::Command& command) {
    hand_over();
    return take(command);
}

std::optional<domain::Rejection> SoloSession::carry_out(const domain::Command& command, const Also& also) {
    hand_over();
    return take(command, also);
}

std::optional<domain::Rejection> SoloSession::take(const domain::Command& command, const Also& also) {
    if (saving_->failed) return domain::Rejection{domain::RejectionReason::SessionOver, {}, -1};
    domain::Outcome outcome = domain::step(*scenario_, state_, command);
    if (auto* rejection = std::get_if<domain::Rejection>(&outcome)) return std::move(*rejection);
    auto& events = std::get<std::vector<Event>>(outcome);
    // What the comparison says is kept too, so that a record can be read where the case is not.
    for (Event& due : domain::due_scores(*scenario_, state_)) {
        domain::apply(*scenario_, state_, due);
        events.push_back(std::move(due));
    }
    const base::Time now = ports_->now();
    for (const Event& event : events)
        note(event, now);
    record(events, also ? also(state_) : std::vector<store::StoredEvent>());
    return std::nullopt;
}

void SoloSession::note(const Event& event, base::Time time) {
    const auto go = [&](domain::IndicatorIx task) { place_.task = task; };
    if (const auto* opened = std::get_if<domain::Opened>(&event)) {
        place_.evidence = opened->evidence;
        place_.page = opened->page;
    } else if (const auto* marked = std::get_if<domain::Marked>(&event)) {
        place_ = {marked->mark.task, marked->mark.evidence, marked->mark.page};
    } else if (const auto* drafted = std::get_if<domain::Drafted>(&event)) {
        go(drafted->task);
    } else if (const auto* figured = std::get_if<domain::Figured>(&event)) {
        go(figured->task);
    } else if (const auto* decided = std::get_if<domain::Decided>(&event)) {
        go(decided->task);
        decided_at_[at(decided->task)] = time;
    } else if (const auto* part = std::get_if<domain::PartDecided>(&event)) {
        part_decided_at_[at(part->part)] = time;
    } else if (std::holds_alternative<domain::Finished>(event) || std::holds_alternative<domain::Abandoned>(event)) {
        ended_at_ = time;
    } else if (std::holds_alternative<domain::LeftStep>(event)) {
        place_ = {};
    }
}

void SoloSession::record(const std::vector<Event>& events, std::vector<store::StoredEvent> also) {
    if (!recorded_ || events.empty()) return;
    const base::Time now = ports_->now();
    std::vector<store::StoredEvent> stored;
    stored.reserve(events.size());
    for (const Event& event : events)
        stored.push_back(store::make_stored(*scenario_, event, next_seq_++, now, ports_->random));
    for (store::StoredEvent& one : also) {
        one.id = base::make_uuid7(now, ports_->random);
        one.seq = next_seq_++;
        one.time = now;
        stored.push_back(std::move(one));
    }
    ++saving_->waiting;
    ports_->record->append(id_, std::move(stored), when_written());
}

void SoloSession::retry_saving() {
    if (!saving_->failed) return;
    ++saving_->waiting;
    ports_->record->retry(id_, when_written());
}

store::OnAppended SoloSession::when_written() {
    return [tasks = tasks_, saving = saving_, clock = ports_->now](const store::Appended& done) {
        tasks->post([saving, done, clock] {
            --saving->waiting;
            saving->failed = !done.status;
            if (done.status) {
                saving->durable = clock();
                return;
            }
            saving->error = done.status.error();
            saving->recovery_file = done.recovery_file;
        });
    };
}

const domain::Decision& SoloSession::form(domain::IndicatorIx task) const {
    return typed_ && typed_->first == task ? typed_->second : state_.drafts[at(task)];
}

const domain::PartAnswer& SoloSession::form_of_part(domain::PartIx part) const {
    return typed_part_ && typed_part_->first == part ? typed_part_->second : state_.part_drafts[at(part)];
}

void SoloSession::edit(domain::IndicatorIx task, domain::Decision decision) {
    if (typed_part_ || (typed_ && typed_->first != task)) hand_over();
    typed_ = {task, std::move(decision)};
    tick();
}

void SoloSession::edit_part(domain::PartIx part, domain::PartAnswer answer) {
    if (typed_ || (typed_part_ && typed_part_->first != part)) hand_over();
    typed_part_ = {part, std::move(answer)};
    tick();
}

void SoloSession::hand_over() {
    if (saving_->failed) return;
    if (typed_) {
        (void)take(
            domain::Draft{typed_->first, typed_->second}); // a draft that the rules refuse stays on the screen only
        typed_.reset();
        last_draft_ = ports_->now();
    }
    if (typed_part_) {
        (void)take(domain::DraftPart{typed_part_->first, typed_part_->second});
        typed_part_.reset();
        last_draft_ = ports_->now();
    }
}

bool SoloSession::tick() {
    const auto due = deadline();
    if (!due || ports_->now() < *due) return false;
    hand_over();
    return true;
}

std::optional<base::Time> SoloSession::deadline() const {
    if (saving_->failed || (!typed_ && !typed_part_)) return std::nullopt;
    return last_draft_ + kDraftPause;
}

SaveState SoloSession::save_state() const {
    if (!recorded_) return SaveState::NotRecorded;
    if (saving_->failed && saving_->waiting == 0) return SaveState::Failed;
    return saving_->waiting > 0 || typed_ || typed_part_ ? SaveState::Saving : SaveState::Saved;
}

std::optional<base::Time> SoloSession::decided_at(domain::IndicatorIx task) const {
    return decided_at_[at(task)];
}
std::optional<base::Time> SoloSession::part_decided_at(domain::PartIx part) const {
    return part_decided_at_[at(part)];
}

} // namespace timbang::app
