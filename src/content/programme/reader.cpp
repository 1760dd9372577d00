#include <algorithm>
#include <set>

#include "base/files.h"
#include "content/beside.h"
#include "content/checks/checks.h"
#include "content/format/shapes.h"
#include "content/framework/reader.h"
#include "content/programmes.h"
#include "content/scenario/files.h"

namespace timbang::content {

using domain::SlotKind;
using yaml::Fields;
using yaml::Node;

namespace {

constexpr int kMinutesOfDay = 24 * 60;

/// A programme while its file is read, with what it can name.
struct ProgrammeReading {
    std::string path;
    Named names = Named::MustBeThere;
    base::Diagnostics findings{};
    std::vector<ScenarioCard> cases{};
    std::vector<std::string> lessons{}, policies{};
    domain::Programme programme{};

    [[nodiscard]] const ScenarioCard* find_case(std::string_view id) const {
        const auto found = std::find_if(cases.begin(), cases.end(), [&](const auto& one) { return one.id == id; });
        return found == cases.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::vector<std::string> case_ids() const {
        std::vector<std::string> ids;
        for (const ScenarioCard& card : cases) ids.push_back(card.id);
        return ids;
    }
};

/// Cases that lie in one of the folders itself: no deeper, for the folder may be a large one.
std::vector<ScenarioCard> cases_in(const std::vector<std::string>& folders) {
    std::vector<ScenarioCard> cards;
    for (const std::string& folder : folders)
        for (const std::string& name : base::list_folder(folder)) {
            const std::string path = base::join_path(folder, name);
            if (base::file_kind(main_file(path)) != base::FileKind::File) continue;
            ScenarioCard card = read_card(path);
            if (!card.id.empty()) cards.push_back(std::move(card));
        }
    return cards;
}

/// "08:30" as minutes after midnight.
std::optional<int> minutes_of(std::string_view text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1; };
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    for (const std::size_t at : {0U, 1U, 3U, 4U})
        if (digit(at) < 0) return std::nullopt;
    const int hour = digit(0) * 10 + digit(1), minute = digit(3) * 10 + digit(4);
    if (hour > 23 || minute > 59) return std::nullopt;
    return hour * 60 + minute;
}

/// Whether a slot of this kind names something, and what it can name.
void check_ref(ProgrammeReading& reading, Fields& fields, const Node* ref, const domain::Slot& slot) {
    switch (slot.kind) {
    case SlotKind::Talk:
    case SlotKind::Comments:
    case SlotKind::Break:
        if (ref != nullptr) yaml::add_bad_value(reading.findings, *ref, "no-ref");
        return;
    case SlotKind::Repractice:
        if (ref == nullptr) return; // each does what is due
        break;
    case SlotKind::Lesson:
    case SlotKind::Case:
    case SlotKind::Readiness: break;
    }
    if (ref == nullptr) return static_cast<void>(fields.need("ref"));
    if (reading.names == Named::MayBeMissing) return;
    const bool lesson = slot.kind == SlotKind::Lesson, policy = slot.kind == SlotKind::Readiness;
    const auto known = lesson ? reading.lessons : policy ? reading.policies : reading.case_ids();
    if (std::find(known.begin(), known.end(), slot.ref) == known.end())
        add_unknown(reading.findings, ref->span(),
                    lesson ? "unknown-lesson" : policy ? "unknown-policy" : "unknown-case", slot.ref, known);
}

domain::Slot read_slot(ProgrammeReading& reading, const Node& node) {
    Fields fields(node, reading.findings, format::kProgrammeSlot);
    domain::Slot slot;
    if (const Node* start = fields.find("start")) {
        const auto minutes = start->is_scalar() ? minutes_of(start->text) : std::nullopt;
        if (!minutes) yaml::add_bad_value(reading.findings, *start, "start");
        slot.start = minutes.value_or(0);
    }
    slot.minutes = fields.whole("minutes", 0);
    const Node* const kind = fields.choice("kind");
    if (kind != nullptr) slot.kind = domain::slot_kind_from_id(kind->text).value_or(SlotKind::Talk);
    const Node* const ref = fields.find("ref");
    if (ref != nullptr) slot.ref = yaml::as_word(*ref, reading.findings).value_or("");
    if (kind != nullptr && (ref == nullptr || !slot.ref.empty())) check_ref(reading, fields, ref, slot);
    slot.note = fields.both_languages("note");
    fields.finish();
    return slot;
}

/// A slot begins where the one before it has ended, and ends on its day.
void check_order(ProgrammeReading& reading, const Node& node, const domain::Slot& slot, int& busy_until) {
    const Node* const start = node.get("start");
    if (start == nullptr) return;
    if (slot.start < busy_until || slot.start + slot.minutes > kMinutesOfDay)
        yaml::add_error(reading.findings, start->span(), "slots-overlap", {{"start", std::string(start->text)}});
    busy_until = std::max(busy_until, slot.start + slot.minutes);
}

void read_days(ProgrammeReading& reading, Fields& fields) {
    for (const Node* item : fields.list("days")) {
        Fields one(*item, reading.findings, format::kProgrammeDay);
        domain::Day day;
        day.title = one.both_languages("title");
        int busy_until = 0;
        for (const Node* slot : one.list("slots")) {
            day.slots.push_back(read_slot(reading, *slot));
            check_order(reading, *slot, day.slots.back(), busy_until);
        }
        one.finish();
        reading.programme.days.push_back(std::move(day));
    }
}

/// `cases`: on which indicators of a case the room votes.
std::vector<domain::WorkshopCase> read_choices(ProgrammeReading& reading, Fields& fields) {
    std::vector<domain::WorkshopCase> choices;
    std::vector<std::string> seen;
    for (const Node* item : fields.list("cases")) {
        Fields one(*item, reading.findings, format::kProgrammeCase);
        domain::WorkshopCase choice;
        choice.scenario = one.word("scenario");
        const ScenarioCard* const card = reading.find_case(choice.scenario);
        const bool must = reading.names == Named::MustBeThere;
        if (must && card == nullptr && !choice.scenario.empty())
            add_unknown(reading.findings, item->get("scenario")->span(), "unknown-case", choice.scenario,
                        reading.case_ids());
        for (const Node* code : one.list("indicators")) {
            const auto word = yaml::as_word(*code, reading.findings);
            if (!word || (must && card == nullptr)) continue;
            if (!must) {
                choice.indicators.push_back(*word);
                continue;
            }
            const auto& codes = card->indicators;
            if (std::find(codes.begin(), codes.end(), *word) != codes.end()) choice.indicators.push_back(*word);
            else add_unknown(reading.findings, code->span(), "unknown-indicator", *word, codes);
        }
        one.finish();
        if (is_new_id(seen, choice.scenario, *item, reading.findings)) choices.push_back(std::move(choice));
    }
    return choices;
}

/// The cases of the room, each once, in the order of their slots.
void gather_cases(domain::Programme& programme, const std::vector<domain::WorkshopCase>& choices) {
    std::set<std::string> seen;
    for (const domain::Day& day : programme.days)
        for (const domain::Slot& slot : day.slots) {
            if (slot.kind != SlotKind::Case || !seen.insert(slot.ref).second) continue;
            const auto chosen = std::find_if(choices.begin(), choices.end(),
                                             [&](const auto& one) { return one.scenario == slot.ref; });
            programme.cases.push_back(chosen == choices.end() ? domain::WorkshopCase{slot.ref, {}} : *chosen);
        }
}

void read_programme(ProgrammeReading& reading, const Node& root) {
    Fields fields(root, reading.findings, format::kProgramme);
    domain::Programme& programme = reading.programme;
    check_format(fields, reading.findings);
    programme.id = fields.id("id");
    check_id(fields, programme.id, reading.path, reading.findings);
    programme.version = fields.whole("version", 1);
    programme.title = fields.both_languages("title");
    programme.summary = fields.both_languages("summary");
    const auto choices = read_choices(reading, fields);
    read_days(reading, fields);
    fields.finish();
    gather_cases(programme, choices);
}

} // namespace

LoadedProgramme load_programme(const std::string& path, const CheckContext& context, Named names) {
    ProgrammeReading reading{path, names};
    if (names == Named::MustBeThere) {
        reading.cases = cases_in(folders_beside(path, "", context));
        reading.lessons = yaml_names(folders_beside(path, "lessons", context));
        reading.policies = yaml_names(folders_beside(path, "policies", context));
    }
    const bool whole = read_alone(path, context, reading.findings, [&](const Node& root) { read_programme(reading, root); });
    LoadedProgramme loaded;
    if (whole) loaded.programme = std::make_shared<const domain::Programme>(std::move(reading.programme));
    loaded.findings = std::move(reading.findings);
    return loaded;
}

FoundProgrammes find_programmes(const std::string& folder, const CheckContext& context) {
    FoundProgrammes found;
    for (const std::string& name : base::list_folder(folder)) {
        if (!name.ends_with(".yaml")) continue;
        LoadedProgramme loaded = load_programme(base::join_path(folder, name), context, Named::MayBeMissing);
        if (loaded.programme) found.programmes.push_back(std::move(loaded.programme));
        const auto first = std::find_if(loaded.findings.begin(), loaded.findings.end(), [](const base::Finding& one) {
            return one.severity == base::Severity::Error;
        });
        if (first != loaded.findings.end()) found.troubles.push_back(*first);
    }
    return found;
}

} // namespace timbang::content
