#include <algorithm>

#include "app/controller.h"
#include "app/present/present.h"

namespace timbang::app {
void Controller::edit(const std::function<void(domain::Decision&)>& change) {
    if (!can_edit()) return;
    domain::Decision decision = model_.session->form(model_.desk.task);
    change(decision);
    model_.session->edit(model_.desk.task, std::move(decision));
    if (!model_.desk.missing.empty())
        model_.desk.missing =
            domain::missing_parts(model_.session->scenario(), model_.desk.task, model_.session->form(model_.desk.task));
}

void Controller::operator()(const action::SetCheck& a) {
    edit([&](domain::Decision& decision) {
        if (decision.check(a.rule) != a.answer) return decision.set_check(a.rule, a.answer);
        std::erase_if(decision.checklist, [&](const auto& line) { return line.first == a.rule; });
    });
}

void Controller::operator()(const action::SetVerdict& a) {
    edit([&](domain::Decision& decision) {
        decision.verdict = decision.verdict == a.verdict ? std::nullopt : std::optional(a.verdict);
    });
}

void Controller::operator()(const action::SetScore& a) {
    edit([&](domain::Decision& decision) {
        decision.score = decision.score == a.score ? std::nullopt : std::optional(a.score);
    });
}

void Controller::operator()(const action::SetSureness& a) {
    if (a.level < 1 || a.level > 3) return;
    const auto level = static_cast<domain::Confidence>(a.level);
    edit([&](domain::Decision& decision) {
        decision.confidence = decision.confidence == level ? std::nullopt : std::optional(level);
    });
}

void Controller::operator()(const action::EditReason& a) {
    edit([&](domain::Decision& decision) { decision.reason = a.text; });
}

void Controller::operator()(const action::Submit&) {
    if (!can_edit()) return;
    const domain::IndicatorIx task = model_.desk.task;
    const domain::Decision decision = model_.session->form(task);
    if (!carry_out(domain::Decide{task, decision})) return;
    model_.desk.missing.clear();
    // With the reference open the feedback stands below the form: it is read before going on.
    if (domain::reference_open(model_.session->scenario(), model_.session->state(), task)) return;
    const domain::IndicatorIx next = next_open(task);
    if (next >= 0) select(next);
}

bool Controller::part_here(domain::PartIx part) const {
    if (!running()) return false;
    const auto parts = parts_of_step(model_, true, true);
    return std::count(parts.begin(), parts.end(), part) > 0;
}

void Controller::edit_part(domain::PartIx part, const std::function<void(domain::PartAnswer&)>& change) {
    if (!part_here(part)) return;
    domain::PartAnswer answer = model_.session->form_of_part(part);
    change(answer);
    model_.session->edit_part(part, std::move(answer));
    if (model_.desk.missing_part == part) model_.desk.missing_part = -1;
}

void Controller::operator()(const action::SetPartCheck& a) {
    edit_part(a.part, [&](domain::PartAnswer& answer) {
        const bool same = answer.check(a.rule) == a.answer;
        std::erase_if(answer.checklist, [&](const auto& line) { return line.first == a.rule; });
        if (!same) answer.checklist.emplace_back(a.rule, a.answer);
    });
}

void Controller::operator()(const action::SetOption& a) {
    edit_part(a.part, [&](domain::PartAnswer& answer) { answer.option = a.option; });
}

void Controller::operator()(const action::SetCategory& a) {
    edit_part(a.part, [&](domain::PartAnswer& answer) { answer.category = a.category; });
}

void Controller::operator()(const action::EditLetter& a) {
    if (!part_here(a.part) || model_.session->form_of_part(a.part).locked) return;
    edit_part(a.part, [&](domain::PartAnswer& answer) { answer.letter = a.text; });
}

void Controller::operator()(const action::InsertDecisions& a) {
    if (!part_here(a.part) || model_.session->form_of_part(a.part).locked) return;
    const domain::Scenario& scenario = model_.session->scenario();
    std::string text;
    for (std::size_t i = 0; i < scenario.tasks.size(); ++i) {
        const auto& decision = model_.session->state().decisions[i];
        if (!decision) continue;
        const domain::Indicator& indicator = *scenario.tasks[i].indicator;
        text += indicator.code + " " + indicator.short_title.in(model_.lang());
        if (decision->verdict)
            text += ", " + scenario.framework->verdicts[static_cast<int>(*decision->verdict)].name.in(model_.lang());
        if (decision->score)
            text +=
                ", " + model_.catalogue.text(model_.lang(), "letter.score", {{"n", std::int64_t{*decision->score}}});
        text += decision->reason.empty() ? "." : ". " + decision->reason;
        text += "\n";
    }
    edit_part(a.part, [&](domain::PartAnswer& answer) {
        answer.letter.insert(std::min<std::size_t>(a.at, answer.letter.size()), text);
    });
}

void Controller::operator()(const action::FinishLetter& a) {
    if (!part_here(a.part)) return;
    domain::PartAnswer answer = model_.session->form_of_part(a.part);
    if (answer.letter.find_first_not_of(" \n\t") == std::string::npos) return tell({"letter.empty", {}});
    answer.locked = true;
    (void)carry_out(domain::DecidePart{a.part, std::move(answer)});
}

void Controller::operator()(const action::WriteOn& a) {
    if (!part_here(a.part)) return;
    domain::PartAnswer answer = model_.session->form_of_part(a.part);
    answer.locked = false;
    (void)carry_out(domain::DecidePart{a.part, std::move(answer)});
}

void Controller::operator()(const action::TogglePoint& a) {
    // Beside the model at its step, or in the debrief.
    if (!model_.session || (!part_here(a.part) && !model_.session->state().finished)) return;
    domain::PartAnswer answer = model_.session->form_of_part(a.part);
    if (!answer.locked && !model_.session->state().finished) return;
    if (std::erase(answer.points, a.point) == 0) answer.points.push_back(a.point);
    (void)carry_out(domain::DecidePart{a.part, std::move(answer)});
}

void Controller::operator()(const action::SetModelLanguage& a) {
    model_.desk.model_lang = a.lang;
}

} // namespace timbang::app
