#include "content/play/automatic.h"

namespace timbang::content {

namespace {

constexpr std::size_t kMostCommands = 10000;
/// From here on only what leads out is done.
constexpr std::size_t kEnough = 400;

/// A passage of the page for a task: some unit, or a piece of it.
void mark_somewhere(Session& session, const domain::Open& page, domain::IndicatorIx task, base::Rng& rng) {
    const domain::Scenario& scenario = session.scenario();
    const domain::Page* words = scenario.page(page.evidence, page.page);
    const auto& types = scenario.framework->problem_types;
    domain::MarkPassage mark;
    mark.task = task;
    mark.evidence = page.evidence;
    mark.page = page.page;
    if (!types.empty() && rng.below(4) != 0) {
        const domain::ProblemType& type = types[rng.below(types.size())];
        if (type.kind == domain::ProblemKind::Evidence) mark.type = type.id;
    }
    if (words->picture && rng.below(2) == 0) mark.area = domain::Area{100, 100, 200, 100};
    else if (!words->units.empty()) mark.range = words->units[rng.below(words->units.size())];
    else return;
    session.ask(mark);
}

/// Answers what stands in the way of leaving, then leaves.
void head_out(Session& session, const domain::Legal& legal, base::Rng& rng) {
    const domain::Scenario& scenario = session.scenario();
    if (legal.leave && session.ask(domain::LeaveStep{})) return;
    for (const domain::PartIx part : legal.parts)
        session.ask(
            domain::DecidePart{part, any_answer(scenario, scenario.parts[static_cast<std::size_t>(part)], rng)});
    for (const domain::IndicatorIx task : legal.tasks)
        session.ask(domain::Decide{task, any_decision(scenario.tasks[static_cast<std::size_t>(task)], rng)});
    if (session.ask(domain::LeaveStep{})) return;
    for (const domain::ActionIx action : legal.actions)
        if (session.ask(domain::TakeAction{action}) && session.ask(domain::LeaveStep{})) return;
    for (const domain::Open& page : legal.pages) session.ask(page);
    session.ask(domain::LeaveStep{});
}

} // namespace

void wander(Session& session, base::Rng& rng) {
    const domain::Scenario& scenario = session.scenario();
    while (!session.state().over()) {
        const std::size_t before = session.commands();
        if (before + 4 >= kMostCommands) { // a case without a way out
            session.ask(domain::Abandon{});
            return;
        }
        const domain::Legal legal = domain::legal_commands(scenario, session.state());
        if (before >= kEnough) {
            head_out(session, legal, rng);
            if (session.commands() == before) session.ask(domain::Abandon{});
            continue;
        }
        const std::size_t decisions = legal.tasks.size() + legal.parts.size();
        std::size_t pick = rng.below(legal.pages.size() + legal.actions.size() + 2 * decisions + 2);
        if (pick < legal.pages.size()) {
            const domain::Open& page = legal.pages[pick];
            session.ask(page);
            if (!legal.tasks.empty() && rng.below(4) == 0)
                mark_somewhere(session, page, legal.tasks[rng.below(legal.tasks.size())], rng);
            continue;
        }
        pick -= legal.pages.size();
        if (pick < legal.actions.size()) {
            session.ask(domain::TakeAction{legal.actions[pick]});
            continue;
        }
        pick = (pick - legal.actions.size()) / 2;
        if (pick < legal.tasks.size()) {
            const domain::IndicatorIx task = legal.tasks[pick];
            session.ask(domain::Decide{task, any_decision(scenario.tasks[static_cast<std::size_t>(task)], rng)});
        } else if (pick < decisions) {
            const domain::PartIx part = legal.parts[pick - legal.tasks.size()];
            session.ask(
                domain::DecidePart{part, any_answer(scenario, scenario.parts[static_cast<std::size_t>(part)], rng)});
        } else if (!legal.leave || !session.ask(domain::LeaveStep{})) {
            head_out(session, legal, rng);
        }
    }
}

} // namespace timbang::content
