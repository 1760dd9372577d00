#include <algorithm>

#include "app/controller.h"
#include "app/take_home.h"
#include "base/files.h"
#include "base/utf8.h"

namespace timbang::app {
namespace {

using action::TakeHome;

constexpr std::size_t kNameLetters = 40;

/// Small letters and digits with lines between: what every disk takes as a part of a name.
std::string file_word(const std::string& text) {
    std::string word;
    for (const char letter : base::fold_case(text)) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) word += letter;
        else if (!word.empty() && word.back() != '-') word += '-';
        if (word.size() == kNameLetters) break;
    }
    while (!word.empty() && word.back() == '-') word.pop_back();
    return word;
}

const char* name_key(TakeHome what) {
    switch (what) {
    case TakeHome::Record:
    case TakeHome::Rows: break;
    case TakeHome::Statement: return "take.name-statement";
    case TakeHome::Letter: return "take.name-letter";
    case TakeHome::Workshop: return "take.name-workshop";
    case TakeHome::Sheets: return "take.name-sheets";
    case TakeHome::Agenda: return "take.name-agenda";
    case TakeHome::Items: return "take.name-items";
    }
    return "take.name-record";
}

const LibraryEntry* entry_of(const Model& model, const std::string& scenario) {
    const LibraryEntry* const known = model.library.with_id(scenario);
    return known != nullptr ? known : model.library.entry(scenario);
}

const domain::WorkshopCase* case_of(const Model& model, const action::AskTakeHome& asked) {
    const KeptWorkshop* const kept = model.workshop.find(asked.about);
    const auto place = static_cast<std::size_t>(std::max(0, asked.place));
    return kept == nullptr || place >= kept->plan.cases.size() ? nullptr : &kept->plan.cases[place];
}

/// Who votes on paper and is not away; one set without a number, to copy, where nobody does.
std::vector<std::string> paper_codes(const domain::Workshop& plan) {
    std::vector<std::string> codes;
    for (const domain::Participant& one : plan.roster)
        if (plan.way_of(one) == domain::WayIn::Paper && one.presence != domain::Presence::Absent) codes.push_back(one.code);
    return codes;
}

/// Of this policy; "" of any.
bool has_outcome(const std::vector<insight::ReadinessTry>& tries, const std::string& policy) {
    return std::any_of(tries.begin(), tries.end(), [&](const insight::ReadinessTry& one) {
        return one.result && (policy.empty() || one.result->policy == policy);
    });
}

/// The window has other ways out than the command line.
base::Error for_window(const base::Error& error) {
    for (const char* const code : {"workshop-unknown", "report-no-days", "report-no-letter", "report-case-missing", "report-no-check"})
        if (error.code == code) return base::Error("take-" + error.code, error.args);
    return error;
}

} // namespace

void Controller::operator()(const action::AskTakeHome& a) {
    if (!model_.ports.record || model_.records_work) return;
    RecordsDialog dialog;
    dialog.ask = RecordAsk::TakeHome;
    dialog.take = a;
    if (model_.person()) dialog.person = model_.person()->id;
    if (!name_take_home(dialog)) return;
    const char* const ending = a.what == TakeHome::Rows ? ".xlsx" : ".pdf";
    const std::string name = model_.catalogue.text(model_.lang(), name_key(a.what), {{"of", file_word(dialog.subject)}});
    dialog.typed = base::join_path(model_.options.home_folder, file_word(name) + ending);
    model_.records_dialog = std::move(dialog);
}

