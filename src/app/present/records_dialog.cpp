#include "app/present/present.h"
#include "app/present/words.h"

namespace timbang::app {
namespace {

const char* id_of(RecordAsk ask) {
    switch (ask) {
    case RecordAsk::Export: return "export";
    case RecordAsk::Merge: return "merge";
    case RecordAsk::Forget: return "forget";
    case RecordAsk::SamePerson: return "same";
    case RecordAsk::TakeHome: return "take";
    }
    return "";
}

const char* id_of(action::TakeHome what) {
    switch (what) {
    case action::TakeHome::Record:
    case action::TakeHome::Rows: break;
    case action::TakeHome::Statement: return "statement";
    case action::TakeHome::Letter: return "letter";
    case action::TakeHome::Workshop: return "workshop";
    case action::TakeHome::Sheets: return "sheets";
    case action::TakeHome::Agenda: return "agenda";
    case action::TakeHome::Items: return "items";
    }
    return "";
}

/// What the dialog's texts begin with: those of a letter with take and letter; the own record is taken along as records are.
std::string key_of(const RecordsDialog& asked) {
    const std::string taken = asked.ask == RecordAsk::TakeHome ? id_of(asked.take.what) : "";
    return taken.empty() ? std::string("join.") + id_of(asked.ask) : "take." + taken;
}

/// While a file is written elsewhere than at the records, which tell of it themselves.
Dialog writing_dialog(const Words& words) {
    Dialog dialog;
    dialog.title = words("join.writing");
    dialog.text = words("take.writing-text");
    dialog.primary = {words("app.stop"), "Esc", "close", true, "", action::StopRecordWork{}};
    return dialog;
}

} // namespace

bool shows_record_work(const Model& model) {
    return model.records_work && model.records_work->ask == RecordAsk::TakeHome && model.screen != Screen::Records;
}

std::optional<Dialog> present_records_dialog(const Model& model) {
    const Words words(model);
    if (!model.records_dialog) return writing_dialog(words);
    const RecordsDialog& asked = *model.records_dialog;
    const bool take = asked.ask == RecordAsk::TakeHome, sheets = take && asked.take.what == action::TakeHome::Sheets;
    const std::string key = key_of(asked);
    std::string code;
    for (const store::Person& person : model.people)
        if (person.id == asked.person) code = person.code;
    Dialog dialog;
    const base::Args about{{"code", code}, {"of", asked.subject}, {"n", std::int64_t{asked.people}}};
    dialog.title = words(key + "-title", about);
    dialog.text = words(key + (sheets && asked.people == 0 ? "-text-blank" : "-text"), about);
    const std::string common = std::string("join.") + id_of(asked.ask);
    dialog.fields.push_back({words(common + "-field", about), asked.typed, false});
    const int switches = asked.ask == RecordAsk::Export || sheets ? 2 : asked.ask == RecordAsk::SamePerson || take ? 0 : 1;
    for (int i = 0; i < switches; ++i) {
        const std::string option = key + "-option-" + std::to_string(i + 1);
        dialog.switches.push_back({words(option), words(option + "-hint"), asked.options[i], action::ToggleRecordOption{i}, {}});
    }
    if (asked.problem) dialog.problem = model.catalogue.text(model.lang(), *asked.problem);
    else if (!asked.problem_key.empty()) dialog.problem = words(asked.problem_key);
    dialog.primary = {words(common + "-do"), words("app.key-enter"), "", true, "", action::ConfirmRecordWork{}};
    dialog.cancel = {words("app.cancel"), "Esc", "", true, "", action::CloseDialog{}};
    return dialog;
}

} // namespace timbang::app
