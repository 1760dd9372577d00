#include <algorithm>

#include "app/present/room_parts.h"
#include "app/room/room_prompt.h"

namespace timbang::app {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// Composes the question that is open; rows and fields are those of app/room/room_prompt.h.
class Asking {
public:
    Asking(const Model& model, const RoomPromptState& prompt) : model_(model), words_(model), prompt_(prompt) {}

    RoomPrompt make() {
        view_.cancel = {words_("app.cancel"), "Esc", "", true, "", action::CancelRoomPrompt{}};
        switch (prompt_.kind) {
        case RoomPromptKind::QuickRoom: quick(); break;
        case RoomPromptKind::Roster: roster(); break;
        case RoomPromptKind::RosterFile: roster_file(); break;
        case RoomPromptKind::Participant: participant(); break;
        case RoomPromptKind::Slot: slot(); break;
        case RoomPromptKind::Case: workshop_case(); break;
        case RoomPromptKind::PaperVote: vote(); break;
        case RoomPromptKind::Comment: comment(); break;
        case RoomPromptKind::Script: script(); break;
        case RoomPromptKind::StillDeciding: still_deciding(); break;
        case RoomPromptKind::EndRoom: head("workshop.end-title", "workshop.end-text", "workshop.end"); break;
        }
        if (!prompt_.problem.empty()) tell_problem();
        return std::move(view_);
    }

private:
    void head(const char* title, const char* text, const char* primary) {
        view_.title = words_(title);
        if (*text != 0) view_.text = words_(text);
        view_.primary = {words_(primary), words_("app.key-enter"), "", true, "", action::AnswerRoomPrompt{0}};
    }
    RoomField& field(int id, const char* label) {
        view_.fields.push_back(room_field(words_, id, label, prompt_.text(id)));
        return view_.fields.back();
    }
    void row(const std::string& label, const std::vector<std::string>& options) {
        const int place = static_cast<int>(view_.choices.size());
        RoomPrompt::Row made;
        made.label = label;
        for (int option = 0; at(option) < options.size(); ++option) {
            Choice one;
            one.label = options[at(option)];
            one.chosen = prompt_.choice(at(place)) == option;
            one.action = action::ChooseRoomOption{place, option};
            made.options.push_back(std::move(one));
        }
        view_.choices.push_back(std::move(made));
    }
    void cases() {
        std::vector<std::string> titles;
        for (const LibraryEntry* entry : room_case_choices(model_, prompt_)) titles.push_back(words_.of(entry->card.title));
        row(words_("workshop.case"), titles);
        if (titles.empty()) view_.choices.back().problem = words_("workshop.no-case-found");
    }
    void tell_problem() {
        for (RoomField& one : view_.fields)
            if (one.id == prompt_.problem_field) {
                one.problem = prompt_.problem;
                return;
            }
        if (!view_.choices.empty()) view_.choices.back().problem = prompt_.problem;
        else view_.notes.push_back(prompt_.problem);
    }

