#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/controller.h"
#include "app/practice_forms.h"
#include "app/record_rows.h"
#include "base/utf8.h"

namespace timbang::app {
namespace {

constexpr std::array<int, 7> kSizes{100, 125, 150, 175, 200, 250, 300};

} // namespace

bool Controller::reload_people() {
    model_.people.clear();
    if (!model_.ports.record) return false;
    auto people = model_.ports.record->people();
    if (!people) {
        tell_error(people.error(), true);
        return false;
    }
    model_.people = std::move(people).value();
    if (!model_.person()) model_.settings.person.clear();
    return true;
}

void Controller::reload_record() {
    model_.record_changed = false;
    model_.sessions.clear();
    model_.readiness.tries.clear();
    model_.decisions.clear();
    model_.due.clear();
    model_.former.clear();
    model_.person_lines.clear();
    if (!model_.ports.record) return;
    auto sessions = model_.ports.record->sessions();
    if (!sessions) return tell_error(sessions.error());
    std::map<std::string, std::set<std::string>> cases;
    for (store::SessionRow& session : sessions.value()) {
        if (!session.player.empty() || session.person.empty()) continue; // of a machine, of a room
        Model::PersonLine& line = model_.person_lines[session.person];
        const bool check = session.mode == domain::mode_id(domain::Mode::Check); // its pool is no case, and no decision of it is told
        if (!check) line.decisions += session.decided;
        if (!check && session.decided > 0) cases[session.person].insert(session.scenario);
        line.cases = static_cast<int>(cases[session.person].size());
        if (!line.last || session.last > *line.last) line.last = session.last;
        if (session.person == model_.settings.person) model_.sessions.push_back(std::move(session));
    }
    std::reverse(model_.sessions.begin(), model_.sessions.end()); // newest first
    read_former_results();
    checks_.reload();
    if (!model_.person()) return;
    auto decisions = model_.ports.record->decisions(model_.settings.person);
    if (!decisions) return tell_error(decisions.error());
    auto votes = model_.ports.record->votes_of(model_.settings.person);
    if (!votes) return tell_error(votes.error());
    CasesById facts;
    for (const LibraryEntry& entry : model_.library.entries())
        facts[entry.card.id] = {entry.card.purpose == domain::Purpose::Repractice, entry.card.about};
    model_.decisions = rows_of_person(decisions.value(), votes.value(), model_.library.frameworks(), facts);
    const int offset = model_.ports.utc_offset ? model_.ports.utc_offset(model_.now()) : 0;
    model_.due = insight::due_list(model_.decisions, insight::practice_cards(model_.decisions), model_.now(), offset);
}

base::Result<store::Person> Controller::person_named(const std::string& name) {
    for (const store::Person& person : model_.people)
        if (person.code == name) return person;
    return model_.ports.record->add_person(name);
}

void Controller::become(const store::Person& person) {
    // What somebody did while looking around goes on, without being recorded afterwards.
    checks_.leave_person();
    const bool looked_at = model_.session && !model_.session->recorded();
    if (model_.session && !looked_at) {
        model_.session->hand_over();
        model_.session.reset();
        if (model_.screen == Screen::Desk || model_.screen == Screen::Debrief) model_.screen = Screen::Home;
    }
    model_.settings.person = person.id;
    model_.looking_around = false;
    model_.start_open = false;
    model_.typed_name.clear();
    save_settings();
    reload_people();
    reload_record();
}

void Controller::operator()(const action::TypeName& a) {
    if (model_.name_dialog) {
        model_.name_dialog->name = a.name;
        model_.name_dialog->problem.clear();
    } else {
        model_.typed_name = a.name;
        model_.name_problem.clear();
    }
}

void Controller::operator()(const action::BeginAsTyped&) {
    const std::string name = base::fold_spaces(model_.typed_name);
    if (name.empty()) {
        model_.name_problem = "start.name-missing";
        ++model_.ask_focus;
        return;
    }
    if (!model_.ports.record) return tell({"start.no-record", {}}, Tint::Reject);
    const auto person = person_named(name);
    if (!person) return tell_error(person.error());
    const bool looked = model_.looking_around;
    const bool argument =
        model_.session && !model_.options.open_case.empty() && model_.session->folder() == model_.options.open_case;
    if (argument) model_.session.reset(); // begun behind the dialog; now it is recorded
    become(*person);
    if (looked) return; // they were on their way already
    if (argument) return open_argument();
    if (model_.package_dialog) return; // the argument is a package: its dialog comes now
    model_.begin_guided = true;
    if (!model_.library.scanning()) library_read();
}

/// Reads in the background which cases and variants can be opened for practising again.
void Controller::read_forms() {
    std::vector<std::string> folders;
    for (const LibraryEntry& entry : model_.library.entries())
        if (entry.card.purpose != domain::Purpose::Pool && !entry.trouble && entry.card.broken.empty() && !entry.card.sealed)
            folders.push_back(entry.card.folder);
    model_.tasks.start([this, folders, context = model_.library.context()](Tasks::Context& task) {
        auto forms = practice_forms(folders, context, [&task] { return task.stopped(); });
        task.deliver([this, forms = std::move(forms)]() mutable { model_.forms = std::move(forms); });
    });
}

void Controller::library_read() {
    reload_record(); // rights and problem families come from the rule packs
    read_forms();
    if (model_.screen == Screen::Home) return_to_desk();
    if (!model_.return_to.empty()) {
        model_.return_to.clear(); // its case is gone, or the person went elsewhere: not asked again
        save_settings();
    }
    if (!model_.begin_guided) return;
    model_.begin_guided = false;
    for (const LibraryEntry& entry : model_.library.entries())
        if (entry.card.guided && !entry.trouble) return begin(entry.card.folder, domain::Mode::Learn);
}

void Controller::operator()(const action::LookAround&) {
    model_.start_open = false;
    model_.looking_around = true;
}

void Controller::operator()(const action::AskWho&) {
    model_.start_open = true;
    model_.search.reset();
}

void Controller::operator()(const action::OpenAddPerson&) {
    if (model_.ports.record) model_.name_dialog = NameDialog{};
}

void Controller::operator()(const action::OpenRenamePerson& a) {
    for (const store::Person& person : model_.people)
        if (person.id == a.person) model_.name_dialog = NameDialog{person.id, person.code, ""};
}

void Controller::operator()(const action::SavePerson&) {
    if (!model_.name_dialog || !model_.ports.record) return;
    NameDialog& dialog = *model_.name_dialog;
    const std::string name = base::fold_spaces(dialog.name);
    const bool taken = std::any_of(model_.people.begin(), model_.people.end(), [&](const store::Person& person) {
        return person.code == name && person.id != dialog.person;
    });
    if (name.empty() || taken) {
        dialog.problem = name.empty() ? "start.name-missing" : "start.name-taken";
        ++model_.ask_focus;
        return;
    }
    if (dialog.person.empty()) {
        const auto person = model_.ports.record->add_person(name);
        model_.name_dialog.reset();
        if (!person) return tell_error(person.error());
        return become(*person);
    }
    const auto known = std::find_if(model_.people.begin(), model_.people.end(),
                                    [&](const store::Person& person) { return person.id == dialog.person; });
    if (known != model_.people.end()) {
        store::Person changed = *known;
        changed.code = name;
        changed.name.clear();
        if (const base::Status done = model_.ports.record->change_person(changed); !done) tell_error(done.error());
    }
    model_.name_dialog.reset();
    reload_people();
}

void Controller::operator()(const action::SwitchPerson& a) {
    for (const store::Person& person : model_.people)
        if (person.id == a.person) {
            const store::Person chosen = person; // `become` reads the list again
            return become(chosen);
        }
}

void Controller::operator()(const action::SetLanguage& a) {
    model_.settings.lang = a.lang;
    model_.desk.model_lang = a.lang;
    save_settings();
}

void Controller::operator()(const action::SetTextSize& a) {
    model_.settings.text_size = std::clamp(a.percent, kSizes.front(), kSizes.back());
    save_settings();
}

void Controller::operator()(const action::StepTextSize& a) {
    const auto here = std::lower_bound(kSizes.begin(), kSizes.end(), model_.settings.text_size);
    const auto place =
        std::clamp<std::ptrdiff_t>(here - kSizes.begin() + a.by, 0, static_cast<std::ptrdiff_t>(kSizes.size()) - 1);
    (*this)(action::SetTextSize{a.by == 0 ? 100 : kSizes[static_cast<std::size_t>(place)]});
}

void Controller::operator()(const action::SetTheme& a) {
    model_.settings.theme = a.theme;
    save_settings();
}

void Controller::operator()(const action::SetFeedbackLevel& a) {
    model_.settings.level = a.level;
    model_.debrief.open_row = -1;
    save_settings();
}

void Controller::operator()(const action::SetMode& a) {
    model_.settings.mode = a.mode == domain::Mode::Check ? domain::Mode::Practise : a.mode;
    save_settings();
}

void Controller::operator()(const action::SetSection& a) {
    model_.section = std::clamp(a.section, 0, 4);
}

void Controller::operator()(const action::SetCaseFolder& a) {
    model_.settings.case_folder = a.path;
    save_settings();
    model_.library.set_folders(case_folders_of(model_), model_.options.framework_folders);
    model_.library.scan();
}

} // namespace timbang::app
