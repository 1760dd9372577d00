#include <algorithm>
#include <utility>

#include "app/controller.h"
#include "app/present/present.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

} // namespace

std::shared_ptr<const domain::Scenario> Controller::open_case(const std::string& folder, const Action& then) {
    // What a readiness check draws from is shown by the check alone: never as a case, never with its references.
    const LibraryEntry* entry = model_.library.entry(folder);
    const bool pool = entry != nullptr && entry->card.purpose == domain::Purpose::Pool;
    auto opened = pool ? base::Error("pool-is-no-case", {{"path", folder}}) : model_.library.open(folder);
    if (opened && (*opened)->purpose == domain::Purpose::Pool) opened = base::Error("pool-is-no-case", {{"path", folder}});
    if (opened) return *opened;
    if (opened.error().code == "case-sealed") return ask_package(folder, then, false), nullptr;
    const auto& trouble = model_.library.last_trouble();
    if (opened.error().code == "case-broken" && trouble)
        tell_text(model_.catalogue.text(model_.lang(), "home.cannot-open",
                                        {{"file", base::join_path(folder, trouble->where.file)},
                                         {"line", std::to_string(trouble->where.line)},
                                         {"text", model_.catalogue.text(model_.lang(), trouble->message())}}),
                  Tint::Reject);
    else
        tell_error(opened.error());
    return nullptr;
}

void Controller::begin(const std::string& folder, domain::Mode mode) {
    const auto scenario = open_case(folder, action::StartCase{folder});
    if (!scenario) return;
    end_try();
    if (model_.session) model_.session->hand_over();
    SoloSession::Begin how;
    how.scenario = scenario;
    how.folder = folder;
    if (const store::Person* person = model_.person()) how.person = person->id;
    how.mode = mode;
    how.seed = model_.ports.random();
    how.program_version = model_.options.program_version;
    model_.session = std::make_unique<SoloSession>(model_.ports, model_.tasks, std::move(how));
    model_.told_not_saved = false;
    model_.desk = {};
    model_.desk.model_lang = model_.lang();
    model_.screen = Screen::Desk;
    model_.search.reset();
    enter_step();
}

/// A session that could not be saved before goes on only behind its last event.
base::Status Controller::write_kept_aside(const std::string& session) {
    base::Status status;
    model_.ports.record->retry(session, [&status](const store::Appended& done) { status = done.status; });
    model_.ports.record->flush();
    return status;
}

bool Controller::resume(const std::string& session, const Action& then) {
    if (checks_.open_session(session)) return false;
    end_try();
    if (model_.session && model_.session->id() == session) return true;
    const auto row = std::find_if(model_.sessions.begin(), model_.sessions.end(),
                                  [&](const store::SessionRow& one) { return one.id == session; });
    if (row == model_.sessions.end() || !model_.ports.record) return false;
    const LibraryEntry* entry = model_.library.with_id(row->scenario);
    if (!entry) {
        tell({"records.case-gone", {}}, Tint::Reject);
        return false;
    }
    // A variant has the id of its case: the session says by its hash which form it was.
    const auto form = std::find_if(model_.forms.begin(), model_.forms.end(), [&](const insight::PracticeForm& one) {
        return one.scenario == row->scenario && one.form == row->content_hash;
    });
    const std::string folder = form == model_.forms.end() ? entry->card.folder : form->folder;
    const auto scenario = open_case(folder, then);
    if (!scenario) return false;
    if (model_.session) model_.session->hand_over();
    if (const base::Status whole = write_kept_aside(session); !whole) {
        tell_error(whole.error());
        return false;
    }
    const auto events = model_.ports.record->events(session);
    if (!events) {
        tell_error(events.error());
        return false;
    }
    auto resumed = SoloSession::resume(model_.ports, model_.tasks, scenario, folder, session, *events);
    if (!resumed) {
        tell_error(resumed.error());
        return false;
    }
    if (row->content_hash != scenario->hashes.content) tell({"desk.case-changed", {}}, Tint::Return);
    model_.session = std::move(resumed).value();
    model_.told_not_saved = false;
    model_.desk = {};
    model_.desk.model_lang = model_.lang();
    model_.desk.said_seen = model_.session->state().said.size();
    return true;
}

