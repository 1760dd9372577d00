#include <algorithm>

#include "app/controller.h"
#include "base/files.h"
#include "store/records.h"

namespace timbang::app {

void Controller::ask_records(RecordAsk ask, const std::string& person) {
    if (!model_.ports.record || model_.records_work) return;
    RecordsDialog dialog;
    dialog.ask = ask;
    dialog.person = person.empty() && model_.person() ? model_.person()->id : person;
    if (ask == RecordAsk::Export) dialog.typed = base::join_path(model_.options.home_folder, "timbang-records.tbr");
    model_.records_dialog = std::move(dialog);
}

void Controller::operator()(const action::AskExportRecords&) { ask_records(RecordAsk::Export, ""); }
void Controller::operator()(const action::AskMergeRecords&) { ask_records(RecordAsk::Merge, ""); }
void Controller::operator()(const action::AskForget& a) { ask_records(RecordAsk::Forget, a.person); }
void Controller::operator()(const action::AskSamePerson& a) { ask_records(RecordAsk::SamePerson, a.person); }

void Controller::operator()(const action::NotSamePerson& a) {
    if (!model_.ports.record) return;
    if (const base::Status said = model_.ports.record->say_same_person(a.person, a.other, false); !said) return tell_error(said.error());
    model_.record_changed = true;
}

void Controller::operator()(const action::ToggleRecordOption& a) {
    if (!model_.records_dialog || a.option < 0 || a.option > 1) return;
    bool& option = model_.records_dialog->options[a.option];
    option = !option;
    if (option && model_.records_dialog->ask == RecordAsk::Export) model_.records_dialog->options[1 - a.option] = false;
}

void Controller::operator()(const action::ConfirmRecordWork&) {
    if (!model_.records_dialog || !model_.ports.record || model_.records_work) return;
    RecordsDialog& dialog = *model_.records_dialog;
    dialog.problem.reset();
    dialog.problem_key.clear();
    if (dialog.typed.empty()) {
        dialog.problem_key = dialog.ask == RecordAsk::SamePerson || dialog.ask == RecordAsk::Forget ? "join.code-missing" : "join.file-missing";
        return;
    }
    switch (dialog.ask) {
    case RecordAsk::Export: return start_export();
    case RecordAsk::Merge: return start_merge();
    case RecordAsk::Forget: return start_forget();
    case RecordAsk::SamePerson: return join_people();
    case RecordAsk::TakeHome: return start_report();
    }
}

void Controller::operator()(const action::StopRecordWork&) {
    if (model_.records_work) model_.records_work->handle.stop();
}

store::OnProgress Controller::work_progress(Tasks::Context& task) {
    return [this, &task](std::int64_t done, std::int64_t total) {
        task.deliver([this, done, total] {
            if (model_.records_work) model_.records_work->done = done, model_.records_work->total = total;
        });
        return !task.stopped();
    };
}

void Controller::work_began(RecordAsk ask, Tasks::Handle handle) {
    model_.records_work = RecordsWork{ask, 0, 0, std::move(handle)};
    model_.records_dialog.reset();
}

/// Says why it failed in its dialog, which comes back with what was typed.
void Controller::work_failed(const RecordsDialog& dialog, const base::Error& error) {
    model_.records_work.reset();
    if (error.code == "stopped") return tell({dialog.ask == RecordAsk::TakeHome ? "take.stopped" : "join.stopped", {}});
    model_.records_dialog = dialog;
    model_.records_dialog->problem = error;
}

void Controller::start_export() {
    const RecordsDialog dialog = *model_.records_dialog;
    store::ExportOptions options;
    options.file = dialog.typed;
    options.keys_folder = model_.options.keys_folder;
    options.names = dialog.options[1] ? store::Names::Pseudonyms : dialog.options[0] ? store::Names::Codes : store::Names::Keep;
    work_began(RecordAsk::Export, model_.tasks.start([this, dialog, options](Tasks::Context& task) mutable {
        options.progress = work_progress(task);
        const auto exported = model_.ports.record->export_records(options);
        task.deliver([this, dialog, exported] {
            if (!exported) return work_failed(dialog, exported.error());
            model_.records_work.reset();
            tell({"join.exported", {{"path", dialog.typed}, {"sessions", exported->counts.sessions}, {"people", exported->counts.people}}});
        });
    }));
}

void Controller::start_merge() {
    const RecordsDialog dialog = *model_.records_dialog;
    store::MergeOptions options;
    options.files = {dialog.typed};
    options.trust = dialog.options[0];
    work_began(RecordAsk::Merge, model_.tasks.start([this, dialog, options](Tasks::Context& task) mutable {
        options.progress = work_progress(task);
        const auto merged = model_.ports.record->merge(options);
        task.deliver([this, dialog, merged] {
            if (!merged) return work_failed(dialog, merged.error());
            told_merged(dialog, *merged);
        });
    }));
}

void Controller::told_merged(const RecordsDialog& dialog, const store::Merged& merged) {
    model_.records_work.reset();
    reload_people();
    reload_record();
    for (const store::MergedFile& file : merged.files)
        if (file.error) return work_failed(dialog, *file.error);
    tell({"join.merged", {{"sessions", merged.sessions}, {"people", merged.people}}});
    for (const store::MergedFile& file : merged.files) {
        if (file.new_site) tell({"join.new-site", {{"name", file.head.site.name.empty() ? file.head.site.id : file.head.site.name}}});
        if (file.set_aside > 0) tell({"join.set-aside", {{"n", file.set_aside}}}, Tint::Return, true);
    }
    if (!merged.same_codes.empty()) tell({"join.same-code", {{"code", merged.same_codes.front()}}}, Tint::Return, true);
    if (merged.stopped) tell({"join.stopped", {}});
}

void Controller::start_forget() {
    RecordsDialog& dialog = *model_.records_dialog;
    const auto person = std::find_if(model_.people.begin(), model_.people.end(), [&](const store::Person& one) { return one.id == dialog.person; });
    if (person == model_.people.end() || dialog.typed != person->code) {
        dialog.problem_key = "join.code-differs";
        return;
    }
    if (model_.session) model_.session->hand_over();
    model_.session.reset();
    checks_.leave_person();
    const RecordsDialog asked = dialog;
    const store::ForgetOptions options{asked.typed, asked.options[0]};
    work_began(RecordAsk::Forget, model_.tasks.start([this, asked, options](Tasks::Context& task) {
        const auto gone = model_.ports.record->forget(options);
        task.deliver([this, asked, gone] {
            if (!gone) return work_failed(asked, gone.error());
            model_.records_work.reset();
            if (model_.settings.person == asked.person) model_.settings.person.clear();
            model_.start_open = reload_people() && !model_.person();
            reload_record();
            tell({"join.forgotten", {{"texts", gone->texts}, {"sessions", gone->sessions}}}, Tint::Neutral, true);
        });
    }));
}

void Controller::join_people() {
    RecordsDialog& dialog = *model_.records_dialog;
    const auto other = std::find_if(model_.people.begin(), model_.people.end(), [&](const store::Person& one) { return one.code == dialog.typed; });
    if (other == model_.people.end() || other->id == dialog.person) {
        dialog.problem_key = "join.code-unknown";
        return;
    }
    if (const base::Status said = model_.ports.record->say_same_person(dialog.person, other->id, true); !said) {
        dialog.problem = said.error();
        return;
    }
    model_.records_dialog.reset();
    reload_record();
    tell({"join.joined", {{"code", other->code}}});
}

} // namespace timbang::app
