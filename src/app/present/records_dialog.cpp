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

} // namespace

std::optional<Dialog> present_records_dialog(const Model& model) {
    const RecordsDialog& asked = *model.records_dialog;
    const Words words(model);
    const std::string key = std::string("join.") + id_of(asked.ask);
    std::string code;
    for (const store::Person& person : model.people)
        if (person.id == asked.person) code = person.code;
    Dialog dialog;
    dialog.title = words(key + "-title", {{"code", code}});
    dialog.text = words(key + "-text", {{"code", code}});
    dialog.fields.push_back({words(key + "-field", {{"code", code}}), asked.typed, false});
    const int switches = asked.ask == RecordAsk::Export ? 2 : asked.ask == RecordAsk::SamePerson || asked.ask == RecordAsk::TakeHome ? 0 : 1;
    for (int i = 0; i < switches; ++i) {
        const std::string option = key + "-option-" + std::to_string(i + 1);
        dialog.switches.push_back({words(option), words(option + "-hint"), asked.options[i], action::ToggleRecordOption{i}, {}});
    }
    if (asked.problem) dialog.problem = model.catalogue.text(model.lang(), *asked.problem);
    else if (!asked.problem_key.empty()) dialog.problem = words(asked.problem_key);
    dialog.primary = {words(key + "-do"), words("app.key-enter"), "", true, "", action::ConfirmRecordWork{}};
    dialog.cancel = {words("app.cancel"), "Esc", "", true, "", action::CloseDialog{}};
    return dialog;
}

} // namespace timbang::app
