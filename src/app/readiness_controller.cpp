#include "app/readiness_controller.h"

#include <algorithm>
#include <utility>

#include "app/controller.h"
#include "base/files.h"

namespace timbang::app {

using Ask = ReadinessDialog::Ask;

bool ReadinessController::carry_out_action(const Action& asked) {
    const auto one = [&]<class T>(const T* found) {
        if (found != nullptr) (*this)(*found);
        return found != nullptr;
    };
    return one(asked.as<action::OpenReadiness>()) || one(asked.as<action::OpenPool>()) ||
           one(asked.as<action::StartReadiness>()) || one(asked.as<action::PauseReadiness>()) ||
           one(asked.as<action::FinishReadiness>()) || one(asked.as<action::PutAwayReadiness>());
}

void ReadinessController::read_policies() {
    std::vector<std::string> folders;
    for (const std::string& cases : case_folders_of(model_)) folders.push_back(base::join_path(cases, "policies"));
    model_.tasks.start([this, folders, context = model_.library.context()](Tasks::Context& task) {
        std::vector<content::LoadedPolicy> found;
        for (const std::string& folder : folders)
            for (const std::string& path : content::find_policies(folder)) {
                content::LoadedPolicy loaded = content::load_policy(path, context);
                const auto same = [&](const content::LoadedPolicy& other) { return other.policy->id == loaded.policy->id; };
                if (loaded.policy && std::none_of(found.begin(), found.end(), same)) found.push_back(std::move(loaded));
            }
        task.deliver([this, found] {
            model_.readiness.policies = found;
            window_.return_to_desk(); // where a check was on it
        });
    });
}

void ReadinessController::reload() {
    std::vector<insight::ReadinessTry>& tries = model_.readiness.tries;
    tries.clear();
    if (!model_.ports.record) return;
    auto read = tries_of(*model_.ports.record, model_.sessions);
    if (!read) return window_.tell_error(read.error());
    tries = std::move(*read);
}

void ReadinessController::leave_person() {
    ReadinessState& state = model_.readiness;
    if (state.check) state.check->session().hand_over();
    if (in_check(model_)) model_.session.reset();
    state.check.reset();
    state.tries.clear();
    close_dialog();
    if (model_.screen == Screen::Readiness) model_.screen = Screen::Home;
}

void ReadinessController::close_dialog() {
    ReadinessState& state = model_.readiness;
    ++state.asked;
    if (state.dialog) base::wipe(state.dialog->passphrase);
    state.dialog.reset();
}

void ReadinessController::type(const std::string& passphrase) {
    ReadinessState& state = model_.readiness;
    if (!state.dialog || state.dialog->working) return;
    state.dialog->passphrase = passphrase;
    state.dialog->problem.reset();
}

void ReadinessController::operator()(const action::OpenReadiness& a) {
    ReadinessState& state = model_.readiness;
    const content::LoadedPolicy* loaded = a.policy.empty() && !state.policies.empty() ? &state.policies.front() : state.find(a.policy);
    if (loaded == nullptr) return window_.tell({"readiness.policy-gone", {{"id", a.policy}}}, Tint::Return);
    if (model_.session) model_.session->hand_over();
    // An outcome that was seen makes room for what comes next.
    if (state.check && state.check->result()) {
        if (in_check(model_)) model_.session.reset();
        state.check.reset();
    }
    if (model_.screen != Screen::Readiness && model_.screen != Screen::Desk) state.back = model_.screen;
    if (state.back == Screen::Lesson || state.back == Screen::Debrief) state.back = Screen::Records;
    state.policy = loaded->policy->id;
    model_.screen = Screen::Readiness;
    model_.search.reset();
}

bool ReadinessController::open_session(const std::string& session) {
    const auto row = std::find_if(model_.sessions.begin(), model_.sessions.end(), [&](const auto& one) { return one.id == session; });
    if (row == model_.sessions.end() || row->mode != domain::mode_id(domain::Mode::Check)) return false;
    const insight::ReadinessTry* one = model_.readiness.try_with(session);
    (*this)(action::OpenReadiness{one == nullptr ? std::string() : one->begun.policy});
    return true;
}

void ReadinessController::operator()(const action::OpenPool&) {
    if (model_.readiness.dialog && model_.readiness.dialog->ask == Ask::Pool) return try_passphrase();
    if (model_.readiness.find(model_.readiness.policy) != nullptr) ask_pool();
}

/// Without a dialog where no passphrase is needed.
void ReadinessController::ask_pool() {
    close_dialog();
    const content::LoadedPolicy& loaded = *model_.readiness.find(model_.readiness.policy);
    model_.readiness.dialog = ReadinessDialog{};
    if (base::file_kind(content::pool_path(loaded)) == base::FileKind::Folder) try_passphrase();
}

void ReadinessController::try_passphrase() {
    ReadinessState& state = model_.readiness;
    ReadinessDialog& dialog = *state.dialog;
    const content::LoadedPolicy* loaded = state.find(state.policy);
    if (dialog.working || loaded == nullptr) return;
    if (dialog.passphrase.empty() && base::file_kind(content::pool_path(*loaded)) != base::FileKind::Folder) {
        dialog.problem = base::Error("passphrase-missing");
        return;
    }
    dialog.problem.reset();
    dialog.working = true;
    content::CheckContext context = model_.library.context();
    context.openers = model_.options.openers;
    context.openers.passphrase = std::exchange(dialog.passphrase, "");
    model_.opening.start([this, asked = state.asked, policy = *loaded, context](Tasks::Context& task) mutable {
        auto pool = std::make_shared<base::Result<content::Pool>>(content::open_pool(policy, context));
        base::wipe(context.openers.passphrase);
        task.deliver([this, asked, id = policy.policy->id, pool] {
            if (asked == model_.readiness.asked) opened(id, std::move(*pool));
        });
    });
}

void ReadinessController::opened(const std::string& policy, base::Result<content::Pool> pool) {
    ReadinessState& state = model_.readiness;
    state.dialog->working = false;
    if (!pool) {
        state.dialog->problem = pool.error();
        return;
    }
    close_dialog();
    const content::LoadedPolicy* loaded = state.find(policy);
    if (loaded == nullptr) return;
    const std::string folder = content::pool_path(*loaded);
    state.pools[policy] = {loaded->policy, pool->scenario, folder, model_.now()};
    model_.library.keep_open(folder, std::move(pool->where)); // its pictures; as a case it is opened by nobody
}

void ReadinessController::operator()(const action::StartReadiness&) {
    ReadinessState& state = model_.readiness;
    const content::LoadedPolicy* loaded = state.find(state.policy);
    const store::Person* person = model_.person();
    if (loaded == nullptr || person == nullptr || !model_.ports.record) return;
    if (state.pool(state.policy) == nullptr) return ask_pool();
    model_.ports.record->flush();
    window_.reload_record();
    const auto now = insight::readiness_status(*loaded->policy, state.tries, model_.now());
    if (now.standing == insight::Standing::Running) return go_on(now.running);
    auto begun = ReadinessCheck::start(model_.ports, model_.tasks,
                                       {*state.pool(state.policy), person->id, state.tries, model_.ports.random(),
                                        model_.options.program_version});
    if (!begun) return window_.tell_error(begun.error());
    state.check = std::move(*begun);
    to_desk();
}

void ReadinessController::go_on(const std::string& session) {
    ReadinessState& state = model_.readiness;
    if (!state.check || state.check->session().id() != session) {
        if (const base::Status whole = window_.write_kept_aside(session); !whole) return window_.tell_error(whole.error());
        const auto events = model_.ports.record->events(session);
        if (!events) return window_.tell_error(events.error());
        auto resumed = ReadinessCheck::resume(model_.ports, model_.tasks, *state.pool(state.policy), session, *events);
        if (!resumed) return window_.tell_error(resumed.error(), true);
        state.check = std::move(*resumed);
    }
    to_desk();
}

void ReadinessController::to_desk() {
    if (model_.session && !in_check(model_)) model_.session->hand_over();
    window_.end_try();
    model_.session = model_.readiness.check->shared_session();
    model_.told_not_saved = false;
    model_.desk = {};
    model_.desk.model_lang = model_.lang();
    model_.desk.said_seen = model_.session->state().said.size();
    model_.screen = Screen::Desk;
    model_.search.reset();
    window_.enter_step();
}

void ReadinessController::operator()(const action::PauseReadiness&) {
    if (!in_check(model_)) return;
    model_.session->hand_over();
    model_.readiness.policy = model_.readiness.check->begun().policy;
    model_.screen = Screen::Readiness;
    model_.record_changed = true;
}

void ReadinessController::operator()(const action::FinishReadiness&) {
    ReadinessState& state = model_.readiness;
    if (!in_check(model_)) return;
    if (state.dialog && state.dialog->ask == Ask::Finish) return finish();
    const ReadinessCheck& check = *state.check;
    if (!check.may_finish()) {
        window_.tell({"readiness.still-open", {{"n", std::int64_t{check.drawn() - check.decided()}}}}, Tint::Return);
        return window_.carry_out_action(action::DecideLater{});
    }
    state.dialog = ReadinessDialog{Ask::Finish, "", false, std::nullopt};
}

void ReadinessController::finish() {
    close_dialog();
    ReadinessCheck& check = *model_.readiness.check;
    if (const auto rejection = check.finish()) return window_.refuse(*rejection);
    model_.readiness.policy = check.begun().policy;
    model_.screen = Screen::Readiness;
    model_.record_changed = true; // shown when it is durable
}

void ReadinessController::operator()(const action::PutAwayReadiness&) {
    ReadinessState& state = model_.readiness;
    if (state.dialog && state.dialog->ask == Ask::PutAway) return put_away();
    if (state.find(state.policy) == nullptr) return;
    state.dialog = ReadinessDialog{Ask::PutAway, "", false, std::nullopt};
}

void ReadinessController::put_away() {
    close_dialog();
    ReadinessState& state = model_.readiness;
    const content::LoadedPolicy* loaded = state.find(state.policy);
    if (loaded == nullptr || !model_.ports.record) return;
    const auto now = insight::readiness_status(*loaded->policy, state.tries, model_.now());
    if (now.running.empty()) return;
    if (in_check(model_)) model_.session.reset();
    state.check.reset();
    if (const base::Status whole = window_.write_kept_aside(now.running); !whole) return window_.tell_error(whole.error());
    const base::Status done = put_away_try(model_.ports, now.running);
    window_.reload_record();
    if (!done) window_.tell_error(done.error());
}

} // namespace timbang::app