bool Controller::name_take_home(RecordsDialog& dialog) {
    const action::AskTakeHome& asked = dialog.take;
    switch (asked.what) {
    case TakeHome::Record:
    case TakeHome::Rows:
    case TakeHome::Statement:
        if (!model_.person()) return false;
        dialog.subject = model_.person()->code;
        if (asked.what == TakeHome::Statement && !has_outcome(model_.readiness.tries, asked.about))
            return tell({"take.no-outcome", {{"code", dialog.subject}}}, Tint::Return), false;
        return true;
    case TakeHome::Letter:
        for (const store::SessionRow& row : model_.sessions)
            if (row.id == asked.about)
                if (const LibraryEntry* const entry = entry_of(model_, row.scenario)) dialog.subject = entry->card.title.in(model_.lang());
        if (dialog.subject.empty() && model_.session && model_.session->id() == asked.about)
            dialog.subject = model_.session->scenario().title.in(model_.lang());
        return true;
    case TakeHome::Workshop:
    case TakeHome::Agenda: {
        const KeptWorkshop* const kept = model_.workshop.find(asked.about);
        if (kept != nullptr) dialog.subject = kept->plan.title;
        return kept != nullptr || asked.what == TakeHome::Workshop;
    }
    case TakeHome::Sheets: {
        const domain::WorkshopCase* const one = case_of(model_, asked);
        const LibraryEntry* const entry = one == nullptr ? nullptr : entry_of(model_, one->scenario);
        if (one == nullptr) return false;
        if (entry == nullptr) return tell({"take.no-case", {{"case", one->scenario}}}, Tint::Return), false;
        dialog.subject = entry->card.title.in(model_.lang());
        dialog.people = static_cast<int>(paper_codes(model_.workshop.find(asked.about)->plan).size());
        return true;
    }
    case TakeHome::Items: dialog.subject = asked.about; return true;
    }
    return false;
}

base::Result<TakeHomeOrder> Controller::order_of(const RecordsDialog& dialog) {
    const action::AskTakeHome& asked = dialog.take;
    const auto format = take_home_format(asked.what, dialog.typed);
    if (!format) return format.error();
    TakeHomeOrder order;
    order.what = asked.what;
    order.path = dialog.typed;
    order.format = *format;
    order.of = asked.about;
    if (const KeptWorkshop* const kept = model_.workshop.find(asked.about)) order.plan = *kept;
    switch (asked.what) {
    case TakeHome::Statement: order.policy = asked.about; [[fallthrough]];
    case TakeHome::Record:
    case TakeHome::Rows: order.of = dialog.subject; break;
    case TakeHome::Sheets: {
        const domain::WorkshopCase* const one = case_of(model_, asked);
        const LibraryEntry* const entry = one == nullptr ? nullptr : entry_of(model_, one->scenario);
        if (entry == nullptr) return base::Error("case-missing", {{"path", one == nullptr ? asked.about : one->scenario}});
        const std::string folder = entry->card.folder;
        const auto scenario = model_.library.open(folder);
        if (!scenario) return scenario.error();
        order.scenario = *scenario;
        order.case_folder = model_.library.opened(folder) != nullptr ? model_.library.opened(folder)->folder : folder;
        order.sheets.indicators = one->indicators;
        order.sheets.codes = paper_codes(order.plan->plan);
        order.sheets.checklist = dialog.options[0];
        order.sheets.evidence = dialog.options[1];
        break;
    }
    case TakeHome::Letter:
    case TakeHome::Workshop:
    case TakeHome::Agenda:
    case TakeHome::Items: break;
    }
    return order;
}

/// Writes what the dialog asks for, in the background.
void Controller::start_report() {
    const RecordsDialog asked = *model_.records_dialog;
    auto order = order_of(asked);
    if (!order) {
        model_.records_dialog->problem = order.error();
        return;
    }
    if (model_.session) model_.session->hand_over();
    model_.ports.record->flush();
    const auto shelf = std::make_shared<ReportShelf>(case_folders_of(model_), model_.library.context());
    for (const LibraryEntry& entry : model_.library.entries())
        if (model_.library.opened(entry.card.folder) != nullptr) // sealed: nobody else can open it again
            if (auto open = model_.library.open(entry.card.folder)) shelf->keep(*open);
    const auto from = std::make_shared<TakeHomeFrom>(TakeHomeFrom{
        base::join_path(model_.options.record_folder, "records.db"), shelf->sources(model_.lang(), model_.now()),
        model_.options.openers, model_.options.font_folders, {model_.catalogue, model_.lang(), model_.ports.utc_offset}});
    work_began(RecordAsk::TakeHome, model_.tasks.start([this, asked, order = *order, shelf, from](Tasks::Context& task) {
        from->stopped = [&task] { return task.stopped(); };
        const base::Status written = write_take_home(order, *from);
        task.deliver([this, asked, written] {
            if (!written) return work_failed(asked, for_window(written.error()));
            model_.records_work.reset();
            tell({"join.written", {{"path", asked.typed}}}, Tint::Ok);
        });
    }));
}

} // namespace timbang::app
