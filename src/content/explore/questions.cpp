#include "content/explore/questions.h"

#include "content/explore/model.h"

namespace timbang::content::exploring {

namespace d = domain;
using d::ConditionKind;

namespace {

void gather(Questions& questions, const d::Condition& when, std::size_t reader) {
    const auto ask = [&](std::map<int, Questions::Asked>& about, const d::Condition& atom) {
        about[atom.index].readers.insert(reader);
        about[atom.index].atoms.push_back(&atom);
    };
    each_atom(when, [&](const d::Condition& atom) {
        if (atom.kind == ConditionKind::Spent) questions.spent.insert(reader);
        if (atom.kind == ConditionKind::Decided && atom.index < 0) questions.all_decided.insert(reader);
        if (atom.index < 0) return;
        if (atom.kind == ConditionKind::Set) questions.flags[atom.index].insert(reader);
        if (atom.kind == ConditionKind::Opened) questions.opened[atom.index].insert(reader);
        if (atom.kind == ConditionKind::Decided || atom.kind == ConditionKind::IndicatorScore)
            ask(questions.tasks, atom);
        if (atom.kind == ConditionKind::Answer) ask(questions.parts, atom);
    });
}

} // namespace

Questions gather_questions(const d::Scenario& scenario, bool replies) {
    Questions questions;
    const std::size_t end = scenario.steps.size();
    for (std::size_t step = 0; step < end; ++step) {
        for (const d::Way& way : scenario.steps[step].next)
            gather(questions, way.when, step);
        for (const d::ScriptEvent& event : scenario.steps[step].events)
            gather(questions, event.when, step);
    }
    if (!replies) return questions;
    for (const d::Task& task : scenario.tasks)
        for (const d::Reply& reply : task.replies)
            gather(questions, reply.when, end);
    for (const d::StepPart& part : scenario.parts)
        for (const d::Reply& reply : part.replies)
            gather(questions, reply.when, end);
    return questions;
}

} // namespace timbang::content::exploring