    void quick() {
        head("workshop.quick-title", "workshop.quick-text", "workshop.open-room");
        field(kFieldFind, "workshop.find-case");
        cases();
        field(kFieldPeople, "workshop.how-many");
        field(kFieldGroupsOf, "workshop.groups-of");
        field(kFieldWifi, "workshop.wifi").hint = words_("workshop.wifi-hint");
    }
    void roster() {
        head("workshop.paste-title", "workshop.paste-text", "workshop.take-list");
        field(kFieldList, "workshop.list").lines = 10;
        view_.notes = prompt_.lines;
    }
    void roster_file() {
        head("workshop.csv-title", "workshop.paste-text", "workshop.take-list");
        field(kFieldPath, "workshop.csv-path");
    }
    void participant() {
        const bool add = prompt_.subject.empty();
        head(add ? "workshop.add-title" : "workshop.edit-title", "", add ? "workshop.add" : "workshop.change");
        field(kFieldCode, "workshop.person-code");
        field(kFieldName, "workshop.person-name").hint = words_("workshop.person-name-hint");
        if (prompt_.fields.contains(kFieldOffice)) field(kFieldOffice, "workshop.person-office");
        if (prompt_.fields.contains(kFieldLate)) field(kFieldLate, "workshop.person-late").hint = "10:30";
        std::vector<std::string> groups{words_("workshop.no-group")};
        for (int group = 1; group <= last_group() + 1; ++group) groups.push_back(std::to_string(group));
        row(words_("workshop.of-group"), groups);
        std::vector<std::string> ways{words_("workshop.as-group")};
        for (const domain::WayIn way : {domain::WayIn::Phone, domain::WayIn::Shared, domain::WayIn::Paper}) ways.push_back(way_word(words_, way));
        row(words_("workshop.way-in"), ways);
    }
    [[nodiscard]] int last_group() const {
        int last = 0;
        if (const RoomSnapshot* const room = live()) {
            for (const domain::RoomSeat& seat : room->state->seats) last = std::max(last, seat.group);
        } else if (const KeptWorkshop* const kept = model_.workshop.plan()) {
            last = static_cast<int>(kept->plan.groups.size());
        }
        return last;
    }
    void slot() {
        head(prompt_.place < 0 ? "workshop.slot-add" : "workshop.slot-edit", "", prompt_.place < 0 ? "workshop.add" : "workshop.change");
        const KeptWorkshop* const kept = model_.workshop.plan();
        std::vector<std::string> days, kinds;
        for (std::size_t day = 0; day <= (kept ? kept->plan.days.size() : 0); ++day)
            days.push_back(words_("workshop.day", {{"n", static_cast<std::int64_t>(day + 1)}}));
        row(words_("workshop.day-label"), days);
        for (int kind = 0; kind <= static_cast<int>(domain::SlotKind::Break); ++kind)
            kinds.push_back(words_(std::string("workshop.slot-") + domain::slot_kind_id(static_cast<domain::SlotKind>(kind))));
        row(words_("workshop.kind"), kinds);
        field(kFieldStart, "workshop.start");
        field(kFieldMinutes, "workshop.minutes-label");
        field(kFieldText, "workshop.slot-name");
        if (prompt_.place >= 0) view_.others.push_back({words_("workshop.remove"), "", "delete", true, "", action::AnswerRoomPrompt{1}});
        if (kept == nullptr || prompt_.place < 0 || at(prompt_.day) >= kept->plan.days.size()) return;
        const auto& slots = kept->plan.days[at(prompt_.day)].slots;
        if (at(prompt_.place) < slots.size() && lesson_of(model_, slots[at(prompt_.place)]))
            view_.others.push_back({words_("workshop.open-reading"), "", "book-open-variant", true, "", action::AnswerRoomPrompt{2}});
    }
    void workshop_case() {
        head(prompt_.place < 0 ? "workshop.case-add" : "workshop.case-edit", "", prompt_.place < 0 ? "workshop.add" : "workshop.change");
        field(kFieldFind, "workshop.find-case");
        cases();
        field(kFieldText, "workshop.indicators").hint = words_("workshop.indicators-hint");
    }
    void vote();
    void comment() {
        head("workshop.comment-title", "workshop.comment-text", "workshop.keep-comment");
        field(kFieldText, "workshop.comment").lines = 3;
        row(words_("workshop.comment-about"), {words_("workshop.about-reading"), words_("workshop.about-rule")});
        const domain::RoomTaskIx task = live() == nullptr ? -1 : task_looked_at(*live(), model_.workshop.running->item);
        const std::string whole = words_("workshop.whole-case");
        row(words_("workshop.comment-of"), {task < 0 ? whole : live()->rules->tasks[at(task)].code, whole});
    }
    void script();
    void still_deciding() {
        head("workshop.still-title", "", "workshop.close-anyway");
        if (live() == nullptr) return;
        std::vector<std::string> codes;
        for (const domain::SeatIx seat : missing_votes(*live())) codes.push_back(live()->state->seats[at(seat)].code);
        view_.text = words_("workshop.still-text", {{"n", static_cast<std::int64_t>(codes.size())}, {"codes", joined(codes)}});
        view_.cancel.label = words_("workshop.wait");
    }
    [[nodiscard]] const RoomSnapshot* live() const {
        return model_.workshop.running ? model_.workshop.running->snapshot.get() : nullptr;
    }

