#include <algorithm>

#include "app/present/compared.h"
#include "app/present/form.h"
#include "app/present/present.h"

namespace timbang::app {
namespace {

std::size_t at(int index) {
    return static_cast<std::size_t>(index);
}

Prose why(const Words& words, const domain::Text& text) {
    return text.empty() ? nullptr : prose(words.of(text));
}

/// The own letter as it stands, the points to tick beside it, the model.
void add_letter(const Model& model, domain::PartIx index, FeedbackBlock& block) {
    const Words words(model);
    const domain::StepPart& part = model.session->scenario().parts[at(index)];
    const domain::PartAnswer& answer = model.session->form_of_part(index);
    block.you_wrote = answer.letter;
    block.points_title = words("letter.points");
    block.points_count = words("letter.points-count", {{"n", static_cast<std::int64_t>(answer.points.size())},
                                                       {"of", static_cast<std::int64_t>(part.points.size())}});
    block.points_note = words(answer.letter.empty() ? "letter.none-written" : "letter.points-note");
    for (const domain::Option& point : part.points)
        block.points.push_back({point.id, words.of(point.text),
                                std::count(answer.points.begin(), answer.points.end(), point.id) > 0,
                                answer.letter.empty() ? Action() : Action(action::TogglePoint{index, point.id})});
    block.model_title = words("letter.model");
    block.model = prose(words.of(part.model));
}

} // namespace

FeedbackBlock present_part_feedback(const Model& model, domain::PartIx index) {
    const Words words(model);
    const domain::Scenario& scenario = model.session->scenario();
    const domain::StepPart& part = scenario.parts[at(index)];
    const domain::Framework& pack = *scenario.framework;
    const domain::PartComparison comparison = domain::compare_part(scenario, model.session->state(), index);
    const bool full = level_now(model) == domain::FeedbackLevel::Full;
    FeedbackBlock block;
    block.rests_on_label = words("debrief.rests-on");
    block.you_wrote_label = words("debrief.you-wrote");
    block.headline = words(comparison.same ? "debrief.same" : "debrief.differs");
    block.icon = comparison.same ? "check-circle" : "swap-horizontal";
    block.tint = comparison.same ? Tint::Ok : Tint::Return;
    for (const domain::Feedback& feedback : comparison.feedback) {
        ReasonView reason;
        if (!feedback.type.empty() && full) reason.chip = type_chip(words, pack, feedback.type);
        const domain::Rule* rule = feedback.part == domain::AnswerPart::Checklist ? pack.rule(feedback.about) : nullptr;
        reason.label = rule ? words("debrief.about-check", {{"rule", rule->name}}) : words("debrief.about-choice");
        if (full) {
            reason.why = why(words, feedback.why);
            reason.rests_on = rule_line(words, pack, feedback.rule);
        }
        block.reasons.push_back(std::move(reason));
    }
    if (!full) return block;
    if (part.kind == domain::PartKind::Letter) {
        add_letter(model, index, block);
        return block;
    }
    ReasonView reference;
    reference.label = words("debrief.the-reference-part");
    reference.why = why(words, part.reference.why);
    if (!part.reference.rests_on.empty())
        reference.passage = present_passage(model, part.reference.rests_on.front(), -1);
    if (reference.why || reference.passage) block.reasons.push_back(std::move(reference));
    return block;
}

} // namespace timbang::app
