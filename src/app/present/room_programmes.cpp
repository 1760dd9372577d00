#include <algorithm>

#include "app/present/room_parts.h"

namespace timbang::app {
namespace {

IconName slot_icon(domain::SlotKind kind) {
    switch (kind) {
    case domain::SlotKind::Lesson: return "book-open-variant";
    case domain::SlotKind::Case: return "account-multiple";
    case domain::SlotKind::Repractice: return "clipboard-check";
    case domain::SlotKind::Readiness: return "certificate";
    case domain::SlotKind::Talk:
    case domain::SlotKind::Comments: return "message-text";
    case domain::SlotKind::Break: return "pause";
    }
    return "";
}

/// The title of what a slot names; "" where it names nothing that is there.
std::string slot_title(const Model& model, const domain::Slot& slot) {
    if (slot.ref.empty()) return "";
    if (const auto lesson = lesson_of(model, slot)) return lesson->title.in(model.lang());
    if (const content::LoadedPolicy* const policy = model.readiness.find(slot.ref)) return policy->policy->title.in(model.lang());
    const LibraryEntry* const entry = model.library.with_id(slot.ref);
    return entry == nullptr ? "" : entry->card.title.in(model.lang());
}

} // namespace

std::shared_ptr<const domain::Lesson> lesson_of(const Model& model, const domain::Slot& slot) {
    return slot.kind == domain::SlotKind::Lesson ? model.lessons.find(slot.ref) : nullptr;
}

void name_slot(const Model& model, const domain::Slot& slot, SlotRow& row) {
    const Words words(model);
    const std::string title = slot_title(model, slot), note = words.of(slot.note);
    row.icon = slot_icon(slot.kind);
    row.kind = words(std::string("workshop.slot-") + domain::slot_kind_id(slot.kind));
    row.name = !title.empty() ? title : note.empty() ? row.kind : note;
    if (!title.empty()) row.kind = joined({row.kind, note}, ": ");
    const auto lesson = lesson_of(model, slot);
    if (!lesson) return;
    const std::string tip = words("workshop.read-it", {{"title", lesson->title}});
    row.read = Button{words("workshop.open-reading"), "", "book-open-variant", true, "", action::OpenLesson{lesson->id, ""}, tip};
}

void fill_programmes(const Model& model, WorkshopList& list) {
    const Words words(model);
    const WorkshopState& state = model.workshop;
    const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
    for (const auto& one : state.programmes) {
        WorkshopRow row;
        row.title = words("workshop.from-programme", {{"title", one->title}});
        row.line = words("workshop.programme-line", {{"days", count(one->days.size())},
                                                     {"cases", count(one->cases.size())},
                                                     {"text", one->summary}});
        row.open = action::NewWorkshop{one->id};
        list.programme_rows.push_back(std::move(row));
    }
    for (const base::Finding& one : state.programme_troubles)
        list.programme_problems.push_back(words("workshop.programme-broken", {{"file", one.where.file},
                                                                              {"line", std::to_string(one.where.line)},
                                                                              {"text", words(one.message())}}));
    if (!list.programme_rows.empty() || !list.programme_problems.empty()) list.programmes = words("workshop.programmes");
}

Menu take_home_menu(const Model& model, const KeptWorkshop& kept) {
    const Words words(model);
    Menu menu;
    menu.label = words("take.menu");
    const auto add = [&](std::string label, IconName icon, action::TakeHome what, int place = 0) {
        Choice one;
        one.label = std::move(label);
        one.icon = icon;
        one.action = action::AskTakeHome{what, kept.plan.id, place};
        menu.options.push_back(std::move(one));
    };
    if (!kept.plan.days.empty()) add(words("take.agenda"), "calendar", action::TakeHome::Agenda);
    for (std::size_t i = 0; i < kept.plan.cases.size(); ++i) {
        const std::string& scenario = kept.plan.cases[i].scenario;
        const LibraryEntry* const by_id = model.library.with_id(scenario);
        const LibraryEntry* const entry = by_id != nullptr ? by_id : model.library.entry(scenario);
        if (entry == nullptr || entry->trouble || !entry->card.broken.empty()) continue;
        add(words("take.sheets", {{"case", entry->card.title}}), "file-multiple", action::TakeHome::Sheets, static_cast<int>(i));
    }
    const auto& rooms = model.workshop.open_rooms;
    const bool begun = std::any_of(rooms.begin(), rooms.end(), [&](const OpenRoom& one) { return one.workshop == kept.plan.id; });
    if (kept.held || begun) add(words("take.report"), "file-pdf", action::TakeHome::Workshop);
    return menu;
}

} // namespace timbang::app