    const Model& model_;
    Words words_;
    const RoomPromptState& prompt_;
    RoomPrompt view_;
};

void Asking::vote() {
    head("workshop.paper-title", "workshop.paper-text", "workshop.keep-vote");
    if (live() == nullptr) return;
    const VoteRows rows = vote_rows(*live(), prompt_);
    field(kFieldSeat, rows.by_group ? "workshop.of-group" : "workshop.person-code");
    if (rows.task_row >= 0) {
        std::vector<std::string> codes;
        for (const domain::RoomTaskIx task : rows.tasks) codes.push_back(live()->rules->tasks[at(task)].code);
        row(words_("workshop.indicator"), codes);
    }
    if (rows.task >= 0) {
        const domain::RoomTask& asked = live()->rules->tasks[at(rows.task)];
        std::vector<std::string> scores, verdicts, sure;
        for (const int score : asked.scores) scores.push_back(std::to_string(score));
        for (int verdict = 0; verdict < domain::kVerdictCount; ++verdict)
            verdicts.push_back(answer_words(words_, static_cast<domain::Verdict>(verdict), std::nullopt));
        for (int level = 1; level <= 3; ++level) sure.push_back(sure_word(words_, level));
        if (rows.score_row >= 0) row(words_("workshop.score-label"), scores);
        if (rows.verdict_row >= 0) row(words_("workshop.verdict-label"), verdicts);
        row(words_("desk.sureness"), sure);
    }
    field(kFieldReason, "workshop.reason-label");
}

void Asking::script() {
    head("workshop.script-title", "workshop.script-text", "workshop.next-step");
    if (live() == nullptr) return;
    const domain::Scenario& scenario = *live()->scenario;
    const domain::State& state = *live()->script;
    if (state.over() || state.step < 0) {
        view_.text = words_("workshop.script-over");
        view_.primary.enabled = false;
        view_.primary.why_not = view_.text;
        return;
    }
    view_.notes.push_back(words_("workshop.at-step", {{"title", scenario.steps[at(state.step)].title}}));
    for (const ScriptRow& one : script_rows(scenario, state)) {
        const domain::StepPart& part = scenario.parts[at(one.part)];
        std::vector<std::string> options;
        if (!one.rule.empty()) {
            const domain::Rule* const rule = scenario.framework->rule(one.rule);
            row(rule == nullptr ? one.rule : words_.of(rule->text), {words_("app.yes"), words_("app.no"), words_("app.unsure")});
            continue;
        }
        if (part.kind == domain::PartKind::Category)
            for (const domain::Category& category : scenario.framework->categories) options.push_back(words_.of(category.name));
        else
            for (const domain::Option& option : part.options) options.push_back(words_.of(option.text));
        row(words_.of(part.ask), options);
    }
    int answer = 0;
    for (const domain::ActionIx action : script_actions(scenario, state)) {
        const domain::Action& one = scenario.actions[at(action)];
        const std::string cost = words_("workshop.action", {{"label", one.label}, {"cost", std::int64_t{one.cost}}});
        view_.others.push_back({cost, "", action_icon(one), true, "", action::AnswerRoomPrompt{++answer}});
    }
}

} // namespace

RoomPrompt present_room_prompt(const Model& model, const RoomPromptState& prompt) { return Asking(model, prompt).make(); }

} // namespace timbang::app