/// At the begin of a step and when a session goes on: at the item where the person was, else the first that is open.
void Controller::enter_step() {
    const SoloSession& session = *model_.session;
    const std::size_t said = model_.desk.said_seen;
    const base::Lang lang = model_.desk.model_lang;
    model_.desk = {};
    model_.desk.said_seen = said;
    model_.desk.model_lang = lang;
    if (session.state().step < 0) return;
    const auto& tasks = tasks_of_step(model_);
    const SoloSession::Place place = session.place();
    domain::IndicatorIx task = -1;
    if (!tasks.empty()) {
        const bool known = std::count(tasks.begin(), tasks.end(), place.task) > 0;
        const bool done = known && session.state().decisions[at(place.task)].has_value() &&
                          session.form(place.task).reason == session.state().decisions[at(place.task)]->reason;
        if (known && !done)
            task = place.task;
        else
            task = next_open(known ? place.task : tasks.back());
        if (task < 0) task = known ? place.task : tasks.front();
        if (place.task < 0 && place.evidence >= 0)
            for (const domain::IndicatorIx one : tasks) {
                const auto& own = session.scenario().tasks[at(one)].evidence;
                if (std::count(own.begin(), own.end(), place.evidence) == 0) continue;
                task = one;
                break;
            }
    }
    if (task >= 0 && place.evidence >= 0) {
        const auto& own = session.scenario().tasks[at(task)].evidence;
        if (std::count(own.begin(), own.end(), place.evidence) > 0 || place.task == task)
            model_.desk.last_page[task] = {place.evidence, place.page};
    }
    select(task);
}

void Controller::operator()(const action::StartCase& a) {
    if (!package_agreed(a.folder)) return ask_package(a.folder, a, true);
    const LibraryEntry* entry = model_.library.entry(a.folder);
    const bool guided = entry && entry->card.guided;
    begin(a.folder, guided ? domain::Mode::Learn : model_.settings.mode);
}

void Controller::open_argument() {
    const std::string& folder = model_.options.open_case;
    if (folder.empty()) return;
    if (package_agreed(folder)) return begin(folder, model_.settings.mode);
    ask_package(folder, action::StartCase{folder}, true);
}

void Controller::return_to_desk() {
    const auto row = std::find_if(model_.sessions.begin(), model_.sessions.end(),
                                  [&](const store::SessionRow& one) { return one.id == model_.return_to; });
    const bool gone = row == model_.sessions.end() || row->state != store::SessionState::Open;
    if (model_.return_to.empty() || gone) return;
    // A check waits for its policy, not for a case: its pool is opened again first.
    const insight::ReadinessTry* check = model_.readiness.try_with(model_.return_to);
    if (check ? !model_.readiness.find(check->begun.policy) : !model_.library.with_id(row->scenario)) return;
    const std::string session = std::exchange(model_.return_to, "");
    (*this)(action::ContinueSession{session});
    if (model_.screen == Screen::Desk || model_.screen == Screen::Readiness) tell({"app.back-again", {}});
}

void Controller::note_open_session() {
    const bool open = model_.screen == Screen::Desk && running() && model_.session->recorded();
    const std::string id = open ? model_.session->id() : "";
    if (model_.settings.open_session == id) return;
    model_.settings.open_session = id;
    save_settings();
}

void Controller::forget_open_session() {
    if (model_.settings.open_session.empty()) return;
    model_.settings.open_session.clear();
    save_settings();
}

void Controller::operator()(const action::ContinueSession& a) {
    const bool same = model_.session && model_.session->id() == a.session;
    if (!resume(a.session, a)) return;
    if (model_.session->state().over()) return (*this)(action::OpenDebrief{a.session});
    model_.screen = Screen::Desk;
    model_.search.reset();
    if (!same) enter_step();
}

