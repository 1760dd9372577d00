#include <set>
#include <utility>

#include "app/controller.h"
#include "app/rescore.h"
#include "content/library.h"

namespace timbang::app {

/// Only what was written to after its end can have been compared again: the others need not be read.
void Controller::read_former_results() {
    for (const store::SessionRow& session : model_.sessions) {
        if (session.state != store::SessionState::Finished || !session.ended || session.last <= *session.ended) continue;
        const auto events = model_.ports.record->events(session.id);
        if (!events) continue; // shown without what was before; opening the session tells the trouble
        FormerResults former = former_results(*events);
        if (former.time) model_.former.emplace(session.id, std::move(former));
    }
}

void Controller::operator()(const action::CompareAgain&) {
    if (model_.comparing_again || !model_.ports.record || model_.library.scanning()) return;
    std::set<std::string> folders;
    for (const store::SessionRow& session : model_.sessions)
        if (session.state == store::SessionState::Finished)
            if (const LibraryEntry* entry = model_.library.with_id(session.scenario)) folders.insert(entry->card.folder);
    model_.comparing_again = true;
    content::CheckContext context = model_.library.context();
    context.openers = model_.options.openers;
    model_.tasks.start([this, folders, context = std::move(context)](Tasks::Context& task) {
        std::vector<std::shared_ptr<const domain::Scenario>> cases;
        std::vector<std::string> sealed;
        for (const std::string& folder : folders) {
            if (task.stopped()) break;
            const content::LoadedScenario loaded = content::load_scenario(folder, context);
            if (loaded.scenario) cases.push_back(loaded.scenario);
            if (loaded.sealed) sealed.push_back(folder);
        }
        task.deliver([this, cases, sealed] { compare_again(cases, sealed); });
    });
}

void Controller::compare_again(std::vector<std::shared_ptr<const domain::Scenario>> cases,
                               const std::vector<std::string>& sealed) {
    model_.comparing_again = false;
    std::int64_t closed = 0;
    for (const std::string& folder : sealed) {
        const auto open = model_.library.open(folder); // where its passphrase was given in this run
        if (open) cases.push_back(*open);
        closed += open ? 0 : 1;
    }
    Record& record = *model_.ports.record;
    const RescorePorts ports{[&](const std::string& session) { return record.events(session); },
                             [&](const std::string& session, std::vector<store::StoredEvent> events) {
                                 base::Status status;
                                 record.append(session, std::move(events),
                                               [&status](const store::Appended& done) { status = done.status; });
                                 record.flush();
                                 return status;
                             },
                             model_.ports.now, model_.ports.random};
    RescoreCount count;
    base::Status done;
    for (const auto& scenario : cases) {
        const std::string reason = model_.catalogue.text(
            model_.lang(), "records.reason", {{"id", scenario->id}, {"version", scenario->version}});
        if (done.ok()) done = rescore(ports, scenario, model_.sessions, reason, count);
    }
    // What it would append next has another number now.
    if (model_.session && count.sessions.contains(model_.session->id())) {
        if (model_.screen == Screen::Debrief) model_.screen = Screen::Records;
        model_.session.reset();
    }
    reload_record();
    if (!done) return tell_error(done.error());
    const auto sessions = static_cast<std::int64_t>(count.sessions.size());
    tell({sessions > 0 ? "records.compared-again" : "records.compared-same",
          {{"sessions", sessions}, {"decisions", count.decisions}, {"changed", count.changed}}});
    if (closed > 0) tell({"records.compared-sealed", {{"n", closed}}}, Tint::Return);
}

} // namespace timbang::app