void Controller::operator()(const action::OpenDebrief& a) {
    const Screen from = model_.screen;
    if (!resume(a.session, a)) return;
    model_.debrief = {};
    model_.back = from == Screen::Records ? Screen::Records : Screen::Home;
    model_.screen = Screen::Debrief;
    model_.search.reset();
}

void Controller::refuse(const domain::Rejection& rejection) {
    using domain::RejectionReason;
    if (model_.session->save_state() == SaveState::Failed) return tell({"desk.not-saved", {}}, Tint::Reject);
    if (rejection.reason == RejectionReason::IncompleteDecision) {
        model_.desk.missing = rejection.missing;
        ++model_.desk.ask_focus;
        return;
    }
    if (rejection.reason == RejectionReason::IncompletePart) {
        model_.desk.missing_part = rejection.part;
        ++model_.desk.ask_focus;
    }
    if (rejection.reason == RejectionReason::NoWayOn) {
        const domain::Text& wait = model_.session->scenario().steps[at(model_.session->state().step)].wait;
        if (!wait.empty()) return tell_text(wait.in(model_.lang()), Tint::Return);
    }
    tell({std::string("rejection.") + domain::rejection_id(rejection.reason), {}}, Tint::Return);
}

bool Controller::carry_out(const domain::Command& command) {
    if (!model_.session) return false;
    const auto rejection = model_.session->carry_out(command);
    if (rejection) refuse(*rejection);
    return !rejection;
}

/// Hands in what stands in the parts of the step. A letter that was not finished is handed in as it stands.
bool Controller::hand_in_parts() {
    for (const domain::PartIx part : parts_of_step(model_, true, true)) {
        const domain::PartAnswer answer = model_.session->form_of_part(part);
        const auto& last = model_.session->state().part_answers[at(part)];
        if (last && *last == answer) continue;
        if (!carry_out(domain::DecidePart{part, answer})) return false;
    }
    model_.desk.missing_part = -1;
    return true;
}

void Controller::operator()(const action::LeaveStep&) {
    if (in_check(model_)) return checks_(action::FinishReadiness{});
    if (!running() || !hand_in_parts() || !carry_out(domain::LeaveStep{})) return;
    if (model_.session->state().finished) {
        model_.debrief = {};
        model_.back = Screen::Home;
        model_.screen = Screen::Debrief;
        model_.record_changed = true;
        return;
    }
    enter_step();
}

void Controller::operator()(const action::ShowStep& a) {
    if (!running()) return;
    const auto& visited = model_.session->state().visited;
    const bool known = a.step >= 0 && at(a.step) < visited.size() && visited[at(a.step)];
    model_.desk.shown_step = known ? a.step : -1;
}

void Controller::operator()(const action::DismissSaid&) {
    if (!model_.session) return;
    model_.desk.said_seen = model_.session->state().said.size();
    model_.desk.step_text_seen = true;
}

void Controller::operator()(const action::RetrySaving&) {
    if (!model_.session || model_.session->save_state() != SaveState::Failed) return;
    model_.told_not_saved = false; // told again when it fails again
    model_.session->retry_saving();
}

void Controller::operator()(const action::AskAction& a) {
    if (running() && a.action < static_cast<int>(model_.session->scenario().actions.size()))
        model_.desk.asked = a.action;
}

void Controller::operator()(const action::TakeAction& a) {
    model_.desk.asked = -1;
    if (running()) (void)carry_out(domain::TakeAction{a.action});
}

void Controller::operator()(const action::ShowAnswer& a) {
    if (!running() || a.action < 0 || at(a.action) >= model_.session->scenario().actions.size()) return;
    for (const domain::Effect& effect : model_.session->scenario().actions[at(a.action)].then)
        if (effect.kind == domain::EffectKind::Reveal) return show(Pane::Left, {effect.evidence, 1});
}

} // namespace timbang::app
